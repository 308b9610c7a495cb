// What is drawn first: what happened, before ties and offices. Python weighs predicates and orders names (opening.py).

/** @import { Edge, State } from "../types.d.ts" */

import { data } from "../data/model.js";

/**
 * Return whether a predicate tells that something happens: one sentence of it makes a line strong.
 * @type {(predicate: string) => boolean}
 */
export const tellsEvent = (predicate) => data.opening.weights[predicate] >= data.opening.strong;

/** @type {(predicates: string[]) => string[]} */
export const eventsFirst = (predicates) =>
  predicates.length < 2
    ? predicates
    : [...predicates.filter(tellsEvent), ...predicates.filter((predicate) => !tellsEvent(predicate))];

/** @type {WeakMap<object, number>} */
const strengths = new WeakMap(); // by the relations of a line

/**
 * Return how much the sentences of a line count together, each as much as the weightiest of what it states.
 * @type {(edge: Pick<Edge, "relations">) => number}
 */
export function strengthOf({ relations }) {
  if (relations === undefined) return 0;
  const known = strengths.get(relations);
  if (known !== undefined) return known;
  /** @type {Map<number, number>} */
  const counted = new Map();
  for (const { predicate, evidence } of relations) {
    const weight = data.opening.weights[predicate];
    for (const { sentence } of evidence) counted.set(sentence, Math.max(counted.get(sentence) ?? 0, weight));
  }
  let sum = 0;
  for (const weight of counted.values()) sum += weight;
  strengths.set(relations, sum);
  return sum;
}

/** @type {WeakMap<Edge[], Set<Edge>>} */
const strongAmong = new WeakMap(); // the edges stay the same until a filter changes

/** @type {(edges: Edge[]) => Set<Edge>} */
function strongOf(edges) {
  let strong = strongAmong.get(edges);
  if (strong === undefined) {
    strong = new Set(edges.filter((edge) => edge.from !== edge.to && strengthOf(edge) >= data.opening.strong));
    strongAmong.set(edges, strong);
  }
  return strong;
}

/**
 * Return names in the order of display, and whether a line is strong. While not all names fit the picture, only names
 * on strong lines are drawn; what the reader asks for, by a predicate, a focus or all lines, is drawn in any case.
 * @type {(state: State, found: { edges: Edge[]; nodes: number[] }) =>
 *   { order: number[]; isStrong: (edge: Edge) => boolean; favours: boolean }}
 */
export function opening(state, { edges, nodes }) {
  const everything = { order: nodes, isStrong: () => true, favours: false };
  const asked = state.net !== "relations" || state.predicate.length > 0 || state.focus !== null;
  if (asked || nodes.length <= state.amount) return everything;
  const strong = strongOf(edges);
  if (!strong.size) return everything;
  /** @type {Set<number>} */
  const tied = new Set();
  for (const { from, to } of strong) tied.add(from).add(to);
  const first = data.opening.order.filter((entity) => tied.has(entity));
  if (state.lines === "strong") return { order: first, isStrong: (edge) => strong.has(edge), favours: true };
  return { ...everything, order: [...first, ...nodes.filter((entity) => !tied.has(entity))] };
}
