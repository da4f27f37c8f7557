import { Later } from "../parts/later.svelte";

export const seldom = new Later(() => import("./seldom"));
