import { Later } from "../../parts/later.svelte";

export const valueDialog = new Later(() => import("./dialogs"));
