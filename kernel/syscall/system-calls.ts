// System calls on the machine: log, power off, reboot.
// Called:     from syscall_entry through the table, interrupts off

import { symbolAddress } from "tsmetal/unsafe";
import { Rights } from "../../abi/rights.ts";
import { Status } from "../../abi/status.ts";
import { LOG_WRITE_SIZE_MAX, SystemOperation } from "../../abi/syscall.ts";
import { logBytes } from "../arch/x64/log.ts";
import { powerOff, reboot } from "../arch/x64/power.ts";
import { copyFromUser } from "../memory/user-copy.ts";
import { callerSpace, checkSystem } from "./operands.ts";

function writeLog(address: u64, size: u64): i64 {
  if (size > u64(LOG_WRITE_SIZE_MAX)) return Status.BadArgument;
  const buffer: u64 = symbolAddress("log_write_buffer");
  if (!copyFromUser(callerSpace(), buffer, address, size)) return Status.BadAddress;
  logBytes(buffer, size);
  return Status.Ok;
}

function rightOf(operation: u32): u32 {
  return operation === SystemOperation.Log ? Rights.Log : Rights.Power;
}

/** @exportName syscall_system */
export function handleSystem(handle: u64, operation: u64, a: u64, b: u64): i64 {
  const status: i64 = checkSystem(handle, rightOf(u32(operation)));
  if (status !== Status.Ok) return status;
  if (u32(operation) === SystemOperation.Log) return writeLog(a, b);
  if (u32(operation) === SystemOperation.Reboot) reboot();
  if (u32(operation) !== SystemOperation.PowerOff) return Status.BadSyscall;
  powerOff();
  return Status.NoDevice;
}
