// Date words: moments read from texts as people write them: `Jan 5, 2020 10:00`, `25 December 1995 1:30 PM GMT+2`, `2020/01/02`.
// Invariants: (1) a text is read as V8 reads it: words in front of the first number, and what is in parentheses, say nothing
// Called:     by date.ts, for texts that are not in ISO form.

import { daysOf, momentOf, timeOfDay } from "./calendar.ts";
import { monthOfName } from "./date-text.ts";

const NONE: number = -1;

class DateWords {
  private readonly text: string;
  private at: number = 0;
  private readonly days: number[] = [];
  private readonly times: number[] = [];
  private month: number = NONE;
  /** Hours to add in the second half of the day; NONE where all 24 count on. */
  private half: number = NONE;
  private zoneSign: number = 0;
  private zoneHours: number = NONE;
  private zoneMinutes: number = NONE;
  private hasNumber: boolean = false;

  constructor(text: string) {
    this.text = text;
  }

  /** The moment, NaN if the text says none. */
  read(): number {
    while (this.at < this.text.length) if (!this.readToken()) return NaN;
    return this.moment();
  }

  private readToken(): boolean {
    const sign: string = this.text.charAt(this.at);
    if (isDigit(sign)) return this.readNumber();
    if (isLetter(sign)) return this.readWord();
    this.at++;
    if (sign === "(") this.skipParentheses();
    else if ((sign === "+" || sign === "-") && (this.isUniversal() || this.times.length > 0)) return this.readOffset(sign === "-" ? -1 : 1);
    else if (sign === "+" || sign === "-" || sign === ")") return !this.hasNumber;
    return true;
  }

  private skipParentheses(): void {
    let depth: number = 1;
    for (; this.at < this.text.length && depth > 0; this.at++) {
      const sign: string = this.text.charAt(this.at);
      if (sign === "(") depth++;
      else if (sign === ")") depth--;
    }
  }

  private digits(): string {
    const start: number = this.at;
    while (isDigit(this.text.charAt(this.at))) this.at++;
    return this.text.slice(start, this.at);
  }

  private takes(sign: string): boolean {
    if (this.text.charAt(this.at) !== sign || this.at >= this.text.length) return false;
    this.at++;
    return true;
  }

  private readNumber(): boolean {
    this.hasNumber = true;
    const value: number = Number(this.digits());
    if (this.takes(":")) {
      if (this.takes(":")) return this.times.length === 0 && this.addTime(value) && this.addTime(0);
      return this.addTime(value);
    }
    if (this.text.charAt(this.at) === "." && this.at < this.text.length) {
      this.at++;
      if (this.expectsTime(value)) return this.addTime(value) && this.readFraction();
    }
    if (this.zoneHours !== NONE && this.zoneMinutes === NONE && value < 60) {
      this.zoneMinutes = value;
      return true;
    }
    if (this.expectsTime(value)) return this.addTime(value) && this.endTime();
    if (this.days.length === 3) return false;
    this.days.push(value);
    this.takes("-");
    return true;
  }

  /** Behind the last number of a time: the end, a space, or a zone. */
  private endTime(): boolean {
    while (this.times.length < 4) this.times.push(0);
    const sign: string = this.text.charAt(this.at);
    return sign.trim() === "" || sign === "Z" || sign === "z" || sign === "+" || sign === "-";
  }

  private readFraction(): boolean {
    const digits: string = this.digits();
    if (digits === "") return false;
    while (this.times.length < 3) this.times.push(0);
    this.times.push(Number(digits.slice(0, 3).padEnd(3, "0")));
    return true;
  }

  private expectsTime(value: number): boolean {
    const count: number = this.times.length;
    return ((count === 1 || count === 2) && value < 60) || (count === 3 && value < 1000);
  }

  private addTime(value: number): boolean {
    return this.times.length < 4 && this.times.push(value) > 0;
  }

  private readWord(): boolean {
    const start: number = this.at;
    while (isLetter(this.text.charAt(this.at))) this.at++;
    const word: string = this.text.slice(start, this.at).toLowerCase();
    const month: number = monthOfName(word.slice(0, 3));
    const west: number = hoursWest(word);
    if ((word === "am" || word === "pm") && this.times.length > 0) {
      this.half = word === "pm" ? 12 : 0;
    } else if (month >= 0) {
      this.month = month;
      this.takes("-");
    } else if (west !== NONE && this.hasNumber) {
      this.zoneSign = west > 0 ? -1 : 1;
      this.zoneHours = west;
      this.zoneMinutes = 0;
    } else {
      return !this.hasNumber && !isDigit(this.text.charAt(this.at));
    }
    return true;
  }

  private isUniversal(): boolean {
    return this.zoneHours === 0 && this.zoneMinutes === 0;
  }

  private readOffset(sign: number): boolean {
    this.zoneSign = sign;
    const digits: string = this.digits();
    const value: number = Number(digits);
    this.hasNumber = true;
    if (this.text.charAt(this.at) === ":" && this.at < this.text.length) {
      this.zoneHours = value;
      this.zoneMinutes = NONE;
    } else if (digits.length === 1 || digits.length === 2) {
      this.zoneHours = value;
      this.zoneMinutes = 0;
    } else if (digits.length === 3 || digits.length === 4) {
      this.zoneHours = Math.trunc(value / 100);
      this.zoneMinutes = value % 100;
    } else {
      return false;
    }
    return true;
  }

  private moment(): number {
    const day: number = this.day();
    const time: number = this.time();
    if (this.zoneHours === NONE) return momentOf(day, time);
    const minutes: number = 60 * this.zoneHours + (this.zoneMinutes === NONE ? 0 : this.zoneMinutes);
    return momentOf(day, time - this.zoneSign * timeOfDay(0, minutes, 0, 0));
  }

  /** The number of the day; without a month by its name, the first number is the year if it is no day. */
  private day(): number {
    if (this.days.length === 0) return NaN;
    while (this.days.length < 3) this.days.push(1);
    const [first, second, third] = this.days;
    const startsWithYear: boolean = first < 1 || first > 31;
    if (this.month === NONE) return startsWithYear ? dayNumber(first, second - 1, third) : dayNumber(third, first - 1, second);
    return startsWithYear ? dayNumber(first, this.month, second) : dayNumber(second, this.month, first);
  }

  private time(): number {
    while (this.times.length < 4) this.times.push(0);
    const [first, minutes, seconds, milliseconds] = this.times;
    if (this.half !== NONE && first > 12) return NaN;
    const hours: number = this.half === NONE ? first : (first % 12) + this.half;
    const isMidnight: boolean = hours === 24 && minutes === 0 && seconds === 0 && milliseconds === 0;
    if ((hours > 23 && !isMidnight) || minutes > 59 || seconds > 59 || milliseconds > 999) return NaN;
    return timeOfDay(hours, minutes, seconds, milliseconds);
  }
}

/** Years of two digits are those around 2000. */
function dayNumber(year: number, month: number, day: number): number {
  if (month < 0 || month > 11 || day < 1 || day > 31) return NaN;
  return daysOf(year < 50 ? year + 2000 : year < 100 ? year + 1900 : year, month, day);
}

function isDigit(sign: string): boolean {
  return sign >= "0" && sign <= "9" && sign !== "";
}

function isLetter(sign: string): boolean {
  return (sign >= "a" && sign <= "z") || (sign >= "A" && sign <= "Z");
}

/** The moment that the words say, NaN if they say none. */
export function readDateWords(text: string): number {
  return new DateWords(text).read();
}

/** How far a zone with a name of its own is behind universal time; NONE where the word is no such name. */
function hoursWest(word: string): number {
  switch (word) {
    case "z":
    case "ut":
    case "utc":
    case "gmt":
      return 0;
    case "edt":
      return 4;
    case "est":
    case "cdt":
      return 5;
    case "cst":
    case "mdt":
      return 6;
    case "mst":
    case "pdt":
      return 7;
    case "pst":
      return 8;
    default:
      return NONE;
  }
}
