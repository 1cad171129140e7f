// `debugger` stops nothing where no debugger is.

let steps = 0;
for (let i = 0; i < 3; i++) {
  debugger;
  steps += i;
}
if (steps > 0) debugger;
else steps = -1;
console.log(steps);
