// What surrounds every view: totals, the choice of a view, theme, language, and keys that work everywhere.

/** @import { LabelKey } from "../data/payload_types.d.ts" */
/** @import { Drawer, View } from "../types.d.ts" */

import { data } from "../data/model.js";
import { labels } from "../data/payload.js";
import { readPalette } from "../graph/looks.js";
import { fitAll, rearrange, zoomBy } from "../graph/navigation.js";
import { paper } from "../page/deliver.js";
import { byId, element, elements, refill } from "../page/dom.js";
import { label, number } from "../page/i18n.js";
import { dark, narrow } from "../page/screen.js";
import { MOST, START, STEP, isFiltered } from "../state/state.js";
import { change, clearSelection, draw, focusOn, remembered, shown, state } from "../state/store.js";
import { fitMap, zoomMap } from "../views/map.js";
import { pathStart, startPath } from "./focus.js";
import { showHelp } from "./help.js";
import { closeSearch } from "./search.js";
import { openDrawer } from "./sides.js";

const themeNow = () =>
  paper ? "light" : state.theme === "auto" ? (dark.matches ? "dark" : "light") : state.theme;

function applyLabels() {
  document.documentElement.lang = state.lang;
  document.documentElement.dir = labels[state.lang].direction;
  document.title = label("title");
  /** @type {(key: string, apply: (node: HTMLElement, text: string) => void) => void} */
  const put = (key, apply) => {
    for (const node of elements(`[data-${key}]`)) apply(node, label(/** @type {LabelKey} */ (node.dataset[key])));
  };
  put("label", (node, text) => (node.textContent = text));
  put("name", (node, text) => node.setAttribute("aria-label", text));
  put("title", (node, text) => node.setAttribute("title", text));
  put("placeholder", (node, text) => node.setAttribute("placeholder", text));
  byId("language").lang = state.lang === "ar" ? "en" : "ar";
}

/** @type {Drawer} */
export function drawFrame(before) {
  if (document.documentElement.dataset.theme !== themeNow()) {
    document.documentElement.dataset.theme = themeNow();
    readPalette();
  }
  if (before?.lang !== state.lang) {
    applyLabels();
    refill(
      byId("totals"),
      /** @type {const} */ (["documents", "entities", "relations"]).map((key) =>
        element("span", {}, `${label(key)} `, element("b", {}, number(data[key].length))),
      ),
    );
  }
  for (const choice of elements("[data-view]")) {
    choice.setAttribute("aria-pressed", String(choice.dataset.view === state.view));
  }
  byId("empty").hidden = shown.drawn.length > 0;
  byId("empty").textContent = label(isFiltered(state) || state.focus ? "emptyFilter" : "emptyView");
  document.body.dataset.shows = state.view;
}

function switchLanguage() {
  const lang = state.lang === "ar" ? "en" : "ar";
  remembered.set("lang", lang);
  change({ lang }, { replace: true });
}

function switchTheme() {
  const theme = themeNow() === "dark" ? "light" : "dark";
  remembered.set("theme", theme);
  change({ theme }, { replace: true });
}

/** @type {Record<string, () => void>} */
const zooms = {
  in: () => (state.view === "map" ? zoomMap(1.4) : zoomBy(1.4)),
  out: () => (state.view === "map" ? zoomMap(1 / 1.4) : zoomBy(1 / 1.4)),
  fit: () => (state.view === "map" ? fitMap() : fitAll()),
};

function escape() {
  if (byId("query").value !== "") closeSearch();
  else if (narrow.matches && document.body.dataset.drawer) openDrawer(null);
  else if (pathStart !== null) startPath(pathStart);
  else if (state.selection !== null) clearSelection();
  else if (state.focus !== null) focusOn(null);
}

// Listen to the buttons of the toolbar and to the keys that work everywhere.
export function startFrame() {
  byId("language").addEventListener("click", switchLanguage);
  byId("theme").addEventListener("click", switchTheme);
  byId("more").addEventListener("click", () => change({ amount: Math.min(MOST, 2 * state.amount) }));
  byId("all").addEventListener("click", () =>
    change({ amount: Math.min(MOST, Math.max(STEP, shown.nodes.length)), lines: "all" }),
  );
  byId("fewer").addEventListener("click", () => change({ amount: STEP, lines: START.lines }));
  byId("lines").addEventListener("click", () => change({ lines: state.lines === "strong" ? "all" : "strong" }));
  byId("rearrange").addEventListener("click", rearrange);
  for (const choice of elements("[data-view]")) {
    choice.addEventListener("click", () => change({ view: /** @type {View} */ (choice.dataset.view) }));
  }
  for (const control of elements("[data-zoom]")) control.addEventListener("click", zooms[control.dataset.zoom ?? ""]);
  document.addEventListener("keydown", (event) => {
    const typing = /** @type {Element} */ (event.target).closest?.(
      "input:not([type=checkbox]):not([type=range]), select, dialog",
    );
    if (event.key === "Escape" && !byId("guide").open) escape();
    else if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    else if (event.key === "/") {
      event.preventDefault();
      byId("query").focus();
    } else if (event.key === "?") showHelp();
  });
  byId("skip").addEventListener("click", (event) => {
    event.preventDefault();
    byId("panel").focus();
  });
  dark.addEventListener("change", () => draw({ ...state }));
  openDrawer(null);
}
