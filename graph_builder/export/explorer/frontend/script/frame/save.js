// The buttons that share, save and print.

import { data } from "../data/model.js";
import { palette } from "../graph/looks.js";
import { copy, saveAs, setPaper, toast } from "../page/deliver.js";
import { byId, element, token } from "../page/dom.js";
import { label, number } from "../page/i18n.js";
import { hashOf } from "../state/state.js";
import { draw, state } from "../state/store.js";
import { printStory } from "../views/story.js";

const share = () => copy(location.href.split("#")[0] + hashOf(state), label("copiedLink"));

// Save the picture as it is on the screen, with a caption.
function savePicture() {
  if (state.view === "table" || state.view === "story") return toast(label("noPicture"));
  return state.view === "map"
    ? mapPicture()
    : framedPicture(/** @type {HTMLCanvasElement} */ (byId("canvas").querySelector("canvas")));
}

/** @type {(source: HTMLCanvasElement) => void} */
function framedPicture(source) {
  const ratio = source.width / (source.clientWidth || source.width);
  const foot = Math.round(34 * ratio);
  const sheet = element("canvas", { width: source.width, height: source.height + foot });
  const context = /** @type {CanvasRenderingContext2D} */ (sheet.getContext("2d"));
  context.fillStyle = palette.canvas;
  context.fillRect(0, 0, sheet.width, sheet.height);
  context.drawImage(source, 0, 0);
  context.font = `${13 * ratio}px ${palette.sans}`;
  context.fillStyle = palette.muted;
  context.direction = state.lang === "ar" ? "rtl" : "ltr";
  context.textAlign = "start";
  const articles = `${label("documents")}: ${number(data.documents.length)}`;
  const line = [
    label("title"),
    label(state.net === "relations" ? "viewRelations" : "viewCooccurrence"),
    byId("shown").textContent,
    articles,
  ].join(" · ");
  context.fillText(line, state.lang === "ar" ? sheet.width - 14 * ratio : 14 * ratio, sheet.height - 12 * ratio);
  sheet.toBlob((blob) => blob && saveAs("graph.png", blob));
}

// Save the map. An SVG image has no style sheet, so computed styles are written into a copy.
function mapPicture() {
  const original = /** @type {SVGSVGElement} */ (byId("map").querySelector("svg"));
  const copyOf = /** @type {SVGSVGElement} */ (original.cloneNode(true));
  const { width, height } = original.getBoundingClientRect();
  copyOf.setAttribute("width", String(width * 2));
  copyOf.setAttribute("height", String(height * 2));
  const twins = copyOf.querySelectorAll("*");
  for (const [index, node] of original.querySelectorAll("*").entries()) {
    const style = getComputedStyle(node);
    for (const name of ["fill", "stroke", "stroke-width", "opacity", "font-family", "font-weight", "paint-order"]) {
      twins[index].setAttribute(name, style.getPropertyValue(name));
    }
  }
  const image = new Image();
  image.addEventListener("load", () => {
    const sheet = element("canvas", { width: width * 2, height: height * 2 });
    const context = /** @type {CanvasRenderingContext2D} */ (sheet.getContext("2d"));
    context.fillStyle = token("sea");
    context.fillRect(0, 0, sheet.width, sheet.height);
    context.drawImage(image, 0, 0);
    sheet.toBlob((blob) => blob && saveAs("map.png", blob));
  });
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copyOf))}`;
}

/** @type {(on: boolean) => void} */
function onPaper(on) {
  setPaper(on);
  draw({ ...state });
}

// Listen to the buttons that share, save and print.
export function startSaving() {
  byId("share").addEventListener("click", share);
  byId("picture").addEventListener("click", savePicture);
  byId("print").addEventListener("click", () => {
    if (state.view === "story") {
      printStory();
      return;
    }
    onPaper(true);
    setTimeout(print, 200); // meanwhile what is still packed is read
  });
  addEventListener("beforeprint", () => onPaper(true));
  addEventListener("afterprint", () => onPaper(false));
}
