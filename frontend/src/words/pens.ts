/** What pens say, wherever something is written. */

export const pens = {
  put: "Put it up",
  onlyYou: "Only you",
  untilReveal: (name: string) =>
    name
      ? `can see this. At the reveal: everyone, with the name ${name}.`
      : "can see this. At the reveal: everyone, without a name.",
  noName: "Your name is left out.",
  find: "Find by words",
  nothingToCite: "There is nothing to choose from yet.",
  yourNote: "Your note",
};
