// The panel of details, and the sides of the page as columns or drawers.

/** @import { Child, Drawer, Side, State } from "./types.d.ts" */

import { articlePanel } from "./article.js";
import { isGraph, redrawWhole } from "./canvas.js";
import { button, byId, element, elements, refill } from "./dom.js";
import { entityPanel } from "./entity.js";
import { home } from "./home.js";
import { label } from "./i18n.js";
import { paintMap } from "./map.js";
import { companionPanel, relationPanel } from "./pair.js";
import { isSame } from "./state.js";
import { clearSelection, state } from "./store.js";

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

// On a narrow screen filters and panel are drawers; one is open at a time.
export const narrow = matchMedia("(max-width: 900px)");

/** @type {Record<Side, string>} */
const SIDES = { facets: "open-facets", panel: "open-panel" };

/** @type {(side: Side) => boolean} */
const isOpen = (side) =>
  narrow.matches ? document.body.dataset.drawer === side : !document.body.classList.contains(`no-${side}`);

const phone = matchMedia("(max-width: 620px)");

/** @type {HTMLElement | null} */
let covered = null; // what had the focus where a drawer lies now

/**
 * Open one drawer, or none. Where it covers the stage, that cannot be reached, and gets the focus back afterwards.
 * @type {(side: Side | null) => void}
 */
export function openDrawer(name) {
  const covers = name === "facets" || (name === "panel" && phone.matches); // beside the panel the graph stays usable
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  const left = /** @type {HTMLElement | undefined} */ (focused?.closest(".facets, .panel"));
  const [stage] = elements(".stage");
  if (covers && stage.contains(focused)) covered = focused;
  document.body.dataset.drawer = name ?? "";
  byId("veil").hidden = !covers;
  stage.inert = covers;
  tellSides();
  if (name !== null && covers && covered === focused) byId(name).focus();
  if (name !== null || !left || !narrow.matches) return;
  (covered ?? byId(SIDES[/** @type {Side} */ (left.id)])).focus();
  covered = null;
}

function tellSides() {
  for (const side of /** @type {const} */ (["facets", "panel"]))
    byId(SIDES[side]).setAttribute("aria-expanded", String(isOpen(side)));
}

/**
 * Show or hide a side of a wide screen.
 * @type {(side: Side, away: boolean) => void}
 */
function foldSide(side, away) {
  document.body.classList.toggle(`no-${side}`, away);
  tellSides();
  if (isGraph()) redrawWhole();
  else if (state.view === "map") paintMap();
}

/** @type {(side: Side) => void} */
function toggleSide(side) {
  const open = isOpen(side);
  if (!narrow.matches) return foldSide(side, open);
  openDrawer(open ? null : side);
  if (!open) byId(side).focus();
}

// Listen to the buttons that open and close the sides.
export function startSides() {
  byId("open-facets").addEventListener("click", () => toggleSide("facets"));
  byId("open-panel").addEventListener("click", () => toggleSide("panel"));
  narrow.addEventListener("change", () => openDrawer(null));
  byId("veil").addEventListener("click", () => openDrawer(null));
}
