// Shell: a prompt, a line, a command; over and over. Commands of its own, and every program of the manifest by its name.
// Invariants: (1) whatever a program does, the prompt comes back: the shell only waits for init's word that it ended

import { readTimeStampCounter } from "tsmetal/unsafe";
import { HANDLE_NONE } from "../../abi/handle.ts";
import type { Message } from "../../abi/message.ts";
import { Status } from "../../abi/status.ts";
import { EXIT_CRASHED, EXIT_KILLED, kill, SpawnMode, spawn } from "../../daemons/init/protocol.ts";
import { requiredHandle } from "../../runtime/user/process.ts";
import { powerOff, reboot } from "../../runtime/user/system.ts";
import { TextWriter } from "../../runtime/user/text-writer.ts";
import { LineEditor } from "./line-editor.ts";
import { writeInterrupts, writeMemory, writeProcesses, writeUptime } from "./reports.ts";
import { Words } from "./words.ts";

const console: u32 = requiredHandle("console");
const init: u32 = requiredHandle("init");
const system: u32 = requiredHandle("system");
const out: TextWriter = new TextWriter();
const editor: LineEditor = new LineEditor(console, out);
const words: Words = new Words();

/** Since power-on, where firmware leaves the counter alone: what a boot costs. */
const firstPromptTick: u64 = readTimeStampCounter();

assert(console !== HANDLE_NONE);
out.newline().line("microkernel: type help for the commands.");
for (;;) {
  out.text("microkernel$ ");
  const length: i64 = editor.readLine();
  assert(length >= 0, "the console is gone");
  words.split(editor.address(), u32(length));
  if (words.count !== 0) execute();
}

function execute(): void {
  if (words.isWord(0, "help")) help();
  else if (words.isWord(0, "echo")) echo();
  else if (words.isWord(0, "ps")) writeProcesses(out, system);
  else if (words.isWord(0, "uptime")) writeUptime(out, system, firstPromptTick);
  else if (words.isWord(0, "mem")) writeMemory(out, system);
  else if (words.isWord(0, "irq")) writeInterrupts(out, system);
  else if (words.isWord(0, "kill")) killProcess();
  else if (words.isWord(0, "poweroff")) turnOff();
  else if (words.isWord(0, "reboot")) restart();
  else run();
}

function help(): void {
  out.line("help                 this list");
  out.line("echo WORDS           writes the words");
  out.line("ps                   processes: state, priority, processor time, memory");
  out.line("uptime               time since boot, and the machine");
  out.line("mem                  memory in use");
  out.line("irq                  interrupts by vector");
  out.line("crash KIND           a program that does it: divide page opcode stack loop");
  out.line("kill PID             ends a process");
  out.line("bench                what syscalls, messages and interrupts cost");
  out.line("poweroff, reboot     ends or restarts the machine");
  out.line("PROGRAM &            runs a program in the background");
}

function echo(): void {
  for (let i: u32 = 1; i < words.count; i++) {
    if (i !== 1) out.text(" ");
    out.range(words.address(i), words.length(i));
  }
  out.newline();
}

function killProcess(): void {
  const id: i64 = words.count === 2 ? words.number(1) : -1;
  if (id < 0) {
    out.line("usage: kill PID");
    return;
  }
  const status: i64 = kill(init, u64(id));
  if (status === Status.NotFound) out.text("kill: no program has the id ").decimal(u64(id)).newline();
  else if (status < 0) reportStatus("kill", status);
}

function turnOff(): void {
  out.line("power off").flush();
  reportStatus("poweroff", powerOff(system));
}

function restart(): void {
  out.line("reboot").flush();
  reportStatus("reboot", reboot(system));
}

/** Starts a program of the manifest. An endless one is started in the background: the prompt would never come back. */
function run(): void {
  const isEndless: boolean = words.isWord(0, "crash") && words.isWord(1, "loop");
  const mode: SpawnMode = words.isBackground || isEndless ? SpawnMode.Start : SpawnMode.Wait;
  out.flush();
  const answer: Message = spawn(init, words.address(0), words.sizeBytes, mode);
  const status: i64 = i64(answer.word0);
  const id: u64 = answer.word1;
  const exitCode: u32 = u32(answer.word2);
  if (status === Status.NotFound) out.range(words.address(0), words.length(0)).line(": no such command; help lists them");
  else if (status < 0) reportStatus("run", status);
  else if (mode === SpawnMode.Start) out.text("process ").decimal(id).newline();
  else if (exitCode === EXIT_KILLED) out.line("killed");
  else if (exitCode !== 0 && exitCode < EXIT_CRASHED) out.text("exit code ").decimal(u64(exitCode)).newline();
}

function reportStatus(command: string, status: i64): void {
  out
    .text(command)
    .text(": the system refused, status -")
    .decimal(u64(0 - status))
    .newline();
}
