// Int32 overflow: `| 0` wraps at 32 bits, plain numbers go on, and Math.imul multiplies modulo 2^32.

let product = 1;
let wrapped = 1;
for (let i = 1; i <= 20; i++) {
  product *= i;
  wrapped = Math.imul(wrapped, i);
}
console.log(product, wrapped);

let sum = 2147483647;
console.log(sum + 1, (sum + 1) | 0);
sum = (sum + 1) | 0;
console.log(sum, -sum, -sum | 0);

let hash = 0;
for (let i = 0; i < 1000; i++) hash = (hash * 31 + i) | 0;
console.log(hash);

let state = 12345;
let text = "";
for (let i = 0; i < 5; i++) {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  text += `${state} ${state >>> 0} `;
}
console.log(text);
