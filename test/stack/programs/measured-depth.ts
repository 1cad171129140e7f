// Measures its own stack: prints the bytes from above the return address of `root` to the stack pointer in the deepest function.

import { framePointer, stackPointer } from "tsmetal/unsafe";

/** The saved frame pointer and the return address lie above where the frame pointer points. */
const ABOVE_FRAME_POINTER: u64 = 16;

let lowest: u64 = 0;

class Shape {
  area(scale: i32): i32 {
    return scale;
  }
}

class Square extends Shape {
  /** @noinline */
  override area(scale: i32): i32 {
    return record(scale, scale + 1, scale + 2, scale + 3) + scale;
  }
}

/** @noinline */
function record(a: i32, b: i32, c: i32, d: i32): i32 {
  lowest = stackPointer();
  return a * b + c * d;
}

/** @noinline */
function shallow(value: i32): i32 {
  return value + 1;
}

/** @noinline */
function measure(shape: Shape, times: (value: i32) => i32): i32 {
  return shape.area(times(3)) + times(4);
}

/** @noinline @exportName root */
export function root(shape: Shape): u64 {
  const sum: i32 = measure(shape, shallow);
  const depth: u64 = framePointer() + ABOVE_FRAME_POINTER - lowest;
  return sum > 0 ? depth : 0;
}

let isSquare: boolean = true;
if (lowest !== 0) isSquare = false;
console.log(root(isSquare ? new Square() : new Shape()));
