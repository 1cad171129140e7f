// Machine: finds the devices that the kernel drives itself, maps their registers, and chooses among them.
// Owns:       the virtual addresses of their registers until the drivers have them
// Invariants: (1) a machine without ACPI, without APIC or without HPET also works: 8259, PIT
// Called:     from main.ts: mapDevices while pages come from the boot allocator, the rest after enterKernelSpace

import { acpi } from "./arch/x64/acpi.ts";
import { bootEntryTicks, bootFramebuffer } from "./arch/x64/boot-facts.ts";
import { initialiseClock } from "./arch/x64/clock.ts";
import { cpuFeatures } from "./arch/x64/cpu-features.ts";
import { addIoApic, ioApicPhysicalAddress, startApics, startPic } from "./arch/x64/interrupt-controller.ts";
import { localApicPhysicalAddress } from "./arch/x64/local-apic.ts";
import { usePanicPixels, usePanicText } from "./arch/x64/panic-screen.ts";
import { initialiseTimer } from "./arch/x64/timer.ts";
import { mapDevice } from "./memory/kernel-space.ts";
import { initialiseAlarm } from "./sched/alarm.ts";

const APIC_REGISTERS_SIZE: u64 = 0x1000;
const HPET_REGISTERS_SIZE: u64 = 0x400;
const VGA_TEXT_ADDRESS: u64 = 0xb_8000;
const VGA_TEXT_SIZE: u64 = 80 * 25 * 2;

let localApicRegisters: u64 = 0;
let hpetRegisters: u64 = 0;
const ioApicRegisters: u64[] = new Array<u64>(8);

/** A full colour component at its place in a pixel. */
function component(sizeBits: u8, shift: u8): u32 {
  return ((u32(1) << u32(sizeBits)) - 1) << u32(shift);
}

function mapScreen(): void {
  const screen = bootFramebuffer();
  if (screen.base === 0) {
    usePanicText(mapDevice(VGA_TEXT_ADDRESS, VGA_TEXT_SIZE));
    return;
  }
  const pixels: u64 = mapDevice(screen.base, u64(screen.pitchBytes) * u64(screen.height));
  const red: u32 = component(screen.redSizeBits, screen.redShift);
  const white: u32 = red | component(screen.greenSizeBits, screen.greenShift) | component(screen.blueSizeBits, screen.blueShift);
  usePanicPixels(pixels, screen.width, screen.height, screen.pitchBytes, screen.bitsPerPixel, white, red);
}

/** Maps the registers that acpi.ts found. */
export function mapDevices(): void {
  if (cpuFeatures.hasApic) {
    const listed: u64 = acpi.localApicAddress;
    localApicRegisters = mapDevice(listed !== 0 ? listed : localApicPhysicalAddress(), APIC_REGISTERS_SIZE);
  }
  for (let index: u32 = 0; index < acpi.ioApicCount; index++) {
    ioApicRegisters[index] = mapDevice(ioApicPhysicalAddress(index), APIC_REGISTERS_SIZE);
  }
  if (acpi.hpetAddress !== 0) hpetRegisters = mapDevice(acpi.hpetAddress, HPET_REGISTERS_SIZE);
  mapScreen();
}

/** The APICs when CPU and ACPI both have them, else the 8259 pair. */
export function startInterrupts(): void {
  if (!cpuFeatures.hasApic || acpi.ioApicCount === 0) {
    startPic(localApicRegisters);
    return;
  }
  startApics(localApicRegisters);
  for (let index: u32 = 0; index < acpi.ioApicCount; index++) addIoApic(ioApicRegisters[index]);
}

/** Time begins with the boot path. */
export function startClock(): void {
  initialiseClock(bootEntryTicks(), hpetRegisters);
  initialiseTimer();
  initialiseAlarm();
}
