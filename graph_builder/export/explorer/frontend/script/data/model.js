// The data of the build as objects, and look-ups from one to another.

/**
 * @import {
 *   Columns, FirstPayload, NetworkPayload, PairRow, Payload, Telling, TogetherPayload
 * } from "./payload_types.d.ts"
 */
/**
 * @import {
 *   Article, Data, Ends, Entity, Evidence, Keys, Name, Network, Pair, Relation, Sentence
 * } from "../types.d.ts"
 */

import { addTo, distinct, grouped, sharedBetween } from "./collections.js";
import { embedded, isPacked, unpacked } from "./payload.js";

/**
 * Return the rows of a table that comes as columns; each row has its index as `id`.
 * @type {(columns: Record<string, any[]>) => any[]}
 */
const rowsOf = (columns) => {
  const names = Object.keys(columns);
  return (columns[names[0]] ?? []).map((_, id) => {
    /** @type {Record<string, unknown>} */
    const row = { id };
    for (const name of names) row[name] = columns[name][id];
    return row;
  });
};

/** @type {(numbers: number[]) => Evidence[]} */
const inFours = (numbers) => {
  /** @type {Evidence[]} */
  const all = [];
  for (let at = 0; at < numbers.length; at += 4) {
    all.push({ sentence: numbers[at], trigger: [numbers[at + 1], numbers[at + 2]], rule: numbers[at + 3] });
  }
  return all;
};

/** @type {(sentence: Sentence) => Name[]} */
export const namesOf = ({ names }) => {
  const all = [];
  for (let at = 0; at < names.length; at += 3)
    all.push({ start: names[at], end: names[at + 1], entity: names[at + 2] });
  return all;
};

/**
 * Give each entity its sentences; `named` holds the entities of each sentence.
 * @type {(entities: Entity[], named: number[][]) => void}
 */
function withSentences(entities, named) {
  for (const entity of entities) entity.sentences = [];
  named.forEach((those, sentence) => {
    for (const entity of distinct(those)) entities[entity].sentences.push(sentence);
  });
}

/**
 * Return polarity and modality as one word: a negated relation is not also counted as reported.
 * @type {(relation: Pick<Relation, "negated" | "modality">) => Telling}
 */
export const tellingOf = ({ negated, modality }) => (negated ? "negated" : modality);

/** @type {(articles: number[], documents: Article[]) => { article: number[]; origin: string[] }} */
const keysFor = (articles, documents) => ({
  article: articles,
  origin: distinct(articles.map((article) => documents[article].origin)),
});

/** @type {(articles: number[], documents: Article[]) => string | null} */
const printed = (articles, documents) =>
  articles
    .map((article) => documents[article].published)
    .filter(Boolean)
    .sort()[0] ?? null;

/**
 * Return the payload as objects. Relations and pairs both have two ends and the keys by which they are filtered; `when`
 * is the date of the event, or else of publication.
 * @type {(raw: Payload | FirstPayload) => Data}
 */
function prepared(raw) {
  const documents = raw.documents.map((document, index) => ({ ...document, index }));
  const entities = /** @type {Entity[]} */ (
    raw.entities.map((entity, id) => ({ ...entity, key: entity.id, id, sentences: [] }))
  );
  /** @type {Sentence[]} */
  const sentences = rowsOf(raw.sentences);
  const { predicate, object, negated, modality, speaker, date, place, confidence } = raw.relations;
  const relations = raw.relations.subject.map((subject, id) => {
    const evidence = inFours(raw.relations.evidence[id]);
    const articles = distinct(evidence.map(({ sentence }) => sentences[sentence].document));
    const telling = tellingOf({ negated: negated[id], modality: modality[id] });
    const { article, origin } = keysFor(articles, documents);
    return {
      id,
      subject,
      from: subject,
      predicate: predicate[id],
      object: object[id],
      to: object[id],
      negated: negated[id],
      modality: modality[id],
      speaker: speaker[id],
      date: date[id],
      place: place[id],
      confidence: confidence[id],
      evidence,
      keys: { article, origin, predicate: [predicate[id]], telling: [telling] },
      when: date[id]?.split("/")[0] ?? printed(articles, documents),
    };
  });
  const networks = /** @type {Data["networks"]} */ ({ relations: networkOf(raw.networks.relations) });
  const { rules, opening, outlines, build } = raw;
  const [pairCount, blockSize] = "pairs" in raw ? [raw.pairs.from.length, 0] : [raw.pairCount, raw.blockSize];
  const lists = { documents, sentences, entities, relations, pairs: [] };
  return { ...lists, networks, rules, opening, outlines, build, pairCount, blockSize };
}

// Two entities named together. Their sentences are looked up on demand, since most of many pairs are never shown.
class LazyPair {
  /** @type {Keys | undefined} */
  found;
  /** @type {string | null | undefined} */
  day;

  /**
   * @param {number} id
   * @param {Columns<PairRow>} columns
   */
  constructor(id, { from, to, count, documents, npmi }) {
    this.id = id;
    this.from = from[id];
    this.to = to[id];
    this.count = count[id];
    this.documents = documents[id];
    this.npmi = npmi[id];
  }

  get shared() {
    return sharedBetween(data.entities[this.from].sentences, data.entities[this.to].sentences);
  }

  get keys() {
    return (this.found ??= keysFor(this.articles(), data.documents));
  }

  get when() {
    if (this.day === undefined) this.day = printed(this.keys.article, data.documents);
    return this.day;
  }

  articles() {
    /** @type {(those: number[]) => number[]} */
    const articlesOf = (those) => distinct(those.map((sentence) => data.sentences[sentence].document));
    const { shared } = this;
    if (shared.length) return articlesOf(shared);
    // Entities named together in a paragraph or an article may share no sentence.
    const [left, right] = [this.from, this.to].map((entity) => articlesOf(data.entities[entity].sentences));
    return sharedBetween(left, right);
  }
}

/** @type {(payload: NetworkPayload) => Network} */
function networkOf({ nodes, order, options, communities: names }) {
  const { x, y, degree, pagerank, betweenness, community } = nodes;
  const rows = nodes.id.map((id, rank) => ({
    id,
    rank,
    x: x[rank],
    y: y[rank],
    degree: degree[rank],
    pagerank: pagerank[rank],
    betweenness: betweenness[rank],
    community: community[rank],
  }));
  // Entities without edges come last.
  const inOrder = new Set(order);
  const whole = [...order, ...rows.map((row) => row.id).filter((entity) => !inOrder.has(entity))];
  const communities = grouped(rows, (row) => row.community);
  return { nodes: rows, node: new Map(rows.map((row) => [row.id, row])), order: whole, options, communities, names };
}

/** @type {Data} */
export let data;

/** @type {Map<string, number>} */
export let entityByKey = new Map();

/** @type {Map<string, number>} */
export let documentByKey = new Map();

/** @type {Map<number, Relation[]>} */
export const relationsOf = new Map();

// Read the data in the page; of a large build, what the first view needs.
export async function loadModel() {
  /** @type {Payload | FirstPayload} */
  const raw = isPacked ? await unpacked("data") : embedded("data");
  data = prepared(raw);
  entityByKey = new Map(data.entities.map(({ key, id }) => [key, id]));
  documentByKey = new Map(data.documents.map(({ id, index }) => [id, index]));
  for (const relation of data.relations) {
    addTo(relationsOf, relation.subject, relation);
    if (relation.object !== relation.subject) addTo(relationsOf, relation.object, relation);
  }
  if ("pairs" in raw) {
    const named = data.sentences.map(({ names }) => names.filter((_, at) => at % 3 === 2));
    learnTogether({ pairs: raw.pairs, network: raw.networks.cooccurrence, named });
  }
}

/**
 * Add pairs, the sentences of entities and their details; of a packed page they are read on demand.
 * @type {Map<number, Pair[]>}
 */
export const pairsOf = new Map();
export const knowsTogether = () => data.networks.cooccurrence !== undefined;

/** @type {(part: TogetherPayload) => void} */
function learnTogether({ pairs, network, named, details }) {
  withSentences(data.entities, named);
  for (const [name, values] of Object.entries(details ?? {})) {
    data.entities.forEach((entity, index) => Object.assign(entity, { [name]: values[index] }));
  }
  data.pairs = pairs.from.map((_, id) => new LazyPair(id, pairs));
  for (const pair of data.pairs) {
    addTo(pairsOf, pair.from, pair);
    addTo(pairsOf, pair.to, pair);
  }
  data.networks.cooccurrence = networkOf(network);
}

/** @type {Promise<void> | null} */
let learning = null;
export const readTogether = () => (learning ??= unpacked("together").then(learnTogether));

/**
 * Return whether the text of a sentence is read; of a packed page texts come in blocks.
 * @type {(sentence: number) => boolean}
 */
export const isRead = (sentence) => data.sentences[sentence].text !== undefined;

/** @type {(block: number) => Promise<void>} */
async function readBlock(block) {
  const rows = rowsOf(await unpacked(`sentences-${block}`));
  for (const { id, ...row } of rows) Object.assign(data.sentences[block * data.blockSize + id], row);
}

/** @type {(sentences: number[]) => Promise<unknown>} */
export const readSentences = (sentences) =>
  Promise.all(
    distinct(sentences.filter((each) => !isRead(each)).map((each) => Math.floor(each / data.blockSize))).map(readBlock),
  );

/** @type {(article: number) => Sentence[]} */
export const sentencesIn = (article) => data.sentences.filter(({ document }) => document === article);

/** @type {(from: number, to: number) => Relation[]} */
export const relationsBetween = (from, to) =>
  (relationsOf.get(from) ?? []).filter((r) => r.subject === from && r.object === to);

/** @type {(a: number, b: number) => Pair | undefined} */
export const pairBetween = (a, b) =>
  (pairsOf.get(a) ?? []).find(({ from, to }) => (from === a && to === b) || (from === b && to === a));

/** @type {(edge: Ends, entity: number) => number} */
export const otherEnd = (edge, entity) => (edge.from === entity ? edge.to : edge.from);
