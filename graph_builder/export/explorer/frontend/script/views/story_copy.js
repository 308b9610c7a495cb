// A story as text with numbered references, plain or in Markdown.

/** @import { Entry, Relation } from "../types.d.ts" */

import { distinct } from "../data/collections.js";
import { data, isRead, readSentences } from "../data/model.js";
import { copy, tellDamaged, toast } from "../page/deliver.js";
import { comma, day, label, labelIn, nameOf, titleOf } from "../page/i18n.js";
import { isAddress, quoteMarks } from "../page/quotes.js";
import { state } from "../state/store.js";
import { byTime, dateText, statement, storyTitle, telling } from "./chronicle.js";

/**
 * Escape what Markdown or HTML in it could take for markup: the text is a stranger's.
 * @type {(text: string) => string}
 */
const escaped = (text) =>
  text
    .replace(/\s+/g, " ")
    .replace(/[\\`*_{}[\]()#+\-.!|~>=$^:]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;");

/** @type {(text: string) => string} */
const onOneLine = (text) => text.replace(/\s+/g, " ").trim();

/** @type {(article: number, put: (text: string) => string) => string} */
function reference(article, put) {
  const { source, published } = data.documents[article];
  const where = isAddress(source) ? source : put(source);
  return [put(titleOf(article)), where, published ? day(published) : ""].filter(Boolean).join(comma());
}

/** @type {(entries: Entry[]) => Entry[][]} */
export function byDate(entries) {
  /** @type {Entry[][]} */
  const groups = [];
  for (const entry of entries) {
    const last = groups[groups.length - 1];
    if (last && byTime(last[0], entry) === 0 && last[0].printed === entry.printed) last.push(entry);
    else groups.push([entry]);
  }
  return groups;
}

/** @type {(entry: Entry, number: (article: number) => number) => string} */
function plainEntry({ sentence, said }, numberOf) {
  const { text, document: article } = data.sentences[sentence];
  const [open, close] = quoteMarks(text);
  const stated = [...said.keys()].map((relation) => `${statement(relation)} (${telling(relation).join(comma())})`);
  return [...distinct(stated), `${open}${onOneLine(text)}${close} [${numberOf(article)}]`].join("\n");
}

/** @type {(relation: Relation) => string} */
const markdownStatement = (relation) =>
  `**${escaped(nameOf(relation.subject))}** ${labelIn("predicates", relation.predicate)} ` +
  `**${escaped(nameOf(relation.object))}** (${escaped(telling(relation).join(comma()))})  `;

/** @type {(entry: Entry, number: (article: number) => number) => string} */
function markdownEntry({ sentence, said }, numberOf) {
  const { text, document: article } = data.sentences[sentence];
  const stated = distinct([...said.keys()].map(markdownStatement));
  return [...stated, "", `> ${escaped(onOneLine(text))} [^${numberOf(article)}]`].join("\n");
}

/**
 * Return a story as text; the sentences have to be read.
 * @type {(entries: Entry[], markdown: boolean) => string}
 */
export function storyText(entries, markdown) {
  const articles = distinct(entries.map(({ sentence }) => data.sentences[sentence].document));
  const place = new Map(articles.map((article, index) => [article, index + 1]));
  /** @type {(article: number) => number} */
  const numberOf = (article) => place.get(article) ?? 0;
  const title = onOneLine(storyTitle(state));
  const blocks = byDate(entries).flatMap((those) => [
    markdown ? `## ${dateText(those[0])}` : dateText(those[0]),
    ...those.map((entry) => (markdown ? markdownEntry : plainEntry)(entry, numberOf)),
  ]);
  const references = articles.map((article) =>
    markdown
      ? `[^${numberOf(article)}]: ${reference(article, escaped)}`
      : `[${numberOf(article)}] ${reference(article, onOneLine)}`,
  );
  const head = markdown ? `# ${escaped(title)}` : title;
  const list = markdown ? references.join("\n") : [label("references"), ...references].join("\n");
  return `${[head, ...blocks, list].join("\n\n")}\n`;
}

/** @type {(entries: Entry[], markdown: boolean) => Promise<void>} */
export function copyStory(entries, markdown) {
  const sentences = entries.map(({ sentence }) => sentence);
  if (!sentences.every(isRead)) toast(label("unpacking"));
  return readSentences(sentences).then(() => copy(storyText(entries, markdown), label("copiedStory")), tellDamaged);
}
