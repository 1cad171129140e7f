// Collation: the alphabetical order of texts of ASCII, as localeCompare has it without a locale: the order that Unicode's root collation
// gives white space, punctuation, digits and letters, and where those are the same, small letters before capital ones.

/** In their order; a small letter and its capital have one place. Other units below 0x80 have no part in the order. */
const ORDER: string = "\t\n\v\f\r _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789abcdefghijklmnopqrstuvwxyz";
const ASCII_MAX: number = 0x7f;

/** Negative, zero or positive. Throws for texts with other characters: their order is not known here. */
export function compareByAlphabet(left: string, right: string): number {
  const leftPlaces: number[] = placesOf(left);
  const rightPlaces: number[] = placesOf(right);
  for (let i = 0; i < leftPlaces.length && i < rightPlaces.length; i++) {
    const difference: number = (leftPlaces[i] >> 1) - (rightPlaces[i] >> 1);
    if (difference !== 0) return difference < 0 ? -1 : 1;
  }
  if (leftPlaces.length !== rightPlaces.length) return leftPlaces.length < rightPlaces.length ? -1 : 1;
  for (let i = 0; i < leftPlaces.length; i++) {
    const difference: number = (leftPlaces[i] & 1) - (rightPlaces[i] & 1);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Of each character that counts, twice its place in the order, and one more for capitals. */
function placesOf(text: string): number[] {
  const places: number[] = [];
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) > ASCII_MAX) throw new RangeError("localeCompare knows the order of ASCII only");
    const character: string = text.charAt(i);
    const small: string = character.toLowerCase();
    const place: number = ORDER.indexOf(small);
    if (place >= 0) places.push(2 * place + (small === character ? 0 : 1));
  }
  return places;
}
