// Collation: the alphabetical order of texts of ASCII, as localeCompare has it without a locale: the order that Unicode's root collation
// gives white space, punctuation, digits and letters, and where those are the same, small letters before capital ones.

/** In their order; a small letter and its capital have one place. Other units below 0x80 have no part in the order. */
const ORDER: string = "\t\n\v\f\r _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789abcdefghijklmnopqrstuvwxyz";
const ASCII_MAX: number = 0x7f;

/**
 * Negative, zero or positive. Numbers among the characters count as a whole, if wanted, and capitals as other letters.
 * Throws for texts with other characters: their order is not known here.
 */
export function compareByAlphabet(left: string, right: string, isByCase: boolean, isNumeric: boolean): number {
  const leftPlaces: number[] = placesOf(left, isNumeric);
  const rightPlaces: number[] = placesOf(right, isNumeric);
  for (let i = 0; i < leftPlaces.length && i < rightPlaces.length; i++) {
    const difference: number = (leftPlaces[i] >> 1) - (rightPlaces[i] >> 1);
    if (difference !== 0) return difference < 0 ? -1 : 1;
  }
  if (leftPlaces.length !== rightPlaces.length) return leftPlaces.length < rightPlaces.length ? -1 : 1;
  for (let i = 0; i < leftPlaces.length && isByCase; i++) {
    const difference: number = (leftPlaces[i] & 1) - (rightPlaces[i] & 1);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Of each character that counts, twice its place in the order, and one more for capitals. */
function placesOf(text: string, isNumeric: boolean): number[] {
  const places: number[] = [];
  for (let i = 0; i < text.length; i++) {
    if (isNumeric && isDigit(text.charCodeAt(i))) {
      i = addNumber(places, text, i) - 1;
      continue;
    }
    if (text.charCodeAt(i) > ASCII_MAX) throw new RangeError("localeCompare knows the order of ASCII only");
    const character: string = text.charAt(i);
    const small: string = character.toLowerCase();
    const place: number = ORDER.indexOf(small);
    if (place >= 0) places.push(2 * place + (small === character ? 0 : 1));
  }
  return places;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** A number at the position: where digits are in the order, how many it has, and each of them. Gives the position behind it. */
function addNumber(places: number[], text: string, start: number): number {
  let end: number = start;
  while (end < text.length && isDigit(text.charCodeAt(end))) end++;
  let first: number = start;
  while (first < end - 1 && text.charAt(first) === "0") first++;
  places.push(2 * ORDER.indexOf("0"), 2 * (end - first));
  for (let i = first; i < end; i++) places.push(2 * text.charCodeAt(i));
  return end;
}
