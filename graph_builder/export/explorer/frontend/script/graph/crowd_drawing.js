// The drawing of a crowd: edges by pen, then nodes, as far as they are in view. Lengths are in pixels.

/** @import { Camera, Crowd, Manner, Pen, Size } from "../types.d.ts" */

import { bendOf } from "./crowd.js";

const DETAILED = 3000; // most edges in view that are drawn with arrowheads, dashes and exact widths
const AT_ONCE = 50; // hairlines in one path; one path of wide lines is slower than a path for each
const HAIRLINE = 2; // width in pixels up to which an edge of very many is drawn as a hairline
const EDGE_OF_VIEW = 20;

// What drawing costs, in hairlines.
const COST = { node: 3, wide: 4, unseen: 0.05 };

/** @type {Record<string, (context: CanvasRenderingContext2D, x: number, y: number, radius: number) => void>} */
const OUTLINES = {
  dot: (context, x, y, radius) => context.arc(x, y, radius, 0, 2 * Math.PI),
  square: (context, x, y, radius) => context.rect(x - radius, y - radius, 2 * radius, 2 * radius),
  diamond(context, x, y, radius) {
    context.moveTo(x, y + radius);
    context.lineTo(x + radius, y);
    context.lineTo(x, y - radius);
    context.lineTo(x - radius, y);
    context.closePath();
  },
};

/**
 * Return a test of whether an edge may be in view.
 * @type {(crowd: Crowd, camera: Camera, size: Size) => (edge: number) => boolean}
 */
export function inView({ froms, tos, xs, ys, curved }, { scale, x, y }, { width, height }) {
  const [left, top] = [(-EDGE_OF_VIEW - x) / scale, (-EDGE_OF_VIEW - y) / scale];
  const [right, bottom] = [(width + EDGE_OF_VIEW - x) / scale, (height + EDGE_OF_VIEW - y) / scale];
  return (edge) => {
    const [ax, ay, bx, by] = [xs[froms[edge]], ys[froms[edge]], xs[tos[edge]], ys[tos[edge]]];
    const bend = curved[edge] ? 0.15 * (Math.abs(bx - ax) + Math.abs(by - ay)) : 0;
    return (
      (ax >= left - bend || bx >= left - bend) &&
      (ax <= right + bend || bx <= right + bend) &&
      (ay >= top - bend || by >= top - bend) &&
      (ay <= bottom + bend || by <= bottom + bend)
    );
  };
}

/**
 * Return how edges are drawn in a view: all details where they are few, else fainter, so that crowds are not a blot.
 * @type {(seen: number) => Manner}
 */
export const mannerOf = (seen) => ({
  detailed: seen <= DETAILED,
  faint: Math.max(0.35, Math.min(1, Math.sqrt(DETAILED / seen))),
});

/** @type {(context: CanvasRenderingContext2D, crowd: Crowd, camera: Camera, edge: number) => void} */
function trace(context, { froms, tos, xs, ys, radii, curved }, { scale, x, y }, edge) {
  const [ax, ay] = [xs[froms[edge]] * scale + x, ys[froms[edge]] * scale + y];
  if (froms[edge] === tos[edge]) {
    const radius = Math.max(4, radii[froms[edge]] * scale);
    context.moveTo(ax + 2 * radius, ay - radius);
    context.arc(ax + radius, ay - radius, radius, 0, 2 * Math.PI);
    return;
  }
  const [bx, by] = [xs[tos[edge]] * scale + x, ys[tos[edge]] * scale + y];
  context.moveTo(ax, ay);
  if (curved[edge]) context.quadraticCurveTo(...bendOf(ax, ay, bx - ax, by - ay), bx, by);
  else context.lineTo(bx, by);
}

/** @type {(context: CanvasRenderingContext2D, crowd: Crowd, camera: Camera, edge: number, length: number) => void} */
function drawArrow(context, { froms, tos, xs, ys, radii, curved }, { scale, x, y }, edge, length) {
  const [from, to] = [froms[edge], tos[edge]];
  if (from === to) return;
  const [bx, by] = [xs[to] * scale + x, ys[to] * scale + y];
  const [ax, ay] = [xs[from] * scale + x, ys[from] * scale + y];
  const [sx, sy] = curved[edge] ? bendOf(ax, ay, bx - ax, by - ay) : [ax, ay];
  const far = Math.hypot(bx - sx, by - sy) || 1;
  const [ux, uy] = [(bx - sx) / far, (by - sy) / far];
  const [tipX, tipY] = [bx - ux * radii[to] * scale, by - uy * radii[to] * scale];
  const [backX, backY] = [tipX - ux * length, tipY - uy * length];
  context.beginPath();
  context.moveTo(tipX, tipY);
  context.lineTo(backX - uy * length * 0.3, backY + ux * length * 0.3);
  context.lineTo(tipX - ux * length * 0.9, tipY - uy * length * 0.9);
  context.lineTo(backX + uy * length * 0.3, backY - ux * length * 0.3);
  context.fill();
}

/** @type {(context: CanvasRenderingContext2D, pen: Pen, manner: Manner) => number} */
function take(context, { colour, opacity, width, dashes }, { detailed, faint }) {
  const drawn = detailed || width > HAIRLINE ? width : 1;
  context.globalAlpha = Math.max(0.02, opacity * faint);
  context.strokeStyle = context.fillStyle = colour;
  context.lineWidth = drawn;
  context.setLineDash(detailed ? dashes : []);
  return drawn;
}

/**
 * Draw edges from `start` on until `budget` is spent. Return the place of the next edge, and what is
 * left of the budget. With a `loud` colour, all have it.
 * @type {(
 *   context: CanvasRenderingContext2D, crowd: Crowd, camera: Camera, order: ArrayLike<number>,
 *   options: {
 *     manner: Manner, start?: number, budget?: number, loud?: string
 *   }
 * ) => [number, number]}
 */
export function drawEdges(context, crowd, camera, order, { manner, start = 0, budget = Infinity, loud }) {
  /** @type {Pen | null} */
  let taken = null;
  let [at, width, waiting] = [start, 1, 0];
  const finish = () => {
    if (waiting) context.stroke();
    waiting = 0;
  };
  for (; at < order.length && budget > 0; at += 1) {
    const edge = order[at];
    const next = crowd.pens[edge];
    if (next !== taken) {
      finish();
      width = take(context, loud === undefined ? next : { ...next, colour: loud, opacity: 1 }, manner);
      taken = next;
    }
    if (waiting === 0) context.beginPath();
    trace(context, crowd, camera, edge);
    waiting += 1;
    budget -= width > 1 ? COST.wide : 1;
    if (width > 1 || waiting === AT_ONCE) finish();
    if (!manner.detailed || !next.arrow) continue;
    finish();
    drawArrow(context, crowd, camera, edge, next.arrow);
    budget -= 1;
  }
  finish();
  context.globalAlpha = 1;
  context.setLineDash([]);
  return [at, budget];
}

/**
 * Draw nodes, from `start` down to the strongest, until `budget` is spent. Return how many are left.
 * @type {(
 *   context: CanvasRenderingContext2D, crowd: Crowd, camera: Camera, order: ArrayLike<number>,
 *   options: { size: Size, border: string, start?: number, budget?: number }
 * ) => number}
 */
export function drawNodes(
  context,
  crowd,
  { scale, x, y },
  order,
  { size, border, start = order.length, budget = Infinity },
) {
  const { xs, ys, radii, shapes, colours } = crowd;
  context.strokeStyle = border;
  let left = start;
  for (; left > 0 && budget > 0; left -= 1) {
    const node = order[left - 1];
    const [px, py, radius] = [xs[node] * scale + x, ys[node] * scale + y, radii[node] * scale];
    budget -= COST.unseen;
    if (px < -radius || py < -radius || px > size.width + radius || py > size.height + radius) continue;
    context.beginPath();
    OUTLINES[shapes[node]](context, px, py, radius);
    context.fillStyle = colours[node];
    context.fill();
    budget -= COST.node;
    context.lineWidth = Math.min(1, radius / 5);
    context.stroke();
  }
  return left;
}

/**
 * Mark all nodes until they are drawn.
 * @type {(context: CanvasRenderingContext2D, crowd: Crowd, camera: Camera) => void}
 */
export function markNodes(context, { xs, ys, radii, colours }, { scale, x, y }) {
  for (let node = xs.length - 1; node >= 0; node -= 1) {
    const radius = radii[node] * scale * 0.8;
    context.fillStyle = colours[node];
    context.fillRect(xs[node] * scale + x - radius, ys[node] * scale + y - radius, 2 * radius, 2 * radius);
  }
}
