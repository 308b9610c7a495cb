// Search for an entity by any spelling of its name, and for an article by the words of its title.

/** @import { Attributes, Match } from "../types.d.ts" */

import { distinct, foremost } from "../data/collections.js";
import { data, knowsTogether, readTogether } from "../data/model.js";
import { tellDamaged } from "../page/deliver.js";
import { byId, element, elements, foreign, say } from "../page/dom.js";
import { label, labelIn, nameOf, number, shortened, titleOf } from "../page/i18n.js";
import { kindMark } from "../page/widgets.js";
import { showArticle, showEntity, shown } from "../state/store.js";

const SUGGESTIONS = 10;
const ARTICLES = 6;
const MARKS =
  /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g;

/** @type {Record<string, string>} */
const LETTERS = {
  ...Object.fromEntries(Array.from("أإآٱ", (letter) => [letter, "ا"])),
  ...Object.fromEntries(Array.from("ىیئ", (letter) => [letter, "ي"])),
  ...{ ؤ: "و", ة: "ه", ک: "ك", گ: "ك", ڤ: "ف", پ: "ب", چ: "ج", ء: "" },
};
const SPELT_IN_SEVERAL_WAYS = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");
const COMPOSED = /[^\u0000-\u007f\u0600-\u06ff]/; // letters that may have an accent

/** @type {(word: string) => string} */
const withoutArticle = (word) => (word.startsWith("ال") && word.length > 4 ? word.slice(2) : word);

/**
 * Normalise a text: one form for letters that are spelt in several ways.
 * @type {(text: string) => string}
 */
function plain(text) {
  const bare = text.normalize("NFKC").replace(MARKS, "");
  const letters = bare.replace(SPELT_IN_SEVERAL_WAYS, (letter) => LETTERS[letter]).toLowerCase();
  const latin = (COMPOSED.test(letters) ? letters.normalize("NFD") : letters).replace(/[\u0300-\u036f'’ʿʾ]/g, "");
  return latin.trim().replace(/[\s\-_]+/g, " ");
}

/**
 * Return the normalised text with and without articles, Arabic or transliterated.
 * @type {(text: string) => string[]}
 */
function bothWays(text) {
  const whole = plain(text);
  if (!/ال|al|el/.test(whole)) return whole === "" ? [] : [whole];
  const words = whole.split(" ").filter((word) => word !== "al" && word !== "el");
  return distinct([words.map(withoutArticle).join(" "), whole]).filter((spelling) => spelling !== "");
}

/** @type {(texts: string[]) => [string, string][]} */
const spelt = (texts) =>
  texts.flatMap((text) =>
    bothWays(text.slice(0, 400)).map((spelling) => /** @type {[string, string]} */ ([spelling, text])),
  );

/** @type {[string, string][][]} */
const searchable = []; // the spellings of entities, without aliases at first; prepared while the page is idle

/** @type {string[]} */
const joined = []; // those of each entity in one text

/** @type {(entity: number) => void} */
function join(entity) {
  joined[entity] = searchable[entity].map(([spelling]) => spelling).join("\n");
}

/** @type {(most?: number) => void} */
function prepare(most = Infinity) {
  for (let count = 0; count < most && searchable.length < data.entities.length; count += 1) {
    const entity = searchable.length;
    const { name, latin } = data.entities[entity];
    searchable.push(spelt([name, latin]));
    join(entity);
  }
}

let further = 0; // entities whose aliases have been added

/** @type {(most?: number) => void} */
function addAliases(most = Infinity) {
  for (let count = 0; count < most && further < data.entities.length; count += 1, further += 1) {
    searchable[further].push(...spelt(data.entities[further].aliases));
    join(further);
  }
}

/** @type {string[]} */
const titles = []; // of articles, normalised, each word after a space

/** @type {(most?: number) => void} */
function addTitles(most = Infinity) {
  for (let count = 0; count < most && titles.length < data.documents.length; count += 1) {
    const { title } = data.documents[titles.length];
    titles.push(` ${bothWays(title.slice(0, 400))[0] ?? ""}`);
  }
}

function spellings() {
  prepare();
  if (knowsTogether()) addAliases();
  return searchable;
}

const AT_ONCE = 250; // names that are prepared before the page may do something else

function prepareIdly() {
  if (searchable.length < data.entities.length) prepare(AT_ONCE);
  else if (titles.length < data.documents.length) addTitles(AT_ONCE);
  else if (knowsTogether() && further < data.entities.length) addAliases(AT_ONCE);
  else return;
  setTimeout(prepareIdly, 20);
}

// Unpack what the search needs, ahead of the first letter.
function enter() {
  drawSuggestions();
  if (!knowsTogether()) readTogether().then(prepareIdly, tellDamaged);
}

/**
 * Return how close a spelling is: 0 whole name, 1 its start, 2 the start of a word, 3 anywhere, Infinity not at all.
 * @type {(spelling: string, wanted: string) => number}
 */
function closeness(spelling, wanted) {
  if (spelling === wanted) return 0;
  if (spelling.startsWith(wanted)) return 1;
  if (spelling.includes(` ${wanted}`)) return 2;
  return spelling.includes(wanted) ? 3 : Infinity;
}

/**
 * Return the entities that match a query with the matching spelling; closest first, then most central.
 * @type {(query: string) => Match[]}
 */
function matches(query) {
  const wanted = bothWays(query);
  if (!wanted.length) return [];
  /** @type {(entity: number) => number} */
  const rank = (entity) => shown.network.node.get(entity)?.rank ?? Infinity;
  /** @type {(Match & { entity: number })[]} */
  const found = [];
  spellings().forEach((those, entity) => {
    if (!wanted.some((each) => joined[entity].includes(each))) return;
    /** @type {[number, string]} */
    let best = [Infinity, ""];
    for (const [spelling, text] of those) {
      const far = Math.min(...wanted.map((each) => closeness(spelling, each)));
      if (far < best[0]) best = [far, text];
    }
    if (best[0] < Infinity) found.push({ entity, far: best[0], written: best[1] });
  });
  return foremost(found, SUGGESTIONS, (a, b) => a.far - b.far || rank(a.entity) - rank(b.entity));
}

/**
 * Return the articles whose titles have words that begin like all words of a query, in the order of the build.
 * @type {(query: string) => Match[]}
 */
function articlesNamed(query) {
  const [wanted = ""] = bothWays(query);
  if (wanted.length < 2) return [];
  const words = wanted.split(" ").map((word) => ` ${word}`);
  addTitles();
  /** @type {Match[]} */
  const found = [];
  for (let article = 0; article < titles.length && found.length < ARTICLES; article += 1) {
    const title = titles[article];
    if (words.every((word) => title.includes(word))) found.push({ article, far: 2, written: titleOf(article) });
  }
  return found;
}

let active = -1;
const OPTIONS = "[data-entity], [data-article]";

/** @type {(found: Match, index: number) => HTMLElement} */
function suggestion({ entity, article, written }, index) {
  if (article !== undefined) return articleSuggestion(article, index);
  const { name, latin, mentions } = data.entities[entity];
  const also =
    written !== nameOf(entity) && written !== name && written !== latin
      ? [element("span", { class: "what" }, foreign(shortened(written, 50)))]
      : [element("span", { class: "what" }, labelIn("kinds", data.entities[entity].kind))];
  return option(index, "row", { "data-entity": entity, click: () => choose(entity) }, [
    kindMark(entity),
    element("span", { class: "who" }, foreign(shortened(nameOf(entity), 60))),
    ...also,
    element("span", { class: "count" }, number(mentions)),
  ]);
}

/** @type {(article: number, index: number) => HTMLElement} */
const articleSuggestion = (article, index) =>
  option(index, "row article-row", { "data-article": article, click: () => chooseArticle(article) }, [
    element("span", { class: "kind article", "aria-hidden": "true" }),
    element("span", { class: "who", dir: "auto" }, shortened(titleOf(article), 90)),
    element("span", { class: "what" }, label("article")),
  ]);

/** @type {(index: number, style: string, attributes: Attributes, content: HTMLElement[]) => HTMLElement} */
const option = (index, style, attributes, content) =>
  element(
    "li",
    {
      role: "option",
      id: `option-${index}`,
      class: style,
      "aria-selected": "false",
      pointerdown: (event) => event.preventDefault(),
      ...attributes,
    },
    content,
  );

function drawSuggestions() {
  const query = byId("query").value;
  const found = [...matches(query), ...articlesNamed(query)];
  const typed = query.trim() !== "";
  if (typed && !knowsTogether()) readTogether().then(drawSuggestions, tellDamaged);
  if (active > 0) byId("suggestions").scrollTop = 0;
  active = found.length ? 0 : -1;
  byId("suggestions").replaceChildren(
    ...found.map(suggestion),
    ...(typed && !found.length
      ? [
          element(
            "li",
            { class: "nothing", role: "option", "aria-disabled": "true", "aria-selected": "false" },
            label("noResults"),
          ),
        ]
      : []),
  );
  byId("suggestions").hidden = !typed;
  byId("query").setAttribute("aria-expanded", String(typed));
  if (typed) say(`${label("results")}: ${number(found.length)}`);
  markActive();
}

function markActive() {
  const options = elements(OPTIONS, byId("suggestions"));
  options.forEach((option, index) => option.setAttribute("aria-selected", String(index === active)));
  if (options[active]) byId("query").setAttribute("aria-activedescendant", options[active].id);
  else byId("query").removeAttribute("aria-activedescendant");
}

/** @type {(entity: number) => void} */
function choose(entity) {
  closeSearch();
  showEntity(entity);
}

/** @type {(article: number) => void} */
function chooseArticle(article) {
  closeSearch();
  showArticle(article);
}

export function closeSearch() {
  byId("query").value = "";
  drawSuggestions();
}

// Listen to the search field.
export function startSearch() {
  setTimeout(prepareIdly, 300);
  byId("query").addEventListener("input", drawSuggestions);
  byId("query").addEventListener("focus", enter);
  byId("query").addEventListener("keydown", (event) => {
    const options = elements(OPTIONS, byId("suggestions"));
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : undefined;
    if (step === undefined || !options.length) return;
    event.preventDefault();
    active = (active + step + options.length) % options.length;
    markActive();
    options[active].scrollIntoView({ block: "nearest" });
  });
  byId("search").addEventListener("submit", (event) => {
    event.preventDefault();
    elements(OPTIONS, byId("suggestions"))[active]?.click();
  });
  byId("search").addEventListener("focusout", ({ relatedTarget }) => {
    if (byId("search").contains(/** @type {Node | null} */ (relatedTarget))) return;
    byId("suggestions").hidden = true;
    byId("query").setAttribute("aria-expanded", "false");
  });
}
