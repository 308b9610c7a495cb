// Building blocks of the panels.

/** @import { LabelKey, Table } from "../data/payload_types.d.ts" */
/** @import { Child } from "../types.d.ts" */

import { data } from "../data/model.js";
import { change, showEntity, state } from "../state/store.js";
import { paper } from "./deliver.js";
import { button, element, elements, foreign } from "./dom.js";
import { comma, label, labelIn, nameOf, number, shortened } from "./i18n.js";

const ROWS = 8;
export const PRINTED = 1000; // most rows of a list on paper

/** @type {(entity: number) => HTMLElement} */
export const kindMark = (entity) =>
  element("span", { class: `kind ${data.entities[entity].kind}`, "aria-hidden": "true" });

/** @type {(entity: number) => HTMLElement[]} */
export const nameWithMark = (entity) => [kindMark(entity), foreign(shortened(nameOf(entity), 120))];

/** @type {(entity: number, style?: string) => HTMLElement} */
export const entityButton = (entity, style = "entity") =>
  button({ class: style, title: nameOf(entity), click: () => showEntity(entity) }, nameWithMark(entity));

// Return the button that opens the story of what is selected.
export const storyButton = () =>
  button(
    {
      class: "quiet small",
      "data-key": "story",
      "aria-pressed": String(state.view === "story"),
      click: () => change({ view: state.view === "story" ? state.net : "story" }),
    },
    label("viewStory"),
  );

/** @type {(rows: [LabelKey, Child][]) => HTMLElement} */
export const facts = (rows) =>
  element(
    "dl",
    { class: "facts" },
    rows
      .filter(([, value]) => value !== null && value !== "")
      .map(([key, value]) =>
        element(
          "div",
          {},
          element("dt", {}, label(key)),
          element("dd", {}, value instanceof Node ? value : foreign(value ?? "")),
        ),
      ),
  );

/** @type {(title: string, ...content: Child[]) => HTMLElement} */
export const section = (title, ...content) => element("section", {}, element("h3", {}, title), ...content);

/** @type {(title: string, column: LabelKey, items: (() => HTMLElement)[], first?: number) => HTMLElement | null} */
export const counted = (title, column, items, first = ROWS) =>
  items.length
    ? element(
        "section",
        {},
        element("h3", {}, title, element("span", { class: "column" }, label(column))),
        ...rows(items, first),
      )
    : null;

/**
 * Return a list of the first rows, with a button for the others; on paper, where nothing can be pressed, of many.
 * @type {(items: (() => HTMLElement)[], first?: number) => HTMLElement[]}
 */
export function rows(items, least = ROWS) {
  const first = paper ? PRINTED : least;
  const list = element(
    "ul",
    { class: "rows" },
    items.slice(0, first).map((item) => element("li", {}, item())),
  );
  const rest = items.slice(first);
  if (!rest.length) return [list];
  const more = button(
    {
      class: "link",
      click: () => {
        const added = rest.slice(0, 200).map((item) => element("li", {}, item()));
        list.append(...added);
        more.remove();
        elements("button, summary", added[0])[0]?.focus();
      },
    },
    label("moreRows", { count: number(rest.length) }),
  );
  return [list, more];
}

/** @type {(entity: number, note: Child, count: number | null, click: () => void) => HTMLElement} */
export const row = (entity, note, count, click) =>
  button(
    { class: "row", click },
    kindMark(entity),
    element("span", { class: "who" }, foreign(shortened(nameOf(entity), 80))),
    element("span", { class: "what" }, note),
    element("span", { class: "count" }, count === null ? "" : number(count)),
  );

/**
 * Return the label of a rule; its name in the files is the tooltip.
 * @type {(table: Table, rule: string) => HTMLElement}
 */
export const ruleName = (table, rule) => element("span", { title: rule }, labelIn(table, rule));

/**
 * Return nodes separated by the comma of the language.
 * @type {(nodes: Child[]) => HTMLElement}
 */
export const listed = (nodes) =>
  element(
    "span",
    {},
    nodes.flatMap((node, index) => (index ? [comma(), node] : [node])),
  );
