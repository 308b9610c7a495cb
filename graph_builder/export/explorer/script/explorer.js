// What is clicked, typed and switched.

function select(selection, { move }) {
  const within = document.activeElement?.closest("#panel, #search");
  if (selection.view && selection.view !== state.view) showView(selection.view);
  state.selection = selection;
  const entities = "entity" in selection ? [selection.entity] : [selection.from, selection.to];
  drawPanel();
  if (move) bringIntoView([...inFocus()].filter((entity) => entities.includes(entity) || shownNodes.get(entity)));
  emphasise();
  if (within) byId("panel").querySelector("h2").focus({ preventScroll: true });
}

const showEntity = (entity, how = { move: true }) => select({ entity }, how);
const showPair = (name, from, to, how = { move: true }) => select({ view: name, from, to }, how);

function clearSelection() {
  if (state.selection === null) return;
  const within = document.activeElement?.closest("#panel");
  state.selection = null;
  emphasise();
  drawPanel();
  if (within) byId("panel").focus();
}

function showView(name) {
  state.view = name;
  state.kept.clear();
  state.selection = state.selection !== null && "entity" in state.selection ? state.selection : null;
  if (state.selection !== null) state.kept.add(state.selection.entity);
  for (const choice of document.querySelectorAll("[data-view]")) {
    choice.setAttribute("aria-pressed", String(choice.dataset.view === name));
  }
  drawNetwork();
  drawPanel();
  network.fit({ maxZoomLevel: LARGEST });
}

function showLanguage(language) {
  state.language = language;
  applyLabels();
  drawTotals();
  drawNetwork();
  drawPanel();
}

function showAmount(amount) {
  state.amount = amount;
  drawNetwork();
  fitAll();
}

function drawTotals() {
  const totals = { documents: data.documents.length, entities: data.entities.length, relations: data.relations.length };
  byId("totals").replaceChildren(
    ...Object.entries(totals).map(([key, count]) => element("span", {}, `${label(key)} `, element("b", {}, number(count)))),
  );
  byId("legend").replaceChildren(
    ...["PER", "LOC", "ORG"].map((kind) =>
      element("li", {}, element("span", { class: `kind ${kind}`, "aria-hidden": "true" }), capital(labelIn("kinds", kind))),
    ),
  );
}

function drawSuggestions() {
  const query = byId("query").value;
  const found = matches(query);
  const nothing = query.trim() !== "" && !found.length;
  byId("suggestions").replaceChildren(
    ...found.map((entity) => element("li", {}, row(entity, labelIn("kinds", data.entities[entity].kind),
      data.entities[entity].mentions, () => choose(entity)))),
    ...(nothing ? [element("li", { class: "nothing" }, label("noResults"))] : []),
  );
  byId("suggestions").hidden = query.trim() === "";
  byId("found").textContent = query.trim() === "" ? "" : `${label("results")}: ${number(found.length)}`;
}

function choose(entity) {
  showEntity(entity);
  closeSearch();
}

function closeSearch() {
  byId("query").value = "";
  drawSuggestions();
}

function stepThroughSuggestions(event) {
  const stops = [byId("query"), ...byId("suggestions").querySelectorAll("button")];
  const at = stops.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || at < 0 || stops.length < 2) return;
  event.preventDefault();
  stops[(at + step + stops.length) % stops.length].focus();
}

network.on("click", ({ pointer }) => {
  const entity = entityAt(pointer.DOM);
  const edge = shownEdges.get(network.getEdgeAt(pointer.DOM) ?? "");
  if (entity !== undefined) showEntity(entity, { move: false });
  else if (edge) showPair(state.view, edge.from, edge.to, { move: false });
  else clearSelection();
});

byId("query").addEventListener("input", drawSuggestions);
byId("search").addEventListener("keydown", stepThroughSuggestions);
byId("search").addEventListener("submit", (event) => {
  event.preventDefault();
  const [first] = matches(byId("query").value);
  if (first !== undefined) choose(first);
});
byId("search").addEventListener("focusout", ({ relatedTarget }) => {
  if (!byId("search").contains(relatedTarget)) byId("suggestions").hidden = true;
});
byId("query").addEventListener("focus", drawSuggestions);
byId("language").addEventListener("click", () => showLanguage(state.language === "ar" ? "en" : "ar"));
byId("more").addEventListener("click", () => showAmount(state.amount + STEP));
byId("all").addEventListener("click", () => showAmount(Infinity));
byId("fewer").addEventListener("click", () => showAmount(STEP));
for (const choice of document.querySelectorAll("[data-view]")) {
  choice.addEventListener("click", () => showView(choice.dataset.view));
}
const zooms = { in: () => zoomBy(1.4), out: () => zoomBy(1 / 1.4), fit: fitAll };
for (const control of document.querySelectorAll("[data-zoom]")) {
  control.addEventListener("click", zooms[control.dataset.zoom]);
}
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && document.activeElement !== byId("query")) {
    event.preventDefault();
    byId("query").focus();
  } else if (event.key === "Escape") {
    if (byId("query").value !== "") closeSearch();
    else clearSelection();
  }
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawNetwork);

applyLabels();
drawTotals();
showView(views.relations.edges.length ? "relations" : "cooccurrence");

// For the console, and for tests.
window.explorer = Object.freeze({ data, network, showEntity, showPair, showView, showLanguage });
