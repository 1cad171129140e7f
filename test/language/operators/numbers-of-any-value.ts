// Number(value) of values of any type: texts, dates, lists and other objects by their text, functions as NaN.

const show = (value: unknown): void => console.log(Number(value));
for (const x of [1, "12", " 0x10 ", "", "x", true, false, null, undefined, [], [5], [1, 2], ["7"], {}, new Date(5), new Map(), () => 1])
  show(x);
function f(v: string | number[] | boolean | undefined) {
  return Number(v);
}
console.log(f("3"), f([4]), f([]), f(true), f(undefined), Number([9]), Number({}));
console.log(isNaN(Number(undefined)), Number(), Number(new Date(7)));
