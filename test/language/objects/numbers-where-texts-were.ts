// A property of texts that is assigned a number through a wider type: the assignment is where the program stops.
// Exits: 70

const text: { value: string } = { value: "text" };
const wide: { value: string | number } = text;
wide.value = "more";
console.log(text.value, wide.value);
wide.value = 5;
console.log(text.value);
