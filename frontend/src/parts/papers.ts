/** Which paper, icon and word each kind of note has: never colour alone. */

import Circle from "@lucide/svelte/icons/circle-question-mark";
import Footprints from "@lucide/svelte/icons/footprints";
import Lock from "@lucide/svelte/icons/lock";
import Reply from "@lucide/svelte/icons/message-circle-reply";
import Pencil from "@lucide/svelte/icons/pencil";
import Quote from "@lucide/svelte/icons/quote";
import Route from "@lucide/svelte/icons/route";
import Scale from "@lucide/svelte/icons/scale";
import ThumbsDown from "@lucide/svelte/icons/thumbs-down";
import ThumbsUp from "@lucide/svelte/icons/thumbs-up";

export interface Paper {
  paper: "straw" | "moss" | "rose" | "sky" | "lilac" | "clay" | "sheet";
  icon: typeof Pencil;
  word: string;
}

const NOTE: Paper = { paper: "straw", icon: Pencil, word: "Note" };

export const papers: Record<string, Paper> = {
  note: NOTE,
  liked: { paper: "moss", icon: ThumbsUp, word: "Liked" },
  disliked: { paper: "rose", icon: ThumbsDown, word: "Didn’t like" },
  differently: { paper: "sky", icon: Route, word: "Would do differently" },
  similar: { paper: "lilac", icon: Footprints, word: "I had that too" },
  question: { paper: "clay", icon: Circle, word: "Question" },
  answer: { paper: "clay", icon: Reply, word: "Answer" },
  open_question: { paper: "clay", icon: Circle, word: "Open question" },
  position: { paper: "sheet", icon: Scale, word: "Position" },
  not_quite: { paper: "sheet", icon: Scale, word: "Not quite what was meant" },
  checkout: { paper: "straw", icon: Quote, word: "Word to close with" },
  saying: { paper: "straw", icon: Quote, word: "Said aloud" },
  memo: { paper: "sheet", icon: Lock, word: "Private memo" },
};

export const paperOf = (kind: string): Paper => papers[kind] ?? NOTE;
