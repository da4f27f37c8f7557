/**
 * The lines of what somebody typed or pasted, each without blanks around it; however a program ends
 * a line.
 */
export const linesOf = (text: string) =>
  text
    .split(/\r\n?|[\n\v\f\u0085\u2028\u2029]/)
    .map((line) => line.trim())
    .filter(Boolean);
