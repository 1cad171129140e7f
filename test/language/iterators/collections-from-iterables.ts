// Sets, maps and arrays made from generators and from each other.

function* pairs(): Generator<[string, number]> {
  yield ["a", 1];
  yield ["b", 2];
  yield ["a", 3];
}
function* digits() {
  for (const c of "31415") yield Number(c);
}

const map = new Map(pairs());
console.log(map.size, map.get("a"), map.get("b"));
const set = new Set(digits());
console.log(set.size, [...set].join());
console.log(Array.from(digits()).join(""), Array.from(set).length, Array.from(map.keys()).join());
const copy = new Map(map);
copy.set("c", 9);
console.log(map.size, copy.size, [...new Set([...map.values(), ...copy.values()])].join());
console.log([...map].map(([key, value]) => key + value).join(), [...map.entries()].length);
console.log(new Set("letters").size);
