// When it happened: a bar for each day, month or year, and a range that filters everything.

const UNITS = [10, 7, 4]; // letters of an ISO date: a day, a month, a year
const MOST_BARS = 60;
const TALL = 34;

const unitFor = (dates) => UNITS.find((length) => spanned(dates, length).length <= MOST_BARS) ?? 4;

// Every unit from the first date to the last, those without anything too.
function spanned(dates, length) {
  if (!dates.length) return [];
  const [first, last] = [dates[0], dates.at(-1)].map((date) => new Date(`${date.padEnd(10, "-01")}T00:00:00Z`));
  const units = [];
  for (const at = first; at <= last && units.length <= 3 * MOST_BARS;) {
    units.push(at.toISOString().slice(0, length));
    if (length === 10) at.setUTCDate(at.getUTCDate() + 1);
    else if (length === 7) at.setUTCMonth(at.getUTCMonth() + 1, 1);
    else at.setUTCFullYear(at.getUTCFullYear() + 1, 0, 1);
  }
  return distinct([...units, last.toISOString().slice(0, length)]);
}

const firstDay = (unit) => unit.padEnd(10, "-01");
const lastDayOf = (unit) => {
  if (unit.length === 10) return unit;
  const next = new Date(`${firstDay(unit)}T00:00:00Z`);
  if (unit.length === 7) next.setUTCMonth(next.getUTCMonth() + 1, 0);
  else next.setUTCFullYear(next.getUTCFullYear() + 1, 0, 0);
  return next.toISOString().slice(0, 10);
};

const allDates = {};
function datesOf(net) {
  allDates[net] ??= distinct(
    (net === "relations" ? data.relations : data.pairs).map(({ when }) => when).filter((when) => when !== null),
  ).sort();
  return allDates[net];
}

// From one unit to another, whichever is first; the whole is no range.
function chooseRange(units, a, b) {
  const [first, last] = [Math.min(a, b), Math.max(a, b)];
  const whole = first <= 0 && last >= units.length - 1;
  change(whole ? { from: "", to: "" } : { from: firstDay(units[first]), to: lastDayOf(units[last]) });
}

function drawTimeline() {
  const dates = datesOf(state.net);
  const undated = (state.net === "relations" ? data.relations : data.pairs).filter(({ when }) => when === null).length;
  const title = element("h2", {}, label("timeline"));
  if (!dates.length) {
    refill(byId("timeline"), [title, element("p", { class: "hint" }, label("noDates"))]);
    return;
  }
  const units = spanned(dates, unitFor(dates));
  const counts = new Map(units.map((unit) => [unit, 0]));
  for (const [when, count] of shown.counts.when) {
    const unit =
      units.find((each) => each === when.slice(0, each.length)) ??
      units.find((each) => each.startsWith(when)) ??
      units.at(-1);
    counts.set(unit, counts.get(unit) + count);
  }
  const [first, last] = chosenUnits(units);
  const told =
    state.from || state.to
      ? [
          element("span", {}, `${day(units[first], "short")} – ${day(units[last], "short")}`),
          button(
            { class: "link", "data-key": "range-all", click: () => change({ from: "", to: "" }) },
            label("allDates"),
          ),
        ]
      : [element("span", {}, `${day(units[0], "short")}${units.length > 1 ? ` – ${day(units.at(-1), "short")}` : ""}`)];
  refill(byId("timeline"), [
    element(
      "header",
      {},
      title,
      element("p", { class: "range" }, ...told),
      undated ? element("p", { class: "hint" }, label("undated", { count: number(undated) })) : null,
    ),
    bars(units, counts, first, last),
    units.length > 1 ? handles(units, first, last) : null,
  ]);
}

function chosenUnits(units) {
  if (state.from === "" && state.to === "") return [0, units.length - 1];
  const inside = units
    .map((unit, index) => [unit, index])
    .filter(
      ([unit]) =>
        (state.from === "" || lastDayOf(unit) >= state.from) && (state.to === "" || firstDay(unit) <= state.to),
    );
  return inside.length ? [inside[0][1], inside.at(-1)[1]] : [0, units.length - 1];
}

function bars(units, counts, first, last) {
  const most = Math.max(1, ...counts.values());
  const wide = Math.min(8, 0.3 + units.length / 6); // few bars are thin ones
  const svg = drawn("svg", {
    class: "bars",
    viewBox: `0 0 ${units.length * 10} ${TALL}`,
    preserveAspectRatio: "none",
    role: "img",
    "aria-label": label("timelineOf", { count: number([...counts.values()].reduce((sum, count) => sum + count, 0)) }),
  });
  units.forEach((unit, index) => {
    const count = counts.get(unit);
    const height = count ? Math.max(3, (TALL - 2) * Math.sqrt(count / most)) : 1;
    const inside = index >= first && index <= last;
    svg.append(
      drawn("rect", {
        class: `unit ${inside ? "inside" : ""}`,
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
        drawn("title", {}, `${day(unit)}: ${number(count)}`),
      ),
    );
  });
  brush(svg, units);
  return svg;
}

// A range is drawn with the pointer; the sliders below do the same for the keyboard. Time runs as the language reads.
function brush(svg, units) {
  const at = ({ clientX }) => {
    const { left, width } = svg.getBoundingClientRect();
    const share = (clientX - left) / width;
    const along = state.lang === "ar" ? 1 - share : share;
    return Math.min(units.length - 1, Math.max(0, Math.floor(along * units.length)));
  };
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
    if (start !== null) chooseRange(units, start, at(event));
    start = null;
  });
}

function handles(units, first, last) {
  const handle = (name, value, act) => {
    const input = element("input", {
      type: "range",
      min: 0,
      max: units.length - 1,
      step: 1,
      value,
      "data-key": `range-${name}`,
      "aria-label": label(name === "from" ? "rangeFrom" : "rangeTo"),
      "aria-valuetext": day(units[value]),
      change: () => act(Number(input.value)),
    });
    return input;
  };
  return element(
    "div",
    { class: "handles" },
    handle("from", first, (value) => chooseRange(units, Math.min(value, last), last)),
    handle("to", last, (value) => chooseRange(units, first, Math.max(value, first))),
  );
}

drawers.push(drawTimeline);
