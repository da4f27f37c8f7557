/** Numbers with what they count. */

export const count = (number: number, one: string, many: string) =>
  `${number} ${number === 1 ? one : many}`;

export const places = (number: number) => count(number, "place", "places");
