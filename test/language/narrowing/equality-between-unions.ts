// === between a union and a value of one of its members, or another union.

type Key = string | number;

function same(a: Key, b: Key): boolean {
  return a === b;
}
function isZero(key: Key): boolean {
  return key === 0;
}
function isName(key: Key | undefined): boolean {
  return key === "name";
}
console.log(same(1, 1), same("1", 1), same("a", "a"), same("a", "b"), same(Number.NaN, Number.NaN), same(0, -0));
console.log(isZero(0), isZero("0"), isZero(-0), isName("name"), isName(5), isName(undefined));

type Flag = boolean | "auto" | null;
function flag(value: Flag): string {
  if (value === "auto") return "automatic";
  if (value === true) return "on";
  if (value === null) return "unset";
  return value === false ? "off" : "?";
}
console.log(flag("auto"), flag(true), flag(false), flag(null));

const keys: Key[] = ["a", 1, "b", 2];
console.log(keys.indexOf("b"), keys.indexOf(2), keys.indexOf(3), keys.includes("a"), keys.includes("1"));
switch (keys[1]) {
  case "1":
    console.log("text");
    break;
  case 1:
    console.log("number");
    break;
}
