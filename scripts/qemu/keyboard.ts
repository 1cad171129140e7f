// Keyboard: which keys of a US keyboard make a character, in QEMU's key codes.

const PLAIN: Record<string, string> = {
  " ": "spc",
  "\n": "ret",
  "\r": "ret",
  "\t": "tab",
  "\b": "backspace",
  "\x1b": "esc",
  "-": "minus",
  "=": "equal",
  "[": "bracket_left",
  "]": "bracket_right",
  ";": "semicolon",
  "'": "apostrophe",
  "`": "grave_accent",
  "\\": "backslash",
  ",": "comma",
  ".": "dot",
  "/": "slash",
};

/** Shifted character to the character on the same key without shift. */
const SHIFTED: Record<string, string> = {
  "!": "1",
  "@": "2",
  "#": "3",
  $: "4",
  "%": "5",
  "^": "6",
  "&": "7",
  "*": "8",
  "(": "9",
  ")": "0",
  _: "-",
  "+": "=",
  "{": "[",
  "}": "]",
  ":": ";",
  '"': "'",
  "~": "`",
  "|": "\\",
  "<": ",",
  ">": ".",
  "?": "/",
};

/** The keys to press together for one character. */
export function keyChord(character: string): string[] {
  if (/^[a-z0-9]$/.test(character)) return [character];
  if (/^[A-Z]$/.test(character)) return ["shift", character.toLowerCase()];
  const plain = PLAIN[character];
  if (plain !== undefined) return [plain];
  const unshifted = SHIFTED[character];
  if (unshifted !== undefined) return ["shift", ...keyChord(unshifted)];
  throw new Error(`no key of a US keyboard types ${JSON.stringify(character)}`);
}
