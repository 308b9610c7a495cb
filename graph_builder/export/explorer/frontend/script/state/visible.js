// What is visible of the data in a state. Everything is filtered here and in sieve.js, and nowhere else.

/**
 * @import {
 *   Data, Edge, Ends, Focus, Neighbours, Network, Passing, Selection, State, Visible
 * } from "../types.d.ts"
 */

import { foremost, setAt } from "../data/collections.js";
import { opening } from "./opening.js";
import { sifted } from "./sieve.js";
import { FILTERS } from "./state.js";

/** @type {(edges: Ends[]) => Neighbours} */
export const neighboursIn = (edges) => {
  const neighbours = new Map();
  for (const { from, to } of edges) {
    if (from === to) continue;
    setAt(neighbours, from).add(to);
    setAt(neighbours, to).add(from);
  }
  return neighbours;
};

/**
 * Return the distance of each reachable entity from `start`, up to `most` steps.
 * @type {(start: number, neighbours: Neighbours, most?: number) => Map<number, number>}
 */
export function stepsFrom(start, neighbours, most = Infinity) {
  const steps = new Map([[start, 0]]);
  for (let front = [start], far = 1; front.length && far <= most; far += 1) {
    const next = [];
    for (const entity of front) {
      for (const other of neighbours.get(entity) ?? []) {
        if (steps.has(other)) continue;
        steps.set(other, far);
        next.push(other);
      }
    }
    front = next;
  }
  return steps;
}

/** @type {(neighbours: Neighbours) => Set<number>} */
function largestPart(neighbours) {
  const seen = new Set();
  let largest = new Set();
  for (const entity of neighbours.keys()) {
    if (seen.has(entity)) continue;
    const part = new Set(stepsFrom(entity, neighbours).keys());
    part.forEach((member) => seen.add(member));
    if (part.size > largest.size) largest = part;
  }
  return largest;
}

/**
 * Return every entity on a shortest path between two.
 * @type {(ends: [number, number], neighbours: Neighbours) => Set<number>}
 */
function onPaths([from, to], neighbours) {
  const [there, back] = [stepsFrom(from, neighbours), stepsFrom(to, neighbours)];
  const length = there.get(to);
  if (length === undefined) return new Set([from, to]);
  return new Set(
    [...there.keys()].filter((entity) => (there.get(entity) ?? 0) + (back.get(entity) ?? Infinity) === length),
  );
}

/** @type {(focus: Focus, neighbours: Neighbours, network: Network) => Set<number>} */
function inFocusOf(focus, neighbours, network) {
  if (focus.path) return onPaths(focus.path, neighbours);
  if (focus.near !== undefined) return new Set(stepsFrom(focus.near, neighbours, focus.steps).keys());
  return new Set((network.communities.get(focus.group) ?? []).map(({ id }) => id));
}

/** @type {<E extends Ends>(edges: E[], entities: Set<number>) => E[]} */
const within = (edges, entities) => edges.filter(({ from, to }) => entities.has(from) && entities.has(to));

/** @type {(selection: Selection | null) => number[]} */
export const selectedEntities = (selection) => {
  if (selection === null || selection.article !== undefined) return [];
  return selection.entity === undefined ? [selection.from, selection.to] : [selection.entity];
};

// What passes the filters does not depend on the selection, so it is kept until the filters change.

/** @type {(Passing & { key: string }) | null} */
let sieved = null;

/** @type {(state: State, data: Data) => Passing} */
function sieve(state, data) {
  const key = JSON.stringify([state.net, state.focus, ...FILTERS.map((name) => state[name])]);
  if (sieved?.key !== key) sieved = { key, ...sievedAnew(state, data) };
  return sieved;
}

/**
 * Return what passes the filters, and what of it is drawn: as many entities as requested, the selected among them.
 * @type {(state: State, data: Data) => Visible}
 */
export function visible(state, data) {
  const { network, edges, nodes, ...found } = sieve(state, data);
  const { order, isStrong, favours } = opening(state, { edges, nodes });
  const asked = selectedEntities(state.selection).filter((entity) => network.node.has(entity));
  const shown = new Set(order.slice(0, state.amount));
  for (const entity of asked.filter((each) => !shown.has(each))) {
    shown.add(entity);
    for (const { from, to } of heaviestAt(entity, edges)) shown.add(from).add(to);
  }
  const possible = shown.size < nodes.length ? within(edges, shown) : edges;
  const strong = possible.filter((edge) => isStrong(edge) || asked.includes(edge.from) || asked.includes(edge.to));
  const drawn = state.lines === "all" ? possible : backbone(strong, shown.size, asked);
  return { network, edges, nodes, ...found, shown, possible, drawn, favours };
}

/** @type {(state: State, data: Data) => Passing} */
function sievedAnew(state, data) {
  const network = data.networks[state.net];
  const { passing, edges: found, count } = sifted(state, data, allowedArticles(state, data));
  const heavy = state.weight <= 1 ? found : found.filter(({ count }) => count >= state.weight);
  let edges = heavy;
  if (state.degree > 0) {
    const neighbours = neighboursIn(edges);
    /** @type {(entity: number) => boolean} */
    const enough = (entity) => (neighbours.get(entity)?.size ?? 0) >= state.degree;
    edges = edges.filter(({ from, to }) => enough(from) && enough(to));
  }
  if (state.largest) edges = within(edges, largestPart(neighboursIn(edges)));
  const reach = state.focus ? inFocusOf(state.focus, neighboursIn(edges), network) : null;
  if (reach) edges = within(edges, reach);
  const tied = new Uint8Array(data.entities.length);
  for (const { from, to } of edges) tied[from] = tied[to] = 1;
  if (reach) for (const entity of reach) if (network.node.has(entity)) tied[entity] = 1;
  const nodes = network.order.filter((entity) => tied[entity]);
  const ids = edges === heavy ? null : new Set(edges.map(({ id }) => id));
  const held = ids === null ? passing : passing.filter(({ from, to }) => ids.has(`${from}-${to}`));
  return { network, items: held, counts: count(reach), edges, nodes, heaviest: heaviestOf(heavy) };
}

const NEIGHBOURS = 12; // that are drawn with a selected entity which was not

/** @type {(entity: number, edges: Edge[]) => Edge[]} */
function heaviestAt(entity, edges) {
  const own = edges.filter(({ from, to }) => from === entity || to === entity);
  return foremost(own, NEIGHBOURS, (left, right) => right.count - left.count);
}

const LINES = 4; // guaranteed to each node

/**
 * Return, of very many edges, those among the heaviest of one of their ends, and those of the selection.
 * @type {(edges: Edge[], nodes: number, asked: number[]) => Edge[]}
 */
function backbone(edges, nodes, asked) {
  if (edges.length <= LINES * nodes) return edges;
  const chosen = new Set(asked);
  const has = new Map();
  const heaviest = [...edges].sort((left, right) => right.count - left.count);
  return heaviest.filter(({ from, to }) => {
    const few = (has.get(from) ?? 0) < LINES || (has.get(to) ?? 0) < LINES;
    if (!few) return chosen.has(from) || chosen.has(to);
    has.set(from, (has.get(from) ?? 0) + 1);
    has.set(to, (has.get(to) ?? 0) + 1);
    return true;
  });
}

/** @type {(edges: { count: number }[]) => number} */
export const heaviestOf = (edges) => edges.reduce((most, { count }) => Math.max(most, count), 1);

/**
 * Return the articles that the filters leave; empty where they leave all.
 * @type {(state: State, data: Data) => Set<number>}
 */
function allowedArticles({ article, origin }, { documents }) {
  if (!article.length && !origin.length) return new Set();
  return new Set(
    documents
      .filter(
        ({ index, origin: own }) =>
          (!article.length || article.includes(index)) && (!origin.length || origin.includes(own)),
      )
      .map(({ index }) => index),
  );
}
