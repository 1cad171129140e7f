// Command line: tsmetal's words and options.

import { parseArgs } from "node:util";
import { EMIT_FORMS, type EmitForm } from "./emit-forms.ts";
import { type HeapName, heapNames } from "./frontend/load.ts";
import type { Profile } from "./ir/module.ts";
import { passes } from "./passes/passes.ts";

export const HELP = `usage: tsmetal COMMAND [options] FILE.ts|FOLDER ... [-- arguments of the program]

A folder stands for its main.ts, index.ts, src/main.ts or src/index.ts.

Commands
  build       compile to an executable
  run         compile for Linux and run
  check       only look for errors
  explain     what a diagnostic code means, as in: tsmetal explain TSM2001

Options
  --profile linux|program|kernel   what the executable runs on (linux)
  --heap blocks|list|bump          where its objects lie, see docs/allocators.md (blocks)
  -o, --output FILE                where it goes (the name of the first file or folder); - is standard output
  -O LEVEL                         0 no optimisation, 1 all of it (1)
  --off PASS                       leave a pass out; may be repeated
  --dump PASS                      print the IR after a pass
  --verify                         check the IR after every pass
  --emit hir|lir|asm|obj           in place of an executable: the IR before it is lowered, the machine's insts
                                   before registers are allocated, the code with its source lines, or an ELF object
  --strip                          leave out what only debuggers read
  --watch                          build, and build again whenever a source has changed, until it is interrupted
  --assembly FILE                  a nasm file to link in; may be repeated
  --include FOLDER                 searched by assembly files; may be repeated
  --json                           errors as JSON, one object a line
  --time-passes                    what each stage and pass took
  --stack-report                   the deepest stack from the call graph
  --size-report                    bytes of each section, function and datum
  --help                           this text

Exit status: 0 done, 1 the program has errors, 2 the command line is wrong; run gives the program's own.
`;

const COMMANDS = ["build", "run", "check", "explain", "help"] as const;
const PROFILES: readonly Profile[] = ["linux", "program", "kernel"];

export interface CommandLine {
  readonly command: (typeof COMMANDS)[number];
  readonly files: readonly string[];
  readonly profile: Profile;
  readonly heap: HeapName;
  readonly output: string | undefined;
  readonly isOptimised: boolean;
  readonly passesOff: readonly string[];
  readonly dumpAfter: string | undefined;
  readonly isVerified: boolean;
  readonly emit: EmitForm | undefined;
  readonly isStripped: boolean;
  readonly isWatching: boolean;
  readonly assembly: readonly string[];
  readonly includeDirectories: readonly string[];
  readonly isJson: boolean;
  readonly hasTimes: boolean;
  readonly hasStackReport: boolean;
  readonly hasSizeReport: boolean;
  readonly programArguments: readonly string[];
}

/** The command line is wrong; the message says how, in one line. */
export class UsageError extends Error {}

const options = {
  profile: { type: "string", default: "linux" },
  heap: { type: "string", default: "blocks" },
  output: { type: "string", short: "o" },
  O: { type: "string", short: "O", default: "1" },
  off: { type: "string", multiple: true },
  dump: { type: "string" },
  verify: { type: "boolean", default: false },
  emit: { type: "string" },
  strip: { type: "boolean", default: false },
  watch: { type: "boolean", default: false },
  assembly: { type: "string", multiple: true },
  include: { type: "string", multiple: true },
  json: { type: "boolean", default: false },
  "time-passes": { type: "boolean", default: false },
  "stack-report": { type: "boolean", default: false },
  "size-report": { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

function emitForm(word: string | undefined, command: string): EmitForm | undefined {
  if (word === undefined) return undefined;
  const form = EMIT_FORMS.find((known) => known === word);
  if (form === undefined) throw new UsageError(`--emit takes one of ${EMIT_FORMS.join(", ")}, not ${word}`);
  if (command !== "build") throw new UsageError("--emit is for build");
  return form;
}

function parseWords(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** Throws UsageError. Words after `--` are for the program. */
export function parseCommandLine(words: readonly string[]): CommandLine {
  const separator = words.indexOf("--");
  const { values, positionals } = parseWords(separator < 0 ? words : words.slice(0, separator));
  const [word, ...files] = positionals;
  const command = values.help || word === undefined ? "help" : COMMANDS.find((known) => known === word);
  if (command === undefined) throw new UsageError(`unknown command ${word}; tsmetal --help lists them`);
  if (command !== "help" && files.length === 0)
    throw new UsageError(`${command} needs a ${command === "explain" ? "code" : "file or folder"}`);
  const profile = PROFILES.find((known) => known === values.profile);
  if (profile === undefined) throw new UsageError(`unknown profile ${values.profile}; there are ${PROFILES.join(", ")}`);
  const heap = heapNames.find((known) => known === values.heap);
  if (heap === undefined) throw new UsageError(`unknown heap ${values.heap}; there are ${heapNames.join(", ")}`);
  if (profile === "kernel" && heap !== "blocks") throw new UsageError("--heap is for programs: the kernel has no heap");
  if (values.watch && command !== "build" && command !== "help") throw new UsageError("--watch is for build");
  if (values.O !== "0" && values.O !== "1") throw new UsageError(`-O is 0 or 1, not ${values.O}`);
  for (const name of [...(values.off ?? []), ...(values.dump === undefined ? [] : [values.dump])]) {
    if (!passes.some((pass) => pass.name === name)) throw new UsageError(`unknown pass ${name}; --time-passes lists them`);
  }
  return {
    command,
    files,
    profile,
    heap,
    output: values.output,
    isOptimised: values.O === "1",
    passesOff: values.off ?? [],
    dumpAfter: values.dump,
    isVerified: values.verify,
    emit: emitForm(values.emit, command),
    isStripped: values.strip,
    isWatching: values.watch,
    assembly: values.assembly ?? [],
    includeDirectories: values.include ?? [],
    isJson: values.json,
    hasTimes: values["time-passes"],
    hasStackReport: values["stack-report"],
    hasSizeReport: values["size-report"],
    programArguments: separator < 0 ? [] : words.slice(separator + 1),
  };
}
