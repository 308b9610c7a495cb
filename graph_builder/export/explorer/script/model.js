// What the page knows: the data of the build as objects, and the ways from one to another.

const embedded = (id) => JSON.parse(document.getElementById(id).textContent);
const labels = embedded("labels");

// A table that comes as a list for each column, as a list of rows; each row knows its number.
const rowsOf = (columns) => {
  const names = Object.keys(columns);
  return (columns[names[0]] ?? []).map((_, id) => {
    const row = { id };
    for (const name of names) row[name] = columns[name][id];
    return row;
  });
};

const inFours = (numbers) => {
  const all = [];
  for (let at = 0; at < numbers.length; at += 4) {
    all.push({ sentence: numbers[at], trigger: [numbers[at + 1], numbers[at + 2]], rule: numbers[at + 3] });
  }
  return all;
};

const namesOf = ({ names }) => {
  const all = [];
  for (let at = 0; at < names.length; at += 3)
    all.push({ start: names[at], end: names[at + 1], entity: names[at + 2] });
  return all;
};

const addTo = (groups, key, item) => {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
};

const setAt = (sets, key) => {
  if (!sets.has(key)) sets.set(key, new Set());
  return sets.get(key);
};

const grouped = (items, key) => {
  const groups = new Map();
  for (const item of items) addTo(groups, key(item), item);
  return groups;
};

const distinct = (items) => (items.length < 2 ? items : [...new Set(items)]);

// The first few in an order, without ordering all.
function foremost(items, count, compare) {
  const first = [];
  for (const item of items) {
    if (first.length === count && compare(item, first[count - 1]) >= 0) continue;
    let at = first.length;
    while (at > 0 && compare(item, first[at - 1]) < 0) at -= 1;
    first.splice(at, 0, item);
    if (first.length > count) first.pop();
  }
  return first;
}

function withSentences(entities, sentences) {
  for (const entity of entities) entity.sentences = [];
  for (const { id, names } of sentences) {
    for (const entity of new Set(names.filter((_, at) => at % 3 === 2))) entities[entity].sentences.push(id);
  }
}

// How a relation is told, as one word: what is denied is not also reported.
const tellingOf = ({ negated, modality }) => (negated ? "negated" : modality);

// Relations and pairs alike have two ends and the keys by which they are filtered; `when` is when it happened, or else
// when it was printed.
function prepared(raw) {
  const documents = raw.documents.map((document, index) => ({ ...document, index }));
  const sentences = rowsOf(raw.sentences);
  const entities = raw.entities.map((entity, index) => ({ ...entity, key: entity.id, id: index }));
  withSentences(entities, sentences);
  const keysOf = (articles) => ({
    article: articles,
    origin: distinct(articles.map((article) => documents[article].origin)),
  });
  const printed = (articles) =>
    articles
      .map((article) => documents[article].published)
      .filter(Boolean)
      .sort()[0] ?? null;
  const relations = rowsOf(raw.relations).map((relation) => {
    const evidence = inFours(relation.evidence);
    const articles = distinct(evidence.map(({ sentence }) => sentences[sentence].document));
    const keys = { ...keysOf(articles), predicate: [relation.predicate], telling: [tellingOf(relation)] };
    const when = relation.date?.split("/")[0] ?? printed(articles);
    return { ...relation, from: relation.subject, to: relation.object, evidence, keys, when };
  });
  const articlesOf = (those) => distinct(those.map((sentence) => sentences[sentence].document));
  const pairs = rowsOf(raw.pairs).map((pair) => {
    const [left, right] = [entities[pair.from].sentences, entities[pair.to].sentences];
    const shared = sharedBetween(left, right);
    // Where two are named in one paragraph or article, they may share no sentence.
    const articles = shared.length ? articlesOf(shared) : sharedBetween(articlesOf(left), articlesOf(right));
    return { ...pair, shared, keys: keysOf(articles), when: printed(articles) };
  });
  const networks = Object.fromEntries(
    Object.entries(raw.networks).map(([name, network]) => [name, networkOf(network)]),
  );
  return { ...raw, documents, sentences, entities, relations, pairs, networks };
}

// Both lists rise.
function sharedBetween(left, right) {
  const both = [];
  for (let a = 0, b = 0; a < left.length && b < right.length;) {
    if (left[a] === right[b]) both.push(left[a]);
    if (left[a] <= right[b]) a += 1;
    else b += 1;
  }
  return distinct(both);
}

function networkOf({ nodes, order, options }) {
  const { id, ...measures } = nodes;
  const rows = rowsOf({ entity: id, ...measures }).map(({ entity, ...row }) => ({ ...row, rank: row.id, id: entity }));
  // Those who are tied by nothing that is drawn at first come last.
  const inOrder = new Set(order);
  const whole = [...order, ...rows.map((row) => row.id).filter((entity) => !inOrder.has(entity))];
  const communities = grouped(rows, (row) => row.community);
  return { nodes: rows, node: new Map(rows.map((row) => [row.id, row])), order: whole, options, communities };
}

const data = prepared(embedded("data"));
const entityByKey = new Map(data.entities.map(({ key, id }) => [key, id]));
const documentByKey = new Map(data.documents.map(({ id, index }) => [id, index]));
const relationsOf = new Map();
for (const relation of data.relations) {
  addTo(relationsOf, relation.subject, relation);
  if (relation.object !== relation.subject) addTo(relationsOf, relation.object, relation);
}
const pairsOf = new Map();
for (const pair of data.pairs) {
  addTo(pairsOf, pair.from, pair);
  addTo(pairsOf, pair.to, pair);
}
const relationsBetween = (from, to) =>
  (relationsOf.get(from) ?? []).filter((r) => r.subject === from && r.object === to);
const pairBetween = (a, b) =>
  (pairsOf.get(a) ?? []).find(({ from, to }) => (from === a && to === b) || (from === b && to === a));
const otherEnd = (edge, entity) => (edge.from === entity ? edge.to : edge.from);
