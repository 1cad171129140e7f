// Typed arrays wrap, round and clip what is stored.

const bytes = new Uint8Array(8);
const shorts = new Int16Array(8);
const words = new Int32Array(8);
const floats = new Float32Array(8);
const values = [1, -1, 255, 256, 3.9, -3.9, 70000, NaN];
values.forEach((value, i) => {
  bytes[i] = value;
  shorts[i] = value;
  words[i] = value;
  floats[i] = value;
});
console.log(bytes.join(), shorts.join(), words.join(), floats.join());
bytes[0] += 300;
bytes[1]++;
shorts[0] -= 40000;
console.log(bytes[0], bytes[1], shorts[0], floats[4] === 3.9, Math.fround(3.9) === floats[4], bytes.length, words.byteLength);
console.log(bytes.subarray(2, 4).join(), bytes.slice(-2).join(), bytes.indexOf(255), words.includes(70000));
