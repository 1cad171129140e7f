// Escapes: the two units that stand for a control character in texts of programs and of JSON.

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
