// Read by modules/independent-awaits.ts: waits for one module, and not for the slow one.
import { quick } from "./quick.ts";

console.log("behind quick", quick);
export const behind = `behind ${quick}`;
