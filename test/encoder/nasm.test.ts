// The encoder against nasm: the bytes and relocations of every form with every kind of operand.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "ava";
import { readElfObject } from "../../compiler/object/elf-reader.ts";
import type { ObjectFile, Relocation } from "../../compiler/object/object-file.ts";
import { Assembler } from "../../compiler/target/x64/assembler.ts";
import { RAX } from "../../compiler/target/x64/registers.ts";
import { EXTERNAL_SYMBOL, nasmText, SAMPLES, type Sample } from "./samples.ts";

const SOURCE_HEADER_LINES = 3;

interface Encoded {
  readonly bytes: string;
  readonly relocations: string;
}

function describe(relocations: readonly Relocation[], start: number): string {
  return relocations
    .map((relocation) => `${relocation.kind}@${relocation.offset - start} ${relocation.symbol}+${relocation.addend}`)
    .join(" ");
}

/** nasm's messages, each with the text of the line it means. */
function explainRefusals(messages: string, samples: readonly Sample[]): string {
  const lines = messages.split("\n").map((message) => {
    const number = Number(/:(\d+):/.exec(message)?.[1] ?? 0) - SOURCE_HEADER_LINES - 1;
    return samples[number] === undefined ? message : `${nasmText(samples[number])}: ${message}`;
  });
  return lines.slice(0, 100).join("\n");
}

function assembleWithNasm(samples: readonly Sample[]): Encoded[] {
  const folder = mkdtempSync(join(tmpdir(), "microkernel-encoder-"));
  try {
    const lines = samples.map((sample, index) => `i${index}: ${nasmText(sample)}`);
    writeFileSync(
      join(folder, "samples.asm"),
      `bits 64\ndefault abs\nextern ${EXTERNAL_SYMBOL}\n${lines.join("\n")}\ni${samples.length}:\n`,
    );
    const run = spawnSync("nasm", ["-f", "elf64", "-w-all", "-o", "samples.o", "samples.asm"], { cwd: folder, encoding: "utf8" });
    if (run.status !== 0) throw new Error(explainRefusals(run.stderr, samples));
    return split(readElfObject(readFileSync(join(folder, "samples.o")), "samples.o"), samples.length);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function split(object: ObjectFile, count: number): Encoded[] {
  const section = object.sections[0];
  const offsets = new Map(object.symbols.map((symbol) => [symbol.name, Number(symbol.value)]));
  const relocations = [...section.relocations].sort((a, b) => a.offset - b.offset);
  let next = 0;
  return Array.from({ length: count }, (_, index) => {
    const start = offsets.get(`i${index}`) ?? 0;
    const end = offsets.get(`i${index + 1}`) ?? 0;
    const first = next;
    while (next < relocations.length && relocations[next].offset < end) next++;
    return {
      bytes: Buffer.from(section.bytes.subarray(start, end)).toString("hex"),
      relocations: describe(relocations.slice(first, next), start),
    };
  });
}

function assembleWithOurs({ spec, operands }: Sample): Encoded {
  const assembler = new Assembler();
  assembler.emit(spec, ...operands);
  const code = assembler.finish();
  return { bytes: Buffer.from(code.bytes).toString("hex"), relocations: describe(code.relocations, 0) };
}

/** nasm's one-byte form of xchg with eax is left out on purpose: see the inst table. */
function isChosenOtherwise({ spec, operands }: Sample): boolean {
  return (
    spec.name === "xchg32" &&
    operands.every((operand) => operand.kind === "reg") &&
    operands.some((operand) => operand.kind === "reg" && operand.reg === RAX)
  );
}

test("every form has the bytes and relocations of nasm", (t) => {
  const theirs = assembleWithNasm(SAMPLES);
  const differences = SAMPLES.flatMap((sample, index) => {
    const ours = assembleWithOurs(sample);
    const expected = theirs[index];
    if (isChosenOtherwise(sample)) return [];
    if (ours.bytes === expected.bytes && ours.relocations === expected.relocations) return [];
    return [`${nasmText(sample)}: ours ${ours.bytes} ${ours.relocations}, nasm ${expected.bytes} ${expected.relocations}`];
  });
  t.log(`${SAMPLES.length} insts`);
  t.deepEqual(differences.slice(0, 40), []);
});
