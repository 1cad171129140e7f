// Map groups: Map.groupBy.
// Manual:     ECMA-262 "Map.groupBy".

import { Map } from "./map.ts";

/** The values under the keys that the callback gives for them, each group in their order. */
export function groupBy<T, K>(values: T[], key: (value: T, index: number) => K): Map<K, T[]> {
  const groups: Map<K, T[]> = new Map<K, T[]>();
  for (let i = 0; i < values.length; i++) {
    const found: K = key(values[i], i);
    const group: T[] | undefined = groups.get(found);
    if (group === undefined) groups.set(found, [values[i]]);
    else group.push(values[i]);
  }
  return groups;
}
