// The drawn network: positions come with the data, and nothing moves unless somebody drags it or asks for it.

const shownNodes = new vis.DataSet();
const shownEdges = new vis.DataSet();
const network = new vis.Network(byId("canvas"), { nodes: shownNodes, edges: shownEdges }, shown.network.options);

const PROMINENT = 6;
const LARGEST = 1.3;
const NEAREST = 1.8; // where two that stand close are looked at
const MANY = 1500; // edges that are not drawn while the picture moves
const SHAPES = { PER: "dot", LOC: "diamond", ORG: "square" };
const RADII = [7, 20]; // in pixels of the screen when all is in view, and no more than so many are shown
const COMFORTABLE = 90;
const WIDTHS = [1, 4];
const DASHES = { negated: [3, 5], future: [9, 5] };
const NOTHING = { node: null, edge: null };

let nameBoxes = [];
let hovered = NOTHING;
let unit = 1; // of the layout, in a pixel of the screen when all is in view
let place = (node) => node;
let palette = {};
const drawnAs = new Map(); // what each node and edge was last drawn as

const still = matchMedia("(prefers-reduced-motion: reduce)");
const canvasSize = () => ({ width: byId("canvas").clientWidth, height: byId("canvas").clientHeight });
const isGraph = () => CHOICES.net.includes(state.view);

function readPalette() {
  const names = ["PER", "LOC", "ORG", "canvas", "ink", "muted", "edge", "edge-strong", "negated", "sans"];
  palette = Object.fromEntries(names.map((name) => [name, token(name)]));
  palette.groups = Array.from({ length: 8 }, (_, index) => token(`group-${index}`));
}

const groupColour = (group) => palette.groups[Math.min(group, palette.groups.length - 1)];
const colourOf = (node) => (state.colour === "kind" ? palette[data.entities[node.id].kind] : groupColour(node.community));

const strengthOf = () => {
  const most = shown.network.nodes.reduce((largest, node) => Math.max(largest, node[state.size]), 0) || 1;
  return (node) => Math.sqrt(node[state.size] / most);
};

const radiusOf = (strength) =>
  (RADII[0] + (RADII[1] - RADII[0]) * strength) * Math.min(1, Math.max(0.25, Math.sqrt(COMFORTABLE / (shown.shown.size || 1))));

// The entities that the selection is about, or null where it is about all.
function emphasised() {
  const { selection } = state;
  if (selection === null) return null;
  if (selection.article !== undefined) {
    return new Set(data.sentences.filter((s) => s.document === selection.article).flatMap((s) => namesOf(s).map((n) => n.entity)));
  }
  if (selection.entity === undefined) return new Set([selection.from, selection.to]);
  const near = shown.drawn.filter(({ from, to }) => from === selection.entity || to === selection.entity);
  return new Set([selection.entity, ...near.map((edge) => otherEnd(edge, selection.entity))]);
}

function isStrong({ from, to }) {
  const { selection } = state;
  if (selection === null || selection.article !== undefined) return false;
  if (selection.entity !== undefined) return from === selection.entity || to === selection.entity;
  return (from === selection.from && to === selection.to) || (state.net === "cooccurrence" && from === selection.to && to === selection.from);
}

function visNode(node, strength, emphasis) {
  const background = colourOf(node);
  const chosen = selectedEntities(state.selection).includes(node.id);
  const lit = { background, border: palette.ink };
  return {
    id: node.id,
    shape: SHAPES[data.entities[node.id].kind],
    size: radiusOf(strength(node)) * unit,
    borderWidth: (chosen ? 3 : Math.min(1, radiusOf(0) / 5)) * unit,
    color: { background, border: chosen ? palette.ink : palette.canvas, highlight: lit, hover: lit },
    opacity: emphasis === null || emphasis.has(node.id) ? 1 : 0.14,
  };
}

// A line says how it is told only where nothing plainer is told between the two.
const dashesOf = ({ tellings = [] }) => {
  if (tellings.includes("asserted") || tellings.includes("reported") || !tellings.length) return false;
  const [dash, gap] = DASHES[tellings.includes("future") ? "future" : "negated"];
  return [dash * unit, gap * unit];
};

function visEdge(edge, both, emphasis) {
  const strong = isStrong(edge);
  const weight = Math.log(edge.count) / Math.log(Math.max(shown.heaviest, 8));
  const plain = shown.drawn.length > 150 ? 0.3 + 0.7 * weight : 1; // of many lines the light ones step back
  const width = WIDTHS[0] + (WIDTHS[1] - WIDTHS[0]) * weight;
  const loud = palette["edge-strong"];
  const denied = edge.tellings?.every((telling) => telling === "negated");
  return {
    id: edge.id,
    from: edge.from,
    to: edge.to,
    width: width * unit,
    dashes: dashesOf(edge),
    arrows: state.net === "relations" ? { to: { enabled: true, scaleFactor: 0.5 * Math.sqrt(unit) } } : undefined,
    smooth: both ? { enabled: true, type: "curvedCW", roundness: 0.16 } : false,
    color: {
      color: strong ? loud : denied ? palette.negated : palette.edge,
      hover: loud,
      highlight: loud,
      opacity: strong ? 1 : emphasis === null ? plain : 0.12,
    },
  };
}

// Takes out of a set of vis what is gone; edges before nodes, for which vis would look after them.
function leave(set, ids) {
  const gone = set.getIds().filter((id) => !ids.has(id));
  set.remove(gone);
  gone.forEach((id) => drawnAs.delete(`${set === shownEdges}${id}`));
}

// Puts into it what is new or looks otherwise.
function settle(set, items) {
  const changed = items.filter((item) => {
    const [key, look] = [`${set === shownEdges}${item.id}`, JSON.stringify(item)];
    if (drawnAs.get(key) === look) return false;
    drawnAs.set(key, look);
    return true;
  });
  set.update(changed);
}

let spotNodes = []; // what may bear a name, most wanted first
let edgesById = new Map();

function drawGraph(before) {
  for (const part of ["graph-tools", "canvas"]) byId(part).hidden = !isGraph();
  byId("empty").hidden = !isGraph() || shown.drawn.length > 0;
  if (!isGraph()) return;
  if (before === null || before.net !== state.net) {
    shownEdges.clear();
    shownNodes.clear();
    drawnAs.clear();
    network.setOptions(shown.network.options);
  }
  hovered = NOTHING;
  const nodes = [...shown.shown].map((id) => shown.network.node.get(id));
  const strength = strengthOf();
  const emphasis = emphasised();
  const ids = new Set(shown.drawn.map(({ id }) => id));
  const anew = framed(before);
  if (anew) ({ place, unit } = spread(nodes, canvasSize()));
  const placed = (node) => (anew || !shownNodes.get(node.id) ? place(node) : {});
  hideEdgesInMotion(shown.drawn.length > MANY);
  leave(shownEdges, ids);
  leave(shownNodes, shown.shown);
  settle(shownNodes, nodes.map((node) => ({ ...visNode(node, strength, emphasis), ...placed(node) })));
  settle(shownEdges, shown.drawn.map((edge) => visEdge(edge, edge.from !== edge.to && ids.has(`${edge.to}-${edge.from}`), emphasis)));
  edgesById = new Map(shown.drawn.map((edge) => [edge.id, edge]));
  const chosen = new Set(selectedEntities(state.selection));
  spotNodes = nodes
    .filter(({ id }) => emphasis === null || emphasis.has(id))
    .map((node) => ({ ...node, strength: strength(node), chosen: chosen.has(node.id) }))
    .sort((left, right) => right.chosen - left.chosen || right.strength - left.strength || left.rank - right.rank);
  if (anew) fitAll(before === null ? false : motion());
  else if (before.selection !== state.selection) bringIntoView();
  network.redraw();
}

let hiding = false;
function hideEdgesInMotion(hide) {
  if (hide === hiding) return;
  hiding = hide;
  network.setOptions({ interaction: { hideEdgesOnDrag: hide, hideEdgesOnZoom: hide } });
}

// Whether the picture is another one, which has to be seen whole.
const framed = (before) =>
  before === null ||
  !CHOICES.net.includes(before.view) ||
  ["net", "amount", "focus", ...FILTERS].some((name) => before[name] !== state[name]);

const motion = () => (still.matches ? false : { duration: 300, easingFunction: "easeInOutQuad" });
const fitAll = (animation = motion()) => network.fit({ minZoomLevel: 0.01, maxZoomLevel: LARGEST, animation });
const zoomBy = (factor) => network.moveTo({ scale: network.getScale() * factor, animation: motion() });
const panBy = (dx, dy) => {
  const { x, y } = network.getViewPosition();
  const scale = network.getScale();
  network.moveTo({ position: { x: x + dx / scale, y: y + dy / scale }, animation: false });
};

// Moves only where what is selected lies outside, or hardly apart.
function bringIntoView() {
  const chosen = selectedEntities(state.selection).filter((entity) => shownNodes.get(entity));
  if (!chosen.length) return;
  const { width, height } = canvasSize();
  const points = chosen.map((entity) => network.canvasToDOM(network.getPosition(entity)));
  const inside = points.every(({ x, y }) => x > 40 && y > 40 && x < width - 40 && y < height - 40);
  if (inside) return;
  if (chosen.length === 1) network.focus(chosen[0], { scale: Math.max(network.getScale(), 0.8 / unit), animation: motion() });
  else network.fit({ nodes: chosen, minZoomLevel: 0.01, maxZoomLevel: NEAREST / unit, animation: motion() });
}

function edgeNote(edge) {
  if (state.net === "cooccurrence") return number(edge.count);
  const [first, ...others] = edge.predicates;
  const name = labelIn("predicates", first);
  return others.length ? `${name} +${number(others.length)}` : name;
}

// On an edge: what it says where it is looked at, else how many parallel ones it stands for.
function notes(spotOf) {
  const looked = (edge) => edge.id === hovered.edge || isStrong(edge);
  const parallel = (edge) => state.selection === null && edge.predicates?.length > 1;
  const pair = state.selection?.from !== undefined;
  return shown.drawn
    .filter((edge) => edge.from !== edge.to && spotOf.has(edge.from) && spotOf.has(edge.to) && (looked(edge) || parallel(edge)))
    .slice(0, 200)
    .map((edge) => {
      const [from, to] = [spotOf.get(edge.from), spotOf.get(edge.to)];
      const along = edgesById.has(`${edge.to}-${edge.from}`) ? 0.38 : 0.5;
      const text = looked(edge) ? edgeNote(edge) : `×${number(edge.predicates.length)}`;
      const forced = edge.id === hovered.edge || (pair && isStrong(edge));
      return { x: from.x + (to.x - from.x) * along, y: from.y + (to.y - from.y) * along, text, forced };
    });
}

// The places on the screen of the nodes that may bear a name.
function spots() {
  const scale = network.getScale();
  const { width, height } = canvasSize();
  const spotOf = new Map();
  const at = (id) => network.canvasToDOM(network.body.nodes[id]);
  spotNodes.forEach((node, index) => {
    if (!network.body.nodes[node.id]) return;
    const { x, y } = at(node.id);
    if (x < -50 || y < -50 || x > width + 50 || y > height + 50) return;
    const bold = node.chosen || node.id === hovered.node;
    spotOf.set(node.id, {
      x,
      y,
      owner: node.id,
      radius: radiusOf(node.strength) * unit * scale,
      text: nameOf(node.id),
      size: Math.round(12 + 4 * node.strength),
      bold,
      forced: bold,
      prominent: index < PROMINENT,
    });
  });
  const { from, to } = state.selection ?? {};
  if (from !== to && spotOf.has(from) && spotOf.has(to)) {
    spotOf.get(from).facing = spotOf.get(to);
    spotOf.get(to).facing = spotOf.get(from);
  }
  return spotOf;
}

network.on("afterDrawing", (context) => {
  const { width, height } = canvasSize();
  const spotOf = spots();
  const all = [...spotOf.values()].sort((left, right) => right.bold - left.bold);
  const tools = byId("zoom");
  const taken = [{ left: tools.offsetLeft, right: tools.offsetLeft + tools.offsetWidth, top: 0, bottom: tools.offsetTop + tools.offsetHeight, owner: "tools" }];
  const style = { taken, ink: palette.ink, muted: palette.muted, halo: palette.canvas, family: palette.sans, width, height };
  context.save();
  const ratio = context.canvas.width / width;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  nameBoxes = drawNames(context, all, notes(spotOf), style);
  context.restore();
});

// A name belongs to its node: it can be pointed at too.
function entityAt(point) {
  const node = network.getNodeAt(point);
  if (node !== undefined) return node;
  const box = nameBoxes.find(
    ({ left, right, top, bottom }) => left <= point.x && point.x <= right && top <= point.y && point.y <= bottom,
  );
  return box?.owner;
}

function hover(change) {
  hovered = { ...hovered, ...change };
  byId("canvas").style.cursor = hovered.node === null && hovered.edge === null ? "" : "pointer";
  network.redraw();
}

network.on("hoverNode", ({ node }) => hover({ node }));
network.on("blurNode", () => hover({ node: null }));
network.on("hoverEdge", ({ edge }) => hover({ edge }));
network.on("blurEdge", () => hover({ edge: null }));
network.on("click", ({ pointer }) => {
  network.unselectAll();
  const entity = entityAt(pointer.DOM);
  const edge = edgesById.get(network.getEdgeAt(pointer.DOM));
  if (entity !== undefined) showEntity(entity);
  else if (edge) showPair(state.net, edge.from, edge.to);
  else if (state.selection !== null) clearSelection();
});
network.on("doubleClick", ({ pointer }) => {
  const entity = entityAt(pointer.DOM);
  if (entity !== undefined) focusOn({ near: entity, steps: 1 });
});

// Lets the neighbourhood of what is selected, or all that is shown, find its places anew, for a while.
function rearrange() {
  const free = emphasised() ?? shown.shown;
  shownNodes.update([...shown.shown].map((id) => ({ id, fixed: !free.has(id) })));
  network.setOptions({ physics: { enabled: true, solver: "forceAtlas2Based", forceAtlas2Based: { springLength: 110 * unit, avoidOverlap: 0.6, gravitationalConstant: -60 * unit * unit }, timestep: 0.35, stabilization: false } });
  setTimeout(() => {
    network.setOptions({ physics: { enabled: false } });
    shownNodes.update([...shown.shown].filter((id) => shownNodes.get(id)).map((id) => ({ id, fixed: false })));
    fitAll();
  }, 2500);
}

const KEYS = {
  ArrowLeft: () => panBy(-60, 0),
  ArrowRight: () => panBy(60, 0),
  ArrowUp: () => panBy(0, -60),
  ArrowDown: () => panBy(0, 60),
  "+": () => zoomBy(1.4),
  "=": () => zoomBy(1.4),
  "-": () => zoomBy(1 / 1.4),
  0: () => fitAll(),
  PageDown: () => step(1),
  PageUp: () => step(-1),
};

// From one entity to the next by rank, for who has no mouse.
function step(by) {
  const order = shown.nodes.filter((id) => shown.shown.has(id));
  const at = order.indexOf(state.selection?.entity);
  const next = order[at < 0 ? 0 : (at + by + order.length) % order.length];
  if (next !== undefined) showEntity(next);
}

byId("canvas").addEventListener("keydown", (event) => {
  const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

drawers.push(drawGraph);
