/**
 * Parts of the room that nobody needs to begin: fetched once there is time, or at once when somebody
 * asks for them, and asked for again while a bad line does not bring them.
 */

const all: Later<unknown>[] = [];

export class Later<What> {
  there = $state.raw<What>();
  /** It did not come when it was last asked for. */
  failed = $state(false);
  #load: () => Promise<What>;
  #underWay = false;

  constructor(load: () => Promise<What>) {
    this.#load = load;
    all.push(this);
  }

  async fetch(): Promise<void> {
    if (this.there !== undefined || this.#underWay) return;
    this.#underWay = true;
    if (this.failed) askForStylesAgain();
    try {
      this.there = await this.#load();
      this.failed = false;
    } catch {
      this.failed = true;
    }
    this.#underWay = false;
  }
}

/** All of those that the screens which are there know of. */
export const fetchLater = (): Promise<unknown> => Promise.all(all.map((one) => one.fetch()));

/**
 * Styles that the line lost: what fetches the scripts takes those for fetched that it asked for once.
 */
const lost = new Set<HTMLLinkElement>();
globalThis.addEventListener?.(
  "error",
  ({ target }) => {
    if (target instanceof HTMLLinkElement && target.rel === "stylesheet") lost.add(target);
  },
  true,
);

function askForStylesAgain(): void {
  for (const link of lost) link.replaceWith(link.cloneNode());
  lost.clear();
}
