import { Later } from "../../parts/later.svelte";

export const returnDialogs = new Later(() => import("./dialogs"));
