interface Rule<E> {
  to: string | ((event: E) => string);
  guard?: boolean | ((n: number) => boolean);
}
const rules: Rule<number>[] = [{ to: "a" }, { to: (e) => `e${e}`, guard: (n) => n > 1 }, { to: "c", guard: true }];
for (const rule of rules) {
  const target = typeof rule.to === "function" ? rule.to(4) : rule.to;
  const ok = typeof rule.guard === "function" ? rule.guard(2) : rule.guard;
  console.log(target, ok);
}
