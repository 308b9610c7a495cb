// What stands in the file: plain JSON, or, of a large build, JSON that is packed and read only when it is needed.

const textOf = (id) => document.getElementById(id).textContent;
export const embedded = (id) => JSON.parse(textOf(id));
export const labels = embedded("labels");
export const isPacked = document.getElementById("data").type === "application/gzip";
export const unpacking = new Map(); // what each packed element holds, or will, by its id

// All but `data` stands below the scripts, so that the first picture does not wait until the rest is read.
const whole =
  document.readyState === "loading" ? new Promise((done) => addEventListener("DOMContentLoaded", done)) : null;

async function unpack(id) {
  if (!document.getElementById(id)) await whole;
  const letters = atob(textOf(id));
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
}

export const unpacked = (id) => {
  if (!unpacking.has(id)) unpacking.set(id, unpack(id));
  return unpacking.get(id);
};

export function tellOldBrowser() {
  const note = document.getElementById("empty");
  note.hidden = false;
  note.textContent = `${labels.ar.tooOld} ${labels.en.tooOld}`;
}
