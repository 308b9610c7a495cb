// The legend, and how much of the graph is drawn.

/** @import { Ranked } from "../types.d.ts" */

import { data, tellingOf } from "../data/model.js";
import { button, byId, element, foreign, refill } from "../page/dom.js";
import { capital, communityName, label, labelIn, number, shortened } from "../page/i18n.js";
import { MOST, STEP } from "../state/state.js";
import { change, focusOn, shown, state, toggled } from "../state/store.js";

// The legend also filters by kind; where colours are communities, it focuses on each.
export function drawLegend() {
  const kinds = ["PER", "LOC", "ORG"].map((kind) =>
    element(
      "li",
      {},
      button(
        {
          class: "swatch",
          "data-key": `legend-${kind}`,
          "aria-pressed": String(state.kind.includes(kind)),
          click: () => change({ kind: toggled(state.kind, kind) }),
        },
        element("span", { class: `kind ${kind} ${state.colour === "kind" ? "" : "plain"}`, "aria-hidden": "true" }),
        capital(labelIn("many", kind)),
      ),
    ),
  );
  /** @type {(group: number) => Ranked[]} */
  const membersOf = (group) => shown.network.communities.get(group) ?? [];
  const groups =
    state.colour === "kind"
      ? []
      : [...shown.network.communities.keys()]
          .sort((a, b) => a - b)
          .slice(0, 5)
          .filter((group) => membersOf(group).length > 1)
          .map((group) =>
            element(
              "li",
              {},
              button(
                {
                  class: "swatch",
                  "data-key": `group-${group}`,
                  "aria-pressed": String(state.focus?.group === group),
                  title: communityName(shown.network, group),
                  click: () => focusOn(state.focus?.group === group ? null : { group }),
                },
                element("span", { class: `dot group-${Math.min(group, 7)}`, "aria-hidden": "true" }),
                foreign(shortened(communityName(shown.network, group), 28)),
              ),
            ),
          );
  const lines =
    state.net !== "relations" || groups.length
      ? []
      : /** @type {const} */ (["asserted", "future", "negated"])
          .filter(
            (telling) => telling === "asserted" || data.relations.some((relation) => tellingOf(relation) === telling),
          )
          .map((telling) =>
            element(
              "li",
              {},
              button(
                {
                  class: "swatch",
                  "data-key": `legend-${telling}`,
                  "aria-pressed": String(state.telling.includes(telling)),
                  click: () => change({ telling: toggled(state.telling, telling) }),
                },
                element("span", { class: `line ${telling}`, "aria-hidden": "true" }),
                label(`line_${telling}`),
              ),
            ),
          );
  refill(byId("legend"), [...kinds, ...groups, ...lines]);
  const amounts = { shown: number(shown.drawn.length), total: number(shown.possible.length) };
  byId("lines").hidden = shown.drawn.length === shown.possible.length && state.lines === "strong";
  byId("lines").textContent = state.lines === "strong" ? label("allLines", amounts) : label("strongLines");
  const amount = label(data.entities.length > MOST ? "shownOfMany" : "shown", {
    shown: number(shown.shown.size),
    total: number(shown.nodes.length),
    all: number(data.entities.length),
  });
  byId("shown").textContent = shown.favours ? `${label("shownFirst")} · ${amount}` : amount;
  byId("more").hidden = byId("all").hidden = Math.min(MOST, shown.nodes.length) <= state.amount;
  byId("all").textContent = shown.nodes.length > MOST ? label("most", { count: number(MOST) }) : label("all");
  byId("fewer").hidden = state.amount <= STEP;
}
