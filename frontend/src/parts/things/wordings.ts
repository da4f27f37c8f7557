/**
 * Which words of one wording are new against another: the longest common run of words, so that a
 * change is seen at once.
 */

export interface Piece {
  text: string;
  fresh: boolean;
}

const MOST = 400;

export function marked(before: string, after: string): Piece[] {
  const old = before.split(/(\s+)/);
  const now = after.split(/(\s+)/);
  if (old.length > MOST || now.length > MOST) return [{ text: after, fresh: false }];
  const common = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1));
  const at = (row: number, column: number) => common[row]?.[column] ?? 0;
  for (let row = old.length - 1; row >= 0; row--) {
    for (let column = now.length - 1; column >= 0; column--) {
      const line = common[row] as Uint16Array;
      line[column] =
        old[row] === now[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const pieces: Piece[] = [];
  const add = (text: string, fresh: boolean) => {
    const last = pieces.at(-1);
    if (last && last.fresh === fresh) last.text += text;
    else pieces.push({ text, fresh });
  };
  let row = 0;
  for (let column = 0; column < now.length;) {
    const word = now[column] as string;
    if (row < old.length && old[row] === word) {
      add(word, false);
      row++;
      column++;
    } else if (row < old.length && at(row + 1, column) >= at(row, column + 1)) row++;
    else {
      add(word, true);
      column++;
    }
  }
  return pieces;
}
