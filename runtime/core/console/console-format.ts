// Console formats: what the directives of console.log's first argument make of the others.
// Manual:     Node.js, "util.format".

import { loggedText } from "../numbers/number.ts";
import { readFloat, readInt } from "../numbers/number-reading.ts";

const PERCENT: number = 0x25;

/** The first argument with its directives replaced, and the arguments that no directive took. */
export function formatLine(format: string, shown: string[], flat: string[], numbers: number[], special: string[]): string {
  let line: string = "";
  let start: number = 0;
  let next: number = 0;
  for (let i = 0; i + 1 < format.length; i++) {
    if (format.charCodeAt(i) !== PERCENT) continue;
    const directive: string = format.charAt(i + 1);
    if (directive === "%") {
      line += format.slice(start, i + 1);
      start = i + 2;
    } else if (next < shown.length && "sdifjoOc".includes(directive)) {
      line += format.slice(start, i) + replacement(directive, shown[next], flat[next], numbers[next], special[next]);
      start = i + 2;
      next++;
    }
    i++;
  }
  line += format.slice(start);
  for (; next < shown.length; next++) line += ` ${shown[next]}`;
  return line;
}

/** `special` is what %j, %o and %O show. */
function replacement(directive: string, shown: string, flat: string, number: number, special: string): string {
  switch (directive) {
    case "s":
      return flat;
    case "d":
      return loggedText(number);
    case "i":
      return loggedText(readInt(shown, 0));
    case "f":
      return loggedText(readFloat(shown));
    case "c":
      return "";
    default:
      return special;
  }
}
