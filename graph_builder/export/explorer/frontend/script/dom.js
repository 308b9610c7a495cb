// Elements. Whatever comes from an article becomes text here and never markup.

import { label, nameOf, shortened } from "./i18n.js";
import { data } from "./model.js";
import { labels } from "./payload.js";
import { state } from "./store.js";

const SVG = "http://www.w3.org/2000/svg";

export function element(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

export const drawn = (tag, attributes = {}, ...children) =>
  filled(document.createElementNS(SVG, tag), attributes, children);

function filled(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") node.addEventListener(name, value);
    else if (value !== null) node.setAttribute(name, value);
  }
  node.append(...children.flat().filter((child) => child !== null));
  return node;
}

export const byId = (id) => document.getElementById(id);
export const foreign = (text) => element("bdi", {}, text);
export const button = (attributes, ...children) => element("button", { type: "button", ...attributes }, ...children);

export const kindMark = (entity) =>
  element("span", { class: `kind ${data.entities[entity].kind}`, "aria-hidden": "true" });
export const nameWithMark = (entity) => [kindMark(entity), foreign(shortened(nameOf(entity), 120))];

// Replaces what a panel holds, and leaves the keyboard where it was if the same control is still there.
export function refill(panel, children) {
  const key = panel.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  panel.replaceChildren(...children.flat(2).filter((child) => child !== null && child !== undefined));
  if (key !== undefined) panel.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
}

export function applyLabels() {
  document.documentElement.lang = state.lang;
  document.documentElement.dir = labels[state.lang].direction;
  document.title = label("title");
  const put = (key, apply) => {
    for (const node of document.querySelectorAll(`[data-${key}]`)) apply(node, label(node.dataset[key]));
  };
  put("label", (node, text) => (node.textContent = text));
  put("name", (node, text) => node.setAttribute("aria-label", text));
  put("title", (node, text) => node.setAttribute("title", text));
  put("placeholder", (node, text) => node.setAttribute("placeholder", text));
  byId("language").lang = state.lang === "ar" ? "en" : "ar";
}

// Colours for what is drawn and not styled: the value of a variable of the style sheet.
export const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

export const say = (text) => (byId("status").textContent = text);
