// Endowment: the handles that a manifest block gives to a process: services, ports, interrupts, device memory, rights to the system.
// Owns:       the making of device objects: nobody else holds the right to.
// Invariants: (1) init keeps no handle to what it made for a process: the objects go when the process goes

import { sizeOf, viewAt } from "tsmetal/unsafe";
import { PAGE_SIZE_BYTES } from "../../abi/archive.ts";
import { FramebufferInfo } from "../../abi/boot-info.ts";
import { HANDLE_NONE } from "../../abi/handle.ts";
import { QueryKind } from "../../abi/query.ts";
import { Rights } from "../../abi/rights.ts";
import { Status } from "../../abi/status.ts";
import { MemoryType } from "../../abi/syscall.ts";
import { messageBuffer } from "../../runtime/user/process.ts";
import { close, copyHandle, createInterrupt, createIoPorts, createMemory, createNotification, query } from "../../runtime/user/system.ts";
import { isHead } from "./manifest.ts";
import type { ProcessSlot } from "./process-table.ts";
import type { Services } from "./services.ts";
import { packedRange, type StartPayloadBuilder } from "./start-payload.ts";
import type { WordScanner } from "./word-scanner.ts";

export class Endowment {
  private readonly system: u32;
  private readonly services: Services;
  private readonly payload: StartPayloadBuilder;
  /** Of the process being made: its notification, and how many of its bits are taken. */
  private signals: u32 = HANDLE_NONE;
  private signalCount: u64 = 0;

  constructor(system: u32, services: Services, payload: StartPayloadBuilder) {
    this.system = system;
    this.services = services;
    this.payload = payload;
  }

  /** Gives the process all that the lines below the head say; answers the first status that is not Ok. */
  give(slot: ProcessSlot, block: WordScanner): i64 {
    this.payload.clear();
    this.signals = HANDLE_NONE;
    this.signalCount = 0;
    let status: i64 = Status.Ok;
    while (status >= 0 && block.nextLine()) {
      if (!block.nextWord()) continue;
      if (isHead(block)) break;
      status = this.giveLine(slot, block);
    }
    if (status >= 0 && this.signals !== HANDLE_NONE) status = this.giveSignals(slot);
    if (this.signals !== HANDLE_NONE) close(this.signals);
    return status;
  }

  private giveLine(slot: ProcessSlot, line: WordScanner): i64 {
    if (line.isWord("serve")) return this.add("service", this.services.serve(slot.nameAddress, slot.nameLength, slot.process));
    if (line.isWord("connect")) return this.connect(slot, line);
    if (line.isWord("ports")) return this.givePorts(slot, line);
    if (line.isWord("interrupt")) return this.giveInterrupt(slot, line);
    if (line.isWord("device")) return this.giveDevice(slot, line);
    if (line.isWord("framebuffer")) return this.giveFramebuffer(slot);
    if (line.isWord("system")) return this.giveSystem(slot, line);
    // Read elsewhere: priority, memory. Anything else the image builder has refused.
    return Status.Ok;
  }

  private connect(slot: ProcessSlot, line: WordScanner): i64 {
    line.nextWord();
    const handle: i64 = this.services.connect(line.wordAddress, line.wordLength, slot.badge, slot.process);
    return this.addWord(line.wordAddress, line.wordLength, handle);
  }

  private givePorts(slot: ProcessSlot, line: WordScanner): i64 {
    line.nextWord();
    const name: u64 = line.wordAddress;
    const length: u64 = line.wordLength;
    const first: u32 = u32(line.nextNumber());
    return this.move(name, length, createIoPorts(this.system, first, u32(line.nextNumber())), Rights.Read | Rights.Write, slot);
  }

  private giveInterrupt(slot: ProcessSlot, line: WordScanner): i64 {
    line.nextWord();
    const name: u64 = line.wordAddress;
    const length: u64 = line.wordLength;
    if (this.signals === HANDLE_NONE) {
      const created: i64 = createNotification();
      if (created < 0) return created;
      this.signals = u32(created);
    }
    const bit: u64 = u64(1) << this.signalCount;
    this.signalCount++;
    return this.move(name, length, createInterrupt(this.system, u32(line.nextNumber()), this.signals, bit), Rights.Control, slot);
  }

  private giveDevice(slot: ProcessSlot, line: WordScanner): i64 {
    line.nextWord();
    const name: u64 = line.wordAddress;
    const length: u64 = line.wordLength;
    const physicalAddress: u64 = line.nextNumber();
    const memory: i64 = createMemory(line.nextNumber(), MemoryType.Device, physicalAddress, this.system);
    return this.move(name, length, memory, Rights.Read | Rights.Write, slot);
  }

  private giveFramebuffer(slot: ProcessSlot): i64 {
    const info: FramebufferInfo = viewAt(FramebufferInfo, messageBuffer());
    if (query(this.system, QueryKind.Framebuffer, 0, messageBuffer(), sizeOf(FramebufferInfo)) < 0) return Status.Ok;
    const sizeBytes: u64 = (u64(info.pitchBytes) * u64(info.height) + PAGE_SIZE_BYTES - 1) & ~(PAGE_SIZE_BYTES - 1);
    const memory: i64 = createMemory(sizeBytes, MemoryType.DeviceWriteCombining, info.base, this.system);
    return memory < 0 ? memory : this.add("framebuffer", this.copyAndClose(u32(memory), Rights.Read | Rights.Write, slot));
  }

  private giveSystem(slot: ProcessSlot, line: WordScanner): i64 {
    let rights: u32 = Rights.None;
    while (line.nextWord()) {
      if (line.isWord("inspect")) rights |= Rights.Inspect;
      else if (line.isWord("power")) rights |= Rights.Power;
      else if (line.isWord("log")) rights |= Rights.Log;
      else if (line.isWord("device")) rights |= Rights.Device;
      else return Status.BadArgument;
    }
    return this.add("system", copyHandle(this.system, rights, 0, slot.process));
  }

  private giveSignals(slot: ProcessSlot): i64 {
    return this.add("signals", copyHandle(this.signals, Rights.Wait | Rights.Signal, 0, slot.process));
  }

  /** Gives a new object under a name, and gives up init's own handle to it. */
  private move(nameAddress: u64, nameLength: u64, created: i64, rights: u32, slot: ProcessSlot): i64 {
    return created < 0 ? created : this.addWord(nameAddress, nameLength, this.copyAndClose(u32(created), rights, slot));
  }

  private copyAndClose(handle: u32, rights: u32, slot: ProcessSlot): i64 {
    const given: i64 = copyHandle(handle, rights, 0, slot.process);
    close(handle);
    return given;
  }

  private add(name: string, handle: i64): i64 {
    if (handle < 0) return handle;
    return this.payload.addNamedHandle(name, u32(handle)) ? Status.Ok : Status.NoSpace;
  }

  private addWord(nameAddress: u64, nameLength: u64, handle: i64): i64 {
    if (handle < 0) return handle;
    const name0: u64 = packedRange(nameAddress, nameLength, 0);
    const name1: u64 = packedRange(nameAddress, nameLength, 8);
    return this.payload.addHandle(name0, name1, u32(handle)) ? Status.Ok : Status.NoSpace;
  }
}
