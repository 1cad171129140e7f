// Emit forms: what `tsmetal build --emit` writes in place of an executable.

import type { CompileOptions } from "./driver.ts";
import { printModule } from "./ir/print.ts";
import { listing } from "./listing.ts";
import { writeElfObject } from "./object/elf-object-writer.ts";
import type { ObjectFile } from "./object/object-file.ts";
import { printLir } from "./target/x64/lir-print.ts";

export const EMIT_FORMS = ["hir", "lir", "asm", "obj"] as const;
export type EmitForm = (typeof EMIT_FORMS)[number];

const EXTENSIONS: Readonly<Record<EmitForm, string>> = { hir: ".hir", lir: ".lir", asm: ".asm", obj: ".o" };

export function extensionOf(form: EmitForm): string {
  return EXTENSIONS[form];
}

/** Collects a form while a program is compiled. */
export class EmitCollector {
  private readonly form: EmitForm;
  private readonly root: string;
  private readonly parts: string[] = [];

  /** `root` is what file names of positions are relative to. */
  constructor(form: EmitForm, root: string) {
    this.form = form;
    this.root = root;
  }

  /** Options for the driver. */
  hooks(): Pick<CompileOptions, "onBeforePass" | "onSelected"> {
    switch (this.form) {
      case "hir":
        // All that is done on high operations is done, and no part of them is lowered.
        return { onBeforePass: (pass, module) => void (pass.name === "lower" && this.parts.push(printModule(module))) };
      case "lir":
        return { onSelected: (lir) => void this.parts.push(printLir(lir)) };
      default:
        return {};
    }
  }

  /** Requires: the program was compiled. */
  finish(object: ObjectFile): Uint8Array {
    switch (this.form) {
      case "obj":
        return writeElfObject(object);
      case "asm":
        return new TextEncoder().encode(listing(object, this.root));
      default:
        return new TextEncoder().encode(this.parts.join("\n"));
    }
  }
}
