/**
 * The script of the widgets, as anywidget loads it: a neighbourhood or a timeline, and below it the sentences of what
 * is chosen. Every text of an article is set as text, never as HTML.
 *
 * @typedef {{ before: string, trigger: string, after: string, source: string }} Sentence
 * @typedef {{ id: string, subject: string, predicate: string, object: string, marks: string[], speaker: string | null,
 *   date: string | null, confidence: number, sentences: Sentence[] }} Statement
 * @typedef {{ ar: string, en: string }} Label
 * @typedef {{ entity: string, statements: number[] }} Row
 * @typedef {{ period: string, dated: number[], published: number[] }} Bar
 * @typedef {{ view: "neighbourhood" | "timeline", entities: Record<string, Label & { kind: string }>,
 *   statements: Statement[], labels: Record<string, Label>, centre: string, incoming: Row[], outgoing: Row[],
 *   unit: "day" | "month" | "year", bars: Bar[], undated: number }} Data
 * @typedef {"ar" | "en"} Language
 * @typedef {{ get(name: string): any, set(name: string, value: unknown): void, save_changes(): void,
 *   on(name: string, heard: () => void): void, off(name: string, heard: () => void): void }} Model
 * @typedef {{ data: Data, language: Language, text: (key: string, values?: Record<string, unknown>) => string,
 *   label: (key: string) => string, name: (id: string) => string,
 *   choose: (title: string, numbers: number[], button: HTMLElement) => void }} View
 */

const MOST_ROWS = 12; // neighbours on a side, before the others are asked for
const MOST_STATEMENTS = 60; // listed at once
const ROW = 44; // pixels from one neighbour to the next

/**
 * Make an element.
 *
 * @param {string} tag
 * @param {Record<string, string | boolean | EventListener>} [attributes] Listeners are functions.
 * @param {...(Node | string)} children
 * @returns {HTMLElement}
 */
function make(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name, value);
    else if (value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

/** @param {View} view @param {Statement} statement */
function heading(view, statement) {
  const { name, label, text } = view;
  const marks = statement.marks.map((mark) => label(mark));
  if (statement.speaker) marks.push(text("speaker", { name: name(statement.speaker) }));
  if (statement.date) marks.push(statement.date);
  return make(
    "p",
    { class: "gb-statement" },
    make("bdi", {}, name(statement.subject)),
    ` ${view.language === "ar" ? "←" : "→"} `,
    make("b", {}, label(statement.predicate)),
    ` ${view.language === "ar" ? "←" : "→"} `,
    make("bdi", {}, name(statement.object)),
    ...marks.flatMap((mark) => [" · ", make("bdi", { class: "gb-mark" }, mark)]),
    " · ",
    make("span", { class: "gb-mark" }, text("confidence", { value: statement.confidence.toFixed(2) })),
  );
}

/** @param {Sentence} sentence */
function quotation(sentence) {
  return make(
    "blockquote",
    { dir: "rtl", lang: "ar" },
    sentence.before,
    make("mark", {}, sentence.trigger),
    sentence.after,
    " ",
    make("cite", {}, make("bdi", {}, sentence.source)),
  );
}

/**
 * The sentences of a choice.
 *
 * @param {View} view @param {string} title @param {number[]} numbers @param {() => void} close
 */
function evidence(view, title, numbers, close) {
  const list = make("ul");
  const more = make("button", { type: "button", click: () => append() });
  let listed = 0;
  const append = () => {
    for (const number of numbers.slice(listed, listed + MOST_STATEMENTS)) {
      const statement = view.data.statements[number];
      list.append(make("li", {}, heading(view, statement), ...statement.sentences.map(quotation)));
    }
    listed = Math.min(numbers.length, listed + MOST_STATEMENTS);
    more.textContent = view.text("more", { count: numbers.length - listed });
    more.hidden = listed === numbers.length;
  };
  append();
  const closing = make("button", { type: "button", click: close, "aria-label": view.text("close") }, "×");
  return [make("div", { class: "gb-bar" }, make("h4", {}, `${view.text("evidence")}: ${title}`), closing), list, more];
}

/** The relations of some statements with how many there are of each, the most frequent first.
 * @param {View} view @param {number[]} numbers */
function predicates(view, numbers) {
  /** @type {Map<string, number>} */
  const counted = new Map();
  for (const number of numbers) {
    const { predicate } = view.data.statements[number];
    counted.set(predicate, (counted.get(predicate) ?? 0) + 1);
  }
  return [...counted]
    .sort(([, a], [, b]) => b - a)
    .map(([predicate, count]) => (count > 1 ? `${view.label(predicate)} ×${count}` : view.label(predicate)))
    .join(view.language === "ar" ? "، " : ", ");
}

/**
 * One side of a neighbourhood: neighbours as buttons, and lines from them to the entity.
 *
 * @param {View} view @param {"incoming" | "outgoing"} direction @param {number} shown Rows.
 */
function side(view, direction, shown) {
  const rows = view.data[direction].slice(0, shown);
  const heights = rows.length * ROW;
  const lines = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  lines.setAttribute("viewBox", `0 0 100 ${Math.max(heights, ROW)}`);
  lines.setAttribute("preserveAspectRatio", "none");
  lines.setAttribute("aria-hidden", "true");
  const buttons = rows.map((row, place) => {
    const { entities } = view.data;
    const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
    const y = (place + 0.5) * ROW;
    line.setAttribute("d", `M0 ${y}C55 ${y} 45 ${heights / 2} 100 ${heights / 2}`);
    line.setAttribute("stroke-width", String(1 + 1.6 * Math.log2(row.statements.length)));
    line.setAttribute("vector-effect", "non-scaling-stroke");
    lines.append(line);
    const does = predicates(view, row.statements);
    const other = view.name(row.entity);
    const told = `${other} – ${view.text(direction)}: ${does}`;
    const button = make(
      "button",
      { type: "button", class: `gb-row gb-${entities[row.entity].kind}`, "aria-pressed": "false", title: told },
      make("bdi", { class: "gb-name" }, other),
      make("span", { class: "gb-mark" }, does),
    );
    button.addEventListener("click", () => view.choose(told, row.statements, button));
    for (const [event, on] of /** @type {const} */ ([
      ["pointerenter", true],
      ["focus", true],
      ["pointerleave", false],
      ["blur", false],
    ])) {
      button.addEventListener(event, () => line.classList.toggle("gb-on", on));
    }
    return make("li", {}, button);
  });
  const list = make("ul", { "aria-label": view.text(direction) }, ...buttons);
  return { list, lines };
}

/**
 * @param {View} view @param {(all: boolean) => void} again Draws again, with all neighbours or the first ones.
 * @param {boolean} all
 */
function neighbourhood(view, again, all) {
  const { data, text } = view;
  const shown = all ? Infinity : MOST_ROWS;
  const incoming = side(view, "incoming", shown);
  const outgoing = side(view, "outgoing", shown);
  const centre = make(
    "div",
    { class: `gb-centre gb-${data.entities[data.centre].kind}` },
    make("bdi", { class: "gb-name" }, view.name(data.centre)),
    make("span", { class: "gb-mark" }, view.label(data.entities[data.centre].kind)),
  );
  /** @param {"incoming" | "outgoing"} direction */
  const head = (direction) => {
    const total = data[direction].length;
    const counted = total > shown ? text("shown", { shown, total }) : String(total);
    return make("div", { class: `gb-head gb-${direction}` }, total ? `${text(direction)} (${counted})` : "");
  };
  /** @param {"incoming" | "outgoing"} direction */
  const arrow = (direction) =>
    make("span", { "aria-hidden": "true", hidden: !data[direction].length }, view.language === "ar" ? "◀" : "▶");
  const drawn = make(
    "div",
    { class: "gb-neighbourhood" },
    head("incoming"),
    head("outgoing"),
    incoming.list,
    incoming.lines,
    make("div", { class: "gb-middle" }, arrow("incoming"), centre, arrow("outgoing")),
    outgoing.lines,
    outgoing.list,
  );
  const parts = data.statements.length ? [drawn] : [make("p", {}, text("noRelations"))];
  if (Math.max(data.incoming.length, data.outgoing.length) > shown) {
    const listed = incoming.list.children.length + outgoing.list.children.length;
    const count = data.incoming.length + data.outgoing.length - listed;
    parts.push(make("button", { type: "button", click: () => again(true) }, text("more", { count })));
  }
  return parts;
}

/** The words under a bar: those that differ from the bar before, the finest first.
 * @param {string} period @param {string} before @param {Language} language */
function ticks(period, before, language) {
  const [year, month, day] = period.split("-");
  const [lastYear, lastMonth] = before.split("-");
  const locale = language === "ar" ? "ar-EG-u-nu-latn" : "en-GB";
  const months = new Intl.DateTimeFormat(locale, { month: "short", timeZone: "UTC" });
  const isNew = month && (lastMonth !== month || lastYear !== year || !day);
  const named = isNew ? months.format(new Date(`${year}-${month}-01`)) : "";
  return [day ? String(Number(day)) : "", named, lastYear === year && month ? "" : year];
}

/** Whether two periods of one exactness have others between them. @param {string} before @param {string} period */
function apart(before, period) {
  if (!before) return false;
  const parts = before.length === period.length ? period.split("-").length : 1;
  /** @param {string} text */
  const at = (text) => {
    const [year, month = 1, day = 1] = text.split("-").map(Number);
    return parts === 3 ? Date.UTC(year, month - 1, day) / 864e5 : parts === 2 ? year * 12 + month : year;
  };
  return at(period) - at(before) > 1;
}

/** @param {View} view */
function timeline(view) {
  const { data, text } = view;
  const highest = Math.max(1, ...data.bars.map((bar) => bar.dated.length + bar.published.length));
  const list = make("ol", { class: "gb-timeline", "aria-label": text("timeline") });
  let before = "";
  for (const bar of data.bars) {
    if (apart(before, bar.period)) {
      list.append(make("li", { class: "gb-gap", title: text("gap"), "aria-hidden": "true" }, "⋯"));
    }
    const numbers = [...bar.dated, ...bar.published];
    const told = `${bar.period} – ${text("dated")}: ${bar.dated.length}، ${text("published")}: ${bar.published.length}`;
    const label = view.language === "ar" ? told : told.replace("،", ",");
    const column = make("span", { class: "gb-column" });
    for (const part of /** @type {const} */ (["published", "dated"])) {
      const piece = make("span", { class: `gb-${part}` });
      piece.style.blockSize = `${(120 * bar[part].length) / highest}px`;
      column.append(piece);
    }
    const words = ticks(bar.period, before, view.language).map((word) => make("span", {}, word));
    const button = make(
      "button",
      { type: "button", class: "gb-period", "aria-pressed": "false", "aria-label": label, title: label },
      make("span", { class: "gb-count" }, String(numbers.length)),
      column,
      make("span", { class: "gb-ticks" }, ...words),
    );
    button.addEventListener("click", () => view.choose(bar.period, numbers, button));
    list.append(make("li", {}, button));
    before = bar.period;
  }
  /** @param {"dated" | "published"} part */
  const key = (part) => [make("span", { class: `gb-swatch gb-${part}` }), ` ${text(part)} `];
  const legend = make("p", { class: "gb-mark" }, ...key("dated"), ...key("published"));
  if (data.undated) legend.append(`· ${text("undated", { count: data.undated })}`);
  return [data.bars.length ? list : make("p", {}, text("noDates")), legend];
}

/**
 * Let arrow keys, Home and End move among the rows or bars, which are one stop of the Tab key.
 *
 * @param {HTMLElement} drawn @param {() => boolean} rightToLeft
 */
function rove(drawn, rightToLeft) {
  const all = () => /** @type {HTMLElement[]} */ ([...drawn.querySelectorAll("li > button")]);
  for (const [place, button] of all().entries()) button.tabIndex = place ? -1 : 0;
  drawn.addEventListener("focusin", (event) => {
    if (!all().includes(/** @type {HTMLElement} */ (event.target))) return;
    for (const button of all()) button.tabIndex = button === event.target ? 0 : -1;
  });
  drawn.addEventListener("keydown", (event) => {
    const buttons = all();
    const place = buttons.indexOf(/** @type {HTMLElement} */ (event.target));
    const forward = rightToLeft() ? "ArrowLeft" : "ArrowRight";
    const backward = rightToLeft() ? "ArrowRight" : "ArrowLeft";
    /** @type {Record<string, number>} */
    const targets = { Home: 0, End: buttons.length - 1, ArrowDown: place + 1, ArrowUp: place - 1 };
    targets[forward] = place + 1;
    targets[backward] = place - 1;
    const to = targets[event.key];
    if (place < 0 || to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    buttons[Math.max(0, Math.min(buttons.length - 1, to))].focus();
  });
}

/** Draw the widget, and again when its language changes. @param {{ model: Model, el: HTMLElement }} given */
function render({ model, el }) {
  // JupyterLab hears keys before any element does, unless the element says so.
  const root = make("section", { class: "gb-widget", "data-lm-suppress-shortcuts": "true" });
  root.addEventListener("keydown", (event) => event.stopPropagation());
  el.append(root);

  const draw = (all = false) => {
    /** @type {Data} */
    const data = model.get("data");
    /** @type {Language} */
    const language = model.get("language");
    const words = model.get("texts")[language];
    /** @type {HTMLElement | null} */
    let pressed = null;
    const panel = make("div", { class: "gb-evidence", role: "region", "aria-live": "polite" });
    const close = () => {
      panel.replaceChildren(make("p", { class: "gb-mark" }, view.text("choose")));
      pressed?.setAttribute("aria-pressed", "false");
      pressed?.focus();
      pressed = null;
      model.set("selected", []);
      model.save_changes();
    };
    /** @type {View} */
    const view = {
      data,
      language,
      text: (key, values = {}) =>
        words[key].replace(/\{(\w+)\}/g, (/** @type {string} */ _, /** @type {string} */ name) => String(values[name])),
      label: (key) => data.labels[key][language],
      name: (id) => data.entities[id][language],
      choose: (title, numbers, button) => {
        pressed?.setAttribute("aria-pressed", "false");
        button.setAttribute("aria-pressed", "true");
        pressed = button;
        panel.replaceChildren(...evidence(view, title, numbers, close));
        model.set("selected", numbers.map((number) => data.statements[number].id));
        model.save_changes();
      },
    };
    const isTimeline = data.view === "timeline";
    const title = isTimeline ? view.text("timeline") : view.text("around", { name: view.name(data.centre) });
    const other = language === "ar" ? "en" : "ar";
    const turn = () => {
      model.set("language", other);
      model.save_changes();
      root.querySelector("button")?.focus();
    };
    const drawn = make("div", {}, ...(isTimeline ? timeline(view) : neighbourhood(view, redraw, all)));
    rove(drawn, () => language === "ar");
    panel.append(make("p", { class: "gb-mark" }, view.text("choose")));
    panel.setAttribute("aria-label", view.text("evidence"));
    root.dir = words.direction;
    root.lang = language;
    root.setAttribute("aria-label", title);
    root.onkeydown = (event) => {
      if (event.key === "Escape" && pressed) close();
    };
    const switching = make("button", { type: "button", lang: other, click: turn }, words.otherLanguage);
    root.replaceChildren(make("div", { class: "gb-bar" }, make("h3", {}, title), switching), drawn, panel);
  };
  const redraw = (all = false) => {
    model.set("selected", []);
    model.save_changes();
    draw(all);
  };
  const again = () => redraw();
  draw();
  model.on("change:language", again);
  model.on("change:data", again);
  return () => {
    model.off("change:language", again);
    model.off("change:data", again);
  };
}

export default { render };
