/** A way from an element to another, or back to itself, because somebody drew it (P1). */

import type { Room } from "../../room/room.svelte";
import type { Fork } from "../../wire";
import { process as words } from "../../words/process";

/** The first way that leads nowhere yet leads there then; else it is one more. */
export async function leadOn(room: Room, from: number, to: number): Promise<void> {
  const element = room.chart.elements.get(from);
  if (!element) return;
  const ways = (element.branches ?? []).map((way) => ({ ...way, label: way.label ?? "" }));
  if (ways.some((way) => way.to === to)) return room.tell(words.leadsThere);
  const open = ways.find((way) => way.to == null && !way.ends);
  if (open) open.to = to;
  else ways.push({ to, label: "" });
  const fork = (element.fork ?? null) as Fork | null;
  await room.press({ do: "SayWays", about: from, ways, fork, version: element.version });
}
