// What the page knows, and what it shows of it.

const STEP = 60;

const embedded = (id) => JSON.parse(document.getElementById(id).textContent);
const labels = embedded("labels");
const data = embedded("data");

// selection is null, {entity}, or {view, from, to}; kept are entities shown though they are not among the strongest.
const state = { language: "ar", view: "relations", amount: STEP, kept: new Set(), selection: null };

const grouped = (items, keys) => {
  const groups = new Map();
  for (const item of items) {
    for (const key of new Set(keys(item))) {
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(item);
    }
  }
  return groups;
};

const byWeight = (left, right) => right.count - left.count || left.from - right.from || left.to - right.to;

const views = Object.fromEntries(
  Object.entries(data.views).map(([name, { nodes, order, edges, options }]) => [
    name,
    {
      nodes,
      order,
      edges,
      options,
      rank: new Map(nodes.map((node, index) => [node.id, index])),
      edge: new Map(edges.map((edge) => [edge.id, edge])),
      touching: grouped([...edges].sort(byWeight), (edge) => [edge.from, edge.to]),
    },
  ]),
);
const relationsOf = grouped(data.relations, (relation) => [relation.subject, relation.object]);

const view = () => views[state.view];
const touching = (entity, name = state.view) => views[name].touching.get(entity) ?? [];
const otherEnd = (edge, entity) => (edge.from === entity ? edge.to : edge.from);
const relationsBetween = (from, to) =>
  (relationsOf.get(from) ?? []).filter((relation) => relation.subject === from && relation.object === to);

function edgeOf({ view: name, from, to }) {
  const { edge } = views[name];
  return edge.get(`${from}-${to}`) ?? (name === "cooccurrence" ? edge.get(`${to}-${from}`) : undefined);
}

function sharedSentences(left, right) {
  const those = new Set(data.entities[right].sentences);
  return data.entities[left].sentences.filter((sentence) => those.has(sentence));
}

const label = (key, values = {}) =>
  labels[state.language][key].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

const labelIn = (table, key) => labels[state.language][table][key];
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

const locale = () => (state.language === "ar" ? "ar-u-nu-latn" : "en");
const number = (value, digits = 0) =>
  new Intl.NumberFormat(locale(), { maximumFractionDigits: digits }).format(value);
const percent = (value) => new Intl.NumberFormat(locale(), { style: "percent" }).format(value);
// A day, a month or a year, or two days with a slash between.
const day = (iso) => iso.split("/").map(dayAlone).join(" – ");
const dayAlone = (iso) => {
  const parts = ["year", "month", "day"].slice(0, iso.split("-").length);
  const shown = Object.fromEntries(parts.map((part) => [part, part === "month" ? "long" : "numeric"]));
  return new Intl.DateTimeFormat(locale(), { ...shown, timeZone: "UTC" }).format(new Date(`${iso.padEnd(10, "-01")}T00:00:00Z`));
};

function nameOf(entity) {
  const { name, latin } = data.entities[entity];
  return state.language === "en" && latin ? latin : name;
}
