// Suggests pages while a reader types in a search field: a list that is used with the arrows, Enter and Escape, or the
// pointer (the combobox of the ARIA patterns). Without scripts, or where nothing is suggested, the field stays a field.
(() => {
  "use strict";
  const SHORTEST = 2;
  const PAUSE = 200; // milliseconds without a key before the site is asked

  function enhance(form) {
    const field = form.querySelector("input[name=q]");
    const list = document.createElement("ul");
    let timer = 0;
    let asked = null;
    let chosen = -1;

    list.className = "suggestions";
    list.id = `${field.id}-suggestions`;
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", form.dataset.suggestionsName);
    field.after(list);
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", list.id);
    field.setAttribute("aria-expanded", "false");

    function close() {
      clearTimeout(timer);
      if (asked) asked.abort();
      list.hidden = true;
      list.replaceChildren();
      chosen = -1;
      field.setAttribute("aria-expanded", "false");
      field.removeAttribute("aria-activedescendant");
    }

    function choose(number) {
      const options = [...list.children];
      chosen = (number + options.length + 1) % (options.length + 1); // one place is the field itself
      options.forEach((option, place) => option.setAttribute("aria-selected", place === chosen));
      if (chosen === options.length) {
        field.removeAttribute("aria-activedescendant");
      } else {
        field.setAttribute("aria-activedescendant", options[chosen].id);
        options[chosen].scrollIntoView({ block: "nearest" });
      }
    }

    function show(suggestions) {
      list.replaceChildren(
        ...suggestions.map((suggestion, place) => {
          const option = document.createElement("li");
          const title = document.createElement("span");
          const kind = document.createElement("span");
          option.id = `${list.id}-${place}`;
          option.className = "suggestions__option";
          option.dataset.url = suggestion.url;
          option.setAttribute("role", "option");
          option.setAttribute("aria-selected", "false");
          title.textContent = suggestion.title;
          kind.textContent = suggestion.kind;
          kind.className = "suggestions__kind";
          option.append(title, " ", kind);
          return option;
        }),
      );
      chosen = suggestions.length;
      field.removeAttribute("aria-activedescendant");
      list.hidden = suggestions.length === 0;
      field.setAttribute("aria-expanded", String(!list.hidden));
    }

    async function ask() {
      const text = field.value.trim();
      if (text.length < SHORTEST) return;
      asked = new AbortController();
      try {
        const answer = await fetch(`${form.dataset.suggestions}?q=${encodeURIComponent(text)}`, { signal: asked.signal });
        if (answer.ok && document.activeElement === field) show((await answer.json()).suggestions);
      } catch {
        // Superseded by another key, or no connection: the form works without.
      }
    }

    field.addEventListener("input", () => {
      close();
      timer = setTimeout(ask, PAUSE);
    });
    field.addEventListener("keydown", (event) => {
      if (list.hidden) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        choose(chosen + (event.key === "ArrowDown" ? 1 : -1));
      } else if (event.key === "Escape") {
        event.preventDefault(); // the first one closes the list and leaves what was typed
        close();
      } else if (event.key === "Enter" && list.children[chosen]) {
        event.preventDefault();
        location.assign(list.children[chosen].dataset.url);
      }
    });
    field.addEventListener("blur", close);
    list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[data-url]");
      if (option) location.assign(option.dataset.url);
    });
  }

  document.querySelectorAll("form[data-suggestions]").forEach(enhance);
})();
