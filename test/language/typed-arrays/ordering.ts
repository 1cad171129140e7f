// sort, toSorted, reverse, toReversed and with: by value without a comparison, in place or in a copy.
const bytes = new Uint8Array([10, 9, 200, 1]);
console.log(
  bytes.toSorted(),
  bytes,
  bytes.toSorted((a, b) => b - a),
  bytes.toReversed(),
);
console.log(
  bytes.sort((a, b) => (a % 10) - (b % 10)),
  bytes.sort(),
  bytes.reverse(),
  bytes,
);
const floats = new Float64Array([3, -0, NaN, 0, -Infinity, 1e-5, Infinity]);
console.log(
  floats.sort(),
  floats.toSorted((a, b) => b - a),
);
const signed = new Int16Array([-1, 5, -300, 40]);
console.log(signed.sort(), signed.with(1, 70000), signed.with(-1, 2.9), signed);
console.log(new Float32Array([2.5, -1.5]).toSorted().join(" "), new Uint8Array().toReversed().length);
const copy = signed.slice(1, 3);
copy[0] = 9;
const view = signed.subarray(1, 3);
view[0] = 8;
console.log(signed, copy, view, view.byteOffset, view.subarray(1).byteOffset, view.copyWithin(0, 1), signed.fill(-1, 2));
