// What leaves the page: to the clipboard, into a file, onto paper; and the messages that tell of it.

import { byId, element, say } from "./dom.js";
import { label } from "./i18n.js";

/** @type {number | undefined} */
let toasting;

/** @type {(text: string) => void} */
export function toast(text) {
  const box = byId("toast");
  box.textContent = text;
  box.hidden = false;
  say(text);
  clearTimeout(toasting);
  toasting = setTimeout(() => (box.hidden = true), 2600);
}

export const tellDamaged = () => toast(label("damaged"));

/** @type {(text: string, told: string) => Promise<void>} */
export async function copy(text, told) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = element("textarea", { class: "aside", "aria-hidden": "true" });
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
  toast(told);
}

/** @type {(name: string, blob: Blob) => void} */
export function saveAs(name, blob) {
  const address = URL.createObjectURL(blob);
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

export let paper = false; // whether the page is being printed, always in the light theme

/** @type {(on: boolean) => void} */
export const setPaper = (on) => (paper = on);
