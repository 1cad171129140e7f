// Array functions: map, filter, reduce, some, every, find, forEach with function values.

const list = [5, 3, 8, 1, 9, 2];
console.log(list.map((value) => value * 2).join(), list.filter((value) => value > 3).join());
console.log(list.map((value, index) => `${index}:${value}`).join(" "));
console.log(
  list.reduce((sum, value) => sum + value, 0),
  list.reduce((text, value) => text + value, ""),
);
console.log(
  list.some((value) => value > 8),
  list.every((value) => value > 1),
  list.findIndex((value) => value === 8),
);
console.log(list.find((value) => value > 7) ?? "none", list.find((value) => value > 70) ?? "none");
let seen = "";
list.forEach((value, index) => {
  seen += `${value * index},`;
});
console.log(seen);
