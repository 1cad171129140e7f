// const enums beside unions of literals: switches, sets, bit masks and defaults.

const enum Key {
  Up = 1,
  Down,
  Left = 4,
  Right,
}
type Mode = "read" | "write";
type Digit = 0 | 1 | 2;

function name(key: Key): string {
  switch (key) {
    case Key.Up:
    case Key.Down:
      return "vertical";
    case Key.Left:
      return "left";
    default:
      return `other ${key}`;
  }
}
function open(path: string, mode: Mode = "read"): string {
  return mode === "read" ? path : `${path}*`;
}
const next = (digit: Digit): Digit => (digit === 2 ? 0 : digit === 0 ? 1 : 2);

console.log(name(Key.Up), name(Key.Left), name(Key.Right), Key.Down + Key.Right);
console.log(open("a"), open("b", "write"), next(2), next(next(0)));
const pressed = new Set<Key>([Key.Up, Key.Left, Key.Up]);
console.log(pressed.size, pressed.has(Key.Left), pressed.has(Key.Down));
const modes: Mode[] = ["read", "write", "read"];
console.log(modes.filter((mode) => mode === "read").length, modes.indexOf("write"));
