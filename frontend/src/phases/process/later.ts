import { Later } from "../../parts/later.svelte";

export const elementParts = new Later(() => import("./dialogs"));
