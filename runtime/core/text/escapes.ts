// Escapes: the two units that stand for a control character in texts of programs and of JSON, and digits for those that have none.

export const UPPER_DIGITS: string = "0123456789ABCDEF";
export const LOWER_DIGITS: string = "0123456789abcdef";

/** A unit in hexadecimal, with at least so many digits. Small on purpose: most programs can show a text, and few show numbers this way. */
export function hexadecimal(unit: number, digits: string, size: number): string {
  let text: string = "";
  for (let rest: number = unit; rest > 0 || text.length < size; rest = rest >> 4) text = digits.charAt(rest & 15) + text;
  return text;
}

/** Empty where the unit has no such escape. */
export function shortEscape(unit: number): string {
  switch (unit) {
    case 8:
      return "\\b";
    case 9:
      return "\\t";
    case 10:
      return "\\n";
    case 12:
      return "\\f";
    case 13:
      return "\\r";
    case 0x5c:
      return "\\\\";
    default:
      return "";
  }
}
