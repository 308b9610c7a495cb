// The filters: the values of each facet with their counts, thresholds, and the legend.

/** @import { After, LabelKey } from "./payload_types.d.ts" */
/** @import { Child, FacetName, Item, Key, Ranked } from "./types.d.ts" */

import { distinct, foremost } from "./collections.js";
import { button, byId, element, foreign, refill } from "./dom.js";
import {
  capital,
  collator,
  communityName,
  label,
  labelIn,
  nameOf,
  number,
  percent,
  shortened,
  titleOf,
} from "./i18n.js";
import { data, tellingOf } from "./model.js";
import { openDrawer } from "./panel.js";
import { CHOICES, MOST, START, STEP, hashOf } from "./state.js";
import { change, focusOn, reset, shown, state, toggled } from "./store.js";
import { heaviestOf } from "./visible.js";

const FIRST = 7; // keys of a facet shown at first
const UNFOLDED = 200; // how many more are shown each time

/** @type {Map<FacetName, number>} */
const unfolded = new Map();

/** @type {Set<string>} */
const closed = new Set(["origin", "article"]); // folded facets

/** @type {Record<FacetName, (key: any) => string>} */
export const keyName = {
  kind: (key) => capital(labelIn("many", key)),
  predicate: (key) => capital(labelIn("predicates", key)),
  telling: (key) => capital(key === "negated" ? labelIn("polarities", key) : labelIn("modalities", key)),
  article: (key) => titleOf(key),
  origin: (key) => key || label("noOrigin"),
};

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

const appearance = () => fold("appearance", 0, [select("size", label("sizeBy")), select("colour", label("colourBy"))]);

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
    ...[facet("article"), facet("origin")],
    appearance(),
  ]);
}

// The legend also filters by kind; where colours are communities, it focuses on each.
export function drawLegend() {
  const kinds = ["PER", "LOC", "ORG"].map((kind) =>
    element(
      "li",
      {},
      button(
        {
          class: "swatch",
          "data-key": `legend-${kind}`,
          "aria-pressed": String(state.kind.includes(kind)),
          click: () => change({ kind: toggled(state.kind, kind) }),
        },
        element("span", { class: `kind ${kind} ${state.colour === "kind" ? "" : "plain"}`, "aria-hidden": "true" }),
        capital(labelIn("many", kind)),
      ),
    ),
  );
  /** @type {(group: number) => Ranked[]} */
  const membersOf = (group) => shown.network.communities.get(group) ?? [];
  const groups =
    state.colour === "kind"
      ? []
      : [...shown.network.communities.keys()]
          .sort((a, b) => a - b)
          .slice(0, 5)
          .filter((group) => membersOf(group).length > 1)
          .map((group) =>
            element(
              "li",
              {},
              button(
                {
                  class: "swatch",
                  "data-key": `group-${group}`,
                  "aria-pressed": String(state.focus?.group === group),
                  title: communityName(shown.network, group),
                  click: () => focusOn(state.focus?.group === group ? null : { group }),
                },
                element("span", { class: `dot group-${Math.min(group, 7)}`, "aria-hidden": "true" }),
                foreign(shortened(nameOf(membersOf(group)[0].id), 16)),
              ),
            ),
          );
  const lines =
    state.net !== "relations" || groups.length
      ? []
      : /** @type {const} */ (["asserted", "future", "negated"])
          .filter(
            (telling) => telling === "asserted" || data.relations.some((relation) => tellingOf(relation) === telling),
          )
          .map((telling) =>
            element(
              "li",
              {},
              button(
                {
                  class: "swatch",
                  "data-key": `legend-${telling}`,
                  "aria-pressed": String(state.telling.includes(telling)),
                  click: () => change({ telling: toggled(state.telling, telling) }),
                },
                element("span", { class: `line ${telling}`, "aria-hidden": "true" }),
                label(`line_${telling}`),
              ),
            ),
          );
  refill(byId("legend"), [...kinds, ...groups, ...lines]);
  const amounts = { shown: number(shown.drawn.length), total: number(shown.possible.length) };
  byId("lines").hidden = shown.drawn.length === shown.possible.length && state.lines === "strong";
  byId("lines").textContent = state.lines === "strong" ? label("allLines", amounts) : label("strongLines");
  byId("shown").textContent = label(data.entities.length > MOST ? "shownOfMany" : "shown", {
    shown: number(shown.shown.size),
    total: number(shown.nodes.length),
    all: number(data.entities.length),
  });
  byId("more").hidden = byId("all").hidden = Math.min(MOST, shown.nodes.length) <= state.amount;
  byId("all").textContent = shown.nodes.length > MOST ? label("most", { count: number(MOST) }) : label("all");
  byId("fewer").hidden = state.amount <= STEP;
}
