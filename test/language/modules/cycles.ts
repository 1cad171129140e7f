// Modules that import each other: the one imported first runs last, functions are there from the start, variables are live.

import { ping, pings } from "./parts/ping.ts";
import { pong } from "./parts/pong.ts";

console.log("main is ready");
console.log(ping(3), pings);
console.log(pong(2), pings);
