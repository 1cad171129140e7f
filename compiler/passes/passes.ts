// Pass table: all passes in the order in which they run, high operations first, then `lower`, then low ones.
// To add one: a file, a row here, goldens in test/passes.

import { bindDeclarations } from "./bind-declarations.ts";
import { cleanRound } from "./clean-rounds.ts";
import { countReferences } from "./count-references.ts";
import { devirtualize } from "./devirtualize.ts";
import { eliminateChecks } from "./eliminate-checks.ts";
import { exposeElements } from "./expose-elements.ts";
import { hoistInvariants } from "./hoist-invariants.ts";
import { inlineCalls } from "./inline.ts";
import { lowerModule } from "./lower.ts";
import { narrowNumbers } from "./narrow-numbers.ts";
import { numberValues } from "./number-values.ts";
import { checkedPasses, eachFunction, type Pass } from "./pass.ts";
import { removeDeadFunctions, removeUnusedRuntime } from "./remove-dead-functions.ts";
import { replaceObjects } from "./replace-objects.ts";

export const passes: readonly Pass[] = checkedPasses([
  { name: "dead-functions", run: removeDeadFunctions, isRequired: true },
  { name: "declarations", run: bindDeclarations, after: ["dead-functions"] },
  { name: "devirtualize", run: devirtualize, after: ["dead-functions"] },
  ...cleanRound("source"),
  { name: "inline", run: inlineCalls, after: ["devirtualize", "branches-source"] },
  { name: "dead-functions-inlined", run: removeDeadFunctions, after: ["inline"] },
  ...cleanRound("inlined", ["inline"]),
  { name: "objects", run: eachFunction(replaceObjects), after: ["inline"] },
  ...cleanRound("objects", ["objects"]),
  { name: "narrow", run: narrowNumbers, after: ["branches-inlined"] },
  ...cleanRound("narrowed", ["narrow"]),
  { name: "values", run: eachFunction(numberValues), after: ["branches-inlined"] },
  { name: "checks", run: eachFunction(eliminateChecks), after: ["values"] },
  { name: "elements", run: eachFunction(exposeElements), after: ["checks"] },
  { name: "values-elements", run: eachFunction(numberValues), after: ["elements"] },
  { name: "invariants", run: eachFunction(hoistInvariants), after: ["elements"] },
  ...cleanRound("checked", ["checks"]),
  { name: "counts", run: countReferences, isRequired: true, after: ["dead-functions", "branches-checked"] },
  { name: "lower", run: lowerModule, isRequired: true, after: ["checks", "devirtualize", "counts"] },
  { name: "dead-runtime", run: removeUnusedRuntime, isRequired: true, after: ["lower"] },
  { name: "values-low", run: eachFunction(numberValues), after: ["lower"] },
  { name: "invariants-low", run: eachFunction(hoistInvariants), after: ["values-low"] },
  ...cleanRound("low", ["lower"]),
]);
