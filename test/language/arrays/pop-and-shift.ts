// Taking from either end until nothing is left, and after.

const list = [1, 2, 3, 4, 5];
console.log(list.pop(), list.shift(), list.join(), list.length);
let text = "";
for (let i = 0; i < 5; i++) text += `${list.pop()} `;
for (let i = 0; i < 2; i++) text += `${list.shift()} `;
console.log(text, list.length);
list.unshift(1);
list.unshift(2, 3);
list.push(4, 5);
console.log(list.join(), list.push(6), list.unshift(7));
const words: string[] = [];
const word = words.pop();
console.log(word === undefined, words.shift() ?? "none", words.push());
const stack: number[][] = [[1]];
while (stack.length > 0) {
  const top = stack.pop() ?? [];
  if (top.length < 4) stack.push([...top, top.length + 1]);
  else console.log(top.join());
}
