// The panel of details.

/** @import { Child, Drawer, State } from "../types.d.ts" */

import { foldSide, isOpen, openDrawer } from "../frame/sides.js";
import { button, byId, element, elements, refill } from "../page/dom.js";
import { label } from "../page/i18n.js";
import { narrow } from "../page/screen.js";
import { isSame } from "../state/state.js";
import { clearSelection, state } from "../state/store.js";
import { articlePanel } from "./article.js";
import { entityPanel } from "./entity.js";
import { home } from "./home.js";
import { companionPanel, relationPanel } from "./pair.js";

/** @type {(state: State) => Child[]} */
function panelContent({ selection }) {
  if (selection === null) return home();
  if (selection.entity !== undefined) return entityPanel(selection.entity);
  if (selection.article !== undefined) return articlePanel(selection.article);
  return selection.net === "relations"
    ? relationPanel(selection.from, selection.to)
    : companionPanel(selection.from, selection.to);
}

/** @type {Drawer} */
export function drawPanel(before) {
  const panel = byId("panel");
  const within = panel.contains(document.activeElement) || byId("search").contains(document.activeElement);
  const fresh = !before || !isSame(before.selection, state.selection);
  const close = button(
    { class: "close", "data-key": "close", click: closePanel, "aria-label": label("close"), title: label("close") },
    "×",
  );
  panel.classList.toggle("has-selection", state.selection !== null);
  refill(panel, [
    state.selection === null ? element("span", { class: "drawer-only" }, close) : close,
    state.selection === null ? element("h2", { class: "aside" }, label("details")) : null,
    ...panelContent(state),
  ]);
  if (fresh) panel.scrollTop = 0;
  if (before && before.view !== state.view && state.view === "story" && narrow.matches) openDrawer(null);
  if (!fresh) return;
  if (state.selection !== null && narrow.matches) openDrawer(state.view === "story" ? null : "panel");
  else if (state.selection !== null && !isOpen("panel")) foldSide("panel", false);
  if (before === null || (!within && !panel.contains(document.activeElement))) return;
  (elements("h2[tabindex]", panel)[0] ?? panel).focus({ preventScroll: true });
}

function closePanel() {
  openDrawer(null);
  if (state.selection !== null) clearSelection();
}
