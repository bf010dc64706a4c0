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
  // A menu that is open lies over the page, and is a layer of its own. Nothing else may lie over anything.
  const layer = (element) => {
    for (let each = element; each; each = each.parentElement) {
      if (each.matches(':popover-open')) return each;
      if (each.parentElement?.matches('nav details[open]') && getComputedStyle(each).position === 'absolute') return each;
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
  for (const control of document.querySelectorAll('button, a.button, input, select, textarea')) {
    if (!control.checkVisibility({ visibilityProperty: true }) || isHiddenByDesign(control)) continue;
    const box = control.getBoundingClientRect();
    const own = layer(control);
    for (const line of placed) {
      if (line.layer !== own || control.contains(line.parent) || line.parent.contains(control)) continue;
      const wide = Math.min(box.right, line.box.right) - Math.max(box.left, line.box.left);
      const high = Math.min(box.bottom, line.box.bottom) - Math.max(box.top, line.box.top);
      const key = `${name(control)}|${line.text}`;
      if (wide > 1 && high > line.box.height * 0.5 && !over.has(key)) {
        over.add(key);
        faults.push(`${name(control)} lies over “${line.text}” in ${name(line.parent)}`);
      }
    }
  }
  return faults;
};
