// What the reader has chosen: one frozen value, which the address holds and from which every panel is drawn.

import { data, documentByKey, entityByKey } from "./model.js";

export const STEP = 60;
export const MOST = 2000; // names that are drawn at once; a browser stands no more, nor a reader
export const LISTS = ["kind", "predicate", "telling", "article", "origin"];
const VIEWS = ["relations", "cooccurrence", "map", "table"];
export const CHOICES = {
  view: VIEWS,
  net: ["relations", "cooccurrence"],
  lang: ["ar", "en"],
  theme: ["auto", "light", "dark"],
  size: ["pagerank", "degree", "betweenness"],
  colour: ["kind", "community"],
  lines: ["strong", "all"],
};

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
  focus: null, // {near, steps}, {path: [entity, entity]} or {group}
  selection: null, // {entity}, {net, from, to} or {article}
  amount: STEP,
});

export const FILTERS = [...LISTS, "from", "to", "confidence", "weight", "degree", "largest"];
export const isFiltered = (state) =>
  FILTERS.some((name) => JSON.stringify(state[name]) !== JSON.stringify(START[name]));

// Entities and articles are called by what they are called in the files of the build, so that an address still means
// the same in another build of the same articles.
const keyOf = (entity) => data.entities[entity].key;

const written = {
  focus: ({ near, steps, path, group }) =>
    path ? `path.${path.map(keyOf).join(".")}` : near !== undefined ? `near.${keyOf(near)}.${steps}` : `group.${group}`,
  selection: ({ entity, net, from, to, article }) =>
    entity !== undefined
      ? `entity.${keyOf(entity)}`
      : article !== undefined
        ? `article.${data.documents[article].id}`
        : `${net}.${keyOf(from)}.${keyOf(to)}`,
  article: (articles) => articles.map((article) => data.documents[article].id).join(","),
  largest: () => "1",
};

export function hashOf(state) {
  const parts = new URLSearchParams();
  for (const name of Object.keys(START)) {
    if (JSON.stringify(state[name]) === JSON.stringify(START[name])) continue;
    parts.set(
      name,
      written[name] ? written[name](state[name]) : Array.isArray(state[name]) ? state[name].join(",") : state[name],
    );
  }
  const text = parts.toString().replaceAll("%2C", ",");
  return text ? `#${text}` : "";
}

function focusIn(text) {
  const [kind, ...rest] = text.split(".");
  const [first, second] = rest.map((key) => entityByKey.get(key));
  if (kind === "near" && first !== undefined) return { near: first, steps: rest[1] === "2" ? 2 : 1 };
  if (kind === "path" && first !== undefined && second !== undefined) return { path: [first, second] };
  return kind === "group" && /^\d+$/.test(rest[0]) ? { group: Number(rest[0]) } : null;
}

function selectionIn(text) {
  const [kind, ...keys] = text.split(".");
  const [from, to] = keys.map((key) => entityByKey.get(key));
  const article = documentByKey.get(keys[0]);
  if (kind === "article") return article === undefined ? null : { article };
  if (kind === "entity") return from === undefined ? null : { entity: from };
  return CHOICES.net.includes(kind) && from !== undefined && to !== undefined ? { net: kind, from, to } : null;
}

const numberIn = (text, least, most) => Math.min(most, Math.max(least, Number(text) || 0));
const listIn = (text) => text.split(",").filter((part) => part !== "");

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
  kind: listIn,
  predicate: listIn,
  telling: listIn,
  origin: listIn,
};

// What an address asks for, whoever wrote it; what it does not say, or says wrongly, is as at the start.
export function stateIn(hash, start = START) {
  const state = { ...start };
  for (const [name, text] of new URLSearchParams(hash.replace(/^#/, ""))) {
    if (Object.hasOwn(CHOICES, name)) state[name] = CHOICES[name].includes(text) ? text : start[name];
    else if (Object.hasOwn(read, name)) state[name] = read[name](text);
  }
  if (CHOICES.net.includes(state.view)) state.net = state.view;
  return Object.freeze(state);
}
