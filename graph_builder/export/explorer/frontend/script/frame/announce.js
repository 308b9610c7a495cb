// What a screen reader is told of a change while the focus stays where it is.

/** @import { Selection, State } from "../types.d.ts" */

import { byId, elements, say } from "../page/dom.js";
import { nameOf, titleOf } from "../page/i18n.js";
import { FILTERS, differ, isSame } from "../state/state.js";
import { state } from "../state/store.js";
import { selectedEntities } from "../state/visible.js";

/** @type {(selection: Selection) => string} */
const selectionName = (selection) =>
  selection.article === undefined
    ? selectedEntities(selection).map(nameOf).join(" – ")
    : titleOf(selection.article);

/** @type {(selector: string) => string} */
const textOf = (selector) => elements(selector)[0]?.textContent ?? "";

/** @type {(before: State | null) => void} */
export function announce(before) {
  if (before === null) return;
  const told = [];
  if (differ(before, state, ["view"])) told.push(textOf("[data-view][aria-pressed=true]"));
  if (differ(before, state, ["focus"]) && state.focus !== null) told.push(textOf("#focus span"));
  if (differ(before, state, FILTERS)) told.push(textOf(".matching"));
  const read = byId("panel").contains(document.activeElement); // the focus leads to the heading, which is read then
  if (!isSame(before.selection, state.selection) && state.selection !== null && !read) told.push(selectionName(state.selection));
  if (told.length) say(told.join(". "));
}
