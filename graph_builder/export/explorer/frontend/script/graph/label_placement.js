// Placement of labels: the same size at every zoom, strongest first, none over another.

/** @import { Box, LabelStyle, Note, Point, Spot, Written } from "../types.d.ts" */

import { addTo } from "../data/collections.js";
import { shortened } from "../page/i18n.js";

const CELL = 80;
const FAR = 65_536; // more than there are cells in a column
const LONGEST = 34; // characters of a label

// Boxes on the screen, in cells of a grid, so that a new box is compared with its neighbours only.
export class Occupied {
  /** @type {Map<number, Box[]>} */
  cells = new Map();

  /**
   * Return whether a test holds of every cell that a box meets.
   * @type {(box: Box, test: (cell: number) => boolean) => boolean}
   */
  every({ left, top, right, bottom }, test) {
    const [first, last] = [Math.floor(top / CELL), Math.floor(bottom / CELL)];
    for (let x = Math.floor(left / CELL); x <= right / CELL; x += 1) {
      for (let y = first; y <= last; y += 1) if (!test(x * FAR + y)) return false;
    }
    return true;
  }

  /** @type {(box: Box) => void} */
  add(box) {
    this.every(box, (cell) => {
      addTo(this.cells, cell, box);
      return true;
    });
  }

  /** @type {(box: Box) => boolean} */
  isFree(box) {
    const { left, right, top, bottom, owner } = box;
    return this.every(box, (cell) => {
      for (const other of this.cells.get(cell) ?? []) {
        if (other.owner === owner) continue;
        if (right >= other.left && other.right >= left && bottom >= other.top && other.bottom >= top) return false;
      }
      return true;
    });
  }
}

/** @type {Map<string, number>} */
const widths = new Map(); // of texts, with their fonts

/**
 * Return the width of a text, measured once.
 * @type {(context: CanvasRenderingContext2D, text: string, font: string) => number}
 */
function widthOf(context, text, font) {
  const key = `${font} ${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    context.font = font;
    widths.set(key, (width = context.measureText(text).width));
  }
  return width;
}

/** @type {(left: Point, right: Point) => number} */
const distance = (left, right) => Math.hypot(left.x - right.x, left.y - right.y);

const ARABIC = /[\u0590-\u08ff\ufb1d-\ufefc]/;

/** @type {(text: string) => "rtl" | "ltr"} */
export const directionOf = (text) => (ARABIC.test(/\p{L}/u.exec(text)?.[0] ?? "") ? "rtl" : "ltr");

/** @type {(x: number, y: number, width: number, height: number, owner: number | string) => Box} */
export const boxAround = (x, y, width, height, owner) => ({
  left: x - width / 2,
  right: x + width / 2,
  top: y - height / 2,
  bottom: y + height / 2,
  x,
  y,
  owner,
});

/**
 * Return the places for a label: below the node, above it, on either side, then at the corners.
 * @type {(spot: Point & { radius: number; owner: number }, width: number, height: number) => Box[]}
 */
export function placesAround({ x, y, radius, owner }, width, height) {
  const away = radius + height / 2 + 1;
  const aside = radius + width / 2 + 5;
  const [level, across] = [away * 0.95, aside * 0.85];
  const corners = [
    [across, level],
    [-across, level],
    [across, -level],
    [-across, -level],
  ];
  return [[0, away], [0, -away], [aside, 0], [-aside, 0], ...corners].map(([dx, dy]) =>
    boxAround(x + dx, y + dy, width, height, owner),
  );
}

/**
 * Return the places for a note: on its edge; where it must be shown, also beside it.
 * @type {(note: Note, width: number) => Box[]}
 */
const placesBeside = ({ x, y, text, forced }, width) =>
  (forced ? [0, -16, 16, -32, 32] : [0]).flatMap((dy) =>
    (forced ? [0, -width / 2 - 8, width / 2 + 8] : [0]).map((dx) => boxAround(x + dx, y + dy, width, 16, text)),
  );

/**
 * Place the labels of `spots` (most important first) and the `notes` on edges, each whole or not at all. A prominent
 * label may cover a node, a forced one anything; a label is placed away from the point that its spot is `facing`.
 * @type {(context: CanvasRenderingContext2D, spots: Spot[], notes: Note[], style: LabelStyle) => Written[]}
 */
export function placed(context, spots, notes, style) {
  const [names, dots] = [new Occupied(), new Occupied()];
  /** @type {Written[]} */
  const labels = [];
  style.taken.forEach((box) => names.add(box));
  for (const { x, y, radius, owner } of spots) {
    dots.add(boxAround(x, y, radius * 1.8, radius * 1.8, owner));
  }
  for (const spot of spots) {
    const text = shortened(spot.text, LONGEST);
    const font = `${spot.bold ? 700 : 500} ${spot.size}px ${style.family}`;
    const around = placesAround(spot, widthOf(context, text, font) + 4, spot.size * 1.45);
    const { facing } = spot;
    if (facing) around.sort((left, right) => distance(right, facing) - distance(left, facing));
    const places = around.filter(
      ({ left, right, top, bottom }) => left >= 0 && top >= 0 && right <= style.width && bottom <= style.height,
    );
    const box =
      places.find((place) => names.isFree(place) && dots.isFree(place)) ??
      (spot.prominent ? places.find((place) => names.isFree(place)) : undefined) ??
      (spot.forced ? (places[0] ?? around[0]) : undefined);
    if (!box) continue;
    names.add(box);
    labels.push({ box, text, font, colour: style.ink, isName: true });
  }
  for (const note of notes) {
    const font = `500 12px ${style.family}`;
    const places = placesBeside(note, widthOf(context, note.text, font) + 4);
    const free = places.find((place) => names.isFree(place) && dots.isFree(place));
    const box = free ?? (note.forced ? places[0] : undefined);
    if (!box) continue;
    names.add(box);
    labels.push({ box, text: note.text, font, colour: style.muted, isName: false });
  }
  return labels;
}

/** @type {(context: CanvasRenderingContext2D, labels: Written[], halo: string) => void} */
export function write(context, labels, halo) {
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = 5;
  context.strokeStyle = halo;
  for (const { box, text, font, colour } of labels) {
    context.font = font;
    context.direction = directionOf(text);
    context.strokeText(text, box.x, box.y);
    context.fillStyle = colour;
    context.fillText(text, box.x, box.y);
  }
}
