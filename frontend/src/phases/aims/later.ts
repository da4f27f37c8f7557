import { Later } from "../../parts/later.svelte";

export const boardDialogs = new Later(() => import("./dialogs"));
