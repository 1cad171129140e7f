// Part of cycles.ts.

import { pong } from "./pong.ts";

export let pings = 0;
export function ping(n: number): string {
  pings++;
  return n === 0 ? "ping" : `ping ${pong(n - 1)}`;
}
console.log("ping is ready", typeof pong);
