// A variable that an inner function assigns to between the test and the use: the use finds a value of another type, and panics.
// Exits: 70

function count(values: readonly (string | number[])[]): void {
  let held: string | number[] = values[0];
  const step = (index: number): void => {
    held = values[index];
  };
  for (let index = 0; index < values.length; index++) {
    held = values[index];
    if (typeof held === "string") {
      console.log("text", held.length);
      step(index);
      console.log("again", held.toUpperCase());
    } else {
      step((index + 1) % values.length);
      console.log("list", held.length, held[0]);
    }
  }
}

count(["one", [4, 5, 6], [7]]);
count([[8], "two"]);
