// Placement of labels: the same size at every zoom, strongest first, none over another.

/** @import { Box, LabelStyle, Note, Point, Spot } from "./types.d.ts" */

import { addTo } from "./collections.js";
import { shortened } from "./i18n.js";

const CELL = 80;
const LONGEST = 34; // characters of a label

// Boxes on the screen, in cells of a grid, so that a new box is compared with its neighbours only.
export class Occupied {
  /** @type {Map<string, Box[]>} */
  cells = new Map();

  /** @param {Box} box */
  *keys({ left, top, right, bottom }) {
    for (let x = Math.floor(left / CELL); x <= right / CELL; x += 1) {
      for (let y = Math.floor(top / CELL); y <= bottom / CELL; y += 1) yield `${x},${y}`;
    }
  }

  /** @type {(box: Box) => void} */
  add(box) {
    for (const key of this.keys(box)) addTo(this.cells, key, box);
  }

  /** @type {(box: Box) => boolean} */
  isFree(box) {
    for (const key of this.keys(box)) {
      for (const other of this.cells.get(key) ?? []) {
        const apart =
          box.right < other.left || other.right < box.left || box.bottom < other.top || other.bottom < box.top;
        if (other.owner !== box.owner && !apart) return false;
      }
    }
    return true;
  }
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
 * Draw the labels of `spots` (most important first) and the `notes` on edges, each whole or not at all. A prominent
 * label may cover a node, a forced one anything; a label is placed away from the point that its spot is `facing`.
 * Return the boxes of the labels, for clicks on them.
 * @type {(context: CanvasRenderingContext2D, spots: Spot[], notes: Note[], style: LabelStyle) => Box[]}
 */
export function drawNames(context, spots, notes, style) {
  const [names, dots] = [new Occupied(), new Occupied()];
  /** @type {Box[]} */
  const boxes = [];
  /** @type {(box: Box, text: string, font: string, colour: string) => void} */
  const write = (box, text, font, colour) => {
    context.font = font;
    context.direction = directionOf(text);
    context.lineWidth = 5;
    context.strokeStyle = style.halo;
    context.strokeText(text, box.x, box.y);
    context.fillStyle = colour;
    context.fillText(text, box.x, box.y);
  };
  style.taken.forEach((box) => names.add(box));
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  for (const { x, y, radius, owner } of spots) {
    dots.add(boxAround(x, y, radius * 1.8, radius * 1.8, owner));
  }
  for (const spot of spots) {
    const text = shortened(spot.text, LONGEST);
    const font = `${spot.bold ? 700 : 500} ${spot.size}px ${style.family}`;
    context.font = font;
    const around = placesAround(spot, context.measureText(text).width + 4, spot.size * 1.45);
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
    boxes.push(box);
    write(box, text, font, style.ink);
  }
  for (const note of notes) {
    const font = `500 12px ${style.family}`;
    context.font = font;
    const places = placesBeside(note, context.measureText(note.text).width + 4);
    const free = places.find((place) => names.isFree(place) && dots.isFree(place));
    const box = free ?? (note.forced ? places[0] : undefined);
    if (!box) continue;
    names.add(box);
    write(box, note.text, font, style.muted);
  }
  return boxes;
}
