// Liveness of virtual registers, loop depth of blocks: the facts about LIR that register allocation starts from.

import type { BlockId } from "../../ir/function.ts";
import { type LirFunction, lirOrder, visitRegisters } from "./lir.ts";
import { isVirtual, type Register, VIRTUAL_REGISTERS_FIRST } from "./registers.ts";

/** A set of virtual registers of one function. */
export class RegisterSet {
  readonly words: Uint32Array;

  constructor(registerCount: number) {
    this.words = new Uint32Array((registerCount + 31) >>> 5);
  }
  has(register: Register): boolean {
    const index = register - VIRTUAL_REGISTERS_FIRST;
    return (this.words[index >>> 5] & (1 << (index & 31))) !== 0;
  }
  add(register: Register): void {
    const index = register - VIRTUAL_REGISTERS_FIRST;
    this.words[index >>> 5] |= 1 << (index & 31);
  }
  remove(register: Register): void {
    const index = register - VIRTUAL_REGISTERS_FIRST;
    this.words[index >>> 5] &= ~(1 << (index & 31));
  }
  /** Adds all of another set; tells whether that changed anything. */
  addAll(other: RegisterSet): boolean {
    let isChanged = false;
    for (let index = 0; index < this.words.length; index++) {
      const merged = (this.words[index] | other.words[index]) >>> 0;
      if (merged !== this.words[index]) isChanged = true;
      this.words[index] = merged;
    }
    return isChanged;
  }
  /** Adds what the one set has and the other has not. */
  addAllWithout(added: RegisterSet, left: RegisterSet): void {
    for (let index = 0; index < this.words.length; index++) this.words[index] |= added.words[index] & ~left.words[index];
  }
  /** Ascending. */
  registers(): Register[] {
    const found: Register[] = [];
    for (let index = 0; index < this.words.length; index++) {
      for (let word = this.words[index]; word !== 0; word &= word - 1) {
        found.push(VIRTUAL_REGISTERS_FIRST + index * 32 + 31 - Math.clz32(word & -word));
      }
    }
    return found;
  }
}

export interface Liveness {
  /** By block: what is live before its first inst, its parameters left out. */
  readonly liveIn: readonly RegisterSet[];
  /** By block: what is live behind its last inst, arguments of its edges included. */
  readonly liveOut: readonly RegisterSet[];
}

export function computeLiveness(lir: LirFunction): Liveness {
  const newSet = (): RegisterSet => new RegisterSet(lir.registerTypes.length);
  // At first what a block itself uses before it defines it, and what its edges carry: that grows until all edges agree.
  const liveIn = lir.blocks.map(newSet);
  const liveOut = lir.blocks.map(newSet);
  const defined = lir.blocks.map(newSet);
  for (const block of lir.blocks) {
    collectBlock(lir, block.id, liveIn[block.id], defined[block.id]);
    for (const edge of block.edges) for (const arg of edge.args) liveOut[block.id].add(arg);
  }
  const order = lirOrder(lir).reverse();
  for (let isChanged = true, isFirst = true; isChanged; isFirst = false) {
    isChanged = isFirst;
    for (const id of order) {
      const out = liveOut[id];
      for (const edge of lir.blocks[id].edges) if (out.addAll(liveIn[edge.target])) isChanged = true;
      liveIn[id].addAllWithout(out, defined[id]);
    }
  }
  return { liveIn, liveOut };
}

/** What the block uses before it defines it, and what it defines. */
function collectBlock(lir: LirFunction, id: BlockId, used: RegisterSet, defined: RegisterSet): void {
  const block = lir.blocks[id];
  for (const param of block.params) defined.add(param);
  const visitor = {
    use: (register: Register): void => {
      if (isVirtual(register) && !defined.has(register)) used.add(register);
    },
    def: (register: Register): void => {
      if (isVirtual(register)) defined.add(register);
    },
  };
  for (const inst of block.insts) visitRegisters(lir, inst, visitor);
}

/** By block, how many loops it is in. */
export function loopDepths(lir: LirFunction): number[] {
  const order = lirOrder(lir);
  const rank = new Int32Array(lir.blocks.length).fill(-1);
  order.forEach((id, index) => {
    rank[id] = index;
  });
  const predecessors: BlockId[][] = lir.blocks.map(() => []);
  for (const id of order) for (const edge of lir.blocks[id].edges) predecessors[edge.target].push(id);
  const depths = new Array<number>(lir.blocks.length).fill(0);
  for (const header of order) {
    // In a reducible graph an edge against reverse postorder goes to a loop's header.
    const latches = predecessors[header].filter((id) => rank[id] >= rank[header]);
    if (latches.length === 0) continue;
    const body = new Set<BlockId>([header]);
    const pending = [...latches];
    for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
      if (body.has(id) || rank[id] < rank[header]) continue;
      body.add(id);
      pending.push(...predecessors[id]);
    }
    for (const id of body) depths[id]++;
  }
  return depths;
}
