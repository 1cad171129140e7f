// toFixed rounds the exact value, not the digits shown.

for (const value of [1.005, 2.5, 0.5, 1.45, -1.5, 0, -0.0001, 123.456, 1e20, 0.000001, 10.235, 1.255]) {
  console.log(value, value.toFixed(0), value.toFixed(1), value.toFixed(2), value.toFixed(5));
}
console.log((1e21).toFixed(2), (0 / Number(0)).toFixed(2), (1 / 3).toFixed(20), (2 ** 60).toFixed(0));
