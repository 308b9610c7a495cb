// Elements of the page. Text of articles becomes text nodes here, never markup.

/** @import { Attributes, Child, Children, PageElements } from "../types.d.ts" */

const SVG = "http://www.w3.org/2000/svg";

/**
 * Return a new element. Attributes that are functions listen to the event of that name; null is left out.
 * @type {<Tag extends keyof HTMLElementTagNameMap>(
 *   tag: Tag, attributes?: Attributes, ...children: Children
 * ) => HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

/**
 * Return a new element of SVG, as `element` does.
 * @type {<Tag extends keyof SVGElementTagNameMap>(
 *   tag: Tag, attributes?: Attributes, ...children: Children
 * ) => SVGElementTagNameMap[Tag]}
 */
export const drawn = (tag, attributes = {}, ...children) =>
  filled(document.createElementNS(SVG, tag), attributes, children);

/** @type {<N extends Element>(node: N, attributes: Attributes, children: Children) => N} */
function filled(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") node.addEventListener(name, value);
    else if (value !== null) node.setAttribute(name, String(value));
  }
  node.append(...children.flat().filter((child) => child !== null));
  return node;
}

/** @type {<Id extends string>(id: Id) => Id extends keyof PageElements ? PageElements[Id] : HTMLElement} */
export const byId = (id) => /** @type {any} */ (document.getElementById(id));

/** @type {(selector: string, within?: ParentNode) => HTMLElement[]} */
export const elements = (selector, within = document) =>
  /** @type {HTMLElement[]} */ ([...within.querySelectorAll(selector)]);

/** @type {(text: string) => HTMLElement} */
export const foreign = (text) => element("bdi", {}, text);

/** @type {(attributes: Attributes, ...children: Children) => HTMLButtonElement} */
export const button = (attributes, ...children) => element("button", { type: "button", ...attributes }, ...children);

/**
 * Replace the content of a panel; the focus stays on the same control if it is still there.
 * @type {(panel: HTMLElement, children: (Child | Children)[]) => void}
 */
export function refill(panel, children) {
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  const key = panel.contains(focused) ? focused?.dataset.key : undefined;
  panel.replaceChildren(...children.flat(2).filter((child) => child !== null && child !== undefined));
  if (key !== undefined) elements(`[data-key="${CSS.escape(key)}"]`, panel)[0]?.focus({ preventScroll: true });
}

/**
 * Return the value of a variable of the style sheet, for what is drawn on a canvas.
 * @type {(name: string) => string}
 */
export const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/** @type {(text: string) => void} */
export const say = (text) => (byId("status").textContent = text);
