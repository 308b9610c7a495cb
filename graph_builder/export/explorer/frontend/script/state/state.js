// The state: what the reader has chosen, as one frozen value that is kept in the address.

/** @import { Net } from "../data/payload_types.d.ts" */
/** @import { FacetName, Focus, Selection, State } from "../types.d.ts" */

import { data, documentByKey, entityByKey } from "../data/model.js";

export const STEP = 60;
export const MOST = 5000; // most entities drawn at once, for the browser and the reader

/** @type {FacetName[]} */
export const LISTS = ["kind", "predicate", "telling", "article", "origin"];

/** @type {Net[]} */
export const NETS = ["relations", "cooccurrence"];

/** @type {(name: string) => name is Net} */
export const isNet = (name) => name === "relations" || name === "cooccurrence";
const VIEWS = [...NETS, "map", "table", "story"];

/**
 * Return the graph that a view shows; a story is of relations.
 * @type {(state: Pick<State, "view" | "net">) => Net}
 */
export const netOf = ({ view, net }) => (isNet(view) ? view : view === "story" ? "relations" : net);

/** @type {Record<string, string[]>} */
export const CHOICES = {
  view: VIEWS,
  net: NETS,
  lang: ["ar", "en"],
  theme: ["auto", "light", "dark"],
  size: ["pagerank", "degree", "betweenness"],
  colour: ["kind", "community"],
  lines: ["strong", "all"],
};

/** @type {Readonly<State>} */
export const START = Object.freeze({
  view: "relations",
  net: "relations",
  lang: "ar",
  theme: "auto",
  size: "pagerank",
  colour: "kind",
  lines: "strong",
  kind: [],
  predicate: [],
  telling: [],
  article: [],
  origin: [],
  from: "",
  to: "",
  confidence: 0,
  weight: 1,
  degree: 0,
  largest: false,
  focus: null,
  selection: null,
  amount: STEP,
  sort: "",
});

/** @type {(keyof State)[]} */
export const FILTERS = [...LISTS, "from", "to", "confidence", "weight", "degree", "largest"];

/** @type {(left: State, right: State, names: (keyof State)[]) => boolean} */
export const differ = (left, right, names) =>
  names.some((name) => JSON.stringify(left[name]) !== JSON.stringify(right[name]));

/**
 * Return whether two selections are of the same entity, pair or article.
 * @type {(left: Selection | null, right: Selection | null) => boolean}
 */
export const isSame = (left, right) =>
  JSON.stringify({ ...left, way: undefined }) === JSON.stringify({ ...right, way: undefined });

/** @type {(state: State) => boolean} */
export const isFiltered = (state) => differ(state, START, FILTERS);

/**
 * Return the name of an entity in the files of the build, so that an address keeps its meaning in another build of the
 * same articles.
 * @type {(entity: number) => string}
 */
const keyOf = (entity) => data.entities[entity].key;

/** @type {Record<string, (value: any) => string>} */
const written = {
  focus: ({ near, steps, path, group }) =>
    path ? `path.${path.map(keyOf).join(".")}` : near !== undefined ? `near.${keyOf(near)}.${steps}` : `group.${group}`,
  selection: ({ entity, net, from, to, way, article }) =>
    entity !== undefined
      ? `entity.${keyOf(entity)}`
      : article !== undefined
        ? `article.${data.documents[article].id}`
        : [net, keyOf(from), keyOf(to), ...(way === undefined ? [] : [way])].join("."),
  article: (/** @type {number[]} */ articles) => articles.map((article) => data.documents[article].id).join(","),
  largest: () => "1",
};

/** @type {(state: State) => string} */
export function hashOf(state) {
  const parts = new URLSearchParams();
  for (const name of /** @type {(keyof State)[]} */ (Object.keys(START))) {
    if (JSON.stringify(state[name]) === JSON.stringify(START[name])) continue;
    const value = state[name];
    parts.set(name, written[name] ? written[name](value) : Array.isArray(value) ? value.join(",") : String(value));
  }
  const text = parts.toString().replaceAll("%2C", ",");
  return text ? `#${text}` : "";
}

/** @type {(text: string) => Focus | null} */
function focusIn(text) {
  const [kind, ...rest] = text.split(".");
  const [first, second] = rest.map((key) => entityByKey.get(key));
  if (kind === "near" && first !== undefined) return { near: first, steps: rest[1] === "2" ? 2 : 1 };
  if (kind === "path" && first !== undefined && second !== undefined) return { path: [first, second] };
  return kind === "group" && /^\d+$/.test(rest[0]) ? { group: Number(rest[0]) } : null;
}

/** @type {(text: string) => Selection | null} */
function selectionIn(text) {
  const [kind, ...keys] = text.split(".");
  const [from, to] = keys.map((key) => entityByKey.get(key));
  const article = documentByKey.get(keys[0]);
  if (kind === "article") return article === undefined ? null : { article };
  if (kind === "entity") return from === undefined ? null : { entity: from };
  if (!isNet(kind) || from === undefined || to === undefined) return null;
  return { net: kind, from, to, ...(keys.length > 2 ? { way: keys.slice(2).join(".") } : {}) };
}

/** @type {(text: string, least: number, most: number) => number} */
const numberIn = (text, least, most) => Math.min(most, Math.max(least, Number(text) || 0));

/** @type {(text: string) => string[]} */
const listIn = (text) => text.split(",").filter((part) => part !== "");

/** @type {Record<string, (text: string) => unknown>} */
const read = {
  focus: focusIn,
  selection: selectionIn,
  article: (text) =>
    listIn(text)
      .map((key) => documentByKey.get(key))
      .filter((article) => article !== undefined),
  confidence: (text) => numberIn(text, 0, 1),
  weight: (text) => numberIn(text, 1, 1e6),
  degree: (text) => numberIn(text, 0, 1e6),
  amount: (text) => numberIn(text, STEP, MOST),
  largest: (text) => text === "1",
  from: (text) => (/^\d{4}-\d\d-\d\d$/.test(text) ? text : ""),
  to: (text) => (/^\d{4}-\d\d-\d\d$/.test(text) ? text : ""),
  sort: (text) => (/^-?[a-zA-Z]+$/.test(text) ? text : ""),
  kind: listIn,
  predicate: listIn,
  telling: listIn,
  origin: listIn,
};

/**
 * Return the state in an address from anywhere; what is missing or invalid is as in `start`.
 * @type {(hash: string, start?: State) => State}
 */
export function stateIn(hash, start = START) {
  const state = { ...start };
  for (const [name, text] of new URLSearchParams(hash.replace(/^#/, ""))) {
    if (Object.hasOwn(CHOICES, name)) {
      if (CHOICES[name].includes(text)) Object.assign(state, { [name]: text });
    } else if (Object.hasOwn(read, name)) Object.assign(state, { [name]: read[name](text) });
  }
  state.net = netOf(state);
  return Object.freeze(state);
}
