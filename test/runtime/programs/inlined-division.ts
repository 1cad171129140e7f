// A division by zero, two inlined calls deep, the inner one in another file.

import { split } from "./inlined-share.ts";

let people: i32 = 2;

function shareOf(total: i32): i32 {
  return split(total, people) + 1;
}

console.log(shareOf(10));
people = 0;
console.log(shareOf(20));
