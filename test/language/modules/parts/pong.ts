// Part of cycles.ts.

import { ping, pings } from "./ping.ts";

export function pong(n: number): string {
  return n === 0 ? `pong after ${pings}` : `pong ${ping(n - 1)}`;
}
console.log("pong is ready");
