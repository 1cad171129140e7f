// Shared declarations: what random programs import, so that those which are compiled together share it: generic functions, a class of
// errors, the text of numbers, and the function that runs a program.

/** Name of the module in the folder of the programs. */
export const SHARED_FILE = "shared.ts";

const GENERICS = `export class Box<T> {
  value: T;
  changes = 0;
  constructor(value: T) {
    this.value = value;
  }
  get(): T {
    return this.value;
  }
  set(value: T): Box<T> {
    this.value = value;
    this.changes++;
    return this;
  }
  map<U>(change: (value: T) => U): Box<U> {
    return new Box<U>(change(this.value));
  }
}
export function identity<T>(value: T): T {
  return value;
}
export function choose<T>(isFirst: boolean, first: T, second: T): T {
  return isFirst ? first : second;
}
export function firstOr<T>(values: readonly T[], other: T): T {
  return values.length > 0 ? (values[0] ?? other) : other;
}
export function pairOf<A, B>(first: A, second: B): [A, B] {
  return [first, second];
}
export function orUndefined<T>(value: T | undefined): T | undefined {
  return value;
}
export function orNull<T>(value: T | null): T | null {
  return value;
}
export function apply<A, B>(value: A, change: (value: A) => B): B {
  return change(value);
}
`;

const FAILURES = `export class Failure extends Error {
  readonly code: number;
  constructor(message: string, code: number) {
    super(message);
    this.code = code;
  }
}
export function describe(error: unknown): string {
  if (error instanceof Failure) return "Failure " + error.message + " " + String(error.code);
  return error instanceof Error ? "Error " + error.message : "other";
}
`;

const NUMBERS = `export function showNumber(value: number): string {
  return value === 0 ? (1 / value < 0 ? "-0" : "0") : String(value);
}
`;

const ATTEMPT = `export function attempt(name: string, run: () => void): void {
  console.log("== " + name);
  try {
    run();
  } catch (error) {
    console.log(error instanceof Error ? "uncaught " + error.message : "uncaught");
  }
}
let last: Promise<void> = Promise.resolve();
export function attemptAsync(name: string, run: () => Promise<void>): void {
  last = last.then(() => attemptNow(name, run));
}
async function attemptNow(name: string, run: () => Promise<void>): Promise<void> {
  console.log("== " + name);
  try {
    await run();
  } catch (error) {
    console.log(error instanceof Error ? "uncaught " + error.message : "uncaught");
  }
  await new Promise<void>((resolve) => setTimeout(resolve, 0));
}
`;

/** Whoever waits last runs last: an async program has ended, with all its jobs and timers, before the next begins. */
export const SHARED_TEXT = `${GENERICS}${FAILURES}${NUMBERS}${ATTEMPT}`;

const importLine = new RegExp(`^import \\{.*\\} from "\\./${SHARED_FILE}";\\n`);

/** An import of what the text uses. */
export function sharedImport(text: string): string {
  const names = [...SHARED_TEXT.matchAll(/^export (?:async )?(?:class|function) (\w+)/gm)].map(([, name]) => name);
  const used = names.filter((name) => new RegExp(`\\b${name}\\b`).test(text));
  return `import { ${used.join(", ")} } from "./${SHARED_FILE}";\n`;
}

/** The program in one file. */
export function withoutImport(text: string): string {
  return importLine.test(text) ? `${SHARED_TEXT.replaceAll(/^export /gm, "")}${text.replace(importLine, "")}` : text;
}
