// The drawn network: positions come with the data, and nothing moves unless somebody drags it.

const shownNodes = new vis.DataSet();
const shownEdges = new vis.DataSet();
const network = new vis.Network(byId("canvas"), { nodes: shownNodes, edges: shownEdges }, view().options);

const PROMINENT = 5;
const LARGEST = 1.2;
const NEAREST = 1.8; // where two that stand close are looked at
const NOTHING = { node: null, edge: null };

let nameBoxes = [];
let hovered = NOTHING;

const still = matchMedia("(prefers-reduced-motion: reduce)");
const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

// The strongest nodes that hang together, or all nodes, and those that were asked for.
function visible() {
  const { nodes, order } = view();
  if (state.amount >= nodes.length) return nodes;
  const shown = new Set([...order.slice(0, state.amount), ...state.kept]);
  return nodes.filter(({ id }) => shown.has(id));
}

function drawNetwork() {
  const { edges, options, nodes } = view();
  const colours = Object.fromEntries(["PER", "LOC", "ORG"].map((kind) => [kind, token(kind)]));
  const border = token("canvas");
  const shown = visible();
  const ids = new Set(shown.map((node) => node.id));
  hovered = NOTHING;
  network.setOptions(options);
  shownEdges.clear();
  shownNodes.clear();
  shownNodes.add(
    shown.map((node) => {
      const colour = { background: colours[node.group], border };
      const strong = { background: colours[node.group], border: token("ink") };
      return { ...node, color: { ...colour, highlight: strong, hover: strong } };
    }),
  );
  shownEdges.add(edges.filter(({ from, to }) => ids.has(from) && ids.has(to)));
  byId("empty").hidden = edges.length > 0;
  byId("shown").textContent = label("shown", { shown: number(shown.length), total: number(nodes.length) });
  byId("more").hidden = byId("all").hidden = shown.length >= nodes.length;
  byId("fewer").hidden = state.amount <= STEP;
  emphasise();
}

// The entities that the selection is about, or null where it is about all.
function inFocus() {
  const { selection } = state;
  if (selection === null) return null;
  if ("entity" in selection) {
    return new Set([selection.entity, ...touching(selection.entity).map((edge) => otherEnd(edge, selection.entity))]);
  }
  return new Set([selection.from, selection.to]);
}

function selectedEdges() {
  const { selection } = state;
  if (selection === null) return [];
  const edges = "entity" in selection ? touching(selection.entity) : [edgeOf(selection)];
  return edges.filter((edge) => edge && shownEdges.get(edge.id));
}

// What is selected stands out; the rest steps back.
function emphasise() {
  const focus = inFocus();
  const strong = new Set(selectedEdges().map((edge) => edge.id));
  const [quiet, loud] = [token("edge"), token("edge-strong")];
  const plain = state.view === "cooccurrence" ? 0.55 : 1; // far more lines, and none of them an arrow
  shownNodes.update(shownNodes.map(({ id }) => ({ id, opacity: focus === null || focus.has(id) ? 1 : 0.14 })));
  shownEdges.update(
    shownEdges.map(({ id }) => {
      const colour = strong.has(id) ? loud : quiet;
      const opacity = strong.has(id) ? 1 : focus === null ? plain : 0.15;
      return { id, color: { color: colour, hover: loud, highlight: loud, opacity } };
    }),
  );
  const { selection } = state;
  network.unselectAll();
  if (selection !== null && "entity" in selection && shownNodes.get(selection.entity)) {
    network.selectNodes([selection.entity], false);
  } else if (selection !== null && !("entity" in selection)) {
    network.selectEdges([...strong]);
  }
}

const motion = () => (still.matches ? false : { duration: 300, easingFunction: "easeInOutQuad" });
const fitAll = () => network.fit({ maxZoomLevel: LARGEST, animation: motion() });
const zoomBy = (factor) => network.moveTo({ scale: network.getScale() * factor, animation: motion() });

function bringIntoView(entities) {
  const fresh = entities.filter((entity) => !shownNodes.get(entity));
  if (fresh.length) {
    fresh.forEach((entity) => state.kept.add(entity));
    drawNetwork();
  }
  network.fit({ nodes: entities, maxZoomLevel: entities.length === 2 ? NEAREST : LARGEST, animation: motion() });
}

function edgeNote(edge) {
  if (state.view === "cooccurrence") return number(edge.count);
  const [first, ...others] = edge.predicates;
  const name = labelIn("predicates", first);
  return others.length ? `${name} +${number(others.length)}` : name;
}

// On an edge: what it says where it is looked at, else how many parallel ones it stands for.
function notes(spotOf) {
  const looked = new Set([...selectedEdges().map((edge) => edge.id), hovered.edge]);
  const bundled = (edge) => edge.predicates && edge.predicates.length > 1;
  return shownEdges
    .get({ filter: (edge) => looked.has(edge.id) || (bundled(edge) && state.selection === null) })
    .filter(({ from, to }) => from !== to && spotOf.has(from) && spotOf.has(to))
    .map((edge) => {
      const [from, to] = [spotOf.get(edge.from), spotOf.get(edge.to)];
      const along = edge.smooth ? 0.38 : 0.5;
      const text = looked.has(edge.id) ? edgeNote(edge) : `×${number(edge.predicates.length)}`;
      const forced = edge.id === hovered.edge || state.selection?.view !== undefined;
      return { x: from.x + (to.x - from.x) * along, y: from.y + (to.y - from.y) * along, text, forced };
    });
}

// The places of all shown nodes on the screen, the selected and the hovered first, then by rank.
function spots() {
  const scale = network.getScale();
  const positions = network.getPositions();
  const { rank } = view();
  const focus = inFocus();
  const { entity, from, to } = state.selection ?? {};
  const chosen = new Set([hovered.node, entity, from, to]);
  const facing = new Map([[from, to], [to, from]].filter(([id, other]) => id !== other && positions[other]));
  return shownNodes
    .get({ filter: ({ id }) => focus === null || focus.has(id) || id === hovered.node })
    .sort((left, right) => chosen.has(right.id) - chosen.has(left.id) || rank.get(left.id) - rank.get(right.id))
    .map(({ id, size }) => ({
      ...network.canvasToDOM(positions[id]),
      owner: id,
      radius: size * scale,
      text: nameOf(id),
      size: Math.round(12 + Math.min(size / 8, 4)),
      bold: chosen.has(id),
      forced: chosen.has(id),
      prominent: rank.get(id) < PROMINENT,
      facing: facing.has(id) ? network.canvasToDOM(positions[facing.get(id)]) : undefined,
    }));
}

network.on("afterDrawing", (context) => {
  const { clientWidth: width, clientHeight: height } = byId("canvas");
  const all = spots();
  const spotOf = new Map(all.map((spot) => [spot.owner, spot]));
  const onScreen = all.filter(({ x, y }) => x > -50 && y > -50 && x < width + 50 && y < height + 50);
  const style = { ink: token("ink"), muted: token("muted"), halo: token("canvas"), family: token("sans"), width, height };
  context.save();
  const ratio = context.canvas.width / width;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  nameBoxes = drawNames(context, onScreen, notes(spotOf), style);
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
