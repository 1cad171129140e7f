// Read by modules/awaiting-imports.ts: does not await itself, but imports what does.
import { read, size } from "./settings.ts";

console.log("derived begins", size);
export const double = read() * 2;
