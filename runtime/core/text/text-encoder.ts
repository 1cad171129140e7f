// Text encoder: text to bytes in UTF-8.
// Manual:     WHATWG "Encoding Standard", Interface TextEncoder.

import { elementsAddress } from "tsmetal/unsafe";
import { unitCount } from "./string-units.ts";
import { encodeUtf8, fittingUnits, utf8Size } from "./utf8.ts";

export class TextEncoder {
  get encoding(): string {
    return "utf-8";
  }

  encode(text: string = ""): Uint8Array {
    const length: u32 = unitCount(text);
    const bytes: Uint8Array = new Uint8Array(Number(utf8Size(text, length)));
    encodeUtf8(text, 0, length, elementsAddress(bytes));
    return bytes;
  }

  encodeInto(text: string, destination: Uint8Array): TextEncoderEncodeIntoResult {
    const units: u32 = fittingUnits(text, u64(destination.length));
    const written: u64 = encodeUtf8(text, 0, units, elementsAddress(destination));
    return { read: units, written: Number(written) };
  }
}
