// The linker: programs that run, the shape of the three layouts, what is kept, and the errors it reports.

import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "ava";
import { KERNEL_LAYOUT, KERNEL_LOAD_OFFSET, KERNEL_PHYSICAL_OFFSET, LINUX_LAYOUT, PROGRAM_LAYOUT } from "../../compiler/link/layouts.ts";
import { link } from "../../compiler/link/linker.ts";
import { dataSection, type ObjectFile, readOnlySection, zeroSection } from "../../compiler/object/object-file.ts";
import { imm, label, mem, memSymbol, reg, symbol } from "../../compiler/target/x64/operands.ts";
import { RAX, RBX, RCX, RDI, RDX, RSI } from "../../compiler/target/x64/registers.ts";
import { ReadExecutable } from "./executable.ts";
import { codeObject, inTemporaryFolder, linkedBytes, nasmObject, symbolAt } from "./objects.ts";

declare const REPOSITORY_ROOT: string;

const PT_LOAD = 1;
const PT_NOTE = 4;
const PT_GNU_STACK = 0x6474_e551;
const [R, W, X] = [4, 2, 1];
const [LINUX_WRITE, LINUX_EXIT] = [1, 60];

function greeting(): ObjectFile {
  const text = new TextEncoder().encode("hello\n");
  return codeObject(
    "_start",
    (assembler) => {
      assembler.position(1);
      assembler.emit("mov32", reg(RAX), imm(LINUX_WRITE));
      assembler.emit("mov32", reg(RDI), imm(1));
      assembler.emit("lea64", reg(RSI), memSymbol("text"));
      assembler.emit("mov32", reg(RDX), imm(text.length));
      assembler.emit("syscall");
      assembler.position(2);
      assembler.emit("call", symbol("exit"));
      assembler.emit("ud2");
    },
    [["text", readOnlySection(".rodata.text", text)]],
  );
}

/** Exits with the status kept in .data plus a word of .bss. */
function exit(): ObjectFile {
  return codeObject(
    "exit",
    (assembler) => {
      assembler.emit("mov32", reg(RDI), memSymbol("status"));
      assembler.emit("add32", reg(RDI), memSymbol("zero", 4096));
      assembler.emit("mov32", reg(RAX), imm(LINUX_EXIT));
      assembler.emit("syscall");
    },
    [
      ["status", dataSection(".data.status", new Uint8Array([41, 0, 0, 0]))],
      ["zero", zeroSection(".bss.zero", 8192)],
    ],
  );
}

function run(bytes: Uint8Array): { status: number | null; stdout: string } {
  return inTemporaryFolder((folder) => {
    const file = join(folder, "program");
    writeFileSync(file, bytes, { mode: 0o755 });
    const { status, stdout } = spawnSync(file, { encoding: "utf8", timeout: 10_000 });
    return { status, stdout };
  });
}

test("a program assembled by hand runs on Linux", (t) => {
  const result = link([greeting(), exit()], LINUX_LAYOUT);
  t.deepEqual(result.errors, []);
  t.deepEqual(run(linkedBytes(result)), { status: 41, stdout: "hello\n" });
});

test("own code and nasm's call each other, through every kind of relocation", (t) => {
  const nasm = nasmObject(`
    bits 64
    global _start, table, nasm_add
    extern twice
    section .text
    _start: mov edi, 5
            mov rax, [rel table]          ; pc32 to a word with an abs64
            call rax                      ; twice: 10
            mov ecx, 1
            add eax, [table32 + rcx*4]    ; abs32s: + 7
            mov edx, table32              ; abs32
            add eax, [rdx]                ; + 3
            mov edi, eax
            mov eax, ${LINUX_EXIT}
            syscall
    nasm_add: lea eax, [rdi + rsi]
            ret
    section .data
    table:  dq twice
    section .rodata
    table32: dd 3, 7
  `);
  const twice = codeObject("twice", (assembler) => {
    assembler.emit("mov32", reg(RSI), reg(RDI));
    assembler.emit("jmp", symbol("nasm_add"));
  });
  t.is(run(linkedBytes(link([nasm, twice], LINUX_LAYOUT))).status, 20);
});

test("a jump table in read-only memory and an absolute array address work", (t) => {
  const object = codeObject(
    "_start",
    (assembler) => {
      const [table, chosen, other] = [assembler.newLabel(), assembler.newLabel(), assembler.newLabel()];
      assembler.emit("mov32", reg(RBX), imm(1));
      assembler.emit("lea64", reg(RAX), mem({ label: table }));
      assembler.emit("movsx32to64", reg(RCX), mem({ base: RAX, index: RBX, scale: 4 }));
      assembler.emit("add64", reg(RAX), reg(RCX));
      assembler.emit("jmp", reg(RAX));
      assembler.bind(other);
      assembler.emit("ud2");
      assembler.bind(chosen);
      assembler.emit("mov32", reg(RDI), mem({ symbol: "array", index: RBX, scale: 4 }));
      assembler.emit("mov32", reg(RAX), imm(LINUX_EXIT));
      assembler.emit("syscall");
      assembler.align(4);
      assembler.bind(table);
      assembler.labelDistance(other, table);
      assembler.labelDistance(chosen, table);
    },
    [["array", readOnlySection(".rodata.array", new Uint8Array([1, 0, 0, 0, 77, 0, 0, 0]))]],
  );
  t.is(run(linkedBytes(link([object], LINUX_LAYOUT))).status, 77);
});

test("layout: a program has three page-aligned segments, none writable and executable, and bss takes no room in the file", (t) => {
  const bytes = linkedBytes(link([greeting(), exit()], PROGRAM_LAYOUT));
  const image = new ReadExecutable(bytes);
  t.deepEqual(
    image.segments.map((segment) => [segment.type, segment.flags]),
    [
      [PT_LOAD, R | X],
      [PT_LOAD, R],
      [PT_LOAD, R | W],
    ],
  );
  for (const segment of image.segments) {
    t.is(segment.address % 4096n, 0n);
    t.is(segment.offset % 4096, 0);
    t.is(segment.physicalAddress, segment.address);
    t.true(segment.offset + segment.fileSizeBytes <= bytes.length);
  }
  const writable = image.segments[2];
  t.true(writable.memorySizeBytes >= writable.fileSizeBytes + 8192);
  t.is(image.segments[0].address, 0x40_0000n);
  t.is(image.entry, image.symbol("_start").address);
  t.is(image.symbol("exit").sizeBytes, exit().sections[0].sizeBytes);
});

test("layout: Linux programs say that their stack is not executable", (t) => {
  const image = new ReadExecutable(linkedBytes(link([greeting(), exit()], LINUX_LAYOUT)));
  t.is(image.segments.find((segment) => segment.type === PT_GNU_STACK)?.flags, R | W);
});

const KERNEL_SOURCE = `
    KERNEL_VIRTUAL_BASE equ 0x${KERNEL_PHYSICAL_OFFSET.toString(16)}
    bits 32
    global kernel_entry
    section .note.pvh note alloc align=4
            dd 4, 4, 18
            db "Xen", 0
            dd pvh_entry - KERNEL_VIRTUAL_BASE
    section .text
    pvh_entry:
            mov esp, stack_end - KERNEL_VIRTUAL_BASE
            hlt
    .again: jmp .again
    bits 64
    kernel_entry:
            mov rdi, [counter]
            lea rsi, [rel counter]
            ret
    section .data
    counter: dq kernel_entry
    section .bss
    alignb 4096
    stack:  resb 8192
    stack_end:
`;

test("layout: the kernel is linked high, loaded low, and carries its PVH note", (t) => {
  const image = new ReadExecutable(linkedBytes(link([nasmObject(KERNEL_SOURCE)], KERNEL_LAYOUT)));
  const loads = image.segments.filter((segment) => segment.type === PT_LOAD);
  t.deepEqual(
    loads.map((segment) => segment.flags),
    [R | X, R, R | W],
  );
  for (const segment of loads) t.is(segment.physicalAddress, segment.address - KERNEL_PHYSICAL_OFFSET);
  t.is(loads[0].address, KERNEL_PHYSICAL_OFFSET + KERNEL_LOAD_OFFSET);
  const note = image.segments.find((segment) => segment.type === PT_NOTE);
  const noteBytes = Buffer.from(image.bytes.subarray(note?.offset, (note?.offset ?? 0) + (note?.fileSizeBytes ?? 0)));
  t.deepEqual([noteBytes.readUInt32LE(0), noteBytes.readUInt32LE(4), noteBytes.readUInt32LE(8)], [4, 4, 18]);
  t.is(noteBytes.toString("latin1", 12, 16), "Xen\0");
  const pvhEntry = image.symbol("pvh_entry").address;
  t.is(BigInt(noteBytes.readUInt32LE(16)), pvhEntry - KERNEL_PHYSICAL_OFFSET);
  const stack = Buffer.from(image.at(pvhEntry, 5)).readUInt32LE(1);
  t.is(BigInt(stack), image.symbol("stack_end").address - KERNEL_PHYSICAL_OFFSET);
  t.is(image.entry, image.symbol("kernel_entry").address);
  t.is(image.symbol("stack").address % 4096n, 0n);
});

test("layout: the kernel's addresses are those of abi/boot-info.ts", (t) => {
  const source = readFileSync(join(REPOSITORY_ROOT, "abi/boot-info.ts"), "utf8");
  const constant = (name: string): bigint =>
    BigInt((new RegExp(`${name}: u64 = (0x[0-9a-f_]+)`).exec(source)?.[1] ?? "0").replaceAll("_", ""));
  t.is(constant("KERNEL_VIRTUAL_BASE"), KERNEL_PHYSICAL_OFFSET);
  t.is(constant("KERNEL_LOAD_ADDRESS"), KERNEL_LOAD_OFFSET);
});

test("the linker's symbols enclose the segments", (t) => {
  const borders = ["text", "rodata", "backtrace", "data", "bss", "image"];
  const source = codeObject("_start", (assembler) => {
    for (const border of borders) {
      assembler.emit("lea64", reg(RAX), memSymbol(`__${border}_start`));
      assembler.emit("lea64", reg(RAX), memSymbol(`__${border}_end`));
    }
    assembler.emit("call", symbol("exit"));
  });
  const image = new ReadExecutable(linkedBytes(link([source, exit()], PROGRAM_LAYOUT)));
  const range = (name: string): [bigint, bigint] => [image.symbol(`__${name}_start`).address, image.symbol(`__${name}_end`).address];
  const [text, rodata, data] = image.segments;
  t.deepEqual(range("text"), [text.address, text.address + BigInt(text.memorySizeBytes)]);
  t.deepEqual(range("rodata"), [rodata.address, rodata.address + BigInt(rodata.memorySizeBytes)]);
  t.is(range("data")[0], data.address);
  t.is(range("bss")[1], data.address + BigInt(data.memorySizeBytes));
  t.is(range("image")[0], text.address);
  t.is(range("image")[1], range("bss")[1] + (-range("bss")[1] & 4095n));
});

test("sections that nothing refers to are dropped; notes, roots and what they need stay", (t) => {
  const unused = codeObject("unused", (assembler) => assembler.emit("call", symbol("nowhere")));
  const island = codeObject("island", (assembler) => assembler.emit("jmp", symbol("bridge")));
  const bridge = codeObject("bridge", (assembler) => assembler.emit("jmp", symbol("island")));
  const objects = [greeting(), unused, exit(), island, bridge];
  const plain = link(objects, LINUX_LAYOUT);
  t.deepEqual(
    plain.map?.functions.map((traced) => traced.name),
    ["_start", "exit"],
  );
  const rooted = link(objects, LINUX_LAYOUT, { roots: ["bridge"] });
  t.deepEqual(
    rooted.map?.functions.map((traced) => traced.name),
    ["_start", "exit", "island", "bridge"],
  );
});

test("all duplicate and undefined symbols are reported together, as sentences", (t) => {
  const caller = codeObject("_start", (assembler) => {
    assembler.emit("call", symbol("missing"));
    assembler.emit("mov32", reg(RAX), memSymbol("absent"));
    assembler.emit("call", symbol("twin"));
  });
  const twin = codeObject("twin", (assembler) => {
    assembler.emit("call", symbol("missing"));
    assembler.emit("ret");
  });
  const other = { ...codeObject("twin", (assembler) => assembler.emit("ret")), name: "other.ts" };
  const thief = codeObject("__bss_end", (assembler) => assembler.emit("ret"));
  const result = link([caller, twin, other, thief], LINUX_LAYOUT);
  t.is(result.bytes, undefined);
  t.deepEqual(result.errors, [
    "symbol twin is defined 2 times: in twin.ts, other.ts",
    "symbol __bss_end is defined in __bss_end.ts, but the linker defines it",
    "symbol absent is not defined; it is used in .text._start of _start.ts",
    "symbol missing is not defined; it is used in .text._start of _start.ts, .text.twin of twin.ts",
  ]);
});

test("a missing entry is an error, too", (t) => {
  t.deepEqual(link([exit()], LINUX_LAYOUT).errors, ["symbol _start is not defined, but the program starts or depends on it"]);
});

test("values that do not fit their field are errors", (t) => {
  const object = nasmObject(`
    bits 64
    global kernel_entry
    section .text
    kernel_entry: mov eax, kernel_entry        ; abs32 of a high address
            lea rbx, [kernel_entry + 1]         ; abs32s: fits
            ret
  `);
  const { errors } = link([object], KERNEL_LAYOUT);
  t.is(errors.length, 1);
  t.regex(errors[0], /^0xffffffff80200000, made from \.text at \.text\+0x1 of source\.asm, does not fit its abs32 field$/);
});

test("a section that is writable and executable is refused", (t) => {
  const object = nasmObject("global _start\nsection .text\n_start: jmp x\nsection .mixed exec write\nx: ret\n");
  t.deepEqual(link([object], LINUX_LAYOUT).errors, [
    "section .mixed of source.asm is both writable and executable, which no layout allows",
  ]);
});

test("a local name hides a global one, and a weak definition gives way", (t) => {
  const status = (name: string, value: number, binding: "local" | "global" | "weak"): ObjectFile => {
    const object = codeObject(
      `use_${name}`,
      (assembler) => {
        assembler.emit("mov32", reg(RAX), memSymbol("status"));
        assembler.emit("ret");
      },
      [["status", dataSection(".data", new Uint8Array([value, 0, 0, 0]))]],
    );
    return { ...object, symbols: [object.symbols[0], symbolAt("status", 1, { binding })] };
  };
  const start = codeObject("_start", (assembler) => {
    assembler.emit("call", symbol("use_local"));
    assembler.emit("mov32", reg(RDI), reg(RAX));
    assembler.emit("call", symbol("use_weak"));
    assembler.emit("add32", reg(RDI), reg(RAX));
    assembler.emit("mov32", reg(RAX), imm(LINUX_EXIT));
    assembler.emit("syscall");
  });
  const objects = [status("weak", 1, "weak"), start, status("local", 20, "local"), status("global", 100, "global")];
  t.is(run(linkedBytes(link(objects, LINUX_LAYOUT))).status, 120);
});

test("the same input gives the same bytes", (t) => {
  const once = linkedBytes(link([greeting(), exit()], LINUX_LAYOUT));
  t.deepEqual(linkedBytes(link([greeting(), exit()], LINUX_LAYOUT)), once);
});

test("padding between functions traps", (t) => {
  const start = codeObject("_start", (assembler) => {
    const end = assembler.newLabel();
    assembler.emit("jmp", label(end));
    assembler.bind(end);
    assembler.emit("call", symbol("exit"));
  });
  const image = new ReadExecutable(linkedBytes(link([start, exit()], PROGRAM_LAYOUT)));
  t.is(image.at(image.symbol("exit").address - 1n, 1)[0], 0xcc);
  t.is(image.symbol("exit").address % 16n, 0n);
});
