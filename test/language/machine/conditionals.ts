// Conditionals on machine integers: the sides keep their type where a conversion is around them, literals take the wanted one.

const SMALL: u32 = 3;
const LARGE: u32 = 4_000_000_000;
function pick(isLarge: boolean): u64 {
  return u64(isLarge ? LARGE : SMALL) * u64(isLarge ? 2 : 1);
}
function step(isBig: boolean): u16 {
  return isBig ? 65535 : 1;
}
console.log(pick(true), pick(false), step(true), step(false));
const limited: u8 = pick(true) > 10 ? 10 : u8(pick(false));
console.log(limited);
