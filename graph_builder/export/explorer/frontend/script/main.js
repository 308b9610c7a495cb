// The entry point: read the data, attach the listeners of each part, and draw the first state.

import { data, loadModel } from "./data/model.js";
import { isPacked, tellOldBrowser, unpacking } from "./data/payload.js";
import { announce } from "./frame/announce.js";
import { drawFacets, reset } from "./frame/facets.js";
import { drawFocus, endOfPath } from "./frame/focus.js";
import { drawFrame, startFrame } from "./frame/frame.js";
import { startHelp } from "./frame/help.js";
import { drawLegend } from "./frame/legend.js";
import { startSaving } from "./frame/save.js";
import { startSearch } from "./frame/search.js";
import { startSides } from "./frame/sides.js";
import { drawGraph, startCanvas } from "./graph/canvas.js";
import { nameBoxes, startLabels } from "./graph/canvas_labels.js";
import { crowd, isDrawing } from "./graph/crowd_canvas.js";
import { startNavigation } from "./graph/navigation.js";
import { network } from "./graph/network.js";
import { placeOf } from "./graph/picture.js";
import { tellDamaged } from "./page/deliver.js";
import { say } from "./page/dom.js";
import { label } from "./page/i18n.js";
import { drawPanel } from "./panel/panel.js";
import { hashOf, stateIn } from "./state/state.js";
import { change, drawFirst, owesPanels, showEntity, showPair, shown, startStore, state } from "./state/store.js";
import { visible } from "./state/visible.js";
import { drawMap, startMap } from "./views/map.js";
import { showStory } from "./views/story.js";
import { showTable } from "./views/table.js";
import { drawTimeline } from "./views/timeline.js";

async function main() {
  if (isPacked && typeof DecompressionStream === "undefined") return tellOldBrowser();
  await loadModel();
  // The frame first, since the others take their colours from it; the end of a path last, since it changes the state.
  startStore({
    picture: [drawFrame, drawGraph, drawMap, showTable, showStory],
    panels: [drawFacets, drawLegend, drawTimeline, drawPanel, drawFocus, announce, endOfPath],
    isLarge: () => crowd !== null,
    tellWaiting: () => say(label("unpacking")),
    tellDamaged: () => tellDamaged(),
  });
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

// Expose the page for the console and for tests.
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
    get owing() {
      return owesPanels();
    },
    get unpacked() {
      return [...unpacking.keys()];
    },
    change,
    showEntity,
    showPair,
    reset,
  });
  Object.assign(window, { explorer });
}

main();
