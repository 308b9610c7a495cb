// The panel: who somebody is, what ties two, and where it is written.

const ROWS = 12;

const kindMark = (entity) => element("span", { class: `kind ${data.entities[entity].kind}`, "aria-hidden": "true" });
const entityButton = (entity, style = "entity") =>
  button({ class: style, click: () => showEntity(entity) }, kindMark(entity), foreign(nameOf(entity)));

const facts = (rows) =>
  element(
    "dl",
    { class: "facts" },
    rows
      .filter(([, value]) => value !== null && value !== "")
      .map(([key, value]) =>
        element("div", {}, element("dt", {}, label(key)), element("dd", {}, value instanceof Node ? value : foreign(value))),
      ),
  );

const section = (title, ...content) => element("section", {}, element("h3", {}, title), ...content);
const counted = (title, column, items) =>
  items.length
    ? element("section", {}, element("h3", {}, title, element("span", { class: "column" }, label(column))), ...rows(items))
    : null;

// A list that shows its first rows, and the others when asked.
function rows(items) {
  const list = element("ul", { class: "rows" }, items.slice(0, ROWS).map((item) => element("li", {}, item())));
  const rest = items.slice(ROWS);
  if (!rest.length) return [list];
  const more = button({ class: "quiet", click: () => {
    const added = rest.map((item) => element("li", {}, item()));
    list.append(...added);
    more.remove();
    added[0].querySelector("button, summary")?.focus();
  } }, label("moreRows", { count: number(rest.length) }));
  return [list, more];
}

const row = (entity, note, count, click) =>
  button({ class: "row", click }, kindMark(entity), element("span", { class: "who" }, foreign(nameOf(entity))),
    element("span", { class: "what" }, note), element("span", { class: "count" }, number(count)));

// A rule by what it looks for; its own name, by which the files call it, is at hand.
const ruleName = (table, rule) => element("span", { title: rule }, labelIn(table, rule));

const comma = () => (state.language === "ar" ? "، " : ", ");

const subjectOf = (relation) => relation.subject;
const objectOf = (relation) => relation.object;

// Relations in one direction, a row for each other end, those with most sentences first.
function relationRows(relations, end, show) {
  const ends = [...grouped(relations, (relation) => [end(relation)])].map(([entity, those]) => ({
    entity,
    predicates: [...new Set(those.map(({ predicate }) => labelIn("predicates", predicate)))],
    count: new Set(those.flatMap(({ evidence }) => evidence.map(({ sentence }) => sentence))).size,
  }));
  ends.sort((left, right) => right.count - left.count || left.entity - right.entity);
  return ends.map(({ entity, predicates, count }) => () =>
    row(entity, predicates.join(comma()), count, () => show(entity)));
}

function home() {
  const { nodes } = view();
  const strongest = nodes.filter(({ degree }) => degree > 0).slice(0, ROWS);
  return [
    element("p", { class: "lead" }, label(state.view === "relations" ? "introRelations" : "introCooccurrence")),
    element("ul", { class: "tips" }, ["tipEntity", "tipEdge", "tipSearch"].map((tip) => element("li", {}, label(tip)))),
    counted(label("strongest"), "neighbours", strongest.map(({ id, degree }) => () =>
      row(id, labelIn("kinds", data.entities[id].kind), degree, () => showEntity(id)))),
  ];
}

function entityPanel(id) {
  const entity = data.entities[id];
  const relations = relationsOf.get(id) ?? [];
  const outgoing = relations.filter((relation) => relation.subject === id);
  const incoming = relations.filter((relation) => relation.object === id && relation.subject !== id);
  const companions = touching(id, "cooccurrence");
  const { nodes, rank } = view();
  const latin = entity.transliterated ? `≈ ${entity.latin}` : entity.latin;
  const second = state.language === "en" ? entity.name : latin;
  return [
    element("p", { class: `badge ${entity.kind}` }, kindMark(id), capital(labelIn("kinds", entity.kind))),
    element("h2", { tabindex: "-1" }, foreign(nameOf(id))),
    second && second !== nameOf(id) ? element("p", { class: "second" }, foreign(second)) : null,
    facts([
      ["mentions", number(entity.mentions)],
      ["documents", number(entity.documents)],
      ["rank", `${number(rank.get(id) + 1)} / ${number(nodes.length)}`],
      ["neighbours", number(nodes[rank.get(id)].degree)],
      ["place", entity.place ? `${entity.place[0]}, ${entity.place[1]} · ${entity.place[2]}` : null],
      ["links", entity.links.length ? entity.links.join("\n") : null],
    ]),
    aliasSection(entity),
    counted(label("outgoing"), "evidence", relationRows(outgoing, objectOf, (other) => showPair("relations", id, other))),
    counted(label("incoming"), "evidence", relationRows(incoming, subjectOf, (other) => showPair("relations", other, id))),
    counted(label("companions"), "times", companions.map((edge) => () => {
      const other = otherEnd(edge, id);
      return row(other, labelIn("kinds", data.entities[other].kind), edge.count, () =>
        showPair("cooccurrence", id, other));
    })),
    sentenceFold(entity.sentences, [[id, "subject"]]),
  ];
}

function aliasSection({ aliases, merges }) {
  if (!aliases.length && !merges.length) return null;
  const reasons = merges.map(({ left, right, rule, score }) =>
    element("li", {}, foreign(left), " ≈ ", foreign(right), element("p", { class: "why" },
      ruleName("merge_rules", rule), ` · ${percent(score)}`)));
  return section(
    label("aliases"),
    element("ul", { class: "aliases" }, aliases.map((alias) => element("li", {}, foreign(alias)))),
    reasons.length
      ? element("details", {}, element("summary", {}, label("merges")), element("ul", { class: "reasons" }, reasons))
      : null,
  );
}

// The sentences of an entity, made when they are first asked for.
function sentenceFold(sentences, styles) {
  if (!sentences.length) return null;
  const title = `${label("sentences")} (${number(sentences.length)})`;
  const details = element("details", { class: "sentences" }, element("summary", {}, title));
  details.addEventListener("toggle", () => {
    details.append(...rows(sentences.map((index) => () => card(index, nameMarks(index, styles)))));
  }, { once: true });
  return details;
}

const nameMarks = (index, styles) =>
  data.sentences[index].names.flatMap(([start, end, entity]) =>
    styles.filter(([wanted]) => wanted === entity).map(([, style]) => ({ start, end, style })));

// A sentence, the article it stands in, and what else is to be said of it.
function card(index, marks, ...details) {
  const { text, document: article } = data.sentences[index];
  const { title, source, published } = data.documents[article];
  return element("article", { class: "card" },
    element("blockquote", { lang: "ar", dir: "rtl" }, marked(text, marks)),
    ...details,
    element("footer", {},
      element("cite", { dir: "auto" }, title || label("untitled")),
      element("span", { class: "origin" }, foreign(source), published ? ` · ${day(published)}` : "")));
}

function relationCards(relation) {
  const { subject, object, polarity, modality, speaker, date, place, confidence } = relation;
  const chips = element("p", { class: "chips" },
    element("span", { class: `chip ${polarity}` }, labelIn("polarities", polarity)),
    element("span", { class: `chip ${modality}` }, labelIn("modalities", modality)));
  const named = (entity) => (entity === null ? null : entityButton(entity, "inline"));
  return [...grouped(relation.evidence, ({ sentence }) => [sentence])].map(([sentence, those]) => () => {
    const points = Array.from(data.sentences[sentence].text);
    const triggers = those.map(({ trigger: [start, end] }) => points.slice(start, end).join(""));
    const rules = [...new Set(those.map(({ rule }) => rule))].map((rule) => ruleName("relation_rules", rule));
    const details = facts([
      ["speaker", named(speaker)],
      ["trigger", [...new Set(triggers)].join(comma())],
      ["eventDate", date && day(date)],
      ["eventPlace", named(place)],
      ["confidence", percent(confidence)],
      ["rule", element("span", {}, rules.flatMap((name, index) => (index ? [comma(), name] : [name])))],
    ]);
    const names = nameMarks(sentence, [[subject, "subject"], [object, "object"]]);
    const spans = those.map(({ trigger: [start, end] }) => ({ start, end, style: "trigger" }));
    return card(sentence, [...names, ...spans], chips.cloneNode(true), details);
  });
}

const pairTitle = (from, to, between) =>
  element("h2", { class: "pair", tabindex: "-1" },
    entityButton(from, "entity subject"), element("span", { class: between, "aria-hidden": "true" }),
    entityButton(to, "entity object"));

function relationPanel(from, to) {
  const predicates = [...grouped(relationsBetween(from, to), ({ predicate }) => [predicate])].sort();
  const back = from !== to && relationsBetween(to, from).length;
  return [
    pairTitle(from, to, "arrow"),
    ...predicates.map(([predicate, those]) => section(capital(labelIn("predicates", predicate)), ...rows(those.flatMap(relationCards)))),
    back ? button({ class: "quiet", click: () => showPair("relations", to, from) }, label("reverse")) : null,
  ];
}

function companionPanel(from, to) {
  const edge = edgeOf({ view: "cooccurrence", from, to });
  const sentences = sharedSentences(from, to);
  const styles = [[from, "subject"], [to, "object"]];
  return [
    pairTitle(from, to, "tie"),
    edge
      ? facts([["togetherCount", number(edge.count)], ["documents", number(edge.documents)], ["association", number(edge.npmi, 2)]])
      : null,
    sentences.length
      ? section(label("together"), ...rows(sentences.map((index) => () => card(index, nameMarks(index, styles)))))
      : element("p", { class: "lead" }, label("noSentence")),
  ];
}

function panelContent({ selection }) {
  if (selection === null) return home();
  if ("entity" in selection) return entityPanel(selection.entity);
  const { from, to } = selection;
  return selection.view === "relations" ? relationPanel(from, to) : companionPanel(from, to);
}

function drawPanel() {
  const panel = byId("panel");
  const close = button({ class: "close", click: clearSelection, "aria-label": label("close"), title: label("close") }, "×");
  panel.replaceChildren(...[state.selection === null ? null : close, ...panelContent(state)].filter((part) => part !== null));
  panel.scrollTop = 0;
}
