// Functions: what programs see of function values.

/** The name of a function, from what the console shows of it: `[Function: name]`, `[class Name extends Parent]`. */
export function nameOfShown(shown: string): string {
  if (!shown.startsWith("[class ")) {
    const colon = shown.indexOf(": ");
    return colon < 0 ? "" : shown.slice(colon + 2, shown.length - 1);
  }
  const name = shown.slice(7, shown.length - 1);
  if (name.startsWith("(")) return "";
  const inherits = name.indexOf(" extends ");
  return inherits < 0 ? name : name.slice(0, inherits);
}
