// The drawn network. Positions come with the data; nothing moves unless the reader drags it or asks for it.

/** @import { Kind } from "./payload_types.d.ts" */
/** @import { Drawer, Edge, Ends, Hovered, Placing, Point, Ranked, Size, State, VisItem } from "./types.d.ts" */

import { byId, token } from "./dom.js";
import { spread } from "./layout.js";
import { data, namesOf, otherEnd, sentencesIn } from "./model.js";
import { bringIntoView, fitAll, motion } from "./navigation.js";
import { FILTERS, isNet } from "./state.js";
import { shown, state } from "./store.js";
import { selectedEntities } from "./visible.js";

/** @type {vis.DataSet<VisItem<number>, number>} */
export const shownNodes = new vis.DataSet();

/** @type {vis.DataSet<VisItem<string>, string>} */
const shownEdges = new vis.DataSet();

/** @type {vis.Network} */
export let network;

export const PROMINENT = 6;
export const LARGEST = 1.3;
const MANY = 1500; // edges that are not drawn while the picture moves

/** @type {Record<Kind, string>} */
const SHAPES = { PER: "dot", LOC: "diamond", ORG: "square" };
const RADII = [7, 20]; // in screen pixels when everything is in view
const COMFORTABLE = 5500; // square pixels per node
const WIDTHS = [1, 4];

/** @type {Record<string, [number, number]>} */
const DASHES = { negated: [3, 5], future: [9, 5] };

/** @type {Hovered} */
const NOTHING = { node: null, edge: null };

/** @type {Hovered} */
export let hovered = NOTHING; // what the pointer is on

/** @type {(next: Hovered) => void} */
export const setHovered = (next) => (hovered = next);
export let unit = 1; // units of the layout per screen pixel when everything is in view

/** @type {Placing} */
let place = (node) => node;

/** @type {Record<string, string>} */
export let palette = {};

/** @type {string[]} */
let groupColours = [];

/** @type {Map<string, string>} */
const drawnAs = new Map(); // what each node and edge was last drawn as

export const still = matchMedia("(prefers-reduced-motion: reduce)");

/** @type {() => Size} */
export const canvasSize = () => ({ width: byId("canvas").clientWidth, height: byId("canvas").clientHeight });
export const isGraph = () => isNet(state.view);

export function readPalette() {
  const names = ["PER", "LOC", "ORG", "canvas", "ink", "muted", "edge", "edge-strong", "negated", "sans"];
  palette = Object.fromEntries(names.map((name) => [name, token(name)]));
  groupColours = Array.from({ length: 8 }, (_, index) => token(`group-${index}`));
}

/** @type {(group: number) => string} */
export const groupColour = (group) => groupColours[Math.min(group, groupColours.length - 1)];

/** @type {(node: Ranked) => string} */
const colourOf = (node) =>
  state.colour === "kind" ? palette[data.entities[node.id].kind] : groupColour(node.community);

/** @type {() => (node: Ranked) => number} */
const strengthOf = () => {
  const most = shown.network.nodes.reduce((largest, node) => Math.max(largest, node[state.size]), 0) || 1;
  return (node) => Math.sqrt(node[state.size] / most);
};

// Nodes shrink where many share little room.
let shrink = 1;
function findRoom() {
  const { width, height } = canvasSize();
  shrink = Math.min(1, Math.max(0.25, Math.sqrt((width * height) / (COMFORTABLE * (shown.shown.size || 1)))));
}

/** @type {(strength: number) => number} */
export const radiusOf = (strength) => (RADII[0] + (RADII[1] - RADII[0]) * strength) * shrink;

/**
 * Return the entities that the selection concerns, or null where nothing is selected.
 * @type {() => Set<number> | null}
 */
export function emphasised() {
  const { selection } = state;
  if (selection === null) return null;
  if (selection.article !== undefined) {
    return new Set(sentencesIn(selection.article).flatMap((s) => namesOf(s).map((n) => n.entity)));
  }
  if (selection.entity === undefined) return new Set([selection.from, selection.to]);
  const near = shown.drawn.filter(({ from, to }) => from === selection.entity || to === selection.entity);
  return new Set([selection.entity, ...near.map((edge) => otherEnd(edge, selection.entity))]);
}

/** @type {(edge: Ends) => boolean} */
export function isStrong({ from, to }) {
  const { selection } = state;
  if (selection === null || selection.article !== undefined) return false;
  if (selection.entity !== undefined) return from === selection.entity || to === selection.entity;
  return (
    (from === selection.from && to === selection.to) ||
    (state.net === "cooccurrence" && from === selection.to && to === selection.from)
  );
}

/** @type {(node: Ranked, strength: (node: Ranked) => number, emphasis: Set<number> | null) => VisItem<number>} */
function visNode(node, strength, emphasis) {
  const background = colourOf(node);
  const chosen = selectedEntities(state.selection).includes(node.id);
  const lit = { background, border: palette.ink };
  return {
    id: node.id,
    shape: SHAPES[data.entities[node.id].kind],
    size: radiusOf(strength(node)) * unit,
    borderWidth: chosen ? 3 : Math.min(1, radiusOf(0) / 5), // in screen pixels, at every scale
    color: { background, border: chosen ? palette.ink : palette.canvas, highlight: lit, hover: lit },
    opacity: emphasis === null || emphasis.has(node.id) ? 1 : 0.14,
  };
}

/**
 * Return the dash pattern of an edge: only where none of its relations is asserted or reported.
 * @type {(edge: Edge) => false | number[]}
 */
const dashesOf = ({ tellings = [] }) => {
  if (tellings.includes("asserted") || tellings.includes("reported") || !tellings.length) return false;
  const [dash, gap] = DASHES[tellings.includes("future") ? "future" : "negated"];
  return [dash * unit, gap * unit];
};

/** @type {(edge: Edge, both: boolean, emphasis: Set<number> | null) => VisItem<string>} */
function visEdge(edge, both, emphasis) {
  const strong = isStrong(edge);
  const weight = Math.log(edge.count) / Math.log(Math.max(shown.heaviest, 8));
  const plain = shown.drawn.length > 150 ? 0.3 + 0.7 * weight : 1; // of many edges the light ones fade
  const width = WIDTHS[0] + (WIDTHS[1] - WIDTHS[0]) * weight;
  const loud = palette["edge-strong"];
  const denied = edge.tellings?.every((telling) => telling === "negated");
  return {
    id: edge.id,
    from: edge.from,
    to: edge.to,
    width: width * unit,
    dashes: dashesOf(edge),
    arrows: state.net === "relations" ? { to: { enabled: true, scaleFactor: 0.5 * Math.sqrt(unit) } } : undefined,
    smooth: both ? { enabled: true, type: "curvedCW", roundness: 0.16 } : false,
    color: {
      color: strong ? loud : denied ? palette.negated : palette.edge,
      hover: loud,
      highlight: loud,
      opacity: strong ? 1 : emphasis === null ? plain : 0.12,
    },
  };
}

/**
 * Remove what is gone from a data set of vis-network. Call it for edges first: vis-network looks up the edges of a
 * removed node.
 * @type {(set: vis.DataSet<any, any>, ids: Set<number | string>) => void}
 */
function leave(set, ids) {
  const gone = set.getIds().filter((id) => !ids.has(id));
  set.remove(gone);
  gone.forEach((id) => drawnAs.delete(`${set === shownEdges}${id}`));
}

/**
 * Add to a data set what is new, and update what looks different.
 * @type {(set: vis.DataSet<any, any>, items: VisItem<number | string>[]) => void}
 */
function settle(set, items) {
  const changed = items.filter((item) => {
    const [key, look] = [`${set === shownEdges}${item.id}`, JSON.stringify(item)];
    if (drawnAs.get(key) === look) return false;
    drawnAs.set(key, look);
    return true;
  });
  set.update(changed);
}

/** @type {(Ranked & { strength: number; chosen: boolean })[]} */
export let spotNodes = []; // nodes that may have a label, most important first

/** @type {Map<string, Edge>} */
export let edgesById = new Map();

/** @type {Drawer} */
export function drawGraph(before) {
  for (const part of ["graph-tools", "canvas"]) byId(part).hidden = !isGraph();
  byId("empty").hidden = !isGraph() || shown.drawn.length > 0;
  if (!isGraph()) return;
  if (before === null || before.net !== state.net) {
    shownEdges.clear();
    shownNodes.clear();
    drawnAs.clear();
    network.setOptions(shown.network.options);
  }
  hovered = NOTHING;
  const nodes = [...shown.shown].map((id) => /** @type {Ranked} */ (shown.network.node.get(id)));
  const strength = strengthOf();
  const emphasis = emphasised();
  const ids = new Set(shown.drawn.map(({ id }) => id));
  const anew = framed(before);
  findRoom();
  if (anew) ({ place, unit } = spread(nodes, canvasSize()));
  /** @type {(node: Ranked) => Point | {}} */
  const placed = (node) => (anew || !shownNodes.get(node.id) ? place(node) : {});
  hideEdgesInMotion(shown.drawn.length > MANY);
  leave(shownEdges, ids);
  leave(shownNodes, shown.shown);
  settle(
    shownNodes,
    nodes.map((node) => ({ ...visNode(node, strength, emphasis), ...placed(node) })),
  );
  settle(
    shownEdges,
    shown.drawn.map((edge) => visEdge(edge, edge.from !== edge.to && ids.has(`${edge.to}-${edge.from}`), emphasis)),
  );
  edgesById = new Map(shown.drawn.map((edge) => [edge.id, edge]));
  const chosen = new Set(selectedEntities(state.selection));
  spotNodes = nodes
    .filter(({ id }) => emphasis === null || emphasis.has(id))
    .map((node) => ({ ...node, strength: strength(node), chosen: chosen.has(node.id) }))
    .sort(
      (left, right) =>
        Number(right.chosen) - Number(left.chosen) || right.strength - left.strength || left.rank - right.rank,
    );
  if (anew) fitAll(before === null ? false : motion());
  else if (before?.selection !== state.selection) bringIntoView();
  network.redraw();
}

let hiding = false;

/** @type {(hide: boolean) => void} */
function hideEdgesInMotion(hide) {
  if (hide === hiding) return;
  hiding = hide;
  network.setOptions({ interaction: { hideEdgesOnDrag: hide, hideEdgesOnZoom: hide } });
}

/**
 * Return whether the picture is a different one, which has to be fitted into view.
 * @type {(before: State | null) => boolean}
 */
const framed = (before) =>
  before === null ||
  !isNet(before.view) ||
  /** @type {(keyof State)[]} */ (["net", "amount", "focus", ...FILTERS]).some((name) => before[name] !== state[name]);

// Lay the picture out again after the canvas has changed its size.
export function redrawWhole() {
  network.setSize("100%", "100%");
  network.redraw();
  drawGraph(null);
}

/** @type {number | undefined} */
let turning;

// Create the network, empty at first.
export function startCanvas() {
  network = new vis.Network(byId("canvas"), { nodes: shownNodes, edges: shownEdges }, shown.network.options);
  addEventListener("resize", () => {
    clearTimeout(turning);
    turning = setTimeout(() => isGraph() && redrawWhole(), 200);
  });
}
