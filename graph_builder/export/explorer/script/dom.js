// Elements. Whatever comes from an article becomes text here and never markup.

function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") node.addEventListener(name, value);
    else if (value !== null) node.setAttribute(name, value);
  }
  node.append(...children.flat().filter((child) => child !== null));
  return node;
}

const byId = (id) => document.getElementById(id);
const foreign = (text) => element("bdi", {}, text);
const button = (attributes, ...children) => element("button", { type: "button", ...attributes }, ...children);

function applyLabels() {
  const { language } = state;
  document.documentElement.lang = language;
  document.documentElement.dir = labels[language].direction;
  document.title = label("title");
  const put = (key, apply) => {
    for (const node of document.querySelectorAll(`[data-${key}]`)) apply(node, label(node.dataset[key]));
  };
  put("label", (node, text) => (node.textContent = text));
  put("name", (node, text) => node.setAttribute("aria-label", text));
  put("title", (node, text) => node.setAttribute("title", text));
  put("placeholder", (node, text) => node.setAttribute("placeholder", text));
  byId("language").lang = language === "ar" ? "en" : "ar";
}

// The text of a sentence with some stretches marked; marks are {start, end, style} in code points and may overlap.
function marked(text, marks) {
  const points = Array.from(text);
  const cuts = [...new Set([0, points.length, ...marks.flatMap(({ start, end }) => [start, end])])];
  cuts.sort((left, right) => left - right);
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index];
    const piece = points.slice(start, end).join("");
    const styles = marks.filter((mark) => mark.start <= start && end <= mark.end).map(({ style }) => style);
    return styles.length ? element("mark", { class: [...new Set(styles)].join(" ") }, piece) : piece;
  });
}
