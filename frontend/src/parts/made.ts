/**
 * How much the group made, as the outline has it: what everybody sees, whoever looks at this page.
 */

import { type Flipchart, isOne } from "../room/flipchart.svelte";
import { WRITING_ROLES } from "../wire";
import type { Made } from "../words/ending";

const stands = (thing: { state?: string }): boolean => !thing.state || thing.state === "hidden";
const shared = (thing: { visibility?: string; private?: boolean }): boolean =>
  !thing.private && (thing.visibility ?? "shared") === "shared";

export function made(chart: Flipchart): Made {
  const people = [...chart.people.values()].filter(
    (person) => !person.removed && isOne(person, WRITING_ROLES),
  );
  const stories = [...chart.experiences.values()].filter((one) => stands(one) && shared(one));
  return {
    people: people.length,
    aims: chart.aimList.filter(stands).length,
    values: [...chart.values.values()].filter(stands).length,
    steps: chart.elementList.filter(stands).length,
    moments: stories
      .flatMap((story) => chart.momentsOf(story))
      .filter((moment) => stands(moment) && shared(moment)).length,
    notes: chart.standing(chart.notes.values()).filter((note) => note.kind === "note").length,
    sittings: chart.workshop?.sittings ?? 1,
  };
}
