// Rows of a grid that share one array, and rows that do not.

const row = [0, 0, 0];
const shared = [row, row, row];
const own = [0, 1, 2].map(() => [0, 0, 0]);
shared[0][1] = 5;
own[0][1] = 5;
console.log(shared.map((each) => each.join("")).join(" "), own.map((each) => each.join("")).join(" "));
const shallow = [...own];
shallow[1][1] = 7;
shallow[2] = [9];
console.log(own.map((each) => each.join("")).join(" "), shallow.map((each) => each.join("")).join(" "));
const deep = own.map((each) => [...each]);
deep[0][0] = 8;
console.log(own[0][0], deep[0][0]);
