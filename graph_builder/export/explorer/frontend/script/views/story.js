// The story of what is selected, an entity, a pair or an article, or else of everything: its sentences in order of time.

/** @import { Child, Drawer, Entry, Mark, NameStyle, Relation } from "../types.d.ts" */

import { distinct } from "../data/collections.js";
import { data, isRead, readSentences } from "../data/model.js";
import { paper, tellDamaged, toast } from "../page/deliver.js";
import { button, byId, element, elements, foreign, refill } from "../page/dom.js";
import { comma, label, labelIn, nameOf, number, titleOf } from "../page/i18n.js";
import { card, nameMarks, quoting } from "../page/quotes.js";
import { change, showEntity, shown, state } from "../state/store.js";
import { chronicle, dateText, storyTitle, telling } from "./chronicle.js";
import { byDate, copyStory } from "./story_copy.js";

const PAGE = 30; // entries shown at first: of a large build each may lie in a part of its own
const MOST_PRINTED = 1000;

let wanted = PAGE;

/** @type {(entity: number) => HTMLElement} */
const named = (entity) => button({ class: "inline who", click: () => showEntity(entity) }, foreign(nameOf(entity)));

/** @type {(relation: Relation) => HTMLElement} */
const statementLine = (relation) =>
  element(
    "p",
    { class: "statement" },
    named(relation.subject),
    element("span", { class: "verb" }, ` ${labelIn("predicates", relation.predicate)} `),
    named(relation.object),
    element(
      "span",
      { class: `how ${relation.negated ? "negated" : relation.modality}` },
      telling(relation).flatMap((part, index) => [index ? comma() : "", foreign(part)]),
    ),
  );

/**
 * Return the marks of a sentence: who it is about in one colour, the others it relates in another, and the triggers.
 * @type {(entry: Entry) => Mark[]}
 */
function marksOf({ sentence, said }) {
  const { selection } = state;
  const subject = selection?.entity ?? selection?.from;
  /** @type {(relation: Relation) => NameStyle[]} */
  const styles = ({ subject: from, object: to }) =>
    (subject === undefined ? [from] : [subject])
      .map((entity) => /** @type {NameStyle} */ ([entity, "subject"]))
      .concat([from, to].filter((entity) => entity !== (subject ?? from)).map((entity) => [entity, "object"]));
  const relations = [...said.keys()];
  const names = nameMarks(sentence, distinct(relations.flatMap(styles)));
  const triggers = [...said.values()].flat().map(({ trigger: [start, end] }) => ({ start, end, style: "trigger" }));
  return [...names, ...triggers];
}

/**
 * Return one relation of each that reads the same.
 * @type {(relations: Relation[]) => Relation[]}
 */
const different = (relations) => [
  ...new Map(
    relations.map((each) => [[each.subject, each.predicate, each.object, ...telling(each)].join(" "), each]),
  ).values(),
];

/** @type {(entry: Entry) => HTMLElement} */
const entryItem = (entry) =>
  element(
    "li",
    { class: "telling" },
    different([...entry.said.keys()]).map(statementLine),
    quoting([entry.sentence], () => card(entry.sentence, marksOf(entry))),
  );

/** @type {(those: Entry[]) => HTMLElement} */
const dateSection = (those) =>
  element(
    "section",
    { class: "dated" },
    element("h3", { title: those[0].printed && those[0].date ? label("dateOfArticle") : null }, dateText(those[0])),
    element("ol", {}, those.map(entryItem)),
  );

/** @type {(entries: Entry[]) => string} */
function extent(entries) {
  const articles = distinct(entries.map(({ sentence }) => data.sentences[sentence].document));
  return label("storyExtent", { sentences: number(entries.length), articles: number(articles.length) });
}

/** @type {(entries: Entry[], left: number) => Child} */
function actions(entries, left) {
  /** @type {(key: string, text: string, click: () => unknown) => HTMLElement} */
  const action = (key, text, click) => button({ class: "quiet", "data-key": `story-${key}`, click }, text);
  const others = label("tiesToo", { count: number(left) });
  return element(
    "p",
    { class: "actions" },
    ...(entries.length
      ? [
          action("copy", label("copyText"), () => copyStory(entries, false)),
          action("markdown", label("copyMarkdown"), () => copyStory(entries, true)),
          action("print", label("print"), printStory),
        ]
      : []),
    left ? action("ties", others, () => change({ lines: "all" })) : null,
    state.lines === "all" ? action("events", label("fewer"), () => change({ lines: "strong" })) : null,
  );
}

/** @type {(entries: Entry[], left: number) => Child[]} */
function content(entries, left) {
  const sentences = entries.slice(0, MOST_PRINTED).map(({ sentence }) => sentence);
  const amount = paper && sentences.every(isRead) ? MOST_PRINTED : wanted;
  const first = entries.slice(0, amount);
  const rest = entries.length - first.length;
  const article = state.selection?.article;
  return [
    element("h2", { tabindex: "-1", class: "title" }, foreign(storyTitle(state))),
    article === undefined ? null : element("p", { class: "second", dir: "auto" }, titleOf(article)),
    entries.length ? element("p", { class: "extent" }, extent(entries)) : null,
    actions(entries, left),
    entries.some(({ printed, date }) => printed && date)
      ? element("p", { class: "hint" }, label("bracketsHint"))
      : null,
    entries.length ? null : element("p", { class: "lead" }, label("noStory")),
    ...byDate(first).map(dateSection),
    rest ? element("p", { class: "paper-only" }, label("storyCut", { count: number(first.length) })) : null,
    rest ? button({ class: "quiet more-rows", "data-key": "story-more", click: showMore }, moreLabel(rest)) : null,
  ];
}

/** @type {(rest: number) => string} */
const moreLabel = (rest) => label("moreRows", { count: number(rest) });

function showMore() {
  const before = wanted;
  wanted += 4 * PAGE;
  drawStory();
  elements(".telling", byId("story"))[before]?.querySelector("button")?.focus();
}

function drawStory() {
  const on = state.view === "story";
  byId("story").hidden = !on;
  if (!on) return;
  const { entries, left } = chronicle(state, shown);
  byId("empty").hidden = true;
  const story = byId("story");
  const top = story.scrollTop;
  const within = story.contains(document.activeElement);
  refill(story, [element("div", { class: "sheet" }, content(entries, left))]);
  if (within && !story.contains(document.activeElement)) elements("h2", story)[0].focus({ preventScroll: true });
  story.scrollTop = top;
}

/**
 * Draw the story after a change; another one starts at its beginning.
 * @type {Drawer}
 */
export function showStory(before) {
  const another = before?.view !== state.view || before?.selection !== state.selection;
  if (another) wanted = PAGE;
  drawStory();
  if (another) byId("story").scrollTop = 0;
}

// Print the story to its end: what is still packed is read before.
export function printStory() {
  const sentences = chronicle(state, shown).entries.slice(0, MOST_PRINTED).map(({ sentence }) => sentence);
  if (!sentences.every(isRead)) toast(label("unpacking"));
  readSentences(sentences).then(() => print(), tellDamaged);
}
