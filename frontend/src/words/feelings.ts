/** How a feeling is said, also where none was. */

import { FEELINGS } from "../wire";
import { parts } from "./parts";

export const feelingSaid = (feeling: number | null | undefined): string =>
  (FEELINGS as Record<string, string>)[String(feeling)] ?? parts.feelingNot;
