// The picture of a crowd as a bitmap that is drawn in the background, a part in each frame. While the view moves, the
// last bitmap moves with it.

/** @import { Camera, Crowd, Job, Size } from "../types.d.ts" */

import { numbersWhere } from "../data/collections.js";
import { drawEdges, drawNodes, inView, mannerOf, markNodes } from "./crowd_drawing.js";

const MARGIN = 0.25; // of the size of the view, on each side
const SLACK = 0.08; // how much of the margin has to be left
const [SLOW, QUICK] = [30, 20]; // milliseconds from frame to frame: above, a part is too large; below, it may be larger
const [LEAST, MOST] = [500, 20_000]; // hairlines that a part may cost
const FIRST = 1500; // of a picture that there is nothing to show in place of

export class Layer {
  /** @type {Crowd | null} */
  crowd = null;

  /** @type {Job | null} */
  front = null; // finished, and on the screen

  /** @type {Job | null} */
  back = null; // being drawn

  /** @type {HTMLCanvasElement | null} */
  spare = null;
  ground = "";
  scratch = document.createElement("canvas").getContext("2d");
  stale = false; // whether something has changed since the finished one was begun
  allowance = 2500;

  /** @param {() => void} redraw */
  constructor(redraw) {
    this.redraw = redraw;
  }

  /**
   * Draw a crowd from now on, or none. What is on the screen stays until it is ready if it is to be kept.
   * @type {(crowd: Crowd | null, options?: { ground?: string; keep?: boolean }) => void}
   */
  show(crowd, { ground = "", keep = false } = {}) {
    [this.crowd, this.ground] = [crowd, ground];
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
    return (
      camera.scale === scale &&
      own === ratio &&
      left <= -width * SLACK &&
      top <= -height * SLACK &&
      left + size.width >= width * (1 + SLACK) &&
      top + size.height >= height * (1 + SLACK)
    );
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
  start(crowd, { scale, x, y }, { width, height }, ratio) {
    const [aside, above] = [Math.round(width * MARGIN), Math.round(height * MARGIN)];
    const size = { width: width + 2 * aside, height: height + 2 * above };
    const camera = { scale, x: x + aside, y: y + above };
    const canvas = this.spare ?? document.createElement("canvas");
    this.spare = null;
    canvas.width = Math.round(size.width * ratio); // this also clears it
    canvas.height = Math.round(size.height * ratio);
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const { froms, tos, lifted } = crowd;
    const seen = inView(crowd, camera, size);
    const edges = numbersWhere(froms.length, (edge) => !lifted[froms[edge]] && !lifted[tos[edge]] && seen(edge));
    const nodes = numbersWhere(lifted.length, (node) => !lifted[node]);
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
    /** @type {(now: number) => void} */
    const step = (now) => {
      if (this.back === null || this.back !== job) return;
      const pace = now - last;
      last = now;
      if (pace > SLOW) this.allowance = Math.max(LEAST, this.allowance / 1.5);
      else if (pace < QUICK) this.allowance = Math.min(MOST, this.allowance * 1.2);
      const waiting = this.front === null;
      const done = this.advance(this.allowance);
      this.scratch?.drawImage(job.canvas, 0, 0); // else the browser keeps all parts, and draws them in one late frame
      if (done || waiting) this.redraw();
      if (!done) requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  }

  /**
   * Draw a part. Return whether it was the last.
   * @type {(budget: number) => boolean}
   */
  advance(budget) {
    const [job, crowd] = [this.back, this.crowd];
    if (job === null || crowd === null) return true;
    const { context, camera, size, manner, edges, nodes } = job;
    let left = budget;
    [job.at, left] = drawEdges(context, crowd, camera, edges, { manner, start: job.at, budget });
    if (job.at < edges.length) return false;
    const border = this.ground;
    job.nodesLeft = drawNodes(context, crowd, camera, nodes, { size, border, start: job.nodesLeft, budget: left });
    if (job.nodesLeft > 0) return false;
    this.spare = this.front?.canvas ?? null;
    [this.front, this.back] = [job, null];
    return true;
  }

  // Draw all that is left, for a printer, which does not wait.
  finish() {
    while (this.back) this.advance(Infinity);
  }
}
