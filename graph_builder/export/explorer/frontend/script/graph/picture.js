// What is in the picture and where, whoever draws it.

/** @import { Edge, Point, SpotNode } from "../types.d.ts" */

import { placeIn } from "./crowd.js";
import { crowd } from "./crowd_canvas.js";
import { network } from "./network.js";

/** @type {SpotNode[]} */
export let spotNodes = []; // nodes that may have a label, most important first

/** @type {(nodes: SpotNode[]) => void} */
export const setSpots = (nodes) => (spotNodes = nodes);

/** @type {Map<string, Edge>} */
export let edgesById = new Map(); // of what vis-network draws

/** @type {(edges: Edge[]) => void} */
export const setEdges = (edges) => (edgesById = new Map(edges.map((edge) => [edge.id, edge])));

/**
 * Return where an entity is in the picture, if it is drawn.
 * @type {(id: number) => Point | undefined}
 */
export function placeOf(id) {
  if (crowd) return placeIn(crowd, id);
  const node = network.body.nodes[id];
  return node && { x: node.x, y: node.y };
}
