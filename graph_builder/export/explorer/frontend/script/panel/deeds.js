// What an entity did and what was done to it, in order of time.

/** @import { Relation, When } from "../types.d.ts" */

import { grouped } from "../data/collections.js";
import { data, relationsOf, tellingOf } from "../data/model.js";
import { button, element, foreign } from "../page/dom.js";
import { label, labelIn, nameOf, number, shortened } from "../page/i18n.js";
import { kindMark, rows } from "../page/widgets.js";
import { tellsEvent } from "../state/opening.js";
import { byTime, dateText, whenOf } from "../views/chronicle.js";
import { sentencesOf } from "../views/table.js";
import { choosePair } from "./ways.js";

/** Relations that say the same of the same day. */
/** @typedef {When & { other: number; own: boolean; relations: Relation[] }} Deed */

/**
 * Return the deeds that relations tell, as those of the entity itself or of others to it, in order of time.
 * @type {(relations: Relation[], other: (relation: Relation) => number, own: boolean) => Deed[]}
 */
function deedsAmong(relations, other, own) {
  /** @type {(relation: Relation) => When} */
  const earliest = (relation) =>
    relation.evidence.map(({ sentence }) => whenOf(relation, sentence)).sort(byTime)[0] ?? { date: null, printed: true };
  const dated = relations.map((relation) => ({ relation, ...earliest(relation) }));
  const same = grouped(dated, ({ relation, date, printed }) =>
    [other(relation), relation.predicate, tellingOf(relation), date, printed].join(" "),
  );
  return [...same.values()]
    .map((those) => ({
      ...those[0],
      other: other(those[0].relation),
      own,
      relations: those.map(({ relation }) => relation),
    }))
    .sort((a, b) => byTime(a, b) || a.relations[0].id - b.relations[0].id);
}

/**
 * Return the row of a deed; its date stands there unless it is that of the row before.
 * @type {(deed: Deed, before: Deed | undefined) => HTMLElement}
 */
function deedRow(deed, before) {
  const { other, relations } = deed;
  const [first] = relations;
  const told = tellingOf(first);
  const count = sentencesOf(relations.flatMap(({ evidence }) => evidence)).length;
  const repeated = before !== undefined && before.date === deed.date && before.printed === deed.printed;
  const verb = element("span", { class: "verb" }, labelIn("predicates", first.predicate));
  const name = element("span", { class: "who" }, kindMark(other), " ", foreign(shortened(nameOf(other), 60)));
  return button(
    { class: "row deed", click: () => choosePair(first) },
    element("span", { class: `when${repeated ? " repeated" : ""}` }, dateText(deed, "short")),
    element(
      "span",
      { class: "what" },
      ...(deed.own ? [verb, " ", name] : [name, " ", verb]),
      told === "asserted" ? null : element("span", { class: `told ${told}` }, ` · ${label(`line_${told}`)}`),
    ),
    element("span", { class: "count" }, count > 1 ? `×${number(count)}` : ""),
  );
}

/** @type {(title: string, deeds: Deed[]) => HTMLElement | null} */
const deedSection = (title, deeds) =>
  deeds.length
    ? element(
        "section",
        { class: deeds.some(({ date }) => date !== null) ? "deeds" : "deeds undated" },
        element("h3", {}, title),
        ...rows(deeds.map((deed, index) => () => deedRow(deed, index % 200 ? deeds[index - 1] : undefined))),
      )
    : null;

/**
 * Return what an entity did, and what was done to it. What two do together, each of them does.
 * @type {(id: number) => (HTMLElement | null)[]}
 */
export function deedSections(id) {
  const events = (relationsOf.get(id) ?? []).filter(({ predicate }) => tellsEvent(predicate));
  const mutual = data.opening.mutual;
  /** @type {(relation: Relation) => boolean} */
  const did = ({ subject, predicate }) => subject === id || mutual.includes(predicate);
  /** @type {(relation: Relation) => number} */
  const other = ({ subject, object }) => (subject === id ? object : subject);
  const name = shortened(nameOf(id), 40);
  const deeds = deedsAmong(events.filter(did), other, true);
  const suffered = deedsAmong(
    events.filter((relation) => !did(relation)),
    other,
    false,
  );
  const brackets = [...deeds, ...suffered].some(({ printed, date }) => printed && date);
  return [
    deedSection(label("did", { name }), deeds),
    deedSection(label("wasDone", { name }), suffered),
    brackets ? element("p", { class: "hint" }, label("bracketsHint")) : null,
  ];
}
