// Interfaces and literals with the names of classes that the library makes objects of.

interface Process {
  readonly id: number;
  readonly name: string;
}

interface ProcessEnv {
  readonly variables: readonly string[];
}

const processes: readonly Process[] = [
  { id: 1, name: "init" },
  { id: 2, name: "shell" },
];
const environment: ProcessEnv = { variables: ["HOME"] };
for (const { id, name } of processes) console.log(id, name, process.argv.length > 0);
console.log(processes, environment, process.env.NOT_SET_ANYWHERE ?? "not set");
