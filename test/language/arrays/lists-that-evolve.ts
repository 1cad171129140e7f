const list = [];
list.push(1);
list.push(2);
console.log(list.length, list);
function f(n: number) {
  const out = [];
  for (let i = 0; i < n; i++) out.push(`n${i}`);
  return out;
}
console.log(f(3));
function g(n: number) {
  let r = [];
  for (let i = 0; i < n; i++) r[i] = i * i;
  return r;
}
console.log(g(3));
