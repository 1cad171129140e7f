// Pass goldens: each case runs one pass on a small module in text form. cases/<pass>-<idea>.ir goes in; what comes out is below the line
// "; after" of the same file. UPDATE=1 writes the second half anew.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "ava";
import { verifyOwnership } from "../../compiler/analysis/verify-ownership.ts";
import { parseModule } from "../../compiler/ir/parse.ts";
import { printModule } from "../../compiler/ir/print.ts";
import { verifyModule } from "../../compiler/ir/verify.ts";
import { bindDeclarations } from "../../compiler/passes/bind-declarations.ts";
import { countReferences } from "../../compiler/passes/count-references.ts";
import { devirtualize } from "../../compiler/passes/devirtualize.ts";
import { eliminateChecks } from "../../compiler/passes/eliminate-checks.ts";
import { eliminateDeadCode } from "../../compiler/passes/eliminate-dead-code.ts";
import { exposeElements } from "../../compiler/passes/expose-elements.ts";
import { fold } from "../../compiler/passes/fold.ts";
import { hoistInvariants } from "../../compiler/passes/hoist-invariants.ts";
import { inlineCalls } from "../../compiler/passes/inline.ts";
import { lowerModule } from "../../compiler/passes/lower.ts";
import { narrowNumbers } from "../../compiler/passes/narrow-numbers.ts";
import { numberValues } from "../../compiler/passes/number-values.ts";
import { eachFunction, type Pass } from "../../compiler/passes/pass.ts";
import { removeDeadFunctions } from "../../compiler/passes/remove-dead-functions.ts";
import { replaceObjects } from "../../compiler/passes/replace-objects.ts";
import { simplifyBranches } from "../../compiler/passes/simplify-branches.ts";
import { simplifyParameters } from "../../compiler/passes/simplify-parameters.ts";

declare const REPOSITORY_ROOT: string;

const SEPARATOR = "; after\n";
const folder = join(REPOSITORY_ROOT, "test", "passes", "cases");

const runs: Readonly<Record<string, Pass["run"]>> = {
  fold: eachFunction(fold),
  parameters: eachFunction(simplifyParameters),
  branches: eachFunction(simplifyBranches),
  dead: eachFunction(eliminateDeadCode),
  values: eachFunction(numberValues),
  checks: eachFunction(eliminateChecks),
  invariants: eachFunction(hoistInvariants),
  narrow: (module) => {
    narrowNumbers(module);
    eachFunction(fold)(module);
    eachFunction(eliminateDeadCode)(module);
  },
  inline: inlineCalls,
  declarations: bindDeclarations,
  counts: countReferences,
  objects: eachFunction(replaceObjects),
  devirtualize,
  elements: eachFunction(exposeElements),
  functions: removeDeadFunctions,
  lower: lowerModule,
};

for (const file of readdirSync(folder).sort()) {
  test(file.replace(/\.ir$/, "").replaceAll("-", " "), (t) => {
    const [pass] = file.split("-");
    const text = readFileSync(join(folder, file), "utf8");
    const [before, after = ""] = text.split(SEPARATOR);
    const module = parseModule(before);
    t.deepEqual(verifyModule(module), [], "the case itself is valid");
    runs[pass](module);
    t.deepEqual([...verifyModule(module), ...module.functions.flatMap((fn) => verifyOwnership(module, fn))], []);
    const printed = printModule(module);
    if (process.env.UPDATE !== undefined) writeFileSync(join(folder, file), `${before}${SEPARATOR}${printed}`);
    else t.is(printed, after);
  });
}
