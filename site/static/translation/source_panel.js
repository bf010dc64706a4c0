// The Polish text beside the editor of an English page: it follows the field in focus, carries suggestions into it,
// and is asked for again after each save.
(() => {
  const PAUSE = 1000; // milliseconds after a save: typing goes on, and each pause of it saves
  const WRITABLE = "textarea, input:not([type]), input[type=text], input[type=url], input[type=email], [contenteditable=true]";
  const CONTROL = "a[href], button, select, input:not([type=hidden])";
  const CURRENT = "source__part--current";
  const panel = () => document.querySelector("[data-source-panel]");
  const isOpen = () => panel()?.checkVisibility() ?? false;
  const OFFERED = "[data-source-carry], [data-source-insert]"; // in the order of their keys
  let lastField = null; // of the editor, not of the panel
  const current = () => document.querySelector(`.${CURRENT}`);

  // The path of a field, such as "body.<id>.text", from the elements around it; none in a block that has no id yet.
  function pathOf(element) {
    const steps = [];
    if (element.closest("[data-contentpath-disabled]")) return "";
    for (let each = element.closest("[data-contentpath]"); each; each = each.parentElement.closest("[data-contentpath]")) {
      if (each.dataset.contentpath) steps.unshift(each.dataset.contentpath);
    }
    return steps.join(".");
  }

  // The element around the field at a path, and at no longer one that ends in the same names.
  function placeOf(path) {
    const last = path.split(".").pop();
    const named = document.querySelectorAll(`[data-contentpath="${CSS.escape(last)}"]`);
    return [...named].find((each) => pathOf(each) === path);
  }

  const fieldAt = (path) => placeOf(path)?.querySelector(WRITABLE) ?? null;

  // Open the tab and the panels that an element is in, from the outside in.
  function reveal(element) {
    const around = [];
    for (let each = element; each; each = each.parentElement) if (each.id) around.unshift(each.id);
    for (const id of around.map((each) => CSS.escape(each))) {
      document.querySelector(`[role=tab][aria-controls="${id}"][aria-selected=false]`)?.click();
      document.querySelector(`[data-panel-toggle][aria-controls="${id}"][aria-expanded=false]`)?.click();
    }
  }

  function say(text) {
    const place = document.querySelector("[data-source-said]");
    if (place) place.textContent = text;
  }

  function partOf(path) {
    return [...document.querySelectorAll("[data-source-path]")].find((part) => part.dataset.sourcePath === path);
  }

  function mark(part) {
    current()?.classList.remove(CURRENT);
    part?.classList.add(CURRENT);
    suggest(part);
  }

  // Scroll the panel, and nothing around it: the browser may be bringing the field that has the focus into sight.
  function keepInSight(element) {
    let panels = element.parentElement;
    while (panels && !/auto|scroll/.test(getComputedStyle(panels).overflowY)) panels = panels.parentElement;
    if (!panels) return;
    const [box, view] = [element.getBoundingClientRect(), panels.getBoundingClientRect()];
    const top = view.top + panel().querySelector(".source__said").offsetHeight; // what the panel says lies over its top
    if (box.top < top || box.height > view.bottom - top) panels.scrollTop += box.top - top;
    else if (box.bottom > view.bottom) panels.scrollTop += box.bottom - view.bottom;
  }

  function show(part) {
    if (part !== current()) say("");
    mark(part);
    keepInSight(part);
  }

  // What the server answers, or null: it does not, or the session has ended and it asks to sign in.
  async function ask(address, options) {
    try {
      const response = await fetch(address, options);
      return response.ok && !response.redirected ? await response.text() : null;
    } catch {
      return null;
    }
  }

  // What comes late moves what is below it: what has the focus there stays in sight.
  function insert(place, html) {
    place.innerHTML = html;
    const focused = document.activeElement;
    if (panel().contains(focused)) focused.scrollIntoView({ block: "nearest" });
  }

  // What the memory, the glossary and the machine have for each passage of the current part, once.
  async function suggest(part) {
    if (!part || !isOpen()) return;
    const segments = part.querySelectorAll("[data-source-segment]:not([data-source-asked])");
    for (const segment of segments) {
      if (!part.isConnected || part !== current()) return; // the focus is elsewhere, or the text was renewed
      segment.dataset.sourceAsked = "";
      const place = segment.querySelector("[data-source-suggested]");
      const query = new URLSearchParams({
        text: segment.dataset.sourceWords, path: part.dataset.sourcePath, index: segment.dataset.sourceSegment,
      });
      const html = await ask(`${panel().dataset.sourceSuggestions}?${query}`);
      if (html === null) delete place.closest("[data-source-segment]")?.dataset.sourceAsked;
      else insert(place, html);
    }
    const shown = current(); // another element by now if the text was renewed meanwhile
    if (!segments.length || shown?.dataset.sourcePath !== part.dataset.sourcePath) return;
    const count = shown.querySelectorAll(OFFERED).length;
    if (!count || document.querySelector("[data-source-said]").textContent) return;
    say(`${panel().dataset.sourceFound} ${count}`);
    if (!panel().contains(document.activeElement)) keepInSight(shown); // what is said now lies over its name
  }

  // Wagtail's editor of the rich text that an element is in, if it is in one. Its input stands beside it.
  function editorOf(element) {
    const beside = element.closest("[data-draftail-editor-wrapper]")?.parentElement.querySelectorAll("input") ?? [];
    return [...beside].find((each) => each.draftailEditor)?.draftailEditor;
  }

  // The paragraphs of a rich text that have a number among the passages: what is empty or no text has none.
  function paragraphsOf(content) {
    return content.getBlocksAsArray().filter((each) => each.getType() !== "atomic" && each.getText().trim());
  }

  // Put a text in the place of the paragraph with a number, or after the last one if there is none. It is done in what
  // the editor knows, not on the page: there, bold words and links would be left of what was to be replaced.
  function put(editor, text, number) {
    const { EditorState, Modifier, SelectionState } = window.DraftJS;
    const state = editor.getEditorState();
    const select = (block, from) =>
      SelectionState.createEmpty(block.getKey()).merge({ anchorOffset: from, focusOffset: block.getLength(), hasFocus: true });
    let content = state.getCurrentContent();
    let paragraph = paragraphsOf(content)[number] ?? content.getLastBlock();
    if (!paragraphsOf(content)[number] && paragraph.getText()) {
      content = Modifier.splitBlock(content, select(paragraph, paragraph.getLength()));
      paragraph = content.getLastBlock();
    }
    content = Modifier.replaceText(content, select(paragraph, 0), text);
    const changed = EditorState.push(state, content, "insert-characters");
    editor.onChange(EditorState.forceSelection(changed, content.getSelectionAfter()));
  }

  // Write into a field as a person would, so that the editor notices: in the place of what it holds, or of one paragraph.
  function write(field, text, number) {
    reveal(field);
    field.focus();
    if (document.activeElement !== field) return false; // a block that was deleted, a field that is locked
    const editor = editorOf(field);
    if (editor) {
      put(editor, text, number);
    } else {
      field.select();
      document.execCommand("insertText", false, text);
    }
    return true;
  }

  // Put a text where the cursor is in a rich text, in the place of what is selected, line by line.
  function putAtCursor(editor, text) {
    const { EditorState, Modifier } = window.DraftJS;
    const state = editor.getEditorState();
    let content = state.getCurrentContent();
    let selection = state.getSelection();
    for (const [number, line] of text.split(/\n+/).entries()) {
      if (number) {
        content = Modifier.splitBlock(content, selection);
        selection = content.getSelectionAfter();
      }
      content = Modifier.replaceText(content, selection, line);
      selection = content.getSelectionAfter();
    }
    editor.onChange(EditorState.forceSelection(EditorState.push(state, content, "insert-characters"), selection));
  }

  // Write into the field that has the focus, or had it before the panel: at the cursor, so that nothing there is lost.
  function insertAtCursor(button) {
    const { sourceCarried, sourceNowhere, sourceUnfocused } = panel().dataset;
    if (!lastField?.isConnected) {
      say(sourceUnfocused);
      return;
    }
    reveal(lastField);
    lastField.focus();
    if (document.activeElement !== lastField) {
      say(sourceNowhere);
      return;
    }
    const editor = editorOf(lastField);
    if (editor) putAtCursor(editor, button.dataset.sourceInsert);
    else document.execCommand("insertText", false, button.dataset.sourceInsert);
    say(sourceCarried);
  }

  function carry(button) {
    if (button.matches("[data-source-insert]")) {
      insertAtCursor(button);
      return;
    }
    const part = button.closest("[data-source-path]");
    const number = Number(button.closest("[data-source-segment]").dataset.sourceSegment);
    const field = fieldAt(part.dataset.sourcePath);
    const { sourceCarried, sourceCell, sourceNowhere } = panel().dataset;
    if (part.dataset.sourceKind === "table" && number > 0) say(sourceCell);
    else if (field && write(field, button.dataset.sourceCarry, number)) say(sourceCarried);
    else say(sourceNowhere);
  }

  function go(part) {
    const place = placeOf(part.dataset.sourcePath);
    if (place) reveal(place);
    const field = place?.querySelector(WRITABLE);
    const target = field ?? [...(place?.querySelectorAll(CONTROL) ?? [])].find((each) => each.checkVisibility());
    show(part);
    if (!target?.checkVisibility()) {
      say(panel().dataset.sourceNowhere);
      return;
    }
    // The panel follows the focus; whatever scrolls last wins, and what glides is stopped by what does not.
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "center", behavior: "instant" });
  }

  // The next part that waits after the current one, from the top again after the last.
  function next() {
    const parts = [...document.querySelectorAll("[data-source-path]")];
    const from = parts.indexOf(current()) + 1;
    const part = [...parts.slice(from), ...parts.slice(0, from)].find((each) => each.matches(".source__part--waits"));
    if (part) go(part);
    else say(panel().dataset.sourceDone);
  }

  const keyOf = (segment) => `${segment.closest("[data-source-path]").dataset.sourcePath}\n${segment.dataset.sourceWords}`;

  // Show another text, with what was there already: the suggestions, the current part, and the focus.
  function replace(place, html) {
    const focused = place.contains(document.activeElement) ? document.activeElement : null;
    const focusedPath = focused?.closest("[data-source-path]")?.dataset.sourcePath;
    const currentPath = current()?.dataset.sourcePath;
    const isUnfolded = place.querySelector("details")?.open;
    const suggested = new Map();
    for (const segment of place.querySelectorAll("[data-source-asked]")) {
      suggested.set(keyOf(segment), segment.querySelector("[data-source-suggested]"));
    }
    place.querySelector("[data-source-text]").innerHTML = html;
    for (const segment of place.querySelectorAll("[data-source-segment]")) {
      const known = suggested.get(keyOf(segment));
      if (!known) continue;
      suggested.delete(keyOf(segment));
      segment.dataset.sourceAsked = "";
      segment.querySelector("[data-source-suggested]").replaceWith(known);
    }
    if (isUnfolded) place.querySelector("details")?.setAttribute("open", "");
    if (currentPath && partOf(currentPath)) mark(partOf(currentPath));
    if (focused) refocus(place, focused, focusedPath);
  }

  // Put the focus on the same control, or else on the name of its part, or else on the first control.
  function refocus(place, focused, path) {
    const around = (path && partOf(path)) || place;
    const same = [...around.querySelectorAll("a, button, summary")].find((each) => each.outerHTML === focused.outerHTML);
    const target = focused.isConnected ? focused : same ?? around.querySelector("[data-source-go]") ?? place.querySelector("a, button");
    target?.focus({ preventScroll: true });
  }

  // Warn if readers of Polish see another text by now than the one that this form answers for.
  function compareRevisions() {
    const place = panel();
    if (!place) return;
    const answered = document.querySelector("[name=polish_revision]")?.value;
    const shown = place.querySelector("[data-source-revision]")?.dataset.sourceRevision;
    place.querySelector("[data-source-newer]").hidden = !answered || !shown || answered === shown;
  }

  // Say on the button that opens the panel how many passages wait.
  function count(place) {
    const counter = document.querySelector("[data-side-panel-toggle=source] [data-side-panel-toggle-counter]");
    const number = place.querySelector("[data-source-waiting]")?.dataset.sourceWaiting;
    if (!counter) return;
    counter.textContent = number;
    counter.hidden = number === "0";
  }

  async function exchange(address, request) {
    const place = panel();
    if (!place) return;
    const html = await ask(address ?? place.dataset.sourcePanel, request);
    if (html !== null) {
      replace(place, html);
      count(place);
      compareRevisions();
    } else if (request) {
      say(place.dataset.sourceFailed);
    }
  }

  // One after the other, so that a slow answer never stands in the place of a newer one.
  let last = Promise.resolve();
  function renew(address, request) {
    last = last.then(() => exchange(address, request));
  }

  function posted(values) {
    const headers = { [window.wagtailConfig.CSRF_HEADER_NAME]: window.wagtailConfig.CSRF_TOKEN };
    return { method: "POST", headers, body: new URLSearchParams(values) };
  }

  // Tell the server something about a passage, and show the text as it is then.
  function tell(way, values) {
    renew(`${panel().dataset.sourcePanel}${way}/`, posted(values));
  }

  async function askMachine(button) {
    if (button.hasAttribute("aria-busy")) return;
    button.setAttribute("aria-busy", "true");
    const { sourceWords } = button.closest("[data-source-segment]").dataset;
    const place = button.parentElement;
    const html = await ask(button.dataset.sourceMachine, posted({ text: sourceWords }));
    button.removeAttribute("aria-busy");
    if (html === null) {
      say(panel().dataset.sourceFailed);
      return;
    }
    const hasFocus = place.contains(document.activeElement);
    place.innerHTML = html;
    if (hasFocus) place.querySelector("button")?.focus();
  }

  // The passage that has the focus: the one of the control, of the paragraph with the cursor, or the field's only one.
  function passage() {
    const focused = document.activeElement;
    const own = focused.closest("[data-source-segment]");
    if (own) return own;
    const state = focused.isContentEditable ? editorOf(focused)?.getEditorState() : null;
    const key = state?.getSelection().getAnchorKey();
    const number = state ? paragraphsOf(state.getCurrentContent()).findIndex((each) => each.getKey() === key) : 0;
    return current()?.querySelector(`[data-source-segment="${number}"]`);
  }

  document.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-source-panel] button");
    if (!button) return;
    if (button.matches(OFFERED)) carry(button);
    else if (button.matches("[data-source-settle]")) {
      tell("settle", { segment: button.dataset.sourceSettle, word: button.dataset.sourceWord });
    }
    else if (button.matches("[data-source-read]")) tell("read", { text: button.dataset.sourceRead });
    else if (button.matches("[data-source-machine]")) askMachine(button);
    else if (button.matches("[data-source-go]")) go(button.closest("[data-source-path]"));
    else if (button.matches("[data-source-next]")) next();
  });

  document.addEventListener("focusin", ({ target }) => {
    if (!panel() || !target.closest("form[data-edit-form]") || target.closest("[data-source-panel]")) return;
    if (target.matches(WRITABLE)) lastField = target;
    const part = partOf(pathOf(target));
    if (part) show(part);
    else if (target.matches(WRITABLE)) mark(null); // a field without a Polish text: no suggestion is meant for it
  });

  // The side panel tells of being opened by an event that does not bubble.
  document.addEventListener("show", ({ target }) => target.contains?.(panel()) && suggest(current()), true);

  // Alt and Shift with a number carries that suggestion into the field in focus; with N it leads to the next passage.
  document.addEventListener("keydown", (event) => {
    if (!panel() || !event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey) return;
    if (event.code === "KeyN") {
      event.preventDefault();
      next();
      return;
    }
    const number = /^Digit([1-9])$/.exec(event.code)?.[1];
    const button = number && isOpen() && passage()?.querySelectorAll(OFFERED)[number - 1];
    if (!button) return;
    event.preventDefault();
    carry(button);
  });

  document.addEventListener("DOMContentLoaded", compareRevisions);

  let waiting;
  document.addEventListener("w-autosave:success", () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(renew, PAUSE);
  });
})();
