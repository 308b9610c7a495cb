// The part of vis-network (whose script stands before ours in the page) that the explorer uses.

declare namespace vis {
  type Point = { x: number; y: number };
  type Animation = boolean | { duration: number; easingFunction: string };
  /** https://visjs.github.io/vis-network/docs/network/ */
  type Options = Record<string, unknown>;

  class DataSet<Item extends { id: Id }, Id extends string | number> {
    length: number;
    get(id: Id): Item | null;
    getIds(): Id[];
    update(items: (Partial<Item> & { id: Id })[]): void;
    remove(ids: Id[]): void;
    clear(): void;
  }

  interface Pointed {
    pointer: { DOM: Point; canvas: Point };
  }

  class Network {
    constructor(
      container: HTMLElement,
      data: { nodes: DataSet<any, number>; edges: DataSet<any, string> },
      options: Options,
    );
    /** Not documented; the nodes as they are drawn, and what asks for a drawing in the next frame. */
    body: { nodes: Record<number, Point>; emitter: { emit(event: "_requestRedraw"): void } };
    on(event: "beforeDrawing" | "afterDrawing", listener: (context: CanvasRenderingContext2D) => void): void;
    on(event: "dragStart" | "dragEnd", listener: (event: { nodes: number[] }) => void): void;
    on(event: "hoverNode", listener: (event: { node: number }) => void): void;
    on(event: "hoverEdge", listener: (event: { edge: string }) => void): void;
    on(event: "blurNode" | "blurEdge", listener: () => void): void;
    on(event: "click" | "doubleClick", listener: (event: Pointed) => void): void;
    setOptions(options: Options): void;
    setSize(width: string, height: string): void;
    redraw(): void;
    unselectAll(): void;
    fit(options: { minZoomLevel: number; maxZoomLevel: number; animation: Animation }): void;
    moveTo(options: { position?: Point; scale?: number; offset?: Point; animation: Animation }): void;
    getScale(): number;
    getViewPosition(): Point;
    getPosition(id: number): Point;
    getNodeAt(point: Point): number | undefined;
    getEdgeAt(point: Point): string | undefined;
    canvasToDOM(point: Point): Point;
    DOMtoCanvas(point: Point): Point;
  }
}
