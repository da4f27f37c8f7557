/** Before each file of tests: what is fetched later is there, as it is once a browser had time. */

import { fetchLater } from "../src/parts/later.svelte";
import "../src/parts/dialogs_later";
import "../src/phases/aims/later";
import "../src/phases/experience/later";
import "../src/phases/process/later";
import "../src/phases/reflect/later";
import "../src/phases/return_to_aims/later";
import "../src/shell/later";

if (typeof document !== "undefined") await fetchLater();
