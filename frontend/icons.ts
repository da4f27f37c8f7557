/**
 * Each icon as the drawing that it is: the library's own makes every line of it anew in the browser,
 * with its attributes, which takes long on a board of many notes, and brings what does that along.
 */

import type { Plugin } from "vite";

const ICON = /@lucide\/svelte\/dist\/icons\/[\w-]+\.svelte$/;
const DATA = /const iconData = (\{.+\});$/m;

interface Drawing {
  node: [shape: string, attributes: Record<string, string>][];
}

/** An icon only decorates: what it stands for is said beside it. */
export function asDrawn(source: string, id: string): string {
  const [, data] = DATA.exec(source) ?? [];
  if (!data) throw new Error(`no drawing is found in ${id}`);
  const shapes = (JSON.parse(data) as Drawing).node.map(([shape, attributes]) => {
    const all = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
    return `<${shape}${all.join("")} />`;
  });
  return `<svg class="lucide" viewBox="0 0 24 24" aria-hidden="true">${shapes.join("")}</svg>`;
}

export const icons: Plugin = {
  name: "icons-as-drawn",
  enforce: "pre",
  transform: {
    filter: { id: ICON },
    handler: (source, id) => ({ code: asDrawn(source, id), map: null }),
  },
};
