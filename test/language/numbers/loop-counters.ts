// Loop counters of all kinds: down, by steps, fractional, beyond int32, changed in the body.

let text = "";
for (let i = 3; i >= 0; i--) text += i;
for (let i = -3; i < 3; i += 2) text += ` ${i}`;
for (let i = 0.5; i < 3; i++) text += ` ${i}`;
console.log(text);
let count = 0;
for (let i = 2147483645; i < 2147483650; i++) count += i % 10;
for (let i = -2147483646; i > -2147483651; i--) count += i % 10;
console.log(count);
text = "";
for (let i = 0; i < 10; i++) {
  if (i === 3) i += 3;
  text += i;
}
for (let i = 0, j = 10; i < j; i++, j -= 2) text += ` ${i}:${j}`;
let i = 0;
for (; i < 5; ) i += 2;
for (let u = 3; u >>> 0 < 10; u--) text += ` u${u}`;
console.log(text, i);
