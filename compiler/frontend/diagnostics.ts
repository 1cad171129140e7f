// Diagnostics: the numbered table of everything the compiler can refuse, and how one is printed.
// Invariants: (1) a code, once released, keeps its meaning
//             (2) every row gives a reason and a way out; {0}, {1} ... in a message stand for the arguments
//
//   1xxx TypeScript itself    2xxx numbers    3xxx language subset    4xxx profile and unsafe    9xxx not supported yet

export interface DiagnosticRow {
  readonly message: string;
  readonly reason: string;
  readonly wayOut: string;
}

function row(message: string, reason: string, wayOut: string): DiagnosticRow {
  return { message, reason, wayOut };
}

export const diagnosticTable = {
  TSM1001: row("{0}", "TypeScript's own checker refuses this ({1}).", "Make `tsc --strict` accept the file first."),
  TSM1002: row(
    "cannot find the file {0}",
    "A program starts in the files named on the command line.",
    "Check the path: it counts from the folder you are in, and ends in `.ts`.",
  ),
  TSM1003: row("cannot read {0}: {1}", "A program is text in files named `.ts`.", "Name the program's own file, and let you read it."),
  TSM1004: row(
    "{0} is nested too deeply",
    "The compiler follows a program's structure on its own stack, and that has an end.",
    "Split the expression or block into several.",
  ),
  TSM1005: row(
    "`{0}` hides errors",
    "What TypeScript's checker was told not to check cannot be compiled.",
    "Remove the comment and mend the error.",
  ),
  TSM1006: row(
    "there is no module `{0}` here",
    "Of Node's modules there are {1}.",
    "Use one of these, or write what you need of it in a file of your own.",
  ),
  TSM1007: row("there is no `{0}` here", "The library has what docs/language.md lists.", "{1}"),

  TSM2001: row(
    "operands of `{0}` have different types: {1} and {2}",
    "Machine integers do not convert silently: the width of the result would be a guess.",
    "Convert one side, for example `{3}(x)`.",
  ),
  TSM2002: row("{0} does not convert to {1} by itself", "The conversion can lose bits or change the sign.", "Say so with `{2}(x)`."),
  TSM2003: row(
    "{0} does not fit {1}",
    "The constant is outside the range of the type.",
    "Use a wider type, or convert: `{1}(x)` keeps the low bits.",
  ),
  TSM2004: row("division by the constant zero", "It would always panic.", "Remove it, or test the divisor."),
  TSM2005: row(
    "`{0}` is not defined for {1}",
    "The operator has no meaning for this type.",
    "Convert the operand to a number or an integer type first.",
  ),
  TSM2006: row(
    "{0} cannot be compared with {1}",
    "Neither type can hold all values of the other.",
    "Convert one side to the type you mean.",
  ),
  TSM2007: row(
    "the enum {0} has members that are not constant",
    "The members of an enum are known while compiling: each use becomes the value.",
    "Compute the value in a constant, or in a function.",
  ),

  TSM3001: row(
    "the type `any` is not compiled",
    "Its layout is not known before the program runs.",
    "Write the type, or use a union of the types you expect.",
  ),
  TSM3002: row("`var` is refused", "Its scope is not the block it stands in.", "Use `let` or `const`."),
  TSM3003: row("`{0}` compares {1} with {2}", "Loose equality converts its operands by rules few people know.", "Use `===` or `!==`."),
  TSM3004: row(
    "values of type {0} cannot be compared with values of type {1}",
    "They have no common representation, so they are never equal.",
    "Compare like with like.",
  ),
  TSM3005: row("{0} cannot be used as a value", "It exists only while compiling.", "Use one of its members, or a value made from it."),
  TSM3006: row(
    "`{0}` of an array that has nothing but holes",
    "JavaScript passes holes over, and calls no callback for them. Here an element is there from the start.",
    "Fill it first: `new Array(n).fill(0)`, or write `Array.from({ length: n }, (_, index) => ...)`.",
  ),
  TSM3007: row(
    "{0} has no member {1} that can be compiled",
    "Only members declared in the program or in the runtime library exist.",
    "Use another member, or write a function.",
  ),
  TSM3008: row(
    "type {0} does not convert to {1}",
    "The two have different layouts.",
    "Convert it by hand, or declare it as {1} from the start.",
  ),
  TSM3009: row("the type {0} cannot be compiled", "It does not resolve to one concrete layout.", "Name a concrete type."),
  TSM3010: row("index signatures are refused", "Objects have the fields their type declares, at fixed places.", "Use `Map`."),
  TSM3011: row("`delete` is refused", "Objects keep the fields their type declares.", "Set the field to `undefined`, or use `Map`."),
  TSM3012: row(
    "{0} is not known to be constant",
    "This place needs a value that is known while compiling.",
    "Use a literal or a `const` made from literals.",
  ),
  TSM3013: row("the tag @{0} does not belong here", "It is meant for {1}.", "Remove it."),
  TSM3014: row(
    "a @packed class cannot {0}",
    "Its values are addresses of plain memory without a header.",
    "Use an ordinary class, or plain functions.",
  ),
  TSM3015: row(
    "a field of a @packed class cannot be {0}",
    "Its layout is fixed: integers, floats, booleans, enums and other @packed classes.",
    "Use an integer type of the right width.",
  ),
  TSM3016: row(
    "the program has no function named {0} in {1}",
    "The library function that this needs is missing.",
    "Add it to the runtime, or avoid the member.",
  ),
  TSM3018: row(
    "the linker symbol {0} is taken",
    "Another function of the program or of its runtime has it.",
    "Choose another name in the @exportName tag.",
  ),
  TSM3019: row(
    "console.{0} does not show values of type {1}",
    "The text that Node shows for it is not known from its type.",
    "Show a part of it, or make a text of its parts.",
  ),

  TSM3020: row(
    "the members of {0} cannot be told apart here",
    "Objects of different object types may be of the same class, and arrays of different objects are.",
    "Give the members a property that tells them apart, or use classes and `instanceof`.",
  ),

  TSM3021: row(
    "whether `{0}` is in {1} is not known",
    "Only objects with declared members can be asked, enums, and arrays for an index.",
    "Compare the property with `undefined`, or use a discriminant.",
  ),

  TSM3023: row(
    "the method {0} cannot be used as a value",
    "Taken from its object it would lose its `this`.",
    "Write an arrow function: `(...) => object.{0}(...)`.",
  ),
  TSM3024: row(
    "the static field {0} belongs to {1}",
    "Assigned through a subclass it would become a second field of that name, for which a class in a function has no place.",
    "Assign it through {1}.",
  ),
  TSM3025: row(
    "`{0}` belongs to a function around this one and cannot be used here",
    "A class in a function knows what is declared in front of it.",
    "Declare it first, pass it as an argument, or keep it in a field.",
  ),

  TSM3026: row(
    "the tuple type {0} has optional elements beside a rest",
    "What stands at a place must be known from the place: a rest may have elements before and behind it that are always there.",
    "Make the optional elements required ones that may be undefined, or give the rest a place of its own: `[string?, number[]?]`.",
  ),
  TSM3027: row(
    "{0} cannot be spread here",
    "The number of elements must be known where each has a place of its own.",
    "Spread it last if it is a tuple with optional elements, pass the elements, or declare a rest parameter.",
  ),
  TSM3028: row(
    "`{0}` would change the number or order of the elements of {1}",
    "A tuple has a place for each element, with a type of its own.",
    "Use an array.",
  ),

  TSM3029: row(
    "`{0}` is not a class that is known while compiling",
    "What a class inherits has its places in the objects, which must be known.",
    "Extend a class by its name, or a parameter of a type of its own: `<T extends new (...args: any[]) => object>(Base: T)`.",
  ),

  TSM3051: row(
    "JSON.parse cannot make a value of type {0}",
    "JSON has objects, arrays, texts, numbers, booleans and null, and no functions or classes.",
    "Parse an interface of what the text says, and make the rest of it.",
  ),
  TSM3030: row(
    "{0}, one of several functions that call each other, cannot be used as a value here",
    "Functions in a circle are no objects of their own: as closures they would keep each other alive.",
    "Write an arrow function: `(...) => {0}(...)`.",
  ),
  TSM3031: row(
    "functions of the type {0} are generic and have properties",
    "A generic function is one function for each choice of its types: there is no one object that has the properties.",
    "Put the function and what belongs to it into one object.",
  ),
  TSM3032: row(
    "values of the type {0} are called, and made objects of",
    "A class cannot be called, and a function that is no class makes no objects.",
    "Take the class and the function as two values.",
  ),
  TSM3052: row(
    "the own properties of {0} are not known",
    "Only objects whose type lists their properties have each at a place of its own.",
    "Ask an object of an interface or of a class of the program; arrays and maps have members of their own for this.",
  ),
  TSM3053: row(
    "only a literal, or a new object whose fields are `readonly`, can be frozen",
    "Whether an object may be changed is a matter of its type, and other references to this one could still change it.",
    "Freeze the literal where it stands, or declare the properties `readonly`.",
  ),
  TSM3055: row(
    "structuredClone does not copy values of type {0}",
    "Functions cannot be copied, and an instance of a class would come out as an object without its class.",
    "Give the class a method that makes a copy, or copy an object without methods.",
  ),
  TSM3056: row(
    "`Object.assign` would add `{0}` to an object of type {1}",
    "Objects have the fields their type declares, at fixed places, and others may know this one by that type.",
    "Make a new object: `{ ...target, ...source }`, or `Object.assign({}, target, source)`.",
  ),

  TSM3080: row(
    "{0} hides the {1} of {2}",
    "An accessor that is overridden alone leaves a property that cannot be read, or cannot be assigned, whatever its type says.",
    "Override the {1}, too: it can use that of `super`.",
  ),
  TSM3081: row(
    "{0} makes ever other types of itself",
    "Each choice of type arguments is a type with a layout of its own, and here each asks for the next.",
    "Refer to it with the same type arguments, or with `unknown` for the one that grows.",
  ),

  TSM4001: row("`{0}` is not available in the kernel profile", "Kernel code has no {1}.", "{2}"),
  TSM4003: row(
    "this allocates after start-up: {0}",
    "Kernel code allocates only in module initialisers.",
    "Make the object at module level, or take it from a pool.",
  ),
  TSM4004: row(
    "{0} can call itself: {1}",
    "The kernel's stacks are small, and their depth must be known.",
    "Use a loop, or a work list of fixed size.",
  ),
  TSM4005: row(
    "{0} computes with floating point",
    "The kernel uses no floating point registers.",
    "Use machine integers such as u32 or i64.",
  ),
  TSM4006: row(
    "`{0}` is not available in the {1} profile",
    "Its system has no {2}.",
    "Take what it would give as a parameter, or use another profile.",
  ),

  TSM9001: row("not supported yet: {0}", "The compiler does not translate this part of TypeScript yet.", "Write it in a simpler way."),
} as const satisfies Record<string, DiagnosticRow>;

export type DiagnosticCode = keyof typeof diagnosticTable;

export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly reason: string;
  readonly wayOut: string;
  /** Relative to the root given to the front end; empty when no source line is to blame. */
  readonly file: string;
  /** From 1; 0 when there is none. */
  readonly line: number;
  readonly column: number;
  readonly length: number;
  /** The text of the line. */
  readonly sourceLine: string;
}

function fill(template: string, values: readonly string[]): string {
  return template.replace(/\{(\d)\}/g, (_, index: string) => values[Number(index)] ?? "?");
}

/** Where a diagnostic points. */
export interface SourceSpan {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly length: number;
  readonly sourceLine: string;
}

export const NO_SPAN: SourceSpan = { file: "", line: 0, column: 0, length: 0, sourceLine: "" };

export function createDiagnostic(code: DiagnosticCode, span: SourceSpan, ...values: string[]): Diagnostic {
  const { message, reason, wayOut } = diagnosticTable[code];
  return { code, message: fill(message, values), reason: fill(reason, values), wayOut: fill(wayOut, values), ...span };
}

/** Longer lines are shown in part. */
const SHOWN_COLUMNS_MAX = 120;
/** What a long line shows in front of the place. */
const SHOWN_BEFORE = 40;

/** The diagnostic as people read it: place, message, source line with caret, reason, way out. Ends with a newline. */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { code, message, reason, wayOut, file, line, column } = diagnostic;
  const lines = [line === 0 ? `${code}: ${message}` : `${file}:${line}:${column}: ${code}: ${message}`];
  if (line > 0) lines.push(...sourceFrame(diagnostic));
  lines.push(`  why: ${reason}`, `  instead: ${wayOut}`, "");
  return lines.join("\n");
}

function sourceFrame({ line, column, length, sourceLine }: Diagnostic): string[] {
  const first = sourceLine.length > SHOWN_COLUMNS_MAX ? Math.max(0, column - 1 - SHOWN_BEFORE) : 0;
  const end = Math.min(sourceLine.length, first + SHOWN_COLUMNS_MAX);
  const [before, marked] = [sourceLine.slice(first, column - 1), sourceLine.slice(column - 1, Math.min(end, column - 1 + length))];
  const shown = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ");
  const text = `${first > 0 ? "..." : ""}${shown(sourceLine.slice(first, end))}${end < sourceLine.length ? "..." : ""}`;
  const indent = " ".repeat((first > 0 ? 3 : 0) + columnsOf(before));
  return [`  ${line} | ${text}`, `  ${" ".repeat(String(line).length)} | ${indent}${"^".repeat(Math.max(1, columnsOf(marked)))}`];
}

const WIDE =
  /[\p{Emoji_Presentation}\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;

/** How many columns of a terminal the text takes. */
function columnsOf(text: string): number {
  let columns = 0;
  for (const point of text) columns += /\p{M}|\p{Cf}/u.test(point) ? 0 : WIDE.test(point) ? 2 : 1;
  return columns;
}

/** What a code means, for `tsmetal explain`; undefined if there is no such code. */
export function explainDiagnostic(code: string): string | undefined {
  const found = Object.entries<DiagnosticRow>(diagnosticTable).find(([known]) => known === code.toUpperCase());
  if (found === undefined) return undefined;
  const [name, { message, reason, wayOut }] = found;
  const named = (text: string): string => text.replace(/\{(\d)\}/g, "...");
  return `${name}: ${named(message)}\n  why: ${named(reason)}\n  instead: ${named(wayOut)}\n`;
}

/** One JSON object a line, for editors and scripts. */
export function diagnosticToJson(diagnostic: Diagnostic): string {
  return JSON.stringify(diagnostic);
}

/** Thrown where a construct is refused; caught at the next statement or declaration, so that further errors are found. */
export class Refusal extends Error {
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.diagnostic = diagnostic;
  }
}
