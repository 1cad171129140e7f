// Index ranges: how ECMAScript turns a number that a caller gave into an index of a text or array.

/** The whole part of the number, moved into 0..length. NaN is 0. */
export function clampIndex(position: number, length: u32): u32 {
  if (!(position > 0)) return 0;
  return position >= length ? length : u32(position);
}

/** As clampIndex, but negative numbers count from the end. */
export function relativeIndex(position: number, length: u32): u32 {
  const whole: number = Math.trunc(position);
  return clampIndex(whole < 0 ? whole + Number(length) : whole, length);
}

/** The whole part of the number; NaN and -0 are 0. */
export function wholeOf(position: number): number {
  return position !== position ? 0 : Math.trunc(position) + 0;
}
