// Search compares numbers: what no element can hold is not found.
const bytes = new Uint8Array([1, 2, 1, 44]);
console.log(bytes.includes(257), bytes.includes(1), bytes.includes(300), bytes.indexOf(1.5), bytes.indexOf(1, 1), bytes.indexOf(2, -3));
console.log(bytes.lastIndexOf(1), bytes.lastIndexOf(1, 1), bytes.lastIndexOf(1, -3), bytes.lastIndexOf(44, -5), bytes.indexOf(-255));
const numbers = new Float64Array([NaN, -0, 0.1]);
console.log(numbers.includes(NaN), numbers.indexOf(NaN), numbers.indexOf(0), numbers.includes(0.1), numbers.lastIndexOf(-0));
const singles = new Float32Array([0.1, 0.5]);
console.log(singles.includes(0.1), singles.includes(0.5), singles.includes(Math.fround(0.1)));
console.log(bytes.at(0), bytes.at(-1), bytes.at(4), bytes.at(-5), (bytes.at(0) ?? 0) - 5, bytes.at(1.9));
const big = new Uint32Array([4294967295, 0]);
console.log(big.indexOf(-1), big.indexOf(4294967295), big.at(0));
