// The same facts as a table: for readers who cannot see a graph, and for other programs.

/** @import { After, Net } from "../data/payload_types.d.ts" */
/** @import { Column, Drawer, Evidence, Item, Relation } from "../types.d.ts" */

import { distinct } from "../data/collections.js";
import { data, isRead, readSentences, tellingOf } from "../data/model.js";
import { copy, paper, saveAs, tellDamaged, toast } from "../page/deliver.js";
import { button, byId, element, foreign, refill } from "../page/dom.js";
import {
  collator,
  communityName,
  keyName,
  label,
  labelIn,
  nameOf,
  number,
  percent,
  shortened,
  titleOf,
} from "../page/i18n.js";
import { PRINTED } from "../page/widgets.js";
import { NETS } from "../state/state.js";
import { change, showPair, shown, state } from "../state/store.js";

const PAGE = 100; // rows shown at first

/** @type {Record<Net, After<"column">>} */
const HEAVIEST = { relations: "evidence", cooccurrence: "togetherCount" };

/**
 * Return the order of the table: by a column of the graph, or the heaviest first.
 * @type {() => { column: After<"column">; down: boolean }}
 */
function sorting() {
  const down = state.sort.startsWith("-");
  const chosen = columns().find(([name]) => name === state.sort.slice(Number(down)));
  return chosen ? { column: chosen[0], down } : { column: HEAVIEST[state.net], down: true };
}

let rowsShown = PAGE;

/** @type {(relation: Relation) => string} */
const toldBy = (relation) => (relation.speaker === null ? "" : nameOf(relation.speaker));

/** @type {(item: Item) => string[]} */
const titlesOf = ({ keys }) => keys.article.map(titleOf);

/**
 * Return the community of both ends, or both communities.
 * @type {(item: Item) => string}
 */
const communitiesOf = ({ from, to }) => {
  const groups = distinct([from, to].map((entity) => shown.network.node.get(entity)?.community ?? -1));
  return groups.map((group) => communityName(shown.network, group)).join(" ¦ ");
};

/**
 * The columns of each graph: name, text, and the value to sort by where that is not the text.
 * @type {Record<Net, Column[]>}
 */
const COLUMNS = {
  relations: [
    ["subject", ({ subject }) => nameOf(subject)],
    ["predicate", ({ predicate }) => labelIn("predicates", predicate)],
    ["object", ({ object }) => nameOf(object)],
    ["telling", (relation) => keyName.telling(tellingOf(relation))],
    ["speaker", toldBy],
    ["date", ({ date }) => date ?? ""],
    ["confidence", ({ confidence }) => percent(confidence), ({ confidence }) => confidence],
    [
      "evidence",
      ({ evidence }) => number(sentencesOf(evidence).length),
      ({ evidence }) => sentencesOf(evidence).length,
    ],
    ["document", (relation) => titlesOf(relation).join(" ¦ ")],
    ["community", communitiesOf],
  ],
  cooccurrence: [
    ["first", ({ from }) => nameOf(from)],
    ["second", ({ to }) => nameOf(to)],
    ["togetherCount", ({ count }) => number(count), ({ count }) => count],
    ["documents", ({ documents }) => number(documents), ({ documents }) => documents],
    ["association", ({ npmi }) => number(npmi, 2), ({ npmi }) => npmi],
    ["community", communitiesOf],
  ],
};
const NUMERIC = new Set(["confidence", "evidence", "togetherCount", "documents", "association"]);

/** @type {(evidence: Evidence[]) => number[]} */
export const sentencesOf = (evidence) => distinct(evidence.map(({ sentence }) => sentence));
const columns = () => COLUMNS[state.net];

/** @type {() => Item[]} */
function sortedItems() {
  const { column, down } = sorting();
  const [, text, value = text] = /** @type {Column} */ (columns().find(([name]) => name === column));
  const keyed = shown.items.map((item) => /** @type {const} */ ([value(item), item]));
  const { compare } = collator();
  keyed.sort(([a], [b]) => (typeof a === "number" ? a - Number(b) : compare(a, String(b))));
  if (down) keyed.reverse();
  return keyed.map(([, item]) => item);
}

/** @type {(column: Column) => HTMLElement} */
function headOf([name]) {
  const { column, down } = sorting();
  const active = column === name;
  const next = active ? !down : NUMERIC.has(name);
  const click = () => change({ sort: `${next ? "-" : ""}${name}` });
  const arrow = active ? (down ? " ↓" : " ↑") : "";
  return element(
    "th",
    {
      scope: "col",
      "aria-sort": active ? (down ? "descending" : "ascending") : "none",
      class: NUMERIC.has(name) ? "number" : null,
    },
    button(
      { "data-key": `sort-${name}`, click },
      label(`column_${name}`),
      element("span", { "aria-hidden": "true" }, arrow),
    ),
  );
}

/** @type {(item: Item) => HTMLElement} */
function rowOf(item) {
  const chosen = state.selection?.from === item.from && state.selection?.to === item.to;
  const open = () => showPair(state.net, item.from, item.to);
  const cells = columns().map(([name, text], index) => {
    const longest = name === "document" || name === "community" ? 44 : 60;
    const content = foreign(shortened(text(item), paper ? Infinity : longest));
    return element(
      index ? "td" : "th",
      { class: NUMERIC.has(name) ? "number" : null, ...(index ? {} : { scope: "row" }) },
      index ? content : button({ class: "link", "data-key": `row-${item.id}`, click: open }, content),
    );
  });
  return element(
    "tr",
    { class: chosen ? "chosen" : null, click: (event) => event.target.closest("button") || open() },
    cells,
  );
}

function drawTable() {
  const on = state.view === "table";
  byId("table").hidden = !on;
  if (!on) return;
  const items = sortedItems();
  byId("empty").hidden = items.length > 0;
  byId("empty").textContent = label("emptyView");
  const nets = element(
    "div",
    { class: "views" },
    NETS.map((net) =>
      button(
        { "data-key": `net-${net}`, "aria-pressed": String(state.net === net), click: () => change({ net }) },
        label(net === "relations" ? "viewRelations" : "viewCooccurrence"),
      ),
    ),
  );
  const top = byId("table").scrollTop;
  refill(byId("table"), [
    element(
      "header",
      { class: "table-bar" },
      nets,
      element("p", {}, label("rowCount", { count: number(items.length) })),
      button({ class: "quiet", "data-key": "copy-table", click: copyTable }, label("copyTable")),
      button({ class: "quiet", "data-key": "save-table", click: saveTable }, label("saveTable")),
    ),
    element(
      "table",
      {},
      element("caption", { class: "aside" }, label("viewTable")),
      element("thead", {}, element("tr", {}, columns().map(headOf))),
      element("tbody", {}, items.slice(0, paper ? PRINTED : rowsShown).map(rowOf)),
    ),
    items.length > rowsShown
      ? button(
          {
            class: "quiet more-rows",
            "data-key": "more-rows",
            click: () => {
              rowsShown += PAGE * 5;
              drawTable();
            },
          },
          label("moreRows", { count: number(items.length - rowsShown) }),
        )
      : null,
  ]);
  byId("table").scrollTop = top;
}

// A spreadsheet takes a cell that starts like this for a formula; an apostrophe makes it text.
const FORMULA = /^[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/** @type {(text: string) => string} */
const guarded = (text) => (FORMULA.test(text) && !/^-?\d+([.,]\d+)?$/.test(text) ? `'${text}` : text);

/** @type {(text: string, between: string) => string} */
function cell(text, between) {
  const safe = guarded(text);
  if (between === "\t") return safe.replace(/[\t\r\n]+/g, " ");
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** @type {(between: string) => Promise<string>} */
async function tableText(between) {
  /** @type {(item: any) => number[]} */
  const behind = (item) => (state.net === "relations" ? sentencesOf(item.evidence) : item.shared);
  const items = sortedItems();
  const sentences = items.flatMap(behind);
  if (!sentences.every(isRead)) toast(label("unpacking"));
  await readSentences(sentences);
  /** @type {(item: Item) => string[]} */
  const quotes = (item) => behind(item).map((sentence) => data.sentences[sentence].text);
  const lines = [
    [...columns().map(([name]) => label(`column_${name}`)), label("column_sentences")],
    ...items.map((item) => [...columns().map(([, text]) => text(item)), quotes(item).join(" ¶ ")]),
  ];
  return `${lines.map((line) => line.map((text) => cell(text, between)).join(between)).join("\r\n")}\r\n`;
}

const copyTable = () => tableText("\t").then((text) => copy(text, label("copiedTable")), tellDamaged);
const saveTable = () =>
  tableText(",").then((text) => saveAs("table.csv", new Blob([`\ufeff${text}`], { type: "text/csv" })), tellDamaged);

/**
 * Draw the table after a change; another view or graph begins with its first rows.
 * @type {Drawer}
 */
export function showTable(before) {
  if (before?.net !== state.net || before?.view !== state.view) rowsShown = PAGE;
  drawTable();
}
