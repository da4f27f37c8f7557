/** What the tests of this phase are told of. */

import { vi } from "vitest";
import { person, type Told } from "../screen";

export const people = { 8: person(8, "Fay") };
export const step = (id: number, text: string, more: object = {}) => ({
  id,
  is: "element" as const,
  kind: "activity" as const,
  text,
  lane: "Us",
  stage: "Pay",
  version: 2,
  ...more,
});
export const ASK = step(1, "Ask", {
  branches: [{ label: "paid", to: 2 }, {}],
  fork: "one",
  fork_said: "One of these:",
});
export const PAY = step(2, "Pay", { lane: "Client", branches: [{ label: "no", ends: true }] });
export const END = step(3, "Done", { kind: "end", lane: "Us", stage: "After" });
export const ALL = [ASK, PAY, END];
export const DRAWING = {
  width: 600,
  height: 300,
  lanes: [
    { of: 1, at: 0, size: 150 },
    { of: 2, at: 150, size: 150 },
  ],
  stages: [
    { of: 1, at: 0, size: 400 },
    { of: 3, at: 400, size: 200 },
  ],
  boxes: [
    { id: 1, x: 10, y: 10 },
    { id: 2, x: 200, y: 160 },
    { id: 3, x: 420, y: 10 },
  ],
  ways: [
    { of: 1, way: 0, to: 2, points: [160, 60, 200, 200], label: { x: 165, y: 50, width: 60 } },
  ],
  below: [
    { of: 1, way: 1, x: 40, y: 120 },
    { of: 2, way: 0, x: 240, y: 270 },
  ],
};
export const TOLD: Told = {
  people,
  elements: { 1: ASK, 2: PAY, 3: END },
  sheet: { process: { elements: [1, 2, 3] }, drawing: DRAWING },
};
export const given = (more: object = {}) => ({
  elements: ALL,
  chosen: null,
  choose: vi.fn(),
  ...more,
});
