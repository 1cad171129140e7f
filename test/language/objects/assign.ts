// Object.assign: later sources win, what is missing is left, and the target comes back.
interface Options {
  width: number;
  height: number;
  title?: string;
  border: { size: number } | null;
}
const base: Options = { width: 80, height: 24, border: null };
const given: Partial<Options> = { height: 50, border: { size: 2 } };
const result = Object.assign(base, given, { title: "log" });
console.log(result === base, result, Object.assign(base).width);
class Counter {
  count = 0;
  step = 1;
  add(): number {
    this.count += this.step;
    return this.count;
  }
}
const counter = Object.assign(new Counter(), { step: 5 });
console.log(counter.add(), counter.add(), counter instanceof Counter);
const fresh = Object.assign({ a: 1, b: 2 }, { b: 3 });
console.log(fresh, Object.keys(fresh));
let log = "";
const noting = {
  inner: 1,
  set value(v: number) {
    log += `set ${v};`;
    this.inner = v;
  },
  get value(): number {
    return this.inner;
  },
};
Object.assign(noting, { value: 7 });
console.log(log, noting.inner);
