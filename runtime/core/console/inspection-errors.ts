// Inspection of errors: what the console shows before the properties of one.
// Manual:     Node "util.inspect".

import type { Error } from "../errors/error.ts";
import type { Inspection } from "./inspection.ts";

/**
 * The stack, its first words telling the class where they do not; in brackets where it names no call. `prefix` is the name of the class,
 * with what its objects say that they are.
 */
export function errorText(self: Error, prefix: string, state: Inspection): string {
  const stack: string = withPrefix(self.stack, self.name, prefix);
  const { message } = self;
  const found: number = message === "" ? -1 : stack.indexOf(message);
  const hasCalls: boolean = stack.includes("\n    at", found <= 0 ? 0 : found + message.length);
  const whole: string = hasCalls ? stack : `[${stack}]`;
  return state.indentation === 0 ? whole : whole.replaceAll("\n", `\n${" ".repeat(state.indentation)}`);
}

/** Only of errors whose name ends like one, and begins the stack. */
function withPrefix(stack: string, name: string, prefix: string): string {
  const { length } = name;
  const isWhole: boolean = stack.length === length || stack[length] === ":" || stack[length] === "\n";
  if (!name.endsWith("Error") || !stack.startsWith(name) || !isWhole || name === prefix) return stack;
  const rest: string = stack.slice(length);
  return prefix.includes(name) ? prefix + rest : `${prefix} [${name}]${rest}`;
}

/** Whether the stack tells a property, which then is not shown beside it. */
export function isTold(self: Error, text: string | undefined): boolean {
  return text === undefined || self.stack.includes(text);
}
