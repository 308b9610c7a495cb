// How nodes and edges look: colours, sizes, widths and dashes, for vis-network and for the drawing of crowds.

/** @import { Kind } from "../data/payload_types.d.ts" */
/** @import { CrowdNode, Edge, Ends, Pen, Point, Ranked, VisItem } from "../types.d.ts" */

import { data, namesOf, otherEnd, sentencesIn } from "../data/model.js";
import { token } from "../page/dom.js";
import { shown, state } from "../state/store.js";
import { selectedEntities } from "../state/visible.js";

/** @type {Record<Kind, string>} */
const SHAPES = { PER: "dot", LOC: "diamond", ORG: "square" };
const RADII = [7, 20]; // in screen pixels when everything is in view
const COMFORTABLE = 5500; // square pixels per node
const WIDTHS = [1, 4];
const ARROW = 7.5;
const LEVELS = 6; // degrees of weight that edges of a crowd are drawn in
const DIMMED = { node: 0.14, edge: 0.12 }; // the opacity of what the selection does not concern

/** @type {Record<string, [number, number]>} */
const DASHES = { negated: [3, 5], future: [9, 5] };

/** @type {Record<string, string>} */
export let palette = {};

/** @type {string[]} */
let groupColours = [];

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
export const strengthOf = () => {
  const most = shown.network.nodes.reduce((largest, node) => Math.max(largest, node[state.size]), 0) || 1;
  return (node) => Math.sqrt(node[state.size] / most);
};

export let unit = 1; // units of the layout per screen pixel when everything is in view

/** @type {(units: number) => void} */
export const setUnit = (units) => (unit = units);

// Nodes shrink where many share little room.
let shrink = 1;

/** @type {(size: { width: number; height: number }) => void} */
export function findRoom({ width, height }) {
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

/** @type {(node: Ranked, strength: number, emphasis: Set<number> | null) => VisItem<number>} */
export function visNode(node, strength, emphasis) {
  const background = colourOf(node);
  const chosen = selectedEntities(state.selection).includes(node.id);
  const lit = { background, border: palette.ink };
  return {
    id: node.id,
    shape: SHAPES[data.entities[node.id].kind],
    size: radiusOf(strength) * unit,
    borderWidth: chosen ? 3 : Math.min(1, radiusOf(0) / 5), // in screen pixels, at every scale
    color: { background, border: chosen ? palette.ink : palette.canvas, highlight: lit, hover: lit },
    opacity: emphasis === null || emphasis.has(node.id) ? 1 : DIMMED.node,
  };
}

/** @type {(node: Ranked, strength: number, place: Point) => CrowdNode} */
export const crowdNode = (node, strength, place) => ({
  id: node.id,
  place,
  radius: radiusOf(strength) * unit,
  shape: SHAPES[data.entities[node.id].kind],
  colour: colourOf(node),
});

/**
 * Return the dash pattern of an edge in pixels: only where none of its relations is asserted or reported.
 * @type {(edge: Edge) => number[]}
 */
const dashesOf = ({ tellings = [] }) => {
  if (tellings.includes("asserted") || tellings.includes("reported") || !tellings.length) return [];
  return DASHES[tellings.includes("future") ? "future" : "negated"];
};

/** @type {(edge: Edge) => boolean} */
const isDenied = ({ tellings = [] }) => tellings.length > 0 && tellings.every((telling) => telling === "negated");

/** @type {(edge: Edge) => number} */
const weightOf = ({ count }) => Math.log(count) / Math.log(Math.max(shown.heaviest, 8));

/** @type {(weight: number) => number} */
const widthOf = (weight) => WIDTHS[0] + (WIDTHS[1] - WIDTHS[0]) * weight;

/**
 * Of many edges the light ones fade.
 * @type {(weight: number) => number}
 */
const opacityOf = (weight) => (shown.drawn.length > 150 ? 0.3 + 0.7 * weight : 1);

/** @type {(edge: Edge, both: boolean, emphasis: Set<number> | null) => VisItem<string>} */
export function visEdge(edge, both, emphasis) {
  const strong = isStrong(edge);
  const weight = weightOf(edge);
  const dashes = dashesOf(edge).map((length) => length * unit);
  const loud = palette["edge-strong"];
  return {
    id: edge.id,
    from: edge.from,
    to: edge.to,
    width: widthOf(weight) * unit,
    dashes: dashes.length ? dashes : false,
    arrows:
      state.net === "relations" ? { to: { enabled: true, scaleFactor: (ARROW * Math.sqrt(unit)) / 15 } } : undefined,
    smooth: both ? { enabled: true, type: "curvedCW", roundness: 0.16 } : false,
    color: {
      color: strong ? loud : isDenied(edge) ? palette.negated : palette.edge,
      hover: loud,
      highlight: loud,
      opacity: strong ? 1 : emphasis === null ? opacityOf(weight) : DIMMED.edge,
    },
  };
}

/**
 * Return the pens of the edges of a crowd, as alike as those of vis-network.
 * @type {() => (edge: Edge) => Pen}
 */
export function crowdPens() {
  /** @type {Map<number, Pen>} */
  const pens = new Map();
  /** @type {number[]} */
  const levels = []; // by count
  return (edge) => {
    const level = (levels[edge.count] ??= Math.round(weightOf(edge) * LEVELS));
    const dashes = dashesOf(edge);
    const rank = (level * 10 + (dashes[0] ?? 0)) * 2 + Number(isDenied(edge));
    let pen = pens.get(rank);
    if (pen === undefined) {
      const width = widthOf(level / LEVELS);
      const colour = isDenied(edge) ? palette.negated : palette.edge;
      const arrow = state.net === "relations" ? ARROW / Math.sqrt(unit) + 3 * width : 0;
      pens.set(rank, (pen = { rank, colour, opacity: opacityOf(level / LEVELS), width, dashes, arrow }));
    }
    return pen;
  };
}
