// The text of every block that is shown, with the language that it is marked as.
() => {
  const blocks = [];
  for (const element of document.querySelectorAll('title, p, li, h1, h2, h3, h4, h5, h6, dt, dd, td, th, figcaption, summary, label, a, span')) {
    const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data).join(' ');
    const text = own.replace(/\s+/g, ' ').trim();
    if (text) blocks.push({ language: element.closest('[lang]')?.lang.slice(0, 2) ?? '', text });
  }
  for (const element of document.querySelectorAll('[alt], [aria-label], [title]')) {
    for (const attribute of ['alt', 'aria-label', 'title']) {
      const text = element.getAttribute(attribute);
      if (text) blocks.push({ language: element.closest('[lang]')?.lang.slice(0, 2) ?? '', text });
    }
  }
  return blocks;
};
