// The filters: the values of each facet with their counts, communities, and thresholds.

/** @import { After, LabelKey } from "../data/payload_types.d.ts" */
/** @import { Child, FacetName, Item, Key } from "../types.d.ts" */

import { distinct, foremost } from "../data/collections.js";
import { data } from "../data/model.js";
import { button, byId, element, foreign, refill } from "../page/dom.js";
import { collator, communityName, keyName, label, number, percent } from "../page/i18n.js";
import { CHOICES, START, hashOf } from "../state/state.js";
import { change, focusOn, shown, state, toggled } from "../state/store.js";
import { heaviestOf } from "../state/visible.js";
import { openDrawer } from "./sides.js";

const FIRST = 7; // keys of a facet shown at first
const UNFOLDED = 200; // how many more are shown each time

/** @type {Map<FacetName, number>} */
const unfolded = new Map();

/** @type {Set<string>} */
const closed = new Set(["community", "origin", "article"]); // folded facets

/**
 * Return all keys of a facet. A facet with a single key is not shown; a short one is always shown whole.
 * @type {Record<string, Key[]>}
 */
const allKeys = {};

/** @type {(name: FacetName) => Key[]} */
function keysOf(name) {
  /** @type {Item[]} */
  const items = state.net === "relations" ? data.relations : data.pairs;
  return (allKeys[`${state.net} ${name}`] ??=
    name === "kind"
      ? ["PER", "LOC", "ORG"]
      : distinct(items.flatMap(({ keys }) => /** @type {Key[]} */ (keys[name] ?? []))));
}

/** @type {(name: FacetName) => HTMLElement | null} */
function facet(name) {
  const counts = shown.counts[name];
  const chosen = /** @type {Key[]} */ (state[name]);
  const possible = keysOf(name);
  if (possible.length < 2 && !chosen.length) return null;
  const keys = distinct([...chosen, ...(possible.length < 5 ? possible : counts.keys())]);
  /** @type {(key: Key) => number} */
  const count = (key) => counts.get(key) ?? 0;
  const { compare } = collator();
  /** @type {(key: Key) => string} */
  const called = (key) => String(keyName[name](key));
  const wanted = unfolded.get(name) ?? FIRST;
  const first = foremost(keys, wanted, (a, b) => count(b) - count(a) || compare(called(a), called(b)));
  const most = Math.max(1, ...first.slice(0, 1).map(count));
  const some = [...first, ...chosen.filter((key) => !first.includes(key))];
  const rest = keys.length - some.length;
  return fold(name, chosen.length, [
    element(
      "ul",
      { class: "choices" },
      some.map((key) => element("li", {}, choice(name, key, count(key), most))),
    ),
    rest > 0
      ? button(
          {
            class: "link",
            "data-key": `${name}-more`,
            click: () => {
              unfolded.set(name, wanted + UNFOLDED);
              drawFacets();
            },
          },
          label("moreRows", { count: number(rest) }),
        )
      : null,
  ]);
}

/** @type {(name: FacetName, key: Key, count: number, most: number) => HTMLElement} */
function choice(name, key, count, most) {
  const chosen = /** @type {Key[]} */ (state[name]);
  const box = element("input", {
    type: "checkbox",
    "data-key": `${name}-${key}`,
    ...(chosen.includes(key) ? { checked: "" } : {}),
    change: () => change({ [name]: toggled(chosen, key) }),
  });
  const bar = element("meter", { class: "share", min: 0, max: most, value: count, "aria-hidden": "true" });
  const mark = name === "kind" ? [element("span", { class: `kind ${key}`, "aria-hidden": "true" })] : [];
  return element(
    "label",
    { class: "choice" },
    box,
    ...mark,
    element("span", { class: "key", dir: "auto", title: keyName[name](key) }, keyName[name](key)),
    element("span", { class: "count" }, number(count)),
    bar,
  );
}

/** @type {(name: After<"facet">, active: number, content: Child[]) => HTMLElement} */
function fold(name, active, content) {
  const details = element(
    "details",
    { class: "facet", ...(closed.has(name) && !active ? {} : { open: "" }) },
    element(
      "summary",
      { "data-key": `fold-${name}` },
      label(`facet_${name}`),
      active ? element("span", { class: "active" }, number(active)) : null,
    ),
    ...content.filter((part) => part !== null),
  );
  details.addEventListener("toggle", () => (details.open ? closed.delete(name) : closed.add(name)));
  return details;
}

/**
 * @type {(
 *   name: "confidence" | "weight" | "degree", most: number, by: number, show: (value: number) => string
 * ) => HTMLElement}
 */
function slider(name, most, by, show) {
  const output = element("output", { dir: "ltr" }, show(state[name]));
  /** @type {HTMLInputElement} */
  const input = element("input", {
    type: "range",
    min: START[name],
    max: most,
    step: by,
    value: state[name],
    "data-key": name,
    "aria-label": label(`facet_${name}`),
    "aria-valuetext": show(state[name]),
    input: () => (output.textContent = show(Number(input.value))),
    change: () => change({ [name]: Number(input.value) }),
  });
  return element("label", { class: "slider" }, element("span", {}, label(`facet_${name}`)), output, input);
}

/** @type {(name: "size" | "colour", title: string) => HTMLElement} */
function select(name, title) {
  const options = CHOICES[name].map((value) =>
    element(
      "option",
      { value, ...(state[name] === value ? { selected: "" } : {}) },
      label(/** @type {LabelKey} */ (`${name}_${value}`)),
    ),
  );
  /** @type {HTMLSelectElement} */
  const node = element("select", { "data-key": name, change: () => change({ [name]: node.value }) }, options);
  return element("label", { class: "select" }, element("span", {}, title), node);
}

function thresholds() {
  const heaviest = Math.max(
    2,
    Math.min(30, data.pairs.length && state.net === "cooccurrence" ? heaviestOf(data.pairs) : shown.heaviest),
  );
  const widest = Math.max(
    2,
    Math.min(
      30,
      shown.network.nodes.reduce((most, { degree }) => Math.max(most, degree), 0),
    ),
  );
  /** @type {(value: number) => string} */
  const atLeast = (value) => `≥ ${number(value)}`;
  const set = /** @type {const} */ (["confidence", "weight", "degree", "largest"]).filter(
    (name) => state[name] !== START[name],
  ).length;
  /** @type {HTMLInputElement} */
  const largest = element("input", {
    type: "checkbox",
    "data-key": "largest",
    ...(state.largest ? { checked: "" } : {}),
    change: () => change({ largest: largest.checked }),
  });
  return fold("strength", set, [
    state.net === "relations"
      ? slider("confidence", 1, 0.05, (value) => (value ? `≥ ${percent(value)}` : label("any")))
      : null,
    slider("weight", Math.max(heaviest, state.weight), 1, atLeast),
    slider("degree", Math.max(widest, state.degree), 1, atLeast),
    element("label", { class: "choice" }, largest, element("span", { class: "key" }, label("facet_largest"))),
  ]);
}

// Return the communities, named by their members; choosing one focuses on it.
function communities() {
  const { network, nodes } = shown;
  const tied = new Set(nodes);
  const chosen = state.focus?.group;
  const groups = network.names
    .map((_, group) => group)
    .filter((group) => group === chosen || (network.communities.get(group) ?? []).some(({ id }) => tied.has(id)));
  if (groups.length < 2 && chosen === undefined) return null;
  const wanted = groups.slice(0, FIRST);
  if (chosen !== undefined && !wanted.includes(chosen)) wanted.push(chosen);
  return fold("community", chosen === undefined ? 0 : 1, [
    element(
      "ul",
      { class: "choices" },
      wanted.map((group) => element("li", {}, communityChoice(group, group === chosen))),
    ),
  ]);
}

/** @type {(group: number, chosen: boolean) => HTMLElement} */
function communityChoice(group, chosen) {
  const name = communityName(shown.network, group);
  return button(
    {
      class: "choice community",
      "data-key": `community-${group}`,
      "aria-pressed": String(chosen),
      title: name,
      click: () => focusOn(chosen ? null : { group }),
    },
    element("span", { class: `dot group-${Math.min(group, 7)}`, "aria-hidden": "true" }),
    element("span", { class: "key" }, foreign(name)),
    element("span", { class: "count" }, number((shown.network.communities.get(group) ?? []).length)),
  );
}

const appearance = () => fold("appearance", 0, [select("size", label("sizeBy")), select("colour", label("colourBy"))]);

// Reset everything but the view, the language and the theme.
export function reset() {
  const { view, net, lang, theme } = state;
  change({ ...START, view, net, lang, theme });
  byId("query").value = "";
}

export function drawFacets() {
  /** @type {FacetName[]} */
  const names = state.net === "relations" ? ["kind", "predicate", "telling"] : ["kind"];
  const items = state.net === "relations" ? data.relations.length : data.pairs.length;
  const of = { shown: number(shown.items.length), total: number(items) };
  const clear = button({ class: "quiet", id: "reset", "data-key": "reset", click: reset }, label("reset"));
  clear.disabled = hashOf({ ...state, view: START.view, net: START.net, lang: START.lang, theme: START.theme }) === "";
  refill(byId("facets"), [
    element(
      "header",
      {},
      element("h2", {}, label("filters")),
      clear,
      button({ class: "close drawer-only", "aria-label": label("close"), click: () => openDrawer(null) }, "×"),
    ),
    element("p", { class: "matching" }, label(state.net === "relations" ? "matchingRelations" : "matchingPairs", of)),
    ...names.map(facet),
    thresholds(),
    communities(),
    ...[facet("article"), facet("origin")],
    appearance(),
  ]);
}
