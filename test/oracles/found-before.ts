// Found before: seeds of random programs that once showed a fault of the compiler, tried again with every run of the tests.

import type { PolicyName } from "../../scripts/fuzz/programs/policies.ts";

export const foundBefore: readonly { readonly policy: PolicyName; readonly seed: number }[] = [
  // Fields of equal names in unrelated classes: see test/language/regressions/fields-of-equal-names.ts.
  { policy: "machine", seed: 33 },
];
