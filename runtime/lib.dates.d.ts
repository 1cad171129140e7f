// Library declarations of dates, and of random bytes. Part of lib.d.ts.

/** A moment in UTC: there is no time zone. */
interface Date {
  getTime(): number;
  getUTCDate(): number;
  getUTCDay(): number;
  getUTCFullYear(): number;
  getUTCHours(): number;
  getUTCMilliseconds(): number;
  getUTCMinutes(): number;
  getUTCMonth(): number;
  getUTCSeconds(): number;
  setTime(time: number): number;
  setUTCDate(day: number): number;
  setUTCFullYear(year: number, month?: number, day?: number): number;
  setUTCHours(hours: number, minutes?: number, seconds?: number, milliseconds?: number): number;
  setUTCMilliseconds(milliseconds: number): number;
  setUTCMinutes(minutes: number, seconds?: number, milliseconds?: number): number;
  setUTCMonth(month: number, day?: number): number;
  setUTCSeconds(seconds: number, milliseconds?: number): number;
  toISOString(): string;
  toJSON(): string | null;
  toUTCString(): string;
  valueOf(): number;
}
interface DateConstructor {
  /** Texts are in ISO form; without a time zone they are in UTC. */
  new (value?: number | string | Date): Date;
  UTC(year: number, month?: number, day?: number, hours?: number, minutes?: number, seconds?: number, milliseconds?: number): number;
  now(): number;
  parse(text: string): number;
}
declare const Date: DateConstructor;

interface Crypto {
  /** Fills the array with random bits. */
  getRandomValues<T extends Uint8Array | Uint8ClampedArray | Uint16Array | Uint32Array | Int8Array | Int16Array | Int32Array>(array: T): T;
}
declare const crypto: Crypto;
