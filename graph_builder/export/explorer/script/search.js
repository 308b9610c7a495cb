// Finding a name in whatever spelling it is typed.

const SUGGESTIONS = 12;
const MARKS = /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0640]/g;
const LETTERS = new Map([
  ..."أإآٱ".split("").map((letter) => [letter, "ا"]),
  ..."ىیئ".split("").map((letter) => [letter, "ي"]),
  ...Object.entries({ ؤ: "و", ة: "ه", ک: "ك", گ: "ك", ڤ: "ف", پ: "ب", چ: "ج" }),
]);

const withoutArticle = (word) => (word.startsWith("ال") && word.length > 4 ? word.slice(2) : word);

function folded(text) {
  const bare = text.normalize("NFKC").replace(MARKS, "");
  const letters = Array.from(bare, (letter) => LETTERS.get(letter) ?? letter).join("").toLowerCase();
  const latin = letters.normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  return latin.trim().split(/[\s\-_]+/).map(withoutArticle).join(" ");
}

const searchable = data.entities.map(({ name, latin, aliases }) =>
  [...new Set([name, latin, ...aliases].map(folded))].filter((spelling) => spelling !== ""),
);

// 0: a whole name, 1: its start, 2: the start of a word in it, 3: anywhere; Infinity: not at all.
function closeness(spelling, wanted) {
  if (spelling === wanted) return 0;
  if (spelling.startsWith(wanted)) return 1;
  if (spelling.includes(` ${wanted}`)) return 2;
  return spelling.includes(wanted) ? 3 : Infinity;
}

function matches(query) {
  const wanted = folded(query);
  if (wanted === "") return [];
  const { rank } = view();
  return searchable
    .map((spellings, entity) => ({
      entity,
      distance: Math.min(...spellings.map((spelling) => closeness(spelling, wanted))),
    }))
    .filter(({ distance }) => distance < Infinity)
    .sort((left, right) => left.distance - right.distance || rank.get(left.entity) - rank.get(right.entity))
    .slice(0, SUGGESTIONS)
    .map(({ entity }) => entity);
}
