// Says of the element that has the focus which it is, and whether a person who looks at the page can see that.
() => {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  const all = [...document.querySelectorAll('*')];
  const text = (element.getAttribute('aria-label') || element.innerText || element.value || element.id || '').trim();
  const name = `${element.tagName.toLowerCase()} “${text.replace(/\s+/g, ' ').slice(0, 40)}”`;
  const box = element.getBoundingClientRect();
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const colour = (value) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = value;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const luminance = ([red, green, blue]) => {
    const [r, g, b] = [red, green, blue].map((part) => {
      const value = part / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  };
  const ground = (from) => {
    for (let each = from; each; each = each.parentElement) {
      const found = colour(getComputedStyle(each).backgroundColor);
      if (found[3] === 255) return found;
    }
    return [255, 255, 255, 255];
  };
  // What may show the focus: an outline of the element or of what it draws before or after itself, a line within an SVG.
  const marks = () => {
    const found = [null, '::before', '::after'].map((part) => {
      const style = getComputedStyle(element, part);
      const isDrawn = style.outlineStyle !== 'none' && (!part || style.content !== 'none');
      // An outline that is set off lies on what is behind the element, another one on the element itself.
      const under = !part && parseFloat(style.outlineOffset) < 0 ? element : element.parentElement;
      return { width: isDrawn ? parseFloat(style.outlineWidth) : 0, colour: style.outlineColor, under };
    });
    if (element instanceof SVGElement) {
      for (const shape of element.querySelectorAll('*')) {
        const style = getComputedStyle(shape);
        const width = style.stroke === 'none' ? 0 : parseFloat(style.strokeWidth);
        found.push({ width, colour: style.stroke, under: element.closest('svg').parentElement });
      }
    }
    return found;
  };
  const same = (one, other) => one.width === other.width && one.colour === other.colour;
  const focused = marks();
  element.blur();
  const plain = marks();
  element.focus({ preventScroll: true });
  const shown = focused.filter((mark, number) => mark.width >= 2 && !same(mark, plain[number]));
  const ratios = shown.map((mark) => contrast(colour(mark.colour), ground(mark.under)));
  const faults = [];
  if (!shown.length) faults.push('no outline of 2 px or more');
  else if (Math.max(...ratios) < 3) faults.push(`an outline of contrast ${Math.max(...ratios).toFixed(1)} to 1`);
  const middle = [box.left + box.width / 2, box.top + box.height / 2];
  const corners = [middle, [box.left + 3, box.top + 3], [box.right - 3, box.bottom - 3]];
  const lines = [...element.getClientRects()].map((line) => [line.left + line.width / 2, line.top + line.height / 2]);
  const isOnTop = ([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return top && (element.contains(top) || top.contains(element) || [...(element.labels ?? [])].some((l) => l.contains(top)));
  };
  if (![...corners, ...lines].some(isOnTop)) faults.push('covered by something, or outside of the window');
  if (element.tabIndex > 0) faults.push(`a place of its own in the order, ${element.tabIndex}`);
  // Where a box shows its parts in another order, those that can be operated are reached in the wrong one.
  const operable = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
  for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
    const { display, flexDirection, flexWrap } = getComputedStyle(box);
    const parts = [...box.children].filter((part) => part.matches(operable) || part.querySelector(operable));
    const isTurned = display.includes('flex') && `${flexDirection} ${flexWrap}`.includes('reverse');
    const isMoved = /flex|grid/.test(display) && parts.some((part) => getComputedStyle(part).order !== '0');
    if (parts.length > 1 && (isTurned || isMoved)) faults.push('a place elsewhere than in the order that it is read in');
  }
  return { place: all.indexOf(element), name, faults };
};
