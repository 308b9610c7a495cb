// A picture of many nodes and edges, as arrays: vis-network, with an object for each, takes seconds for thousands.

/** @import { Crowd, CrowdNode, Edge, Pen, Place, Point } from "../types.d.ts" */

import { grouped } from "../data/collections.js";

const BEND = [0.56, 0.144]; // where vis-network bends an edge: along it and beside it, as shares of its length
const NEAR = 10; // how far from an edge the pointer may be, in pixels

/**
 * Return the picture of `nodes`, strongest first, and of the edges between them.
 * @type {(nodes: CrowdNode[], edges: Edge[], penOf: (edge: Edge) => Pen) => Crowd}
 */
export function crowdOf(nodes, edges, penOf) {
  const at = new Map(nodes.map(({ id }, index) => [id, index]));
  /** @type {(id: number) => number} */
  const indexOf = (id) => /** @type {number} */ (at.get(id));
  const byPen = [...grouped(edges, penOf)].sort(([left], [right]) => left.rank - right.rank);
  const [ordered, pens] = [/** @type {Edge[]} */ ([]), /** @type {Pen[]} */ ([])];
  const [froms, tos] = [new Int32Array(edges.length), new Int32Array(edges.length)];
  /** @type {Set<number>} */
  const pairs = new Set();
  for (const [pen, those] of byPen) {
    for (const edge of those) {
      const [from, to] = [indexOf(edge.from), indexOf(edge.to)];
      [froms[ordered.length], tos[ordered.length]] = [from, to];
      pairs.add(from * nodes.length + to);
      ordered.push(edge);
      pens.push(pen);
    }
  }
  return {
    ids: nodes.map(({ id }) => id),
    at,
    xs: Float64Array.from(nodes, ({ place }) => place.x),
    ys: Float64Array.from(nodes, ({ place }) => place.y),
    radii: Float64Array.from(nodes, ({ radius }) => radius),
    shapes: nodes.map(({ shape }) => shape),
    colours: nodes.map(({ colour }) => colour),
    lifted: new Uint8Array(nodes.length),
    edges: ordered,
    pens,
    froms,
    tos,
    curved: Uint8Array.from(froms, (from, index) =>
      Number(from !== tos[index] && pairs.has(tos[index] * nodes.length + from)),
    ),
  };
}

/**
 * Return the least rectangle around a crowd's nodes, in units of the picture.
 * @type {(crowd: Crowd) => { left: number; right: number; top: number; bottom: number }}
 */
export function boundsOf({ xs, ys, radii }) {
  const bounds = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const [node, radius] of radii.entries()) {
    bounds.left = Math.min(bounds.left, xs[node] - radius);
    bounds.right = Math.max(bounds.right, xs[node] + radius);
    bounds.top = Math.min(bounds.top, ys[node] - radius);
    bounds.bottom = Math.max(bounds.bottom, ys[node] + radius);
  }
  return bounds;
}

/** @type {(crowd: Crowd, id: number) => Point | undefined} */
export function placeIn({ at, xs, ys }, id) {
  const index = at.get(id);
  return index === undefined ? undefined : { x: xs[index], y: ys[index] };
}

/**
 * Return the control point of an edge that makes way for the edge of the other direction.
 * @type {(x: number, y: number, dx: number, dy: number) => Place}
 */
export const bendOf = (x, y, dx, dy) => [x + BEND[0] * dx + BEND[1] * dy, y + BEND[0] * dy - BEND[1] * dx];

/**
 * Return the entity whose node is at a point of the picture: the nearest one of those that overlap there.
 * @type {(crowd: Crowd, point: Point) => number | null}
 */
export function nodeIn({ ids, xs, ys, radii }, { x, y }) {
  let [nearest, least] = [-1, Infinity];
  for (let node = 0; node < ids.length; node += 1) {
    const [dx, dy, radius] = [xs[node] - x, ys[node] - y, radii[node]];
    if (dx > radius || dx < -radius || dy > radius || dy < -radius) continue;
    const far = dx * dx + dy * dy;
    if (far < least) [nearest, least] = [node, far];
  }
  return nearest < 0 ? null : ids[nearest];
}

/** @type {(x: number, y: number, ax: number, ay: number, bx: number, by: number) => number} */
function fromLine(x, y, ax, ay, bx, by) {
  const [dx, dy] = [bx - ax, by - ay];
  const along = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(ax + along * dx - x, ay + along * dy - y);
}

/**
 * Return the edge at a point of the picture, the nearest within NEAR pixels.
 * @type {(crowd: Crowd, point: Point, scale: number) => Edge | null}
 */
export function edgeIn({ edges, froms, tos, xs, ys, curved }, { x, y }, scale) {
  let [nearest, least] = [-1, NEAR / scale];
  for (let edge = 0; edge < edges.length; edge += 1) {
    const [ax, ay, bx, by] = [xs[froms[edge]], ys[froms[edge]], xs[tos[edge]], ys[tos[edge]]];
    const wide = least + (curved[edge] ? BEND[1] * (Math.abs(bx - ax) + Math.abs(by - ay)) : 0);
    if (x < Math.min(ax, bx) - wide || x > Math.max(ax, bx) + wide) continue;
    if (y < Math.min(ay, by) - wide || y > Math.max(ay, by) + wide) continue;
    let far = Infinity;
    if (curved[edge]) {
      const [cx, cy] = bendOf(ax, ay, bx - ax, by - ay);
      const [mx, my] = [(ax + 2 * cx + bx) / 4, (ay + 2 * cy + by) / 4];
      far = Math.min(fromLine(x, y, ax, ay, mx, my), fromLine(x, y, mx, my, bx, by));
    } else far = fromLine(x, y, ax, ay, bx, by);
    if (far < least) [nearest, least] = [edge, far];
  }
  return nearest < 0 ? null : edges[nearest];
}

/**
 * Return the places in a crowd's list of the edges that pass a test.
 * @type {(crowd: Crowd, test: (edge: Edge) => boolean) => number[]}
 */
export const edgesWhere = ({ edges }, test) => {
  const found = [];
  for (let index = 0; index < edges.length; index += 1) if (test(edges[index])) found.push(index);
  return found;
};
