// String iteration: a walk over the code points of a text.
// Called:     by compiled code: `text[Symbol.iterator]()`; loops over texts need no object.
// Manual:     ECMA-262 "String Iterator Objects".

import { IterationStep } from "../collections/iteration.ts";
import { IteratorObject } from "../collections/iterator-object.ts";
import { pointTextAt } from "./string.ts";

export class StringPoints extends IteratorObject<string> {
  private readonly text: string;
  private position: number = 0;

  constructor(text: string) {
    super();
    this.text = text;
  }

  next(): IterationStep<string> {
    if (this.position >= this.text.length) return new IterationStep<string>(true, undefined);
    const point: string = pointTextAt(this.text, u32(this.position));
    this.position += point.length;
    return new IterationStep<string>(false, point);
  }

  override [Symbol.iterator](): StringPoints {
    return this;
  }
}

export function points(self: string): StringPoints {
  return new StringPoints(self);
}
