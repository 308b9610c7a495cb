// The panel of an entity: what it did and what was done to it, who it is, its names, and the sentences that name it.

/** @import { LabelKey } from "../data/payload_types.d.ts" */
/** @import { Child, Entity, Evidence, Focus, NameStyle, Relation } from "../types.d.ts" */

import { distinct, grouped } from "../data/collections.js";
import { data, otherEnd, pairsOf, relationsOf } from "../data/model.js";
import { pathStart, startPath } from "../frame/focus.js";
import { button, element, foreign } from "../page/dom.js";
import { capital, comma, countryName, label, labelIn, nameOf, number, percent, shortened } from "../page/i18n.js";
import { isAddress, linkTo, quoted, quoting } from "../page/quotes.js";
import { counted, facts, kindMark, listed, row, rows, ruleName, section, storyButton } from "../page/widgets.js";
import { tellsEvent } from "../state/opening.js";
import { focusOn, showPair, shown, state } from "../state/store.js";
import { sentencesOf } from "../views/table.js";
import { articleRow } from "./article.js";
import { deedSections } from "./deeds.js";

/** @type {(evidence: Evidence) => string} */
export const triggerOf = ({ sentence, trigger: [start, end] }) =>
  Array.from(data.sentences[sentence].text).slice(start, end).join("");

/** @type {(predicate: string, negated: 0 | 1) => boolean} */
const isOffice = (predicate, negated) => predicate === "holds_position" && !negated;

/** @type {(id: number) => (() => HTMLElement)[]} */
function officesOf(id) {
  const held = (relationsOf.get(id) ?? []).filter(
    ({ subject, predicate, negated }) => subject === id && isOffice(predicate, negated),
  );
  /** @type {(object: number, evidence: Evidence[]) => HTMLElement} */
  const rowFor = (object, evidence) =>
    row(object, listed(distinct(evidence.map(triggerOf)).map(foreign)), null, () => showPair("relations", id, object));
  return [...grouped(held, ({ object }) => object)].map(([object, those]) => () => {
    const evidence = those.flatMap((relation) => relation.evidence);
    return quoting(sentencesOf(evidence), () => rowFor(object, evidence));
  });
}

/**
 * Return the rows of relations of one direction: one for each entity at the other end, most evidence first.
 * @type {(
 *   relations: Relation[], end: (relation: Relation) => number, show: (entity: number) => void
 * ) => (() => HTMLElement)[]}
 */
function relationRows(relations, end, show) {
  /** @type {(entity: number) => number} */
  const rank = (entity) => data.networks.relations.node.get(entity)?.rank ?? Infinity;
  const ends = [...grouped(relations, end)].map(([entity, those]) => ({
    entity,
    predicates: distinct(those.map(({ predicate }) => labelIn("predicates", predicate))),
    count: sentencesOf(those.flatMap(({ evidence }) => evidence)).length,
  }));
  ends.sort((left, right) => right.count - left.count || rank(left.entity) - rank(right.entity));
  return ends.map(
    ({ entity, predicates, count }) =>
      () =>
        row(entity, predicates.join(comma()), count, () => show(entity)),
  );
}

/** @type {(entity: Entity) => HTMLElement | null} */
function aliasSection({ aliases, merges }) {
  if (!aliases.length && !merges.length) return null;
  const reasons = merges.map(({ left, right, rule, score }) =>
    element(
      "li",
      {},
      foreign(left),
      " ≈ ",
      foreign(right),
      element("p", { class: "why" }, ruleName("merge_rules", rule), ` · ${percent(score)}`),
    ),
  );
  return section(
    label("aliases"),
    element(
      "ul",
      { class: "aliases" },
      aliases.map((alias) => element("li", {}, foreign(alias))),
    ),
    reasons.length
      ? element("details", {}, element("summary", {}, label("merges")), element("ul", { class: "reasons" }, reasons))
      : null,
  );
}

/** @type {(entity: Entity) => HTMLElement | null} */
const placeFact = ({ place }) =>
  place
    ? element(
        "span",
        {},
        foreign(countryName(place[2])),
        " · ",
        element("bdi", { class: "coordinates", dir: "ltr" }, `${place[0]}, ${place[1]}`),
      )
    : null;

/** @type {(entity: Entity) => HTMLElement | null} */
const linksFact = ({ links }) =>
  links.length
    ? element(
        "span",
        { class: "links" },
        links.map((link) => element("span", {}, isAddress(link) ? linkTo(link) : foreign(link))),
      )
    : null;

/**
 * Return the sentences of an entity, folded; they are created when first opened.
 * @type {(sentences: number[], styles: NameStyle[]) => HTMLElement | null}
 */
function sentenceFold(sentences, styles) {
  if (!sentences.length) return null;
  const details = element(
    "details",
    { class: "sentences" },
    element("summary", {}, `${label("sentences")} (${number(sentences.length)})`),
  );
  details.addEventListener(
    "toggle",
    () => {
      details.append(...rows(sentences.map((sentence) => () => quoted(sentence, styles))));
    },
    { once: true },
  );
  return details;
}

/** @type {(id: number) => HTMLElement} */
function focusButtons(id) {
  const community = shown.network.node.get(id)?.community;
  const near = state.focus?.near === id ? state.focus.steps : 0;
  /** @type {(key: LabelKey, pressed: boolean, focus: Focus) => HTMLElement} */
  const choice = (key, pressed, focus) =>
    button(
      {
        class: "quiet small",
        "data-key": `focus-${key}`,
        "aria-pressed": String(pressed),
        click: () => focusOn(pressed ? null : focus),
      },
      label(key),
    );
  return element(
    "p",
    { class: "actions" },
    storyButton(),
    choice("near1", near === 1, { near: id, steps: 1 }),
    choice("near2", near === 2, { near: id, steps: 2 }),
    community === undefined || (shown.network.communities.get(community) ?? []).length < 2
      ? null
      : choice("group", state.focus?.group === community, { group: community }),
    button(
      {
        class: "quiet small",
        "data-key": "path-from",
        "aria-pressed": String(pathStart === id),
        click: () => startPath(id),
      },
      label("pathFrom"),
    ),
  );
}

/** @type {(id: number) => Child[]} */
export function entityPanel(id) {
  const entity = data.entities[id];
  const ties = (relationsOf.get(id) ?? []).filter(({ predicate }) => !tellsEvent(predicate));
  const outgoing = ties.filter(({ subject, predicate, negated }) => subject === id && !isOffice(predicate, negated));
  const incoming = ties.filter(({ subject, object }) => object === id && subject !== id);
  const companions = [...(pairsOf.get(id) ?? [])].sort(
    (left, right) => right.count - left.count || otherEnd(left, id) - otherEnd(right, id),
  );
  const node = shown.network.node.get(id);
  const latin = entity.transliterated ? `≈ ${entity.latin}` : entity.latin;
  const second = state.lang === "en" ? entity.name : latin;
  const articles = grouped(entity.sentences, (sentence) => data.sentences[sentence].document);
  return [
    element("p", { class: `badge ${entity.kind}` }, kindMark(id), capital(labelIn("kinds", entity.kind))),
    element("h2", { tabindex: "-1" }, foreign(nameOf(id))),
    second && second !== nameOf(id) ? element("p", { class: "second" }, foreign(second)) : null,
    focusButtons(id),
    ...deedSections(id),
    section(
      label("about", { name: shortened(nameOf(id), 40) }),
      facts([
        ["mentions", number(entity.mentions)],
        ["documents", number(entity.documents)],
        ["rank", node ? `${number(node.rank + 1)} / ${number(shown.network.nodes.length)}` : null],
        ["neighbours", node ? number(node.degree) : null],
        ["place", placeFact(entity)],
        ["links", linksFact(entity)],
      ]),
    ),
    counted(label("offices"), "evidenceWords", officesOf(id)),
    counted(
      label("ties"),
      "evidence",
      relationRows(
        outgoing,
        ({ object }) => object,
        (other) => showPair("relations", id, other),
      ),
    ),
    counted(
      label("tiedTo", { name: shortened(nameOf(id), 40) }),
      "evidence",
      relationRows(
        incoming,
        ({ subject }) => subject,
        (other) => showPair("relations", other, id),
      ),
    ),
    aliasSection(entity),
    counted(
      label("companions"),
      "times",
      companions.map((pair) => () => {
        const other = otherEnd(pair, id);
        return row(other, labelIn("kinds", data.entities[other].kind), pair.count, () =>
          showPair("cooccurrence", pair.from, pair.to),
        );
      }),
      5,
    ),
    counted(
      label("documents"),
      "evidence",
      [...articles].map(
        ([article, sentences]) =>
          () =>
            articleRow(article, sentences.length),
      ),
      5,
    ),
    sentenceFold(entity.sentences, [[id, "subject"]]),
  ];
}
