// The objects that the script works with: the data, the state, and what is drawn.

import type {
  After,
  DocumentRow,
  EntityRow,
  Lang,
  Net,
  NodeRow,
  Payload,
  RelationRow,
  SentenceRow,
  Telling,
} from "./data/payload_types.d.ts";

export type View = Net | "map" | "table" | "story";
export type FacetName = "kind" | "predicate" | "telling" | "article" | "origin";

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
  /** Of the communities of more than one member, in Arabic and in English. */
  names: [string, string][];
}

/** The data as objects. Of a large build details, pairs, texts and the network of co-occurrence are read later. */
export interface Data extends Pick<Payload, "rules" | "opening" | "outlines" | "build"> {
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

export type PairSelection = Extract<Selection, { net: Net }>;
export type Selection =
  | { entity: number; net?: undefined; from?: undefined; to?: undefined; way?: undefined; article?: undefined }
  | { net: Net; from: number; to: number; way?: string; entity?: undefined; article?: undefined }
  | { article: number; net?: undefined; from?: undefined; to?: undefined; way?: undefined; entity?: undefined };

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
  /** The column that the table is sorted by, after a minus if descending; empty for the heaviest first. */
  sort: string;
}

/** A key of a facet. */
export type Key = string | number;
/** Of each facet, how many items have each key. */
export type Counts = Record<FacetName | "when", Map<any, number>>;
/** The keys of a facet, and of each item the places of its keys: those from its start to the next one's. */
export interface Keyed {
  keys: Key[];
  starts: Int32Array;
  values: Int32Array;
}

/** All items as arrays, to filter them. */
export interface Sieve {
  facets: Record<string, Keyed>;
  /** The kind of each entity. */
  kinds: Uint8Array;
  froms: Int32Array;
  tos: Int32Array;
  /** The edges of all items, which edge each belongs to, and the items of each. */
  edges: Edge[];
  edgeOf: Int32Array;
  bundles: Item[][];
  /** Which items fail the last choice in each facet; null where there is none. */
  failing: Map<string, { key: string; fails: Uint8Array | null }>;
}

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
  /** Whether only strong lines are drawn, since not all names fit. */
  favours: boolean;
}

/** Draws a panel after a change; the state before, or null where there was none. */
export type Drawer = (before: State | null) => void;

/**
 * What draws a state: the picture, and the panels beside it, which may follow a frame later where that is large; and what
 * tells that data is being unpacked, or cannot be.
 */
export interface Drawers {
  picture: Drawer[];
  panels: Drawer[];
  isLarge: () => boolean;
  tellWaiting: () => void;
  tellDamaged: () => void;
}

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

/** A label where it is written: a name, or a text on an edge. */
export interface Written {
  box: Box;
  text: string;
  font: string;
  colour: string;
  isName: boolean;
}

export interface LabelStyle extends Size {
  /** Where nothing is to be written. */
  taken: Box[];
  ink: string;
  muted: string;
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

/** A suggestion of the search: an entity or an article, how far its spelling is from the query, and that spelling. */
export type Match = { far: number; written: string } & (
  | { entity: number; article?: undefined }
  | { article: number; entity?: undefined }
);

/** When something happened, or else when it was printed; ISO 8601. */
export interface When {
  date: string | null;
  printed: boolean;
}

/** What a sentence states, each relation with its evidence there, and when. */
export interface Entry extends When {
  sentence: number;
  said: Map<Relation, Evidence[]>;
}

/** Relations that differ only in their date, place, speaker and sentences. */
export interface Way {
  key: string;
  relations: Relation[];
  sentences: number[];
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

/** The view of the graph: how many pixels a unit of the picture is, and where its origin lies on the screen. */
export interface Camera extends Point {
  scale: number;
}

/** How edges are drawn: widths, dashes and the length of arrowheads (0: none) in pixels. */
export interface Pen {
  /** Edges are drawn in this order. */
  rank: number;
  colour: string;
  opacity: number;
  width: number;
  dashes: number[];
  arrow: number;
}

/** A node of a crowd: its radius and place in units of the picture. */
export interface CrowdNode {
  id: number;
  place: Point;
  radius: number;
  shape: string;
  colour: string;
}

/** A picture of many: nodes, strongest first, and edges, by pen, as arrays. */
export interface Crowd {
  ids: number[];
  /** The index of each node. */
  at: Map<number, number>;
  xs: Float64Array;
  ys: Float64Array;
  radii: Float64Array;
  shapes: string[];
  colours: string[];
  /** The nodes that are with vis-network, which moves them. */
  lifted: Uint8Array;
  edges: Edge[];
  pens: Pen[];
  /** The indices of the nodes that an edge joins. */
  froms: Int32Array;
  tos: Int32Array;
  /** Whether there is an edge of the other direction too. */
  curved: Uint8Array;
}

/** How the edges in a view are drawn. */
export type Manner = { detailed: boolean; faint: number };

/** A bitmap of a crowd that is being drawn or finished. */
export interface Job {
  canvas: HTMLCanvasElement;
  context: CanvasRenderingContext2D;
  camera: Camera;
  size: Size;
  /** Pixels of the device per pixel. */
  ratio: number;
  manner: Manner;
  /** The edges in view, and how many of them are drawn. */
  edges: Int32Array;
  at: number;
  nodes: Int32Array;
  nodesLeft: number;
}

/** A node that may have a label. */
export interface SpotNode {
  id: number;
  rank: number;
  strength: number;
  chosen: boolean;
}
