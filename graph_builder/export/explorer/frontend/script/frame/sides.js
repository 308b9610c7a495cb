// The sides of the page, filters and panel, as columns or drawers.

/** @import { Side } from "../types.d.ts" */

import { redrawWhole } from "../graph/canvas.js";
import { isGraph } from "../graph/network.js";
import { byId, elements } from "../page/dom.js";
import { narrow, phone } from "../page/screen.js";
import { state } from "../state/store.js";
import { paintMap } from "../views/map.js";

/** @type {Record<Side, string>} */
const SIDES = { facets: "open-facets", panel: "open-panel" };

/** @type {(side: Side) => boolean} */
export const isOpen = (side) =>
  narrow.matches ? document.body.dataset.drawer === side : !document.body.classList.contains(`no-${side}`);

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
export function foldSide(side, away) {
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
