// Modules that do not import each other do not wait for each other; the file beside has what Node prints without a bundler.
import { slow } from "./parts/awaits-long.ts";
import { behind } from "./parts/behind-quick.ts";
import { plain } from "./parts/plain.ts";

console.log("main", slow, behind, plain);
