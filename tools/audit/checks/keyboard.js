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
  const style = getComputedStyle(element);
  const width = parseFloat(style.outlineWidth);
  const faults = [];
  if (style.outlineStyle === 'none' || width < 2) {
    faults.push('no outline of 2 px or more');
  } else {
    // An outline that is set off lies on what is behind the element, another one on the element itself.
    const under = ground(parseFloat(style.outlineOffset) >= 0 ? element.parentElement : element);
    const ratio = contrast(colour(style.outlineColor), under);
    if (ratio < 3) faults.push(`an outline of contrast ${ratio.toFixed(1)} to 1`);
  }
  const middle = [box.left + box.width / 2, box.top + box.height / 2];
  const corners = [middle, [box.left + 3, box.top + 3], [box.right - 3, box.bottom - 3]];
  const lines = [...element.getClientRects()].map((line) => [line.left + line.width / 2, line.top + line.height / 2]);
  const isOnTop = ([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return top && (element.contains(top) || top.contains(element) || [...(element.labels ?? [])].some((l) => l.contains(top)));
  };
  if (![...corners, ...lines].some(isOnTop)) faults.push('covered by something, or outside of the window');
  if (element.tabIndex > 0) faults.push(`a place of its own in the order, ${element.tabIndex}`);
  for (let each = element; each && each !== document.body; each = each.parentElement) {
    const { order, flexDirection, flexWrap } = getComputedStyle(each);
    const isTurned = getComputedStyle(each).display.includes('flex') && /reverse/.test(flexDirection + flexWrap);
    if (order !== '0' || isTurned) faults.push('shown in another order than it is read in');
  }
  return { place: all.indexOf(element), name, faults };
};
