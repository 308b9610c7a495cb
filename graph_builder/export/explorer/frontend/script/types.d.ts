// The types of the data: what Python writes into the page (payload.py, parts.py), and what the script makes of it.
// Entities, articles, sentences and relations are referred to by their index in the lists of the payload.

export type Kind = "PER" | "LOC" | "ORG";
export type Lang = "ar" | "en";
export type Net = "relations" | "cooccurrence";
export type View = Net | "map" | "table";
export type Telling = "negated" | "asserted" | "reported" | "future";
export type FacetName = "kind" | "predicate" | "telling" | "article" | "origin";

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
export type LabelKey = keyof (typeof import("../../texts.json"))["ar"];

/** The rest of the names of texts that begin so. */
export type After<Start extends string, Name = LabelKey> = Name extends `${Start}_${infer Rest}` ? Rest : never;

/** What the page says in one language: its own texts, and tables of the lexicon's names. */
export type Labels = Record<LabelKey, string> & Record<Table, Record<string, string>>;

/** A table of names: of the lexicon's labels, or its predicates. */
export type Table = "kinds" | "many" | "polarities" | "modalities" | "merge_rules" | "relation_rules" | "predicates";

export interface Article extends DocumentRow {
  index: number;
}

export interface Entity extends Omit<EntityRow, "id"> {
  id: number;
  /** Its name in the files of the build. */
  key: string;
  /** In which it is named; of a large build empty until they are read. */
  sentences: number[];
}

export interface Sentence extends SentenceRow {
  id: number;
}

export interface Name {
  start: number;
  end: number;
  entity: number;
}

export interface Evidence {
  sentence: number;
  /** Start and end, in code points. */
  trigger: [number, number];
  rule: number;
}

/** The keys of each facet under which an item falls. */
export interface Keys {
  article: number[];
  origin: string[];
  predicate?: string[];
  telling?: Telling[];
  kind?: undefined;
}

/** A relation or a pair: what is filtered. */
export interface Item {
  id: number;
  from: number;
  to: number;
  keys: Keys;
  /** When it happened, or else was printed. */
  when: string | null;
  confidence?: number;
}

export interface Relation extends Item, Omit<RelationRow, "evidence" | "confidence"> {
  confidence: number;
  evidence: Evidence[];
  keys: Keys & { predicate: string[]; telling: Telling[] };
}

/** Two that are named together. */
export interface Pair extends Item {
  count: number;
  documents: number;
  npmi: number;
  /** The sentences that name both. */
  shared: number[];
}

export interface Ranked extends NodeRow {
  rank: number;
}

export interface Network {
  nodes: Ranked[];
  node: Map<number, Ranked>;
  order: number[];
  options: vis.Options;
  communities: Map<number, Ranked[]>;
}

/** The data as objects. Of a large build details, pairs, texts and the network of co-occurrence are read later. */
export interface Data extends Pick<Payload, "rules" | "outlines" | "build"> {
  documents: Article[];
  entities: Entity[];
  sentences: Sentence[];
  relations: Relation[];
  pairs: Pair[];
  /** Of a large build, co-occurrence only once it is read. */
  networks: Record<Net, Network>;
  /** How many pairs there are, read or not. */
  pairCount: number;
  /** How many sentences are packed together; 0 where none are. */
  blockSize: number;
}

/** An edge of the picture: the relations of one direction between two, or a pair. */
export interface Edge {
  id: string;
  from: number;
  to: number;
  /** How many sentences state it. */
  count: number;
  relations?: Relation[];
  predicates?: string[];
  tellings?: Telling[];
}

export type Focus =
  | { near: number; steps: number; path?: undefined; group?: undefined }
  | { path: [number, number]; near?: undefined; steps?: undefined; group?: undefined }
  | { group: number; near?: undefined; steps?: undefined; path?: undefined };

export type Selection =
  | { entity: number; net?: undefined; from?: undefined; to?: undefined; article?: undefined }
  | { net: Net; from: number; to: number; entity?: undefined; article?: undefined }
  | { article: number; net?: undefined; from?: undefined; to?: undefined; entity?: undefined };

/** What the reader has chosen; frozen. */
export interface State {
  view: View;
  net: Net;
  lang: Lang;
  theme: "auto" | "light" | "dark";
  size: "pagerank" | "degree" | "betweenness";
  colour: "kind" | "community";
  lines: "strong" | "all";
  kind: string[];
  predicate: string[];
  telling: string[];
  article: number[];
  origin: string[];
  /** ISO 8601, or empty. */
  from: string;
  to: string;
  confidence: number;
  weight: number;
  degree: number;
  largest: boolean;
  focus: Focus | null;
  selection: Selection | null;
  /** How many entities are drawn at once. */
  amount: number;
}

/** A key of a facet. */
export type Key = string | number;
/** Of each facet, how many items have each key. */
export type Counts = Record<FacetName | "when", Map<any, number>>;
/** What an item has to pass, with the facet it belongs to. */
export type Test = [facet: FacetName | "confidence" | "when", passes: (item: Item) => boolean];
export type Ends = { from: number; to: number };
/** To whom each entity is tied. */
export type Neighbours = Map<number, Set<number>>;

/** What passes the filters. */
export interface Passing {
  network: Network;
  items: Item[];
  edges: Edge[];
  /** Who is tied, in the order of appearance. */
  nodes: number[];
  counts: Counts;
  heaviest: number;
}

/** What passes, and which part of it is drawn. */
export interface Visible extends Passing {
  shown: Set<number>;
  possible: Edge[];
  drawn: Edge[];
}

/** Draws a panel after a change; the state before, or null where there was none. */
export type Drawer = (before: State | null) => void;

export interface Point {
  x: number;
  y: number;
}

export type Size = { width: number; height: number };

/** A rectangle on the screen about a point, with who or what it belongs to. */
export interface Box extends Point {
  left: number;
  right: number;
  top: number;
  bottom: number;
  owner: number | string;
}

/** A node on the screen with the name that is to be written beside it. */
export interface Spot extends Point {
  owner: number;
  radius: number;
  text: string;
  size: number;
  bold: boolean;
  forced: boolean;
  prominent: boolean;
  /** The point from which the name is to keep away. */
  facing?: Point;
}

/** A text on an edge. */
export interface Note extends Point {
  text: string;
  forced: boolean;
}

export interface LabelStyle extends Size {
  /** Where nothing is to be written. */
  taken: Box[];
  ink: string;
  muted: string;
  halo: string;
  family: string;
}

/** Where a node stands, in units of the picture. */
export type Placing = (node: Ranked) => Point;
/** What the pointer is on. */
export type Hovered = { node: number | null; edge: string | null };
/** A node or an edge with its options, as vis-network takes them. */
export type VisItem<Id extends string | number> = { id: Id; [option: string]: unknown };

/** A point on the map, in its units. */
export type Place = [x: number, y: number];
/** What part of the map is in view: its middle and its smaller side. */
export interface Sight extends Point {
  size: number;
}

/** A suggestion of the search: how far its spelling is from the query, and that spelling. */
export interface Match {
  entity: number;
  far: number;
  written: string;
}

/** A column of the table: its name, its text for an item, and what it is sorted by if not by that. */
export type Column = [name: After<"column">, text: (item: any) => string, value?: (item: any) => string | number];

export type Side = "facets" | "panel";

/** How names of an entity are marked. */
export type NameStyle = [entity: number, style: string];

/** How a stretch of a sentence is marked; offsets in code points. */
export interface Mark {
  start: number;
  end: number;
  style: string;
}

/** A bar of the timeline: days (ISO 8601; empty: without end), and its unit but where it lies outside. */
export interface Bar {
  from: string;
  to: string;
  unit?: string;
}

export type Child = Node | string | null;
export type Children = (Child | Child[])[];
/** Attributes of an element; functions listen to the event of that name; null is left out. */
export type Attributes = { [name: string]: string | number | null | ((event: any) => unknown) };

/** Elements of the page that are more than an HTMLElement. */
export interface PageElements {
  query: HTMLInputElement;
  guide: HTMLDialogElement;
}
