// Manifest: the form of a system image's list of daemons and programs, and the text that init reads (daemons/init/manifest.ts draws it).
// Invariants: (1) every mistake a person can make in a list is found while building, not while booting

const HEAPS = ["blocks", "list", "bump"] as const;

export interface ProgramEntry {
  /** Archive name, at most 15 characters; also the name of the service it serves. */
  readonly name: string;
  /** A daemon starts at boot, in the order of the list; a program when somebody asks. */
  readonly kind: "daemon" | "program";
  /** Main file, relative to the repository. */
  readonly main: string;
  /** 0 lowest .. 31: the most that its threads can have. */
  readonly priority: number;
  readonly memoryBytes: number;
  /** The heap that it is compiled with (docs/allocators.md); "blocks" if nothing is said. */
  readonly heap?: (typeof HEAPS)[number];
  /** Receives calls under its own name. */
  readonly isService?: boolean;
  /** Services it may call: it gets a handle of that name for each. */
  readonly connects?: readonly string[];
  readonly ports?: readonly { readonly name: string; readonly first: number; readonly count: number }[];
  readonly interrupts?: readonly { readonly name: string; readonly line: number }[];
  readonly devices?: readonly { readonly name: string; readonly physicalAddress: number; readonly sizeBytes: number }[];
  readonly hasFramebuffer?: boolean;
  /** Rights to the system as a whole. */
  readonly system?: readonly ("inspect" | "power" | "log" | "device")[];
}

export interface SystemImage {
  /** Main file of the first process. */
  readonly init: string;
  readonly entries: readonly ProgramEntry[];
}

const NAME_SIZE_MAX = 15;
const PRIORITY_MAX = 31;

/** What is wrong with the list, one sentence each; empty if nothing is. */
export function checkImage(image: SystemImage): string[] {
  const names = new Set<string>(["init"]);
  const mistakes: string[] = [];
  const services = new Set(["init", ...image.entries.filter((entry) => entry.isService).map((entry) => entry.name)]);
  for (const entry of image.entries) {
    if (names.has(entry.name)) mistakes.push(`${entry.name} stands in the list twice`);
    names.add(entry.name);
    if (!Number.isInteger(entry.priority) || entry.priority < 0 || entry.priority > PRIORITY_MAX) {
      mistakes.push(`${entry.name}: priority ${entry.priority} is not in 0..${PRIORITY_MAX}`);
    }
    if (entry.heap !== undefined && !HEAPS.includes(entry.heap)) {
      mistakes.push(`${entry.name}: there is no heap "${entry.heap}"; there are ${HEAPS.join(", ")}`);
    }
    for (const name of handleNames(entry)) {
      if (!/^[a-z][a-z0-9.-]*$/.test(name) || name.length > NAME_SIZE_MAX)
        mistakes.push(`${entry.name}: "${name}" is no name of 1 to 15 characters`);
    }
    for (const service of entry.connects ?? []) {
      if (!services.has(service)) mistakes.push(`${entry.name} connects to ${service}, which nobody serves`);
    }
  }
  return mistakes;
}

function handleNames(entry: ProgramEntry): string[] {
  const devices = [...(entry.ports ?? []), ...(entry.interrupts ?? []), ...(entry.devices ?? [])].map(({ name }) => name);
  return [entry.name, ...devices];
}

/** The archive member "manifest". Requires: checkImage found nothing. */
export function printManifest(image: SystemImage): string {
  return image.entries.map((entry) => `${printEntry(entry).join("\n  ")}\n`).join("");
}

function printEntry(entry: ProgramEntry): string[] {
  return [
    `${entry.kind} ${entry.name}`,
    `priority ${entry.priority}`,
    `memory ${entry.memoryBytes}`,
    ...(entry.isService ? ["serve"] : []),
    ...(entry.connects ?? []).map((service) => `connect ${service}`),
    ...(entry.ports ?? []).map(({ name, first, count }) => `ports ${name} 0x${first.toString(16)} ${count}`),
    ...(entry.interrupts ?? []).map(({ name, line }) => `interrupt ${name} ${line}`),
    ...(entry.devices ?? []).map(({ name, physicalAddress, sizeBytes }) => `device ${name} 0x${physicalAddress.toString(16)} ${sizeBytes}`),
    ...(entry.hasFramebuffer ? ["framebuffer"] : []),
    ...(entry.system === undefined ? [] : [`system ${entry.system.join(" ")}`]),
  ];
}
