// The panel while nothing is selected: introduction, strongest entities and pairs, communities, and articles.

/** @import { LabelKey } from "../data/payload_types.d.ts" */
/** @import { Edge } from "../types.d.ts" */

import { foremost } from "../data/collections.js";
import { data } from "../data/model.js";
import { button, byId, element, foreign } from "../page/dom.js";
import { communityName, label, labelIn, nameOf, number, shortened } from "../page/i18n.js";
import { counted, row } from "../page/widgets.js";
import { strengthOf } from "../state/opening.js";
import { draw, focusOn, remembered, showEntity, showPair, shown, state } from "../state/store.js";
import { articleRow } from "./article.js";

/** @type {[LabelKey, () => void][]} */
const TRIES = [
  ["tipEntity", () => shown.nodes.length && showEntity(shown.nodes[0])],
  [
    "tipEdge",
    () => {
      const [edge] = [...shown.drawn].sort((left, right) => right.count - left.count);
      if (edge) showPair(state.net, edge.from, edge.to);
    },
  ],
  ["tipSearch", () => byId("query").focus()],
];

function introduction() {
  if (remembered.get("welcomed") === "yes") return null;
  const hide = () => {
    remembered.set("welcomed", "yes");
    draw({ ...state });
    byId("panel").focus();
  };
  return element(
    "section",
    { class: "intro" },
    element("h2", {}, label("welcome")),
    element("p", { class: "lead" }, label(state.net === "relations" ? "introRelations" : "introCooccurrence")),
    element(
      "ol",
      { class: "tips" },
      TRIES.map(([tip, act]) => element("li", {}, button({ class: "link", click: act }, label(tip)))),
    ),
    button({ class: "quiet small", click: hide }, label("hideIntro")),
  );
}

function strongestRows() {
  const tied = new Set(shown.nodes);
  const nodes = shown.network.nodes.filter(({ id }) => tied.has(id));
  const strongest = foremost(
    nodes,
    30,
    (left, right) => right[state.size] - left[state.size] || left.rank - right.rank,
  );
  return strongest.map(
    ({ id, degree }) =>
      () =>
        row(id, labelIn("kinds", data.entities[id].kind), degree, () => showEntity(id)),
  );
}

/** @type {(edge: Edge) => HTMLElement} */
function pairRow({ from, to, count, predicates }) {
  const verb = predicates ? ` ${labelIn("predicates", predicates[0])} ` : " · ";
  const names = [
    foreign(shortened(nameOf(from), 30)),
    element("span", { class: "verb" }, verb),
    foreign(shortened(nameOf(to), 30)),
  ];
  return button(
    { class: "row pair-row", click: () => showPair(state.net, from, to) },
    element("span", { class: "who" }, names),
    element("span", { class: "count" }, number(count)),
  );
}

const strongestPairs = () =>
  foremost(
    shown.edges.filter(({ from, to }) => from !== to),
    12,
    (left, right) => strengthOf(right) - strengthOf(left) || right.count - left.count || left.from - right.from,
  ).map((edge) => () => pairRow(edge));

function communityRows() {
  const { communities } = shown.network;
  const tied = new Set(shown.nodes);
  return [...communities]
    .filter(([, members]) => members.filter(({ id }) => tied.has(id)).length > 2)
    .sort(([a], [b]) => a - b)
    .slice(0, 6)
    .map(
      ([group, members]) =>
        () =>
          button(
            { class: "row", "data-key": `community-${group}`, click: () => focusOn({ group }) },
            element("span", { class: `dot group-${Math.min(group, 7)}`, "aria-hidden": "true" }),
            element("span", { class: "who plain" }, foreign(communityName(shown.network, group))),
            element("span", { class: "count" }, number(members.length)),
          ),
    );
}

export const home = () => [
  introduction(),
  counted(label("strongest"), "neighbours", strongestRows()),
  counted(label("strongestPairs"), "evidence", strongestPairs(), 6),
  counted(label("communities"), "members", communityRows()),
  counted(
    label("documents"),
    "relations",
    data.documents.map(
      ({ index }) =>
        () =>
          articleRow(index, null),
    ),
    6,
  ),
];
