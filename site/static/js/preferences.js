// How the reader wants the page to look. Nothing is stored before their own click on one of the controls, and nothing
// but what they chose. Runs before the page is drawn, so that it does not flicker.
(() => {
  "use strict";
  const KEY = "display";
  const THEMES = ["light", "dark", "contrast"];
  const SIZES = ["", "large", "larger"];
  const root = document.documentElement;

  function read() {
    try {
      const stored = JSON.parse(localStorage.getItem(KEY)) || {};
      return { theme: THEMES.includes(stored.theme) ? stored.theme : "", text: SIZES.includes(stored.text) ? stored.text : "" };
    } catch {
      return { theme: "", text: "" }; // storage that is closed to us, or that somebody else has written to
    }
  }

  function keep(choice) {
    try {
      if (choice.theme || choice.text) localStorage.setItem(KEY, JSON.stringify(choice));
      else localStorage.removeItem(KEY);
    } catch {
      // The choice then holds for this page only.
    }
  }

  function show(choice) {
    for (const name of ["theme", "text"]) {
      if (choice[name]) root.dataset[name] = choice[name];
      else delete root.dataset[name];
    }
  }

  const choice = read();
  show(choice);
  root.dataset.scripts = ""; // the controls have their place from the start, so that nothing moves for them

  document.addEventListener("DOMContentLoaded", () => {
    const controls = document.querySelector("[data-display]");
    if (!controls) return;
    const systemIsDark = matchMedia("(prefers-color-scheme: dark)");
    const themes = controls.querySelectorAll("[data-theme-button]");
    const text = controls.querySelector("[data-text-button]");

    function isOn(theme) {
      return choice.theme === theme || (theme === "dark" && !choice.theme && systemIsDark.matches);
    }

    function tell() {
      for (const button of themes) button.setAttribute("aria-pressed", isOn(button.dataset.themeButton));
      text.querySelector("[data-text-name]").textContent = text.dataset.names.split("|")[SIZES.indexOf(choice.text)];
    }

    function change() {
      keep(choice);
      show(choice);
      tell();
    }

    for (const button of themes) {
      button.addEventListener("click", () => {
        const theme = button.dataset.themeButton;
        const off = theme === "dark" && systemIsDark.matches ? "light" : "";
        choice.theme = isOn(theme) ? off : theme;
        if (choice.theme === "dark" && systemIsDark.matches) choice.theme = ""; // what the system says already
        change();
      });
    }
    text.addEventListener("click", () => {
      choice.text = SIZES[(SIZES.indexOf(choice.text) + 1) % SIZES.length];
      change();
    });
    systemIsDark.addEventListener("change", tell);
    tell();
  });
})();
