/**
 * How large the words of notes are on a board, and how high its rows: as large as leaves everything
 * in sight, and then still, whatever anybody moves.
 */

import { flushSync, tick } from "svelte";
import { wholeWindow } from "../../parts/window_sizes";
import { MANY, READING, SIZES, SMALLEST } from "./sizes";

/** Pixels of each row that stay free for another note, where there is room. */
const SPARE = 52;
/** Lines of each where there are very many. */
const LINES_OF_MANY = 2;
/** Of more notes than these the smallest words are tried first: mostly they are what remains. */
const FEW = 48;

export class Fitting {
  /** How high the words of notes are; null while the whole is in sight. */
  zoom = $state<number | null>(null);
  /** Not even the smallest words are all in sight: so many lines of each are; 0 where all are. */
  beginning = $state(0);
  /** The heights of the rows, while they are kept. */
  rows = $state("");
  sheet = $state<HTMLElement>();
  board = $state<HTMLElement>();
  tray = $state<HTMLElement>();
  wide = $state(0);
  tall = $state(0);
  #fitting = $state(READING);
  /** How high the board was when not even a line of each note fitted. */
  #full: number | null = null;
  #notes: () => number;
  #asked: "look" | "settle" | null = null;

  constructor(notes: () => number) {
    this.#notes = notes;
  }

  get size(): number {
    return this.zoom ?? this.#fitting;
  }

  /** Show it so high, or the whole: pressed again, it is fitted again. */
  show(zoom: number | null): void {
    const again = zoom === null && this.zoom === null;
    this.zoom = zoom;
    if (again) this.settle();
  }

  /** Fit it again where it does not fit any more. */
  look(): void {
    this.#once("look");
  }

  /** It is as high as the window leaves it: where nothing fitted, less does not either. */
  heightChanged(): void {
    if (this.#full === null || this.tall > this.#full) this.look();
  }

  /** Find the size that fits, and keep the rows as they are then. */
  settle(): void {
    this.#once("settle");
  }

  /** Each costs a layout of the whole, so what is asked for together is done once. */
  #once(what: "look" | "settle"): void {
    const waits = this.#asked !== null;
    if (this.#asked !== "settle") this.#asked = what;
    if (waits) return;
    void tick().then(() => {
      const asked = this.#asked;
      this.#asked = null;
      if (asked === "settle") this.#settle();
      else if (wholeWindow.current && (this.rows === "" ? this.board : !this.#fits()))
        this.#settle();
    });
  }

  #settle(): void {
    this.#full = null;
    this.rows = "";
    this.beginning = 0;
    flushSync();
    if (!wholeWindow.current || !this.sheet) return;
    if (this.zoom === null) this.#find();
    this.#keepRows();
  }

  #parts(): HTMLElement[] {
    // one that left the page is null by now
    return [this.board, this.tray].filter((part): part is HTMLElement => Boolean(part));
  }

  #fits(): boolean {
    return this.#parts().every((part) => part.scrollHeight <= part.clientHeight + 1);
  }

  #fitsAt(size: number): boolean {
    this.sheet?.style.setProperty("--size", `${size}px`);
    return this.#fits();
  }

  /** The place of the largest size that fits; each that is tried is a layout of the whole. */
  #largest(): number {
    let [low, high] = [0, SIZES.length];
    let middle = this.#notes() > FEW ? SIZES.length - 1 : SIZES.length >> 1;
    while (low < high) {
      if (this.#fitsAt(SIZES[middle] as number)) high = middle;
      else low = middle + 1;
      middle = (low + high) >> 1;
    }
    return low;
  }

  #find(): void {
    if (this.#notes() > MANY) {
      // they do not fit, and asking at each size would take seconds
      this.#fitting = SMALLEST;
      this.beginning = LINES_OF_MANY;
      flushSync();
      return;
    }
    const low = this.#largest();
    this.#fitting = SIZES[low] ?? SMALLEST;
    this.sheet?.style.setProperty("--size", `${this.#fitting}px`);
    for (const lines of low === SIZES.length ? [2, 1] : []) {
      this.beginning = lines;
      flushSync();
      if (this.#fits()) return;
    }
    if (this.beginning) this.#full = this.tall;
  }

  #keepRows(): void {
    const { board, tray } = this;
    const heights = board ? getComputedStyle(board).gridTemplateRows.match(/[\d.]+(?=px)/g) : null;
    if (!board || !heights) return;
    const list = tray?.firstElementChild as HTMLElement | null | undefined;
    const free = this.#fits() ? (tray?.clientHeight ?? 0) - (list?.offsetHeight ?? 0) - 16 : 0;
    const more = Math.max(0, Math.min(SPARE, free / heights.length));
    this.rows = heights.map((height) => `${Number(height) + more}px`).join(" ");
  }
}
