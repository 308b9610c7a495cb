// Texts, numbers and dates in the language of the reader.

/** @import { LabelKey, Table } from "../data/payload_types.d.ts" */
/** @import { FacetName, Network } from "../types.d.ts" */

import { data } from "../data/model.js";
import { labels } from "../data/payload.js";
import { state } from "../state/store.js";

/** @type {(key: LabelKey, values?: Record<string, string | number>) => string} */
export const label = (key, values = {}) =>
  labels[state.lang][key].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

/** @type {(table: Table, key: string) => string} */
export const labelIn = (table, key) => labels[state.lang][table][key] ?? key;

/** @type {(text: string) => string} */
export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
export const comma = () => (state.lang === "ar" ? "، " : ", ");

const locale = () => (state.lang === "ar" ? "ar-u-nu-latn" : "en");

/** @type {Map<string, any>} */
const made = new Map(); // formatters are slow to create

/** @type {<F>(kind: { new (locale: string, options: any): F; name: string }, options: object) => F} */
const formatter = (kind, options) => {
  const key = `${kind.name} ${locale()} ${JSON.stringify(options)}`;
  if (!made.has(key)) made.set(key, new kind(locale(), options));
  return made.get(key);
};
export const collator = () => formatter(Intl.Collator, {});

/** @type {(value: number, digits?: number) => string} */
export const number = (value, digits = 0) =>
  formatter(Intl.NumberFormat, { maximumFractionDigits: digits }).format(value);

/** @type {(value: number) => string} */
export const percent = (value) => formatter(Intl.NumberFormat, { style: "percent" }).format(value);

/**
 * Format an ISO 8601 date: a day, a month, a year, or two with a slash between.
 * @type {(iso: string, month?: "long" | "short") => string}
 */
export const day = (iso, month = "long") =>
  iso
    .split("/")
    .map((each) => dayAlone(each, month))
    .join(" – ");

/** @type {(iso: string, month: "long" | "short") => string} */
const dayAlone = (iso, month) => {
  const parts = ["year", "month", "day"].slice(0, iso.split("-").length);
  const shown = Object.fromEntries(parts.map((part) => [part, part === "month" ? month : "numeric"]));
  const date = new Date(`${iso.padEnd(10, "-01")}T00:00:00Z`);
  return Number.isNaN(date.getTime())
    ? iso
    : formatter(Intl.DateTimeFormat, { ...shown, timeZone: "UTC" }).format(date);
};

/** @type {(code: string) => string} */
export function countryName(code) {
  try {
    return formatter(Intl.DisplayNames, { type: "region" }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** @type {(entity: number) => string} */
export function nameOf(entity) {
  const { name, latin } = data.entities[entity];
  return state.lang === "en" && latin ? latin : name;
}

/** @type {(article: number) => string} */
export const titleOf = (article) => data.documents[article].title || label("untitled");
const LONG = 60;

/** @type {(text: string, most?: number) => string} */
export const shortened = (text, most = LONG) => {
  const points = Array.from(text.slice(0, 2 * most + 2));
  return points.length > most ? `${points.slice(0, most - 1).join("")}…` : text;
};

/**
 * Return the name of a community; one of a single member has its name.
 * @type {(network: Network, group: number) => string}
 */
export const communityName = ({ names, communities }, group) =>
  names[group]?.[state.lang === "ar" ? 0 : 1] ?? (communities.get(group) ?? []).map(({ id }) => nameOf(id)).join(comma());

/** @type {Record<FacetName, (key: any) => string>} */
export const keyName = {
  kind: (key) => capital(labelIn("many", key)),
  predicate: (key) => capital(labelIn("predicates", key)),
  telling: (key) => capital(key === "negated" ? labelIn("polarities", key) : labelIn("modalities", key)),
  article: (key) => titleOf(key),
  origin: (key) => key || label("noOrigin"),
};
