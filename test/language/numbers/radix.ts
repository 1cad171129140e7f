// Number radix: toString in other radices, whole and with fractions, and toFixed.

const values = [0, 1, 255, -255, 0.5, 0.1, 123.456, 1e21, 2 ** 53, 1 / 3, 1e-7];
for (const value of values) {
  console.log(value.toString(2), value.toString(16), value.toString(36), value.toString(10), value.toString(3));
}
const prices = [0, 1, 1.005, 1.255, 10.235, -1.5, 0.5, 2.5, 1e20, 123.456789, 0.000001, 1e21, -0.0000001];
for (const price of prices) console.log(price.toFixed(), price.toFixed(2), price.toFixed(7), price.toFixed(20));
