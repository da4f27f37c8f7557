/**
 * What a scribe types in one line: `@` whose part it is, `#` the stage. While somebody tells also
 * who else was there, by a further `@`, and the teller's own words in quotation marks.
 */

export interface SaidInLine {
  text: string;
  quote: string;
  /** Whose part of the story it is; empty where the line does not say. */
  lane: string;
  stage: string;
  /** Who else is in it. */
  who: string[];
}

/**
 * A name is one that is known already, or stands in brackets: `@[Two of us]`. Anything else is
 * words like others, a number with # among them, where somebody tells; else one word is a new name.
 */
function named(rest: string, known: string[], tells: boolean): [string, number] {
  const bracketed = /^\[([^\]]+)\]/.exec(rest);
  if (bracketed) return [(bracketed[1] as string).trim(), bracketed[0].length];
  const lower = rest.toLowerCase();
  const ends = (one: string) => !/[\p{L}\p{N}]/u.test(rest.charAt(one.length));
  const [found] = known
    .filter((one) => one !== "" && lower.startsWith(one.toLowerCase()) && ends(one))
    .toSorted((one, other) => other.length - one.length);
  if (found) return [found, found.length];
  const [word = ""] = (!tells && /^\p{L}[\p{L}\p{N}’'-]*/u.exec(rest)) || [];
  return [word, word.length];
}

/** Of a step, which nobody tells, further names and quotation marks are words like others. */
export function saidInLine(
  line: string,
  lanes: string[],
  stages: string[],
  tells = true,
  quoting = tells,
): SaidInLine {
  const said: SaidInLine = { text: "", quote: "", lane: "", stage: "", who: [] };
  const quotes: string[] = [];
  let text = "";
  for (let at = 0; at < line.length;) {
    const sign = line.charAt(at);
    const fresh = at === 0 || /[\s(]/.test(line.charAt(at - 1));
    if (fresh && (sign === "@" || sign === "#")) {
      const [name, long] = named(line.slice(at + 1), sign === "@" ? lanes : stages, tells);
      if (name && (sign === "#" ? said.stage === "" : tells || said.lane === "")) {
        if (sign === "#") said.stage = name;
        else if (said.lane === "") said.lane = name;
        else said.who.push(name);
        at += 1 + long;
        continue;
      }
    }
    const quote =
      fresh && quoting
        ? /^(?:“([^”]+)”|"([^"]+)"|„([^“”]+)[“”]|«([^»]+)»)/.exec(line.slice(at))
        : null;
    if (quote) {
      quotes.push((quote[1] ?? quote[2] ?? quote[3] ?? quote[4] ?? "").trim());
      at += quote[0].length;
      continue;
    }
    text += sign;
    at += 1;
  }
  // Of several no one stands for what was said: they stay where they are.
  if (quotes.length > 1) return saidInLine(line, lanes, stages, tells, false);
  said.quote = quotes[0] ?? "";
  said.text =
    text
      .replace(/\s+/g, " ")
      .replace(/\s+([,.;:!?])/g, "$1")
      .replace(/[,;:]+([.!?]?) *$/, "$1")
      .trim() || said.quote;
  return said;
}
