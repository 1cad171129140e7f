// Process checks: a supervisor's view: programs built in memory are loaded, started, fault, exit and are killed.
// Called:     by test/kernel/checks.test.ts

import { fillMemory, loadU64, storeU8, storeU16, storeU32, storeU64, stringUnitsAddress, systemCall, viewAt } from "tsmetal/unsafe";
import { HANDLE_CALLER, HANDLE_NONE, HANDLE_PROCESS } from "../../../abi/handle.ts";
import { FAULT_REPLY_KILL, FAULT_REPLY_RESUME, FaultRecord, LABEL_EXIT, LABEL_FAULT, type Message, Vector } from "../../../abi/message.ts";
import { Status } from "../../../abi/status.ts";
import { MemoryType, PageAccess, ProcessOperation, Syscall } from "../../../abi/syscall.ts";
import { message } from "../../../runtime/user/message.ts";
import { messageBuffer } from "../../../runtime/user/process.ts";
import {
  close,
  createEndpoint,
  createMemory,
  createProcess,
  killProcess,
  limitPriority,
  loadProcess,
  map,
  readProcessMemory,
  receive,
  reply,
  startProcess,
} from "../../../runtime/user/system.ts";
import { expect, expectTrue } from "./checks.ts";

const IMAGE_SIZE: u64 = 4096;
const IMAGE_ADDRESS: u64 = 0x40_0000;
const CODE_OFFSET: u64 = 0x80;
const SEGMENT: u64 = 64;
const READ_EXECUTE: u32 = 5;
const WRITE: u32 = 2;
const CHILD_LIMIT_BYTES: u64 = 1_048_576;
const BADGE: u64 = 42;
/** Machine code, two hexadecimal digits a byte. */
const EXIT_7: string = "b80c000000bf01000000be03000000ba070000000f05";
const UNDEFINED: string = "0f0b";
const WRITE_TO_CODE: string = "c6050000000000";
const JUMP_TO_STACK: string = "4883ec40ffe4";
const DIVIDE_BY_ZERO: string = "31c931d2f7f1";
const LOOP: string = "ebfe";
const PRIVILEGED: string = "fa";
const KERNEL_READ: string = "48b80000000000 80ffff488b00";

const endpoint: u32 = u32(createEndpoint());
const image: u32 = u32(createMemory(IMAGE_SIZE, MemoryType.Anonymous, 0, HANDLE_NONE));
const base: u64 = u64(map(image, IMAGE_SIZE, PageAccess.Read | PageAccess.Write));
/** What the last message brought, out of the way of the messages that write lines. */
let label: u64 = 0;
let badge: u64 = 0;
let word0: u64 = 0;
let recordRip: u64 = 0;
let recordAddress: u64 = 0;
let recordError: u64 = 0;

checkExit();
checkFaults();
checkKill();
checkImages();
checkStates();

function digit(code: u32): u32 {
  return code >= 0x61 ? code - 0x57 : code - 0x30;
}

/** An ELF file with one segment, its code after the headers. */
function buildImage(code: string): void {
  fillMemory(base, 0, IMAGE_SIZE);
  storeU32(base, 0x464c_457f);
  storeU32(base + 4, 0x01_0102);
  storeU16(base + 16, 2);
  storeU16(base + 18, 62);
  storeU32(base + 20, 1);
  storeU64(base + 24, IMAGE_ADDRESS + CODE_OFFSET);
  storeU64(base + 32, SEGMENT);
  storeU16(base + 54, 56);
  storeU16(base + 56, 1);
  storeU32(base + SEGMENT, 1);
  storeU32(base + SEGMENT + 4, READ_EXECUTE);
  storeU64(base + SEGMENT + 16, IMAGE_ADDRESS);
  storeU64(base + SEGMENT + 32, IMAGE_SIZE);
  storeU64(base + SEGMENT + 40, IMAGE_SIZE);
  let at: u64 = base + CODE_OFFSET;
  let half: u32 = 0xff;
  for (let i: u32 = 0; i < u32(code.length); i++) {
    const unit: u32 = u32(code.charCodeAt(i));
    if (unit === 0x20) continue;
    if (half === 0xff) {
      half = digit(unit);
      continue;
    }
    storeU8(at, u8(half * 16 + digit(unit)));
    at += 1;
    half = 0xff;
  }
}

function createChild(): u32 {
  const name: string = "child";
  const child: i64 = createProcess(endpoint, BADGE, CHILD_LIMIT_BYTES, stringUnitsAddress(name), u32(name.length));
  assert(child > 0, "the check program cannot make a process");
  return u32(child);
}

/** A child that runs the code. */
function startChild(code: string): u32 {
  buildImage(code);
  const child: u32 = createChild();
  assert(loadProcess(child, image, 0, IMAGE_SIZE) === 0, "the check program cannot load a process");
  assert(startProcess(child, 0, 0) === 0);
  return child;
}

/** The child's next message. */
function listen(): void {
  const arrived: Message = message();
  assert(receive(endpoint, arrived) === 0);
  label = arrived.label;
  badge = arrived.badge;
  word0 = arrived.word0;
  const record: FaultRecord = viewAt(FaultRecord, messageBuffer());
  recordRip = record.rip;
  recordAddress = record.address;
  recordError = record.errorCode;
}

function answer(replyLabel: u32): void {
  const toKernel: Message = message();
  toKernel.label = u64(replyLabel);
  reply(HANDLE_CALLER, toKernel);
}

function checkExit(): void {
  const child: u32 = startChild(EXIT_7);
  listen();
  expect("an exit is told", i64(label), i64(u64(LABEL_EXIT)));
  expect("with the badge of the process", i64(badge), i64(BADGE));
  expect("and its code", i64(word0), 7);
  expect("what ended has no memory", readProcessMemory(child, IMAGE_ADDRESS, base, 8), Status.PeerDied);
  answer(0);
  expect("its handle is still one", close(child), Status.Ok);
}

/** Starts the code, and checks vector and place of its fault. Answers the child, which waits. */
function expectFault(name: string, code: string, vector: u32, offset: u64): u32 {
  const child: u32 = startChild(code);
  listen();
  expectTrue(name, label === u64(LABEL_FAULT) && word0 === u64(vector) && recordRip === IMAGE_ADDRESS + CODE_OFFSET + offset);
  return child;
}

function end(child: u32): void {
  answer(FAULT_REPLY_KILL);
  close(child);
}

function checkFaults(): void {
  const child: u32 = expectFault("an undefined instruction", UNDEFINED, Vector.InvalidOpcode, 0);
  expect("the memory of a faulted process can be read", readProcessMemory(child, IMAGE_ADDRESS + CODE_OFFSET, base, 8), Status.Ok);
  expect("and is its own", i64(loadU64(base) & 0xffff), 0x0b0f);
  answer(FAULT_REPLY_RESUME);
  listen();
  expectTrue("a resumed thread tries again", label === u64(LABEL_FAULT) && word0 === Vector.InvalidOpcode);
  end(child);
  end(expectFault("division by zero", DIVIDE_BY_ZERO, Vector.DivideError, 4));
  end(expectFault("a privileged instruction", PRIVILEGED, Vector.GeneralProtection, 0));
  end(expectFault("code is not writable", WRITE_TO_CODE, Vector.PageFault, 0));
  expectTrue("the fault tells address and access", recordAddress === IMAGE_ADDRESS + CODE_OFFSET + 7 && (recordError & 7) === 7);
  end(expectFault("the kernel is not readable", KERNEL_READ, Vector.PageFault, 10));
  const jumper: u32 = startChild(JUMP_TO_STACK);
  listen();
  expectTrue("the stack is not executable", word0 === Vector.PageFault && recordRip === recordAddress);
  end(jumper);
}

function checkKill(): void {
  const looping: u32 = startChild(LOOP);
  expect("an endless loop can be killed", killProcess(looping), Status.Ok);
  expect("twice", killProcess(looping), Status.Ok);
  close(looping);
  const faulted: u32 = expectFault("a fault before a kill", UNDEFINED, Vector.InvalidOpcode, 0);
  expect("a process that waits for its supervisor can be killed", killProcess(faulted), Status.Ok);
  expect("its fault cannot be answered any more", reply(HANDLE_CALLER, message()), Status.BadHandle);
  close(faulted);
}

/** Loads the image with one number of it changed. */
function loadChanged(offset: u64, value: u64): i64 {
  buildImage(EXIT_7);
  storeU64(base + offset, value);
  const child: u32 = createChild();
  const status: i64 = loadProcess(child, image, 0, IMAGE_SIZE);
  close(child);
  return status;
}

function checkImages(): void {
  expect("no ELF file", loadChanged(0, 0), Status.BadImage);
  expect("no entry point", loadChanged(24, 0), Status.BadImage);
  expect("headers outside the file", loadChanged(32, 0xffff_ffff_ffff_f000), Status.BadImage);
  expect("a segment outside the file", loadChanged(SEGMENT + 8, 1), Status.BadImage);
  expect("a segment in the kernel", loadChanged(SEGMENT + 16, 0xffff_ffff_8000_0000), Status.BadImage);
  expect("a segment larger in the file", loadChanged(SEGMENT + 40, 16), Status.BadImage);
  expect("a segment of no end", loadChanged(SEGMENT + 40, 0xffff_ffff_ffff_f000), Status.BadImage);
  expect("writable code", loadChanged(SEGMENT, 1 | (u64(READ_EXECUTE | WRITE) << 32)), Status.BadImage);
  expect("a segment on page 0", loadChanged(SEGMENT + 16, 0), Status.BadImage);
  expect("zeroed memory above the limit, until it is touched", loadChanged(SEGMENT + 40, 0x4000_0000), Status.Ok);
}

function checkStates(): void {
  buildImage(LOOP);
  const child: u32 = createChild();
  expect("an empty process cannot start", startProcess(child, 0, 0), Status.Busy);
  expect("a file that is too short", loadProcess(child, image, IMAGE_SIZE - 8, 8), Status.BadImage);
  expect("outside the memory", loadProcess(child, image, IMAGE_SIZE, 8), Status.BadArgument);
  expect("a priority above the own limit", limitPriority(child, 31), Status.NoRights);
  expect("load", loadProcess(child, image, 0, IMAGE_SIZE), Status.Ok);
  expect("load again", loadProcess(child, image, 0, IMAGE_SIZE), Status.Busy);
  expect("start", startProcess(child, 0, 0), Status.Ok);
  expect("start again", startProcess(child, 0, 0), Status.Busy);
  const other: i64 = systemCall(Syscall.Process, u64(child), ProcessOperation.Exit, 0, 0, 0, 0);
  expect("only the process itself can exit", other, Status.BadArgument);
  killProcess(child);
  const self: i64 = systemCall(Syscall.Process, u64(HANDLE_PROCESS), ProcessOperation.Id, 0, 0, 0, 0);
  expectTrue("a process knows its id", self > 0);
  const richer: i64 = createProcess(endpoint, 0, 0x1_0000_0000, stringUnitsAddress("x"), 1);
  expect("a child cannot have a higher limit", richer, Status.NoMemory);
}
