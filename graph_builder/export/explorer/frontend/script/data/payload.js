// The data elements of the page: plain JSON or, of a large build, compressed JSON that is read on demand.

/** @import { Labels, Lang } from "./payload_types.d.ts" */

/** @type {(id: string) => string} */
const textOf = (id) => document.getElementById(id)?.textContent ?? "";

/** @type {(id: string) => any} */
export const embedded = (id) => JSON.parse(textOf(id));

/** @type {Record<Lang, Labels>} */
export const labels = embedded("labels");
export const isPacked = document.getElementById("data")?.getAttribute("type") === "application/gzip";

/** @type {Map<string, Promise<any>>} */
export const unpacking = new Map(); // promises of what packed elements hold, by id

// All elements but `data` follow the scripts, so that the first view does not wait for them to be parsed.
const whole =
  document.readyState === "loading" ? new Promise((done) => addEventListener("DOMContentLoaded", done)) : null;

/** @type {(id: string) => Promise<any>} */
async function unpack(id) {
  if (!document.getElementById(id)) await whole;
  const letters = atob(textOf(id));
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
}

/** @type {(id: string) => Promise<any>} */
export const unpacked = (id) => {
  let part = unpacking.get(id);
  if (part === undefined) unpacking.set(id, (part = unpack(id)));
  return part;
};

export function tellOldBrowser() {
  const note = /** @type {HTMLElement} */ (document.getElementById("empty"));
  note.hidden = false;
  note.textContent = `${labels.ar.tooOld} ${labels.en.tooOld}`;
}
