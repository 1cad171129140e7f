// Modules that await at top level: what imports them runs when they have ended, and sees their values.
import { double } from "./parts/derived.ts";
import { read, readings } from "./parts/settings.ts";

console.log("main", double, read(), readings);
const more = await Promise.resolve(read());
console.log("main ends", more, readings);
