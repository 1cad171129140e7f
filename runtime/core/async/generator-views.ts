// Generator views: a generator as one of another type.
// Called:     by compiled code, where the elements of the two types are stored differently.

import type { Generator as Source } from "./generator.ts";
import { Request } from "./generator-requests.ts";

export function* converted<S, T, R, N>(source: Source<S, R, unknown>, convert: (value: S) => T): Generator<T, R | undefined, N> {
  try {
    for (let isThere = source.advance(); isThere; ) {
      let isThrown = false;
      let failure: unknown;
      try {
        yield convert(source.yielded);
      } catch (error) {
        isThrown = true;
        failure = error;
      }
      isThere = isThrown ? source.follow(u32(Request.Throw), failure) : source.advance();
    }
    return source.takeReturned();
  } finally {
    source.close();
  }
}
