// The labels of the graph: names beside nodes, and on edges their predicate or the number of parallel ones.

/** @import { Box, Edge, Note, Point, Spot } from "./types.d.ts" */

import {
  PROMINENT,
  canvasSize,
  edgesById,
  hovered,
  isStrong,
  network,
  palette,
  radiusOf,
  spotNodes,
  unit,
} from "./canvas.js";
import { byId } from "./dom.js";
import { labelIn, nameOf, number } from "./i18n.js";
import { drawNames } from "./label_placement.js";
import { shown, state } from "./store.js";

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
 * Return the labels of edges: the predicate where an edge is hovered or selected, else how many it stands for.
 * @type {(spotOf: Map<number, Spot>) => Note[]}
 */
function notes(spotOf) {
  /** @type {(edge: Edge) => boolean} */
  const looked = (edge) => edge.id === hovered.edge || isStrong(edge);
  /** @type {(edge: Edge) => number} */
  const parallel = (edge) => (state.selection === null ? (edge.predicates?.length ?? 1) : 1);
  const pair = state.selection?.from !== undefined;
  return shown.drawn
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
 * Return the screen positions of the nodes that may have a label.
 * @type {() => Map<number, Spot>}
 */
function spots() {
  const scale = network.getScale();
  const { width, height } = canvasSize();
  /** @type {Map<number, Spot>} */
  const spotOf = new Map();
  /** @type {(id: number) => Point} */
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
  const { selection } = state;
  if (selection?.net !== undefined && selection.from !== selection.to) {
    const [from, to] = [spotOf.get(selection.from), spotOf.get(selection.to)];
    if (from && to) [from.facing, to.facing] = [to, from];
  }
  return spotOf;
}

/**
 * Draw the labels; vis-network calls it after each drawing.
 * @type {(context: CanvasRenderingContext2D) => void}
 */
function drawLabels(context) {
  const { width, height } = canvasSize();
  const spotOf = spots();
  const all = [...spotOf.values()].sort((left, right) => Number(right.bold) - Number(left.bold));
  const tools = byId("zoom");
  const taken = [
    {
      left: tools.offsetLeft,
      right: tools.offsetLeft + tools.offsetWidth,
      top: 0,
      bottom: tools.offsetTop + tools.offsetHeight,
      x: tools.offsetLeft,
      y: 0,
      owner: "tools",
    },
  ];
  const style = {
    taken,
    ink: palette.ink,
    muted: palette.muted,
    halo: palette.canvas,
    family: palette.sans,
    width,
    height,
  };
  context.save();
  const ratio = context.canvas.width / width;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  nameBoxes = drawNames(context, all, notes(spotOf), style);
  context.restore();
}

export const startLabels = () => network.on("afterDrawing", drawLabels);

/**
 * Return the entity at a point: its node or its label.
 * @type {(point: Point) => number | undefined}
 */
export function entityAt(point) {
  const node = network.getNodeAt(point);
  if (node !== undefined) return node;
  const box = nameBoxes.find(
    ({ left, right, top, bottom }) => left <= point.x && point.x <= right && top <= point.y && point.y <= bottom,
  );
  return /** @type {number | undefined} */ (box?.owner);
}
