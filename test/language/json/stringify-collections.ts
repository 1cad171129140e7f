// JSON.stringify of maps, sets and typed arrays: objects without properties, and objects with indices.
const map = new Map([["a", 1]]);
console.log(JSON.stringify(map), JSON.stringify(new Set([1])), JSON.stringify({ map, list: [new Set<string>()] }));
console.log(JSON.stringify([...map]), JSON.stringify([...new Set(["x", "y"])]));
console.log(JSON.stringify(new Uint8Array([1, 2])), JSON.stringify({ f: new Float32Array([0.5, NaN]) }), JSON.stringify(new Int8Array()));
console.log(JSON.stringify(new Int16Array([-1, 2]), null, 2), JSON.stringify([new Float64Array([1e21])]));
const gaps = [0, 1, 3, 10, 11, 1.9, -1, NaN];
for (const gap of gaps) console.log(JSON.stringify({ a: [1] }, null, gap));
for (const gap of ["", " ", "ab", "0123456789xyz", "\t"]) console.log(JSON.stringify({ a: [], b: {}, c: [{}] }, null, gap));
console.log(
  JSON.stringify('\u2028\u2029\u007f\u0000\u001f"\\/'),
  JSON.stringify("\ud800\udc00\udc00\ud800"),
  JSON.stringify([-0, 1e21, 1e-7]),
);
