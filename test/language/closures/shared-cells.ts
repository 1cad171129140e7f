// Several closures over one variable, in both directions, through several levels.

function share(): [() => number, (to: number) => void, () => () => number] {
  let value = 1;
  const deeper = () => {
    value *= 10;
    return () => {
      value++;
      return value;
    };
  };
  return [
    () => value,
    (to) => {
      value = to;
    },
    deeper,
  ];
}
const [get, set, deeper] = share();
set(5);
const deepest = deeper();
console.log(get(), deepest(), deepest(), get());
set(0);
console.log(deepest(), deeper()(), get());
let text = "a";
const append = (more: string): void => {
  text += more;
};
["b", "c"].forEach(append);
append(text);
console.log(text);
