// Device calls: acknowledge, port, set timer, clock.
// Called:     from syscall_entry through the table, interrupts off

import { inputByte, inputLong, inputWord, objectAt, outputByte, outputLong, outputWord } from "tsmetal/unsafe";
import { ObjectKind } from "../../abi/handle.ts";
import { Rights } from "../../abi/rights.ts";
import { Status } from "../../abi/status.ts";
import { PortOperation } from "../../abi/syscall.ts";
import { clockNs } from "../arch/x64/clock.ts";
import { acknowledgeLine } from "../arch/x64/interrupt-controller.ts";
import { armTimer } from "../ipc/timers.ts";
import { Interrupt } from "../object/interrupt.ts";
import { coversPorts, IoPorts } from "../object/io-ports.ts";
import { Timer } from "../object/timer.ts";
import { callerProcess, findObject, refusal } from "./operands.ts";

/** Times beyond are as good as never; keeps sums from wrapping. */
const TIME_MAX_NS: u64 = 0x0fff_ffff_ffff_ffff;

/** @exportName syscall_acknowledge */
export function handleAcknowledge(handle: u64): i64 {
  const object: u64 = findObject(handle, ObjectKind.Interrupt, Rights.Control);
  if (object === 0) return refusal(handle, ObjectKind.Interrupt);
  const interrupt: Interrupt = objectAt(Interrupt, object);
  interrupt.processId = callerProcess().id;
  acknowledgeLine(interrupt.line);
  return Status.Ok;
}

function portSizeBytes(operation: u32): u32 {
  switch (operation) {
    case PortOperation.ReadByte:
    case PortOperation.WriteByte:
      return 1;
    case PortOperation.ReadWord:
    case PortOperation.WriteWord:
      return 2;
    case PortOperation.ReadLong:
    case PortOperation.WriteLong:
      return 4;
    default:
      return 0;
  }
}

function accessPort(port: u16, operation: u32, value: u64): i64 {
  switch (operation) {
    case PortOperation.ReadByte:
      return i64(inputByte(port));
    case PortOperation.ReadWord:
      return i64(inputWord(port));
    case PortOperation.ReadLong:
      return i64(inputLong(port));
    case PortOperation.WriteByte:
      outputByte(port, u8(value));
      return Status.Ok;
    case PortOperation.WriteWord:
      outputWord(port, u16(value));
      return Status.Ok;
    default:
      outputLong(port, u32(value));
      return Status.Ok;
  }
}

/** @exportName syscall_port */
export function handlePort(handle: u64, port: u64, operation: u64, value: u64): i64 {
  const sizeBytes: u32 = portSizeBytes(u32(operation));
  if (sizeBytes === 0) return Status.BadSyscall;
  const right: u32 = u32(operation) <= PortOperation.ReadLong ? Rights.Read : Rights.Write;
  const object: u64 = findObject(handle, ObjectKind.IoPorts, right);
  if (object === 0) return refusal(handle, ObjectKind.IoPorts);
  if (!coversPorts(objectAt(IoPorts, object), u32(port), sizeBytes)) return Status.BadArgument;
  return accessPort(u16(port), u32(operation), value);
}

/** @exportName syscall_set_timer */
export function handleSetTimer(handle: u64, deadlineNs: u64, periodNs: u64): i64 {
  const object: u64 = findObject(handle, ObjectKind.Timer, Rights.Control);
  if (object === 0) return refusal(handle, ObjectKind.Timer);
  const MINIMUM_PERIOD_NS: u64 = 10_000;
  if (periodNs !== 0 && periodNs < MINIMUM_PERIOD_NS) return Status.BadArgument;
  const deadline: u64 = deadlineNs > TIME_MAX_NS ? TIME_MAX_NS : deadlineNs;
  armTimer(objectAt(Timer, object), deadline, periodNs > TIME_MAX_NS ? TIME_MAX_NS : periodNs);
  return Status.Ok;
}

/** @exportName syscall_clock */
export function handleClock(): i64 {
  return i64(clockNs());
}
