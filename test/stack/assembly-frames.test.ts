// Assembly frames: stack use and callees read from the machine code of nasm functions.

import test from "ava";
import { assemblyFrames } from "../../compiler/assembly-frames.ts";
import type { StackFrame } from "../../compiler/stack-depth.ts";
import { nasmObject } from "../link/objects.ts";

function framesOf(...sources: string[]): Map<string, StackFrame> {
  const frames = assemblyFrames(sources.map((source, index) => nasmObject(`bits 64\ndefault rel\n${source}`, `source${index}.asm`)));
  return new Map(frames.map((frame) => [frame.symbol, frame]));
}

/** Size and callees of the one function `f`, which may call `g` and `h`. */
function frameOf(body: string): string {
  const frame = framesOf(`extern g\nextern h\nglobal f\nf:\n${body}\n`).get("f");
  return `${frame?.frameSizeBytes ?? frame?.reason} ${frame?.callees.join(" ")}`.trim();
}

test("pushes, pops and moves of the stack pointer add up on the deepest path", (t) => {
  t.is(frameOf("ret"), "8");
  t.is(frameOf("push rbx\npush r12\npop r12\npop rbx\nret"), "24");
  t.is(frameOf("sub rsp, 40\nadd rsp, 40\npush rax\npop rax\nret"), "48");
  t.is(frameOf("push rbp\nmov rbp, rsp\nsub rsp, 1000h\nleave\npush rax\npop rax\nret"), `${8 + 8 + 0x1000}`);
  t.is(frameOf("test edi, edi\njz .short\nsub rsp, 64\nadd rsp, 64\nret\n.short:\npush rax\npop rax\nret"), "72");
  t.is(frameOf("and rsp, -16\nret"), "23");
  t.is(frameOf("pushfq\npopfq\nret"), "16");
});

test("calls, jumps to other functions, and addresses that are mentioned are callees", (t) => {
  t.is(frameOf("sub rsp, 8\ncall g\nadd rsp, 8\njmp h"), "16 g h");
  t.is(frameOf("lea rax, [g]\nret"), "8 g");
  t.is(frameOf("push g\nret"), "16 g");
  const frames = framesOf("global f\nf: call inner\n jmp last\ninner: ret\nmiddle: nop\nlast: ret\n");
  t.deepEqual([...(frames.get("f")?.callees ?? [])].sort(), ["inner", "last"]);
  t.deepEqual(frames.get("middle")?.callees, ["last"], "falls through");
});

test("a call through a table may reach all functions in it, also over files", (t) => {
  const table = "extern one\nextern two\nglobal table\nsection .rodata\ntable: dq one, two\n";
  const frames = framesOf("extern table\nglobal f\nf: call [table + rax * 8]\n ret\n", table);
  t.deepEqual(frames.get("f")?.callees, ["one", "two"]);
  t.is(frames.get("f")?.frameSizeBytes, 8);
});

test("what is called after another stack was loaded is kept apart, with what lies there by then", (t) => {
  const frame = framesOf(
    "extern g\nextern h\nglobal f\nf:\n push rax\n call g\n mov rsp, [gs:8]\n push rax\n push rbx\n call h\n hlt\n",
  ).get("f");
  t.is(frame?.frameSizeBytes, 16);
  t.deepEqual(frame?.callees, ["g"]);
  t.deepEqual(frame?.switched, [{ callee: "h", sizeBytes: 16 }]);
});

test("stubs that no path leads to are followed, each on its own", (t) => {
  const frame = framesOf("extern g\nglobal f\nf:\n%rep 100\n push 0\n push 1\n jmp near g\n%endrep\n").get("f");
  t.is(`${frame?.frameSizeBytes} ${frame?.callees.join()}`, "24 g");
});

test("what cannot be bounded says so", (t) => {
  t.is(frameOf(".again: push rax\ndec edi\njnz .again\nret"), "a loop grows the stack");
  t.is(frameOf("sub rsp, rax\nret"), "assembly moves the stack by a computed amount");
  t.is(frameOf("call rax\nret"), "assembly calls a computed address");
  t.is(frameOf(".again: push rax\npop rax\ndec edi\njnz .again\nret"), "16", "a loop that gives back what it takes");
});
