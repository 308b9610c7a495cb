// The network of vis-network, which keeps the view and the pointer, and what it draws.

/** @import { Hovered, Size, VisItem } from "../types.d.ts" */

import { byId } from "../page/dom.js";
import { isNet } from "../state/state.js";
import { shown, state } from "../state/store.js";

/** @type {vis.DataSet<VisItem<number>, number>} */
export const shownNodes = new vis.DataSet();

/** @type {vis.DataSet<VisItem<string>, string>} */
export const shownEdges = new vis.DataSet();

/** @type {vis.Network} */
export let network;

export const LARGEST = 1.3;

/** @type {Hovered} */
export const NOTHING = { node: null, edge: null };

/** @type {Hovered} */
export let hovered = NOTHING; // what the pointer is on

/** @type {(next: Hovered) => void} */
export const setHovered = (next) => (hovered = next);

/** @type {() => Size} */
export const canvasSize = () => ({ width: byId("canvas").clientWidth, height: byId("canvas").clientHeight });
export const isGraph = () => isNet(state.view);

// Draw the picture in the next frame, once however often this is called.
export const redrawSoon = () => network.body.emitter.emit("_requestRedraw");

// Create the network, empty at first.
export function createNetwork() {
  network = new vis.Network(byId("canvas"), { nodes: shownNodes, edges: shownEdges }, shown.network.options);
}
