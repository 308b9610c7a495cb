// What is visible of the data in a state. Everything is filtered here and nowhere else.

/** @import { Kind } from "./payload_types.d.ts" */
/**
 * @import {
 *   Counts, Data, Edge, Ends, Entity, FacetName, Focus, Item, Key, Neighbours, Network, Pair, Passing, Relation,
 *   Selection, Sentence, State, Test, Visible
 * } from "./types.d.ts"
 */

import { addTo, distinct, foremost, setAt } from "./collections.js";
import { tellingOf } from "./model.js";
import { eventsFirst, opening } from "./opening.js";
import { FILTERS, LISTS } from "./state.js";

/** @type {(when: string | null, range: { from: string; to: string }) => boolean} */
const inRange = (when, { from, to }) => {
  if (from === "" && to === "") return true;
  if (when === null) return false;
  return (from === "" || lastDay(when) >= from) && (to === "" || when <= to);
};

/** @type {(when: string) => string} */
const lastDay = (when) => (when.length === 10 ? when : `${when}-99`); // for a month or a year

/**
 * Return the tests that an item has to pass, each with its facet.
 * @type {(state: State, data: Data) => Test[]}
 */
function testsOf(state, { entities }) {
  /** @type {Record<string, Set<unknown>>} */
  const chosen = Object.fromEntries(LISTS.map((name) => [name, new Set(/** @type {Key[]} */ (state[name]))]));
  /** @type {(name: FacetName) => (item: Item) => boolean} */
  const anyOf = (name) => (item) =>
    item.keys[name] === undefined || item.keys[name].some((key) => chosen[name].has(key));
  /** @type {Test[]} */
  const tests = LISTS.slice(1)
    .filter((name) => chosen[name].size)
    .map((name) => [name, anyOf(name)]);
  if (chosen.kind.size) {
    tests.push(["kind", ({ from, to }) => chosen.kind.has(entities[from].kind) && chosen.kind.has(entities[to].kind)]);
  }
  if (state.confidence > 0) tests.push(["confidence", (item) => (item.confidence ?? 1) >= state.confidence]);
  if (state.from !== "" || state.to !== "") tests.push(["when", (item) => inRange(item.when, state)]);
  return tests;
}

const SEVERAL = "several";

/**
 * Return the only facet whose test an item fails, SEVERAL, or null.
 * @type {(item: Item, tests: Test[]) => string | null}
 */
function failedBy(item, tests) {
  let only = null;
  for (const [name, test] of tests) {
    if (test(item)) continue;
    if (only !== null) return SEVERAL;
    only = name;
  }
  return only;
}

/**
 * Return the items that pass every test, and the counts of each facet among those that pass all other tests.
 * @type {(items: Item[], tests: Test[], entities: Entity[]) => { passing: Item[]; counts: Counts }}
 */
function sifted(items, tests, entities) {
  const passing = [];
  /** @type {Record<string, Map<any, number>>} */
  const counts = Object.fromEntries([...LISTS, "when"].map((name) => [name, new Map()]));
  /** @type {Map<Kind, Set<number>>} */
  const members = new Map();
  /** @type {(name: string, key: Key) => void} */
  const count = (name, key) => counts[name].set(key, (counts[name].get(key) ?? 0) + 1);
  /** @type {(entity: number) => void} */
  const join = (entity) => setAt(members, entities[entity].kind).add(entity);
  for (const item of items) {
    const only = failedBy(item, tests);
    if (only === SEVERAL) continue;
    if (only === null) passing.push(item);
    for (const [name, keys] of Object.entries(item.keys)) {
      if (only === null || only === name) for (const key of keys) count(name, key);
    }
    if ((only === null || only === "when") && item.when !== null) count("when", item.when);
    if (only === null || only === "kind") {
      join(item.from);
      join(item.to);
    }
  }
  counts.kind = new Map([...members].map(([kind, those]) => [kind, those.size]));
  return { passing, counts: /** @type {Counts} */ (counts) };
}

/**
 * Bundle the relations of one direction between two entities into one edge, weighted by the sentences that state them.
 * @type {(relations: Relation[], sentences: Sentence[], articles: Set<number>) => Edge[]}
 */
function bundled(relations, sentences, articles) {
  /** @type {Map<number, Relation[]>} */
  const edges = new Map();
  const size = 1 + relations.reduce((most, { to }) => Math.max(most, to), 0);
  for (const relation of relations) {
    const key = relation.from * size + relation.to;
    addTo(edges, key, relation);
  }
  /** @type {(those: Relation[]) => number} */
  const stated = (those) => {
    const seen = new Set();
    for (const { sentence } of those.flatMap(({ evidence }) => evidence)) {
      if (!articles.size || articles.has(sentences[sentence].document)) seen.add(sentence);
    }
    return seen.size;
  };
  return [...edges.values()].map((those) => ({
    id: `${those[0].from}-${those[0].to}`,
    from: those[0].from,
    to: those[0].to,
    relations: those,
    count: those.length === 1 && !articles.size && those[0].evidence.length === 1 ? 1 : stated(those),
    predicates: eventsFirst(distinct(those.map(({ predicate }) => predicate))),
    tellings: distinct(those.map(tellingOf)),
  }));
}

/** @type {(pairs: Pair[], sentences: Sentence[], articles: Set<number>) => Edge[]} */
const paired = (pairs, sentences, articles) =>
  pairs.map((pair) => {
    const within = articles.size ? pair.shared.filter((s) => articles.has(sentences[s].document)).length : 0;
    return { id: `${pair.from}-${pair.to}`, from: pair.from, to: pair.to, count: within || pair.count };
  });

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
  const possible = within(edges, shown);
  const strong = possible.filter((edge) => isStrong(edge) || asked.includes(edge.from) || asked.includes(edge.to));
  const drawn = state.lines === "all" ? possible : backbone(strong, shown.size, asked);
  return { network, edges, nodes, ...found, shown, possible, drawn, favours };
}

/** @type {(state: State, data: Data) => Passing} */
function sievedAnew(state, data) {
  const network = data.networks[state.net];
  /** @type {Item[]} */
  const items = state.net === "relations" ? data.relations : data.pairs;
  const tests = testsOf(state, data);
  const { passing, counts: ofAll } = sifted(items, tests, data.entities);
  const articles = allowedArticles(state, data);
  const found =
    state.net === "relations"
      ? bundled(/** @type {Relation[]} */ (passing), data.sentences, articles)
      : paired(/** @type {Pair[]} */ (passing), data.sentences, articles);
  const heavy = found.filter(({ count }) => count >= state.weight);
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
  /** @type {Set<number>} */
  const tied = new Set();
  for (const { from, to } of edges) tied.add(from).add(to);
  if (reach) for (const entity of reach) if (data.networks[state.net].node.has(entity)) tied.add(entity);
  const counts = reach ? sifted(within(items, reach), tests, data.entities).counts : ofAll;
  const nodes = network.order.filter((entity) => tied.has(entity));
  const ids = new Set(edges.map(({ id }) => id));
  const held = edges.length === heavy.length ? passing : passing.filter(({ from, to }) => ids.has(`${from}-${to}`));
  return { network, items: held, counts, edges, nodes, heaviest: heaviestOf(heavy) };
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
