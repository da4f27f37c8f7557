import { Later } from "../../parts/later.svelte";

export const storyParts = new Later(() => import("./dialogs"));
