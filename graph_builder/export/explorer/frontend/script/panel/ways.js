// The relations between two as a table: who, what, whom, when, how often, and how it is told.

/** @import { After } from "../data/payload_types.d.ts" */
/** @import { Child, PairSelection, Relation, Way } from "../types.d.ts" */

import { grouped } from "../data/collections.js";
import { relationsBetween, tellingOf } from "../data/model.js";
import { button, byId, element, elements, foreign, say } from "../page/dom.js";
import { day, label, labelIn, nameOf, number, shortened } from "../page/i18n.js";
import { showPair, state } from "../state/store.js";
import { sentencesOf } from "../views/table.js";

/**
 * Return the name of the row of a relation in the table of the pair `from`, as it stands in the address.
 * @type {(relation: Relation, from: number) => string}
 */
const keyOf = (relation, from) =>
  [relation.subject === from ? "there" : "back", relation.predicate, tellingOf(relation)].join(".");

const chosenKey = () => state.selection?.way;

/**
 * Return the relations of both directions between two, the direction from → to first, most sentences first.
 * @type {(from: number, to: number) => Way[]}
 */
export function waysBetween(from, to) {
  const both = [...relationsBetween(from, to), ...(from === to ? [] : relationsBetween(to, from))];
  const ways = [...grouped(both, (relation) => keyOf(relation, from))].map(([key, relations]) => ({
    key,
    relations,
    sentences: sentencesOf(relations.flatMap(({ evidence }) => evidence)),
  }));
  /** @type {(way: Way) => number} */
  const back = ({ relations }) => Number(relations[0].subject !== from);
  return ways.sort((a, b) => back(a) - back(b) || b.sentences.length - a.sentences.length);
}

/** @type {(ways: Way[]) => Way | undefined} */
export const chosenAmong = (ways) => ways.find(({ key }) => key === chosenKey());

/**
 * Show a pair and the sentences of one of its rows.
 * @type {(relation: Relation) => void}
 */
export const choosePair = (relation) =>
  showPair("relations", relation.subject, relation.object, keyOf(relation, relation.subject));

/** @type {(way: Way) => void} */
function choose({ key, sentences }) {
  const { net, from, to } = /** @type {PairSelection} */ (state.selection);
  showPair(net, from, to, key === chosenKey() ? undefined : key);
  if (chosenKey() === undefined) return;
  say(`${label("evidence")}: ${number(sentences.length)}`);
  elements(".evidence", byId("panel"))[0]?.scrollIntoView({ block: "nearest" });
}

/**
 * Return the time that relations span: a day, or the first and the last month.
 * @type {(way: Way) => string}
 */
function span({ relations }) {
  const days = relations.map(({ when }) => when ?? "").filter(Boolean);
  days.sort();
  if (!days.length) return "";
  const [first, last] = [days[0], days[days.length - 1]];
  if (first === last) return day(first, "short");
  const [start, end] = [first, last].map((date) => day(date.slice(0, 7), "short"));
  return start === end ? start : `${start} – ${end}`;
}

/** @type {(way: Way) => HTMLElement} */
const opener = (way) =>
  button(
    {
      class: "link",
      "data-key": `way-${way.key}`,
      "aria-pressed": String(way.key === chosenKey()),
      click: () => choose(way),
    },
    labelIn("predicates", way.relations[0].predicate),
  );

/** @type {(entity: number) => HTMLElement} */
const named = (entity) => foreign(shortened(nameOf(entity), 32));

/** @type {Record<After<"way">, (way: Way) => Child>} */
const CELLS = {
  who: ({ relations }) => named(relations[0].subject),
  what: opener,
  whom: ({ relations }) => named(relations[0].object),
  when: span,
  times: ({ sentences }) => number(sentences.length),
  told: ({ relations }) => label(`line_${tellingOf(relations[0])}`),
};

/**
 * Return the table; without dates it has no column of them.
 * @type {(ways: Way[]) => HTMLElement}
 */
export function waysTable(ways) {
  const dated = ways.some((way) => span(way) !== "");
  const columns = /** @type {After<"way">[]} */ (Object.keys(CELLS)).filter((name) => name !== "when" || dated);
  const heads = columns.map((name) => element("th", { scope: "col", class: name }, label(`way_${name}`)));
  /** @type {(way: Way, name: After<"way">) => HTMLElement} */
  const cell = (way, name) =>
    name === "what"
      ? element("th", { scope: "row", class: name }, CELLS[name](way))
      : element("td", { class: `${name} ${tellingOf(way.relations[0])}` }, CELLS[name](way));
  /** @type {(way: Way) => HTMLElement} */
  const row = (way) =>
    element(
      "tr",
      { class: way.key === chosenKey() ? "chosen" : null, click: (event) => event.target.closest("button") || choose(way) },
      columns.map((name) => cell(way, name)),
    );
  return element(
    "table",
    { class: "ways" },
    element("caption", {}, label("waysCaption")),
    element("thead", {}, element("tr", {}, heads)),
    element("tbody", {}, ways.map(row)),
  );
}
