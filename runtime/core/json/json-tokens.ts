// JSON tokens: where white space, strings and numbers end in a text.
// Invariants: (1) an end below 0 is the negative of the place where the token goes wrong
// Manual:     RFC 8259.

/** What stands behind the last unit of a text. */
export const NO_UNIT: number = -1;

export function unitOrNone(text: string, index: number): number {
  return index >= 0 && index < text.length ? text.charCodeAt(index) : NO_UNIT;
}

/** Behind white space. */
export function jsonSpaceEnd(text: string, start: number): number {
  let at: number = start;
  while (at < text.length) {
    const unit: number = text.charCodeAt(at);
    if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) return at;
    at++;
  }
  return at;
}

/** Behind the closing quote. Requires: a quote at `start`. */
export function jsonStringEnd(text: string, start: number): number {
  const { length } = text;
  let at: number = start + 1;
  while (at < length) {
    const unit: number = text.charCodeAt(at);
    if (unit === 0x22) return at + 1;
    if (unit < 0x20) return -at;
    if (unit !== 0x5c) {
      at++;
      continue;
    }
    const escape: number = unitOrNone(text, at + 1);
    if (escape === 0x75) {
      for (let i = 2; i < 6; i++) if (hexValue(unitOrNone(text, at + i)) < 0) return -(at + i);
      at += 6;
    } else {
      if (escapedUnit(escape) < 0) return -(at + 1);
      at += 2;
    }
  }
  return -at;
}

/** Behind the number. Requires: a digit or a minus sign at `start`. */
export function jsonNumberEnd(text: string, start: number): number {
  let at: number = unitOrNone(text, start) === 0x2d ? start + 1 : start;
  const first: number = unitOrNone(text, at);
  if (!isDigit(first)) return -at;
  at = first === 0x30 ? at + 1 : digitsEnd(text, at);
  if (first === 0x30 && isDigit(unitOrNone(text, at))) return -at;
  if (unitOrNone(text, at) === 0x2e) {
    if (!isDigit(unitOrNone(text, at + 1))) return -(at + 1);
    at = digitsEnd(text, at + 1);
  }
  const unit: number = unitOrNone(text, at);
  if (unit !== 0x65 && unit !== 0x45) return at;
  const sign: number = unitOrNone(text, at + 1);
  at += sign === 0x2b || sign === 0x2d ? 2 : 1;
  return isDigit(unitOrNone(text, at)) ? digitsEnd(text, at) : -at;
}

function digitsEnd(text: string, start: number): number {
  let at: number = start;
  while (isDigit(unitOrNone(text, at))) at++;
  return at;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** The unit that an escape of two units stands for, by its second; below 0 if there is none. */
export function escapedUnit(escape: number): number {
  switch (escape) {
    case 0x22:
    case 0x2f:
    case 0x5c:
      return escape;
    case 0x62:
      return 8;
    case 0x66:
      return 12;
    case 0x6e:
      return 10;
    case 0x72:
      return 13;
    case 0x74:
      return 9;
    default:
      return -1;
  }
}

/** The value of a hexadecimal digit; below 0 if it is none. */
export function hexValue(unit: number): number {
  if (isDigit(unit)) return unit - 0x30;
  if (unit >= 0x61 && unit <= 0x66) return unit - 0x57;
  return unit >= 0x41 && unit <= 0x46 ? unit - 0x37 : -1;
}
