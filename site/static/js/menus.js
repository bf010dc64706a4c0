// Closes an open part of the menu on Escape, and on a click or focus elsewhere. Without scripts it closes by its own button.
(() => {
  "use strict";
  const menu = document.getElementById("menu");
  if (!menu) return;
  const wide = matchMedia("(width >= 56rem)");
  const open = () => menu.querySelector("details[open]");

  document.addEventListener("keydown", (event) => {
    const details = open();
    if (event.key !== "Escape" || !details || !wide.matches) return;
    details.open = false;
    details.querySelector("summary").focus();
  });
  for (const name of ["click", "focusin"]) {
    document.addEventListener(name, (event) => {
      const details = open();
      if (details && wide.matches && !details.contains(event.target)) details.open = false;
    });
  }
})();
