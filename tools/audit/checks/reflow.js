// What does not fit: wider than the window, cut off by a box that hides what overflows, or lying over other text.
() => {
  const faults = [];
  const name = (element) => {
    const own = element.id ? `#${element.id}` : element.classList.length ? `.${element.classList[0]}` : '';
    return element.tagName.toLowerCase() + own;
  };
  const isHiddenByDesign = (element) => {
    // Text for screen readers alone is cut to a pixel on purpose.
    for (let each = element; each && each !== document.body; each = each.parentElement) {
      const box = each.getBoundingClientRect();
      if ((box.width <= 2 && box.height <= 2) || getComputedStyle(each).clipPath === 'inset(50%)') return true;
    }
    return false;
  };
  // What lies over the page on a ground of its own, such as an open menu, is another layer.
  const layer = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const { position, backgroundColor } = getComputedStyle(each);
      if (/absolute|fixed/.test(position) && backgroundColor !== 'rgba(0, 0, 0, 0)') return each;
    }
    return null;
  };

  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) {
    const widest = [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1)
      .sort((a, b) => b.getBoundingClientRect().right - a.getBoundingClientRect().right)[0];
    faults.push(`${root.scrollWidth - root.clientWidth} px wider than the window, by ${widest ? name(widest) : 'body'}`);
  }

  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.data.trim() || !parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    if (isHiddenByDesign(parent) || parent.closest('svg, option, select')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width > 1 && box.height > 1) lines.push({ parent, layer: layer(parent), text: node.data.trim().slice(0, 30), box });
    }
  }
  const cut = new Set();
  for (const { parent, text, box } of lines) {
    for (let each = parent; each && each !== document.body; each = each.parentElement) {
      const style = getComputedStyle(each);
      const limits = each.getBoundingClientRect();
      const hides = (value) => value === 'hidden' || value === 'clip';
      const below = hides(style.overflowY) && box.bottom > limits.bottom + box.height * 0.25;
      const beside = hides(style.overflowX) && (box.right > limits.right + 2 || box.left < limits.left - 2);
      if ((below || beside) && !cut.has(each)) {
        cut.add(each);
        faults.push(`“${text}” is cut off by ${name(each)}`);
      }
      if (style.position === 'fixed') break;
    }
  }

  // A fifth of a line's height is what line spacing below one leaves to lie over another without touching its letters.
  const placed = lines.filter(({ parent }) => !parent.closest('[aria-hidden="true"]'));
  const over = new Set();
  placed.sort((a, b) => a.box.top - b.box.top);
  for (let first = 0; first < placed.length; first += 1) {
    for (let second = first + 1; second < placed.length; second += 1) {
      const a = placed[first];
      const b = placed[second];
      if (b.box.top >= a.box.bottom) break;
      if (a.layer !== b.layer) continue;
      const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      const key = `${a.text}|${b.text}`;
      if (wide > 3 && high > Math.min(a.box.height, b.box.height) * 0.5 && !over.has(key)) {
        over.add(key);
        faults.push(`“${a.text}” in ${name(a.parent)} lies over “${b.text}” in ${name(b.parent)}`);
      }
    }
  }
  return faults;
};
