// Array keys: the indexes of an array as the texts that `for-in` gives, and names of properties with their values.

export function indexKeys(length: number): string[] {
  const result: string[] = [];
  for (let index = 0; index < length; index++) result.push(`${index}`);
  return result;
}

/** Whether an array of that length has an element of that name. */
export function isIndex(index: number, length: number): boolean {
  return Number.isInteger(index) && index >= 0 && index < length;
}

/** Each name with its value. */
export function pairs(names: string[], values: unknown[]): [string, unknown][] {
  return names.map((name, index): [string, unknown] => [name, values[index]]);
}
