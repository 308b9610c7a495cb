// The map of places. The outlines of countries are part of the page.

/** @import { Drawer, Place, Point, Sight } from "../types.d.ts" */

import { grouped } from "../data/collections.js";
import { data, otherEnd } from "../data/model.js";
import { Occupied, boxAround, directionOf, placesAround } from "../graph/label_placement.js";
import { groupColour, isStrong } from "../graph/looks.js";
import { byId, drawn, element, elements, refill, token } from "../page/dom.js";
import { countryName, label, nameOf, number, shortened } from "../page/i18n.js";
import { narrow } from "../page/screen.js";
import { showEntity, showPair, shown, state } from "../state/store.js";
import { selectedEntities } from "../state/visible.js";

const NEAR = 220; // least extent in view, in units of the map: 22 degrees
const FAR = 3600;

/** @type {Sight} */
let sight; // the part of the map in view

const MOST_PLACES = 300;
const MOST_LINES = 150; // lines between places, heaviest first

// Return the entities that pass the filters and have coordinates.
const placed = () => shown.nodes.filter((entity) => data.entities[entity].point).slice(0, MOST_PLACES);

/** @type {(points: Place[]) => Sight} */
function fitted(points) {
  if (!points.length) return { x: 380, y: -300, size: 900 };
  /** @type {(axis: 0 | 1) => [number, number]} */
  const across = (axis) => [
    Math.min(...points.map((point) => point[axis])),
    Math.max(...points.map((point) => point[axis])),
  ];
  const [[left, right], [top, bottom]] = [across(0), across(1)];
  const size = Math.min(FAR, Math.max(NEAR, (right - left) * 1.35, (bottom - top) * 1.35));
  return { x: (left + right) / 2, y: (top + bottom) / 2, size };
}

/**
 * Return most places, without the few that lie far from the others.
 * @type {(entities: number[]) => Place[]}
 */
function central(entities) {
  const points = entities.map(pointOf);
  const middle = [0, 1].map((axis) => points.map((point) => point[axis]).sort((a, b) => a - b)[points.length >> 1]);
  /** @type {(point: Place) => number} */
  const far = (point) => Math.hypot(point[0] - middle[0], point[1] - middle[1]);
  const near = [...points].sort((a, b) => far(a) - far(b));
  return near.slice(0, Math.max(3, Math.ceil(points.length * 0.8)));
}

/** @type {(entity: number) => Place} */
const pointOf = (entity) => /** @type {Place} */ (data.entities[entity].point);

function viewBox() {
  const { clientWidth: width, clientHeight: height } = byId("map");
  const scale = sight.size / Math.min(width || 1, height || 1);
  return {
    scale,
    x: sight.x - (width * scale) / 2,
    y: sight.y - (height * scale) / 2,
    width: width * scale,
    height: height * scale,
  };
}

/** @type {Drawer} */
export function drawMap(before) {
  const on = state.view === "map";
  byId("map").hidden = !on;
  byId("zoom").hidden = state.view === "table";
  if (!on) return;
  const entities = placed();
  if (!sight || (before && before.focus !== state.focus)) sight = fitted(entities.length ? central(entities) : []);
  if (!entities.length) {
    byId("empty").hidden = false;
    byId("empty").textContent = label("noPlaces");
  }
  paintMap();
}

export function paintMap() {
  const box = viewBox();
  const entities = placed();
  const { node } = shown.network;
  const most = Math.max(1, ...entities.map((entity) => data.entities[entity].mentions));
  /** @type {(entity: number) => number} */
  const radius = (entity) => (4 + 10 * Math.sqrt(data.entities[entity].mentions / most)) * box.scale;
  const mentioned = grouped(entities, (entity) => data.entities[entity].place?.[2]);
  const chosen = new Set(selectedEntities(state.selection));
  const near = chosen.size === 1 ? tiesOf([...chosen][0]) : null;
  const svg = drawn("svg", {
    viewBox: `${box.x} ${box.y} ${box.width} ${box.height}`,
    role: "group",
    "aria-label": label("mapOf", { count: number(entities.length) }),
  });
  const land = drawn("g", { class: "land", "stroke-width": 0.8 * box.scale });
  for (const [code, path] of Object.entries(data.outlines)) {
    land.append(
      drawn(
        "path",
        { d: path, class: mentioned.has(code) ? "country mentioned" : "country" },
        drawn("title", {}, countryName(code)),
      ),
    );
  }
  const lines = drawn("g", { class: "ties", "stroke-width": 1.2 * box.scale });
  const inView = new Set(entities);
  const between = shown.edges.filter(({ from, to }) => from !== to && inView.has(from) && inView.has(to));
  for (const edge of between
    .sort((a, b) => Number(isStrong(b)) - Number(isStrong(a)) || b.count - a.count)
    .slice(0, MOST_LINES)) {
    const [[x1, y1], [x2, y2]] = [pointOf(edge.from), pointOf(edge.to)];
    lines.append(
      drawn(
        "path",
        {
          d: `M${x1} ${y1}Q${(x1 + x2) / 2 + (y1 - y2) * 0.12} ${(y1 + y2) / 2 + (x2 - x1) * 0.12} ${x2} ${y2}`,
          class: isStrong(edge) ? "tie strong" : "tie",
          "data-edge": edge.id,
          click: () => showPair(state.net, edge.from, edge.to),
        },
        drawn("title", {}, `${nameOf(edge.from)} – ${nameOf(edge.to)}`),
      ),
    );
  }
  const dots = [...entities]
    .sort((a, b) => data.entities[b].mentions - data.entities[a].mentions)
    .map((entity, _, order) => {
      const [x, y] = pointOf(entity);
      const faded = near && !near.has(entity) ? " faded" : "";
      const dot = drawn("circle", {
        cx: x,
        cy: y,
        r: radius(entity),
        class: `place${chosen.has(entity) ? " chosen" : ""}${faded}`,
        "stroke-width": box.scale * 1.5,
        fill: state.colour === "kind" ? null : groupColour(node.get(entity)?.community ?? 7),
      });
      return drawn(
        "g",
        {
          tabindex: entity === (order.find((each) => chosen.has(each)) ?? order[0]) ? 0 : -1, // the keys lead to others
          role: "button",
          "data-key": `place-${entity}`,
          "aria-label": nameOf(entity),
          class: "spot",
          click: () => showEntity(entity),
          focus: () => bringPlaceIntoView(entity),
          keydown: (event) => {
            if (event.key === "Enter" || event.key === " ") {
              event.preventDefault();
              showEntity(entity);
            }
          },
        },
        dot,
        drawn("title", {}, nameOf(entity)),
      );
    });
  svg.append(land, lines, ...dots, mapNames(entities, radius, box, chosen));
  refill(byId("map"), [svg, element("p", { class: "map-note" }, label("mapNote"))]);
}

/** @type {(entity: number) => Set<number>} */
const tiesOf = (entity) =>
  new Set([
    entity,
    ...shown.edges.filter(({ from, to }) => from === entity || to === entity).map((edge) => otherEnd(edge, entity)),
  ]);

/**
 * Return the labels of the map, placed as on the graph.
 * @type {(
 *   entities: number[], radius: (entity: number) => number, box: ReturnType<typeof viewBox>, chosen: Set<number>
 * ) => SVGGElement}
 */
function mapNames(entities, radius, box, chosen) {
  const group = drawn("g", {
    class: "place-names",
    "font-size": 12.5 * box.scale,
    "stroke-width": 3.5 * box.scale,
    "aria-hidden": "true",
  });
  const taken = new Occupied();
  const order = [...entities].sort(
    (a, b) => Number(chosen.has(b)) - Number(chosen.has(a)) || data.entities[b].mentions - data.entities[a].mentions,
  );
  /** @type {(point: Place) => Point} */
  const onScreen = ([x, y]) => ({ x: (x - box.x) / box.scale, y: (y - box.y) / box.scale });
  for (const entity of order) {
    const { x, y } = onScreen(pointOf(entity));
    taken.add(boxAround(x, y, 8, 8, entity));
  }
  const measure = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  measure.font = `600 12.5px ${token("sans")}`;
  for (const entity of order) {
    const spot = onScreen(pointOf(entity));
    const text = shortened(nameOf(entity), 28);
    const width = measure.measureText(text).width + 6;
    const place = placesAround({ ...spot, radius: radius(entity) / box.scale, owner: entity }, width, 16).find((each) =>
      taken.isFree(each),
    );
    if (!place) continue;
    taken.add(place);
    group.append(
      drawn(
        "text",
        {
          x: box.x + place.x * box.scale,
          y: box.y + (place.y + 4) * box.scale,
          "text-anchor": "middle",
          direction: directionOf(text),
        },
        text,
      ),
    );
  }
  return group;
}

/** @type {(factor: number) => void} */
export function zoomMap(factor) {
  sight = { ...sight, size: Math.min(FAR, Math.max(NEAR / 4, sight.size / factor)) };
  paintMap();
}

/** @type {(dx: number, dy: number) => void} */
function moveMap(dx, dy) {
  const { scale } = viewBox();
  sight = { ...sight, x: sight.x + dx * scale, y: sight.y + dy * scale };
  paintMap();
}

/**
 * Move the map so that a place is in view, beside the panel where that is a drawer.
 * @type {(entity: number) => void}
 */
function bringPlaceIntoView(entity) {
  const box = viewBox();
  const [x, y] = pointOf(entity);
  const covered = narrow.matches && document.body.dataset.drawer === "panel" ? byId("panel").offsetWidth : 0;
  const free = box.width - covered * box.scale;
  const left = state.lang === "ar" ? box.x + box.width - free : box.x;
  const edge = 20 * box.scale;
  const inside = x > left + edge && x < left + free - edge && y > box.y + edge && y < box.y + box.height - edge;
  if (inside) return;
  sight = { ...sight, x: x + box.x + box.width / 2 - (left + free / 2), y };
  slideMap();
}

// Move what is painted to what is in view.
function slideMap() {
  const box = viewBox();
  byId("map").querySelector("svg")?.setAttribute("viewBox", `${box.x} ${box.y} ${box.width} ${box.height}`);
}

/**
 * Focus the next or the previous place, by mentions.
 * @type {(by: 1 | -1) => void}
 */
function stepPlace(by) {
  const spots = elements(".spot", byId("map"));
  const at = spots.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  spots[(at + by + spots.length) % spots.length]?.focus();
}

export function fitMap() {
  sight = fitted(placed().map(pointOf));
  paintMap();
}

/** @type {Record<string, () => void>} */
const MAP_KEYS = {
  ArrowLeft: () => moveMap(-60, 0),
  ArrowRight: () => moveMap(60, 0),
  ArrowUp: () => moveMap(0, -60),
  ArrowDown: () => moveMap(0, 60),
  "+": () => zoomMap(1.4),
  "=": () => zoomMap(1.4),
  "-": () => zoomMap(1 / 1.4),
  0: () => fitMap(),
  PageDown: () => stepPlace(1),
  PageUp: () => stepPlace(-1),
};

/** @type {(Point & { sight: Sight; moved: boolean }) | null} */
let grip = null; // where a drag of the map began

// Listen to the pointer and the keys on the map.
export function startMap() {
  byId("map").addEventListener(
    "pointerdown",
    ({ clientX, clientY }) => (grip = { x: clientX, y: clientY, sight, moved: false }),
  );
  byId("map").addEventListener("pointermove", (event) => {
    if (grip === null || !event.buttons) return;
    const [dx, dy] = [event.clientX - grip.x, event.clientY - grip.y];
    if (!grip.moved && Math.hypot(dx, dy) < 4) return;
    grip.moved = true;
    const { scale } = viewBox();
    sight = { ...grip.sight, x: grip.sight.x - dx * scale, y: grip.sight.y - dy * scale };
    slideMap();
  });
  addEventListener("pointerup", () => {
    if (grip?.moved) paintMap();
    grip = null;
  });
  byId("map").addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      zoomMap(event.deltaY < 0 ? 1.2 : 1 / 1.2);
    },
    { passive: false },
  );
  byId("map").addEventListener("keydown", (event) => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : MAP_KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  addEventListener("resize", () => state.view === "map" && paintMap());
}
