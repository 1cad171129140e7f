// Templates: nesting, escapes, evaluation order, all types of values.

let calls = "";
const call = (name: string): string => {
  calls += name;
  return name.toUpperCase();
};
console.log(`${call("a")}${call("b")}-${`${call("c")}`}`, calls);
console.log(`${1}${true}${null}${undefined}${"s"}${-0}${NaN}${1e21}${[1, [2, 3]].length}`);
console.log(
  `a\`b\${c}\\d\u0041\x42`,
  `line
two`,
  `${`${`deep`}`}`,
  `$ {x} $`,
  `{${"}"}`,
);
const value: number | null = calls.length > 2 ? null : 3;
const word: string | undefined = calls.length > 2 ? "x" : undefined;
console.log(`${value} ${word} ${word === undefined} ${[1, 2].join()}`);
