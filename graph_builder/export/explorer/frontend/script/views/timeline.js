// The timeline: a bar for each day, month or year, and a range that filters everything.

/** @import { Net } from "../data/payload_types.d.ts" */
/** @import { Bar, Item } from "../types.d.ts" */

import { distinct } from "../data/collections.js";
import { data } from "../data/model.js";
import { button, byId, drawn, element, refill } from "../page/dom.js";
import { day, label, number } from "../page/i18n.js";
import { change, shown, state } from "../state/store.js";

const UNITS = [10, 7, 4]; // characters of an ISO 8601 date: a day, a month, a year
const MOST_BARS = 60;
const TALL = 34;
const MOST_DATED = 0.8; // share of the dates whose shortest span is taken for the main period

/** @type {(dates: string[]) => number} */
const unitFor = (dates) => UNITS.find((length) => spanned(dates, length, MOST_BARS).length <= MOST_BARS) ?? 4;

/**
 * Return every unit from the first date to the last, empty ones too; at most one more than `most`.
 * @type {(dates: string[], length: number, most?: number) => string[]}
 */
function spanned(dates, length, most = Infinity) {
  const [first, last] = [dates[0], dates[dates.length - 1]].map((date) => new Date(`${firstDay(date)}T00:00:00Z`));
  const units = [];
  for (const at = first; at <= last && units.length <= most;) {
    units.push(at.toISOString().slice(0, length));
    if (length === 10) at.setUTCDate(at.getUTCDate() + 1);
    else if (length === 7) at.setUTCMonth(at.getUTCMonth() + 1, 1);
    else at.setUTCFullYear(at.getUTCFullYear() + 1, 0, 1);
  }
  return distinct([...units, last.toISOString().slice(0, length)]);
}

/** @type {(unit: string) => string} */
const firstDay = (unit) => unit.padEnd(10, "-01");

/** @type {(unit: string) => string} */
const lastDayOf = (unit) => {
  if (unit.length === 10) return unit;
  const next = new Date(`${firstDay(unit)}T00:00:00Z`);
  if (unit.length === 7) next.setUTCMonth(next.getUTCMonth() + 1, 0);
  else next.setUTCFullYear(next.getUTCFullYear() + 1, 0, 0);
  return next.toISOString().slice(0, 10);
};

/** @type {(unit: string) => number} */
const timeOf = (unit) => new Date(`${firstDay(unit)}T00:00:00Z`).getTime();

/** @type {(date: string, days: number) => string} */
const dayFrom = (date, days) => new Date(timeOf(date) + days * 86_400_000).toISOString().slice(0, 10);

/**
 * Return ascending dates without outliers that would squeeze all others: those in the shortest span that holds most
 * dates, and half as long before and after it, if all dates would need more than twice as many of its units.
 * @type {(dates: string[]) => string[]}
 */
function withoutOdd(dates) {
  const count = Math.ceil(dates.length * MOST_DATED);
  const timeAt = new Map(distinct(dates).map((date) => [date, timeOf(date)]));
  const times = dates.map((date) => timeAt.get(date) ?? 0);
  let at = 0;
  for (let start = 1; start + count <= dates.length; start += 1) {
    if (times[start + count - 1] - times[start] < times[at + count - 1] - times[at]) at = start;
  }
  const [first, last] = [times[at], times[at + count - 1]];
  const away = (last - first) / 2;
  const close = dates.filter((_, index) => times[index] >= first - away && times[index] <= last + away);
  const unit = unitFor(close);
  const squeezed = Math.max(MOST_BARS, 2 * spanned(close, unit).length);
  return spanned(dates, unit, squeezed).length > squeezed ? close : dates;
}

/**
 * Return the bars: one for each unit, and where dates lie outside, an open one before and one after without a unit.
 * @type {(dates: string[]) => Bar[]}
 */
function barsAmong(dates) {
  if (!dates.length) return [];
  const close = distinct(withoutOdd(dates));
  /** @type {Bar[]} */
  const bars = spanned(close, unitFor(close)).map((unit) => ({ from: firstDay(unit), to: lastDayOf(unit), unit }));
  const [{ from }, { to }] = [bars[0], bars[bars.length - 1]];
  const all = distinct(dates);
  if (all.some((date) => lastDayOf(date) < from)) bars.unshift({ from: "", to: dayFrom(from, -1) });
  if (all.some((date) => firstDay(date) > to)) bars.push({ from: dayFrom(to, 1), to: "" });
  return bars;
}

/** @type {Partial<Record<Net, { bars: Bar[]; undated: number }>>} */
const timelines = {};

/** @type {(net: Net) => { bars: Bar[]; undated: number }} */
function timelineOf(net) {
  const make = () => {
    /** @type {Item[]} */
    const items = net === "relations" ? data.relations : data.pairs;
    const all = items.map(({ when }) => when);
    const dates = all.filter((when) => when !== null).sort();
    return { bars: barsAmong(dates), undated: all.length - dates.length };
  };
  return (timelines[net] ??= make());
}

/**
 * Return whether a range of days overlaps a bar; an empty day is an open end.
 * @type {(bar: Bar, from: string, to: string) => boolean}
 */
const meets = (bar, from, to) =>
  (from === "" || bar.to === "" || bar.to >= from) && (to === "" || bar.from === "" || bar.from <= to);

/** @type {WeakMap<Bar[], Map<string, number>>} */
const barsOf = new WeakMap(); // in which bar each date counts

/** @type {(bars: Bar[], when: string) => number} */
function barAt(bars, when) {
  const met = [...bars.keys()].filter((index) => meets(bars[index], firstDay(when), lastDayOf(when)));
  return met.find((index) => bars[index].unit) ?? met[0];
}

/**
 * Return the count of each bar. A date that overlaps several, as a year does its months, counts in the first one that
 * has a unit.
 * @type {(bars: Bar[], counted: Map<string, number>) => number[]}
 */
function amounts(bars, counted) {
  const amount = bars.map(() => 0);
  const known = barsOf.get(bars) ?? new Map();
  barsOf.set(bars, known);
  for (const [when, count] of counted) {
    if (!known.has(when)) known.set(when, barAt(bars, when));
    amount[known.get(when)] += count;
  }
  return amount;
}

/**
 * Filter by the range between two bars, in either order; the whole timeline is no range.
 * @type {(bars: Bar[], a: number, b: number) => void}
 */
function chooseRange(bars, a, b) {
  const [first, last] = [Math.min(a, b), Math.max(a, b)];
  const whole = first <= 0 && last >= bars.length - 1;
  change(whole ? { from: "", to: "" } : { from: bars[first].from, to: bars[last].to });
}

/** @type {(bar: Bar, month?: "long" | "short") => string} */
const barName = ({ unit, from }, month) => (unit ? day(unit, month) : label(from === "" ? "earlier" : "later"));

/** @type {(first: Bar, last: Bar) => string} */
const rangeName = (first, last) => distinct([first, last].map((bar) => barName(bar, "short"))).join(" – ");

export function drawTimeline() {
  const { bars, undated } = timelineOf(state.net);
  const title = element("h2", {}, label("timeline"));
  if (!bars.length) {
    refill(byId("timeline"), [title, element("p", { class: "hint" }, label("noDates"))]);
    return;
  }
  const amount = amounts(bars, shown.counts.when);
  const [first, last] = chosenBars(bars);
  const units = bars.filter(({ unit }) => unit);
  const all = button(
    { class: "link", "data-key": "range-all", click: () => change({ from: "", to: "" }) },
    label("allDates"),
  );
  const told = isRange()
    ? [element("span", {}, rangeName(bars[first], bars[last])), all]
    : [element("span", {}, rangeName(units[0], units[units.length - 1]))];
  const outside = [...bars.keys()].filter((index) => !bars[index].unit);
  refill(byId("timeline"), [
    element(
      "header",
      {},
      title,
      element("p", { class: "range" }, ...told),
      ...outside.map((index) =>
        button(
          {
            class: "link",
            "data-key": bars[index].from === "" ? "range-earlier" : "range-later",
            click: () => chooseRange(bars, index, index),
          },
          `${barName(bars[index])}: ${number(amount[index])}`,
        ),
      ),
      undated ? element("p", { class: "hint" }, label("undated", { count: number(undated) })) : null,
    ),
    barsDrawn(bars, amount, first, last),
    bars.length > 1 ? handles(bars, first, last) : null,
  ]);
}

const isRange = () => state.from !== "" || state.to !== "";

/** @type {(bars: Bar[]) => [number, number]} */
function chosenBars(bars) {
  const met = [...bars.keys()].filter((index) => meets(bars[index], state.from, state.to));
  return met.length ? [met[0], met[met.length - 1]] : [0, bars.length - 1];
}

/** @type {(bars: Bar[], amount: number[], first: number, last: number) => SVGSVGElement} */
function barsDrawn(bars, amount, first, last) {
  const most = Math.max(1, ...amount);
  const wide = Math.min(8, 0.3 + bars.length / 6); // few bars are drawn thin
  const svg = drawn("svg", {
    class: "bars",
    viewBox: `0 0 ${bars.length * 10} ${TALL}`,
    preserveAspectRatio: "none",
    role: "img",
    "aria-label": label("timelineOf", { count: number(amount.reduce((sum, count) => sum + count, 0)) }),
  });
  bars.forEach((bar, index) => {
    const count = amount[index];
    const height = count ? Math.max(3, (TALL - 2) * Math.sqrt(count / most)) : 1;
    const inside = index >= first && index <= last;
    svg.append(
      drawn("rect", {
        class: `unit ${inside ? "inside" : ""} ${bar.unit ? "" : "outside"}`,
        x: index * 10 + 5 - wide / 2,
        y: TALL - height,
        width: wide,
        height,
      }),
    );
    svg.append(
      drawn(
        "rect",
        { class: "reach", x: index * 10, y: 0, width: 10, height: TALL },
        drawn("title", {}, `${barName(bar)}: ${number(count)}`),
      ),
    );
  });
  brush(svg, bars);
  return svg;
}

/**
 * Let the pointer draw a range; the sliders below do the same for the keyboard. Time runs in the reading direction.
 * @type {(svg: SVGSVGElement, bars: Bar[]) => void}
 */
function brush(svg, bars) {
  /** @type {(event: PointerEvent) => number} */
  const at = ({ clientX }) => {
    const { left, width } = svg.getBoundingClientRect();
    const share = (clientX - left) / width;
    const along = state.lang === "ar" ? 1 - share : share;
    return Math.min(bars.length - 1, Math.max(0, Math.floor(along * bars.length)));
  };
  /** @type {number | null} */
  let start = null;
  svg.addEventListener("pointerdown", (event) => {
    start = at(event);
    svg.setPointerCapture(event.pointerId);
  });
  svg.addEventListener("pointermove", (event) => {
    if (start === null) return;
    const [first, last] = [Math.min(start, at(event)), Math.max(start, at(event))];
    svg
      .querySelectorAll(".unit")
      .forEach((bar, index) => bar.classList.toggle("inside", index >= first && index <= last));
  });
  svg.addEventListener("pointerup", (event) => {
    if (start !== null) chooseRange(bars, start, at(event));
    start = null;
  });
}

/** @type {(bars: Bar[], first: number, last: number) => HTMLElement} */
function handles(bars, first, last) {
  /** @type {(name: "from" | "to", value: number, act: (value: number) => void) => HTMLElement} */
  const handle = (name, value, act) => {
    /** @type {HTMLInputElement} */
    const input = element("input", {
      type: "range",
      min: 0,
      max: bars.length - 1,
      step: 1,
      value,
      "data-key": `range-${name}`,
      "aria-label": label(name === "from" ? "rangeFrom" : "rangeTo"),
      "aria-valuetext": barName(bars[value]),
      change: () => act(Number(input.value)),
    });
    return input;
  };
  return element(
    "div",
    { class: "handles" },
    handle("from", first, (value) => chooseRange(bars, Math.min(value, last), last)),
    handle("to", last, (value) => chooseRange(bars, first, Math.max(value, first))),
  );
}
