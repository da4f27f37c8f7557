/** What the wall says. */

import { LOOKS } from "../wire";

export const wall = {
  join: "Scan or type to join",
  code: "Join:",
  left: "min left",
  over: "min over",
  overSince: "over since",
  of: (minutes: number) => `of ${minutes}`,
  ofBreak: (minutes: number) => `of ${minutes}, break`,
  told: (names: string, side: string) =>
    [names ? `told by ${names}` : "", side ? ", as " : "", side] as const,
  had: (number: number) =>
    [LOOKS.similar.name, number === 1 ? "said once" : `said ${number} times`] as const,
  felt: (words: string) => `How it felt: ${words}`,
  notOpen: "It starts soon.",
  closed: "Thank you for today.",
  closedWhat: "Those who took part find the outline at",
  lastWords: "Words to close with",
  down: "The line is down. This screen comes back by itself.",
  gone: "This link was changed. Open the wall again from the links page.",
  qr: "QR code to come in",
  showCode: "Show the code on the wall",
  hideCode: "Take the code off the wall",
  codeAt: (host: string) => `at ${host}/code`,
  more: (number: number) => `and ${number} more on your own screens`,
  pageOf: (number: number, all: number) => `${number} of ${all}`,
  hands: (number: number) => `${number} ${number === 1 ? "hand" : "hands"} up`,
  stageOf: (number: number, all: number) => `stage ${number} of ${all}`,
};
