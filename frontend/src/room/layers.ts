/**
 * The three layers of what this page may see, and their merging: generic, so that no kind of thing
 * is forgotten.
 */

export type LayerName = "everyone" | "facilitators" | "me";
export type Key = readonly [collection: string, id: string];
type Things = Record<string, Record<string, unknown>>;

export interface Change {
  for: LayerName;
  number: number;
  /**
   * A layer that replaces what was there: in one frame, or begun, continued and ended in several.
   */
  whole?: boolean | "begins" | "goes on" | "ends";
  put?: Things;
  drop?: Record<string, (string | number)[]>;
}

const NAMES: LayerName[] = ["everyone", "facilitators", "me"];
const isPlain = (thing: unknown): thing is object =>
  typeof thing === "object" && thing !== null && !Array.isArray(thing);

export class Layers {
  /**
   * The last number that everyone was told of; a lost connection asks for what came from here on.
   */
  number: number | null = null;
  #layers = new Map<LayerName, Map<string, Map<string, unknown>>>(
    NAMES.map((name) => [name, new Map()]),
  );
  /**
   * Pieces of layers that are still under way: nothing of them shows before the last one is there.
   */
  #coming = new Map<LayerName, Things>();

  /** Whether a frame is one of several that make a layer together, and not the last. */
  static isUnfinished = (change: Change) => change.whole === "begins" || change.whole === "goes on";

  /** Take a frame in; returns what has to be drawn again. */
  take(change: Change): Key[] {
    if (change.whole === "begins") this.#coming.set(change.for, {});
    const coming = this.#coming.get(change.for) ?? {};
    if (change.whole === "goes on") {
      for (const [collection, things] of Object.entries(change.put ?? {}))
        coming[collection] = Object.assign(coming[collection] ?? {}, things);
    }
    if (Layers.isUnfinished(change)) return [];
    if (change.whole === "ends") {
      this.#coming.delete(change.for);
      return this.take({ ...change, whole: true, put: coming });
    }
    if (change.for === "everyone")
      this.number = Math.max(change.number, change.whole ? 0 : (this.number ?? 0));
    const layer = this.#layers.get(change.for);
    if (!layer) return [];
    const touched: Key[] = [];
    if (change.whole) {
      for (const [collection, things] of layer)
        for (const id of things.keys()) touched.push([collection, id]);
      layer.clear();
    }
    for (const [collection, things] of Object.entries(change.put ?? {})) {
      const kept = layer.get(collection) ?? new Map<string, unknown>();
      layer.set(collection, kept);
      for (const [id, thing] of Object.entries(things)) {
        kept.set(id, thing);
        touched.push([collection, id]);
      }
    }
    for (const [collection, ids] of Object.entries(change.drop ?? {})) {
      for (const id of ids) {
        layer.get(collection)?.delete(String(id));
        touched.push([collection, String(id)]);
      }
    }
    return touched;
  }

  /** Whether everybody receives a thing, and not only I, or the facilitators. */
  isEverybodys([collection, id]: Key): boolean {
    return this.#layers.get("everyone")?.get(collection)?.has(id) ?? false;
  }

  /** One thing as it is drawn: the layers laid over each other, field by field. */
  merged([collection, id]: Key): unknown {
    let drawn: unknown;
    for (const name of NAMES) {
      const thing = this.#layers.get(name)?.get(collection)?.get(id);
      if (thing === undefined) continue;
      drawn = isPlain(thing) && isPlain(drawn) ? { ...drawn, ...thing } : thing;
    }
    return drawn;
  }
}
