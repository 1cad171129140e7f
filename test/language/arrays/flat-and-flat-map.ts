// flat by the depth, flatMap with arrays and with plain values.
console.log([[1, 2], [], [3]].flat(), [["a"], ["b", "c"]].flat());
console.log([[[1], [2, 3]], [[4]]].flat(), [[[1], [2, 3]], [[4]]].flat(2), [[[[1]]], [[[2]]]].flat(3));
console.log(
  [1, 2, 3].flatMap((x) => [x, -x]),
  [1, 2, 3].flatMap((x) => x * 2),
  ["a b", "c"].flatMap((s) => s.split(" ")),
);
console.log(
  [1, 2, 3, 4].flatMap((x, i) => (i % 2 === 0 ? [x] : [])),
  ([] as number[]).flatMap((x) => [x]),
);
console.log(
  [[3], [1, 2]].flatMap((x) => x),
  [1, 2].flatMap((x, i, all) => [x * all.length + i]),
);
