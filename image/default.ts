// Default image: a console, a keyboard, a shell, and the programs it can start.

import type { SystemImage } from "./manifest.ts";

const MIB = 1024 * 1024;

export const defaultImage: SystemImage = {
  init: "daemons/init/main.ts",
  entries: [
    {
      name: "console",
      kind: "daemon",
      main: "daemons/console/main.ts",
      priority: 24,
      memoryBytes: 4 * MIB,
      isService: true,
      ports: [
        { name: "com1", first: 0x3f8, count: 8 },
        { name: "vga", first: 0x3c0, count: 32 },
      ],
      interrupts: [{ name: "com1.irq", line: 4 }],
      devices: [{ name: "vga.text", physicalAddress: 0xb8000, sizeBytes: 0x8000 }],
      hasFramebuffer: true,
      system: ["inspect"],
    },
    {
      name: "keyboard",
      kind: "daemon",
      main: "daemons/keyboard/main.ts",
      priority: 26,
      memoryBytes: 2 * MIB,
      connects: ["console"],
      ports: [{ name: "i8042", first: 0x60, count: 5 }],
      interrupts: [{ name: "keyboard.irq", line: 1 }],
    },
    {
      name: "shell",
      kind: "daemon",
      main: "programs/shell/main.ts",
      priority: 16,
      memoryBytes: 8 * MIB,
      connects: ["console", "init"],
      system: ["inspect", "power"],
    },
    { name: "crash", kind: "program", main: "programs/crash.ts", priority: 8, memoryBytes: 2 * MIB, connects: ["console"] },
    {
      name: "bench",
      kind: "program",
      main: "programs/bench/main.ts",
      priority: 20,
      memoryBytes: 4 * MIB,
      connects: ["console", "echo"],
      ports: [{ name: "rtc", first: 0x70, count: 2 }],
      interrupts: [{ name: "rtc.irq", line: 8 }],
    },
    { name: "echo", kind: "daemon", main: "daemons/echo/main.ts", priority: 20, memoryBytes: 2 * MIB, isService: true },
  ],
};
