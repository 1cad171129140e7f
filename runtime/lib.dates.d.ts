// Library declarations of dates, and of random bytes. Part of lib.d.ts.

/** A moment. The local time zone is UTC. */
interface Date {
  getDate(): number;
  getDay(): number;
  getFullYear(): number;
  getHours(): number;
  getMilliseconds(): number;
  getMinutes(): number;
  getMonth(): number;
  getSeconds(): number;
  getTime(): number;
  getTimezoneOffset(): number;
  getUTCDate(): number;
  getUTCDay(): number;
  getUTCFullYear(): number;
  getUTCHours(): number;
  getUTCMilliseconds(): number;
  getUTCMinutes(): number;
  getUTCMonth(): number;
  getUTCSeconds(): number;
  setDate(day: number): number;
  setFullYear(year: number, month?: number, day?: number): number;
  setHours(hours: number, minutes?: number, seconds?: number, milliseconds?: number): number;
  setMilliseconds(milliseconds: number): number;
  setMinutes(minutes: number, seconds?: number, milliseconds?: number): number;
  setMonth(month: number, day?: number): number;
  setSeconds(seconds: number, milliseconds?: number): number;
  setTime(time: number): number;
  setUTCDate(day: number): number;
  setUTCFullYear(year: number, month?: number, day?: number): number;
  setUTCHours(hours: number, minutes?: number, seconds?: number, milliseconds?: number): number;
  setUTCMilliseconds(milliseconds: number): number;
  setUTCMinutes(minutes: number, seconds?: number, milliseconds?: number): number;
  setUTCMonth(month: number, day?: number): number;
  setUTCSeconds(seconds: number, milliseconds?: number): number;
  toDateString(): string;
  toISOString(): string;
  toLocaleDateString(locale?: AmericanEnglish): string;
  toLocaleString(locale?: AmericanEnglish): string;
  toLocaleTimeString(locale?: AmericanEnglish): string;
  toJSON(): string | null;
  toString(): string;
  toTimeString(): string;
  toUTCString(): string;
  valueOf(): number;
}
interface DateConstructor {
  /** Texts are in ISO form; without a time zone they are in UTC. */
  new (value?: number | string | Date): Date;
  new (year: number, month: number, day?: number, hours?: number, minutes?: number, seconds?: number, milliseconds?: number): Date;
  UTC(year: number, month?: number, day?: number, hours?: number, minutes?: number, seconds?: number, milliseconds?: number): number;
  now(): number;
  parse(text: string): number;
}
declare var Date: DateConstructor;

interface Crypto {
  /** Fills the array with random bits. */
  getRandomValues<T extends Uint8Array | Uint8ClampedArray | Uint16Array | Uint32Array | Int8Array | Int16Array | Int32Array>(array: T): T;
  randomUUID(): string;
}
declare var crypto: Crypto;
