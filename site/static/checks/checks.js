// Leads from what a check found to the field in the editor, and asks again what they say after each save.
(() => {
  const ADDRESS = "#:w:";
  const FIELDS = "input:not([type=hidden]), select, textarea, [contenteditable=true], button";
  const PAUSE = 1000; // milliseconds after a save: typing goes on, and each pause of it saves

  // The element at a content path such as "body.<id>.alt_text", or the nearest one around it that is there.
  function elementAt(path) {
    const steps = path.split(".");
    for (; steps.length > 0; steps.pop()) {
      const selector = steps.map((step) => `[data-contentpath="${CSS.escape(step)}"]`).join(" ");
      const element = document.querySelector(selector);
      if (element) return element;
    }
    return null;
  }

  // Open the tab and the panels that an element is in, from the outside in.
  function reveal(element) {
    const around = [];
    for (let each = element; each; each = each.parentElement) if (each.id) around.unshift(each.id);
    for (const id of around) {
      const name = CSS.escape(id);
      document.querySelector(`[role=tab][aria-controls="${name}"][aria-selected=false]`)?.click();
      document.querySelector(`[data-panel-toggle][aria-controls="${name}"][aria-expanded=false]`)?.click();
    }
  }

  function lead(hash) {
    const path = hash.startsWith(ADDRESS) && new URLSearchParams(hash.slice(ADDRESS.length)).get("contentpath");
    const element = path && elementAt(path);
    if (!element) return;
    reveal(element);
    element.scrollIntoView({ block: "center" });
    const field = element.querySelector(FIELDS);
    if (field) field.focus({ preventScroll: true });
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest(`a[href*="${ADDRESS}"]`);
    if (!link || link.pathname !== window.location.pathname || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    window.history.replaceState(window.history.state, "", link.hash);
    lead(link.hash);
  });
  window.addEventListener("load", () => lead(window.location.hash));

  let waiting;

  async function renew(number) {
    const list = document.querySelector("[data-checks-results]");
    if (!list || list.contains(document.activeElement)) return;
    if (number) list.dataset.checksResults = list.dataset.checksResults.replace(/\d+(?=\/panel\/$)/, number);
    const response = await fetch(list.dataset.checksResults).catch(() => null);
    if (response?.ok && !response.redirected) list.innerHTML = await response.text();
  }

  document.addEventListener("w-autosave:success", ({ detail }) => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(renew, PAUSE, detail?.response?.pk);
  });
})();
