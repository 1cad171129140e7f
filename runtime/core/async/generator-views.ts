// Generator views: a generator as one of another type.
// Called:     by compiled code, where what the two types give or take is stored differently.

import type { Generator as Source } from "./generator.ts";
import { Request } from "./generator-requests.ts";

export function* converted<S, Q, M, T, R, N>(
  source: Source<S, Q, M>,
  convert: (value: S) => T,
  convertReturned: (value: Q | undefined) => R | undefined,
  convertSent: (value: N) => M,
): Generator<T, R | undefined, N> {
  try {
    for (let isThere = source.advance(); isThere; ) {
      let isThrown = false;
      let failure: unknown;
      try {
        const sent = yield convert(source.yielded);
        source.sent = convertSent(sent);
      } catch (error) {
        isThrown = true;
        failure = error;
      }
      isThere = source.follow(u32(isThrown ? Request.Throw : Request.Next), failure);
    }
    return convertReturned(source.takeReturned());
  } finally {
    source.close();
  }
}
