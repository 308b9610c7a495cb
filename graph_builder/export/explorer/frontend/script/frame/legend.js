// The legend, and how much of the graph is drawn.

/** @import { Child, Ranked } from "../types.d.ts" */

import { data, tellingOf } from "../data/model.js";
import { button, byId, element, foreign, refill } from "../page/dom.js";
import { capital, communityName, label, labelIn, number, shortened } from "../page/i18n.js";
import { MOST, STEP } from "../state/state.js";
import { change, focusOn, shown, state, toggled } from "../state/store.js";

/**
 * Return an entry of the legend, a button.
 * @type {(
 *   key: string, pressed: boolean, click: () => void, mark: string, content: Child, title?: string | null
 * ) => HTMLElement}
 */
const swatch = (key, pressed, click, mark, content, title = null) =>
  element(
    "li",
    {},
    button(
      { class: "swatch", "data-key": key, "aria-pressed": String(pressed), title, click },
      element("span", { class: mark, "aria-hidden": "true" }),
      content,
    ),
  );

// The legend also filters by kind; where colours are communities, it focuses on each.
export function drawLegend() {
  const kinds = ["PER", "LOC", "ORG"].map((kind) =>
    swatch(
      `legend-${kind}`,
      state.kind.includes(kind),
      () => change({ kind: toggled(state.kind, kind) }),
      `kind ${kind} ${state.colour === "kind" ? "" : "plain"}`,
      capital(labelIn("many", kind)),
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
            swatch(
              `group-${group}`,
              state.focus?.group === group,
              () => focusOn(state.focus?.group === group ? null : { group }),
              `dot group-${Math.min(group, 7)}`,
              foreign(shortened(communityName(shown.network, group), 28)),
              communityName(shown.network, group),
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
            swatch(
              `legend-${telling}`,
              state.telling.includes(telling),
              () => change({ telling: toggled(state.telling, telling) }),
              `line ${telling}`,
              label(`line_${telling}`),
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
