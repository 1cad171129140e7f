// A list of texts that got an object as a list of a wider type: taking the object for a text panics.
// Exits: 70

const texts: string[] = ["a", "b"];
const mixed: (string | { deep: number })[] = texts;
mixed[1] = { deep: 5 };
console.log(texts.length, texts[0]);
const second = mixed[1];
console.log(typeof second === "string" ? second : second.deep);
console.log(texts[1].toUpperCase());
