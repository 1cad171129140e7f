// Bench: what the system's basic operations cost, in ticks of the time stamp counter. Under QEMU's -icount a tick is an instruction.
// Each row: 20 rounds to warm up, then 101 single measurements: minimum, median, maximum.

import { elementsAddress, functionAddress, readTimeStampCounter, symbolAddress } from "tsmetal/unsafe";
import { HANDLE_NONE, HANDLE_PROCESS } from "../../abi/handle.ts";
import type { Message } from "../../abi/message.ts";
import { EchoLabel } from "../../daemons/echo/protocol.ts";
import { message } from "../../runtime/user/message.ts";
import { requiredHandle } from "../../runtime/user/process.ts";
import { acknowledge, call, createThread, nullCall, setPriority, startThread, suspendThread, wait } from "../../runtime/user/system.ts";
import { TextWriter } from "../../runtime/user/text-writer.ts";
import { ClockInterrupt } from "./clock-interrupt.ts";
import { Samples } from "./samples.ts";

const WARM_UP_ROUNDS: u32 = 20;
const LOW_PRIORITY: u32 = 1;
const SPINNER_STACK_SIZE: u64 = 4096;

const out: TextWriter = new TextWriter();
const samples: Samples = new Samples();
const spinnerStack: Uint8Array = new Uint8Array(4096);
/** The time that the spinning thread saw last: just before the interrupt took the processor from it. */
let lastSeen: u64 = 0;

out.line("ticks                            min     median        max");
measureNullCall();
measureCallAndReply();
measureInterrupt();

function measureNullCall(): void {
  for (let i: u32 = 0; i < WARM_UP_ROUNDS; i++) nullCall();
  while (!samples.isFull()) {
    const start: u64 = readTimeStampCounter();
    nullCall();
    samples.add(start, readTimeStampCounter());
  }
  report("null syscall");
}

function measureCallAndReply(): void {
  const echo: u32 = requiredHandle("echo");
  const request: Message = message();
  for (let i: u32 = 0; i < WARM_UP_ROUNDS; i++) exchange(echo, request);
  while (!samples.isFull()) {
    const start: u64 = readTimeStampCounter();
    exchange(echo, request);
    samples.add(start, readTimeStampCounter());
  }
  report("call + reply, two processes");
}

function exchange(echo: u32, request: Message): void {
  request.label = EchoLabel.Echo;
  assert(call(echo, request) === 0, "the echo daemon does not answer");
}

/** A thread of low priority keeps noting the time; when the interrupt wakes this one, the note is how long ago it began. */
function measureInterrupt(): void {
  const interrupt: u32 = requiredHandle("rtc.irq");
  const signals: u32 = requiredHandle("signals");
  const clock: ClockInterrupt = new ClockInterrupt(requiredHandle("rtc"));
  const spinner: i64 = createThread(HANDLE_PROCESS);
  assert(spinner > i64(HANDLE_NONE), "bench cannot make a thread");
  assert(setPriority(u32(spinner), LOW_PRIORITY) === 0);
  const stackTop: u64 = elementsAddress(spinnerStack) + SPINNER_STACK_SIZE;
  assert(startThread(u32(spinner), symbolAddress("tsm_thread_entry"), stackTop & ~u64(15), functionAddress(spin)) === 0);
  clock.start();
  acknowledge(interrupt);
  let rounds: u32 = 0;
  while (!samples.isFull()) {
    assert(wait(signals) > 0, "bench cannot wait for the clock");
    const now: u64 = readTimeStampCounter();
    if (rounds >= WARM_UP_ROUNDS) samples.add(lastSeen, now);
    rounds++;
    clock.acknowledge();
    acknowledge(interrupt);
  }
  clock.stop();
  suspendThread(u32(spinner));
  report("interrupt to driver");
}

function spin(): void {
  for (;;) lastSeen = readTimeStampCounter();
}

function report(name: string): void {
  samples.summarise();
  out.text(name).padTo(28);
  out.decimalIn(samples.minimum(), 8).decimalIn(samples.median(), 11).decimalIn(samples.maximum(), 11).newline().flush();
  samples.clear();
}
