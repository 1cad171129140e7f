// Library declarations of text in bytes: the encoder and the decoder of UTF-8. Part of lib.d.ts.

/** The one locale that there is. */
type AmericanEnglish = "en" | "en-US";
interface CollatorOptions {
  numeric?: boolean;
  sensitivity?: "accent" | "base" | "case" | "variant";
}
interface NumberFormatOptions {
  maximumFractionDigits?: number;
  minimumFractionDigits?: number;
  useGrouping?: boolean;
}

/** How many levels of what is inside are shown: null, all. */
interface InspectionOptions {
  depth?: number | null;
}

/** Of bytes, each a unit of the text. */
declare function btoa(bytes: string): string;
declare function atob(text: string): string;

interface TextEncoderEncodeIntoResult {
  /** Units of the text that were encoded. */
  read: number;
  /** Bytes that were written. */
  written: number;
}
interface TextEncoder {
  readonly encoding: string;
  encode(text?: string): Uint8Array;
  /** As many whole code points as there is room for. */
  encodeInto(text: string, destination: Uint8Array): TextEncoderEncodeIntoResult;
}
declare var TextEncoder: { new (): TextEncoder };

interface TextDecoderOptions {
  /** Throws a TypeError for what is malformed. */
  fatal?: boolean;
  /** Keeps a byte order mark at the start. */
  ignoreBOM?: boolean;
}
interface TextDecodeOptions {
  /** More is to come: a sequence that is cut off at the end waits for it. */
  stream?: boolean;
}
interface TextDecoder {
  readonly encoding: string;
  readonly fatal: boolean;
  readonly ignoreBOM: boolean;
  decode(input?: Uint8Array | ArrayBuffer | DataView, options?: TextDecodeOptions): string;
}
/** Of UTF-8 alone: other labels throw a RangeError. */
declare var TextDecoder: { new (label?: string, options?: TextDecoderOptions): TextDecoder };
