/** What each may ask of a thing is worked out from what they receive as the method decides it. */

import { expect, test } from "vitest";
import { hasRight, type Right } from "../../src/parts/things/rights";
import type { Change } from "../../src/room/layers";
import { Room } from "../../src/room/room.svelte";
import { memory } from "../../src/room/unanswered";
import { OpenWindow } from "../../src/room/windows";
import { KIND_IN, RIGHTS } from "../../src/wire";
import { Browser, page } from "../room/browser";
import said from "./rights_said.json";

const STATES = ["while it is open", "while everyone changes the text", "after the close"];
const TO = Object.keys(RIGHTS) as Right[];

type Layer = Change["put"];

function asSeenBy(person: number, layers: Record<string, unknown>): Room {
  const here = { ...page, person, keeping: { door: "/w/abc/keep", kept: [] } };
  const window = new OpenWindow(memory(), { postMessage() {}, onmessage: null });
  const room = new Room(here, new Browser().doors, memory(), window);
  const take = (name: Change["for"], put: unknown) =>
    room.chart.take({ for: name, number: 1, whole: true, put: put as Layer });
  take("everyone", layers.everyone);
  if (room.facilitates) take("facilitators", layers.facilitators);
  take("me", layers[person]);
  return room;
}

const everything = (room: Room) =>
  Object.keys(KIND_IN).flatMap((name) => [...room.chart[name as keyof typeof KIND_IN].values()]);

const askable = (room: Room) =>
  Object.fromEntries(
    TO.map((to) => {
      const things = everything(room).filter((thing) => hasRight(room, to, thing));
      return [to, things.map((thing) => thing.id).sort((one, other) => one - other)] as const;
    }).filter(([, things]) => things.length > 0),
  );

test.each(STATES.map((state, at) => [state, at] as const))(
  "A4a A4c G15b menus offer what the method's tables say, %s",
  (_, at) => {
    const { layers, rights } = said[at] as unknown as {
      layers: Record<string, unknown>;
      rights: Record<string, Record<string, number[]>>;
    };
    expect(Object.keys(rights).length).toBeGreaterThan(7);
    for (const [person, may] of Object.entries(rights))
      expect({ person, may: askable(asSeenBy(Number(person), layers)) }).toEqual({ person, may });
  },
);
