// Launcher: a process made from its manifest block: memory limit and priority, handles, program, arguments.
// Invariants: (1) a process that could not be made completely is killed and closed: nothing half done stays

import { HANDLE_NONE } from "../../abi/handle.ts";
import { Status } from "../../abi/status.ts";
import { PRIORITY_DEFAULT } from "../../abi/syscall.ts";
import { close, createProcess, killProcess, limitPriority, loadProcess, processId, startProcess } from "../../runtime/user/system.ts";
import type { Archive } from "./archive.ts";
import { Endowment } from "./endowment.ts";
import { isHead, type Manifest } from "./manifest.ts";
import type { ProcessSlot } from "./process-table.ts";
import type { Services } from "./services.ts";
import { StartPayloadBuilder } from "./start-payload.ts";
import type { WordScanner } from "./word-scanner.ts";

const MEMORY_DEFAULT_BYTES: u64 = 16_777_216;

export class Launcher {
  private readonly archive: Archive;
  private readonly archiveHandle: u32;
  private readonly manifest: Manifest;
  private readonly supervision: u32;
  private readonly payload: StartPayloadBuilder = new StartPayloadBuilder();
  private readonly endowment: Endowment;

  constructor(archive: Archive, archiveHandle: u32, manifest: Manifest, supervision: u32, system: u32, services: Services) {
    this.archive = archive;
    this.archiveHandle = archiveHandle;
    this.manifest = manifest;
    this.supervision = supervision;
    this.endowment = new Endowment(system, services, this.payload);
  }

  /**
   * Starts the program of that name in the slot; answers a status. NotFound: no such block, or no such file.
   * Requires: the slot is reserved; each argument in the range ends with a zero byte.
   */
  launch(slot: ProcessSlot, nameAddress: u64, nameLength: u64, argumentsAddress: u64, argumentsSizeBytes: u32): i64 {
    const block: WordScanner | null = this.manifest.find(nameAddress, nameLength);
    if (block === null || !this.archive.find(nameAddress, nameLength)) return Status.NotFound;
    slot.nameAddress = block.wordAddress;
    slot.nameLength = block.wordLength;
    slot.imageAddress = this.archive.fileAddress();
    slot.imageSizeBytes = this.archive.fileSizeBytes;
    const status: i64 = this.create(slot);
    if (status < 0) return status;
    return this.complete(slot, argumentsAddress, argumentsSizeBytes);
  }

  private create(slot: ProcessSlot): i64 {
    const memory: u64 = this.numberOf(slot, "memory", MEMORY_DEFAULT_BYTES);
    const created: i64 = createProcess(this.supervision, slot.badge, memory, slot.nameAddress, u32(slot.nameLength));
    if (created < 0) return created;
    slot.process = u32(created);
    slot.id = u64(processId(slot.process));
    return Status.Ok;
  }

  private complete(slot: ProcessSlot, argumentsAddress: u64, argumentsSizeBytes: u32): i64 {
    let status: i64 = limitPriority(slot.process, u32(this.numberOf(slot, "priority", u64(PRIORITY_DEFAULT))));
    if (status >= 0) status = this.endow(slot);
    if (status >= 0) status = loadProcess(slot.process, this.archiveHandle, slot.imageAddress - this.archive.start(), slot.imageSizeBytes);
    if (status >= 0 && !this.payload.addArguments(argumentsAddress, argumentsSizeBytes)) status = Status.NoSpace;
    if (status >= 0) status = startProcess(slot.process, this.payload.finish(), this.payload.sizeBytes());
    if (status >= 0) return Status.Ok;
    killProcess(slot.process);
    close(slot.process);
    slot.process = HANDLE_NONE;
    return status;
  }

  private endow(slot: ProcessSlot): i64 {
    const block: WordScanner | null = this.manifest.find(slot.nameAddress, slot.nameLength);
    return block === null ? Status.NotFound : this.endowment.give(slot, block);
  }

  /** The number behind a word in the slot's block, or the default. */
  private numberOf(slot: ProcessSlot, word: string, otherwise: u64): u64 {
    const block: WordScanner | null = this.manifest.find(slot.nameAddress, slot.nameLength);
    if (block === null) return otherwise;
    while (block.nextLine()) {
      if (!block.nextWord()) continue;
      if (isHead(block)) return otherwise;
      if (block.isWord(word)) return block.nextNumber();
    }
    return otherwise;
  }
}
