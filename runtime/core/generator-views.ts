// Generator views: a generator as one of another type.
// Called:     by compiled code, where the elements of the two types are stored differently.

import type { Generator as Source } from "./generator.ts";

export function* converted<S, T, R, N>(source: Source<S, R, unknown>, convert: (value: S) => T): Generator<T, R | undefined, N> {
  try {
    while (source.advance()) yield convert(source.yielded);
    return source.takeReturned();
  } finally {
    source.close();
  }
}
