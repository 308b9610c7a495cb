// What the panel is made of, whatever it tells of.

import { button, element, foreign, kindMark, nameWithMark } from "./dom.js";
import { comma, label, labelIn, nameOf, number, shortened } from "./i18n.js";
import { showEntity } from "./store.js";

const ROWS = 8;

export const entityButton = (entity, style = "entity") =>
  button({ class: style, title: nameOf(entity), click: () => showEntity(entity) }, nameWithMark(entity));

export const facts = (rows) =>
  element(
    "dl",
    { class: "facts" },
    rows
      .filter(([, value]) => value !== null && value !== "" && value !== undefined)
      .map(([key, value]) =>
        element(
          "div",
          {},
          element("dt", {}, label(key)),
          element("dd", {}, value instanceof Node ? value : foreign(value)),
        ),
      ),
  );

export const section = (title, ...content) => element("section", {}, element("h3", {}, title), ...content);
export const counted = (title, column, items, first = ROWS) =>
  items.length
    ? element(
        "section",
        {},
        element("h3", {}, title, element("span", { class: "column" }, label(column))),
        ...rows(items, first),
      )
    : null;

// A list that shows its first rows, and the others when asked.
export function rows(items, first = ROWS) {
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
        added[0].querySelector("button, summary")?.focus();
      },
    },
    label("moreRows", { count: number(rest.length) }),
  );
  return [list, more];
}

export const row = (entity, note, count, click) =>
  button(
    { class: "row", click },
    kindMark(entity),
    element("span", { class: "who" }, foreign(shortened(nameOf(entity), 80))),
    element("span", { class: "what" }, note),
    element("span", { class: "count" }, count === null ? "" : number(count)),
  );

// A rule by what it looks for; its own name, by which the files call it, is at hand.
export const ruleName = (table, rule) => element("span", { title: rule }, labelIn(table, rule));

// Pieces one after the other, with the comma of the language between.
export const listed = (nodes) =>
  element(
    "span",
    {},
    nodes.flatMap((node, index) => (index ? [comma(), node] : [node])),
  );
