// Init: the first process. Starts the daemons that the manifest lists, starts programs for others, and supervises all of them.
// Owns:       the authority over the machine; every other process holds what init's manifest gives it.
// Invariants: (1) init never calls the process it reports about
//             (2) it never waits for a program: who wants to know the end leaves a reply handle

import { copyMemory, elementsAddress, sizeOf, storeU8, stringUnitsAddress, viewAt } from "tsmetal/unsafe";
import { HANDLE_CALLER, HANDLE_NONE } from "../../abi/handle.ts";
import {
  FAULT_REPLY_KILL,
  FaultRecord,
  LABEL_BYTE_COUNT_MASK,
  LABEL_BYTE_COUNT_SHIFT,
  LABEL_EXIT,
  LABEL_FAULT,
  MESSAGE_BYTES_MAX,
  type Message,
} from "../../abi/message.ts";
import { MemoryRecord, QueryKind } from "../../abi/query.ts";
import { Rights } from "../../abi/rights.ts";
import { Status } from "../../abi/status.ts";
import { PageAccess } from "../../abi/syscall.ts";
import { answer, message, secondMessage } from "../../runtime/user/message.ts";
import { directOutput } from "../../runtime/user/output.ts";
import { messageBuffer, requiredHandle, textLength } from "../../runtime/user/process.ts";
import { close, createEndpoint, keepCaller, killProcess, map, query, receive, reply, replyAndReceive } from "../../runtime/user/system.ts";
import { TextWriter } from "../../runtime/user/text-writer.ts";
import { Archive } from "./archive.ts";
import { writeCrashReport } from "./crash-report.ts";
import { Launcher } from "./launcher.ts";
import { Manifest } from "./manifest.ts";
import { type ProcessSlot, ProcessTable } from "./process-table.ts";
import { EXIT_CRASHED, EXIT_KILLED, InitLabel, SpawnMode } from "./protocol.ts";
import { Services } from "./services.ts";
import type { WordScanner } from "./word-scanner.ts";

const SERVICE_NAME: string = "init";

const system: u32 = requiredHandle("system");
const archiveHandle: u32 = requiredHandle("archive");
const out: TextWriter = new TextWriter();
const archive: Archive = openArchive();
const manifest: Manifest = new Manifest(archive);
const processes: ProcessTable = new ProcessTable();
const services: Services = new Services();
const endpoint: u32 = createServiceEndpoint();
const launcher: Launcher = new Launcher(archive, archiveHandle, manifest, endpoint, system, services);
/** The request being served, taken out of the message buffer, which the next call overwrites. */
const requestBytes: Uint8Array = new Uint8Array(4096);

startDaemons();
serve();

/** Maps the archive for reading: it stays mapped, since programs are started from it at any time. */
function openArchive(): Archive {
  const record: MemoryRecord = viewAt(MemoryRecord, messageBuffer());
  const status: i64 = query(system, QueryKind.Memory, u64(archiveHandle), messageBuffer(), sizeOf(MemoryRecord));
  assert(status >= 0, "init cannot read the size of the boot archive");
  const sizeBytes: u64 = record.sizeBytes;
  const address: i64 = map(archiveHandle, sizeBytes, PageAccess.Read);
  assert(address > 0, "init cannot map the boot archive");
  return new Archive(u64(address), sizeBytes);
}

function createServiceEndpoint(): u32 {
  const created: i64 = createEndpoint();
  assert(created > 0, "init cannot make its endpoint");
  services.add(stringUnitsAddress(SERVICE_NAME), u64(SERVICE_NAME.length), u32(created));
  return u32(created);
}

/** Starts every daemon of the manifest, in its order. One that does not start is reported; the others start all the same. */
function startDaemons(): void {
  const scanner: WordScanner = manifest.scan();
  do {
    if (!scanner.nextWord() || !scanner.isWord("daemon") || !scanner.nextWord()) continue;
    const status: i64 = start(scanner.wordAddress, scanner.wordLength, 0, 0);
    if (status < 0) reportNotStarted(scanner.wordAddress, scanner.wordLength, status);
    directOutput(services.handleOf(stringUnitsAddress("console"), 7));
  } while (scanner.nextLine());
}

function reportNotStarted(nameAddress: u64, nameLength: u64, status: i64): void {
  out
    .text("init: cannot start ")
    .range(nameAddress, nameLength)
    .text(", status -")
    .decimal(u64(0 - status))
    .newline()
    .flush();
}

/** Starts a program; answers its slot's index, or a status. */
function start(nameAddress: u64, nameLength: u64, argumentsAddress: u64, argumentsSizeBytes: u32): i64 {
  const slot: ProcessSlot | null = processes.reserve();
  if (slot === null) return Status.NoSpace;
  const status: i64 = launcher.launch(slot, nameAddress, nameLength, argumentsAddress, argumentsSizeBytes);
  return status < 0 ? status : i64(slot.index);
}

function serve(): void {
  const request: Message = message();
  let status: i64 = receive(endpoint, request);
  for (;;) {
    assert(status >= 0, "init cannot receive");
    if (handle(request)) status = replyAndReceive(endpoint, request);
    else status = receive(endpoint, request);
  }
}

/** Serves a request; answers whether `request` now holds the answer to send. */
function handle(request: Message): boolean {
  switch (u32(request.label)) {
    case LABEL_FAULT:
      return handleFault(request);
    case LABEL_EXIT:
      return handleExit(request);
    case InitLabel.Spawn:
      return handleSpawn(request);
    case InitLabel.Kill:
      return answer(request, kill(request.word0), 0, 0);
    default:
      return answer(request, Status.BadSyscall, 0, 0);
  }
}

/** The report needs the process; the answer then ends it. */
function handleFault(request: Message): boolean {
  const slot: ProcessSlot | null = processes.byBadge(request.badge);
  const vector: u32 = u32(request.word0);
  if (slot !== null) {
    copyMemory(elementsAddress(requestBytes), messageBuffer(), sizeOf(FaultRecord));
    writeCrashReport(out, slot, viewAt(FaultRecord, elementsAddress(requestBytes)));
    release(slot, EXIT_CRASHED + vector);
  }
  request.label = u64(FAULT_REPLY_KILL);
  return true;
}

function handleExit(request: Message): boolean {
  const slot: ProcessSlot | null = processes.byBadge(request.badge);
  const code: u32 = u32(request.word0);
  if (slot !== null) release(slot, code);
  request.label = 0;
  return true;
}

/** Tells who waits for the end, and forgets the process. */
function release(slot: ProcessSlot, exitCode: u32): void {
  const waiter: u32 = slot.waiter;
  const id: u64 = slot.id;
  close(slot.process);
  processes.free(slot);
  if (waiter === HANDLE_NONE) return;
  const end: Message = secondMessage();
  answer(end, Status.Ok, id, u64(exitCode));
  if (reply(waiter, end) < 0) close(waiter);
}

function kill(id: u64): i64 {
  const slot: ProcessSlot | null = processes.byId(id);
  if (slot === null) return Status.NotFound;
  const status: i64 = killProcess(slot.process);
  if (status < 0) return status;
  release(slot, EXIT_KILLED);
  return Status.Ok;
}

function handleSpawn(request: Message): boolean {
  const byteCount: u32 = u32(request.label >>> u64(LABEL_BYTE_COUNT_SHIFT)) & LABEL_BYTE_COUNT_MASK;
  if (byteCount === 0 || byteCount > MESSAGE_BYTES_MAX) return answer(request, Status.BadArgument, 0, 0);
  const words: u64 = elementsAddress(requestBytes);
  copyMemory(words, messageBuffer(), u64(byteCount));
  storeU8(words + u64(byteCount) - 1, 0);
  const nameLength: u64 = textLength(words);
  const mode: u64 = request.word0;
  const started: i64 = start(words, nameLength, words + nameLength + 1, byteCount - u32(nameLength) - 1);
  if (started < 0) return answer(request, started, 0, 0);
  const slot: ProcessSlot = processes.at(u32(started));
  if (mode === SpawnMode.Start) return answer(request, Status.Ok, slot.id, 0);
  const waiter: i64 = keepCaller(HANDLE_CALLER, Rights.All);
  if (waiter < 0) return answer(request, waiter, slot.id, 0);
  slot.waiter = u32(waiter);
  return false;
}
