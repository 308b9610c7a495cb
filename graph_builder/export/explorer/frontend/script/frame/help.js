// The help dialog: what the page shows, how to use it, keys, and the settings of the build.

/** @import { LabelKey } from "../data/payload_types.d.ts" */

import { data } from "../data/model.js";
import { button, byId, element, refill } from "../page/dom.js";
import { label, number } from "../page/i18n.js";
import { facts } from "../page/widgets.js";

/** @type {[string, LabelKey][]} */
const SHORTCUTS = [
  ["/", "keySearch"],
  ["↑ ↓ ← →", "keyPan"],
  ["+ − 0", "keyZoom"],
  ["PgUp PgDn", "keyStep"],
  ["Esc", "keyClose"],
  ["?", "keyHelp"],
];

// Return how much the sentences of a strong line, of an event and of anything else count.
function openingWeights() {
  const { weights, strong } = data.opening;
  const every = Object.values(weights);
  const [event, state] = [Math.max(...every), Math.min(...every)];
  return { strong: number(strong, 2), event: number(event, 2), state: number(state, 2) };
}

export function showHelp() {
  const guide = byId("guide");
  const close = button({ class: "close", "aria-label": label("close"), click: () => guide.close() }, "×");
  const settings = Object.entries(data.build).filter(([, value]) => value !== "");
  refill(guide, [
    close,
    element("h2", { id: "guide-title" }, label("helpTitle")),
    element("p", {}, label("helpWhat")),
    element("p", {}, label("introRelations")),
    element("p", {}, label("introCooccurrence")),
    element("h3", {}, label("helpTry")),
    element(
      "ol",
      {},
      /** @type {const} */ (["tipEntity", "tipEdge", "tipSearch", "tipStory", "tipFocus", "tipTime", "tipShare"]).map((tip) =>
        element("li", {}, label(tip)),
      ),
    ),
    element("h3", {}, label("helpFirst")),
    element("p", {}, label("helpOpening", openingWeights())),
    element("h3", {}, label("helpReading")),
    element("p", {}, label("helpCaution")),
    element("h3", {}, label("helpKeys")),
    element(
      "dl",
      { class: "keys" },
      SHORTCUTS.map(([keys, what]) =>
        element("div", {}, element("dt", {}, element("kbd", { dir: "ltr" }, keys)), element("dd", {}, label(what))),
      ),
    ),
    element("h3", {}, label("helpBuild")),
    facts([
      ["documents", number(data.documents.length)],
      ["entities", number(data.entities.length)],
      ["relations", number(data.relations.length)],
      ["pairs", number(data.pairCount)],
      ["sentencesCount", number(data.sentences.length)],
    ]),
    settings.length
      ? element(
          "details",
          {},
          element("summary", {}, label("helpSettings")),
          element(
            "dl",
            { class: "settings", dir: "ltr" },
            settings.map(([key, value]) => element("div", {}, element("dt", {}, key), element("dd", {}, value))),
          ),
        )
      : null,
  ]);
  guide.showModal();
}

// Listen to the help button and its dialog.
export function startHelp() {
  byId("help").addEventListener("click", showHelp);
  byId("guide").addEventListener("click", ({ target }) => target === byId("guide") && byId("guide").close());
}
