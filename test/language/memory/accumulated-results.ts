// Loop variables that own what the turn before made.
function pairs(count: number): string {
  let previous = { text: "start" + count };
  let best = previous;
  for (let i = 0; i < count; i++) {
    const next = { text: previous.text + (i % 2 === 0 ? "a" : "") };
    if (next.text.length > best.text.length) best = next;
    previous = i % 3 === 2 ? best : next;
    if (i === 7) break;
    if (i % 4 === 3) continue;
    previous = { text: previous.text.slice(-8) };
  }
  return best.text + "|" + previous.text;
}
console.log(pairs(0), pairs(3), pairs(6), pairs(20));
