// Navigation of the graph: pan, zoom, hover and selection, by pointer and by keys.

/** @import { Hovered } from "../types.d.ts" */

import { byId } from "../page/dom.js";
import { narrow, still } from "../page/screen.js";
import { clearSelection, focusOn, showEntity, showPair, shown, state } from "../state/store.js";
import { selectedEntities } from "../state/visible.js";
import { entityAt } from "./canvas_labels.js";
import { boundsOf } from "./crowd.js";
import { crowd, crowdAt, crowdEdge, crowdInView, land, lift } from "./crowd_canvas.js";
import { SPREAD, least, most } from "./layout.js";
import { emphasised, unit, visEdge } from "./looks.js";
import { LARGEST, canvasSize, hovered, network, redrawSoon, setHovered, shownNodes } from "./network.js";
import { edgesById, placeOf } from "./picture.js";

const AROUND = 1.1; // as vis-network leaves around what it fits into view

/** @type {() => vis.Animation} */
export const motion = () => (still.matches ? false : { duration: 300, easingFunction: "easeInOutQuad" });

/** @type {(animation?: vis.Animation) => void} */
export function fitAll(animation = motion()) {
  if (!crowd) return network.fit({ minZoomLevel: 0.01, maxZoomLevel: LARGEST, animation });
  const { left, right, top, bottom } = boundsOf(crowd);
  const { width, height } = canvasSize();
  const scale = Math.min(LARGEST, width / (right - left) / AROUND, height / (bottom - top) / AROUND);
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale, animation });
}

/** @type {(factor: number) => void} */
export const zoomBy = (factor) => network.moveTo({ scale: network.getScale() * factor, animation: motion() });

/** @type {(dx: number, dy: number) => void} */
const panBy = (dx, dy) => {
  const { x, y } = network.getViewPosition();
  const scale = network.getScale();
  network.moveTo({ position: { x: x + dx / scale, y: y + dy / scale }, animation: false });
};

// Return the width of the picture that the panel covers where it is a drawer.
const covered = () => (narrow.matches ? byId("panel").offsetWidth : 0);

// Move the view if the selection is outside of it or at its edge.
export function bringIntoView() {
  const places = selectedEntities(state.selection).flatMap((entity) => placeOf(entity) ?? []);
  if (!places.length) return;
  const { width, height } = canvasSize();
  const [left, right] = state.lang === "ar" ? [covered(), width] : [0, width - covered()];
  const points = places.map((place) => network.canvasToDOM(place));
  if (points.every(({ x, y }) => x > left + 40 && y > 40 && x < right - 40 && y < height - 40)) return;
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const room = Math.min((right - left) / (most(xs) - least(xs) + 160), height / (most(ys) - least(ys) + 160));
  network.moveTo({
    position: network.DOMtoCanvas({ x: (least(xs) + most(xs)) / 2, y: (least(ys) + most(ys)) / 2 }),
    scale: network.getScale() * Math.min(1, room),
    offset: { x: (left + right - width) / 2, y: 0 },
    animation: motion(),
  });
}

/** @type {(change: Partial<Hovered>) => void} */
export function hover(change) {
  const next = { ...hovered, ...change };
  if (next.node === hovered.node && next.edge === hovered.edge) return;
  setHovered(next);
  byId("canvas").style.cursor = hovered.node === null && hovered.edge === null ? "" : "pointer";
  redrawSoon();
}

// Run the force layout for a while on the neighbourhood of the selection, or on everything shown; in a crowd, at most
// on SPREAD nodes in view.
export function rearrange() {
  if (crowd) {
    const free = emphasised() ?? crowdInView(SPREAD);
    const between = shown.drawn.filter(({ from, to }) => free.has(from) && free.has(to));
    lift(
      free,
      between.map((edge) => visEdge(edge, false, null)),
    );
  } else {
    const free = emphasised() ?? shown.shown;
    shownNodes.update([...shown.shown].map((id) => ({ id, fixed: !free.has(id) })));
  }
  network.setOptions({
    physics: {
      enabled: true,
      solver: "forceAtlas2Based",
      forceAtlas2Based: { springLength: 110 * unit, avoidOverlap: 0.6, gravitationalConstant: -60 * unit * unit },
      timestep: 0.35,
      stabilization: false,
    },
  });
  setTimeout(() => {
    network.setOptions({ physics: { enabled: false } });
    if (crowd) land();
    else shownNodes.update([...shown.shown].filter((id) => shownNodes.get(id)).map((id) => ({ id, fixed: false })));
    fitAll();
  }, 2500);
}

/** @type {Record<string, () => void>} */
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

/**
 * Select the next or the previous entity by rank, for readers without a mouse.
 * @type {(by: 1 | -1) => void}
 */
function step(by) {
  const order = shown.nodes.filter((id) => shown.shown.has(id));
  const at = order.indexOf(state.selection?.entity ?? -1);
  const next = order[at < 0 ? 0 : (at + by + order.length) % order.length];
  if (next !== undefined) showEntity(next);
}

// Listen to the pointer and the keys on the graph.
export function startNavigation() {
  network.on("hoverNode", ({ node }) => hover({ node }));
  network.on("blurNode", () => hover({ node: null }));
  network.on("hoverEdge", ({ edge }) => hover({ edge }));
  network.on("blurEdge", () => hover({ edge: null }));
  network.on("click", ({ pointer }) => {
    network.unselectAll();
    const entity = entityAt(pointer.DOM);
    const edge = crowd ? crowdEdge(crowdAt(pointer.DOM).edge) : edgesById.get(network.getEdgeAt(pointer.DOM) ?? "");
    if (entity !== undefined) showEntity(entity);
    else if (edge) showPair(state.net, edge.from, edge.to);
    else if (state.selection !== null) clearSelection();
  });
  network.on("doubleClick", ({ pointer }) => {
    const entity = entityAt(pointer.DOM);
    if (entity !== undefined) focusOn({ near: entity, steps: 1 });
  });
  byId("canvas").addEventListener("keydown", (event) => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}
