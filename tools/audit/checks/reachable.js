// The places and names of all that can be operated and is shown.
() => {
  const all = [...document.querySelectorAll('*')];
  const operable = 'a[href], area[href], button, input, select, textarea, summary, iframe, audio[controls], video[controls], [tabindex]';
  return [...document.querySelectorAll(operable)]
    .filter((element) => element.tabIndex >= 0 && !element.disabled && element.type !== 'hidden')
    .filter((element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }))
    .filter((element) => !element.closest('[inert]'))
    .filter((element) => {
      // Of a group of radio buttons one is reached, and the arrows lead to the others.
      if (element.type !== 'radio') return true;
      const group = [...document.querySelectorAll('input[type=radio]')].filter((other) => other.name === element.name && other.form === element.form);
      const chosen = group.find((other) => other.checked);
      return element === (chosen ?? group[0]);
    })
    .map((element) => ({ place: all.indexOf(element), name: `${element.tagName.toLowerCase()} “${(element.innerText || element.value || element.id || '').trim().replace(/\s+/g, ' ').slice(0, 40)}”` }));
};
