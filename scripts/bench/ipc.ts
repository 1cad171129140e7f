// IPC bench: the guest's own `bench` command, once counting instructions, once in the time that QEMU takes.

import { atPrompt, directMachine, INSTRUCTION_COUNT, runCommand } from "./prompt.ts";
import type { Table } from "./table.ts";

export interface Operation {
  name: string;
  minimum: number;
  median: number;
  maximum: number;
}

const NAME_WIDTH = 28;

function readOperations(lines: readonly string[]): Operation[] {
  return lines.slice(1).map((line) => {
    const numbers = line.slice(NAME_WIDTH).trim().split(/\s+/).map(Number);
    const [minimum, median, maximum] = numbers;
    if (minimum === undefined || median === undefined || maximum === undefined || numbers.some(Number.isNaN)) {
      throw new Error(`not a row of bench: ${line}`);
    }
    return { name: line.slice(0, NAME_WIDTH).trim(), minimum, median, maximum };
  });
}

function tableOf(title: string, operations: readonly Operation[], scale: number): Table {
  const rounded = (value: number): number => Math.round(value * scale);
  const rows = operations.map(({ name, minimum, median, maximum }) => [name, rounded(minimum), rounded(median), rounded(maximum)]);
  return { title, columns: ["operation", "min", "median", "max"], rows };
}

/** Nanoseconds of one tick, by the frequency that the kernel measured. */
function nanosecondsPerTick(uptime: readonly string[]): number {
  const megahertz = Number(/, (\d+) MHz,/.exec(uptime[0] ?? "")?.[1]);
  if (!(megahertz > 0)) throw new Error(`not a line of uptime: ${uptime[0]}`);
  return 1000 / megahertz;
}

/** In guest instructions: the same on every computer. */
export async function countOperations(): Promise<Operation[]> {
  return readOperations(await atPrompt({ ...directMachine, ...INSTRUCTION_COUNT }, (guest) => runCommand(guest, "bench")));
}

export async function measureIpc(): Promise<Table[]> {
  const counted = await countOperations();
  const timed = await atPrompt(directMachine, async (guest) => ({
    uptime: await runCommand(guest, "uptime"),
    rows: await runCommand(guest, "bench"),
  }));
  return [
    tableOf("IPC, guest instructions (-icount shift=0,sleep=off)", counted, 1),
    tableOf("IPC, nanoseconds under TCG on this computer", readOperations(timed.rows), nanosecondsPerTick(timed.uptime)),
  ];
}
