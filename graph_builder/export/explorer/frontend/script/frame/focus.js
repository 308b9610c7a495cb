// The focus of the graph: a neighbourhood, the paths between two entities, or a community.

/** @import { Drawer, Focus } from "../types.d.ts" */

import { button, byId, element, refill } from "../page/dom.js";
import { communityName, label, nameOf, number, shortened } from "../page/i18n.js";
import { change, draw, focusOn, shown, state } from "../state/store.js";
import { neighboursIn, stepsFrom } from "../state/visible.js";
import { openDrawer } from "./sides.js";

/** @type {number | null} */
export let pathStart = null;

/** @type {(id: number) => void} */
export function startPath(id) {
  pathStart = pathStart === id ? null : id;
  draw({ ...state });
  if (pathStart === null) return;
  openDrawer(null);
  byId("query").focus();
}

/**
 * While a path is being chosen, the next selected entity is its end.
 * @type {Drawer}
 */
export function endOfPath(before) {
  const chosen = state.selection?.entity;
  if (pathStart === null || chosen === undefined || chosen === pathStart || before?.selection === state.selection)
    return;
  /** @type {[number, number]} */
  const path = [pathStart, chosen];
  pathStart = null;
  change({ focus: { path }, view: state.view === "table" ? state.view : state.net }, { replace: true });
}

/** @type {(focus: Focus) => string} */
function focusText({ near, path, group }) {
  if (path) {
    const far = stepsFrom(path[0], neighboursIn(shown.edges)).get(path[1]);
    const names = { from: shortened(nameOf(path[0]), 40), to: shortened(nameOf(path[1]), 40) };
    return far === undefined ? label("noPath", names) : label("focusPath", { ...names, steps: number(far) });
  }
  if (near !== undefined) return label("focusNear", { name: shortened(nameOf(near), 40) });
  return label("focusGroup", { names: communityName(shown.network, group) });
}

export function drawFocus() {
  const { focus } = state;
  const bar = byId("focus");
  bar.hidden = focus === null && pathStart === null;
  if (bar.hidden) return;
  if (pathStart !== null) {
    const start = pathStart;
    refill(bar, [
      element("span", {}, label("pathTo", { name: shortened(nameOf(start), 40) })),
      button({ class: "link", "data-key": "no-path", click: () => startPath(start) }, label("cancel")),
    ]);
    return;
  }
  if (focus === null) return;
  const steps =
    focus.near === undefined
      ? []
      : /** @type {const} */ ([1, 2]).map((far) =>
          button(
            {
              class: "quiet small",
              "data-key": `steps-${far}`,
              "aria-pressed": String(focus.steps === far),
              click: () => focusOn({ near: focus.near, steps: far }),
            },
            label(`near${far}`),
          ),
        );
  refill(bar, [
    element("span", { dir: "auto" }, focusText(focus)),
    ...steps,
    button({ class: "link", "data-key": "unfocus", click: () => focusOn(null) }, label("unfocus")),
  ]);
}
