// The page put to work: what stands on it in every view, and keys that hold everywhere.

const darkScreen = matchMedia("(prefers-color-scheme: dark)");
const themeNow = () =>
  paper ? "light" : state.theme === "auto" ? (darkScreen.matches ? "dark" : "light") : state.theme;

function drawFrame(before) {
  if (document.documentElement.dataset.theme !== themeNow()) {
    document.documentElement.dataset.theme = themeNow();
    readPalette();
  }
  if (before?.lang !== state.lang) {
    applyLabels();
    const totals = {
      documents: data.documents.length,
      entities: data.entities.length,
      relations: data.relations.length,
    };
    refill(
      byId("totals"),
      Object.entries(totals).map(([key, count]) =>
        element("span", {}, `${label(key)} `, element("b", {}, number(count))),
      ),
    );
  }
  for (const choice of document.querySelectorAll("[data-view]")) {
    choice.setAttribute("aria-pressed", String(choice.dataset.view === state.view));
  }
  byId("empty").hidden = shown.drawn.length > 0;
  byId("empty").textContent = label(isFiltered(state) || state.focus ? "emptyFilter" : "emptyView");
  document.body.dataset.shows = state.view;
}
drawers.unshift(drawFrame);

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

byId("language").addEventListener("click", switchLanguage);
byId("theme").addEventListener("click", switchTheme);
byId("more").addEventListener("click", () => change({ amount: Math.min(MOST, 2 * state.amount) }));
byId("all").addEventListener("click", () => change({ amount: Math.min(MOST, Math.max(STEP, shown.nodes.length)) }));
byId("fewer").addEventListener("click", () => change({ amount: STEP }));
byId("lines").addEventListener("click", () => change({ lines: state.lines === "strong" ? "all" : "strong" }));
byId("rearrange").addEventListener("click", rearrange);
for (const choice of document.querySelectorAll("[data-view]")) {
  choice.addEventListener("click", () => change({ view: choice.dataset.view }));
}
const zooms = {
  in: () => (state.view === "map" ? zoomMap(1.4) : zoomBy(1.4)),
  out: () => (state.view === "map" ? zoomMap(1 / 1.4) : zoomBy(1 / 1.4)),
  fit: () => (state.view === "map" ? fitMap() : fitAll()),
};
for (const control of document.querySelectorAll("[data-zoom]"))
  control.addEventListener("click", zooms[control.dataset.zoom]);

function escape() {
  if (byId("query").value !== "") closeSearch();
  else if (narrow.matches && document.body.dataset.drawer) openDrawer(null);
  else if (pathStart !== null) startPath(pathStart);
  else if (state.selection !== null) clearSelection();
  else if (state.focus !== null) focusOn(null);
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input:not([type=checkbox]):not([type=range]), select, dialog");
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
darkScreen.addEventListener("change", () => draw({ ...state }));

for (const drawer of drawers) drawer(null);
openDrawer(null);
if (asked !== state) draw(asked);

// For the console, and for tests.
window.explorer = Object.freeze({
  data,
  network,
  visible,
  hashOf,
  stateIn,
  get state() {
    return state;
  },
  get shown() {
    return shown;
  },
  get names() {
    return nameBoxes;
  },
  get unpacked() {
    return [...unpacking.keys()];
  },
  change,
  showEntity,
  showPair,
  reset,
});
