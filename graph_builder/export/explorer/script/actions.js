// The one way to change what is seen: a change of the state, which goes into the address and is drawn by every panel.

const remembered = {
  get(name) {
    try {
      return localStorage.getItem(`graph-builder.${name}`);
    } catch {
      return null; // a browser may keep nothing for files
    }
  },
  set(name, value) {
    try {
      localStorage.setItem(`graph-builder.${name}`, value);
    } catch {
      // then it is asked again next time
    }
  },
};

const personal = () => {
  const own = {};
  for (const name of ["lang", "theme"])
    if (CHOICES[name].includes(remembered.get(name))) own[name] = remembered.get(name);
  return own;
};

// Where there are no relations, the page begins with who is named with whom.
const first = data.relations.length ? "relations" : "cooccurrence";
const HOME = Object.freeze({ ...START, view: first, net: first });

// What a state shows that is still packed: a promise of it, or null.
function missing({ net, selection }) {
  const together = net === "cooccurrence" || selection?.net === "cooccurrence" || selection?.entity !== undefined;
  const sentences = selection?.article === undefined ? [] : sentencesIn(selection.article).map(({ id }) => id);
  const waits = [];
  if (together && !knowsTogether()) waits.push(readTogether());
  if (!sentences.every(isRead)) waits.push(readSentences(sentences));
  return waits.length ? Promise.all(waits) : null;
}

let asked = stateIn(location.hash, { ...HOME, ...personal() }); // the state that is to be seen
let state = missing(asked) ? { ...HOME, lang: asked.lang, theme: asked.theme } : asked; // the one that is
let shown = visible(state, data);
const drawers = []; // functions of the state before

function draw(next) {
  asked = next;
  const waiting = missing(next);
  document.body.ariaBusy = String(waiting !== null);
  if (waiting === null) return show(next);
  say(label("unpacking"));
  waiting.then(
    () => asked === next && draw(next), // unless something else was asked for meanwhile
    tellDamaged,
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
  if (CHOICES.net.includes(next.view)) next.net = next.view;
  if (next.net !== asked.net && next.focus?.group !== undefined) next.focus = null; // communities are a graph's own
  const address = hashOf(next) || location.pathname;
  if (replace) history.replaceState(null, "", address);
  else if (hashOf(next) !== hashOf(asked)) history.pushState(null, "", address);
  draw(Object.freeze(next));
}

addEventListener("popstate", () => draw(stateIn(location.hash, { ...HOME, lang: state.lang, theme: state.theme })));

const showEntity = (entity) => change({ selection: { entity } });
const showArticle = (article) => change({ selection: { article } });
function showPair(net, from, to) {
  const view = CHOICES.net.includes(state.view) ? net : state.view;
  change({ selection: { net, from, to }, view, net: view === "table" ? state.net : net });
}
const clearSelection = () => change({ selection: null });
const focusOn = (focus) => change({ focus, view: state.view === "table" ? state.view : state.net });

// Everything as at the start, but for the view that is open, the language and the colours.
function reset() {
  const { view, net, lang, theme } = state;
  change({ ...START, view, net, lang, theme });
  byId("query").value = "";
}

const toggled = (list, key) => (list.includes(key) ? list.filter((each) => each !== key) : [...list, key]);
