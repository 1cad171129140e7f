// Call graph: who may call whom in a module, virtual calls and calls of function values included, by what could be there.
// Invariants: never too small. A virtual call may reach what any instantiated class has in that slot under that signature; a call of a
//             function value, every function of that signature that becomes one.

import type { FunctionSignature, IrFunction, Value } from "../ir/function.ts";
import type { Module } from "../ir/module.ts";
import { Op } from "../ir/ops.ts";

export interface CallSite {
  readonly caller: IrFunction;
  readonly call: Value;
  /** Indices into Module.functions. */
  readonly targets: readonly number[];
}

function signatureKey(signature: FunctionSignature): string {
  return `${signature.params.join()}>${signature.result}`;
}

export class CallGraph {
  /** By function index. */
  readonly sites: readonly CallSite[][];
  /** Functions whose address is taken, or that a function value stands for. */
  readonly addressTaken: ReadonlySet<number>;
  /** Classes that some code makes objects of. */
  readonly instantiated: ReadonlySet<number>;
  private readonly module: Module;
  /** The functions of addressTaken, by the key of their signature. */
  private readonly takenBySignature = new Map<string, number[]>();

  /** Of all functions, or of those for which the array has 1. */
  constructor(module: Module, isIncluded?: Uint8Array) {
    this.module = module;
    const eachInst = (visit: (fn: IrFunction, value: Value) => void): void => {
      for (const fn of module.functions) {
        if (isIncluded?.[fn.index] !== 0) for (const block of fn.blocks) for (const value of block.insts) visit(fn, value);
      }
    };
    const addressTaken = new Set<number>();
    const instantiated = new Set<number>();
    eachInst((fn, value) => {
      const op = fn.op(value);
      if (op === Op.FunctionAddress || op === Op.StaticClosure) addressTaken.add(fn.aux(value));
      if (op === Op.New || op === Op.ClassDescriptor) instantiated.add(fn.aux(value));
    });
    this.addressTaken = addressTaken;
    this.instantiated = instantiated;
    for (const index of addressTaken) {
      const key = signatureKey(module.functions[index].signature());
      this.takenBySignature.set(key, [...(this.takenBySignature.get(key) ?? []), index]);
    }
    const sites: CallSite[][] = module.functions.map(() => []);
    eachInst((fn, call) => {
      const targets = this.targetsOf(fn, call);
      if (targets !== undefined) sites[fn.index].push({ caller: fn, call, targets });
    });
    this.sites = sites;
  }

  callees(functionIndex: number): Set<number> {
    return new Set(this.sites[functionIndex].flatMap((site) => site.targets));
  }

  /** Groups of functions that may call each other in a circle, callees before callers; most groups hold one function. */
  components(): number[][] {
    return strongComponents(this.module.functions.length, (index) => [...this.callees(index)]);
  }

  private targetsOf(fn: IrFunction, call: Value): readonly number[] | undefined {
    const { module } = this;
    const aux = fn.aux(call);
    switch (fn.op(call)) {
      case Op.Call:
        return [aux];
      case Op.CallVirtual:
        return this.virtualTargets(module.methods[aux].slot, module.methods[aux].signature);
      case Op.CallClosure:
      case Op.CallIndirect:
        return this.takenBySignature.get(signatureKey(module.signatures[aux])) ?? [];
      default:
        return undefined;
    }
  }

  /** What the slot holds in the instantiated classes. Classes with another signature there are of another family. */
  virtualTargets(slot: number, signature: FunctionSignature): number[] {
    const targets = new Set<number>();
    for (const index of this.instantiated) {
      const target = this.module.classes[index].slots[slot] ?? -1;
      if (target >= 0 && signatureKey(this.module.functions[target].signature()) === signatureKey(signature)) targets.add(target);
    }
    return [...targets];
  }
}

/**
 * Functions that a call through an address may reach in a lowered module, where virtual calls are such calls too: those of the signature
 * that become function values or stand in the table of a class. A call without a signature may reach every one of them.
 */
export function functionsByAddress(module: Module, graph: CallGraph, signature: FunctionSignature | undefined): IrFunction[] {
  const slots = [...graph.instantiated].flatMap((index) => module.classes[index].slots.filter((slot) => slot >= 0));
  const known = [...new Set([...graph.addressTaken, ...slots])].map((index) => module.functions[index]);
  return signature === undefined ? known : known.filter((fn) => signatureKey(fn.signature()) === signatureKey(signature));
}

/** Tarjan's algorithm without recursion. A component comes after those it has edges to. */
export function strongComponents(count: number, successors: (node: number) => readonly number[]): number[][] {
  const components: number[][] = [];
  const number = new Int32Array(count).fill(-1);
  const lowest = new Int32Array(count);
  const isOpen = new Uint8Array(count);
  const open: number[] = [];
  let next = 0;
  const enter = (node: number): { node: number; targets: readonly number[]; place: number } => {
    number[node] = lowest[node] = next++;
    open.push(node);
    isOpen[node] = 1;
    return { node, targets: successors(node), place: 0 };
  };
  for (let root = 0; root < count; root++) {
    if (number[root] >= 0) continue;
    const path = [enter(root)];
    while (path.length > 0) {
      const top = path[path.length - 1];
      if (top.place < top.targets.length) {
        const target = top.targets[top.place++];
        if (number[target] < 0) path.push(enter(target));
        else if (isOpen[target] !== 0) lowest[top.node] = Math.min(lowest[top.node], number[target]);
        continue;
      }
      path.pop();
      if (path.length > 0) lowest[path[path.length - 1].node] = Math.min(lowest[path[path.length - 1].node], lowest[top.node]);
      if (lowest[top.node] === number[top.node]) components.push(closeComponent(open, isOpen, top.node));
    }
  }
  return components;
}

function closeComponent(open: number[], isOpen: Uint8Array, root: number): number[] {
  const component: number[] = [];
  for (let member = open.pop(); member !== undefined; member = open.pop()) {
    isOpen[member] = 0;
    component.push(member);
    if (member === root) break;
  }
  return component;
}
