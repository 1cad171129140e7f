// ++ and -- of variables, fields and elements: their value before and after.

class Counter {
  value = 0;
}
const counter = new Counter();
const cells = [1, 2, 3];
let n = 5;
console.log(n++, n, ++n, n--, --n, -n++, n);
console.log(counter.value++, ++counter.value, counter.value--, counter.value);
let at = 0;
console.log(cells[at++]++, cells[at++], --cells[at], cells.join(), at);
let fraction = 0.5;
fraction++;
console.log(fraction--, fraction, --fraction, -fraction);
let big = 9007199254740992;
big++;
console.log(
  big,
  2147483647 + 1,
  (() => {
    let x = 2147483647;
    x++;
    return x;
  })(),
  (() => {
    let x = -2147483648;
    return --x;
  })(),
);
