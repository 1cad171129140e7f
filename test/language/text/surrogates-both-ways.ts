// UTF-16 units to bytes and back: whole pairs stay, halves become U+FFFD, and toWellFormed agrees with the encoder.
const encoder = new TextEncoder();
const decoder = new TextDecoder();
const units = (text: string): string => Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16)).join(" ");
const halves = ["\ud83d", "\ude00", "a", "\ud800", "\udfff", "é"];
let same = 0;
let changed = 0;
for (const a of halves)
  for (const b of halves)
    for (const c of halves) {
      const text = a + b + c;
      const back = decoder.decode(encoder.encode(text));
      if (back !== text.toWellFormed()) console.log("differs", units(text), units(back));
      if (back === text) same++;
      else changed++;
      if (text.isWellFormed() !== (back === text)) console.log("wrong", units(text));
    }
console.log(same, changed);
for (const text of ["\ud83d\ude00", "\ude00\ud83d", "\ud83d\ud83d\ude00\ude00", "x\ud800", "\udbff\udfff", "\ud7ff\ue000"]) {
  const bytes = encoder.encode(text);
  console.log(units(text), "|", [...bytes].map((byte) => byte.toString(16)).join(" "), "|", units(decoder.decode(bytes)));
}
for (const point of [0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xfffd, 0xffff, 0x10000, 0x10ffff]) {
  const text = String.fromCodePoint(point);
  const bytes = encoder.encode(text);
  const result = decoder.decode(bytes);
  console.log(point.toString(16), bytes.length, text.length, result === text, result.codePointAt(0) === point, [...result].length);
}
