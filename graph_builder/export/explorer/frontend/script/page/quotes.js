// Quoted sentences: names marked, with their article and a citation to copy.

/** @import { Child, Mark, NameStyle } from "../types.d.ts" */

import { distinct } from "../data/collections.js";
import { data, isRead, namesOf, readSentences } from "../data/model.js";
import { showArticle } from "../state/store.js";
import { copy } from "./deliver.js";
import { button, element, foreign } from "./dom.js";
import { comma, day, label, titleOf } from "./i18n.js";

/**
 * Return the text of a sentence with stretches marked; marks may overlap.
 * @type {(text: string, marks: Mark[]) => Child[]}
 */
function marked(text, marks) {
  const points = Array.from(text);
  const cuts = distinct([0, points.length, ...marks.flatMap(({ start, end }) => [start, end])]).sort((a, b) => a - b);
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index];
    const piece = points.slice(start, end).join("");
    const styles = distinct(marks.filter((mark) => mark.start <= start && end <= mark.end).map(({ style }) => style));
    return styles.length ? element("mark", { class: styles.join(" ") }, piece) : piece;
  });
}

/**
 * Return the marks of the names of some entities in a sentence.
 * @type {(sentence: number, styles: NameStyle[]) => Mark[]}
 */
export const nameMarks = (sentence, styles) =>
  namesOf(data.sentences[sentence]).flatMap(({ start, end, entity }) =>
    styles.filter(([wanted]) => wanted === entity).map(([, style]) => ({ start, end, style })),
  );

/** @type {(text: string) => [string, string]} */
export const quoteMarks = (text) => (/[\u0600-\u06ff]/.test(text) ? ["«", "»"] : ["“", "”"]);

/** @type {(sentence: number) => string} */
function citation(sentence) {
  const { text, document: article } = data.sentences[sentence];
  const { source, published } = data.documents[article];
  const [open, close] = quoteMarks(text);
  return `${open}${text.trim()}${close} — ${[titleOf(article), source, published ? day(published) : ""].filter(Boolean).join(comma())}`;
}

/**
 * Return what `make` returns if the sentences are read; else a note that it replaces once they are.
 * @type {(sentences: number[], make: () => HTMLElement) => HTMLElement}
 */
export function quoting(sentences, make) {
  if (sentences.every(isRead)) return make();
  const place = element("p", { class: "hint" }, label("unpacking"));
  readSentences(sentences).then(
    () => place.replaceWith(make()),
    () => (place.textContent = label("damaged")),
  );
  return place;
}

/** @type {(text: string) => boolean} */
export const isAddress = (text) => /^https?:\/\/\S+$/.test(text);

/** @type {(address: string) => HTMLElement} */
export const linkTo = (address) =>
  element("a", { href: address, target: "_blank", rel: "noopener noreferrer", dir: "ltr" }, address);

/**
 * Return a card of a sentence with names marked.
 * @type {(sentence: number, styles: NameStyle[]) => HTMLElement}
 */
export const quoted = (sentence, styles) => quoting([sentence], () => card(sentence, nameMarks(sentence, styles)));

/**
 * Return a card: a sentence, its article, and details.
 * @type {(sentence: number, marks: Mark[], ...details: Child[]) => HTMLElement}
 */
export function card(sentence, marks, ...details) {
  const { text, document: article } = data.sentences[sentence];
  const { source, published } = data.documents[article];
  return element(
    "article",
    { class: "card" },
    element("blockquote", { lang: "ar", dir: "rtl" }, marked(text, marks)),
    ...details,
    element(
      "footer",
      {},
      button(
        { class: "link cite", dir: "auto", title: label("openArticle"), click: () => showArticle(article) },
        titleOf(article),
      ),
      element(
        "span",
        { class: "origin" },
        isAddress(source) ? linkTo(source) : foreign(source),
        published ? ` · ${day(published)}` : "",
      ),
      button(
        { class: "quiet small", click: () => copy(citation(sentence), label("copiedCitation")) },
        label("copyCitation"),
      ),
    ),
  );
}
