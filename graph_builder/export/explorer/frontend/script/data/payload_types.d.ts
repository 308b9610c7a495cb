// The data that Python writes into the page (payload.py, parts.py). Entities, articles, sentences and rules are referred
// to by their index in the lists of the payload.

export type Kind = "PER" | "LOC" | "ORG";
export type Lang = "ar" | "en";
export type Net = "relations" | "cooccurrence";
export type Telling = "negated" | "asserted" | "reported" | "future";

/** A table as it is written: a list for each attribute, all of one length. */
export type Columns<Row> = { [Name in keyof Row]: Row[Name][] };

export interface DocumentRow {
  id: string;
  title: string;
  source: string;
  /** Host, table or folder of the source. */
  origin: string;
  /** ISO 8601. */
  published: string | null;
}

export interface Merge {
  left: string;
  right: string;
  rule: string;
  score: number;
}

export interface EntityRow {
  id: string;
  name: string;
  latin: string;
  kind: Kind;
  /** Latitude, longitude, country (ISO 3166-1 alpha-2). */
  place: [number, number, string] | null;
  /** On the map, in its units. */
  point: [number, number] | null;
  mentions: number;
  documents: number;
  transliterated: boolean;
  aliases: string[];
  merges: Merge[];
  links: string[];
}

export type EntityDetails = Pick<EntityRow, "aliases" | "merges" | "links" | "transliterated">;

export interface SentenceRow {
  document: number;
  text: string;
  /** Whether it opens a paragraph. */
  opens: 0 | 1;
  /** Start, end and entity of every name, one after the other; offsets in code points. */
  names: number[];
}

export interface RelationRow {
  subject: number;
  predicate: string;
  object: number;
  negated: 0 | 1;
  modality: Exclude<Telling, "negated">;
  speaker: number | null;
  /** ISO 8601: a day, a month, a year, or two with a slash between. */
  date: string | null;
  place: number | null;
  confidence: number;
  /** Sentence, start and end of the trigger, and rule of each piece, one after the other. */
  evidence: number[];
}

export interface PairRow {
  from: number;
  to: number;
  count: number;
  documents: number;
  npmi: number;
}

export interface NodeRow {
  id: number;
  x: number;
  y: number;
  degree: number;
  pagerank: number;
  betweenness: number;
  community: number;
}

export interface NetworkPayload {
  /** Strongest first. */
  nodes: Columns<NodeRow>;
  /** The order in which nodes come into the picture. */
  order: number[];
  options: vis.Options;
  /** The Arabic and the English name of each community of more than one member, by its number. */
  communities: [string, string][];
}

/** What is drawn first. */
export interface Opening {
  /** How much a sentence counts that states a predicate. */
  weights: Record<string, number>;
  /** How much the sentences of a strong line count together. */
  strong: number;
  /** The predicates of what two do together. */
  mutual: string[];
  /** The entities on strong lines, in the order in which they come into the picture. */
  order: number[];
}

/** The element `data` of a small build, which holds all of it. */
export interface Payload {
  documents: DocumentRow[];
  entities: EntityRow[];
  sentences: Columns<SentenceRow>;
  relations: Columns<RelationRow>;
  rules: string[];
  pairs: Columns<PairRow>;
  networks: Record<Net, NetworkPayload>;
  opening: Opening;
  /** SVG paths by country. */
  outlines: Record<string, string>;
  /** Settings and versions. */
  build: Record<string, string>;
}

/** The element `data` of a large build: what its first view needs. */
export interface FirstPayload extends Omit<Payload, "entities" | "sentences" | "pairs" | "networks"> {
  entities: Omit<EntityRow, keyof EntityDetails>[];
  sentences: Pick<Columns<SentenceRow>, "document">;
  networks: { relations: NetworkPayload };
  pairCount: number;
  /** How many sentences are packed together. */
  blockSize: number;
}

/** An element `sentences-0`, `sentences-1`, … of a large build. */
export type BlockPayload = Omit<Columns<SentenceRow>, "document">;

/** The element `together` of a large build. */
export interface TogetherPayload {
  pairs: Columns<PairRow>;
  network: NetworkPayload;
  /** The entities of each sentence. */
  named: number[][];
  details?: Columns<EntityDetails>;
}

/** A text of the page, by its name in texts.json. */
export type LabelKey = keyof (typeof import("../../../texts.json"))["ar"];

/** The rest of the names of texts that begin so. */
export type After<Start extends string, Name = LabelKey> = Name extends `${Start}_${infer Rest}` ? Rest : never;

/** What the page says in one language: its own texts, and tables of the lexicon's names. */
export type Labels = Record<LabelKey, string> & Record<Table, Record<string, string>>;

/** A table of names: of the lexicon's labels, or its predicates. */
export type Table = "kinds" | "many" | "polarities" | "modalities" | "merge_rules" | "relation_rules" | "predicates";
