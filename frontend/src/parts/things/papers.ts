/** Which paper, drawing and word each kind of note has, as the method says: never colour alone. */

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
import { LOOKS, type NoteKind } from "../../wire";

export interface Paper {
  paper: string;
  icon: typeof Pencil;
  word: string;
}

const DRAWINGS: Record<(typeof LOOKS)[NoteKind]["icon"], typeof Pencil> = {
  pencil: Pencil,
  "thumbs-up": ThumbsUp,
  "thumbs-down": ThumbsDown,
  route: Route,
  footprints: Footprints,
  question: Circle,
  reply: Reply,
  scale: Scale,
  quote: Quote,
  lock: Lock,
};

export function paperOf(kind: NoteKind): Paper {
  const { name, paper, icon } = LOOKS[kind];
  return { paper, icon: DRAWINGS[icon], word: name };
}
