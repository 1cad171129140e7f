// Listing: the code of an object file as assembly text, each source line as a comment before what it became.
// Invariants: jumps within a function go to labels of its own; other places are named as the linker knows them

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import type { Formatter, Instruction } from "iced-x86";
import type { ObjectFile, Position, Relocation, Section, SourceFunction } from "./object/object-file.ts";

type Disassembler = typeof import("iced-x86");

const BITS = 64;
const TEXT_COLUMN = 4;
const COMMENT_COLUMN = 56;

/** `root` is what file names of positions are relative to. */
export function listing(object: ObjectFile, root: string): string {
  // Loaded when needed only: it is WebAssembly, and takes a moment.
  const disassembler: Disassembler = createRequire(import.meta.url)("iced-x86");
  const formatter = new disassembler.Formatter(disassembler.FormatterSyntax.Nasm);
  const sources = new SourceLines(root);
  const facts = new Map(object.functions.map((fn) => [fn.symbol, fn]));
  const parts = object.symbols.flatMap(({ name, section, type }) =>
    section === undefined || type !== "function"
      ? []
      : [new FunctionListing(disassembler, formatter, sources, object.sections[section], name, facts.get(name)).text()],
  );
  formatter.free();
  return parts.join("\n");
}

/** Lines of source files; a file that cannot be read has none. */
class SourceLines {
  private readonly root: string;
  private readonly files = new Map<string, readonly string[]>();

  constructor(root: string) {
    this.root = root;
  }

  at(file: string, line: number): string {
    let lines = this.files.get(file);
    if (lines === undefined) {
      try {
        lines = readFileSync(resolve(this.root, file), "utf8").split("\n");
      } catch {
        lines = [];
      }
      this.files.set(file, lines);
    }
    return (lines[line - 1] ?? "").trim();
  }
}

class FunctionListing {
  private readonly disassembler: Disassembler;
  private readonly formatter: Formatter;
  private readonly sources: SourceLines;
  private readonly section: Section;
  private readonly symbol: string;
  private readonly fn: SourceFunction | undefined;
  private readonly lines: string[] = [];

  constructor(
    disassembler: Disassembler,
    formatter: Formatter,
    sources: SourceLines,
    section: Section,
    symbol: string,
    fn: SourceFunction | undefined,
  ) {
    this.disassembler = disassembler;
    this.formatter = formatter;
    this.sources = sources;
    this.section = section;
    this.symbol = symbol;
    this.fn = fn;
  }

  text(): string {
    const instructions = this.decode();
    const labels = this.findLabels(instructions);
    this.lines.push(`; ${this.fn?.name ?? this.symbol}, ${this.section.sizeBytes} bytes`, `${this.symbol}:`);
    const positions = [...(this.fn?.positions ?? [])];
    for (const instruction of instructions) {
      const offset = Number(instruction.ip);
      const label = labels.get(offset);
      if (label !== undefined) this.lines.push(`.${label}:`);
      let position: Position | undefined;
      while (positions.length > 0 && positions[0].offset <= offset) position = positions.shift();
      if (position !== undefined && position.line > 0) this.lines.push(this.sourceComment(position));
      this.lines.push(this.instructionLine(instruction, labels));
      instruction.free();
    }
    return `${this.lines.join("\n")}\n`;
  }

  private decode(): Instruction[] {
    const { Decoder, DecoderOptions } = this.disassembler;
    const decoder = new Decoder(BITS, this.section.bytes, DecoderOptions.None);
    decoder.ip = 0n;
    const instructions = decoder.decodeAll();
    decoder.free();
    return instructions;
  }

  private findLabels(instructions: readonly Instruction[]): Map<number, string> {
    const targets = new Set(instructions.flatMap((instruction) => this.ownTarget(instruction) ?? []));
    return new Map([...targets].sort((a, b) => a - b).map((offset, index) => [offset, `L${index + 1}`]));
  }

  /** Where in the function the instruction jumps to. */
  private ownTarget(instruction: Instruction): number | undefined {
    const { OpKind } = this.disassembler;
    if (instruction.opCount === 0 || instruction.op0Kind !== OpKind.NearBranch64) return undefined;
    return this.relocationIn(instruction) === undefined ? Number(instruction.nearBranchTarget) : undefined;
  }

  private relocationIn(instruction: Instruction): Relocation | undefined {
    const start = Number(instruction.ip);
    return this.section.relocations.find(({ offset }) => offset >= start && offset < start + instruction.length);
  }

  private sourceComment({ line, body }: Position): string {
    const file = body?.file ?? this.fn?.file ?? "";
    return `${" ".repeat(TEXT_COLUMN)}; ${file}:${line}  ${this.sources.at(file, line)}`;
  }

  private instructionLine(instruction: Instruction, labels: ReadonlyMap<number, string>): string {
    const target = this.ownTarget(instruction);
    let text = this.formatter.format(instruction);
    if (target !== undefined) text = `${this.formatter.formatMnemonic(instruction)} .${labels.get(target)}`;
    const relocation = this.relocationIn(instruction);
    const line = `${" ".repeat(TEXT_COLUMN)}${text}`;
    return relocation === undefined ? line : `${line.padEnd(COMMENT_COLUMN)}; ${relocation.symbol}`;
  }
}
