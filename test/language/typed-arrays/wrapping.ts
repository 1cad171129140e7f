// Elements wrap to their width when written, and are plain numbers when read.
const values = [0, 1, -1, 127, 128, 255, 256, 65535, 65536, 2 ** 31, 2 ** 32, 1.9, -1.9, NaN, Infinity];
console.log(new Uint8Array(values), new Int8Array(values));
console.log(new Uint16Array(values), new Int16Array(values));
console.log(new Uint32Array(values), new Int32Array(values));
console.log(new Float32Array([0.1, 1e40, -0, NaN]), new Float64Array([0.1, 1e40, -0, NaN]));
const bytes = new Uint8Array(3);
bytes[0] = 300;
bytes[1] = -1;
bytes[2] += 257;
console.log(bytes, bytes[0] + bytes[1], bytes.length, bytes.byteLength, Uint8Array.BYTES_PER_ELEMENT, Float64Array.BYTES_PER_ELEMENT);
