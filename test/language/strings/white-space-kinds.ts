// trim, Number and parseInt agree on white space: which of all units they remove, and what stays inside.
const kept: number[] = [];
const removed: string[] = [];
for (let unit = 0; unit < 65536; unit += unit === 0x200 ? 0x1400 : unit === 0x3001 ? 0xce00 : 1) {
  const space = String.fromCharCode(unit);
  const text = `${space}7${space}`;
  if (text.trim() === "7") {
    removed.push(unit.toString(16));
    if (Number(text) !== 7 || parseInt(text) !== 7 || parseFloat(text) !== 7) kept.push(unit);
    if (text.trimStart() !== `7${space}` || text.trimEnd() !== `${space}7`) kept.push(unit);
  } else if (Number(text) === 7 || parseInt(space + "7") === 7) kept.push(unit);
}
console.log(removed.length, removed.join(" "));
console.log(kept.map((unit) => unit.toString(16)).join(" "));
const all = removed.map((unit) => String.fromCharCode(parseInt(unit, 16))).join("");
console.log(all.trim().length, Number(all), parseInt(all), all.trimStart().length, all.trimEnd().length);
console.log(JSON.stringify(`${all}a${all}b${all}`.trim()).length, `${all}a b${all}`.trim(), `a${all}`.trimStart().length);
for (const text of ["\u180e7", "\u200b7", "7\u0000", "\ufeff7\ufeff", "- 7", "7 7", "\t-7\n", "+ 7", "\u20297\u2028"])
  console.log(JSON.stringify(text), Number(text), parseInt(text), parseFloat(text), text.trim().length);
