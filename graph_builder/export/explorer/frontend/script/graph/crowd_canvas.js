// A crowd in the canvas of vis-network, which keeps the view and the pointer. Of the nodes it has only those in hand:
// the one under the pointer, which may be dragged, or those that are being rearranged.

/** @import { Camera, Crowd, Edge, Hovered, Manner, Point, Ranked, VisItem } from "../types.d.ts" */

import { byId } from "../page/dom.js";
import { shown } from "../state/store.js";
import { edgeIn, edgesWhere, nodeIn, placeIn } from "./crowd.js";
import { drawEdges, drawNodes } from "./crowd_drawing.js";
import { Layer } from "./crowd_layer.js";
import { emphasised, isStrong, palette, strengthOf, visNode } from "./looks.js";
import { canvasSize, hovered, network, redrawSoon, shownEdges, shownNodes } from "./network.js";

const DIM = 0.16; // the opacity of what the selection does not concern
/** @type {Manner} */
const CLOSE = { detailed: true, faint: 1 };

/** @type {Crowd | null} */
export let crowd = null;

const layer = new Layer(() => redrawSoon());

// What is drawn over the bitmap in each frame.
/** @type {{ dim: boolean; edges: number[]; nodes: number[]; loose: number[] }} */
let over = { dim: false, edges: [], nodes: [], loose: [] };

/** @type {Set<number>} */
export let lifted = new Set(); // the nodes that vis-network moves

/**
 * Draw a crowd instead of what vis-network has. What is on the screen stays until it is ready if it is to be kept.
 * @type {(next: Crowd, keep: boolean) => void}
 */
export function showCrowd(next, keep) {
  const kept = keep && crowd !== null;
  [crowd, lifted] = [next, new Set()];
  const emphasis = emphasised();
  over = {
    dim: emphasis !== null,
    edges: edgesWhere(next, isStrong),
    nodes: [...(emphasis ?? [])].map((id) => next.at.get(id) ?? -1).filter((node) => node >= 0),
    loose: [],
  };
  over.nodes.sort((left, right) => left - right);
  layer.show(next, { ground: palette.canvas, keep: kept });
}

// Return whether the picture of a crowd is not complete.
export const isDrawing = () => crowd !== null && (layer.back !== null || layer.stale);

export function hideCrowd() {
  crowd = null;
  layer.show(null);
}

// Finish the picture at once, for a printer.
export function finishCrowd() {
  network.redraw();
  layer.finish();
  network.redraw();
}

/** @type {() => Camera} */
export const cameraNow = () => ({ scale: network.getScale(), ...network.canvasToDOM({ x: 0, y: 0 }) });

/**
 * Return the edges that the selection brings forward.
 * @type {() => Edge[]}
 */
export const overEdges = () => over.edges.flatMap((index) => crowd?.edges[index] ?? []);

/** @type {(context: CanvasRenderingContext2D) => void} */
function paint(context) {
  if (!crowd) return;
  const [camera, size] = [cameraNow(), canvasSize()];
  const ratio = context.canvas.width / (size.width || 1);
  const { xs, ys, at } = crowd;
  for (const id of lifted) ({ x: xs[at.get(id) ?? -1], y: ys[at.get(id) ?? -1] } = network.getPosition(id));
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.globalAlpha = over.dim ? DIM : 1;
  layer.paint(context, camera, size, ratio);
  context.globalAlpha = 1;
  drawEdges(context, crowd, camera, over.loose, { manner: CLOSE });
  const loud = palette["edge-strong"];
  drawEdges(context, crowd, camera, over.edges, { manner: CLOSE, loud });
  const touched = hovered.edge === null ? [] : edgesWhere(crowd, ({ id }) => id === hovered.edge);
  drawEdges(context, crowd, camera, touched, { manner: CLOSE, loud });
  drawNodes(context, crowd, camera, over.nodes, { size, border: palette.canvas });
  context.restore();
}

/** @type {(id: number) => VisItem<number>} */
function inHand(id) {
  const node = /** @type {Ranked} */ (shown.network.node.get(id));
  return { ...visNode(node, strengthOf()(node), emphasised()), ...placeIn(/** @type {Crowd} */ (crowd), id) };
}

/**
 * Give a node to vis-network, which draws it over the others and lets it be dragged.
 * @type {(id: number | null) => void}
 */
function hold(id) {
  if (lifted.size || (id === null ? !shownNodes.length : shownNodes.get(id))) return;
  if (shownNodes.length) shownNodes.clear();
  if (id !== null) shownNodes.update([inHand(id)]);
}

/**
 * Leave nodes, and the edges between them if they are given, to vis-network, which moves them.
 * @type {(ids: Iterable<number>, between?: VisItem<string>[]) => void}
 */
export function lift(ids, between = []) {
  if (!crowd) return;
  const { at } = crowd;
  lifted = new Set([...ids].filter((id) => at.has(id)));
  const own = new Set(between.map(({ id }) => id));
  for (const id of lifted) crowd.lifted[at.get(id) ?? -1] = 1;
  over.loose = edgesWhere(crowd, ({ id, from, to }) => (lifted.has(from) || lifted.has(to)) && !own.has(id));
  shownNodes.update([...lifted].filter((id) => !shownNodes.get(id)).map(inHand));
  shownEdges.update(between);
  layer.spoil();
}

// Take the nodes back from vis-network where they are now.
export function land() {
  if (!crowd || !lifted.size) return;
  network.redraw(); // it takes their places over
  lifted = new Set();
  crowd.lifted.fill(0);
  over.loose = [];
  shownEdges.clear();
  shownNodes.clear();
  layer.spoil();
  redrawSoon();
}

/**
 * Return what of a crowd is at a point of the screen.
 * @type {(point: Point) => Hovered}
 */
export function crowdAt(point) {
  if (!crowd) return { node: null, edge: null };
  const at = network.DOMtoCanvas(point);
  const node = nodeIn(crowd, at);
  return { node, edge: node === null ? (edgeIn(crowd, at, network.getScale())?.id ?? null) : null };
}

/** @type {(id: string | null) => Edge | undefined} */
export const crowdEdge = (id) => (id === null ? undefined : crowd?.edges.find((edge) => edge.id === id));

/**
 * Return the strongest nodes of a crowd in view, at most so many.
 * @type {(most: number) => Set<number>}
 */
export function crowdInView(most) {
  const { width, height } = canvasSize();
  if (!crowd) return new Set();
  const { ids, xs, ys } = crowd;
  const inside = ids.filter((_, node) => {
    const { x, y } = network.canvasToDOM({ x: xs[node], y: ys[node] });
    return x >= 0 && y >= 0 && x <= width && y <= height;
  });
  return new Set(inside.slice(0, most));
}

/**
 * Draw crowds from now on, and tell what of them is under the pointer.
 * @type {(hover: (what: Hovered) => void) => void}
 */
export function startCrowd(hover) {
  network.on("beforeDrawing", paint);
  network.on("dragStart", ({ nodes }) => nodes.length && !lifted.size && lift(nodes));
  network.on("dragEnd", ({ nodes }) => nodes.length && land());
  const canvas = byId("canvas");
  /** @type {(event: PointerEvent) => void} */
  const point = ({ clientX, clientY }) => {
    if (!crowd || lifted.size) return;
    const { left, top } = canvas.getBoundingClientRect();
    const found = crowdAt({ x: clientX - left, y: clientY - top });
    hold(found.node);
    hover(found);
  };
  canvas.addEventListener("pointermove", (event) => event.buttons === 0 && point(event));
  canvas.addEventListener("pointerdown", point, { capture: true });
}
