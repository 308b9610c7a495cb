// What sentences state, in order of time: by the date of an event, or else of the article.

/** @import { Entry, Relation, Selection, State, Visible, When } from "../types.d.ts" */

import { addTo } from "../data/collections.js";
import { data, relationsBetween, relationsOf } from "../data/model.js";
import { day, label, labelIn, nameOf } from "../page/i18n.js";
import { tellsEvent } from "../state/opening.js";

/** @type {(relation: Relation, sentence: number) => When} */
export function whenOf({ date }, sentence) {
  const { published } = data.documents[data.sentences[sentence].document];
  return date === null ? { date: published, printed: true } : { date, printed: false };
}

/** @type {(left: When, right: When) => number} */
export function byTime({ date: left }, { date: right }) {
  if (left === right) return 0;
  if (left === null || right === null) return left === null ? 1 : -1; // what has no date comes last
  return left < right ? -1 : 1;
}

/**
 * Return a date in words; that of an article is in brackets.
 * @type {(when: When, month?: "long" | "short") => string}
 */
export function dateText({ date, printed }, month = "long") {
  if (date === null) return label("noDate");
  return printed ? `(${day(date, month)})` : day(date, month);
}

/** @type {(selection: Selection | null, items: Relation[]) => Relation[]} */
function concerning(selection, items) {
  if (selection === null) return items;
  const { entity, article, from, to } = selection;
  if (article !== undefined) return items.filter(({ keys }) => keys.article.includes(article));
  const passing = new Set(items);
  const own =
    entity === undefined
      ? [...relationsBetween(from, to), ...(from === to ? [] : relationsBetween(to, from))]
      : (relationsOf.get(entity) ?? []);
  return own.filter((relation) => passing.has(relation));
}

/**
 * Return the relations of a story, those that pass the filters: events, unless the reader asks for other predicates or
 * there are none; and how many were left out.
 * @type {(state: State, shown: Visible) => { told: Relation[]; left: number }}
 */
function toldOf({ selection, predicate, lines }, { items }) {
  const all = concerning(selection, /** @type {Relation[]} */ (items));
  if (lines === "all" || predicate.length) return { told: all, left: 0 };
  const events = all.filter((relation) => tellsEvent(relation.predicate));
  return events.length ? { told: events, left: all.length - events.length } : { told: all, left: 0 };
}

/**
 * Return what the sentences of a story state, in order of time.
 * @type {(state: State, shown: Visible) => { entries: Entry[]; left: number }}
 */
export function chronicle(state, shown) {
  const { told, left } = toldOf(state, shown);
  const article = state.selection?.article;
  /** @type {Map<number, Entry>} */
  const entries = new Map();
  for (const relation of told) {
    for (const evidence of relation.evidence) {
      const { sentence } = evidence;
      if (article !== undefined && data.sentences[sentence].document !== article) continue;
      const when = whenOf(relation, sentence);
      const entry = entries.get(sentence) ?? { sentence, said: new Map(), ...when };
      if (!entries.has(sentence)) entries.set(sentence, entry);
      if (!when.printed && (entry.printed || byTime(when, entry) < 0)) Object.assign(entry, when);
      addTo(entry.said, relation, evidence);
    }
  }
  const ordered = [...entries.values()].sort((a, b) => byTime(a, b) || a.sentence - b.sentence);
  return { entries: ordered, left };
}

/** @type {(relation: Relation) => string} */
export const statement = ({ subject, predicate, object }) =>
  [nameOf(subject), labelIn("predicates", predicate), nameOf(object)].join(" ");

/**
 * Return in words whether a relation is affirmed, how it is told, and by whom.
 * @type {(relation: Relation) => string[]}
 */
export const telling = ({ negated, modality, speaker }) => [
  labelIn("polarities", negated ? "negated" : "affirmed"),
  labelIn("modalities", modality),
  speaker === null
    ? label(modality === "reported" ? "unnamedSpeaker" : "articleItself")
    : label("accordingTo", { name: nameOf(speaker) }),
];

/** @type {(state: State) => string} */
export function storyTitle({ selection }) {
  if (selection === null) return label("storyOfAll");
  const { entity, article, from, to } = selection;
  if (article !== undefined) return label("storyOfArticle");
  return entity === undefined
    ? label("storyOfPair", { from: nameOf(from), to: nameOf(to) })
    : label("storyOf", { name: nameOf(entity) });
}
