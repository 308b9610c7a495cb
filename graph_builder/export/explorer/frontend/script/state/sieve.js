// Which relations or pairs pass the filters, and how many of each facet would. Their keys are kept as numbers, so that a
// filter costs a pass over arrays, and only the facet that has changed is tested anew.

/** @import { Kind } from "../data/payload_types.d.ts" */
/** @import { Counts, Data, Edge, FacetName, Item, Key, Keyed, Pair, Relation, Sieve, State } from "../types.d.ts" */

import { addTo, distinct } from "../data/collections.js";
import { tellingOf } from "../data/model.js";
import { eventsFirst } from "./opening.js";
import { LISTS } from "./state.js";

/** @type {Kind[]} */
const KINDS = ["PER", "LOC", "ORG"];

/** @type {("confidence" | "when" | FacetName)[]} */
const TESTS = ["predicate", "telling", "article", "origin", "kind", "confidence", "when"]; // a bit each

/** @type {WeakMap<Item[], Sieve>} */
const sieves = new WeakMap();

/**
 * Number the keys of items; an item may have none or several.
 * @type {(items: Item[], keysOf: (item: Item) => Key[] | undefined) => Keyed}
 */
function keyed(items, keysOf) {
  /** @type {Map<Key, number>} */
  const numbers = new Map();
  const starts = new Int32Array(items.length + 1);
  const values = [];
  for (const [index, item] of items.entries()) {
    for (const key of keysOf(item) ?? []) {
      let value = numbers.get(key);
      if (value === undefined) numbers.set(key, (value = numbers.size));
      values.push(value);
    }
    starts[index + 1] = values.length;
  }
  return { keys: [...numbers.keys()], starts, values: Int32Array.from(values) };
}

/** @type {(items: Item[], data: Data) => Sieve} */
function prepared(items, { entities, sentences }) {
  const facets = /** @type {Record<string, Keyed>} */ ({
    when: keyed(items, ({ when }) => (when === null ? [] : [when])),
  });
  for (const name of LISTS.slice(1)) {
    if (!items.length || items[0].keys[name] !== undefined) facets[name] = keyed(items, ({ keys }) => keys[name]);
  }
  /** @type {Map<number, Item[]>} */
  const bundles = new Map();
  for (const item of items) addTo(bundles, item.from * entities.length + item.to, item);
  const edgeOf = new Int32Array(items.length);
  const edges = [...bundles.values()].map((those, index) => {
    for (const { id } of those) edgeOf[id] = index;
    return edgeOver(those, sentences, new Set());
  });
  return {
    facets,
    kinds: Uint8Array.from(entities, ({ kind }) => KINDS.indexOf(kind)),
    froms: Int32Array.from(items, ({ from }) => from),
    tos: Int32Array.from(items, ({ to }) => to),
    edges,
    edgeOf,
    bundles: [...bundles.values()],
    failing: new Map(),
  };
}

/**
 * Return the edge that bundles the relations of one direction between two entities, weighted by the sentences in the
 * articles that state them, or the edge of a pair.
 * @type {(those: Item[], sentences: { document: number }[], articles: Set<number>) => Edge}
 */
function edgeOver(those, sentences, articles) {
  const [{ from, to }] = those;
  const id = `${from}-${to}`;
  if (!("predicate" in those[0])) {
    const [pair] = /** @type {Pair[]} */ (those);
    const within = articles.size ? pair.shared.filter((s) => articles.has(sentences[s].document)).length : 0;
    return { id, from, to, count: within || pair.count };
  }
  const relations = /** @type {Relation[]} */ (those);
  const seen = new Set();
  for (const { evidence } of relations) {
    for (const { sentence } of evidence) {
      if (!articles.size || articles.has(sentences[sentence].document)) seen.add(sentence);
    }
  }
  const predicates = eventsFirst(distinct(relations.map(({ predicate }) => predicate)));
  return { id, from, to, relations, count: seen.size, predicates, tellings: distinct(relations.map(tellingOf)) };
}

/** @type {(when: string) => string} */
const lastDay = (when) => (when.length === 10 ? when : `${when}-99`); // for a month or a year

/**
 * Return which keys of a facet a state wants, or null where it wants all.
 * @type {(name: string, state: State, keys: Key[]) => Uint8Array | null}
 */
function wantedOf(name, state, keys) {
  if (name === "when") {
    const { from, to } = state;
    if (from === "" && to === "") return null;
    return Uint8Array.from(/** @type {string[]} */ (keys), (when) =>
      Number((from === "" || lastDay(when) >= from) && (to === "" || when <= to)),
    );
  }
  const chosen = new Set(/** @type {Key[]} */ (state[/** @type {FacetName} */ (name)]));
  return chosen.size ? Uint8Array.from(keys, (key) => Number(chosen.has(key))) : null;
}

/** @type {(name: string, bit: number, state: State, items: Item[], sieve: Sieve) => Uint8Array | null} */
function failedBy(name, bit, state, items, { facets, kinds, froms, tos }) {
  const fails = new Uint8Array(items.length);
  if (name === "confidence") {
    if (state.confidence <= 0) return null;
    items.forEach(({ confidence }, index) => (fails[index] = (confidence ?? 1) >= state.confidence ? 0 : bit));
    return fails;
  }
  if (name === "kind") {
    const wanted = wantedOf(name, state, KINDS);
    if (wanted === null) return null;
    for (let index = 0; index < fails.length; index += 1) {
      fails[index] = wanted[kinds[froms[index]]] && wanted[kinds[tos[index]]] ? 0 : bit;
    }
    return fails;
  }
  const wanted = facets[name] ? wantedOf(name, state, facets[name].keys) : null;
  if (wanted === null) return null;
  const { starts, values } = facets[name];
  for (let index = 0; index < fails.length; index += 1) {
    fails[index] = bit;
    for (let at = starts[index]; at < starts[index + 1]; at += 1) if (wanted[values[at]]) fails[index] = 0;
  }
  return fails;
}

/** @type {(state: State, items: Item[], sieve: Sieve) => Uint8Array} */
function failuresOf(state, items, sieve) {
  const failures = new Uint8Array(items.length);
  TESTS.forEach((name, place) => {
    const chosen = name === "when" ? [state.from, state.to] : state[/** @type {FacetName} */ (name)];
    const key = JSON.stringify(chosen);
    let known = sieve.failing.get(name);
    if (known?.key !== key) {
      known = { key, fails: failedBy(name, 1 << place, state, items, sieve) };
      sieve.failing.set(name, known);
    }
    const { fails } = known;
    if (fails) for (let index = 0; index < failures.length; index += 1) failures[index] |= fails[index];
  });
  return failures;
}

/**
 * Return how many items have each key of each facet, of those that pass all other tests.
 * @type {(failures: Uint8Array, sieve: Sieve, within: ((item: number) => boolean) | null) => Counts}
 */
function counted(failures, { facets, kinds, froms, tos }, within) {
  /** @type {Record<string, Map<any, number>>} */
  const all = Object.fromEntries([...LISTS, "when"].map((name) => [name, new Map()]));
  /** @type {(name: string) => (item: number) => boolean} */
  const counting = (name) => {
    const bit = 1 << TESTS.indexOf(/** @type {FacetName} */ (name));
    return (item) => (failures[item] & ~bit) === 0 && (within === null || within(item));
  };
  for (const [name, { keys, starts, values }] of Object.entries(facets)) {
    const amounts = new Uint32Array(keys.length);
    const counts = counting(name);
    for (let item = 0; item < failures.length; item += 1) {
      if (counts(item)) for (let at = starts[item]; at < starts[item + 1]; at += 1) amounts[values[at]] += 1;
    }
    keys.forEach((key, value) => amounts[value] && all[name].set(key, amounts[value]));
  }
  const met = new Uint8Array(kinds.length);
  const isMet = counting("kind");
  for (let item = 0; item < failures.length; item += 1) if (isMet(item)) met[froms[item]] = met[tos[item]] = 1;
  const members = [0, 0, 0];
  for (let entity = 0; entity < met.length; entity += 1) if (met[entity]) members[kinds[entity]] += 1;
  KINDS.forEach((kind, index) => members[index] && all.kind.set(kind, members[index]));
  return /** @type {Counts} */ (all);
}

/**
 * Return the items that pass the filters of a state, their edges, and a function that counts the keys of each facet
 * among the items within a set of entities, or among all.
 * @type {(state: State, data: Data, articles: Set<number>) =>
 *   { passing: Item[]; edges: Edge[]; count: (reach: Set<number> | null) => Counts }}
 */
export function sifted(state, data, articles) {
  /** @type {Item[]} */
  const items = state.net === "relations" ? data.relations : data.pairs;
  let sieve = sieves.get(items);
  if (sieve === undefined) sieves.set(items, (sieve = prepared(items, data)));
  const { froms, tos, edges, edgeOf, bundles } = sieve;
  const failures = failuresOf(state, items, sieve);
  const passing = items.filter((_, index) => failures[index] === 0);
  const alive = new Uint32Array(edges.length);
  for (let item = 0; item < failures.length; item += 1) if (failures[item] === 0) alive[edgeOf[item]] += 1;
  const found = [];
  for (let edge = 0; edge < edges.length; edge += 1) {
    if (alive[edge] === 0) continue;
    const whole = alive[edge] === bundles[edge].length && !articles.size;
    const those = whole ? [] : bundles[edge].filter(({ id }) => failures[id] === 0);
    found.push(whole ? edges[edge] : edgeOver(those, data.sentences, articles));
  }
  /** @type {(reach: Set<number> | null) => Counts} */
  const count = (reach) =>
    counted(failures, sieve, reach && ((item) => reach.has(froms[item]) && reach.has(tos[item])));
  return { passing, edges: found, count };
}
