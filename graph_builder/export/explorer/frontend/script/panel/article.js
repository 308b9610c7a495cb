// The panel of an article: its sentences in order, each name a link to its entity.

/** @import { Child, Sentence } from "../types.d.ts" */

import { data, namesOf, sentencesIn } from "../data/model.js";
import { button, element, foreign } from "../page/dom.js";
import { day, label, number, titleOf } from "../page/i18n.js";
import { isAddress, linkTo } from "../page/quotes.js";
import { facts } from "../page/widgets.js";
import { change, showArticle, showEntity, state } from "../state/store.js";

/** @type {(article: number, count: number | null) => HTMLElement} */
export const articleRow = (article, count) =>
  button(
    { class: "row article-row", click: () => showArticle(article) },
    element("span", { class: "who", dir: "auto" }, titleOf(article)),
    element("span", { class: "count" }, count === null ? "" : number(count)),
  );

/** @type {(sentence: Sentence) => Child[]} */
function readable(sentence) {
  const points = Array.from(sentence.text);
  /** @type {Child[]} */
  const parts = [];
  let at = 0;
  for (const { start, end, entity } of namesOf(sentence)) {
    if (start < at) continue; // a name within a name
    parts.push(
      points.slice(at, start).join(""),
      button(
        { class: `name ${data.entities[entity].kind}`, click: () => showEntity(entity) },
        points.slice(start, end).join(""),
      ),
    );
    at = end;
  }
  return [...parts, `${points.slice(at).join("")} `];
}

/** @type {(article: number) => Child[]} */
export function articlePanel(article) {
  const { source, published } = data.documents[article];
  const sentences = sentencesIn(article);
  const relations = data.relations.filter(({ keys }) => keys.article.includes(article)).length;
  /** @type {Sentence[][]} */
  const paragraphs = [];
  for (const sentence of sentences) {
    if (sentence.opens || !paragraphs.length) paragraphs.push([]);
    paragraphs[paragraphs.length - 1].push(sentence);
  }
  const only = state.article.length === 1 && state.article[0] === article;
  return [
    element("p", { class: "badge" }, label("article")),
    element("h2", { tabindex: "-1", class: "title", dir: "auto" }, titleOf(article)),
    element(
      "p",
      { class: "origin" },
      isAddress(source) ? linkTo(source) : foreign(source),
      published ? ` · ${day(published)}` : "",
    ),
    element(
      "p",
      { class: "actions" },
      button(
        {
          class: "quiet small",
          "data-key": "only-article",
          "aria-pressed": String(only),
          click: () => change({ article: only ? [] : [article] }),
        },
        label("onlyArticle"),
      ),
    ),
    facts([
      ["relations", number(relations)],
      ["sentencesCount", number(sentences.length)],
    ]),
    element(
      "div",
      { class: "reading", lang: "ar", dir: "rtl" },
      paragraphs.map((paragraph) => element("p", {}, paragraph.flatMap(readable))),
    ),
  ];
}
