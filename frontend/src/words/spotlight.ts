/** What is said of the spotlight: what stands in it, what was read aloud, and what comes next. */

export const spotlight = {
  title: "In the spotlight",
  put: "Put in the spotlight",
  takeOut: "Take it out of the spotlight",
  out: "Take it out",
  said: (what: string, words: string) => `In the spotlight: ${what}. ${words}`,
  over: "Nothing is in the spotlight any more.",
  before: "The one before",
  next: "The next one",
  of: (number: number, all: number) => `${number} of ${all}`,
  toRead: (number: number) => (number ? `${number} still to be read` : "all were read aloud"),
  readAloud: "Read aloud",
  more: "All of it, with its thread",
  less: "Less of it",
  fold: "Fold it away",
  unfold: "Show what is in the spotlight",
  go: "Go to where it stands",
  beneath: "What it rests on",
  above: "What it leads to",
  momentOf: (number: number, all: number) => `moment ${number} of ${all}`,
  andMore: (number: number) => `and ${number} more`,
};
