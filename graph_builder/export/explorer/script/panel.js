// The panel: what is selected, and where it is written.

function panelContent({ selection }) {
  if (selection === null) return home();
  if (selection.entity !== undefined) return entityPanel(selection.entity);
  if (selection.article !== undefined) return articlePanel(selection.article);
  return selection.net === "relations"
    ? relationPanel(selection.from, selection.to)
    : companionPanel(selection.from, selection.to);
}

function drawPanel(before) {
  const panel = byId("panel");
  const within = panel.contains(document.activeElement) || byId("search").contains(document.activeElement);
  const fresh = !before || before.selection !== state.selection;
  const close = button(
    { class: "close", "data-key": "close", click: closePanel, "aria-label": label("close"), title: label("close") },
    "×",
  );
  const top = panel.scrollTop;
  panel.classList.toggle("has-selection", state.selection !== null);
  refill(panel, [
    state.selection === null ? element("span", { class: "drawer-only" }, close) : close,
    ...panelContent(state),
  ]);
  panel.scrollTop = fresh ? 0 : top;
  if (!before || !fresh) return;
  if (state.selection !== null) openDrawer("panel");
  if (within) (panel.querySelector("h2[tabindex]") ?? panel).focus({ preventScroll: true });
}

function closePanel() {
  openDrawer(null);
  if (state.selection !== null) clearSelection();
}

drawers.push(drawPanel);

// On a narrow screen filters and panel are drawers, of which one is open at a time.
const narrow = matchMedia("(max-width: 900px)");

function openDrawer(name) {
  document.body.dataset.drawer = name ?? "";
  byId("veil").hidden = name !== "facets"; // beside the panel the picture stays at hand
  for (const [drawer, opener] of [
    ["facets", "open-facets"],
    ["panel", "open-panel"],
  ]) {
    byId(opener).setAttribute("aria-expanded", String(drawer === name));
  }
}

function toggleSide(name) {
  if (narrow.matches) {
    const open = document.body.dataset.drawer === name;
    openDrawer(open ? null : name);
    if (!open) byId(name).focus();
    return;
  }
  document.body.classList.toggle(`no-${name}`);
  network.redraw();
  fitAll(false);
}

byId("open-facets").addEventListener("click", () => toggleSide("facets"));
byId("open-panel").addEventListener("click", () => toggleSide("panel"));
byId("veil").addEventListener("click", () => openDrawer(null));
