// Launch: the machine of a person: a window or this terminal, until the system is switched off.
// Invariant: no debug-exit device, so only ACPI power-off ends QEMU with status 0.

import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { DISK_IMAGE, KERNEL, MODULES, SERIAL_LOG } from "../build-products.ts";
import type { Options } from "../setup/options.mjs";
import { chooseAccelerator } from "./acceleration.ts";
import { MachineOptionError, type MachineOptions, machineArguments, shellCommand } from "./machine.ts";

const PROGRAM = process.env.QEMU ?? "qemu-system-x86_64";
/** From the folder of the repository, where gdb finds the sources. Code is read from the file: there is none in memory yet. */
function gdbHint(port: number): string {
  const commands = ["set trust-readonly-sections on", `target remote :${port}`, "hbreak kernelMain", "continue"]
    .map((command) => `-ex '${command}'`)
    .join(" ");
  return `QEMU waits for gdb:  gdb -x scripts/gdb/tsmetal.py ${commands} build/kernel.elf`;
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** The kind of window this QEMU and this session can open, or why there is none. */
function chooseWindow(): { display: string } | { obstacle: string } {
  if ((process.env.DISPLAY ?? "") === "" && (process.env.WAYLAND_DISPLAY ?? "") === "") return { obstacle: "no graphical session here" };
  const known = spawnSync(PROGRAM, ["-display", "help"], { encoding: "utf8" }).stdout ?? "";
  const display = ["gtk", "sdl"].find((kind) => new RegExp(`^${kind}$`, "m").test(known));
  return display === undefined ? { obstacle: "this QEMU opens no windows (Debian: package qemu-system-gui)" } : { display };
}

function consoleOptions(options: Options): Pick<MachineOptions, "display" | "serial"> {
  const terminal = { display: "none", serial: "mon:stdio" };
  if (options.headless) return terminal;
  const window = chooseWindow();
  if ("display" in window) return { display: window.display, serial: `file:${SERIAL_LOG}` };
  say(`qemu.sh: ${window.obstacle}: the serial line is the console, as with --headless. Ctrl-A x ends QEMU.`);
  return terminal;
}

async function accelerator(options: Options): Promise<"tcg" | "kvm"> {
  if (options.accel !== "auto") return options.accel;
  return (await chooseAccelerator(PROGRAM)).accelerator;
}

async function machineOptions(options: Options): Promise<MachineOptions> {
  const chosen = await accelerator(options);
  return {
    firmware: options.firmware,
    disk: options.disk,
    processorCount: options.smp,
    memoryMib: options.memory,
    accelerator: chosen,
    cpu: chosen === "kvm" ? "host" : "max",
    imagePath: DISK_IMAGE,
    ...(options.firmware === "direct" ? { kernelPath: KERNEL, modulesPath: MODULES } : {}),
    gdbPort: options.gdb ? options.gdbPort : undefined,
    ...consoleOptions(options),
    extra: options.extra,
  };
}

/** Files of the build that this machine boots from and that are not there. */
function missingProducts(machine: MachineOptions): string[] {
  const files = machine.firmware === "direct" ? [machine.kernelPath, machine.modulesPath] : [];
  if (machine.firmware !== "direct" || machine.disk !== undefined) files.push(machine.imagePath);
  return files.filter((file): file is string => file !== undefined && !existsSync(file));
}

function run(parameters: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(PROGRAM, parameters, { stdio: "inherit" });
    // Ctrl-C at the terminal reaches QEMU as well; this process only waits for it to end.
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => child.kill(signal));
    child.on("error", (error) => {
      say(`qemu.sh: QEMU could not be started: ${error.message}`);
      resolve(1);
    });
    child.on("close", (status, signal) => {
      if (status !== 0) {
        say(`qemu.sh: QEMU ended with ${status === null ? `signal ${signal}` : `status ${status}`}; its own words are above`);
        say(`command: ${shellCommand(PROGRAM, parameters)}`);
      }
      resolve(status ?? 1);
    });
  });
}

/** Boots as the options say and gives the exit status for the shell. */
export async function launch(options: Options): Promise<number> {
  try {
    const machine = await machineOptions(options);
    const parameters = machineArguments(machine);
    if (options.print) {
      process.stdout.write(`${shellCommand(PROGRAM, parameters)}\n`);
      return 0;
    }
    const missing = missingProducts(machine);
    if (missing.length > 0) {
      say(`qemu.sh: not built yet: ${missing.join(", ")}; leave --no-build out`);
      return 1;
    }
    if (options.gdb) say(gdbHint(options.gdbPort));
    return await run(parameters);
  } catch (error) {
    if (!(error instanceof MachineOptionError)) throw error;
    say(`qemu.sh: ${error.message}`);
    return 2;
  }
}
