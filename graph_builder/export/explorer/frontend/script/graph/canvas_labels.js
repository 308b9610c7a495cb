// The labels of the graph: names beside nodes, and on edges their predicate or the number of parallel ones.

/** @import { Box, Edge, Note, Point, Spot, Written } from "../types.d.ts" */

import { byId } from "../page/dom.js";
import { labelIn, nameOf, number } from "../page/i18n.js";
import { shown, state } from "../state/store.js";
import { cameraNow, crowd, crowdAt, crowdEdge, lifted, overEdges } from "./crowd_canvas.js";
import { placed, write } from "./label_placement.js";
import { SPREAD } from "./layout.js";
import { isStrong, palette, radiusOf, unit } from "./looks.js";
import { canvasSize, hovered, network } from "./network.js";
import { edgesById, placeOf, spotNodes } from "./picture.js";

const PROMINENT = 6; // nodes whose label may cover others
const PROMINENT_OF_MANY = 24;
const NAMED = 300; // nodes of a crowd that may have a label in one view

/** @type {Box[]} */
export let nameBoxes = []; // where names were last drawn

/** @type {(edge: Edge) => string} */
function edgeNote(edge) {
  if (state.net === "cooccurrence") return number(edge.count);
  const [first, ...others] = edge.predicates ?? [];
  const name = labelIn("predicates", first);
  return others.length ? `${name} +${number(others.length)}` : name;
}

/**
 * Return the edges that may have a label: the hovered and selected ones, else all, but of a crowd none.
 * @type {() => Edge[]}
 */
const notedEdges = () => {
  if (!crowd) return shown.drawn;
  const touched = crowdEdge(hovered.edge);
  return [...overEdges(), ...(touched && !isStrong(touched) ? [touched] : [])];
};

/**
 * Return the labels of edges: the predicate where an edge is hovered or selected, else how many it stands for.
 * @type {(spotOf: Map<number, Spot>) => Note[]}
 */
function notes(spotOf) {
  /** @type {(edge: Edge) => boolean} */
  const looked = (edge) => edge.id === hovered.edge || isStrong(edge);
  /** @type {(edge: Edge) => number} */
  const parallel = (edge) => (state.selection === null ? (edge.predicates?.length ?? 1) : 1);
  const pair = state.selection?.from !== undefined;
  return notedEdges()
    .filter(
      (edge) =>
        edge.from !== edge.to && spotOf.has(edge.from) && spotOf.has(edge.to) && (looked(edge) || parallel(edge) > 1),
    )
    .slice(0, 200)
    .map((edge) => {
      const [from, to] = [edge.from, edge.to].map((entity) => /** @type {Spot} */ (spotOf.get(entity)));
      const along = edgesById.has(`${edge.to}-${edge.from}`) ? 0.38 : 0.5;
      const text = looked(edge) ? edgeNote(edge) : `×${number(parallel(edge))}`;
      const forced = edge.id === hovered.edge || (pair && isStrong(edge));
      return { x: from.x + (to.x - from.x) * along, y: from.y + (to.y - from.y) * along, text, forced };
    });
}

/**
 * Return the screen positions of the nodes that may have a label: all in view, of a crowd the strongest, and the ends
 * of a hovered edge.
 * @type {() => Map<number, Spot>}
 */
function spots() {
  const { scale, x: left, y: top } = cameraNow();
  const { width, height } = canvasSize();
  /** @type {Map<number, Spot>} */
  const spotOf = new Map();
  const touched = crowd ? crowdEdge(hovered.edge) : undefined;
  let rank = 0;
  for (const node of spotNodes) {
    const full = crowd !== null && spotOf.size >= NAMED;
    if (full && node.id !== hovered.node && node.id !== touched?.from && node.id !== touched?.to) continue;
    const place = placeOf(node.id);
    if (!place) continue;
    const [x, y] = [place.x * scale + left, place.y * scale + top];
    if (x < -50 || y < -50 || x > width + 50 || y > height + 50) continue;
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
      prominent: rank < (spotNodes.length > SPREAD ? PROMINENT_OF_MANY : PROMINENT),
    });
    rank += 1;
  }
  const { selection } = state;
  if (selection?.net !== undefined && selection.from !== selection.to) {
    const [from, to] = [spotOf.get(selection.from), spotOf.get(selection.to)];
    if (from && to) [from.facing, to.facing] = [to, from];
  }
  return spotOf;
}

/** @type {(context: CanvasRenderingContext2D) => Written[]} */
function placedAnew(context) {
  const spotOf = spots();
  const all = [...spotOf.values()].sort((left, right) => Number(right.bold) - Number(left.bold));
  const { offsetLeft, offsetTop, offsetWidth, offsetHeight } = byId("zoom");
  const tools = { left: offsetLeft, right: offsetLeft + offsetWidth, top: 0, bottom: offsetTop + offsetHeight };
  const taken = [{ ...tools, x: offsetLeft, y: 0, owner: "tools" }];
  const { ink, muted, sans } = palette;
  return placed(context, all, notes(spotOf), { taken, ink, muted, family: sans, ...canvasSize() });
}

/** @type {unknown[]} */
let placedFor = []; // for what the labels were last placed

/** @type {Written[]} */
let labels = [];

/**
 * Draw the labels; vis-network calls it after each drawing. Those of a crowd stay where they are while its picture is
 * being completed.
 * @type {(context: CanvasRenderingContext2D) => void}
 */
function drawLabels(context) {
  const { width, height } = canvasSize();
  const { scale, x, y } = cameraNow();
  const now = [crowd, lifted.size ? {} : null, scale, x, y, width, height, hovered, spotNodes, palette, state.lang];
  if (!crowd || now.some((value, index) => value !== placedFor[index])) labels = placedAnew(context);
  placedFor = now;
  nameBoxes = labels.filter(({ isName }) => isName).map(({ box }) => box);
  context.save();
  const ratio = context.canvas.width / width;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  write(context, labels, palette.canvas);
  context.restore();
}

export const startLabels = () => network.on("afterDrawing", drawLabels);

/**
 * Return the entity at a point: its node or its label.
 * @type {(point: Point) => number | undefined}
 */
export function entityAt(point) {
  const node = crowd ? crowdAt(point).node : network.getNodeAt(point);
  if (node !== undefined && node !== null) return node;
  const box = nameBoxes.find(
    ({ left, right, top, bottom }) => left <= point.x && point.x <= right && top <= point.y && point.y <= bottom,
  );
  return /** @type {number | undefined} */ (box?.owner);
}
