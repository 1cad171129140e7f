// Narrowing: computes in integers what is a `number` (f64) in the source and always an integer in fact: counters, indices, sizes, sums of
// such, in all functions of the program at once, with what they pass to each other and keep in fields and globals.
// Requires:    high operations; no unreachable blocks. fold afterwards removes the conversions that meet.
// Establishes: no float operation whose operands and result are at hand as integers; parameters and results of functions that only direct
//              calls reach, fields and globals are integers where nothing else ever gets there.
// Never visible: ranges exclude NaN and fractions; -0 becomes 0 only where nobody can tell.

import type { Module } from "../ir/module.ts";
import { MemoryKind, type ValueType } from "../ir/types.ts";
import { Representation, Representations, typeOf } from "./narrow-representations.ts";
import { NarrowRewriting } from "./narrow-rewrite.ts";

export function narrowNumbers(module: Module): void {
  const representations = new Representations(module);
  for (const numbers of representations.functions.values()) {
    const { fn } = numbers;
    const params = fn.params.map((type, index) => narrowedType(type, representations.parameter(fn.index, index)));
    new NarrowRewriting(module, numbers, representations).run();
    fn.changeSignature({ params, result: narrowedType(fn.result, representations.results[fn.index]) });
  }
  narrowPlaces(module, representations);
}

function narrowedType(type: ValueType, representation: Representation): ValueType {
  return representation === Representation.Float ? type : typeOf(representation);
}

function narrowPlaces(module: Module, { fields, globals }: Representations): void {
  fields.forEach((representation, index) => {
    if (representation !== Representation.Float) module.narrowField(index, kindOf(representation));
  });
  globals.forEach((representation, index) => {
    if (representation !== Representation.Float) module.narrowGlobal(index, kindOf(representation));
  });
}

function kindOf(representation: Representation): MemoryKind {
  return representation === Representation.Int64 ? MemoryKind.I64 : MemoryKind.I32;
}
