// Inspection of buffers: the bytes that the console shows of ArrayBuffer, and what it shows of views and of what codes texts.
// Manual:     Node "util.inspect".

import { loadU8 } from "tsmetal/unsafe";
import type { ArrayBuffer } from "../collections/array-buffer.ts";
import type { DataView } from "../collections/buffer-view.ts";
import { type Inspection, inspectMember } from "./inspection.ts";

export function inspectArrayBuffer(self: ArrayBuffer, state: Inspection): string {
  const instead: string | undefined = state.enter(self, "ArrayBuffer", "", false);
  if (instead !== undefined) return instead;
  const length: number = self.byteLength;
  let bytes: string = "";
  for (let i = 0; i < length && i < state.entriesMax; i++) {
    const byte: string = Number(loadU8(self.address + u64(i))).toString(16);
    bytes += `${i === 0 ? "" : " "}${byte.padStart(2, "0")}`;
  }
  const rest: number = length - state.entriesMax;
  if (rest > 0) bytes += ` ... ${rest} more byte${rest > 1 ? "s" : ""}`;
  return state.leave(self, "ArrayBuffer {", [`[Uint8Contents]: <${bytes}>`, `byteLength: ${length}`], "}", false, false);
}

export function inspectDataView(self: DataView, state: Inspection): string {
  const instead: string | undefined = state.enter(self, "DataView", "", false);
  if (instead !== undefined) return instead;
  const entries: string[] = [`byteLength: ${self.byteLength}`, `byteOffset: ${self.byteOffset}`];
  entries.push(inspectMember("buffer: ", self.buffer, state));
  return state.leave(self, "DataView {", entries, "}", false, false);
}

export function inspectTextDecoder(self: TextDecoder, state: Inspection): string {
  const instead: string | undefined = state.enter(self, "Object", "", false);
  if (instead !== undefined) return instead;
  const entries: string[] = [`encoding: '${self.encoding}'`, `fatal: ${self.fatal}`, `ignoreBOM: ${self.ignoreBOM}`];
  return state.leave(self, "TextDecoder {", entries, "}", false, false);
}

export function inspectTextEncoder(self: TextEncoder, state: Inspection): string {
  const instead: string | undefined = state.enter(self, "Object", "", false);
  return instead ?? state.leave(self, "{", [`encoding: '${self.encoding}'`], "}", false, false);
}
