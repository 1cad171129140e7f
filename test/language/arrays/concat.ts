// concat with arrays, values and nothing; the parts stay as they are.
const a = [1, 2];
console.log(a.concat(), a.concat([3]), a.concat([3], [4, 5]), a.concat(3), a.concat(3, [4], 5), a);
console.log([[1]].concat([[2], [3]]), ["a"].concat("b", ["c"]), ([] as string[]).concat(["x"]));
const b = a.concat(a);
b[0] = 9;
console.log(a, b, a.concat(a.concat(a)).length);
