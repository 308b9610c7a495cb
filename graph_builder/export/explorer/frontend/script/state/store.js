// The store: the current state, and the only way to change it. A change goes into the address and redraws the panels.

/** @import { Net } from "../data/payload_types.d.ts" */
/** @import { Drawers, Focus, State, Visible } from "../types.d.ts" */

import { data, isRead, knowsTogether, readSentences, readTogether, sentencesIn } from "../data/model.js";
import { CHOICES, FILTERS, START, differ, hashOf, isNet, netOf, stateIn } from "./state.js";
import { visible } from "./visible.js";

export const remembered = {
  /** @type {(name: string) => string | null} */
  get(name) {
    try {
      return localStorage.getItem(`graph-builder.${name}`);
    } catch {
      return null; // a browser may forbid storage to local files
    }
  },
  /** @type {(name: string, value: string) => void} */
  set(name, value) {
    try {
      localStorage.setItem(`graph-builder.${name}`, value);
    } catch {
      // then it is not remembered
    }
  },
};

/** @type {() => Partial<State>} */
const personal = () => {
  const own = ["lang", "theme"].map((name) => [name, remembered.get(name) ?? ""]);
  return Object.fromEntries(own.filter(([name, value]) => CHOICES[name].includes(value)));
};

/**
 * Return the first state: without relations, the page opens with co-occurrence.
 * @type {() => State}
 */
const initial = () => {
  const net = data.relations.length ? "relations" : "cooccurrence";
  return { ...START, view: net, net };
};

/**
 * Return a promise of the data that a state needs and that is still packed, or null.
 * @type {(state: State) => Promise<unknown> | null}
 */
function missing({ net, selection }) {
  const together = net === "cooccurrence" || selection?.net === "cooccurrence" || selection?.entity !== undefined;
  const sentences = selection?.article === undefined ? [] : sentencesIn(selection.article).map(({ id }) => id);
  const waits = [];
  if (together && !knowsTogether()) waits.push(readTogether());
  if (!sentences.every(isRead)) waits.push(readSentences(sentences));
  return waits.length ? Promise.all(waits) : null;
}

/** @type {State} */
let asked; // the requested state, which may wait for data

/** @type {State} */
export let state; // the state that is shown

/** @type {Visible} */
export let shown; // what is visible in it

/** @type {Drawers} */
let drawers = { picture: [], panels: [], isLarge: () => false, tellWaiting: () => {}, tellDamaged: () => {} };

/** @type {(() => void) | null} */
let drawOwed = null; // draws the panels that a large picture went before

/**
 * Take the state from the address; from then on it is drawn by these, in their order.
 * @type {(those: Drawers) => void}
 */
export function startStore(those) {
  drawers = those;
  asked = stateIn(location.hash, { ...initial(), ...personal() });
  state = missing(asked) ? { ...initial(), lang: asked.lang, theme: asked.theme } : asked;
  shown = visible(state, data);
  addEventListener("popstate", () =>
    draw(stateIn(location.hash, { ...initial(), lang: state.lang, theme: state.theme })),
  );
}

// Draw the first state, and then the requested one once its data is unpacked.
export function drawFirst() {
  for (const drawer of [...drawers.picture, ...drawers.panels]) drawer(null);
  if (asked !== state) draw(asked);
}

/** @type {(next: State) => void} */
export function draw(next) {
  asked = next;
  const waiting = missing(next);
  document.body.ariaBusy = String(waiting !== null);
  if (waiting === null) return show(next);
  drawers.tellWaiting();
  waiting.then(
    () => asked === next && draw(next), // unless another state was requested meanwhile
    drawers.tellDamaged,
  );
}

/** @type {(next: State) => void} */
function show(next) {
  drawOwed?.();
  const before = state;
  state = next;
  shown = visible(state, data);
  for (const drawer of drawers.picture) drawer(before);
  const drawPanels = () => {
    drawOwed = null;
    for (const drawer of drawers.panels) drawer(before);
  };
  if (!drawers.isLarge() || before.selection !== state.selection || !differ(before, state, FILTERS)) return drawPanels();
  drawOwed = drawPanels;
  requestAnimationFrame(() => setTimeout(() => drawOwed === drawPanels && drawPanels()));
}

// Return whether panels have still to be drawn.
export const owesPanels = () => drawOwed !== null;

/** @type {(patch: Partial<State>, options?: { replace?: boolean }) => void} */
export function change(patch, { replace = false } = {}) {
  const next = { ...asked, ...patch };
  next.net = netOf(next);
  // Each graph has its own communities, and its table columns of its own.
  if (next.net !== asked.net && next.focus?.group !== undefined) next.focus = null;
  if (next.net !== asked.net) next.sort = START.sort;
  const address = hashOf(next) || location.pathname;
  if (replace) history.replaceState(null, "", address);
  else if (hashOf(next) !== hashOf(asked)) history.pushState(null, "", address);
  draw(Object.freeze(next));
}

/** @type {(entity: number) => void} */
export const showEntity = (entity) => change({ selection: { entity } });

/** @type {(article: number) => void} */
export const showArticle = (article) => change({ selection: { article } });

/** @type {(net: Net, from: number, to: number, way?: string) => void} */
export function showPair(net, from, to, way) {
  const view = isNet(state.view) ? net : state.view;
  const selection = { net, from, to, ...(way === undefined ? {} : { way }) };
  change({ selection, view, net: view === "table" ? state.net : net });
}
export const clearSelection = () => change({ selection: null });

/** @type {(focus: Focus | null) => void} */
export const focusOn = (focus) => change({ focus, view: state.view === "table" ? state.view : state.net });

/** @type {<T>(list: T[], key: T) => T[]} */
export const toggled = (list, key) => (list.includes(key) ? list.filter((each) => each !== key) : [...list, key]);
