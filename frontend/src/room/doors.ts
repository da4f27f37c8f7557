/** What the line needs of the browser: its doors to the network, its clock, and its chance. */

/** The browser's own doors, so that a test can stand in for them. */
export interface Doors {
  WebSocket: typeof WebSocket;
  fetch: typeof fetch;
  now(): number;
  random(): number;
  origin: string;
}

export function browserDoors(): Doors {
  return {
    WebSocket,
    fetch: (...given) => fetch(...given),
    now: () => Date.now(),
    random: () => Math.random(),
    origin: location.origin,
  };
}

/** An id for what is asked, so that it happens once however often it is sent (S2). */
export function newId(): string {
  if (crypto.randomUUID) return crypto.randomUUID();
  // a page served without TLS has no randomUUID
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The states of a socket, which a stand-in for it need not name. */
export const CONNECTING = 0;
export const OPEN = 1;
