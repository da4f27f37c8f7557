/**
 * A dialog's fields while others may change the same thing (A5, S11): what only they changed
 * follows them; where both
 * wrote something else, the writer's stays in its field and theirs stands beside it until the
 * writer has chosen.
 */

type Fields = Record<string, unknown>;

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

export class Meanwhile<F extends Fields> {
  /** What the writer sees and changes. */
  fields: F;
  /** What others put where the writer put something else, by field. */
  theirs: Partial<F> = $state({});
  /** The version that all of this is about: whoever saves has seen what others changed up to it. */
  version: number;
  #before: F;

  constructor(before: F, version = 1) {
    this.#before = $state.snapshot(before) as F;
    this.fields = $state(before);
    this.version = version;
  }

  /** Others changed the thing: what it is now, and its version. */
  follow(now: F, version = 1): void {
    if (version === this.version) return;
    for (const key of Object.keys(now) as (keyof F)[]) {
      if (same(this.fields[key], now[key])) delete this.theirs[key];
      else if (same(this.fields[key], this.#before[key])) this.fields[key] = now[key];
      else if (!same(now[key], this.#before[key])) this.theirs[key] = now[key];
    }
    this.#before = $state.snapshot(now) as F;
    this.version = version;
  }

  /** What the writer changed, to be kept and taken up again; "" where nothing is. */
  get unsaved(): string {
    const { fields, version } = this;
    return same(fields, this.#before)
      ? ""
      : JSON.stringify({ fields, before: this.#before, version });
  }

  /** Go on from what was kept; what others changed since then comes as it would have (`follow`). */
  takeUp(unsaved: string): void {
    if (!unsaved) return;
    const { fields, before, version } = JSON.parse(unsaved) as {
      fields: F;
      before: F;
      version: number;
    };
    Object.assign(this.fields, fields);
    this.#before = before;
    this.version = version;
  }

  /** The writer takes what the others put. */
  take(key: keyof F): void {
    this.fields[key] = this.theirs[key] as F[keyof F];
    delete this.theirs[key];
  }

  /** The writer keeps their own. */
  keep(key: keyof F): void {
    delete this.theirs[key];
  }
}
