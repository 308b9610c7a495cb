"use strict";
(() => {
  // script/collections.js
  var addTo = (groups, key, item) => {
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  };
  var setAt = (sets, key) => {
    let set = sets.get(key);
    if (set === void 0) sets.set(key, set = /* @__PURE__ */ new Set());
    return set;
  };
  var grouped = (items, key) => {
    const groups = /* @__PURE__ */ new Map();
    for (const item of items) addTo(groups, key(item), item);
    return groups;
  };
  var distinct = (items) => items.length < 2 ? items : [...new Set(items)];
  function foremost(items, count, compare) {
    const first = [];
    for (const item of items) {
      if (first.length === count && compare(item, first[count - 1]) >= 0) continue;
      let at = first.length;
      while (at > 0 && compare(item, first[at - 1]) < 0) at -= 1;
      first.splice(at, 0, item);
      if (first.length > count) first.pop();
    }
    return first;
  }
  function sharedBetween(left, right) {
    const both = [];
    for (let a = 0, b = 0; a < left.length && b < right.length; ) {
      if (left[a] === right[b]) both.push(left[a]);
      if (left[a] <= right[b]) a += 1;
      else b += 1;
    }
    return distinct(both);
  }

  // script/payload.js
  var textOf = (id) => document.getElementById(id)?.textContent ?? "";
  var embedded = (id) => JSON.parse(textOf(id));
  var labels = embedded("labels");
  var isPacked = document.getElementById("data")?.getAttribute("type") === "application/gzip";
  var unpacking = /* @__PURE__ */ new Map();
  var whole = document.readyState === "loading" ? new Promise((done) => addEventListener("DOMContentLoaded", done)) : null;
  async function unpack(id) {
    if (!document.getElementById(id)) await whole;
    const letters = atob(textOf(id));
    const bytes = new Uint8Array(letters.length);
    for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
  }
  var unpacked = (id) => {
    let part = unpacking.get(id);
    if (part === void 0) unpacking.set(id, part = unpack(id));
    return part;
  };
  function tellOldBrowser() {
    const note = (
      /** @type {HTMLElement} */
      document.getElementById("empty")
    );
    note.hidden = false;
    note.textContent = `${labels.ar.tooOld} ${labels.en.tooOld}`;
  }

  // script/model.js
  var rowsOf = (columns2) => {
    const names = Object.keys(columns2);
    return (columns2[names[0]] ?? []).map((_, id) => {
      const row2 = { id };
      for (const name of names) row2[name] = columns2[name][id];
      return row2;
    });
  };
  var inFours = (numbers) => {
    const all = [];
    for (let at = 0; at < numbers.length; at += 4) {
      all.push({ sentence: numbers[at], trigger: [numbers[at + 1], numbers[at + 2]], rule: numbers[at + 3] });
    }
    return all;
  };
  var namesOf = ({ names }) => {
    const all = [];
    for (let at = 0; at < names.length; at += 3)
      all.push({ start: names[at], end: names[at + 1], entity: names[at + 2] });
    return all;
  };
  function withSentences(entities, named3) {
    for (const entity of entities) entity.sentences = [];
    named3.forEach((those, sentence) => {
      for (const entity of distinct(those)) entities[entity].sentences.push(sentence);
    });
  }
  var tellingOf = ({ negated, modality }) => negated ? "negated" : modality;
  var keysFor = (articles, documents) => ({
    article: articles,
    origin: distinct(articles.map((article) => documents[article].origin))
  });
  var printed = (articles, documents) => articles.map((article) => documents[article].published).filter(Boolean).sort()[0] ?? null;
  function prepared(raw) {
    const documents = raw.documents.map((document2, index) => ({ ...document2, index }));
    const entities = (
      /** @type {Entity[]} */
      raw.entities.map((entity, id) => ({ ...entity, key: entity.id, id, sentences: [] }))
    );
    const sentences = rowsOf(raw.sentences);
    const { predicate, object, negated, modality, speaker, date, place: place2, confidence } = raw.relations;
    const relations = raw.relations.subject.map((subject, id) => {
      const evidence = inFours(raw.relations.evidence[id]);
      const articles = distinct(evidence.map(({ sentence }) => sentences[sentence].document));
      const telling2 = tellingOf({ negated: negated[id], modality: modality[id] });
      const { article, origin } = keysFor(articles, documents);
      return {
        id,
        subject,
        from: subject,
        predicate: predicate[id],
        object: object[id],
        to: object[id],
        negated: negated[id],
        modality: modality[id],
        speaker: speaker[id],
        date: date[id],
        place: place2[id],
        confidence: confidence[id],
        evidence,
        keys: { article, origin, predicate: [predicate[id]], telling: [telling2] },
        when: date[id]?.split("/")[0] ?? printed(articles, documents)
      };
    });
    const networks = (
      /** @type {Data["networks"]} */
      { relations: networkOf(raw.networks.relations) }
    );
    const { rules, opening: opening2, outlines, build } = raw;
    const [pairCount, blockSize] = "pairs" in raw ? [raw.pairs.from.length, 0] : [raw.pairCount, raw.blockSize];
    const lists = { documents, sentences, entities, relations, pairs: [] };
    return { ...lists, networks, rules, opening: opening2, outlines, build, pairCount, blockSize };
  }
  var LazyPair = class {
    /** @type {Keys | undefined} */
    found;
    /** @type {string | null | undefined} */
    day;
    /**
     * @param {number} id
     * @param {Columns<PairRow>} columns
     */
    constructor(id, { from, to, count, documents, npmi }) {
      this.id = id;
      this.from = from[id];
      this.to = to[id];
      this.count = count[id];
      this.documents = documents[id];
      this.npmi = npmi[id];
    }
    get shared() {
      return sharedBetween(data.entities[this.from].sentences, data.entities[this.to].sentences);
    }
    get keys() {
      return this.found ??= keysFor(this.articles(), data.documents);
    }
    get when() {
      if (this.day === void 0) this.day = printed(this.keys.article, data.documents);
      return this.day;
    }
    articles() {
      const articlesOf = (those) => distinct(those.map((sentence) => data.sentences[sentence].document));
      const { shared } = this;
      if (shared.length) return articlesOf(shared);
      const [left, right] = [this.from, this.to].map((entity) => articlesOf(data.entities[entity].sentences));
      return sharedBetween(left, right);
    }
  };
  function networkOf({ nodes, order, options, communities: names }) {
    const { x, y, degree, pagerank, betweenness, community } = nodes;
    const rows2 = nodes.id.map((id, rank) => ({
      id,
      rank,
      x: x[rank],
      y: y[rank],
      degree: degree[rank],
      pagerank: pagerank[rank],
      betweenness: betweenness[rank],
      community: community[rank]
    }));
    const inOrder = new Set(order);
    const whole2 = [...order, ...rows2.map((row2) => row2.id).filter((entity) => !inOrder.has(entity))];
    const communities2 = grouped(rows2, (row2) => row2.community);
    return { nodes: rows2, node: new Map(rows2.map((row2) => [row2.id, row2])), order: whole2, options, communities: communities2, names };
  }
  var data;
  var entityByKey = /* @__PURE__ */ new Map();
  var documentByKey = /* @__PURE__ */ new Map();
  var relationsOf = /* @__PURE__ */ new Map();
  async function loadModel() {
    const raw = isPacked ? await unpacked("data") : embedded("data");
    data = prepared(raw);
    entityByKey = new Map(data.entities.map(({ key, id }) => [key, id]));
    documentByKey = new Map(data.documents.map(({ id, index }) => [id, index]));
    for (const relation of data.relations) {
      addTo(relationsOf, relation.subject, relation);
      if (relation.object !== relation.subject) addTo(relationsOf, relation.object, relation);
    }
    if ("pairs" in raw) {
      const named3 = data.sentences.map(({ names }) => names.filter((_, at) => at % 3 === 2));
      learnTogether({ pairs: raw.pairs, network: raw.networks.cooccurrence, named: named3 });
    }
  }
  var pairsOf = /* @__PURE__ */ new Map();
  var knowsTogether = () => data.networks.cooccurrence !== void 0;
  function learnTogether({ pairs, network: network2, named: named3, details }) {
    withSentences(data.entities, named3);
    for (const [name, values] of Object.entries(details ?? {})) {
      data.entities.forEach((entity, index) => Object.assign(entity, { [name]: values[index] }));
    }
    data.pairs = pairs.from.map((_, id) => new LazyPair(id, pairs));
    for (const pair of data.pairs) {
      addTo(pairsOf, pair.from, pair);
      addTo(pairsOf, pair.to, pair);
    }
    data.networks.cooccurrence = networkOf(network2);
  }
  var learning = null;
  var readTogether = () => learning ??= unpacked("together").then(learnTogether);
  var isRead = (sentence) => data.sentences[sentence].text !== void 0;
  async function readBlock(block) {
    const rows2 = rowsOf(await unpacked(`sentences-${block}`));
    for (const { id, ...row2 } of rows2) Object.assign(data.sentences[block * data.blockSize + id], row2);
  }
  var readSentences = (sentences) => Promise.all(
    distinct(sentences.filter((each) => !isRead(each)).map((each) => Math.floor(each / data.blockSize))).map(readBlock)
  );
  var sentencesIn = (article) => data.sentences.filter(({ document: document2 }) => document2 === article);
  var relationsBetween = (from, to) => (relationsOf.get(from) ?? []).filter((r) => r.subject === from && r.object === to);
  var pairBetween = (a, b) => (pairsOf.get(a) ?? []).find(({ from, to }) => from === a && to === b || from === b && to === a);
  var otherEnd = (edge, entity) => edge.from === entity ? edge.to : edge.from;

  // script/opening.js
  var tellsEvent = (predicate) => data.opening.weights[predicate] >= data.opening.strong;
  var eventsFirst = (predicates) => predicates.length < 2 ? predicates : [...predicates.filter(tellsEvent), ...predicates.filter((predicate) => !tellsEvent(predicate))];
  function strengthOf({ relations = [] }) {
    const counted3 = /* @__PURE__ */ new Map();
    for (const { predicate, evidence } of relations) {
      const weight = data.opening.weights[predicate];
      for (const { sentence } of evidence) counted3.set(sentence, Math.max(counted3.get(sentence) ?? 0, weight));
    }
    let sum = 0;
    for (const weight of counted3.values()) sum += weight;
    return sum;
  }
  var strongAmong = /* @__PURE__ */ new WeakMap();
  function strongOf(edges) {
    let strong = strongAmong.get(edges);
    if (strong === void 0) {
      strong = new Set(edges.filter((edge) => edge.from !== edge.to && strengthOf(edge) >= data.opening.strong));
      strongAmong.set(edges, strong);
    }
    return strong;
  }
  function opening(state2, { edges, nodes }) {
    const everything = { order: nodes, isStrong: () => true, favours: false };
    const asked2 = state2.net !== "relations" || state2.predicate.length > 0 || state2.focus !== null;
    if (asked2 || nodes.length <= state2.amount) return everything;
    const strong = strongOf(edges);
    if (!strong.size) return everything;
    const tied = /* @__PURE__ */ new Set();
    for (const { from, to } of strong) tied.add(from).add(to);
    const first = data.opening.order.filter((entity) => tied.has(entity));
    if (state2.lines === "strong") return { order: first, isStrong: (edge) => strong.has(edge), favours: true };
    return { ...everything, order: [...first, ...nodes.filter((entity) => !tied.has(entity))] };
  }

  // script/state.js
  var STEP = 60;
  var MOST = 5e3;
  var LISTS = ["kind", "predicate", "telling", "article", "origin"];
  var NETS = ["relations", "cooccurrence"];
  var isNet = (name) => name === "relations" || name === "cooccurrence";
  var VIEWS = [...NETS, "map", "table", "story"];
  var netOf = ({ view, net }) => isNet(view) ? view : view === "story" ? "relations" : net;
  var CHOICES = {
    view: VIEWS,
    net: NETS,
    lang: ["ar", "en"],
    theme: ["auto", "light", "dark"],
    size: ["pagerank", "degree", "betweenness"],
    colour: ["kind", "community"],
    lines: ["strong", "all"]
  };
  var START = Object.freeze({
    view: "relations",
    net: "relations",
    lang: "ar",
    theme: "auto",
    size: "pagerank",
    colour: "kind",
    lines: "strong",
    kind: [],
    predicate: [],
    telling: [],
    article: [],
    origin: [],
    from: "",
    to: "",
    confidence: 0,
    weight: 1,
    degree: 0,
    largest: false,
    focus: null,
    selection: null,
    amount: STEP
  });
  var FILTERS = [...LISTS, "from", "to", "confidence", "weight", "degree", "largest"];
  var isFiltered = (state2) => FILTERS.some((name) => JSON.stringify(state2[name]) !== JSON.stringify(START[name]));
  var keyOf = (entity) => data.entities[entity].key;
  var written = {
    focus: ({ near, steps, path, group }) => path ? `path.${path.map(keyOf).join(".")}` : near !== void 0 ? `near.${keyOf(near)}.${steps}` : `group.${group}`,
    selection: ({ entity, net, from, to, article }) => entity !== void 0 ? `entity.${keyOf(entity)}` : article !== void 0 ? `article.${data.documents[article].id}` : `${net}.${keyOf(from)}.${keyOf(to)}`,
    article: (articles) => articles.map((article) => data.documents[article].id).join(","),
    largest: () => "1"
  };
  function hashOf(state2) {
    const parts = new URLSearchParams();
    for (
      const name of
      /** @type {(keyof State)[]} */
      Object.keys(START)
    ) {
      if (JSON.stringify(state2[name]) === JSON.stringify(START[name])) continue;
      const value = state2[name];
      parts.set(name, written[name] ? written[name](value) : Array.isArray(value) ? value.join(",") : String(value));
    }
    const text = parts.toString().replaceAll("%2C", ",");
    return text ? `#${text}` : "";
  }
  function focusIn(text) {
    const [kind, ...rest] = text.split(".");
    const [first, second] = rest.map((key) => entityByKey.get(key));
    if (kind === "near" && first !== void 0) return { near: first, steps: rest[1] === "2" ? 2 : 1 };
    if (kind === "path" && first !== void 0 && second !== void 0) return { path: [first, second] };
    return kind === "group" && /^\d+$/.test(rest[0]) ? { group: Number(rest[0]) } : null;
  }
  function selectionIn(text) {
    const [kind, ...keys] = text.split(".");
    const [from, to] = keys.map((key) => entityByKey.get(key));
    const article = documentByKey.get(keys[0]);
    if (kind === "article") return article === void 0 ? null : { article };
    if (kind === "entity") return from === void 0 ? null : { entity: from };
    return isNet(kind) && from !== void 0 && to !== void 0 ? { net: kind, from, to } : null;
  }
  var numberIn = (text, least2, most2) => Math.min(most2, Math.max(least2, Number(text) || 0));
  var listIn = (text) => text.split(",").filter((part) => part !== "");
  var read = {
    focus: focusIn,
    selection: selectionIn,
    article: (text) => listIn(text).map((key) => documentByKey.get(key)).filter((article) => article !== void 0),
    confidence: (text) => numberIn(text, 0, 1),
    weight: (text) => numberIn(text, 1, 1e6),
    degree: (text) => numberIn(text, 0, 1e6),
    amount: (text) => numberIn(text, STEP, MOST),
    largest: (text) => text === "1",
    from: (text) => /^\d{4}-\d\d-\d\d$/.test(text) ? text : "",
    to: (text) => /^\d{4}-\d\d-\d\d$/.test(text) ? text : "",
    kind: listIn,
    predicate: listIn,
    telling: listIn,
    origin: listIn
  };
  function stateIn(hash, start = START) {
    const state2 = { ...start };
    for (const [name, text] of new URLSearchParams(hash.replace(/^#/, ""))) {
      if (Object.hasOwn(CHOICES, name)) {
        if (CHOICES[name].includes(text)) Object.assign(state2, { [name]: text });
      } else if (Object.hasOwn(read, name)) Object.assign(state2, { [name]: read[name](text) });
    }
    state2.net = netOf(state2);
    return Object.freeze(state2);
  }

  // script/sieve.js
  var KINDS = ["PER", "LOC", "ORG"];
  var TESTS = ["predicate", "telling", "article", "origin", "kind", "confidence", "when"];
  var sieves = /* @__PURE__ */ new WeakMap();
  function keyed(items, keysOf2) {
    const numbers = /* @__PURE__ */ new Map();
    const starts = new Int32Array(items.length + 1);
    const values = [];
    for (const [index, item] of items.entries()) {
      for (const key of keysOf2(item) ?? []) {
        let value = numbers.get(key);
        if (value === void 0) numbers.set(key, value = numbers.size);
        values.push(value);
      }
      starts[index + 1] = values.length;
    }
    return { keys: [...numbers.keys()], starts, values: Int32Array.from(values) };
  }
  function prepared2(items, { entities, sentences }) {
    const facets = (
      /** @type {Record<string, Keyed>} */
      {
        when: keyed(items, ({ when }) => when === null ? [] : [when])
      }
    );
    for (const name of LISTS.slice(1)) {
      if (!items.length || items[0].keys[name] !== void 0) facets[name] = keyed(items, ({ keys }) => keys[name]);
    }
    const bundles = /* @__PURE__ */ new Map();
    for (const item of items) addTo(bundles, item.from * entities.length + item.to, item);
    const edgeOf = new Int32Array(items.length);
    const edges = [...bundles.values()].map((those, index) => {
      for (const { id } of those) edgeOf[id] = index;
      return edgeOver(those, sentences, /* @__PURE__ */ new Set());
    });
    return {
      facets,
      kinds: Uint8Array.from(entities, ({ kind }) => KINDS.indexOf(kind)),
      froms: Int32Array.from(items, ({ from }) => from),
      tos: Int32Array.from(items, ({ to }) => to),
      edges,
      edgeOf,
      bundles: [...bundles.values()],
      failing: /* @__PURE__ */ new Map()
    };
  }
  function edgeOver(those, sentences, articles) {
    const [{ from, to }] = those;
    const id = `${from}-${to}`;
    if (!("predicate" in those[0])) {
      const [pair] = (
        /** @type {Pair[]} */
        those
      );
      const within2 = articles.size ? pair.shared.filter((s) => articles.has(sentences[s].document)).length : 0;
      return { id, from, to, count: within2 || pair.count };
    }
    const relations = (
      /** @type {Relation[]} */
      those
    );
    const seen = /* @__PURE__ */ new Set();
    for (const { evidence } of relations) {
      for (const { sentence } of evidence) {
        if (!articles.size || articles.has(sentences[sentence].document)) seen.add(sentence);
      }
    }
    const predicates = eventsFirst(distinct(relations.map(({ predicate }) => predicate)));
    return { id, from, to, relations, count: seen.size, predicates, tellings: distinct(relations.map(tellingOf)) };
  }
  var lastDay = (when) => when.length === 10 ? when : `${when}-99`;
  function wantedOf(name, state2, keys) {
    if (name === "when") {
      const { from, to } = state2;
      if (from === "" && to === "") return null;
      return Uint8Array.from(
        /** @type {string[]} */
        keys,
        (when) => Number((from === "" || lastDay(when) >= from) && (to === "" || when <= to))
      );
    }
    const chosen2 = new Set(
      /** @type {Key[]} */
      state2[
        /** @type {FacetName} */
        name
      ]
    );
    return chosen2.size ? Uint8Array.from(keys, (key) => Number(chosen2.has(key))) : null;
  }
  function failedBy(name, bit, state2, items, { facets, kinds, froms, tos }) {
    const fails = new Uint8Array(items.length);
    if (name === "confidence") {
      if (state2.confidence <= 0) return null;
      items.forEach(({ confidence }, index) => fails[index] = (confidence ?? 1) >= state2.confidence ? 0 : bit);
      return fails;
    }
    if (name === "kind") {
      const wanted3 = wantedOf(name, state2, KINDS);
      if (wanted3 === null) return null;
      for (let index = 0; index < fails.length; index += 1) {
        fails[index] = wanted3[kinds[froms[index]]] && wanted3[kinds[tos[index]]] ? 0 : bit;
      }
      return fails;
    }
    const wanted2 = facets[name] ? wantedOf(name, state2, facets[name].keys) : null;
    if (wanted2 === null) return null;
    const { starts, values } = facets[name];
    for (let index = 0; index < fails.length; index += 1) {
      fails[index] = bit;
      for (let at = starts[index]; at < starts[index + 1]; at += 1) if (wanted2[values[at]]) fails[index] = 0;
    }
    return fails;
  }
  function failuresOf(state2, items, sieve2) {
    const failures = new Uint8Array(items.length);
    TESTS.forEach((name, place2) => {
      const chosen2 = name === "when" ? [state2.from, state2.to] : state2[
        /** @type {FacetName} */
        name
      ];
      const key = JSON.stringify(chosen2);
      let known = sieve2.failing.get(name);
      if (known?.key !== key) {
        known = { key, fails: failedBy(name, 1 << place2, state2, items, sieve2) };
        sieve2.failing.set(name, known);
      }
      const { fails } = known;
      if (fails) for (let index = 0; index < failures.length; index += 1) failures[index] |= fails[index];
    });
    return failures;
  }
  function counted(failures, { facets, kinds, froms, tos }, within2) {
    const all = Object.fromEntries([...LISTS, "when"].map((name) => [name, /* @__PURE__ */ new Map()]));
    const counting = (name) => {
      const bit = 1 << TESTS.indexOf(
        /** @type {FacetName} */
        name
      );
      return (item) => (failures[item] & ~bit) === 0 && (within2 === null || within2(item));
    };
    for (const [name, { keys, starts, values }] of Object.entries(facets)) {
      const amounts2 = new Uint32Array(keys.length);
      const counts = counting(name);
      for (let item = 0; item < failures.length; item += 1) {
        if (counts(item)) for (let at = starts[item]; at < starts[item + 1]; at += 1) amounts2[values[at]] += 1;
      }
      keys.forEach((key, value) => amounts2[value] && all[name].set(key, amounts2[value]));
    }
    const met = new Uint8Array(kinds.length);
    const isMet = counting("kind");
    for (let item = 0; item < failures.length; item += 1) if (isMet(item)) met[froms[item]] = met[tos[item]] = 1;
    const members = [0, 0, 0];
    for (let entity = 0; entity < met.length; entity += 1) if (met[entity]) members[kinds[entity]] += 1;
    KINDS.forEach((kind, index) => members[index] && all.kind.set(kind, members[index]));
    return (
      /** @type {Counts} */
      all
    );
  }
  function sifted(state2, data2, articles) {
    const items = state2.net === "relations" ? data2.relations : data2.pairs;
    let sieve2 = sieves.get(items);
    if (sieve2 === void 0) sieves.set(items, sieve2 = prepared2(items, data2));
    const { froms, tos, edges, edgeOf, bundles } = sieve2;
    const failures = failuresOf(state2, items, sieve2);
    const passing = items.filter((_, index) => failures[index] === 0);
    const alive = new Uint32Array(edges.length);
    for (let item = 0; item < failures.length; item += 1) if (failures[item] === 0) alive[edgeOf[item]] += 1;
    const found = [];
    for (let edge = 0; edge < edges.length; edge += 1) {
      if (alive[edge] === 0) continue;
      const whole2 = alive[edge] === bundles[edge].length && !articles.size;
      const those = whole2 ? [] : bundles[edge].filter(({ id }) => failures[id] === 0);
      found.push(whole2 ? edges[edge] : edgeOver(those, data2.sentences, articles));
    }
    const count = (reach) => counted(failures, sieve2, reach && ((item) => reach.has(froms[item]) && reach.has(tos[item])));
    return { passing, edges: found, count };
  }

  // script/visible.js
  var neighboursIn = (edges) => {
    const neighbours = /* @__PURE__ */ new Map();
    for (const { from, to } of edges) {
      if (from === to) continue;
      setAt(neighbours, from).add(to);
      setAt(neighbours, to).add(from);
    }
    return neighbours;
  };
  function stepsFrom(start, neighbours, most2 = Infinity) {
    const steps = /* @__PURE__ */ new Map([[start, 0]]);
    for (let front = [start], far = 1; front.length && far <= most2; far += 1) {
      const next = [];
      for (const entity of front) {
        for (const other of neighbours.get(entity) ?? []) {
          if (steps.has(other)) continue;
          steps.set(other, far);
          next.push(other);
        }
      }
      front = next;
    }
    return steps;
  }
  function largestPart(neighbours) {
    const seen = /* @__PURE__ */ new Set();
    let largest = /* @__PURE__ */ new Set();
    for (const entity of neighbours.keys()) {
      if (seen.has(entity)) continue;
      const part = new Set(stepsFrom(entity, neighbours).keys());
      part.forEach((member) => seen.add(member));
      if (part.size > largest.size) largest = part;
    }
    return largest;
  }
  function onPaths([from, to], neighbours) {
    const [there, back] = [stepsFrom(from, neighbours), stepsFrom(to, neighbours)];
    const length = there.get(to);
    if (length === void 0) return /* @__PURE__ */ new Set([from, to]);
    return new Set(
      [...there.keys()].filter((entity) => (there.get(entity) ?? 0) + (back.get(entity) ?? Infinity) === length)
    );
  }
  function inFocusOf(focus, neighbours, network2) {
    if (focus.path) return onPaths(focus.path, neighbours);
    if (focus.near !== void 0) return new Set(stepsFrom(focus.near, neighbours, focus.steps).keys());
    return new Set((network2.communities.get(focus.group) ?? []).map(({ id }) => id));
  }
  var within = (edges, entities) => edges.filter(({ from, to }) => entities.has(from) && entities.has(to));
  var selectedEntities = (selection) => {
    if (selection === null || selection.article !== void 0) return [];
    return selection.entity === void 0 ? [selection.from, selection.to] : [selection.entity];
  };
  var sieved = null;
  function sieve(state2, data2) {
    const key = JSON.stringify([state2.net, state2.focus, ...FILTERS.map((name) => state2[name])]);
    if (sieved?.key !== key) sieved = { key, ...sievedAnew(state2, data2) };
    return sieved;
  }
  function visible(state2, data2) {
    const { network: network2, edges, nodes, ...found } = sieve(state2, data2);
    const { order, isStrong: isStrong2, favours } = opening(state2, { edges, nodes });
    const asked2 = selectedEntities(state2.selection).filter((entity) => network2.node.has(entity));
    const shown2 = new Set(order.slice(0, state2.amount));
    for (const entity of asked2.filter((each) => !shown2.has(each))) {
      shown2.add(entity);
      for (const { from, to } of heaviestAt(entity, edges)) shown2.add(from).add(to);
    }
    const possible = shown2.size < nodes.length ? within(edges, shown2) : edges;
    const strong = possible.filter((edge) => isStrong2(edge) || asked2.includes(edge.from) || asked2.includes(edge.to));
    const drawn2 = state2.lines === "all" ? possible : backbone(strong, shown2.size, asked2);
    return { network: network2, edges, nodes, ...found, shown: shown2, possible, drawn: drawn2, favours };
  }
  function sievedAnew(state2, data2) {
    const network2 = data2.networks[state2.net];
    const { passing, edges: found, count } = sifted(state2, data2, allowedArticles(state2, data2));
    const heavy = state2.weight <= 1 ? found : found.filter(({ count: count2 }) => count2 >= state2.weight);
    let edges = heavy;
    if (state2.degree > 0) {
      const neighbours = neighboursIn(edges);
      const enough = (entity) => (neighbours.get(entity)?.size ?? 0) >= state2.degree;
      edges = edges.filter(({ from, to }) => enough(from) && enough(to));
    }
    if (state2.largest) edges = within(edges, largestPart(neighboursIn(edges)));
    const reach = state2.focus ? inFocusOf(state2.focus, neighboursIn(edges), network2) : null;
    if (reach) edges = within(edges, reach);
    const tied = new Uint8Array(data2.entities.length);
    for (const { from, to } of edges) tied[from] = tied[to] = 1;
    if (reach) {
      for (const entity of reach) if (network2.node.has(entity)) tied[entity] = 1;
    }
    const nodes = network2.order.filter((entity) => tied[entity]);
    const ids = edges === heavy ? null : new Set(edges.map(({ id }) => id));
    const held = ids === null ? passing : passing.filter(({ from, to }) => ids.has(`${from}-${to}`));
    return { network: network2, items: held, counts: count(reach), edges, nodes, heaviest: heaviestOf(heavy) };
  }
  var NEIGHBOURS = 12;
  function heaviestAt(entity, edges) {
    const own = edges.filter(({ from, to }) => from === entity || to === entity);
    return foremost(own, NEIGHBOURS, (left, right) => right.count - left.count);
  }
  var LINES = 4;
  function backbone(edges, nodes, asked2) {
    if (edges.length <= LINES * nodes) return edges;
    const chosen2 = new Set(asked2);
    const has = /* @__PURE__ */ new Map();
    const heaviest = [...edges].sort((left, right) => right.count - left.count);
    return heaviest.filter(({ from, to }) => {
      const few = (has.get(from) ?? 0) < LINES || (has.get(to) ?? 0) < LINES;
      if (!few) return chosen2.has(from) || chosen2.has(to);
      has.set(from, (has.get(from) ?? 0) + 1);
      has.set(to, (has.get(to) ?? 0) + 1);
      return true;
    });
  }
  var heaviestOf = (edges) => edges.reduce((most2, { count }) => Math.max(most2, count), 1);
  function allowedArticles({ article, origin }, { documents }) {
    if (!article.length && !origin.length) return /* @__PURE__ */ new Set();
    return new Set(
      documents.filter(
        ({ index, origin: own }) => (!article.length || article.includes(index)) && (!origin.length || origin.includes(own))
      ).map(({ index }) => index)
    );
  }

  // script/looks.js
  var SHAPES = { PER: "dot", LOC: "diamond", ORG: "square" };
  var RADII = [7, 20];
  var COMFORTABLE = 5500;
  var WIDTHS = [1, 4];
  var ARROW = 7.5;
  var LEVELS = 6;
  var DIMMED = { node: 0.14, edge: 0.12 };
  var DASHES = { negated: [3, 5], future: [9, 5] };
  var palette = {};
  var groupColours = [];
  function readPalette() {
    const names = ["PER", "LOC", "ORG", "canvas", "ink", "muted", "edge", "edge-strong", "negated", "sans"];
    palette = Object.fromEntries(names.map((name) => [name, token(name)]));
    groupColours = Array.from({ length: 8 }, (_, index) => token(`group-${index}`));
  }
  var groupColour = (group) => groupColours[Math.min(group, groupColours.length - 1)];
  var colourOf = (node) => state.colour === "kind" ? palette[data.entities[node.id].kind] : groupColour(node.community);
  var strengthOf2 = () => {
    const most2 = shown.network.nodes.reduce((largest, node) => Math.max(largest, node[state.size]), 0) || 1;
    return (node) => Math.sqrt(node[state.size] / most2);
  };
  var unit = 1;
  var setUnit = (units) => unit = units;
  var shrink = 1;
  function findRoom({ width, height }) {
    shrink = Math.min(1, Math.max(0.25, Math.sqrt(width * height / (COMFORTABLE * (shown.shown.size || 1)))));
  }
  var radiusOf = (strength) => (RADII[0] + (RADII[1] - RADII[0]) * strength) * shrink;
  function emphasised() {
    const { selection } = state;
    if (selection === null) return null;
    if (selection.article !== void 0) {
      return new Set(sentencesIn(selection.article).flatMap((s) => namesOf(s).map((n) => n.entity)));
    }
    if (selection.entity === void 0) return /* @__PURE__ */ new Set([selection.from, selection.to]);
    const near = shown.drawn.filter(({ from, to }) => from === selection.entity || to === selection.entity);
    return /* @__PURE__ */ new Set([selection.entity, ...near.map((edge) => otherEnd(edge, selection.entity))]);
  }
  function isStrong({ from, to }) {
    const { selection } = state;
    if (selection === null || selection.article !== void 0) return false;
    if (selection.entity !== void 0) return from === selection.entity || to === selection.entity;
    return from === selection.from && to === selection.to || state.net === "cooccurrence" && from === selection.to && to === selection.from;
  }
  function visNode(node, strength, emphasis) {
    const background = colourOf(node);
    const chosen2 = selectedEntities(state.selection).includes(node.id);
    const lit = { background, border: palette.ink };
    return {
      id: node.id,
      shape: SHAPES[data.entities[node.id].kind],
      size: radiusOf(strength) * unit,
      borderWidth: chosen2 ? 3 : Math.min(1, radiusOf(0) / 5),
      // in screen pixels, at every scale
      color: { background, border: chosen2 ? palette.ink : palette.canvas, highlight: lit, hover: lit },
      opacity: emphasis === null || emphasis.has(node.id) ? 1 : DIMMED.node
    };
  }
  var crowdNode = (node, strength, place2) => ({
    id: node.id,
    place: place2,
    radius: radiusOf(strength) * unit,
    shape: SHAPES[data.entities[node.id].kind],
    colour: colourOf(node)
  });
  var dashesOf = ({ tellings = [] }) => {
    if (tellings.includes("asserted") || tellings.includes("reported") || !tellings.length) return [];
    return DASHES[tellings.includes("future") ? "future" : "negated"];
  };
  var isDenied = ({ tellings = [] }) => tellings.length > 0 && tellings.every((telling2) => telling2 === "negated");
  var weightOf = ({ count }) => Math.log(count) / Math.log(Math.max(shown.heaviest, 8));
  var widthOf = (weight) => WIDTHS[0] + (WIDTHS[1] - WIDTHS[0]) * weight;
  var opacityOf = (weight) => shown.drawn.length > 150 ? 0.3 + 0.7 * weight : 1;
  function visEdge(edge, both, emphasis) {
    const strong = isStrong(edge);
    const weight = weightOf(edge);
    const dashes = dashesOf(edge).map((length) => length * unit);
    const loud = palette["edge-strong"];
    return {
      id: edge.id,
      from: edge.from,
      to: edge.to,
      width: widthOf(weight) * unit,
      dashes: dashes.length ? dashes : false,
      arrows: state.net === "relations" ? { to: { enabled: true, scaleFactor: ARROW * Math.sqrt(unit) / 15 } } : void 0,
      smooth: both ? { enabled: true, type: "curvedCW", roundness: 0.16 } : false,
      color: {
        color: strong ? loud : isDenied(edge) ? palette.negated : palette.edge,
        hover: loud,
        highlight: loud,
        opacity: strong ? 1 : emphasis === null ? opacityOf(weight) : DIMMED.edge
      }
    };
  }
  function crowdPens() {
    const pens = /* @__PURE__ */ new Map();
    const levels = [];
    return (edge) => {
      const level = levels[edge.count] ??= Math.round(weightOf(edge) * LEVELS);
      const dashes = dashesOf(edge);
      const rank = (level * 10 + (dashes[0] ?? 0)) * 2 + Number(isDenied(edge));
      let pen = pens.get(rank);
      if (pen === void 0) {
        const width = widthOf(level / LEVELS);
        const colour = isDenied(edge) ? palette.negated : palette.edge;
        const arrow = state.net === "relations" ? ARROW / Math.sqrt(unit) + 3 * width : 0;
        pens.set(rank, pen = { rank, colour, opacity: opacityOf(level / LEVELS), width, dashes, arrow });
      }
      return pen;
    };
  }

  // script/chronicle.js
  function whenOf({ date }, sentence) {
    const { published } = data.documents[data.sentences[sentence].document];
    return date === null ? { date: published, printed: true } : { date, printed: false };
  }
  function byTime({ date: left }, { date: right }) {
    if (left === right) return 0;
    if (left === null || right === null) return left === null ? 1 : -1;
    return left < right ? -1 : 1;
  }
  function dateText({ date, printed: printed2 }, month = "long") {
    if (date === null) return label("noDate");
    return printed2 ? `(${day(date, month)})` : day(date, month);
  }
  function concerning(selection, items) {
    if (selection === null) return items;
    const { entity, article, from, to } = selection;
    if (article !== void 0) return items.filter(({ keys }) => keys.article.includes(article));
    const passing = new Set(items);
    const own = entity === void 0 ? [...relationsBetween(from, to), ...from === to ? [] : relationsBetween(to, from)] : relationsOf.get(entity) ?? [];
    return own.filter((relation) => passing.has(relation));
  }
  function toldOf({ selection, predicate, lines }, { items }) {
    const all = concerning(
      selection,
      /** @type {Relation[]} */
      items
    );
    if (lines === "all" || predicate.length) return { told: all, left: 0 };
    const events = all.filter((relation) => tellsEvent(relation.predicate));
    return events.length ? { told: events, left: all.length - events.length } : { told: all, left: 0 };
  }
  function chronicle(state2, shown2) {
    const { told, left } = toldOf(state2, shown2);
    const article = state2.selection?.article;
    const entries = /* @__PURE__ */ new Map();
    for (const relation of told) {
      for (const evidence of relation.evidence) {
        const { sentence } = evidence;
        if (article !== void 0 && data.sentences[sentence].document !== article) continue;
        const when = whenOf(relation, sentence);
        const entry = entries.get(sentence) ?? { sentence, said: /* @__PURE__ */ new Map(), ...when };
        if (!entries.has(sentence)) entries.set(sentence, entry);
        if (!when.printed && (entry.printed || byTime(when, entry) < 0)) Object.assign(entry, when);
        addTo(entry.said, relation, evidence);
      }
    }
    const ordered = [...entries.values()].sort((a, b) => byTime(a, b) || a.sentence - b.sentence);
    return { entries: ordered, left };
  }
  var statement = ({ subject, predicate, object }) => [nameOf(subject), labelIn("predicates", predicate), nameOf(object)].join(" ");
  var telling = ({ negated, modality, speaker }) => [
    labelIn("polarities", negated ? "negated" : "affirmed"),
    labelIn("modalities", modality),
    speaker === null ? label(modality === "reported" ? "unnamedSpeaker" : "articleItself") : label("accordingTo", { name: nameOf(speaker) })
  ];
  function storyTitle({ selection }) {
    if (selection === null) return label("storyOfAll");
    const { entity, article, from, to } = selection;
    if (article !== void 0) return label("storyOfArticle");
    return entity === void 0 ? label("storyOfPair", { from: nameOf(from), to: nameOf(to) }) : label("storyOf", { name: nameOf(entity) });
  }

  // script/quotes.js
  function marked(text, marks) {
    const points = Array.from(text);
    const cuts = distinct([0, points.length, ...marks.flatMap(({ start, end }) => [start, end])]).sort((a, b) => a - b);
    return cuts.slice(1).map((end, index) => {
      const start = cuts[index];
      const piece = points.slice(start, end).join("");
      const styles = distinct(marks.filter((mark) => mark.start <= start && end <= mark.end).map(({ style }) => style));
      return styles.length ? element("mark", { class: styles.join(" ") }, piece) : piece;
    });
  }
  var nameMarks = (sentence, styles) => namesOf(data.sentences[sentence]).flatMap(
    ({ start, end, entity }) => styles.filter(([wanted2]) => wanted2 === entity).map(([, style]) => ({ start, end, style }))
  );
  var quoteMarks = (text) => /[\u0600-\u06ff]/.test(text) ? ["«", "»"] : ["“", "”"];
  function citation(sentence) {
    const { text, document: article } = data.sentences[sentence];
    const { source, published } = data.documents[article];
    const [open, close] = quoteMarks(text);
    return `${open}${text.trim()}${close} — ${[titleOf(article), source, published ? day(published) : ""].filter(Boolean).join(comma())}`;
  }
  function quoting(sentences, make) {
    if (sentences.every(isRead)) return make();
    const place2 = element("p", { class: "hint" }, label("unpacking"));
    readSentences(sentences).then(
      () => place2.replaceWith(make()),
      () => place2.textContent = label("damaged")
    );
    return place2;
  }
  var isAddress = (text) => /^https?:\/\/\S+$/.test(text);
  var linkTo = (address) => element("a", { href: address, target: "_blank", rel: "noopener noreferrer", dir: "ltr" }, address);
  var quoted = (sentence, styles) => quoting([sentence], () => card(sentence, nameMarks(sentence, styles)));
  function card(sentence, marks, ...details) {
    const { text, document: article } = data.sentences[sentence];
    const { source, published } = data.documents[article];
    return element(
      "article",
      { class: "card" },
      element("blockquote", { lang: "ar", dir: "rtl" }, marked(text, marks)),
      ...details,
      element(
        "footer",
        {},
        button(
          { class: "link cite", dir: "auto", title: label("openArticle"), click: () => showArticle(article) },
          titleOf(article)
        ),
        element(
          "span",
          { class: "origin" },
          isAddress(source) ? linkTo(source) : foreign(source),
          published ? ` · ${day(published)}` : ""
        ),
        button(
          { class: "quiet small", click: () => copy(citation(sentence), label("copiedCitation")) },
          label("copyCitation")
        )
      )
    );
  }

  // script/story_copy.js
  var escaped = (text) => text.replace(/\s+/g, " ").replace(/[\\`*_{}[\]()#+\-.!|~>=$^:]/g, "\\$&").replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  var onOneLine = (text) => text.replace(/\s+/g, " ").trim();
  function reference(article, put) {
    const { source, published } = data.documents[article];
    const where = isAddress(source) ? source : put(source);
    return [put(titleOf(article)), where, published ? day(published) : ""].filter(Boolean).join(comma());
  }
  function byDate(entries) {
    const groups = [];
    for (const entry of entries) {
      const last = groups[groups.length - 1];
      if (last && byTime(last[0], entry) === 0 && last[0].printed === entry.printed) last.push(entry);
      else groups.push([entry]);
    }
    return groups;
  }
  function plainEntry({ sentence, said }, numberOf) {
    const { text, document: article } = data.sentences[sentence];
    const [open, close] = quoteMarks(text);
    const stated = [...said.keys()].map((relation) => `${statement(relation)} (${telling(relation).join(comma())})`);
    return [...distinct(stated), `${open}${onOneLine(text)}${close} [${numberOf(article)}]`].join("\n");
  }
  var markdownStatement = (relation) => `**${escaped(nameOf(relation.subject))}** ${labelIn("predicates", relation.predicate)} **${escaped(nameOf(relation.object))}** (${escaped(telling(relation).join(comma()))})  `;
  function markdownEntry({ sentence, said }, numberOf) {
    const { text, document: article } = data.sentences[sentence];
    const stated = distinct([...said.keys()].map(markdownStatement));
    return [...stated, "", `> ${escaped(onOneLine(text))} [^${numberOf(article)}]`].join("\n");
  }
  function storyText(entries, markdown) {
    const articles = distinct(entries.map(({ sentence }) => data.sentences[sentence].document));
    const place2 = new Map(articles.map((article, index) => [article, index + 1]));
    const numberOf = (article) => place2.get(article) ?? 0;
    const title = onOneLine(storyTitle(state));
    const blocks = byDate(entries).flatMap((those) => [
      markdown ? `## ${dateText(those[0])}` : dateText(those[0]),
      ...those.map((entry) => (markdown ? markdownEntry : plainEntry)(entry, numberOf))
    ]);
    const references = articles.map(
      (article) => markdown ? `[^${numberOf(article)}]: ${reference(article, escaped)}` : `[${numberOf(article)}] ${reference(article, onOneLine)}`
    );
    const head = markdown ? `# ${escaped(title)}` : title;
    const list = markdown ? references.join("\n") : [label("references"), ...references].join("\n");
    return `${[head, ...blocks, list].join("\n\n")}
`;
  }
  function copyStory(entries, markdown) {
    const sentences = entries.map(({ sentence }) => sentence);
    if (!sentences.every(isRead)) toast(label("unpacking"));
    return readSentences(sentences).then(() => copy(storyText(entries, markdown), label("copiedStory")), tellDamaged);
  }

  // script/story.js
  var PAGE = 30;
  var MOST_PRINTED = 1e3;
  var wanted = PAGE;
  var named = (entity) => button({ class: "inline who", click: () => showEntity(entity) }, foreign(nameOf(entity)));
  var statementLine = (relation) => element(
    "p",
    { class: "statement" },
    named(relation.subject),
    element("span", { class: "verb" }, ` ${labelIn("predicates", relation.predicate)} `),
    named(relation.object),
    element(
      "span",
      { class: `how ${relation.negated ? "negated" : relation.modality}` },
      telling(relation).flatMap((part, index) => [index ? comma() : "", foreign(part)])
    )
  );
  function marksOf({ sentence, said }) {
    const { selection } = state;
    const subject = selection?.entity ?? selection?.from;
    const styles = ({ subject: from, object: to }) => (subject === void 0 ? [from] : [subject]).map((entity) => (
      /** @type {NameStyle} */
      [entity, "subject"]
    )).concat([from, to].filter((entity) => entity !== (subject ?? from)).map((entity) => [entity, "object"]));
    const relations = [...said.keys()];
    const names = nameMarks(sentence, distinct(relations.flatMap(styles)));
    const triggers = [...said.values()].flat().map(({ trigger: [start, end] }) => ({ start, end, style: "trigger" }));
    return [...names, ...triggers];
  }
  var different = (relations) => [
    ...new Map(
      relations.map((each) => [[each.subject, each.predicate, each.object, ...telling(each)].join(" "), each])
    ).values()
  ];
  var entryItem = (entry) => element(
    "li",
    { class: "telling" },
    different([...entry.said.keys()]).map(statementLine),
    quoting([entry.sentence], () => card(entry.sentence, marksOf(entry)))
  );
  var dateSection = (those) => element(
    "section",
    { class: "dated" },
    element("h3", { title: those[0].printed && those[0].date ? label("dateOfArticle") : null }, dateText(those[0])),
    element("ol", {}, those.map(entryItem))
  );
  function extent(entries) {
    const articles = distinct(entries.map(({ sentence }) => data.sentences[sentence].document));
    return label("storyExtent", { sentences: number(entries.length), articles: number(articles.length) });
  }
  function actions(entries, left) {
    const action = (key, text, click) => button({ class: "quiet", "data-key": `story-${key}`, click }, text);
    const others = label("tiesToo", { count: number(left) });
    return element(
      "p",
      { class: "actions" },
      ...entries.length ? [
        action("copy", label("copyText"), () => copyStory(entries, false)),
        action("markdown", label("copyMarkdown"), () => copyStory(entries, true)),
        action("print", label("print"), printStory)
      ] : [],
      left ? action("ties", others, () => change({ lines: "all" })) : null,
      state.lines === "all" ? action("events", label("fewer"), () => change({ lines: "strong" })) : null
    );
  }
  function content(entries, left) {
    const sentences = entries.slice(0, MOST_PRINTED).map(({ sentence }) => sentence);
    const amount = paper && sentences.every(isRead) ? MOST_PRINTED : wanted;
    const first = entries.slice(0, amount);
    const rest = entries.length - first.length;
    const article = state.selection?.article;
    return [
      element("h2", { tabindex: "-1", class: "title" }, foreign(storyTitle(state))),
      article === void 0 ? null : element("p", { class: "second", dir: "auto" }, titleOf(article)),
      entries.length ? element("p", { class: "extent" }, extent(entries)) : null,
      actions(entries, left),
      entries.some(({ printed: printed2, date }) => printed2 && date) ? element("p", { class: "hint" }, label("bracketsHint")) : null,
      entries.length ? null : element("p", { class: "lead" }, label("noStory")),
      ...byDate(first).map(dateSection),
      rest ? element("p", { class: "paper-only" }, label("storyCut", { count: number(first.length) })) : null,
      rest ? button({ class: "quiet more-rows", "data-key": "story-more", click: showMore }, moreLabel(rest)) : null
    ];
  }
  var moreLabel = (rest) => label("moreRows", { count: number(rest) });
  function showMore() {
    const before = wanted;
    wanted += 4 * PAGE;
    drawStory();
    elements(".telling", byId("story"))[before]?.querySelector("button")?.focus();
  }
  function drawStory() {
    const on = state.view === "story";
    byId("story").hidden = !on;
    if (!on) return;
    const { entries, left } = chronicle(state, shown);
    byId("empty").hidden = true;
    const story = byId("story");
    const top = story.scrollTop;
    const within2 = story.contains(document.activeElement);
    refill(story, [element("div", { class: "sheet" }, content(entries, left))]);
    if (within2 && !story.contains(document.activeElement)) elements("h2", story)[0].focus({ preventScroll: true });
    story.scrollTop = top;
  }
  function showStory(before) {
    const another = before?.view !== state.view || before?.selection !== state.selection;
    if (another) wanted = PAGE;
    drawStory();
    if (another) byId("story").scrollTop = 0;
  }
  function printStory() {
    const sentences = chronicle(state, shown).entries.slice(0, MOST_PRINTED).map(({ sentence }) => sentence);
    if (!sentences.every(isRead)) toast(label("unpacking"));
    readSentences(sentences).then(() => print(), tellDamaged);
  }

  // script/save.js
  var toasting;
  function toast(text) {
    const box = byId("toast");
    box.textContent = text;
    box.hidden = false;
    say(text);
    clearTimeout(toasting);
    toasting = setTimeout(() => box.hidden = true, 2600);
  }
  var tellDamaged = () => toast(label("damaged"));
  async function copy(text, told) {
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
  function saveAs(name, blob) {
    const address = URL.createObjectURL(blob);
    element("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 1e3);
  }
  var share = () => copy(location.href.split("#")[0] + hashOf(state), label("copiedLink"));
  function savePicture() {
    if (state.view === "table" || state.view === "story") return toast(label("noPicture"));
    return state.view === "map" ? mapPicture() : framedPicture(
      /** @type {HTMLCanvasElement} */
      byId("canvas").querySelector("canvas")
    );
  }
  function framedPicture(source) {
    const ratio = source.width / (source.clientWidth || source.width);
    const foot = Math.round(34 * ratio);
    const sheet = element("canvas", { width: source.width, height: source.height + foot });
    const context = (
      /** @type {CanvasRenderingContext2D} */
      sheet.getContext("2d")
    );
    context.fillStyle = palette.canvas;
    context.fillRect(0, 0, sheet.width, sheet.height);
    context.drawImage(source, 0, 0);
    context.font = `${13 * ratio}px ${palette.sans}`;
    context.fillStyle = palette.muted;
    context.direction = state.lang === "ar" ? "rtl" : "ltr";
    context.textAlign = "start";
    const articles = `${label("documents")}: ${number(data.documents.length)}`;
    const line = [
      label("title"),
      label(state.net === "relations" ? "viewRelations" : "viewCooccurrence"),
      byId("shown").textContent,
      articles
    ].join(" · ");
    context.fillText(line, state.lang === "ar" ? sheet.width - 14 * ratio : 14 * ratio, sheet.height - 12 * ratio);
    sheet.toBlob((blob) => blob && saveAs("graph.png", blob));
  }
  function mapPicture() {
    const original = (
      /** @type {SVGSVGElement} */
      byId("map").querySelector("svg")
    );
    const copyOf = (
      /** @type {SVGSVGElement} */
      original.cloneNode(true)
    );
    const { width, height } = original.getBoundingClientRect();
    copyOf.setAttribute("width", String(width * 2));
    copyOf.setAttribute("height", String(height * 2));
    const twins = copyOf.querySelectorAll("*");
    for (const [index, node] of original.querySelectorAll("*").entries()) {
      const style = getComputedStyle(node);
      for (const name of ["fill", "stroke", "stroke-width", "opacity", "font-family", "font-weight", "paint-order"]) {
        twins[index].setAttribute(name, style.getPropertyValue(name));
      }
    }
    const image = new Image();
    image.addEventListener("load", () => {
      const sheet = element("canvas", { width: width * 2, height: height * 2 });
      const context = (
        /** @type {CanvasRenderingContext2D} */
        sheet.getContext("2d")
      );
      context.fillStyle = token("sea");
      context.fillRect(0, 0, sheet.width, sheet.height);
      context.drawImage(image, 0, 0);
      sheet.toBlob((blob) => blob && saveAs("map.png", blob));
    });
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copyOf))}`;
  }
  var paper = false;
  function onPaper(on) {
    paper = on;
    draw({ ...state });
  }
  function startSaving() {
    byId("share").addEventListener("click", share);
    byId("picture").addEventListener("click", savePicture);
    byId("print").addEventListener("click", () => {
      if (state.view === "story") {
        printStory();
        return;
      }
      onPaper(true);
      setTimeout(print, 200);
    });
    addEventListener("beforeprint", () => onPaper(true));
    addEventListener("afterprint", () => onPaper(false));
  }

  // script/store.js
  var remembered = {
    /** @type {(name: string) => string | null} */
    get(name) {
      try {
        return localStorage.getItem(`graph-builder.${name}`);
      } catch {
        return null;
      }
    },
    /** @type {(name: string, value: string) => void} */
    set(name, value) {
      try {
        localStorage.setItem(`graph-builder.${name}`, value);
      } catch {
      }
    }
  };
  var personal = () => {
    const own = ["lang", "theme"].map((name) => [name, remembered.get(name) ?? ""]);
    return Object.fromEntries(own.filter(([name, value]) => CHOICES[name].includes(value)));
  };
  var initial = () => {
    const net = data.relations.length ? "relations" : "cooccurrence";
    return { ...START, view: net, net };
  };
  function missing({ net, selection }) {
    const together = net === "cooccurrence" || selection?.net === "cooccurrence" || selection?.entity !== void 0;
    const sentences = selection?.article === void 0 ? [] : sentencesIn(selection.article).map(({ id }) => id);
    const waits = [];
    if (together && !knowsTogether()) waits.push(readTogether());
    if (!sentences.every(isRead)) waits.push(readSentences(sentences));
    return waits.length ? Promise.all(waits) : null;
  }
  var asked;
  var state;
  var shown;
  var drawers = [];
  function startStore(panels) {
    drawers = panels;
    asked = stateIn(location.hash, { ...initial(), ...personal() });
    state = missing(asked) ? { ...initial(), lang: asked.lang, theme: asked.theme } : asked;
    shown = visible(state, data);
    addEventListener(
      "popstate",
      () => draw(stateIn(location.hash, { ...initial(), lang: state.lang, theme: state.theme }))
    );
  }
  function drawFirst() {
    for (const drawer of drawers) drawer(null);
    if (asked !== state) draw(asked);
  }
  function draw(next) {
    asked = next;
    const waiting = missing(next);
    document.body.ariaBusy = String(waiting !== null);
    if (waiting === null) return show(next);
    say(label("unpacking"));
    waiting.then(
      () => asked === next && draw(next),
      // unless another state was requested meanwhile
      tellDamaged
    );
  }
  function show(next) {
    const before = state;
    state = next;
    shown = visible(state, data);
    for (const drawer of drawers) drawer(before);
  }
  function change(patch, { replace = false } = {}) {
    const next = { ...asked, ...patch };
    next.net = netOf(next);
    if (next.net !== asked.net && next.focus?.group !== void 0) next.focus = null;
    const address = hashOf(next) || location.pathname;
    if (replace) history.replaceState(null, "", address);
    else if (hashOf(next) !== hashOf(asked)) history.pushState(null, "", address);
    draw(Object.freeze(next));
  }
  var showEntity = (entity) => change({ selection: { entity } });
  var showArticle = (article) => change({ selection: { article } });
  function showPair(net, from, to) {
    const view = isNet(state.view) ? net : state.view;
    change({ selection: { net, from, to }, view, net: view === "table" ? state.net : net });
  }
  var clearSelection = () => change({ selection: null });
  var focusOn = (focus) => change({ focus, view: state.view === "table" ? state.view : state.net });
  function reset() {
    const { view, net, lang, theme } = state;
    change({ ...START, view, net, lang, theme });
    byId("query").value = "";
  }
  var toggled = (list, key) => list.includes(key) ? list.filter((each) => each !== key) : [...list, key];

  // script/i18n.js
  var label = (key, values = {}) => labels[state.lang][key].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
  var labelIn = (table, key) => labels[state.lang][table][key] ?? key;
  var capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
  var comma = () => state.lang === "ar" ? "، " : ", ";
  var locale = () => state.lang === "ar" ? "ar-u-nu-latn" : "en";
  var made = /* @__PURE__ */ new Map();
  var formatter = (kind, options) => {
    const key = `${kind.name} ${locale()} ${JSON.stringify(options)}`;
    if (!made.has(key)) made.set(key, new kind(locale(), options));
    return made.get(key);
  };
  var collator = () => formatter(Intl.Collator, {});
  var number = (value, digits = 0) => formatter(Intl.NumberFormat, { maximumFractionDigits: digits }).format(value);
  var percent = (value) => formatter(Intl.NumberFormat, { style: "percent" }).format(value);
  var day = (iso, month = "long") => iso.split("/").map((each) => dayAlone(each, month)).join(" – ");
  var dayAlone = (iso, month) => {
    const parts = ["year", "month", "day"].slice(0, iso.split("-").length);
    const shown2 = Object.fromEntries(parts.map((part) => [part, part === "month" ? month : "numeric"]));
    const date = /* @__PURE__ */ new Date(`${iso.padEnd(10, "-01")}T00:00:00Z`);
    return Number.isNaN(date.getTime()) ? iso : formatter(Intl.DateTimeFormat, { ...shown2, timeZone: "UTC" }).format(date);
  };
  function countryName(code) {
    try {
      return formatter(Intl.DisplayNames, { type: "region" }).of(code) ?? code;
    } catch {
      return code;
    }
  }
  function nameOf(entity) {
    const { name, latin } = data.entities[entity];
    return state.lang === "en" && latin ? latin : name;
  }
  var titleOf = (article) => data.documents[article].title || label("untitled");
  var LONG = 60;
  var shortened = (text, most2 = LONG) => {
    const points = Array.from(text.slice(0, 2 * most2 + 2));
    return points.length > most2 ? `${points.slice(0, most2 - 1).join("")}…` : text;
  };
  var communityName = ({ names, communities: communities2 }, group) => names[group]?.[state.lang === "ar" ? 0 : 1] ?? (communities2.get(group) ?? []).map(({ id }) => nameOf(id)).join(comma());

  // script/dom.js
  var SVG = "http://www.w3.org/2000/svg";
  function element(tag, attributes = {}, ...children) {
    return filled(document.createElement(tag), attributes, children);
  }
  var drawn = (tag, attributes = {}, ...children) => filled(document.createElementNS(SVG, tag), attributes, children);
  function filled(node, attributes, children) {
    for (const [name, value] of Object.entries(attributes)) {
      if (typeof value === "function") node.addEventListener(name, value);
      else if (value !== null) node.setAttribute(name, String(value));
    }
    node.append(...children.flat().filter((child) => child !== null));
    return node;
  }
  var byId = (id) => (
    /** @type {any} */
    document.getElementById(id)
  );
  var elements = (selector, within2 = document) => (
    /** @type {HTMLElement[]} */
    [...within2.querySelectorAll(selector)]
  );
  var foreign = (text) => element("bdi", {}, text);
  var button = (attributes, ...children) => element("button", { type: "button", ...attributes }, ...children);
  var kindMark = (entity) => element("span", { class: `kind ${data.entities[entity].kind}`, "aria-hidden": "true" });
  var nameWithMark = (entity) => [kindMark(entity), foreign(shortened(nameOf(entity), 120))];
  function refill(panel, children) {
    const focused = (
      /** @type {HTMLElement | null} */
      document.activeElement
    );
    const key = panel.contains(focused) ? focused?.dataset.key : void 0;
    panel.replaceChildren(...children.flat(2).filter((child) => child !== null && child !== void 0));
    if (key !== void 0) elements(`[data-key="${CSS.escape(key)}"]`, panel)[0]?.focus({ preventScroll: true });
  }
  function applyLabels() {
    document.documentElement.lang = state.lang;
    document.documentElement.dir = labels[state.lang].direction;
    document.title = label("title");
    const put = (key, apply) => {
      for (const node of elements(`[data-${key}]`)) apply(node, label(
        /** @type {LabelKey} */
        node.dataset[key]
      ));
    };
    put("label", (node, text) => node.textContent = text);
    put("name", (node, text) => node.setAttribute("aria-label", text));
    put("title", (node, text) => node.setAttribute("title", text));
    put("placeholder", (node, text) => node.setAttribute("placeholder", text));
    byId("language").lang = state.lang === "ar" ? "en" : "ar";
  }
  var token = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  var say = (text) => byId("status").textContent = text;

  // script/announce.js
  var selectionName = (selection) => selection.article === void 0 ? selectedEntities(selection).map(nameOf).join(" – ") : titleOf(selection.article);
  var differs = (before, names) => names.some((name) => JSON.stringify(before[name]) !== JSON.stringify(state[name]));
  var textOf2 = (selector) => elements(selector)[0]?.textContent ?? "";
  function announce(before) {
    if (before === null) return;
    const told = [];
    if (differs(before, ["view"])) told.push(textOf2("[data-view][aria-pressed=true]"));
    if (differs(before, ["focus"]) && state.focus !== null) told.push(textOf2("#focus span"));
    if (differs(before, FILTERS)) told.push(textOf2(".matching"));
    const read2 = byId("panel").contains(document.activeElement);
    if (differs(before, ["selection"]) && state.selection !== null && !read2) told.push(selectionName(state.selection));
    if (told.length) say(told.join(". "));
  }

  // script/crowd.js
  var BEND = [0.56, 0.144];
  var NEAR = 10;
  function crowdOf(nodes, edges, penOf) {
    const at = new Map(nodes.map(({ id }, index) => [id, index]));
    const indexOf = (id) => (
      /** @type {number} */
      at.get(id)
    );
    const byPen = [...grouped(edges, penOf)].sort(([left], [right]) => left.rank - right.rank);
    const ordered = byPen.flatMap(([, those]) => those);
    const froms = Int32Array.from(ordered, ({ from }) => indexOf(from));
    const tos = Int32Array.from(ordered, ({ to }) => indexOf(to));
    const key = (from, to) => from * nodes.length + to;
    const pairs = new Set(Array.from(froms, (from, index) => key(from, tos[index])));
    return {
      ids: nodes.map(({ id }) => id),
      at,
      xs: Float64Array.from(nodes, ({ place: place2 }) => place2.x),
      ys: Float64Array.from(nodes, ({ place: place2 }) => place2.y),
      radii: Float64Array.from(nodes, ({ radius }) => radius),
      shapes: nodes.map(({ shape }) => shape),
      colours: nodes.map(({ colour }) => colour),
      lifted: new Uint8Array(nodes.length),
      edges: ordered,
      pens: byPen.flatMap(([pen, those]) => those.map(() => pen)),
      froms,
      tos,
      curved: Uint8Array.from(froms, (from, index) => Number(from !== tos[index] && pairs.has(key(tos[index], from))))
    };
  }
  function boundsOf({ xs, ys, radii }) {
    const bounds = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
    for (const [node, radius] of radii.entries()) {
      bounds.left = Math.min(bounds.left, xs[node] - radius);
      bounds.right = Math.max(bounds.right, xs[node] + radius);
      bounds.top = Math.min(bounds.top, ys[node] - radius);
      bounds.bottom = Math.max(bounds.bottom, ys[node] + radius);
    }
    return bounds;
  }
  function placeIn({ at, xs, ys }, id) {
    const index = at.get(id);
    return index === void 0 ? void 0 : { x: xs[index], y: ys[index] };
  }
  var bendOf = (x, y, dx, dy) => [x + BEND[0] * dx + BEND[1] * dy, y + BEND[0] * dy - BEND[1] * dx];
  function nodeIn({ ids, xs, ys, radii }, { x, y }) {
    let [nearest, least2] = [-1, Infinity];
    for (let node = 0; node < ids.length; node += 1) {
      const [dx, dy, radius] = [xs[node] - x, ys[node] - y, radii[node]];
      if (dx > radius || dx < -radius || dy > radius || dy < -radius) continue;
      const far = dx * dx + dy * dy;
      if (far < least2) [nearest, least2] = [node, far];
    }
    return nearest < 0 ? null : ids[nearest];
  }
  function fromLine(x, y, ax, ay, bx, by) {
    const [dx, dy] = [bx - ax, by - ay];
    const along = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
    return Math.hypot(ax + along * dx - x, ay + along * dy - y);
  }
  function edgeIn({ edges, froms, tos, xs, ys, curved }, { x, y }, scale) {
    let [nearest, least2] = [-1, NEAR / scale];
    for (let edge = 0; edge < edges.length; edge += 1) {
      const [ax, ay, bx, by] = [xs[froms[edge]], ys[froms[edge]], xs[tos[edge]], ys[tos[edge]]];
      const wide = least2 + (curved[edge] ? BEND[1] * (Math.abs(bx - ax) + Math.abs(by - ay)) : 0);
      if (x < Math.min(ax, bx) - wide || x > Math.max(ax, bx) + wide) continue;
      if (y < Math.min(ay, by) - wide || y > Math.max(ay, by) + wide) continue;
      let far = Infinity;
      if (curved[edge]) {
        const [cx, cy] = bendOf(ax, ay, bx - ax, by - ay);
        const [mx, my] = [(ax + 2 * cx + bx) / 4, (ay + 2 * cy + by) / 4];
        far = Math.min(fromLine(x, y, ax, ay, mx, my), fromLine(x, y, mx, my, bx, by));
      } else far = fromLine(x, y, ax, ay, bx, by);
      if (far < least2) [nearest, least2] = [edge, far];
    }
    return nearest < 0 ? null : edges[nearest];
  }
  var edgesWhere = ({ edges }, test) => {
    const found = [];
    for (let index = 0; index < edges.length; index += 1) if (test(edges[index])) found.push(index);
    return found;
  };

  // script/crowd_drawing.js
  var DETAILED = 3e3;
  var AT_ONCE = 50;
  var HAIRLINE = 2;
  var EDGE_OF_VIEW = 20;
  var COST = { node: 3, wide: 4, unseen: 0.05 };
  var OUTLINES = {
    dot: (context, x, y, radius) => context.arc(x, y, radius, 0, 2 * Math.PI),
    square: (context, x, y, radius) => context.rect(x - radius, y - radius, 2 * radius, 2 * radius),
    diamond(context, x, y, radius) {
      context.moveTo(x, y + radius);
      context.lineTo(x + radius, y);
      context.lineTo(x, y - radius);
      context.lineTo(x - radius, y);
      context.closePath();
    }
  };
  function inView({ froms, tos, xs, ys, curved }, { scale, x, y }, { width, height }) {
    const [left, top] = [(-EDGE_OF_VIEW - x) / scale, (-EDGE_OF_VIEW - y) / scale];
    const [right, bottom] = [(width + EDGE_OF_VIEW - x) / scale, (height + EDGE_OF_VIEW - y) / scale];
    return (edge) => {
      const [ax, ay, bx, by] = [xs[froms[edge]], ys[froms[edge]], xs[tos[edge]], ys[tos[edge]]];
      const bend = curved[edge] ? 0.15 * (Math.abs(bx - ax) + Math.abs(by - ay)) : 0;
      return (ax >= left - bend || bx >= left - bend) && (ax <= right + bend || bx <= right + bend) && (ay >= top - bend || by >= top - bend) && (ay <= bottom + bend || by <= bottom + bend);
    };
  }
  var mannerOf = (seen) => ({
    detailed: seen <= DETAILED,
    faint: Math.max(0.35, Math.min(1, Math.sqrt(DETAILED / seen)))
  });
  function trace(context, { froms, tos, xs, ys, radii, curved }, { scale, x, y }, edge) {
    const [ax, ay] = [xs[froms[edge]] * scale + x, ys[froms[edge]] * scale + y];
    if (froms[edge] === tos[edge]) {
      const radius = Math.max(4, radii[froms[edge]] * scale);
      context.moveTo(ax + 2 * radius, ay - radius);
      context.arc(ax + radius, ay - radius, radius, 0, 2 * Math.PI);
      return;
    }
    const [bx, by] = [xs[tos[edge]] * scale + x, ys[tos[edge]] * scale + y];
    context.moveTo(ax, ay);
    if (curved[edge]) context.quadraticCurveTo(...bendOf(ax, ay, bx - ax, by - ay), bx, by);
    else context.lineTo(bx, by);
  }
  function drawArrow(context, { froms, tos, xs, ys, radii, curved }, { scale, x, y }, edge, length) {
    const [from, to] = [froms[edge], tos[edge]];
    if (from === to) return;
    const [bx, by] = [xs[to] * scale + x, ys[to] * scale + y];
    const [ax, ay] = [xs[from] * scale + x, ys[from] * scale + y];
    const [sx, sy] = curved[edge] ? bendOf(ax, ay, bx - ax, by - ay) : [ax, ay];
    const far = Math.hypot(bx - sx, by - sy) || 1;
    const [ux, uy] = [(bx - sx) / far, (by - sy) / far];
    const [tipX, tipY] = [bx - ux * radii[to] * scale, by - uy * radii[to] * scale];
    const [backX, backY] = [tipX - ux * length, tipY - uy * length];
    context.beginPath();
    context.moveTo(tipX, tipY);
    context.lineTo(backX - uy * length * 0.3, backY + ux * length * 0.3);
    context.lineTo(tipX - ux * length * 0.9, tipY - uy * length * 0.9);
    context.lineTo(backX + uy * length * 0.3, backY - ux * length * 0.3);
    context.fill();
  }
  function take(context, { colour, opacity, width, dashes }, { detailed, faint }) {
    const drawn2 = detailed || width > HAIRLINE ? width : 1;
    context.globalAlpha = Math.max(0.02, opacity * faint);
    context.strokeStyle = context.fillStyle = colour;
    context.lineWidth = drawn2;
    context.setLineDash(detailed ? dashes : []);
    return drawn2;
  }
  function drawEdges(context, crowd2, camera, order, { manner, start = 0, budget = Infinity, loud }) {
    let taken = null;
    let [at, width, waiting] = [start, 1, 0];
    const finish = () => {
      if (waiting) context.stroke();
      waiting = 0;
    };
    for (; at < order.length && budget > 0; at += 1) {
      const edge = order[at];
      const next = crowd2.pens[edge];
      if (next !== taken) {
        finish();
        width = take(context, loud === void 0 ? next : { ...next, colour: loud, opacity: 1 }, manner);
        taken = next;
      }
      if (waiting === 0) context.beginPath();
      trace(context, crowd2, camera, edge);
      waiting += 1;
      budget -= width > 1 ? COST.wide : 1;
      if (width > 1 || waiting === AT_ONCE) finish();
      if (!manner.detailed || !next.arrow) continue;
      finish();
      drawArrow(context, crowd2, camera, edge, next.arrow);
      budget -= 1;
    }
    finish();
    context.globalAlpha = 1;
    context.setLineDash([]);
    return [at, budget];
  }
  function drawNodes(context, crowd2, { scale, x, y }, order, { size, border, start = order.length, budget = Infinity }) {
    const { xs, ys, radii, shapes, colours } = crowd2;
    context.strokeStyle = border;
    let left = start;
    for (; left > 0 && budget > 0; left -= 1) {
      const node = order[left - 1];
      const [px, py, radius] = [xs[node] * scale + x, ys[node] * scale + y, radii[node] * scale];
      budget -= COST.unseen;
      if (px < -radius || py < -radius || px > size.width + radius || py > size.height + radius) continue;
      context.beginPath();
      OUTLINES[shapes[node]](context, px, py, radius);
      context.fillStyle = colours[node];
      context.fill();
      budget -= COST.node;
      context.lineWidth = Math.min(1, radius / 5);
      context.stroke();
    }
    return left;
  }
  function markNodes(context, { xs, ys, radii, colours }, { scale, x, y }) {
    for (let node = xs.length - 1; node >= 0; node -= 1) {
      const radius = radii[node] * scale * 0.8;
      context.fillStyle = colours[node];
      context.fillRect(xs[node] * scale + x - radius, ys[node] * scale + y - radius, 2 * radius, 2 * radius);
    }
  }

  // script/crowd_layer.js
  var MARGIN = 0.25;
  var SLACK = 0.08;
  var [SLOW, QUICK] = [30, 20];
  var [LEAST, MOST2] = [500, 2e4];
  var FIRST = 1500;
  var Layer = class {
    /** @type {Crowd | null} */
    crowd = null;
    /** @type {Job | null} */
    front = null;
    // finished, and on the screen
    /** @type {Job | null} */
    back = null;
    // being drawn
    /** @type {HTMLCanvasElement | null} */
    spare = null;
    ground = "";
    scratch = document.createElement("canvas").getContext("2d");
    stale = false;
    // whether something has changed since the finished one was begun
    allowance = 2500;
    /** @param {() => void} redraw */
    constructor(redraw) {
      this.redraw = redraw;
    }
    /**
     * Draw a crowd from now on, or none. What is on the screen stays until it is ready if it is to be kept.
     * @type {(crowd: Crowd | null, options?: { ground?: string; keep?: boolean }) => void}
     */
    show(crowd2, { ground = "", keep = false } = {}) {
      [this.crowd, this.ground] = [crowd2, ground];
      this.spoil(keep);
    }
    spoil(keep = true) {
      this.back = null;
      this.stale = true;
      if (!keep) this.front = null;
    }
    /** @type {(camera: Camera, size: Size, ratio: number) => boolean} */
    isCurrent({ scale, x, y }, { width, height }, ratio) {
      if (this.front === null || this.stale) return false;
      const { camera, size, ratio: own } = this.front;
      const [left, top] = [x - camera.x, y - camera.y];
      return camera.scale === scale && own === ratio && left <= -width * SLACK && top <= -height * SLACK && left + size.width >= width * (1 + SLACK) && top + size.height >= height * (1 + SLACK);
    }
    /**
     * Put the picture on the screen as far as it is drawn, and see that it is drawn for this view.
     * @type {(context: CanvasRenderingContext2D, camera: Camera, size: Size, ratio: number) => void}
     */
    paint(context, camera, size, ratio) {
      if (!this.crowd || !size.width) return;
      if (this.back === null && !this.isCurrent(camera, size, ratio)) this.start(this.crowd, camera, size, ratio);
      const job = this.front ?? this.back;
      if (!job) return;
      const scale = camera.scale / job.camera.scale;
      const [left, top] = [camera.x - job.camera.x * scale, camera.y - job.camera.y * scale];
      context.drawImage(job.canvas, left, top, job.size.width * scale, job.size.height * scale);
      if (job === this.back && job.nodesLeft === job.nodes.length) markNodes(context, this.crowd, camera);
    }
    /** @type {(crowd: Crowd, camera: Camera, size: Size, ratio: number) => void} */
    start(crowd2, { scale, x, y }, { width, height }, ratio) {
      const [aside, above] = [Math.round(width * MARGIN), Math.round(height * MARGIN)];
      const size = { width: width + 2 * aside, height: height + 2 * above };
      const camera = { scale, x: x + aside, y: y + above };
      const canvas = this.spare ?? document.createElement("canvas");
      this.spare = null;
      canvas.width = Math.round(size.width * ratio);
      canvas.height = Math.round(size.height * ratio);
      const context = (
        /** @type {CanvasRenderingContext2D} */
        canvas.getContext("2d")
      );
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      const { froms, tos, lifted: lifted2 } = crowd2;
      const seen = inView(crowd2, camera, size);
      const edges = Int32Array.from(froms.keys()).filter(
        (edge) => !lifted2[froms[edge]] && !lifted2[tos[edge]] && seen(edge)
      );
      const nodes = Int32Array.from(lifted2.keys()).filter((node) => !lifted2[node]);
      const [manner, at, nodesLeft] = [mannerOf(edges.length), 0, nodes.length];
      this.back = { canvas, context, camera, size, ratio, manner, edges, at, nodes, nodesLeft };
      this.stale = false;
      if (this.front === null) this.advance(FIRST);
      this.follow(this.back);
    }
    /**
     * Draw a part in each frame, as much as keeps the pace.
     * @type {(job: Job | null) => void}
     */
    follow(job) {
      let last = performance.now();
      const step2 = (now) => {
        if (this.back === null || this.back !== job) return;
        const pace = now - last;
        last = now;
        if (pace > SLOW) this.allowance = Math.max(LEAST, this.allowance / 1.5);
        else if (pace < QUICK) this.allowance = Math.min(MOST2, this.allowance * 1.2);
        const waiting = this.front === null;
        const done = this.advance(this.allowance);
        this.scratch?.drawImage(job.canvas, 0, 0);
        if (done || waiting) this.redraw();
        if (!done) requestAnimationFrame(step2);
      };
      requestAnimationFrame(step2);
    }
    /**
     * Draw a part. Return whether it was the last.
     * @type {(budget: number) => boolean}
     */
    advance(budget) {
      const [job, crowd2] = [this.back, this.crowd];
      if (job === null || crowd2 === null) return true;
      const { context, camera, size, manner, edges, nodes } = job;
      let left = budget;
      [job.at, left] = drawEdges(context, crowd2, camera, edges, { manner, start: job.at, budget });
      if (job.at < edges.length) return false;
      const border = this.ground;
      job.nodesLeft = drawNodes(context, crowd2, camera, nodes, { size, border, start: job.nodesLeft, budget: left });
      if (job.nodesLeft > 0) return false;
      this.spare = this.front?.canvas ?? null;
      [this.front, this.back] = [job, null];
      return true;
    }
    // Draw all that is left, for a printer, which does not wait.
    finish() {
      while (this.back) this.advance(Infinity);
    }
  };

  // script/crowd_canvas.js
  var DIM = 0.16;
  var CLOSE = { detailed: true, faint: 1 };
  var crowd = null;
  var layer = new Layer(() => redrawSoon());
  var over = { dim: false, edges: [], nodes: [], loose: [] };
  var lifted = /* @__PURE__ */ new Set();
  function showCrowd(next, keep) {
    const kept = keep && crowd !== null;
    [crowd, lifted] = [next, /* @__PURE__ */ new Set()];
    const emphasis = emphasised();
    over = {
      dim: emphasis !== null,
      edges: edgesWhere(next, isStrong),
      nodes: [...emphasis ?? []].map((id) => next.at.get(id) ?? -1).filter((node) => node >= 0),
      loose: []
    };
    over.nodes.sort((left, right) => left - right);
    layer.show(next, { ground: palette.canvas, keep: kept });
  }
  var isDrawing = () => crowd !== null && (layer.back !== null || layer.stale);
  function hideCrowd() {
    crowd = null;
    layer.show(null);
  }
  function finishCrowd() {
    network.redraw();
    layer.finish();
    network.redraw();
  }
  var cameraNow = () => ({ scale: network.getScale(), ...network.canvasToDOM({ x: 0, y: 0 }) });
  var overEdges = () => over.edges.flatMap((index) => crowd?.edges[index] ?? []);
  function paint(context) {
    if (!crowd) return;
    const [camera, size] = [cameraNow(), canvasSize()];
    const ratio = context.canvas.width / (size.width || 1);
    const { xs, ys, at } = crowd;
    for (const id of lifted) ({ x: xs[at.get(id) ?? -1], y: ys[at.get(id) ?? -1] } = network.getPosition(id));
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.globalAlpha = over.dim ? DIM : 1;
    layer.paint(context, camera, size, ratio);
    context.globalAlpha = 1;
    drawEdges(context, crowd, camera, over.loose, { manner: CLOSE });
    const loud = palette["edge-strong"];
    drawEdges(context, crowd, camera, over.edges, { manner: CLOSE, loud });
    const touched = hovered.edge === null ? [] : edgesWhere(crowd, ({ id }) => id === hovered.edge);
    drawEdges(context, crowd, camera, touched, { manner: CLOSE, loud });
    drawNodes(context, crowd, camera, over.nodes, { size, border: palette.canvas });
    context.restore();
  }
  function inHand(id) {
    const node = (
      /** @type {Ranked} */
      shown.network.node.get(id)
    );
    return { ...visNode(node, strengthOf2()(node), emphasised()), ...placeIn(
      /** @type {Crowd} */
      crowd,
      id
    ) };
  }
  function hold(id) {
    if (lifted.size || (id === null ? !shownNodes.length : shownNodes.get(id))) return;
    if (shownNodes.length) shownNodes.clear();
    if (id !== null) shownNodes.update([inHand(id)]);
  }
  function lift(ids, between = []) {
    if (!crowd) return;
    const { at } = crowd;
    lifted = new Set([...ids].filter((id) => at.has(id)));
    const own = new Set(between.map(({ id }) => id));
    for (const id of lifted) crowd.lifted[at.get(id) ?? -1] = 1;
    over.loose = edgesWhere(crowd, ({ id, from, to }) => (lifted.has(from) || lifted.has(to)) && !own.has(id));
    shownNodes.update([...lifted].filter((id) => !shownNodes.get(id)).map(inHand));
    shownEdges.update(between);
    layer.spoil();
  }
  function land() {
    if (!crowd || !lifted.size) return;
    network.redraw();
    lifted = /* @__PURE__ */ new Set();
    crowd.lifted.fill(0);
    over.loose = [];
    shownEdges.clear();
    shownNodes.clear();
    layer.spoil();
    redrawSoon();
  }
  function crowdAt(point) {
    if (!crowd) return { node: null, edge: null };
    const at = network.DOMtoCanvas(point);
    const node = nodeIn(crowd, at);
    return { node, edge: node === null ? edgeIn(crowd, at, network.getScale())?.id ?? null : null };
  }
  var crowdEdge = (id) => id === null ? void 0 : crowd?.edges.find((edge) => edge.id === id);
  function crowdInView(most2) {
    const { width, height } = canvasSize();
    if (!crowd) return /* @__PURE__ */ new Set();
    const { ids, xs, ys } = crowd;
    const inside = ids.filter((_, node) => {
      const { x, y } = network.canvasToDOM({ x: xs[node], y: ys[node] });
      return x >= 0 && y >= 0 && x <= width && y <= height;
    });
    return new Set(inside.slice(0, most2));
  }
  function startCrowd(hover2) {
    network.on("beforeDrawing", paint);
    network.on("dragStart", ({ nodes }) => nodes.length && !lifted.size && lift(nodes));
    network.on("dragEnd", ({ nodes }) => nodes.length && land());
    const canvas = byId("canvas");
    const point = ({ clientX, clientY }) => {
      if (!crowd || lifted.size) return;
      const { left, top } = canvas.getBoundingClientRect();
      const found = crowdAt({ x: clientX - left, y: clientY - top });
      hold(found.node);
      hover2(found);
    };
    canvas.addEventListener("pointermove", (event) => event.buttons === 0 && point(event));
    canvas.addEventListener("pointerdown", point, { capture: true });
  }

  // script/layout.js
  var SPREAD = 400;
  var ROOM = 130;
  var MARGIN2 = { x: 150, y: 80 };
  var least = (values) => values.reduce((a, b) => Math.min(a, b), Infinity);
  var most = (values) => values.reduce((a, b) => Math.max(a, b), -Infinity);
  function evened(values, length) {
    const sorted = [...values].sort((a, b) => a - b);
    const [low, high] = [sorted[0], sorted[sorted.length - 1]];
    const rankOf = (value) => {
      let [from, to] = [0, sorted.length - 1];
      while (from < to) {
        const middle = from + to >> 1;
        if (sorted[middle] < value) from = middle + 1;
        else to = middle;
      }
      return from / Math.max(1, sorted.length - 1);
    };
    return (value) => {
      const along = high > low ? Math.min(1.1, Math.max(-0.1, (value - low) / (high - low))) : 0.5;
      return (0.55 * along + 0.45 * (high > low ? rankOf(value) : 0.5) - 0.5) * length;
    };
  }
  function apart(points, clearance) {
    for (let round = 0; round < 80; round += 1) {
      let moved = false;
      for (let a = 0; a < points.length; a += 1) {
        for (let b = a + 1; b < points.length; b += 1) {
          const [dx, dy] = [points[b].x - points[a].x, points[b].y - points[a].y];
          if (Math.abs(dx) >= clearance || Math.abs(dy) >= clearance) continue;
          const far = Math.hypot(dx, dy);
          if (far >= clearance * 0.99) continue;
          const [ux, uy] = far > 0 ? [dx / far, dy / far] : [1, 0];
          const push = (clearance - far) / 2;
          points[a].x -= ux * push;
          points[a].y -= uy * push;
          points[b].x += ux * push;
          points[b].y += uy * push;
          moved = true;
        }
      }
      if (!moved) break;
    }
  }
  function spread(nodes, { width, height }) {
    const [xs, ys] = [nodes.map(({ x }) => x), nodes.map(({ y }) => y)];
    if (nodes.length < 2 || !width) return { place: ({ x, y }) => ({ x, y }), unit: 1 };
    if (nodes.length > SPREAD) {
      const unit2 = Math.max(1, (most(xs) - least(xs)) / width, (most(ys) - least(ys)) / height);
      return { place: ({ x, y }) => ({ x, y }), unit: unit2 };
    }
    const side = ROOM * Math.sqrt(nodes.length);
    const form = Math.sqrt((width - MARGIN2.x) / (height - MARGIN2.y));
    const size = { x: Math.min(width - MARGIN2.x, side * form), y: Math.min(height - MARGIN2.y, side / form) };
    const [across, down] = [evened(xs, size.x), evened(ys, size.y)];
    const points = nodes.map(({ id, x, y }) => ({ id, x: across(x), y: down(y) }));
    apart(points, Math.min(70, 0.8 * Math.sqrt(size.x * size.y / nodes.length)));
    const placed3 = new Map(points.map(({ id, x, y }) => [id, { x: Math.round(x), y: Math.round(y) }]));
    return { place: (node) => placed3.get(node.id) ?? { x: across(node.x), y: down(node.y) }, unit: 1 };
  }

  // script/label_placement.js
  var CELL = 80;
  var FAR = 65536;
  var LONGEST = 34;
  var Occupied = class {
    /** @type {Map<number, Box[]>} */
    cells = /* @__PURE__ */ new Map();
    /**
     * Return whether a test holds of every cell that a box meets.
     * @type {(box: Box, test: (cell: number) => boolean) => boolean}
     */
    every({ left, top, right, bottom }, test) {
      const [first, last] = [Math.floor(top / CELL), Math.floor(bottom / CELL)];
      for (let x = Math.floor(left / CELL); x <= right / CELL; x += 1) {
        for (let y = first; y <= last; y += 1) if (!test(x * FAR + y)) return false;
      }
      return true;
    }
    /** @type {(box: Box) => void} */
    add(box) {
      this.every(box, (cell2) => {
        addTo(this.cells, cell2, box);
        return true;
      });
    }
    /** @type {(box: Box) => boolean} */
    isFree(box) {
      const { left, right, top, bottom, owner } = box;
      return this.every(box, (cell2) => {
        for (const other of this.cells.get(cell2) ?? []) {
          if (other.owner === owner) continue;
          if (right >= other.left && other.right >= left && bottom >= other.top && other.bottom >= top) return false;
        }
        return true;
      });
    }
  };
  var widths = /* @__PURE__ */ new Map();
  function widthOf2(context, text, font) {
    const key = `${font} ${text}`;
    let width = widths.get(key);
    if (width === void 0) {
      context.font = font;
      widths.set(key, width = context.measureText(text).width);
    }
    return width;
  }
  var distance = (left, right) => Math.hypot(left.x - right.x, left.y - right.y);
  var ARABIC = /[\u0590-\u08ff\ufb1d-\ufefc]/;
  var directionOf = (text) => ARABIC.test(/\p{L}/u.exec(text)?.[0] ?? "") ? "rtl" : "ltr";
  var boxAround = (x, y, width, height, owner) => ({
    left: x - width / 2,
    right: x + width / 2,
    top: y - height / 2,
    bottom: y + height / 2,
    x,
    y,
    owner
  });
  function placesAround({ x, y, radius, owner }, width, height) {
    const away = radius + height / 2 + 1;
    const aside = radius + width / 2 + 5;
    const [level, across] = [away * 0.95, aside * 0.85];
    const corners = [
      [across, level],
      [-across, level],
      [across, -level],
      [-across, -level]
    ];
    return [[0, away], [0, -away], [aside, 0], [-aside, 0], ...corners].map(
      ([dx, dy]) => boxAround(x + dx, y + dy, width, height, owner)
    );
  }
  var placesBeside = ({ x, y, text, forced }, width) => (forced ? [0, -16, 16, -32, 32] : [0]).flatMap(
    (dy) => (forced ? [0, -width / 2 - 8, width / 2 + 8] : [0]).map((dx) => boxAround(x + dx, y + dy, width, 16, text))
  );
  function placed(context, spots2, notes2, style) {
    const [names, dots] = [new Occupied(), new Occupied()];
    const labels3 = [];
    style.taken.forEach((box) => names.add(box));
    for (const { x, y, radius, owner } of spots2) {
      dots.add(boxAround(x, y, radius * 1.8, radius * 1.8, owner));
    }
    for (const spot of spots2) {
      const text = shortened(spot.text, LONGEST);
      const font = `${spot.bold ? 700 : 500} ${spot.size}px ${style.family}`;
      const around = placesAround(spot, widthOf2(context, text, font) + 4, spot.size * 1.45);
      const { facing } = spot;
      if (facing) around.sort((left, right) => distance(right, facing) - distance(left, facing));
      const places = around.filter(
        ({ left, right, top, bottom }) => left >= 0 && top >= 0 && right <= style.width && bottom <= style.height
      );
      const box = places.find((place2) => names.isFree(place2) && dots.isFree(place2)) ?? (spot.prominent ? places.find((place2) => names.isFree(place2)) : void 0) ?? (spot.forced ? places[0] ?? around[0] : void 0);
      if (!box) continue;
      names.add(box);
      labels3.push({ box, text, font, colour: style.ink, isName: true });
    }
    for (const note of notes2) {
      const font = `500 12px ${style.family}`;
      const places = placesBeside(note, widthOf2(context, note.text, font) + 4);
      const free = places.find((place2) => names.isFree(place2) && dots.isFree(place2));
      const box = free ?? (note.forced ? places[0] : void 0);
      if (!box) continue;
      names.add(box);
      labels3.push({ box, text: note.text, font, colour: style.muted, isName: false });
    }
    return labels3;
  }
  function write(context, labels3, halo) {
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.lineWidth = 5;
    context.strokeStyle = halo;
    for (const { box, text, font, colour } of labels3) {
      context.font = font;
      context.direction = directionOf(text);
      context.strokeText(text, box.x, box.y);
      context.fillStyle = colour;
      context.fillText(text, box.x, box.y);
    }
  }

  // script/canvas_labels.js
  var PROMINENT = 6;
  var PROMINENT_OF_MANY = 24;
  var NAMED = 300;
  var nameBoxes = [];
  function edgeNote(edge) {
    if (state.net === "cooccurrence") return number(edge.count);
    const [first, ...others] = edge.predicates ?? [];
    const name = labelIn("predicates", first);
    return others.length ? `${name} +${number(others.length)}` : name;
  }
  var notedEdges = () => {
    if (!crowd) return shown.drawn;
    const touched = crowdEdge(hovered.edge);
    return [...overEdges(), ...touched && !isStrong(touched) ? [touched] : []];
  };
  function notes(spotOf) {
    const looked = (edge) => edge.id === hovered.edge || isStrong(edge);
    const parallel = (edge) => state.selection === null ? edge.predicates?.length ?? 1 : 1;
    const pair = state.selection?.from !== void 0;
    return notedEdges().filter(
      (edge) => edge.from !== edge.to && spotOf.has(edge.from) && spotOf.has(edge.to) && (looked(edge) || parallel(edge) > 1)
    ).slice(0, 200).map((edge) => {
      const [from, to] = [edge.from, edge.to].map((entity) => (
        /** @type {Spot} */
        spotOf.get(entity)
      ));
      const along = edgesById.has(`${edge.to}-${edge.from}`) ? 0.38 : 0.5;
      const text = looked(edge) ? edgeNote(edge) : `×${number(parallel(edge))}`;
      const forced = edge.id === hovered.edge || pair && isStrong(edge);
      return { x: from.x + (to.x - from.x) * along, y: from.y + (to.y - from.y) * along, text, forced };
    });
  }
  function spots() {
    const { scale, x: left, y: top } = cameraNow();
    const { width, height } = canvasSize();
    const spotOf = /* @__PURE__ */ new Map();
    const touched = crowd ? crowdEdge(hovered.edge) : void 0;
    let rank = 0;
    for (const node of spotNodes) {
      const full = crowd !== null && spotOf.size >= NAMED;
      if (full && node.id !== hovered.node && node.id !== touched?.from && node.id !== touched?.to) continue;
      const place2 = placeOf(node.id);
      if (!place2) continue;
      const [x, y] = [place2.x * scale + left, place2.y * scale + top];
      if (x < -50 || y < -50 || x > width + 50 || y > height + 50) continue;
      const bold = node.chosen || node.id === hovered.node;
      spotOf.set(node.id, {
        x,
        y,
        owner: node.id,
        radius: radiusOf(node.strength) * unit * scale,
        text: nameOf(node.id),
        size: Math.round(12 + 4 * node.strength),
        bold,
        forced: bold,
        prominent: rank < (spotNodes.length > SPREAD ? PROMINENT_OF_MANY : PROMINENT)
      });
      rank += 1;
    }
    const { selection } = state;
    if (selection?.net !== void 0 && selection.from !== selection.to) {
      const [from, to] = [spotOf.get(selection.from), spotOf.get(selection.to)];
      if (from && to) [from.facing, to.facing] = [to, from];
    }
    return spotOf;
  }
  function placedAnew(context) {
    const spotOf = spots();
    const all = [...spotOf.values()].sort((left, right) => Number(right.bold) - Number(left.bold));
    const { offsetLeft, offsetTop, offsetWidth, offsetHeight } = byId("zoom");
    const tools = { left: offsetLeft, right: offsetLeft + offsetWidth, top: 0, bottom: offsetTop + offsetHeight };
    const taken = [{ ...tools, x: offsetLeft, y: 0, owner: "tools" }];
    const { ink, muted, sans } = palette;
    return placed(context, all, notes(spotOf), { taken, ink, muted, family: sans, ...canvasSize() });
  }
  var placedFor = [];
  var labels2 = [];
  function drawLabels(context) {
    const { width, height } = canvasSize();
    const { scale, x, y } = cameraNow();
    const now = [crowd, lifted.size ? {} : null, scale, x, y, width, height, hovered, spotNodes, palette, state.lang];
    if (!crowd || now.some((value, index) => value !== placedFor[index])) labels2 = placedAnew(context);
    placedFor = now;
    nameBoxes = labels2.filter(({ isName }) => isName).map(({ box }) => box);
    context.save();
    const ratio = context.canvas.width / width;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    write(context, labels2, palette.canvas);
    context.restore();
  }
  var startLabels = () => network.on("afterDrawing", drawLabels);
  function entityAt(point) {
    const node = crowd ? crowdAt(point).node : network.getNodeAt(point);
    if (node !== void 0 && node !== null) return node;
    const box = nameBoxes.find(
      ({ left, right, top, bottom }) => left <= point.x && point.x <= right && top <= point.y && point.y <= bottom
    );
    return (
      /** @type {number | undefined} */
      box?.owner
    );
  }

  // script/widgets.js
  var ROWS = 8;
  var PRINTED = 1e3;
  var entityButton = (entity, style = "entity") => button({ class: style, title: nameOf(entity), click: () => showEntity(entity) }, nameWithMark(entity));
  var storyButton = () => button(
    {
      class: "quiet small",
      "data-key": "story",
      "aria-pressed": String(state.view === "story"),
      click: () => change({ view: state.view === "story" ? state.net : "story" })
    },
    label("viewStory")
  );
  var facts = (rows2) => element(
    "dl",
    { class: "facts" },
    rows2.filter(([, value]) => value !== null && value !== "").map(
      ([key, value]) => element(
        "div",
        {},
        element("dt", {}, label(key)),
        element("dd", {}, value instanceof Node ? value : foreign(value ?? ""))
      )
    )
  );
  var section = (title, ...content2) => element("section", {}, element("h3", {}, title), ...content2);
  var counted2 = (title, column, items, first = ROWS) => items.length ? element(
    "section",
    {},
    element("h3", {}, title, element("span", { class: "column" }, label(column))),
    ...rows(items, first)
  ) : null;
  function rows(items, least2 = ROWS) {
    const first = paper ? PRINTED : least2;
    const list = element(
      "ul",
      { class: "rows" },
      items.slice(0, first).map((item) => element("li", {}, item()))
    );
    const rest = items.slice(first);
    if (!rest.length) return [list];
    const more = button(
      {
        class: "link",
        click: () => {
          const added = rest.slice(0, 200).map((item) => element("li", {}, item()));
          list.append(...added);
          more.remove();
          elements("button, summary", added[0])[0]?.focus();
        }
      },
      label("moreRows", { count: number(rest.length) })
    );
    return [list, more];
  }
  var row = (entity, note, count, click) => button(
    { class: "row", click },
    kindMark(entity),
    element("span", { class: "who" }, foreign(shortened(nameOf(entity), 80))),
    element("span", { class: "what" }, note),
    element("span", { class: "count" }, count === null ? "" : number(count))
  );
  var ruleName = (table, rule) => element("span", { title: rule }, labelIn(table, rule));
  var listed = (nodes) => element(
    "span",
    {},
    nodes.flatMap((node, index) => index ? [comma(), node] : [node])
  );

  // script/article.js
  var articleRow = (article, count) => button(
    { class: "row article-row", click: () => showArticle(article) },
    element("span", { class: "who", dir: "auto" }, titleOf(article)),
    element("span", { class: "count" }, count === null ? "" : number(count))
  );
  function readable(sentence) {
    const points = Array.from(sentence.text);
    const parts = [];
    let at = 0;
    for (const { start, end, entity } of namesOf(sentence)) {
      if (start < at) continue;
      parts.push(
        points.slice(at, start).join(""),
        button(
          { class: `name ${data.entities[entity].kind}`, click: () => showEntity(entity) },
          points.slice(start, end).join("")
        )
      );
      at = end;
    }
    return [...parts, `${points.slice(at).join("")} `];
  }
  function articlePanel(article) {
    const { source, published } = data.documents[article];
    const sentences = sentencesIn(article);
    const relations = data.relations.filter(({ keys }) => keys.article.includes(article)).length;
    const paragraphs = [];
    for (const sentence of sentences) {
      if (sentence.opens || !paragraphs.length) paragraphs.push([]);
      paragraphs[paragraphs.length - 1].push(sentence);
    }
    const only = state.article.length === 1 && state.article[0] === article;
    return [
      element("p", { class: "badge" }, label("article")),
      element("h2", { tabindex: "-1", class: "title", dir: "auto" }, titleOf(article)),
      element(
        "p",
        { class: "origin" },
        isAddress(source) ? linkTo(source) : foreign(source),
        published ? ` · ${day(published)}` : ""
      ),
      element(
        "p",
        { class: "actions" },
        button(
          {
            class: "quiet small",
            "data-key": "only-article",
            "aria-pressed": String(only),
            click: () => change({ article: only ? [] : [article] })
          },
          label("onlyArticle")
        )
      ),
      facts([
        ["relations", number(relations)],
        ["sentencesCount", number(sentences.length)]
      ]),
      element(
        "div",
        { class: "reading", lang: "ar", dir: "rtl" },
        paragraphs.map((paragraph) => element("p", {}, paragraph.flatMap(readable)))
      )
    ];
  }

  // script/facets.js
  var FIRST2 = 7;
  var UNFOLDED = 200;
  var unfolded = /* @__PURE__ */ new Map();
  var closed = /* @__PURE__ */ new Set(["community", "origin", "article"]);
  var keyName = {
    kind: (key) => capital(labelIn("many", key)),
    predicate: (key) => capital(labelIn("predicates", key)),
    telling: (key) => capital(key === "negated" ? labelIn("polarities", key) : labelIn("modalities", key)),
    article: (key) => titleOf(key),
    origin: (key) => key || label("noOrigin")
  };
  var allKeys = {};
  function keysOf(name) {
    const items = state.net === "relations" ? data.relations : data.pairs;
    return allKeys[`${state.net} ${name}`] ??= name === "kind" ? ["PER", "LOC", "ORG"] : distinct(items.flatMap(({ keys }) => (
      /** @type {Key[]} */
      keys[name] ?? []
    )));
  }
  function facet(name) {
    const counts = shown.counts[name];
    const chosen2 = (
      /** @type {Key[]} */
      state[name]
    );
    const possible = keysOf(name);
    if (possible.length < 2 && !chosen2.length) return null;
    const keys = distinct([...chosen2, ...possible.length < 5 ? possible : counts.keys()]);
    const count = (key) => counts.get(key) ?? 0;
    const { compare } = collator();
    const called = (key) => String(keyName[name](key));
    const wanted2 = unfolded.get(name) ?? FIRST2;
    const first = foremost(keys, wanted2, (a, b) => count(b) - count(a) || compare(called(a), called(b)));
    const most2 = Math.max(1, ...first.slice(0, 1).map(count));
    const some = [...first, ...chosen2.filter((key) => !first.includes(key))];
    const rest = keys.length - some.length;
    return fold(name, chosen2.length, [
      element(
        "ul",
        { class: "choices" },
        some.map((key) => element("li", {}, choice(name, key, count(key), most2)))
      ),
      rest > 0 ? button(
        {
          class: "link",
          "data-key": `${name}-more`,
          click: () => {
            unfolded.set(name, wanted2 + UNFOLDED);
            drawFacets();
          }
        },
        label("moreRows", { count: number(rest) })
      ) : null
    ]);
  }
  function choice(name, key, count, most2) {
    const chosen2 = (
      /** @type {Key[]} */
      state[name]
    );
    const box = element("input", {
      type: "checkbox",
      "data-key": `${name}-${key}`,
      ...chosen2.includes(key) ? { checked: "" } : {},
      change: () => change({ [name]: toggled(chosen2, key) })
    });
    const bar = element("meter", { class: "share", min: 0, max: most2, value: count, "aria-hidden": "true" });
    const mark = name === "kind" ? [element("span", { class: `kind ${key}`, "aria-hidden": "true" })] : [];
    return element(
      "label",
      { class: "choice" },
      box,
      ...mark,
      element("span", { class: "key", dir: "auto", title: keyName[name](key) }, keyName[name](key)),
      element("span", { class: "count" }, number(count)),
      bar
    );
  }
  function fold(name, active2, content2) {
    const details = element(
      "details",
      { class: "facet", ...closed.has(name) && !active2 ? {} : { open: "" } },
      element(
        "summary",
        { "data-key": `fold-${name}` },
        label(`facet_${name}`),
        active2 ? element("span", { class: "active" }, number(active2)) : null
      ),
      ...content2.filter((part) => part !== null)
    );
    details.addEventListener("toggle", () => details.open ? closed.delete(name) : closed.add(name));
    return details;
  }
  function slider(name, most2, by, show2) {
    const output = element("output", { dir: "ltr" }, show2(state[name]));
    const input = element("input", {
      type: "range",
      min: START[name],
      max: most2,
      step: by,
      value: state[name],
      "data-key": name,
      "aria-label": label(`facet_${name}`),
      "aria-valuetext": show2(state[name]),
      input: () => output.textContent = show2(Number(input.value)),
      change: () => change({ [name]: Number(input.value) })
    });
    return element("label", { class: "slider" }, element("span", {}, label(`facet_${name}`)), output, input);
  }
  function select(name, title) {
    const options = CHOICES[name].map(
      (value) => element(
        "option",
        { value, ...state[name] === value ? { selected: "" } : {} },
        label(
          /** @type {LabelKey} */
          `${name}_${value}`
        )
      )
    );
    const node = element("select", { "data-key": name, change: () => change({ [name]: node.value }) }, options);
    return element("label", { class: "select" }, element("span", {}, title), node);
  }
  function thresholds() {
    const heaviest = Math.max(
      2,
      Math.min(30, data.pairs.length && state.net === "cooccurrence" ? heaviestOf(data.pairs) : shown.heaviest)
    );
    const widest = Math.max(
      2,
      Math.min(
        30,
        shown.network.nodes.reduce((most2, { degree }) => Math.max(most2, degree), 0)
      )
    );
    const atLeast = (value) => `≥ ${number(value)}`;
    const set = (
      /** @type {const} */
      ["confidence", "weight", "degree", "largest"].filter(
        (name) => state[name] !== START[name]
      ).length
    );
    const largest = element("input", {
      type: "checkbox",
      "data-key": "largest",
      ...state.largest ? { checked: "" } : {},
      change: () => change({ largest: largest.checked })
    });
    return fold("strength", set, [
      state.net === "relations" ? slider("confidence", 1, 0.05, (value) => value ? `≥ ${percent(value)}` : label("any")) : null,
      slider("weight", Math.max(heaviest, state.weight), 1, atLeast),
      slider("degree", Math.max(widest, state.degree), 1, atLeast),
      element("label", { class: "choice" }, largest, element("span", { class: "key" }, label("facet_largest")))
    ]);
  }
  function communities() {
    const { network: network2, nodes } = shown;
    const tied = new Set(nodes);
    const chosen2 = state.focus?.group;
    const groups = network2.names.map((_, group) => group).filter((group) => group === chosen2 || (network2.communities.get(group) ?? []).some(({ id }) => tied.has(id)));
    if (groups.length < 2 && chosen2 === void 0) return null;
    const wanted2 = groups.slice(0, FIRST2);
    if (chosen2 !== void 0 && !wanted2.includes(chosen2)) wanted2.push(chosen2);
    return fold("community", chosen2 === void 0 ? 0 : 1, [
      element(
        "ul",
        { class: "choices" },
        wanted2.map((group) => element("li", {}, communityChoice(group, group === chosen2)))
      )
    ]);
  }
  function communityChoice(group, chosen2) {
    const name = communityName(shown.network, group);
    return button(
      {
        class: "choice community",
        "data-key": `community-${group}`,
        "aria-pressed": String(chosen2),
        title: name,
        click: () => focusOn(chosen2 ? null : { group })
      },
      element("span", { class: `dot group-${Math.min(group, 7)}`, "aria-hidden": "true" }),
      element("span", { class: "key" }, foreign(name)),
      element("span", { class: "count" }, number((shown.network.communities.get(group) ?? []).length))
    );
  }
  var appearance = () => fold("appearance", 0, [select("size", label("sizeBy")), select("colour", label("colourBy"))]);
  function drawFacets() {
    const names = state.net === "relations" ? ["kind", "predicate", "telling"] : ["kind"];
    const items = state.net === "relations" ? data.relations.length : data.pairs.length;
    const of = { shown: number(shown.items.length), total: number(items) };
    const clear = button({ class: "quiet", id: "reset", "data-key": "reset", click: reset }, label("reset"));
    clear.disabled = hashOf({ ...state, view: START.view, net: START.net, lang: START.lang, theme: START.theme }) === "";
    refill(byId("facets"), [
      element(
        "header",
        {},
        element("h2", {}, label("filters")),
        clear,
        button({ class: "close drawer-only", "aria-label": label("close"), click: () => openDrawer(null) }, "×")
      ),
      element("p", { class: "matching" }, label(state.net === "relations" ? "matchingRelations" : "matchingPairs", of)),
      ...names.map(facet),
      thresholds(),
      communities(),
      ...[facet("article"), facet("origin")],
      appearance()
    ]);
  }

  // script/table.js
  var PAGE2 = 100;
  var HEAVIEST = { relations: "evidence", cooccurrence: "togetherCount" };
  var byWeight = () => ({ column: HEAVIEST[state.net], down: true });
  var sorting = { column: "subject", down: true };
  var rowsShown = PAGE2;
  var toldBy = (relation) => relation.speaker === null ? "" : nameOf(relation.speaker);
  var titlesOf = ({ keys }) => keys.article.map(titleOf);
  var communitiesOf = ({ from, to }) => {
    const groups = distinct([from, to].map((entity) => shown.network.node.get(entity)?.community ?? -1));
    return groups.map((group) => communityName(shown.network, group)).join(" ¦ ");
  };
  var COLUMNS = {
    relations: [
      ["subject", ({ subject }) => nameOf(subject)],
      ["predicate", ({ predicate }) => labelIn("predicates", predicate)],
      ["object", ({ object }) => nameOf(object)],
      ["telling", (relation) => keyName.telling(tellingOf(relation))],
      ["speaker", toldBy],
      ["date", ({ date }) => date ?? ""],
      ["confidence", ({ confidence }) => percent(confidence), ({ confidence }) => confidence],
      [
        "evidence",
        ({ evidence }) => number(sentencesOf(evidence).length),
        ({ evidence }) => sentencesOf(evidence).length
      ],
      ["document", (relation) => titlesOf(relation).join(" ¦ ")],
      ["community", communitiesOf]
    ],
    cooccurrence: [
      ["first", ({ from }) => nameOf(from)],
      ["second", ({ to }) => nameOf(to)],
      ["togetherCount", ({ count }) => number(count), ({ count }) => count],
      ["documents", ({ documents }) => number(documents), ({ documents }) => documents],
      ["association", ({ npmi }) => number(npmi, 2), ({ npmi }) => npmi],
      ["community", communitiesOf]
    ]
  };
  var NUMERIC = /* @__PURE__ */ new Set(["confidence", "evidence", "togetherCount", "documents", "association"]);
  var sentencesOf = (evidence) => distinct(evidence.map(({ sentence }) => sentence));
  var columns = () => COLUMNS[state.net];
  function sortedItems() {
    const [, text, value = text] = columns().find(([name]) => name === sorting.column) ?? columns()[0];
    const keyed2 = shown.items.map((item) => (
      /** @type {const} */
      [value(item), item]
    ));
    const { compare } = collator();
    keyed2.sort(([a], [b]) => typeof a === "number" ? a - Number(b) : compare(a, String(b)));
    if (sorting.down) keyed2.reverse();
    return keyed2.map(([, item]) => item);
  }
  function headOf([name]) {
    const active2 = sorting.column === name;
    const click = () => {
      sorting = { column: name, down: active2 ? !sorting.down : NUMERIC.has(name) };
      drawTable();
    };
    const arrow = active2 ? sorting.down ? " ↓" : " ↑" : "";
    return element(
      "th",
      {
        scope: "col",
        "aria-sort": active2 ? sorting.down ? "descending" : "ascending" : "none",
        class: NUMERIC.has(name) ? "number" : null
      },
      button(
        { "data-key": `sort-${name}`, click },
        label(`column_${name}`),
        element("span", { "aria-hidden": "true" }, arrow)
      )
    );
  }
  function rowOf(item) {
    const chosen2 = state.selection?.from === item.from && state.selection?.to === item.to;
    const open = () => showPair(state.net, item.from, item.to);
    const cells = columns().map(([name, text], index) => {
      const longest = name === "document" || name === "community" ? 44 : 60;
      const content2 = foreign(shortened(text(item), paper ? Infinity : longest));
      return element(
        index ? "td" : "th",
        { class: NUMERIC.has(name) ? "number" : null, ...index ? {} : { scope: "row" } },
        index ? content2 : button({ class: "link", "data-key": `row-${item.id}`, click: open }, content2)
      );
    });
    return element(
      "tr",
      { class: chosen2 ? "chosen" : null, click: (event) => event.target.closest("button") || open() },
      cells
    );
  }
  function drawTable() {
    const on = state.view === "table";
    byId("table").hidden = !on;
    if (!on) return;
    const items = sortedItems();
    byId("empty").hidden = items.length > 0;
    byId("empty").textContent = label("emptyView");
    const nets = element(
      "div",
      { class: "views" },
      NETS.map(
        (net) => button(
          { "data-key": `net-${net}`, "aria-pressed": String(state.net === net), click: () => change({ net }) },
          label(net === "relations" ? "viewRelations" : "viewCooccurrence")
        )
      )
    );
    const top = byId("table").scrollTop;
    refill(byId("table"), [
      element(
        "header",
        { class: "table-bar" },
        nets,
        element("p", {}, label("rowCount", { count: number(items.length) })),
        button({ class: "quiet", "data-key": "copy-table", click: copyTable }, label("copyTable")),
        button({ class: "quiet", "data-key": "save-table", click: saveTable }, label("saveTable"))
      ),
      element(
        "table",
        {},
        element("caption", { class: "aside" }, label("viewTable")),
        element("thead", {}, element("tr", {}, columns().map(headOf))),
        element("tbody", {}, items.slice(0, paper ? PRINTED : rowsShown).map(rowOf))
      ),
      items.length > rowsShown ? button(
        {
          class: "quiet more-rows",
          "data-key": "more-rows",
          click: () => {
            rowsShown += PAGE2 * 5;
            drawTable();
          }
        },
        label("moreRows", { count: number(items.length - rowsShown) })
      ) : null
    ]);
    byId("table").scrollTop = top;
  }
  var FORMULA = /^[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
  var guarded = (text) => FORMULA.test(text) && !/^-?\d+([.,]\d+)?$/.test(text) ? `'${text}` : text;
  function cell(text, between) {
    const safe = guarded(text);
    if (between === "	") return safe.replace(/[\t\r\n]+/g, " ");
    return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  }
  async function tableText(between) {
    const behind = (item) => state.net === "relations" ? sentencesOf(item.evidence) : item.shared;
    const items = sortedItems();
    const sentences = items.flatMap(behind);
    if (!sentences.every(isRead)) toast(label("unpacking"));
    await readSentences(sentences);
    const quotes = (item) => behind(item).map((sentence) => data.sentences[sentence].text);
    const lines = [
      [...columns().map(([name]) => label(`column_${name}`)), label("column_sentences")],
      ...items.map((item) => [...columns().map(([, text]) => text(item)), quotes(item).join(" ¶ ")])
    ];
    return `${lines.map((line) => line.map((text) => cell(text, between)).join(between)).join("\r\n")}\r
`;
  }
  var copyTable = () => tableText("	").then((text) => copy(text, label("copiedTable")), tellDamaged);
  var saveTable = () => tableText(",").then((text) => saveAs("table.csv", new Blob([`\uFEFF${text}`], { type: "text/csv" })), tellDamaged);
  function showTable(before) {
    if (before?.net !== state.net || before?.view !== state.view) [rowsShown, sorting] = [PAGE2, byWeight()];
    drawTable();
  }

  // script/ways.js
  var keyOf2 = (relation) => [relation.subject, relation.predicate, relation.object, tellingOf(relation)].join(" ");
  var chosen = null;
  function waysBetween(from, to) {
    const both = [...relationsBetween(from, to), ...from === to ? [] : relationsBetween(to, from)];
    const ways = [...grouped(both, keyOf2)].map(([key, relations]) => ({
      key,
      relations,
      sentences: sentencesOf(relations.flatMap(({ evidence }) => evidence))
    }));
    const back = ({ relations }) => Number(relations[0].subject !== from);
    return ways.sort((a, b) => back(a) - back(b) || b.sentences.length - a.sentences.length);
  }
  var chosenAmong = (ways) => ways.find(({ key }) => key === chosen);
  function choosePair(relation) {
    chosen = keyOf2(relation);
    showPair("relations", relation.subject, relation.object);
  }
  function choose({ key, sentences }) {
    chosen = chosen === key ? null : key;
    drawPanel(state);
    if (chosen === null) return;
    say(`${label("evidence")}: ${number(sentences.length)}`);
    elements(".evidence", byId("panel"))[0]?.scrollIntoView({ block: "nearest" });
  }
  function span({ relations }) {
    const days = relations.map(({ when }) => when ?? "").filter(Boolean);
    days.sort();
    if (!days.length) return "";
    const [first, last] = [days[0], days[days.length - 1]];
    if (first === last) return day(first, "short");
    const [start, end] = [first, last].map((date) => day(date.slice(0, 7), "short"));
    return start === end ? start : `${start} – ${end}`;
  }
  var opener = (way) => button(
    {
      class: "link",
      "data-key": `way-${way.key}`,
      "aria-pressed": String(way.key === chosen),
      click: () => choose(way)
    },
    labelIn("predicates", way.relations[0].predicate)
  );
  var named2 = (entity) => foreign(shortened(nameOf(entity), 32));
  var CELLS = {
    who: ({ relations }) => named2(relations[0].subject),
    what: opener,
    whom: ({ relations }) => named2(relations[0].object),
    when: span,
    times: ({ sentences }) => number(sentences.length),
    told: ({ relations }) => label(`line_${tellingOf(relations[0])}`)
  };
  function waysTable(ways) {
    const dated = ways.some((way) => span(way) !== "");
    const columns2 = (
      /** @type {After<"way">[]} */
      Object.keys(CELLS).filter((name) => name !== "when" || dated)
    );
    const heads = columns2.map((name) => element("th", { scope: "col", class: name }, label(`way_${name}`)));
    const cell2 = (way, name) => name === "what" ? element("th", { scope: "row", class: name }, CELLS[name](way)) : element("td", { class: `${name} ${tellingOf(way.relations[0])}` }, CELLS[name](way));
    const row2 = (way) => element(
      "tr",
      { class: way.key === chosen ? "chosen" : null, click: (event) => event.target.closest("button") || choose(way) },
      columns2.map((name) => cell2(way, name))
    );
    return element(
      "table",
      { class: "ways" },
      element("caption", {}, label("waysCaption")),
      element("thead", {}, element("tr", {}, heads)),
      element("tbody", {}, ways.map(row2))
    );
  }

  // script/deeds.js
  function deedsAmong(relations, other, own) {
    const earliest = (relation) => relation.evidence.map(({ sentence }) => whenOf(relation, sentence)).sort(byTime)[0] ?? { date: null, printed: true };
    const dated = relations.map((relation) => ({ relation, ...earliest(relation) }));
    const same = grouped(
      dated,
      ({ relation, date, printed: printed2 }) => [other(relation), relation.predicate, tellingOf(relation), date, printed2].join(" ")
    );
    return [...same.values()].map((those) => ({
      ...those[0],
      other: other(those[0].relation),
      own,
      relations: those.map(({ relation }) => relation)
    })).sort((a, b) => byTime(a, b) || a.relations[0].id - b.relations[0].id);
  }
  function deedRow(deed, before) {
    const { other, relations } = deed;
    const [first] = relations;
    const told = tellingOf(first);
    const count = sentencesOf(relations.flatMap(({ evidence }) => evidence)).length;
    const repeated = before !== void 0 && before.date === deed.date && before.printed === deed.printed;
    const verb = element("span", { class: "verb" }, labelIn("predicates", first.predicate));
    const name = element("span", { class: "who" }, kindMark(other), " ", foreign(shortened(nameOf(other), 60)));
    return button(
      { class: "row deed", click: () => choosePair(first) },
      element("span", { class: `when${repeated ? " repeated" : ""}` }, dateText(deed, "short")),
      element(
        "span",
        { class: "what" },
        ...deed.own ? [verb, " ", name] : [name, " ", verb],
        told === "asserted" ? null : element("span", { class: `told ${told}` }, ` · ${label(`line_${told}`)}`)
      ),
      element("span", { class: "count" }, count > 1 ? `×${number(count)}` : "")
    );
  }
  var deedSection = (title, deeds) => deeds.length ? element(
    "section",
    { class: deeds.some(({ date }) => date !== null) ? "deeds" : "deeds undated" },
    element("h3", {}, title),
    ...rows(deeds.map((deed, index) => () => deedRow(deed, index % 200 ? deeds[index - 1] : void 0)))
  ) : null;
  function deedSections(id) {
    const events = (relationsOf.get(id) ?? []).filter(({ predicate }) => tellsEvent(predicate));
    const mutual = data.opening.mutual;
    const did = ({ subject, predicate }) => subject === id || mutual.includes(predicate);
    const other = ({ subject, object }) => subject === id ? object : subject;
    const name = shortened(nameOf(id), 40);
    const deeds = deedsAmong(events.filter(did), other, true);
    const suffered = deedsAmong(
      events.filter((relation) => !did(relation)),
      other,
      false
    );
    const brackets = [...deeds, ...suffered].some(({ printed: printed2, date }) => printed2 && date);
    return [
      deedSection(label("did", { name }), deeds),
      deedSection(label("wasDone", { name }), suffered),
      brackets ? element("p", { class: "hint" }, label("bracketsHint")) : null
    ];
  }

  // script/focus.js
  var pathStart = null;
  function startPath(id) {
    pathStart = pathStart === id ? null : id;
    drawFocus();
    drawPanel(state);
    if (pathStart === null) return;
    openDrawer(null);
    byId("query").focus();
  }
  function endOfPath(before) {
    const chosen2 = state.selection?.entity;
    if (pathStart === null || chosen2 === void 0 || chosen2 === pathStart || before?.selection === state.selection)
      return;
    const path = [pathStart, chosen2];
    pathStart = null;
    change({ focus: { path }, view: state.view === "table" ? state.view : state.net }, { replace: true });
  }
  function focusText({ near, path, group }) {
    if (path) {
      const far = stepsFrom(path[0], neighboursIn(shown.edges)).get(path[1]);
      const names = { from: shortened(nameOf(path[0]), 40), to: shortened(nameOf(path[1]), 40) };
      return far === void 0 ? label("noPath", names) : label("focusPath", { ...names, steps: number(far) });
    }
    if (near !== void 0) return label("focusNear", { name: shortened(nameOf(near), 40) });
    return label("focusGroup", { names: communityName(shown.network, group) });
  }
  function drawFocus() {
    const { focus } = state;
    const bar = byId("focus");
    bar.hidden = focus === null && pathStart === null;
    if (bar.hidden) return;
    if (pathStart !== null) {
      const start = pathStart;
      refill(bar, [
        element("span", {}, label("pathTo", { name: shortened(nameOf(start), 40) })),
        button({ class: "link", "data-key": "no-path", click: () => startPath(start) }, label("cancel"))
      ]);
      return;
    }
    if (focus === null) return;
    const steps = focus.near === void 0 ? [] : (
      /** @type {const} */
      [1, 2].map(
        (far) => button(
          {
            class: "quiet small",
            "data-key": `steps-${far}`,
            "aria-pressed": String(focus.steps === far),
            click: () => focusOn({ near: focus.near, steps: far })
          },
          label(`near${far}`)
        )
      )
    );
    refill(bar, [
      element("span", { dir: "auto" }, focusText(focus)),
      ...steps,
      button({ class: "link", "data-key": "unfocus", click: () => focusOn(null) }, label("unfocus"))
    ]);
  }

  // script/entity.js
  var triggerOf = ({ sentence, trigger: [start, end] }) => Array.from(data.sentences[sentence].text).slice(start, end).join("");
  var isOffice = (predicate, negated) => predicate === "holds_position" && !negated;
  function officesOf(id) {
    const held = (relationsOf.get(id) ?? []).filter(
      ({ subject, predicate, negated }) => subject === id && isOffice(predicate, negated)
    );
    const rowFor = (object, evidence) => row(object, listed(distinct(evidence.map(triggerOf)).map(foreign)), null, () => showPair("relations", id, object));
    return [...grouped(held, ({ object }) => object)].map(([object, those]) => () => {
      const evidence = those.flatMap((relation) => relation.evidence);
      return quoting(sentencesOf(evidence), () => rowFor(object, evidence));
    });
  }
  function relationRows(relations, end, show2) {
    const rank = (entity) => data.networks.relations.node.get(entity)?.rank ?? Infinity;
    const ends = [...grouped(relations, end)].map(([entity, those]) => ({
      entity,
      predicates: distinct(those.map(({ predicate }) => labelIn("predicates", predicate))),
      count: sentencesOf(those.flatMap(({ evidence }) => evidence)).length
    }));
    ends.sort((left, right) => right.count - left.count || rank(left.entity) - rank(right.entity));
    return ends.map(
      ({ entity, predicates, count }) => () => row(entity, predicates.join(comma()), count, () => show2(entity))
    );
  }
  function aliasSection({ aliases, merges }) {
    if (!aliases.length && !merges.length) return null;
    const reasons = merges.map(
      ({ left, right, rule, score }) => element(
        "li",
        {},
        foreign(left),
        " ≈ ",
        foreign(right),
        element("p", { class: "why" }, ruleName("merge_rules", rule), ` · ${percent(score)}`)
      )
    );
    return section(
      label("aliases"),
      element(
        "ul",
        { class: "aliases" },
        aliases.map((alias) => element("li", {}, foreign(alias)))
      ),
      reasons.length ? element("details", {}, element("summary", {}, label("merges")), element("ul", { class: "reasons" }, reasons)) : null
    );
  }
  var placeFact = ({ place: place2 }) => place2 ? element(
    "span",
    {},
    foreign(countryName(place2[2])),
    " · ",
    element("bdi", { class: "coordinates", dir: "ltr" }, `${place2[0]}, ${place2[1]}`)
  ) : null;
  var linksFact = ({ links }) => links.length ? element(
    "span",
    { class: "links" },
    links.map((link) => element("span", {}, isAddress(link) ? linkTo(link) : foreign(link)))
  ) : null;
  function sentenceFold(sentences, styles) {
    if (!sentences.length) return null;
    const details = element(
      "details",
      { class: "sentences" },
      element("summary", {}, `${label("sentences")} (${number(sentences.length)})`)
    );
    details.addEventListener(
      "toggle",
      () => {
        details.append(...rows(sentences.map((sentence) => () => quoted(sentence, styles))));
      },
      { once: true }
    );
    return details;
  }
  function focusButtons(id) {
    const community = shown.network.node.get(id)?.community;
    const near = state.focus?.near === id ? state.focus.steps : 0;
    const choice2 = (key, pressed, focus) => button(
      {
        class: "quiet small",
        "data-key": `focus-${key}`,
        "aria-pressed": String(pressed),
        click: () => focusOn(pressed ? null : focus)
      },
      label(key)
    );
    return element(
      "p",
      { class: "actions" },
      storyButton(),
      choice2("near1", near === 1, { near: id, steps: 1 }),
      choice2("near2", near === 2, { near: id, steps: 2 }),
      community === void 0 || (shown.network.communities.get(community) ?? []).length < 2 ? null : choice2("group", state.focus?.group === community, { group: community }),
      button(
        {
          class: "quiet small",
          "data-key": "path-from",
          "aria-pressed": String(pathStart === id),
          click: () => startPath(id)
        },
        label("pathFrom")
      )
    );
  }
  function entityPanel(id) {
    const entity = data.entities[id];
    const ties = (relationsOf.get(id) ?? []).filter(({ predicate }) => !tellsEvent(predicate));
    const outgoing = ties.filter(({ subject, predicate, negated }) => subject === id && !isOffice(predicate, negated));
    const incoming = ties.filter(({ subject, object }) => object === id && subject !== id);
    const companions = [...pairsOf.get(id) ?? []].sort(
      (left, right) => right.count - left.count || otherEnd(left, id) - otherEnd(right, id)
    );
    const node = shown.network.node.get(id);
    const latin = entity.transliterated ? `≈ ${entity.latin}` : entity.latin;
    const second = state.lang === "en" ? entity.name : latin;
    const articles = grouped(entity.sentences, (sentence) => data.sentences[sentence].document);
    return [
      element("p", { class: `badge ${entity.kind}` }, kindMark(id), capital(labelIn("kinds", entity.kind))),
      element("h2", { tabindex: "-1" }, foreign(nameOf(id))),
      second && second !== nameOf(id) ? element("p", { class: "second" }, foreign(second)) : null,
      focusButtons(id),
      ...deedSections(id),
      section(
        label("about", { name: shortened(nameOf(id), 40) }),
        facts([
          ["mentions", number(entity.mentions)],
          ["documents", number(entity.documents)],
          ["rank", node ? `${number(node.rank + 1)} / ${number(shown.network.nodes.length)}` : null],
          ["neighbours", node ? number(node.degree) : null],
          ["place", placeFact(entity)],
          ["links", linksFact(entity)]
        ])
      ),
      counted2(label("offices"), "evidenceWords", officesOf(id)),
      counted2(
        label("ties"),
        "evidence",
        relationRows(
          outgoing,
          ({ object }) => object,
          (other) => showPair("relations", id, other)
        )
      ),
      counted2(
        label("tiedTo", { name: shortened(nameOf(id), 40) }),
        "evidence",
        relationRows(
          incoming,
          ({ subject }) => subject,
          (other) => showPair("relations", other, id)
        )
      ),
      aliasSection(entity),
      counted2(
        label("companions"),
        "times",
        companions.map((pair) => () => {
          const other = otherEnd(pair, id);
          return row(
            other,
            labelIn("kinds", data.entities[other].kind),
            pair.count,
            () => showPair("cooccurrence", pair.from, pair.to)
          );
        }),
        5
      ),
      counted2(
        label("documents"),
        "evidence",
        [...articles].map(
          ([article, sentences]) => () => articleRow(article, sentences.length)
        ),
        5
      ),
      sentenceFold(entity.sentences, [[id, "subject"]])
    ];
  }

  // script/home.js
  var TRIES = [
    ["tipEntity", () => shown.nodes.length && showEntity(shown.nodes[0])],
    [
      "tipEdge",
      () => {
        const [edge] = [...shown.drawn].sort((left, right) => right.count - left.count);
        if (edge) showPair(state.net, edge.from, edge.to);
      }
    ],
    ["tipSearch", () => byId("query").focus()]
  ];
  function introduction() {
    if (remembered.get("welcomed") === "yes") return null;
    const hide = () => {
      remembered.set("welcomed", "yes");
      drawPanel(null);
      byId("panel").focus();
    };
    return element(
      "section",
      { class: "intro" },
      element("h2", {}, label("welcome")),
      element("p", { class: "lead" }, label(state.net === "relations" ? "introRelations" : "introCooccurrence")),
      element(
        "ol",
        { class: "tips" },
        TRIES.map(([tip, act]) => element("li", {}, button({ class: "link", click: act }, label(tip))))
      ),
      button({ class: "quiet small", click: hide }, label("hideIntro"))
    );
  }
  function strongestRows() {
    const tied = new Set(shown.nodes);
    const nodes = shown.network.nodes.filter(({ id }) => tied.has(id));
    const strongest = foremost(
      nodes,
      30,
      (left, right) => right[state.size] - left[state.size] || left.rank - right.rank
    );
    return strongest.map(
      ({ id, degree }) => () => row(id, labelIn("kinds", data.entities[id].kind), degree, () => showEntity(id))
    );
  }
  function pairRow({ from, to, count, predicates }) {
    const verb = predicates ? ` ${labelIn("predicates", predicates[0])} ` : " · ";
    const names = [
      foreign(shortened(nameOf(from), 30)),
      element("span", { class: "verb" }, verb),
      foreign(shortened(nameOf(to), 30))
    ];
    return button(
      { class: "row pair-row", click: () => showPair(state.net, from, to) },
      element("span", { class: "who" }, names),
      element("span", { class: "count" }, number(count))
    );
  }
  var strongestPairs = () => foremost(
    shown.edges.filter(({ from, to }) => from !== to),
    12,
    (left, right) => strengthOf(right) - strengthOf(left) || right.count - left.count || left.from - right.from
  ).map((edge) => () => pairRow(edge));
  function communityRows() {
    const { communities: communities2 } = shown.network;
    const tied = new Set(shown.nodes);
    return [...communities2].filter(([, members]) => members.filter(({ id }) => tied.has(id)).length > 2).sort(([a], [b]) => a - b).slice(0, 6).map(
      ([group, members]) => () => button(
        { class: "row", "data-key": `community-${group}`, click: () => focusOn({ group }) },
        element("span", { class: `dot group-${Math.min(group, 7)}`, "aria-hidden": "true" }),
        element("span", { class: "who plain" }, foreign(communityName(shown.network, group))),
        element("span", { class: "count" }, number(members.length))
      )
    );
  }
  var home = () => [
    introduction(),
    counted2(label("strongest"), "neighbours", strongestRows()),
    counted2(label("strongestPairs"), "evidence", strongestPairs(), 6),
    counted2(label("communities"), "members", communityRows()),
    counted2(
      label("documents"),
      "relations",
      data.documents.map(
        ({ index }) => () => articleRow(index, null)
      ),
      6
    )
  ];

  // script/map.js
  var NEAR2 = 220;
  var FAR2 = 3600;
  var sight;
  var MOST_PLACES = 300;
  var MOST_LINES = 150;
  var placed2 = () => shown.nodes.filter((entity) => data.entities[entity].point).slice(0, MOST_PLACES);
  function fitted(points) {
    if (!points.length) return { x: 380, y: -300, size: 900 };
    const across = (axis) => [
      Math.min(...points.map((point) => point[axis])),
      Math.max(...points.map((point) => point[axis]))
    ];
    const [[left, right], [top, bottom]] = [across(0), across(1)];
    const size = Math.min(FAR2, Math.max(NEAR2, (right - left) * 1.35, (bottom - top) * 1.35));
    return { x: (left + right) / 2, y: (top + bottom) / 2, size };
  }
  function central(entities) {
    const points = entities.map(pointOf);
    const middle = [0, 1].map((axis) => points.map((point) => point[axis]).sort((a, b) => a - b)[points.length >> 1]);
    const far = (point) => Math.hypot(point[0] - middle[0], point[1] - middle[1]);
    const near = [...points].sort((a, b) => far(a) - far(b));
    return near.slice(0, Math.max(3, Math.ceil(points.length * 0.8)));
  }
  var pointOf = (entity) => (
    /** @type {Place} */
    data.entities[entity].point
  );
  function viewBox() {
    const { clientWidth: width, clientHeight: height } = byId("map");
    const scale = sight.size / Math.min(width || 1, height || 1);
    return {
      scale,
      x: sight.x - width * scale / 2,
      y: sight.y - height * scale / 2,
      width: width * scale,
      height: height * scale
    };
  }
  function drawMap(before) {
    const on = state.view === "map";
    byId("map").hidden = !on;
    byId("zoom").hidden = state.view === "table";
    if (!on) return;
    const entities = placed2();
    if (!sight || before && before.focus !== state.focus) sight = fitted(entities.length ? central(entities) : []);
    if (!entities.length) {
      byId("empty").hidden = false;
      byId("empty").textContent = label("noPlaces");
    }
    paintMap();
  }
  function paintMap() {
    const box = viewBox();
    const entities = placed2();
    const { node } = shown.network;
    const most2 = Math.max(1, ...entities.map((entity) => data.entities[entity].mentions));
    const radius = (entity) => (4 + 10 * Math.sqrt(data.entities[entity].mentions / most2)) * box.scale;
    const mentioned = grouped(entities, (entity) => data.entities[entity].place?.[2]);
    const chosen2 = new Set(selectedEntities(state.selection));
    const near = chosen2.size === 1 ? tiesOf([...chosen2][0]) : null;
    const svg = drawn("svg", {
      viewBox: `${box.x} ${box.y} ${box.width} ${box.height}`,
      role: "group",
      "aria-label": label("mapOf", { count: number(entities.length) })
    });
    const land2 = drawn("g", { class: "land", "stroke-width": 0.8 * box.scale });
    for (const [code, path] of Object.entries(data.outlines)) {
      land2.append(
        drawn(
          "path",
          { d: path, class: mentioned.has(code) ? "country mentioned" : "country" },
          drawn("title", {}, countryName(code))
        )
      );
    }
    const lines = drawn("g", { class: "ties", "stroke-width": 1.2 * box.scale });
    const inView2 = new Set(entities);
    const between = shown.edges.filter(({ from, to }) => from !== to && inView2.has(from) && inView2.has(to));
    for (const edge of between.sort((a, b) => Number(isStrong(b)) - Number(isStrong(a)) || b.count - a.count).slice(0, MOST_LINES)) {
      const [[x1, y1], [x2, y2]] = [pointOf(edge.from), pointOf(edge.to)];
      lines.append(
        drawn(
          "path",
          {
            d: `M${x1} ${y1}Q${(x1 + x2) / 2 + (y1 - y2) * 0.12} ${(y1 + y2) / 2 + (x2 - x1) * 0.12} ${x2} ${y2}`,
            class: isStrong(edge) ? "tie strong" : "tie",
            "data-edge": edge.id,
            click: () => showPair(state.net, edge.from, edge.to)
          },
          drawn("title", {}, `${nameOf(edge.from)} – ${nameOf(edge.to)}`)
        )
      );
    }
    const dots = [...entities].sort((a, b) => data.entities[b].mentions - data.entities[a].mentions).map((entity, _, order) => {
      const [x, y] = pointOf(entity);
      const faded = near && !near.has(entity) ? " faded" : "";
      const dot = drawn("circle", {
        cx: x,
        cy: y,
        r: radius(entity),
        class: `place${chosen2.has(entity) ? " chosen" : ""}${faded}`,
        "stroke-width": box.scale * 1.5,
        fill: state.colour === "kind" ? null : groupColour(node.get(entity)?.community ?? 7)
      });
      return drawn(
        "g",
        {
          tabindex: entity === (order.find((each) => chosen2.has(each)) ?? order[0]) ? 0 : -1,
          // the keys lead to others
          role: "button",
          "data-key": `place-${entity}`,
          "aria-label": nameOf(entity),
          class: "spot",
          click: () => showEntity(entity),
          focus: () => bringPlaceIntoView(entity),
          keydown: (event) => {
            if (event.key === "Enter" || event.key === " ") {
              event.preventDefault();
              showEntity(entity);
            }
          }
        },
        dot,
        drawn("title", {}, nameOf(entity))
      );
    });
    svg.append(land2, lines, ...dots, mapNames(entities, radius, box, chosen2));
    refill(byId("map"), [svg, element("p", { class: "map-note" }, label("mapNote"))]);
  }
  var tiesOf = (entity) => /* @__PURE__ */ new Set([
    entity,
    ...shown.edges.filter(({ from, to }) => from === entity || to === entity).map((edge) => otherEnd(edge, entity))
  ]);
  function mapNames(entities, radius, box, chosen2) {
    const group = drawn("g", {
      class: "place-names",
      "font-size": 12.5 * box.scale,
      "stroke-width": 3.5 * box.scale,
      "aria-hidden": "true"
    });
    const taken = new Occupied();
    const order = [...entities].sort(
      (a, b) => Number(chosen2.has(b)) - Number(chosen2.has(a)) || data.entities[b].mentions - data.entities[a].mentions
    );
    const onScreen = ([x, y]) => ({ x: (x - box.x) / box.scale, y: (y - box.y) / box.scale });
    for (const entity of order) {
      const { x, y } = onScreen(pointOf(entity));
      taken.add(boxAround(x, y, 8, 8, entity));
    }
    const measure = (
      /** @type {CanvasRenderingContext2D} */
      document.createElement("canvas").getContext("2d")
    );
    measure.font = `600 12.5px ${token("sans")}`;
    for (const entity of order) {
      const spot = onScreen(pointOf(entity));
      const text = shortened(nameOf(entity), 28);
      const width = measure.measureText(text).width + 6;
      const place2 = placesAround({ ...spot, radius: radius(entity) / box.scale, owner: entity }, width, 16).find(
        (each) => taken.isFree(each)
      );
      if (!place2) continue;
      taken.add(place2);
      group.append(
        drawn(
          "text",
          {
            x: box.x + place2.x * box.scale,
            y: box.y + (place2.y + 4) * box.scale,
            "text-anchor": "middle",
            direction: directionOf(text)
          },
          text
        )
      );
    }
    return group;
  }
  function zoomMap(factor) {
    sight = { ...sight, size: Math.min(FAR2, Math.max(NEAR2 / 4, sight.size / factor)) };
    paintMap();
  }
  function moveMap(dx, dy) {
    const { scale } = viewBox();
    sight = { ...sight, x: sight.x + dx * scale, y: sight.y + dy * scale };
    paintMap();
  }
  function bringPlaceIntoView(entity) {
    const box = viewBox();
    const [x, y] = pointOf(entity);
    const covered3 = narrow.matches && document.body.dataset.drawer === "panel" ? byId("panel").offsetWidth : 0;
    const free = box.width - covered3 * box.scale;
    const left = state.lang === "ar" ? box.x + box.width - free : box.x;
    const edge = 20 * box.scale;
    const inside = x > left + edge && x < left + free - edge && y > box.y + edge && y < box.y + box.height - edge;
    if (inside) return;
    sight = { ...sight, x: x + box.x + box.width / 2 - (left + free / 2), y };
    slideMap();
  }
  function slideMap() {
    const box = viewBox();
    byId("map").querySelector("svg")?.setAttribute("viewBox", `${box.x} ${box.y} ${box.width} ${box.height}`);
  }
  function stepPlace(by) {
    const spots2 = elements(".spot", byId("map"));
    const at = spots2.indexOf(
      /** @type {HTMLElement} */
      document.activeElement
    );
    spots2[(at + by + spots2.length) % spots2.length]?.focus();
  }
  function fitMap() {
    sight = fitted(placed2().map(pointOf));
    paintMap();
  }
  var MAP_KEYS = {
    ArrowLeft: () => moveMap(-60, 0),
    ArrowRight: () => moveMap(60, 0),
    ArrowUp: () => moveMap(0, -60),
    ArrowDown: () => moveMap(0, 60),
    "+": () => zoomMap(1.4),
    "=": () => zoomMap(1.4),
    "-": () => zoomMap(1 / 1.4),
    0: () => fitMap(),
    PageDown: () => stepPlace(1),
    PageUp: () => stepPlace(-1)
  };
  var grip = null;
  function startMap() {
    byId("map").addEventListener(
      "pointerdown",
      ({ clientX, clientY }) => grip = { x: clientX, y: clientY, sight, moved: false }
    );
    byId("map").addEventListener("pointermove", (event) => {
      if (grip === null || !event.buttons) return;
      const [dx, dy] = [event.clientX - grip.x, event.clientY - grip.y];
      if (!grip.moved && Math.hypot(dx, dy) < 4) return;
      grip.moved = true;
      const { scale } = viewBox();
      sight = { ...grip.sight, x: grip.sight.x - dx * scale, y: grip.sight.y - dy * scale };
      slideMap();
    });
    addEventListener("pointerup", () => {
      if (grip?.moved) paintMap();
      grip = null;
    });
    byId("map").addEventListener(
      "wheel",
      (event) => {
        event.preventDefault();
        zoomMap(event.deltaY < 0 ? 1.2 : 1 / 1.2);
      },
      { passive: false }
    );
    byId("map").addEventListener("keydown", (event) => {
      const act = event.ctrlKey || event.metaKey || event.altKey ? void 0 : MAP_KEYS[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    });
    addEventListener("resize", () => state.view === "map" && paintMap());
  }

  // script/pair.js
  function relationCards(relation) {
    const { subject, object, negated, modality, speaker, date, place: place2, confidence } = relation;
    const chip = (kind, text) => element("span", { class: `chip ${kind}` }, text);
    const polarity = negated ? "negated" : "affirmed";
    const chips = element(
      "p",
      { class: "chips" },
      chip(polarity, labelIn("polarities", polarity)),
      chip(modality, labelIn("modalities", modality))
    );
    const named3 = (entity) => entity === null ? null : entityButton(entity, "inline");
    const cardOf = (sentence, those) => {
      const rules = distinct(those.map(({ rule }) => data.rules[rule])).map((rule) => ruleName("relation_rules", rule));
      const details = facts([
        ["speaker", named3(speaker)],
        ["trigger", listed(distinct(those.map(triggerOf)).map(foreign))],
        ["eventDate", date && day(date)],
        ["eventPlace", named3(place2)],
        ["confidence", percent(confidence)],
        ["rule", listed(rules)]
      ]);
      const names = nameMarks(sentence, [
        [subject, "subject"],
        [object, "object"]
      ]);
      const spans = those.map(({ trigger: [start, end] }) => ({ start, end, style: "trigger" }));
      return card(sentence, [...names, ...spans], chips.cloneNode(true), details);
    };
    return [...grouped(relation.evidence, ({ sentence }) => sentence)].map(
      ([sentence, those]) => () => quoting([sentence], () => cardOf(sentence, those))
    );
  }
  var pairTitle = (from, to, between) => element(
    "h2",
    { class: "pair", tabindex: "-1" },
    entityButton(from, "entity subject"),
    element("span", { class: between, "aria-hidden": "true" }),
    entityButton(to, "entity object")
  );
  var pairActions = (from, to) => element(
    "p",
    { class: "actions" },
    relationsBetween(from, to).length || relationsBetween(to, from).length ? storyButton() : null,
    button(
      { class: "quiet small", "data-key": "pair-path", click: () => focusOn({ path: [from, to] }) },
      label("pathBetween")
    )
  );
  function relationPanel(from, to) {
    const ways = waysBetween(from, to);
    const chosen2 = chosenAmong(ways);
    const there = ways.filter(({ relations }) => relations[0].subject === from);
    const together = from !== to && pairBetween(from, to);
    return [
      pairTitle(from, to, "arrow"),
      pairActions(from, to),
      ways.length > 1 ? waysTable(ways) : null,
      ...(chosen2 ? [chosen2] : there).map(waySection),
      there.length || chosen2 ? null : element("p", { class: "lead" }, label("noRelation")),
      element(
        "p",
        { class: "actions" },
        together ? button({ class: "quiet small", click: () => showPair("cooccurrence", from, to) }, label("together")) : null
      )
    ];
  }
  function waySection({ relations }) {
    const surest = [...relations].sort((a, b) => b.confidence - a.confidence);
    const [{ subject, predicate, object }] = relations;
    const title = [
      foreign(shortened(nameOf(subject), 40)),
      element("span", { class: "verb" }, ` ${labelIn("predicates", predicate)} `),
      foreign(shortened(nameOf(object), 40))
    ];
    const told = element("span", { class: "column" }, label(`line_${tellingOf(relations[0])}`));
    const head = element("h3", {}, element("span", {}, title), told);
    return element("section", { class: "evidence" }, head, ...rows(surest.flatMap(relationCards)));
  }
  function companionPanel(from, to) {
    const pair = pairBetween(from, to);
    const sentences = sharedBetween(data.entities[from].sentences, data.entities[to].sentences);
    const styles = [
      [from, "subject"],
      [to, "object"]
    ];
    const ways = [
      [from, to],
      [to, from]
    ].filter(([a, b]) => relationsBetween(a, b).length);
    return [
      pairTitle(from, to, "tie"),
      pairActions(from, to),
      pair ? facts([
        ["togetherCount", number(pair.count)],
        ["documents", number(pair.documents)],
        ["association", number(pair.npmi, 2)]
      ]) : null,
      counted2(
        label("relations"),
        "evidence",
        ways.map(
          ([a, b]) => () => row(
            a,
            listed([
              ...distinct(relationsBetween(a, b).map(({ predicate }) => labelIn("predicates", predicate))),
              foreign(nameOf(b))
            ]),
            relationsBetween(a, b).length,
            () => showPair("relations", a, b)
          )
        )
      ),
      sentences.length ? section(label("together"), ...rows(sentences.map((sentence) => () => quoted(sentence, styles)))) : element("p", { class: "lead" }, label("noSentence"))
    ];
  }

  // script/panel.js
  function panelContent({ selection }) {
    if (selection === null) return home();
    if (selection.entity !== void 0) return entityPanel(selection.entity);
    if (selection.article !== void 0) return articlePanel(selection.article);
    return selection.net === "relations" ? relationPanel(selection.from, selection.to) : companionPanel(selection.from, selection.to);
  }
  function drawPanel(before) {
    const panel = byId("panel");
    const within2 = panel.contains(document.activeElement) || byId("search").contains(document.activeElement);
    const fresh = !before || before.selection !== state.selection;
    const close = button(
      { class: "close", "data-key": "close", click: closePanel, "aria-label": label("close"), title: label("close") },
      "×"
    );
    const top = panel.scrollTop;
    panel.classList.toggle("has-selection", state.selection !== null);
    refill(panel, [
      state.selection === null ? element("span", { class: "drawer-only" }, close) : close,
      state.selection === null ? element("h2", { class: "aside" }, label("details")) : null,
      ...panelContent(state)
    ]);
    panel.scrollTop = fresh ? 0 : top;
    if (before && before.view !== state.view && state.view === "story" && narrow.matches) openDrawer(null);
    if (!before || !fresh) return;
    if (state.selection !== null && narrow.matches) openDrawer(state.view === "story" ? null : "panel");
    else if (state.selection !== null && !isOpen("panel")) foldSide("panel", false);
    if (!within2 && !panel.contains(document.activeElement)) return;
    (elements("h2[tabindex]", panel)[0] ?? panel).focus({ preventScroll: true });
  }
  function closePanel() {
    openDrawer(null);
    if (state.selection !== null) clearSelection();
  }
  var narrow = matchMedia("(max-width: 900px)");
  var SIDES = { facets: "open-facets", panel: "open-panel" };
  var isOpen = (side) => narrow.matches ? document.body.dataset.drawer === side : !document.body.classList.contains(`no-${side}`);
  var phone = matchMedia("(max-width: 620px)");
  var covered = null;
  function openDrawer(name) {
    const covers = name === "facets" || name === "panel" && phone.matches;
    const focused = (
      /** @type {HTMLElement | null} */
      document.activeElement
    );
    const left = (
      /** @type {HTMLElement | undefined} */
      focused?.closest(".facets, .panel")
    );
    const [stage] = elements(".stage");
    if (covers && stage.contains(focused)) covered = focused;
    document.body.dataset.drawer = name ?? "";
    byId("veil").hidden = !covers;
    stage.inert = covers;
    tellSides();
    if (name !== null && covers && covered === focused) byId(name).focus();
    if (name !== null || !left || !narrow.matches) return;
    (covered ?? byId(SIDES[
      /** @type {Side} */
      left.id
    ])).focus();
    covered = null;
  }
  function tellSides() {
    for (
      const side of
      /** @type {const} */
      ["facets", "panel"]
    )
      byId(SIDES[side]).setAttribute("aria-expanded", String(isOpen(side)));
  }
  function foldSide(side, away) {
    document.body.classList.toggle(`no-${side}`, away);
    tellSides();
    if (isGraph()) redrawWhole();
    else if (state.view === "map") paintMap();
  }
  function toggleSide(side) {
    const open = isOpen(side);
    if (!narrow.matches) return foldSide(side, open);
    openDrawer(open ? null : side);
    if (!open) byId(side).focus();
  }
  function startSides() {
    byId("open-facets").addEventListener("click", () => toggleSide("facets"));
    byId("open-panel").addEventListener("click", () => toggleSide("panel"));
    narrow.addEventListener("change", () => openDrawer(null));
    byId("veil").addEventListener("click", () => openDrawer(null));
  }

  // script/navigation.js
  var AROUND = 1.1;
  var motion = () => still.matches ? false : { duration: 300, easingFunction: "easeInOutQuad" };
  function fitAll(animation = motion()) {
    if (!crowd) return network.fit({ minZoomLevel: 0.01, maxZoomLevel: LARGEST, animation });
    const { left, right, top, bottom } = boundsOf(crowd);
    const { width, height } = canvasSize();
    const scale = Math.min(LARGEST, width / (right - left) / AROUND, height / (bottom - top) / AROUND);
    network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale, animation });
  }
  var zoomBy = (factor) => network.moveTo({ scale: network.getScale() * factor, animation: motion() });
  var panBy = (dx, dy) => {
    const { x, y } = network.getViewPosition();
    const scale = network.getScale();
    network.moveTo({ position: { x: x + dx / scale, y: y + dy / scale }, animation: false });
  };
  var covered2 = () => narrow.matches ? byId("panel").offsetWidth : 0;
  function bringIntoView() {
    const places = selectedEntities(state.selection).flatMap((entity) => placeOf(entity) ?? []);
    if (!places.length) return;
    const { width, height } = canvasSize();
    const [left, right] = state.lang === "ar" ? [covered2(), width] : [0, width - covered2()];
    const points = places.map((place2) => network.canvasToDOM(place2));
    if (points.every(({ x, y }) => x > left + 40 && y > 40 && x < right - 40 && y < height - 40)) return;
    const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
    const room = Math.min((right - left) / (most(xs) - least(xs) + 160), height / (most(ys) - least(ys) + 160));
    network.moveTo({
      position: network.DOMtoCanvas({ x: (least(xs) + most(xs)) / 2, y: (least(ys) + most(ys)) / 2 }),
      scale: network.getScale() * Math.min(1, room),
      offset: { x: (left + right - width) / 2, y: 0 },
      animation: motion()
    });
  }
  function hover(change2) {
    const next = { ...hovered, ...change2 };
    if (next.node === hovered.node && next.edge === hovered.edge) return;
    setHovered(next);
    byId("canvas").style.cursor = hovered.node === null && hovered.edge === null ? "" : "pointer";
    redrawSoon();
  }
  function rearrange() {
    if (crowd) {
      const free = emphasised() ?? crowdInView(SPREAD);
      const between = shown.drawn.filter(({ from, to }) => free.has(from) && free.has(to));
      lift(
        free,
        between.map((edge) => visEdge(edge, false, null))
      );
    } else {
      const free = emphasised() ?? shown.shown;
      shownNodes.update([...shown.shown].map((id) => ({ id, fixed: !free.has(id) })));
    }
    network.setOptions({
      physics: {
        enabled: true,
        solver: "forceAtlas2Based",
        forceAtlas2Based: { springLength: 110 * unit, avoidOverlap: 0.6, gravitationalConstant: -60 * unit * unit },
        timestep: 0.35,
        stabilization: false
      }
    });
    setTimeout(() => {
      network.setOptions({ physics: { enabled: false } });
      if (crowd) land();
      else shownNodes.update([...shown.shown].filter((id) => shownNodes.get(id)).map((id) => ({ id, fixed: false })));
      fitAll();
    }, 2500);
  }
  var KEYS = {
    ArrowLeft: () => panBy(-60, 0),
    ArrowRight: () => panBy(60, 0),
    ArrowUp: () => panBy(0, -60),
    ArrowDown: () => panBy(0, 60),
    "+": () => zoomBy(1.4),
    "=": () => zoomBy(1.4),
    "-": () => zoomBy(1 / 1.4),
    0: () => fitAll(),
    PageDown: () => step(1),
    PageUp: () => step(-1)
  };
  function step(by) {
    const order = shown.nodes.filter((id) => shown.shown.has(id));
    const at = order.indexOf(state.selection?.entity ?? -1);
    const next = order[at < 0 ? 0 : (at + by + order.length) % order.length];
    if (next !== void 0) showEntity(next);
  }
  function startNavigation() {
    network.on("hoverNode", ({ node }) => hover({ node }));
    network.on("blurNode", () => hover({ node: null }));
    network.on("hoverEdge", ({ edge }) => hover({ edge }));
    network.on("blurEdge", () => hover({ edge: null }));
    network.on("click", ({ pointer }) => {
      network.unselectAll();
      const entity = entityAt(pointer.DOM);
      const edge = crowd ? crowdEdge(crowdAt(pointer.DOM).edge) : edgesById.get(network.getEdgeAt(pointer.DOM) ?? "");
      if (entity !== void 0) showEntity(entity);
      else if (edge) showPair(state.net, edge.from, edge.to);
      else if (state.selection !== null) clearSelection();
    });
    network.on("doubleClick", ({ pointer }) => {
      const entity = entityAt(pointer.DOM);
      if (entity !== void 0) focusOn({ near: entity, steps: 1 });
    });
    byId("canvas").addEventListener("keydown", (event) => {
      const act = event.ctrlKey || event.metaKey || event.altKey ? void 0 : KEYS[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    });
  }

  // script/canvas.js
  var shownNodes = new vis.DataSet();
  var shownEdges = new vis.DataSet();
  var network;
  var LARGEST = 1.3;
  var MANY = { nodes: 400, edges: 800 };
  var NOTHING = { node: null, edge: null };
  var hovered = NOTHING;
  var setHovered = (next) => hovered = next;
  var place = (node) => node;
  var drawnAs = /* @__PURE__ */ new Map();
  var still = matchMedia("(prefers-reduced-motion: reduce)");
  var canvasSize = () => ({ width: byId("canvas").clientWidth, height: byId("canvas").clientHeight });
  var isGraph = () => isNet(state.view);
  var redrawSoon = () => network.body.emitter.emit("_requestRedraw");
  function placeOf(id) {
    if (crowd) return placeIn(crowd, id);
    const node = network.body.nodes[id];
    return node && { x: node.x, y: node.y };
  }
  function leave(set, ids) {
    const gone = set.getIds().filter((id) => !ids.has(id));
    set.remove(gone);
    gone.forEach((id) => drawnAs.delete(`${set === shownEdges}${id}`));
  }
  function settle(set, items) {
    const changed = items.filter((item) => {
      const [key, look] = [`${set === shownEdges}${item.id}`, JSON.stringify(item)];
      if (drawnAs.get(key) === look) return false;
      drawnAs.set(key, look);
      return true;
    });
    set.update(changed);
  }
  var spotNodes = [];
  var edgesById = /* @__PURE__ */ new Map();
  function clearVis() {
    for (const set of [shownEdges, shownNodes]) if (set.length) set.clear();
    drawnAs.clear();
  }
  function drawGraph(before) {
    for (const part of ["graph-tools", "canvas"]) byId(part).hidden = !isGraph();
    byId("empty").hidden = !isGraph() || shown.drawn.length > 0;
    if (!isGraph()) return;
    const other = before === null || before.net !== state.net;
    if (other) network.setOptions(shown.network.options);
    hovered = NOTHING;
    const nodes = [...shown.shown].map((id) => (
      /** @type {Ranked} */
      shown.network.node.get(id)
    ));
    const anew = other || framed(before);
    findRoom(canvasSize());
    if (anew) {
      const laid = spread(nodes, canvasSize());
      place = laid.place;
      setUnit(laid.unit);
    }
    const placed3 = (node) => (anew ? void 0 : placeOf(node.id)) ?? place(node);
    if (nodes.length > MANY.nodes || shown.drawn.length > MANY.edges) drawCrowd(nodes, placed3, anew);
    else drawFew(nodes, placed3, other, anew);
    const emphasis = emphasised();
    const strength = strengthOf2();
    const chosen2 = new Set(selectedEntities(state.selection));
    spotNodes = nodes.filter(({ id }) => emphasis === null || emphasis.has(id)).map((node) => ({ id: node.id, rank: node.rank, strength: strength(node), chosen: chosen2.has(node.id) })).sort(
      (left, right) => Number(right.chosen) - Number(left.chosen) || right.strength - left.strength || left.rank - right.rank
    );
    if (before === null || !isNet(before.view)) network.redraw();
    if (anew) fitAll(before === null ? false : motion());
    else if (before?.selection !== state.selection) bringIntoView();
    if (paper) finishCrowd();
    else redrawSoon();
  }
  function drawFew(nodes, placed3, other, anew) {
    const places = new Map(nodes.map((node) => [node.id, placed3(node)]));
    if (other || crowd) clearVis();
    hideCrowd();
    const ids = new Set(shown.drawn.map(({ id }) => id));
    const [strength, emphasis] = [strengthOf2(), emphasised()];
    leave(shownEdges, ids);
    leave(shownNodes, shown.shown);
    settle(
      shownNodes,
      nodes.map((node) => ({
        ...visNode(node, strength(node), emphasis),
        ...anew || !shownNodes.get(node.id) ? places.get(node.id) : {}
      }))
    );
    settle(
      shownEdges,
      shown.drawn.map((edge) => visEdge(edge, edge.from !== edge.to && ids.has(`${edge.to}-${edge.from}`), emphasis))
    );
    edgesById = new Map(shown.drawn.map((edge) => [edge.id, edge]));
  }
  function drawCrowd(nodes, placed3, anew) {
    const strength = strengthOf2();
    const drawn2 = crowdOf(
      nodes.map((node) => crowdNode(node, strength(node), placed3(node))),
      shown.drawn,
      crowdPens()
    );
    clearVis();
    showCrowd(drawn2, !anew);
  }
  var framed = (before) => before === null || !isNet(before.view) || /** @type {(keyof State)[]} */
  ["net", "amount", "focus", ...FILTERS].some((name) => before[name] !== state[name]);
  function redrawWhole() {
    network.setSize("100%", "100%");
    network.redraw();
    drawGraph(null);
  }
  var turning;
  function startCanvas() {
    network = new vis.Network(byId("canvas"), { nodes: shownNodes, edges: shownEdges }, shown.network.options);
    startCrowd(hover);
    addEventListener("resize", () => {
      clearTimeout(turning);
      turning = setTimeout(() => isGraph() && redrawWhole(), 200);
    });
  }

  // script/help.js
  var SHORTCUTS = [
    ["/", "keySearch"],
    ["↑ ↓ ← →", "keyPan"],
    ["+ − 0", "keyZoom"],
    ["PgUp PgDn", "keyStep"],
    ["Esc", "keyClose"],
    ["?", "keyHelp"]
  ];
  function openingWeights() {
    const { weights, strong } = data.opening;
    const every = Object.values(weights);
    const [event, state2] = [Math.max(...every), Math.min(...every)];
    return { strong: number(strong, 2), event: number(event, 2), state: number(state2, 2) };
  }
  function showHelp() {
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
        /** @type {const} */
        ["tipEntity", "tipEdge", "tipSearch", "tipStory", "tipFocus", "tipTime", "tipShare"].map(
          (tip) => element("li", {}, label(tip))
        )
      ),
      element("h3", {}, label("helpFirst")),
      element("p", {}, label("helpOpening", openingWeights())),
      element("h3", {}, label("helpReading")),
      element("p", {}, label("helpCaution")),
      element("h3", {}, label("helpKeys")),
      element(
        "dl",
        { class: "keys" },
        SHORTCUTS.map(
          ([keys, what]) => element("div", {}, element("dt", {}, element("kbd", { dir: "ltr" }, keys)), element("dd", {}, label(what)))
        )
      ),
      element("h3", {}, label("helpBuild")),
      facts([
        ["documents", number(data.documents.length)],
        ["entities", number(data.entities.length)],
        ["relations", number(data.relations.length)],
        ["pairs", number(data.pairCount)],
        ["sentencesCount", number(data.sentences.length)]
      ]),
      settings.length ? element(
        "details",
        {},
        element("summary", {}, label("helpSettings")),
        element(
          "dl",
          { class: "settings", dir: "ltr" },
          settings.map(([key, value]) => element("div", {}, element("dt", {}, key), element("dd", {}, value)))
        )
      ) : null
    ]);
    guide.showModal();
  }
  function startHelp() {
    byId("help").addEventListener("click", showHelp);
    byId("guide").addEventListener("click", ({ target }) => target === byId("guide") && byId("guide").close());
  }

  // script/search.js
  var SUGGESTIONS = 10;
  var ARTICLES = 6;
  var MARKS = /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g;
  var LETTERS = {
    ...Object.fromEntries(Array.from("أإآٱ", (letter) => [letter, "ا"])),
    ...Object.fromEntries(Array.from("ىیئ", (letter) => [letter, "ي"])),
    ...{ ؤ: "و", ة: "ه", ک: "ك", گ: "ك", ڤ: "ف", پ: "ب", چ: "ج", ء: "" }
  };
  var SPELT_IN_SEVERAL_WAYS = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");
  var COMPOSED = /[^\u0000-\u007f\u0600-\u06ff]/;
  var withoutArticle = (word) => word.startsWith("ال") && word.length > 4 ? word.slice(2) : word;
  function plain(text) {
    const bare = text.normalize("NFKC").replace(MARKS, "");
    const letters = bare.replace(SPELT_IN_SEVERAL_WAYS, (letter) => LETTERS[letter]).toLowerCase();
    const latin = (COMPOSED.test(letters) ? letters.normalize("NFD") : letters).replace(/[\u0300-\u036f'’ʿʾ]/g, "");
    return latin.trim().replace(/[\s\-_]+/g, " ");
  }
  function bothWays(text) {
    const whole2 = plain(text);
    if (!/ال|al|el/.test(whole2)) return whole2 === "" ? [] : [whole2];
    const words = whole2.split(" ").filter((word) => word !== "al" && word !== "el");
    return distinct([words.map(withoutArticle).join(" "), whole2]).filter((spelling) => spelling !== "");
  }
  var spelt = (texts) => texts.flatMap(
    (text) => bothWays(text.slice(0, 400)).map((spelling) => (
      /** @type {[string, string]} */
      [spelling, text]
    ))
  );
  var searchable = [];
  var joined = [];
  var hasAliases = false;
  function join(entity) {
    joined[entity] = searchable[entity].map(([spelling]) => spelling).join("\n");
  }
  function prepare(most2 = Infinity) {
    for (let count = 0; count < most2 && searchable.length < data.entities.length; count += 1) {
      const entity = searchable.length;
      const { name, latin, aliases } = data.entities[entity];
      searchable.push(spelt(hasAliases ? [name, latin, ...aliases] : [name, latin]));
      join(entity);
    }
  }
  function spellings() {
    prepare();
    if (hasAliases !== knowsTogether()) {
      for (const { id, aliases } of data.entities) {
        searchable[id].push(...spelt(aliases));
        join(id);
      }
      hasAliases = true;
    }
    return searchable;
  }
  var AT_ONCE2 = 250;
  function prepareIdly() {
    prepare(AT_ONCE2);
    if (searchable.length < data.entities.length) setTimeout(prepareIdly, 20);
  }
  function closeness(spelling, wanted2) {
    if (spelling === wanted2) return 0;
    if (spelling.startsWith(wanted2)) return 1;
    if (spelling.includes(` ${wanted2}`)) return 2;
    return spelling.includes(wanted2) ? 3 : Infinity;
  }
  function matches(query) {
    const wanted2 = bothWays(query);
    if (!wanted2.length) return [];
    const rank = (entity) => shown.network.node.get(entity)?.rank ?? Infinity;
    const found = [];
    spellings().forEach((those, entity) => {
      if (!wanted2.some((each) => joined[entity].includes(each))) return;
      let best = [Infinity, ""];
      for (const [spelling, text] of those) {
        const far = Math.min(...wanted2.map((each) => closeness(spelling, each)));
        if (far < best[0]) best = [far, text];
      }
      if (best[0] < Infinity) found.push({ entity, far: best[0], written: best[1] });
    });
    return found.sort((a, b) => a.far - b.far || rank(a.entity) - rank(b.entity)).slice(0, SUGGESTIONS);
  }
  var titles = null;
  function articlesNamed(query) {
    const [wanted2 = ""] = bothWays(query);
    if (wanted2.length < 2) return [];
    const words = wanted2.split(" ").map((word) => ` ${word}`);
    titles ??= data.documents.map(({ title }) => ` ${bothWays(title.slice(0, 400))[0] ?? ""}`);
    const found = [];
    for (let article = 0; article < titles.length && found.length < ARTICLES; article += 1) {
      const title = titles[article];
      if (words.every((word) => title.includes(word))) found.push({ article, far: 2, written: titleOf(article) });
    }
    return found;
  }
  var active = -1;
  var OPTIONS = "[data-entity], [data-article]";
  function suggestion({ entity, article, written: written2 }, index) {
    if (article !== void 0) return articleSuggestion(article, index);
    const { name, latin, mentions } = data.entities[entity];
    const also = written2 !== nameOf(entity) && written2 !== name && written2 !== latin ? [element("span", { class: "what" }, foreign(shortened(written2, 50)))] : [element("span", { class: "what" }, labelIn("kinds", data.entities[entity].kind))];
    return element(
      "li",
      {
        role: "option",
        id: `option-${index}`,
        class: "row",
        "aria-selected": "false",
        "data-entity": entity,
        pointerdown: (event) => event.preventDefault(),
        click: () => choose2(entity)
      },
      kindMark(entity),
      element("span", { class: "who" }, foreign(shortened(nameOf(entity), 60))),
      ...also,
      element("span", { class: "count" }, number(mentions))
    );
  }
  var articleSuggestion = (article, index) => element(
    "li",
    {
      role: "option",
      id: `option-${index}`,
      class: "row article-row",
      "aria-selected": "false",
      "data-article": article,
      pointerdown: (event) => event.preventDefault(),
      click: () => chooseArticle(article)
    },
    element("span", { class: "kind article", "aria-hidden": "true" }),
    element("span", { class: "who", dir: "auto" }, shortened(titleOf(article), 90)),
    element("span", { class: "what" }, label("article"))
  );
  function drawSuggestions() {
    const query = byId("query").value;
    const found = [...matches(query), ...articlesNamed(query)];
    const typed = query.trim() !== "";
    if (typed && !knowsTogether()) readTogether().then(drawSuggestions, tellDamaged);
    active = found.length ? 0 : -1;
    byId("suggestions").replaceChildren(
      ...found.map(suggestion),
      ...typed && !found.length ? [
        element(
          "li",
          { class: "nothing", role: "option", "aria-disabled": "true", "aria-selected": "false" },
          label("noResults")
        )
      ] : []
    );
    byId("suggestions").hidden = !typed;
    byId("query").setAttribute("aria-expanded", String(typed));
    if (typed) say(`${label("results")}: ${number(found.length)}`);
    markActive();
  }
  function markActive() {
    const options = elements(OPTIONS, byId("suggestions"));
    options.forEach((option, index) => option.setAttribute("aria-selected", String(index === active)));
    if (options[active]) {
      byId("query").setAttribute("aria-activedescendant", options[active].id);
      options[active].scrollIntoView({ block: "nearest" });
    } else byId("query").removeAttribute("aria-activedescendant");
  }
  function choose2(entity) {
    closeSearch();
    showEntity(entity);
  }
  function chooseArticle(article) {
    closeSearch();
    showArticle(article);
  }
  function closeSearch() {
    byId("query").value = "";
    drawSuggestions();
  }
  function startSearch() {
    setTimeout(prepareIdly, 300);
    byId("query").addEventListener("input", drawSuggestions);
    byId("query").addEventListener("focus", drawSuggestions);
    byId("query").addEventListener("keydown", (event) => {
      const count = elements(OPTIONS, byId("suggestions")).length;
      const step2 = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : void 0;
      if (step2 === void 0 || !count) return;
      event.preventDefault();
      active = (active + step2 + count) % count;
      markActive();
    });
    byId("search").addEventListener("submit", (event) => {
      event.preventDefault();
      elements(OPTIONS, byId("suggestions"))[active]?.click();
    });
    byId("search").addEventListener("focusout", ({ relatedTarget }) => {
      if (byId("search").contains(
        /** @type {Node | null} */
        relatedTarget
      )) return;
      byId("suggestions").hidden = true;
      byId("query").setAttribute("aria-expanded", "false");
    });
  }

  // script/frame.js
  var darkScreen = matchMedia("(prefers-color-scheme: dark)");
  var themeNow = () => paper ? "light" : state.theme === "auto" ? darkScreen.matches ? "dark" : "light" : state.theme;
  function drawFrame(before) {
    if (document.documentElement.dataset.theme !== themeNow()) {
      document.documentElement.dataset.theme = themeNow();
      readPalette();
    }
    if (before?.lang !== state.lang) {
      applyLabels();
      refill(
        byId("totals"),
        /** @type {const} */
        ["documents", "entities", "relations"].map(
          (key) => element("span", {}, `${label(key)} `, element("b", {}, number(data[key].length)))
        )
      );
    }
    for (const choice2 of elements("[data-view]")) {
      choice2.setAttribute("aria-pressed", String(choice2.dataset.view === state.view));
    }
    byId("empty").hidden = shown.drawn.length > 0;
    byId("empty").textContent = label(isFiltered(state) || state.focus ? "emptyFilter" : "emptyView");
    document.body.dataset.shows = state.view;
  }
  function switchLanguage() {
    const lang = state.lang === "ar" ? "en" : "ar";
    remembered.set("lang", lang);
    change({ lang }, { replace: true });
  }
  function switchTheme() {
    const theme = themeNow() === "dark" ? "light" : "dark";
    remembered.set("theme", theme);
    change({ theme }, { replace: true });
  }
  var zooms = {
    in: () => state.view === "map" ? zoomMap(1.4) : zoomBy(1.4),
    out: () => state.view === "map" ? zoomMap(1 / 1.4) : zoomBy(1 / 1.4),
    fit: () => state.view === "map" ? fitMap() : fitAll()
  };
  function escape() {
    if (byId("query").value !== "") closeSearch();
    else if (narrow.matches && document.body.dataset.drawer) openDrawer(null);
    else if (pathStart !== null) startPath(pathStart);
    else if (state.selection !== null) clearSelection();
    else if (state.focus !== null) focusOn(null);
  }
  function startFrame() {
    byId("language").addEventListener("click", switchLanguage);
    byId("theme").addEventListener("click", switchTheme);
    byId("more").addEventListener("click", () => change({ amount: Math.min(MOST, 2 * state.amount) }));
    byId("all").addEventListener(
      "click",
      () => change({ amount: Math.min(MOST, Math.max(STEP, shown.nodes.length)), lines: "all" })
    );
    byId("fewer").addEventListener("click", () => change({ amount: STEP, lines: START.lines }));
    byId("lines").addEventListener("click", () => change({ lines: state.lines === "strong" ? "all" : "strong" }));
    byId("rearrange").addEventListener("click", rearrange);
    for (const choice2 of elements("[data-view]")) {
      choice2.addEventListener("click", () => change({ view: (
        /** @type {View} */
        choice2.dataset.view
      ) }));
    }
    for (const control of elements("[data-zoom]")) control.addEventListener("click", zooms[control.dataset.zoom ?? ""]);
    document.addEventListener("keydown", (event) => {
      const typing = (
        /** @type {Element} */
        event.target.closest?.(
          "input:not([type=checkbox]):not([type=range]), select, dialog"
        )
      );
      if (event.key === "Escape" && !byId("guide").open) escape();
      else if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
      else if (event.key === "/") {
        event.preventDefault();
        byId("query").focus();
      } else if (event.key === "?") showHelp();
    });
    byId("skip").addEventListener("click", (event) => {
      event.preventDefault();
      byId("panel").focus();
    });
    darkScreen.addEventListener("change", () => draw({ ...state }));
    openDrawer(null);
  }

  // script/legend.js
  function drawLegend() {
    const kinds = ["PER", "LOC", "ORG"].map(
      (kind) => element(
        "li",
        {},
        button(
          {
            class: "swatch",
            "data-key": `legend-${kind}`,
            "aria-pressed": String(state.kind.includes(kind)),
            click: () => change({ kind: toggled(state.kind, kind) })
          },
          element("span", { class: `kind ${kind} ${state.colour === "kind" ? "" : "plain"}`, "aria-hidden": "true" }),
          capital(labelIn("many", kind))
        )
      )
    );
    const membersOf = (group) => shown.network.communities.get(group) ?? [];
    const groups = state.colour === "kind" ? [] : [...shown.network.communities.keys()].sort((a, b) => a - b).slice(0, 5).filter((group) => membersOf(group).length > 1).map(
      (group) => element(
        "li",
        {},
        button(
          {
            class: "swatch",
            "data-key": `group-${group}`,
            "aria-pressed": String(state.focus?.group === group),
            title: communityName(shown.network, group),
            click: () => focusOn(state.focus?.group === group ? null : { group })
          },
          element("span", { class: `dot group-${Math.min(group, 7)}`, "aria-hidden": "true" }),
          foreign(shortened(communityName(shown.network, group), 28))
        )
      )
    );
    const lines = state.net !== "relations" || groups.length ? [] : (
      /** @type {const} */
      ["asserted", "future", "negated"].filter(
        (telling2) => telling2 === "asserted" || data.relations.some((relation) => tellingOf(relation) === telling2)
      ).map(
        (telling2) => element(
          "li",
          {},
          button(
            {
              class: "swatch",
              "data-key": `legend-${telling2}`,
              "aria-pressed": String(state.telling.includes(telling2)),
              click: () => change({ telling: toggled(state.telling, telling2) })
            },
            element("span", { class: `line ${telling2}`, "aria-hidden": "true" }),
            label(`line_${telling2}`)
          )
        )
      )
    );
    refill(byId("legend"), [...kinds, ...groups, ...lines]);
    const amounts2 = { shown: number(shown.drawn.length), total: number(shown.possible.length) };
    byId("lines").hidden = shown.drawn.length === shown.possible.length && state.lines === "strong";
    byId("lines").textContent = state.lines === "strong" ? label("allLines", amounts2) : label("strongLines");
    const amount = label(data.entities.length > MOST ? "shownOfMany" : "shown", {
      shown: number(shown.shown.size),
      total: number(shown.nodes.length),
      all: number(data.entities.length)
    });
    byId("shown").textContent = shown.favours ? `${label("shownFirst")} · ${amount}` : amount;
    byId("more").hidden = byId("all").hidden = Math.min(MOST, shown.nodes.length) <= state.amount;
    byId("all").textContent = shown.nodes.length > MOST ? label("most", { count: number(MOST) }) : label("all");
    byId("fewer").hidden = state.amount <= STEP;
  }

  // script/timeline.js
  var UNITS = [10, 7, 4];
  var MOST_BARS = 60;
  var TALL = 34;
  var MOST_DATED = 0.8;
  var unitFor = (dates) => UNITS.find((length) => spanned(dates, length, MOST_BARS).length <= MOST_BARS) ?? 4;
  function spanned(dates, length, most2 = Infinity) {
    const [first, last] = [dates[0], dates[dates.length - 1]].map((date) => /* @__PURE__ */ new Date(`${firstDay(date)}T00:00:00Z`));
    const units = [];
    for (const at = first; at <= last && units.length <= most2; ) {
      units.push(at.toISOString().slice(0, length));
      if (length === 10) at.setUTCDate(at.getUTCDate() + 1);
      else if (length === 7) at.setUTCMonth(at.getUTCMonth() + 1, 1);
      else at.setUTCFullYear(at.getUTCFullYear() + 1, 0, 1);
    }
    return distinct([...units, last.toISOString().slice(0, length)]);
  }
  var firstDay = (unit2) => unit2.padEnd(10, "-01");
  var lastDayOf = (unit2) => {
    if (unit2.length === 10) return unit2;
    const next = /* @__PURE__ */ new Date(`${firstDay(unit2)}T00:00:00Z`);
    if (unit2.length === 7) next.setUTCMonth(next.getUTCMonth() + 1, 0);
    else next.setUTCFullYear(next.getUTCFullYear() + 1, 0, 0);
    return next.toISOString().slice(0, 10);
  };
  var timeOf = (unit2) => (/* @__PURE__ */ new Date(`${firstDay(unit2)}T00:00:00Z`)).getTime();
  var dayFrom = (date, days) => new Date(timeOf(date) + days * 864e5).toISOString().slice(0, 10);
  function withoutOdd(dates) {
    const count = Math.ceil(dates.length * MOST_DATED);
    const timeAt = new Map(distinct(dates).map((date) => [date, timeOf(date)]));
    const times = dates.map((date) => timeAt.get(date) ?? 0);
    let at = 0;
    for (let start = 1; start + count <= dates.length; start += 1) {
      if (times[start + count - 1] - times[start] < times[at + count - 1] - times[at]) at = start;
    }
    const [first, last] = [times[at], times[at + count - 1]];
    const away = (last - first) / 2;
    const close = dates.filter((_, index) => times[index] >= first - away && times[index] <= last + away);
    const unit2 = unitFor(close);
    const squeezed = Math.max(MOST_BARS, 2 * spanned(close, unit2).length);
    return spanned(dates, unit2, squeezed).length > squeezed ? close : dates;
  }
  function barsAmong(dates) {
    if (!dates.length) return [];
    const close = distinct(withoutOdd(dates));
    const bars = spanned(close, unitFor(close)).map((unit2) => ({ from: firstDay(unit2), to: lastDayOf(unit2), unit: unit2 }));
    const [{ from }, { to }] = [bars[0], bars[bars.length - 1]];
    const all = distinct(dates);
    if (all.some((date) => lastDayOf(date) < from)) bars.unshift({ from: "", to: dayFrom(from, -1) });
    if (all.some((date) => firstDay(date) > to)) bars.push({ from: dayFrom(to, 1), to: "" });
    return bars;
  }
  var timelines = {};
  function timelineOf(net) {
    const make = () => {
      const items = net === "relations" ? data.relations : data.pairs;
      const all = items.map(({ when }) => when);
      const dates = all.filter((when) => when !== null).sort();
      return { bars: barsAmong(dates), undated: all.length - dates.length };
    };
    return timelines[net] ??= make();
  }
  var meets = (bar, from, to) => (from === "" || bar.to === "" || bar.to >= from) && (to === "" || bar.from === "" || bar.from <= to);
  var barsOf = /* @__PURE__ */ new WeakMap();
  function barAt(bars, when) {
    const met = [...bars.keys()].filter((index) => meets(bars[index], firstDay(when), lastDayOf(when)));
    return met.find((index) => bars[index].unit) ?? met[0];
  }
  function amounts(bars, counted3) {
    const amount = bars.map(() => 0);
    const known = barsOf.get(bars) ?? /* @__PURE__ */ new Map();
    barsOf.set(bars, known);
    for (const [when, count] of counted3) {
      if (!known.has(when)) known.set(when, barAt(bars, when));
      amount[known.get(when)] += count;
    }
    return amount;
  }
  function chooseRange(bars, a, b) {
    const [first, last] = [Math.min(a, b), Math.max(a, b)];
    const whole2 = first <= 0 && last >= bars.length - 1;
    change(whole2 ? { from: "", to: "" } : { from: bars[first].from, to: bars[last].to });
  }
  var barName = ({ unit: unit2, from }, month) => unit2 ? day(unit2, month) : label(from === "" ? "earlier" : "later");
  var rangeName = (first, last) => distinct([first, last].map((bar) => barName(bar, "short"))).join(" – ");
  function drawTimeline() {
    const { bars, undated } = timelineOf(state.net);
    const title = element("h2", {}, label("timeline"));
    if (!bars.length) {
      refill(byId("timeline"), [title, element("p", { class: "hint" }, label("noDates"))]);
      return;
    }
    const amount = amounts(bars, shown.counts.when);
    const [first, last] = chosenBars(bars);
    const units = bars.filter(({ unit: unit2 }) => unit2);
    const all = button(
      { class: "link", "data-key": "range-all", click: () => change({ from: "", to: "" }) },
      label("allDates")
    );
    const told = isRange() ? [element("span", {}, rangeName(bars[first], bars[last])), all] : [element("span", {}, rangeName(units[0], units[units.length - 1]))];
    const outside = [...bars.keys()].filter((index) => !bars[index].unit);
    refill(byId("timeline"), [
      element(
        "header",
        {},
        title,
        element("p", { class: "range" }, ...told),
        ...outside.map(
          (index) => button(
            {
              class: "link",
              "data-key": bars[index].from === "" ? "range-earlier" : "range-later",
              click: () => chooseRange(bars, index, index)
            },
            `${barName(bars[index])}: ${number(amount[index])}`
          )
        ),
        undated ? element("p", { class: "hint" }, label("undated", { count: number(undated) })) : null
      ),
      barsDrawn(bars, amount, first, last),
      bars.length > 1 ? handles(bars, first, last) : null
    ]);
  }
  var isRange = () => state.from !== "" || state.to !== "";
  function chosenBars(bars) {
    const met = [...bars.keys()].filter((index) => meets(bars[index], state.from, state.to));
    return met.length ? [met[0], met[met.length - 1]] : [0, bars.length - 1];
  }
  function barsDrawn(bars, amount, first, last) {
    const most2 = Math.max(1, ...amount);
    const wide = Math.min(8, 0.3 + bars.length / 6);
    const svg = drawn("svg", {
      class: "bars",
      viewBox: `0 0 ${bars.length * 10} ${TALL}`,
      preserveAspectRatio: "none",
      role: "img",
      "aria-label": label("timelineOf", { count: number(amount.reduce((sum, count) => sum + count, 0)) })
    });
    bars.forEach((bar, index) => {
      const count = amount[index];
      const height = count ? Math.max(3, (TALL - 2) * Math.sqrt(count / most2)) : 1;
      const inside = index >= first && index <= last;
      svg.append(
        drawn("rect", {
          class: `unit ${inside ? "inside" : ""} ${bar.unit ? "" : "outside"}`,
          x: index * 10 + 5 - wide / 2,
          y: TALL - height,
          width: wide,
          height
        })
      );
      svg.append(
        drawn(
          "rect",
          { class: "reach", x: index * 10, y: 0, width: 10, height: TALL },
          drawn("title", {}, `${barName(bar)}: ${number(count)}`)
        )
      );
    });
    brush(svg, bars);
    return svg;
  }
  function brush(svg, bars) {
    const at = ({ clientX }) => {
      const { left, width } = svg.getBoundingClientRect();
      const share2 = (clientX - left) / width;
      const along = state.lang === "ar" ? 1 - share2 : share2;
      return Math.min(bars.length - 1, Math.max(0, Math.floor(along * bars.length)));
    };
    let start = null;
    svg.addEventListener("pointerdown", (event) => {
      start = at(event);
      svg.setPointerCapture(event.pointerId);
    });
    svg.addEventListener("pointermove", (event) => {
      if (start === null) return;
      const [first, last] = [Math.min(start, at(event)), Math.max(start, at(event))];
      svg.querySelectorAll(".unit").forEach((bar, index) => bar.classList.toggle("inside", index >= first && index <= last));
    });
    svg.addEventListener("pointerup", (event) => {
      if (start !== null) chooseRange(bars, start, at(event));
      start = null;
    });
  }
  function handles(bars, first, last) {
    const handle = (name, value, act) => {
      const input = element("input", {
        type: "range",
        min: 0,
        max: bars.length - 1,
        step: 1,
        value,
        "data-key": `range-${name}`,
        "aria-label": label(name === "from" ? "rangeFrom" : "rangeTo"),
        "aria-valuetext": barName(bars[value]),
        change: () => act(Number(input.value))
      });
      return input;
    };
    return element(
      "div",
      { class: "handles" },
      handle("from", first, (value) => chooseRange(bars, Math.min(value, last), last)),
      handle("to", last, (value) => chooseRange(bars, first, Math.max(value, first)))
    );
  }

  // script/main.js
  async function main() {
    if (isPacked && typeof DecompressionStream === "undefined") return tellOldBrowser();
    await loadModel();
    startStore([
      drawFrame,
      drawGraph,
      drawFacets,
      drawLegend,
      drawTimeline,
      drawMap,
      showTable,
      showStory,
      drawPanel,
      drawFocus,
      announce,
      endOfPath
    ]);
    startCanvas();
    startLabels();
    startNavigation();
    startSearch();
    startMap();
    startSides();
    startSaving();
    startHelp();
    startFrame();
    drawFirst();
    offer();
  }
  function offer() {
    const explorer = Object.freeze({
      data,
      network,
      placeOf,
      visible,
      hashOf,
      stateIn,
      get state() {
        return state;
      },
      get shown() {
        return shown;
      },
      get names() {
        return nameBoxes;
      },
      get crowd() {
        return crowd;
      },
      get drawing() {
        return isDrawing();
      },
      get unpacked() {
        return [...unpacking.keys()];
      },
      change,
      showEntity,
      showPair,
      reset
    });
    Object.assign(window, { explorer });
  }
  main();
})();
