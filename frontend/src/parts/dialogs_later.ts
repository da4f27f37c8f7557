import { Later } from "./later.svelte";

export const dialogs = new Later(() => import("./dialogs"));
