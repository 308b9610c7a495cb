// The drawn network. Positions come with the data; nothing moves unless the reader drags it or asks for it.

/** @import { Drawer, Placing, Ranked, State, VisItem } from "../types.d.ts" */

import { paper } from "../page/deliver.js";
import { byId } from "../page/dom.js";
import { FILTERS, isNet } from "../state/state.js";
import { shown, state } from "../state/store.js";
import { selectedEntities } from "../state/visible.js";
import { crowdOf } from "./crowd.js";
import { crowd, finishCrowd, hideCrowd, showCrowd, startCrowd } from "./crowd_canvas.js";
import { spread } from "./layout.js";
import { crowdNode, crowdPens, emphasised, findRoom, setUnit, strengthOf, visEdge, visNode } from "./looks.js";
import { bringIntoView, fitAll, hover, motion } from "./navigation.js";
import {
  NOTHING,
  canvasSize,
  createNetwork,
  isGraph,
  network,
  redrawSoon,
  setHovered,
  shownEdges,
  shownNodes,
} from "./network.js";
import { placeOf, setEdges, setSpots } from "./picture.js";

const MANY = { nodes: 400, edges: 800 }; // more than vis-network draws at once

/** @type {Placing} */
let place = (node) => node;

/** @type {Map<string, string>} */
const drawnAs = new Map(); // what each node and edge was last drawn as

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

function clearVis() {
  for (const set of [shownEdges, shownNodes]) if (set.length) set.clear(); // each time, vis-network draws anew
  drawnAs.clear();
}

/** @type {Drawer} */
export function drawGraph(before) {
  for (const part of ["graph-tools", "canvas"]) byId(part).hidden = !isGraph();
  byId("empty").hidden = !isGraph() || shown.drawn.length > 0;
  if (!isGraph()) return;
  const other = before === null || before.net !== state.net;
  if (other) network.setOptions(shown.network.options);
  setHovered(NOTHING);
  const nodes = [...shown.shown].map((id) => /** @type {Ranked} */ (shown.network.node.get(id)));
  const anew = other || framed(before);
  findRoom(canvasSize());
  if (anew) {
    const laid = spread(nodes, canvasSize());
    place = laid.place;
    setUnit(laid.unit);
  }
  /** @type {Placing} */
  const placed = (node) => (anew ? undefined : placeOf(node.id)) ?? place(node);
  if (nodes.length > MANY.nodes || shown.drawn.length > MANY.edges) drawCrowd(nodes, placed, anew);
  else drawFew(nodes, placed, other, anew);
  const emphasis = emphasised();
  const strength = strengthOf();
  const chosen = new Set(selectedEntities(state.selection));
  const spots = nodes
    .filter(({ id }) => emphasis === null || emphasis.has(id))
    .map((node) => ({ id: node.id, rank: node.rank, strength: strength(node), chosen: chosen.has(node.id) }))
    .sort(
      (left, right) =>
        Number(right.chosen) - Number(left.chosen) || right.strength - left.strength || left.rank - right.rank,
    );
  setSpots(spots);
  if (before === null || !isNet(before.view)) network.redraw(); // first of all, it takes the size of the canvas
  if (anew) fitAll(before === null ? false : motion());
  else if (before?.selection !== state.selection) bringIntoView();
  if (paper) finishCrowd();
  else redrawSoon();
}

/**
 * Have vis-network draw the picture.
 * @type {(nodes: Ranked[], placed: Placing, other: boolean, anew: boolean) => void}
 */
function drawFew(nodes, placed, other, anew) {
  const places = new Map(nodes.map((node) => [node.id, placed(node)]));
  if (other || crowd) clearVis();
  hideCrowd();
  const ids = new Set(shown.drawn.map(({ id }) => id));
  const [strength, emphasis] = [strengthOf(), emphasised()];
  leave(shownEdges, ids);
  leave(shownNodes, shown.shown);
  settle(
    shownNodes,
    nodes.map((node) => ({
      ...visNode(node, strength(node), emphasis),
      ...(anew || !shownNodes.get(node.id) ? places.get(node.id) : {}),
    })),
  );
  settle(
    shownEdges,
    shown.drawn.map((edge) => visEdge(edge, edge.from !== edge.to && ids.has(`${edge.to}-${edge.from}`), emphasis)),
  );
  setEdges(shown.drawn);
}

/**
 * Draw the picture ourselves.
 * @type {(nodes: Ranked[], placed: Placing, anew: boolean) => void}
 */
function drawCrowd(nodes, placed, anew) {
  const strength = strengthOf();
  const drawn = crowdOf(
    nodes.map((node) => crowdNode(node, strength(node), placed(node))),
    shown.drawn,
    crowdPens(),
  );
  clearVis();
  showCrowd(drawn, !anew);
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
  createNetwork();
  startCrowd(hover);
  addEventListener("resize", () => {
    clearTimeout(turning);
    turning = setTimeout(() => isGraph() && redrawWhole(), 200);
  });
}
