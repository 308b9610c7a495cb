// Positions of the nodes that are shown: as in the layout, but spread over the whole screen and none over another.

/** @import { Placing, Point, Ranked, Size } from "../types.d.ts" */

export const SPREAD = 400; // most nodes that are spread; more stay exactly as in the layout
const ROOM = 130; // side in pixels of the room for a node and its label
const MARGIN = { x: 150, y: 80 };

/** @type {(values: number[]) => number} */
export const least = (values) => values.reduce((a, b) => Math.min(a, b), Infinity);

/** @type {(values: number[]) => number} */
export const most = (values) => values.reduce((a, b) => Math.max(a, b), -Infinity);

/**
 * Return a scale that is half linear, half by rank: crowds get room, and outliers come closer.
 * @type {(values: number[], length: number) => (value: number) => number}
 */
function evened(values, length) {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[0], sorted[sorted.length - 1]];
  /** @type {(value: number) => number} */
  const rankOf = (value) => {
    let [from, to] = [0, sorted.length - 1];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (sorted[middle] < value) from = middle + 1;
      else to = middle;
    }
    return from / Math.max(1, sorted.length - 1);
  };
  return (value) => {
    const along = high > low ? Math.min(1.1, Math.max(-0.1, (value - low) / (high - low))) : 0.5;
    return (0.55 * along + 0.45 * (high > low ? rankOf(value) : 0.5) - 0.5) * length;
  };
}

/**
 * Push points apart that are closer than `clearance`, each by half, until there are none or for 80 rounds.
 * @type {(points: Point[], clearance: number) => void}
 */
function apart(points, clearance) {
  for (let round = 0; round < 80; round += 1) {
    let moved = false;
    for (let a = 0; a < points.length; a += 1) {
      for (let b = a + 1; b < points.length; b += 1) {
        const [dx, dy] = [points[b].x - points[a].x, points[b].y - points[a].y];
        if (Math.abs(dx) >= clearance || Math.abs(dy) >= clearance) continue;
        const far = Math.hypot(dx, dy);
        if (far >= clearance * 0.99) continue;
        const [ux, uy] = far > 0 ? [dx / far, dy / far] : [1, 0];
        const push = (clearance - far) / 2;
        points[a].x -= ux * push;
        points[a].y -= uy * push;
        points[b].x += ux * push;
        points[b].y += uy * push;
        moved = true;
      }
    }
    if (!moved) break;
  }
}

/**
 * Return how to place a node, and how many units of the picture a pixel is when all of it is in view.
 * @type {(nodes: Ranked[], size: Size) => { place: Placing; unit: number }}
 */
export function spread(nodes, { width, height }) {
  const [xs, ys] = [nodes.map(({ x }) => x), nodes.map(({ y }) => y)];
  if (nodes.length < 2 || !width) return { place: ({ x, y }) => ({ x, y }), unit: 1 };
  if (nodes.length > SPREAD) {
    const unit = Math.max(1, (most(xs) - least(xs)) / width, (most(ys) - least(ys)) / height);
    return { place: ({ x, y }) => ({ x, y }), unit };
  }
  const side = ROOM * Math.sqrt(nodes.length);
  const form = Math.sqrt((width - MARGIN.x) / (height - MARGIN.y));
  const size = { x: Math.min(width - MARGIN.x, side * form), y: Math.min(height - MARGIN.y, side / form) };
  const [across, down] = [evened(xs, size.x), evened(ys, size.y)];
  const points = nodes.map(({ id, x, y }) => ({ id, x: across(x), y: down(y) }));
  apart(points, Math.min(70, 0.8 * Math.sqrt((size.x * size.y) / nodes.length)));
  const placed = new Map(points.map(({ id, x, y }) => [id, { x: Math.round(x), y: Math.round(y) }]));
  return { place: (node) => placed.get(node.id) ?? { x: across(node.x), y: down(node.y) }, unit: 1 };
}
