// Boot summary: one line about the machine, for the log and for people who report bugs.
// Called:     from main.ts, once

import { acpi } from "./arch/x64/acpi.ts";
import { bootMemoryBytes } from "./arch/x64/boot-facts.ts";
import { isClockGuessed, tscFrequencyHz } from "./arch/x64/clock.ts";
import { cpuFeatures } from "./arch/x64/cpu-features.ts";
import { usesIoApic } from "./arch/x64/interrupt-controller.ts";
import { log, logDecimal, logEnd } from "./arch/x64/log.ts";

const HZ_PER_MHZ: u64 = 1_000_000;
const BYTES_PER_MIB_SHIFT: u64 = 20;

function logFeature(isThere: boolean, name: string): void {
  if (isThere) log(name);
}

/** `kernel: 127 MiB, 1 processor, 2000 MHz, APIC, NX SMEP SMAP UMIP`. */
export function logBootSummary(): void {
  log("kernel: ");
  logDecimal(bootMemoryBytes() >> BYTES_PER_MIB_SHIFT);
  log(" MiB, ");
  logDecimal(u64(acpi.processorCount));
  log(acpi.processorCount === 1 ? " processor, " : " processors (1 used), ");
  logDecimal(tscFrequencyHz() / HZ_PER_MHZ);
  log(isClockGuessed() ? " MHz (a guess: no timer to measure by), " : " MHz, ");
  log(usesIoApic() ? "APIC," : "8259,");
  logFeature(cpuFeatures.hasNoExecute, " NX");
  logFeature(cpuFeatures.hasSmep, " SMEP");
  logFeature(cpuFeatures.hasSmap, " SMAP");
  logFeature(cpuFeatures.hasUmip, " UMIP");
  logEnd();
}
