// The panel of two entities: every sentence behind their relations, with names and triggers marked.

/** @import { Child, Evidence, NameStyle, Relation, Way } from "../types.d.ts" */

import { distinct, grouped, sharedBetween } from "../data/collections.js";
import { data, pairBetween, relationsBetween, tellingOf } from "../data/model.js";
import { button, element, foreign } from "../page/dom.js";
import { day, label, labelIn, nameOf, number, percent, shortened } from "../page/i18n.js";
import { card, nameMarks, quoted, quoting } from "../page/quotes.js";
import { counted, entityButton, facts, listed, row, rows, ruleName, section, storyButton } from "../page/widgets.js";
import { focusOn, showPair } from "../state/store.js";
import { triggerOf } from "./entity.js";
import { chosenAmong, waysBetween, waysTable } from "./ways.js";

/** @type {(relation: Relation) => (() => HTMLElement)[]} */
function relationCards(relation) {
  const { subject, object, negated, modality, speaker, date, place, confidence } = relation;
  /** @type {(kind: string, text: string) => HTMLElement} */
  const chip = (kind, text) => element("span", { class: `chip ${kind}` }, text);
  const polarity = negated ? "negated" : "affirmed";
  const chips = element(
    "p",
    { class: "chips" },
    chip(polarity, labelIn("polarities", polarity)),
    chip(modality, labelIn("modalities", modality)),
  );
  /** @type {(entity: number | null) => HTMLElement | null} */
  const named = (entity) => (entity === null ? null : entityButton(entity, "inline"));
  /** @type {(sentence: number, those: Evidence[]) => HTMLElement} */
  const cardOf = (sentence, those) => {
    const rules = distinct(those.map(({ rule }) => data.rules[rule])).map((rule) => ruleName("relation_rules", rule));
    const details = facts([
      ["speaker", named(speaker)],
      ["trigger", listed(distinct(those.map(triggerOf)).map(foreign))],
      ["eventDate", date && day(date)],
      ["eventPlace", named(place)],
      ["confidence", percent(confidence)],
      ["rule", listed(rules)],
    ]);
    const names = nameMarks(sentence, [
      [subject, "subject"],
      [object, "object"],
    ]);
    const spans = those.map(({ trigger: [start, end] }) => ({ start, end, style: "trigger" }));
    return card(sentence, [...names, ...spans], chips.cloneNode(true), details);
  };
  return [...grouped(relation.evidence, ({ sentence }) => sentence)].map(
    ([sentence, those]) =>
      () =>
        quoting([sentence], () => cardOf(sentence, those)),
  );
}

/** @type {(from: number, to: number, between: "arrow" | "tie") => HTMLElement} */
const pairTitle = (from, to, between) =>
  element(
    "h2",
    { class: "pair", tabindex: "-1" },
    entityButton(from, "entity subject"),
    element("span", { class: between, "aria-hidden": "true" }),
    entityButton(to, "entity object"),
  );

/** @type {(from: number, to: number) => HTMLElement} */
const pairActions = (from, to) =>
  element(
    "p",
    { class: "actions" },
    relationsBetween(from, to).length || relationsBetween(to, from).length ? storyButton() : null,
    button(
      { class: "quiet small", "data-key": "pair-path", click: () => focusOn({ path: [from, to] }) },
      label("pathBetween"),
    ),
  );

/** @type {(from: number, to: number) => Child[]} */
export function relationPanel(from, to) {
  const ways = waysBetween(from, to);
  const chosen = chosenAmong(ways);
  const there = ways.filter(({ relations }) => relations[0].subject === from);
  const together = from !== to && pairBetween(from, to);
  return [
    pairTitle(from, to, "arrow"),
    pairActions(from, to),
    ways.length > 1 ? waysTable(ways) : null,
    ...(chosen ? [chosen] : there).map(waySection),
    there.length || chosen ? null : element("p", { class: "lead" }, label("noRelation")),
    element(
      "p",
      { class: "actions" },
      together
        ? button({ class: "quiet small", click: () => showPair("cooccurrence", from, to) }, label("together"))
        : null,
    ),
  ];
}

/** @type {(way: Way) => HTMLElement} */
function waySection({ relations }) {
  const surest = [...relations].sort((a, b) => b.confidence - a.confidence);
  const [{ subject, predicate, object }] = relations;
  const title = [
    foreign(shortened(nameOf(subject), 40)),
    element("span", { class: "verb" }, ` ${labelIn("predicates", predicate)} `),
    foreign(shortened(nameOf(object), 40)),
  ];
  const told = element("span", { class: "column" }, label(`line_${tellingOf(relations[0])}`));
  const head = element("h3", {}, element("span", {}, title), told);
  return element("section", { class: "evidence" }, head, ...rows(surest.flatMap(relationCards)));
}

/** @type {(from: number, to: number) => Child[]} */
export function companionPanel(from, to) {
  const pair = pairBetween(from, to);
  const sentences = sharedBetween(data.entities[from].sentences, data.entities[to].sentences);
  /** @type {NameStyle[]} */
  const styles = [
    [from, "subject"],
    [to, "object"],
  ];
  const ways = [
    [from, to],
    [to, from],
  ].filter(([a, b]) => relationsBetween(a, b).length);
  return [
    pairTitle(from, to, "tie"),
    pairActions(from, to),
    pair
      ? facts([
          ["togetherCount", number(pair.count)],
          ["documents", number(pair.documents)],
          ["association", number(pair.npmi, 2)],
        ])
      : null,
    counted(
      label("relations"),
      "evidence",
      ways.map(
        ([a, b]) =>
          () =>
            row(
              a,
              listed([
                ...distinct(relationsBetween(a, b).map(({ predicate }) => labelIn("predicates", predicate))),
                foreign(nameOf(b)),
              ]),
              relationsBetween(a, b).length,
              () => showPair("relations", a, b),
            ),
      ),
    ),
    sentences.length
      ? section(label("together"), ...rows(sentences.map((sentence) => () => quoted(sentence, styles))))
      : element("p", { class: "lead" }, label("noSentence")),
  ];
}
