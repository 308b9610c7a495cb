// The entry point: read the data, attach the listeners of each part, and draw the first state.

import { announce } from "./announce.js";
import { drawGraph, network, placeOf, startCanvas } from "./canvas.js";
import { nameBoxes, startLabels } from "./canvas_labels.js";
import { crowd, isDrawing } from "./crowd_canvas.js";
import { drawFacets } from "./facets.js";
import { drawFocus, endOfPath } from "./focus.js";
import { drawFrame, startFrame } from "./frame.js";
import { startHelp } from "./help.js";
import { drawLegend } from "./legend.js";
import { drawMap, startMap } from "./map.js";
import { data, loadModel } from "./model.js";
import { startNavigation } from "./navigation.js";
import { drawPanel, startSides } from "./panel.js";
import { isPacked, tellOldBrowser, unpacking } from "./payload.js";
import { startSaving } from "./save.js";
import { startSearch } from "./search.js";
import { hashOf, stateIn } from "./state.js";
import { change, drawFirst, owesPanels, reset, showEntity, showPair, shown, startStore, state } from "./store.js";
import { showStory } from "./story.js";
import { showTable } from "./table.js";
import { drawTimeline } from "./timeline.js";
import { visible } from "./visible.js";

async function main() {
  if (isPacked && typeof DecompressionStream === "undefined") return tellOldBrowser();
  await loadModel();
  // The frame first, since the others take their colours from it; the end of a path last, since it changes the state.
  startStore({
    picture: [drawFrame, drawGraph, drawMap, showTable, showStory],
    panels: [drawFacets, drawLegend, drawTimeline, drawPanel, drawFocus, announce, endOfPath],
    isLarge: () => crowd !== null,
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
