// Exchanging owners through destructuring.
class Slot {
  value: { n: number } | null;
  constructor(n: number) {
    this.value = { n };
  }
}
const a = new Slot(1);
const b = new Slot(2);
[a.value, b.value] = [b.value, a.value];
console.log(a.value?.n, b.value?.n);
a.value = a.value;
b.value = a.value;
console.log(a.value?.n, b.value?.n, a.value === b.value);
let [x, y, z] = [{ n: 1 }, { n: 2 }, { n: 3 }];
for (let i = 0; i < 4; i++) [x, y, z] = [y, z, x];
console.log(x.n, y.n, z.n);
