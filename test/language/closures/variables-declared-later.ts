// Functions may be made before the variables that they use are declared; asking too early throws.

function outer(): string {
  const inner = (): number => helper() + late;
  const base = 5;
  function helper(): number {
    return base * 10;
  }
  let late = 1;
  const before = inner();
  late = 2;
  return `${before} ${inner()}`;
}
console.log(outer());

function tooEarly(): string {
  const read = (): string => `${word} ${list.length} ${flag}`;
  const messages: string[] = [];
  const attempt = (): void => {
    try {
      messages.push(read());
    } catch (error) {
      messages.push(error instanceof ReferenceError ? `${error.name}: ${error.message}` : "other");
    }
  };
  attempt();
  const word = "word";
  attempt();
  const list = [1, 2];
  let flag: boolean;
  flag = true;
  attempt();
  return messages.join("; ");
}
console.log(tooEarly());

// In a loop each turn declares its own.
const readers: (() => number)[] = [];
for (let i = 0; i < 3; i++) {
  readers.push(() => square + offset);
  const square = i * i;
  let offset = 100;
  offset += i;
}
console.log(readers.map((read) => read()).join());

// Patterns, and functions in constants that use each other without a circle.
function parts(): number {
  const sum = (): number => scale(x + y);
  const [x, y] = [1, 2];
  const scale = (n: number): number => n * factor;
  const { factor } = { factor: 7 };
  return sum();
}
console.log(parts());
