// Evaluation order: callee before arguments, object and key before the value, left before right, templates and literals in order.

const log: string[] = [];
function t<T>(name: string, value: T): T {
  log.push(name);
  return value;
}
function flush(): string {
  return log.splice(0).join(" ");
}
const list = [10, 20, 30];
const box = { n: 1, add: (a: number, b: number): number => a + b, inner: { m: 2 } };

t("obj", box).add(t("a", 1), t("b", 2));
console.log(flush());
t("list", list)[t("index", 1)] = t("value", 5);
console.log(flush(), list.join());
t("list", list)[t("i", 0)] += t("v", 7);
console.log(flush(), list.join());
t("outer", box).inner.m **= t("power", 3);
console.log(flush(), box.inner.m);
console.log(t("x", 2) ** (t("y", 3) ** t("z", 0)) - t("w", 1) * t("u", 2), flush());
console.log(`${t("p", 1)}${t("q", "s")}${`${t("r", true)}`}`, flush());
const made = { c: t("c", 1), ...t("spread", { d: 2 }), e: t("e", 3) };
console.log(made.c + made.d, flush());
console.log([t("1", 1), ...t("2", [2, 3]), t("3", 4)].join(""), flush());

let i = 0;
const order = [i++, i++ * 10, ++i, i];
console.log(order.join(), (i = 5) + i, i + (i = 1), i);
let a = 3;
a += (a = 10) + a;
console.log(a);
const cells = [0, 0, 0];
let k = 0;
cells[k++] = k;
cells[k] = k++ + k;
cells[k] ??= 9;
console.log(cells.join(), k);
const pick = (name: string): ((n: number) => string) => t(name, (n) => `${name}${n}`);
console.log(pick("f")(t("g", 1)) + pick("h")(t("j", 2)), flush());
let target = { n: 1 };
const old = target;
target.n = (target = { n: 50 }).n + 1;
console.log(old.n, target.n);
console.log(t("c1", false) ? t("no", 1) : t("c2", true) && t("c3", 0) ? 1 : t("end", 2), flush());
