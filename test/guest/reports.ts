// Reports: the shell's tables read back: ps, irq, mem, uptime.

export interface ProcessRow {
  id: number;
  state: string;
  priority: number;
  threads: number;
  cpuMs: number;
  memoryKib: number;
  name: string;
}

export interface InterruptRow {
  vector: number;
  /** Undefined: no line, a source inside the processor. */
  line: number | undefined;
  count: number;
  driver: string;
}

export interface Uptime {
  seconds: number;
  idlePercent: number;
  processorsUsed: number;
  processorsPresent: number;
  tscMhz: number;
  interruptsBy: string;
}

const PROCESS_HEAD = ["PID", "STATE", "PRI", "THR", "CPU", "ms", "MEMORY", "KiB", "NAME"];
const INTERRUPT_HEAD = ["VECTOR", "LINE", "COUNT", "DRIVER"];

function words(line: string | undefined): string[] {
  return (line ?? "").trim().split(/\s+/);
}

function rowsBelow(head: readonly string[], lines: readonly string[]): string[][] {
  const found = words(lines[0]).join(" ");
  if (found !== head.join(" ")) throw new Error(`the table begins with ${JSON.stringify(lines[0])} in place of ${head.join(" ")}`);
  return lines.slice(1).map(words);
}

function natural(text: string | undefined): number {
  if (text === undefined || !/^\d+$/.test(text)) throw new Error(`${JSON.stringify(text)} is no number`);
  return Number(text);
}

/** Rows of `ps`. */
export function readProcesses(lines: readonly string[]): ProcessRow[] {
  return rowsBelow(PROCESS_HEAD, lines).map(([id, state = "", priority, threads, cpuMs, memoryKib, name = ""]) => ({
    id: natural(id),
    state,
    priority: natural(priority),
    threads: natural(threads),
    cpuMs: natural(cpuMs),
    memoryKib: natural(memoryKib),
    name,
  }));
}

/** Rows of `irq`. */
export function readInterrupts(lines: readonly string[]): InterruptRow[] {
  return rowsBelow(INTERRUPT_HEAD, lines).map(([vector, line, count, ...driver]) => ({
    vector: natural(vector),
    line: line === "-" ? undefined : natural(line),
    count: natural(count),
    driver: driver.join(" "),
  }));
}

/** The line of `uptime`. */
export function readUptime(lines: readonly string[]): Uptime {
  const match = /^up (\d+\.\d{3}) s, idle (\d+) %, (\d+) of (\d+) processors, (\d+) MHz, interrupts by (APIC|8259)$/.exec(lines[0] ?? "");
  if (match === null) throw new Error(`not a line of uptime: ${JSON.stringify(lines[0])}`);
  const [, seconds, idle, used, present, mhz, by = ""] = match;
  return {
    seconds: Number(seconds),
    idlePercent: natural(idle),
    processorsUsed: natural(used),
    processorsPresent: natural(present),
    tscMhz: natural(mhz),
    interruptsBy: by,
  };
}

/** KiB by name: the lines of `mem`. */
export function readMemory(lines: readonly string[]): Map<string, number> {
  return new Map(
    lines.map((line) => {
      const [name = "", size, unit] = words(line);
      if (unit !== "KiB") throw new Error(`not a line of mem: ${JSON.stringify(line)}`);
      return [name, natural(size)];
    }),
  );
}
