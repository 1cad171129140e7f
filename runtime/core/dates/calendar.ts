// Calendar: days and times of day as numbers of milliseconds since 1970, in the Gregorian calendar before and after.
// Manual:     ECMA-262 "Time-related Constants", "MakeTime", "MakeDay", "MakeDate", "TimeClip".

const MS_PER_SECOND: number = 1000;
const MS_PER_MINUTE: number = 60_000;
const MS_PER_HOUR: number = 3_600_000;
export const MS_PER_DAY: number = 86_400_000;
/** 100,000,000 days to either side of 1970. */
const TIME_MAX: number = 8.64e15;
/** Days from 1 March of year 0 to 1 January 1970, and of 400 years. */
const DAYS_TO_1970: number = 719_468;
const DAYS_PER_ERA: number = 146_097;

/** A day: month from 0, day from 1. */
export class CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;

  constructor(year: number, month: number, day: number) {
    this.year = year;
    this.month = month;
    this.day = day;
  }
}

function wholeOf(value: number): number {
  return Math.trunc(value) + 0;
}

function areFinite(a: number, b: number, c: number): boolean {
  return Number.isFinite(a) && Number.isFinite(b) && Number.isFinite(c);
}

export function timeOfDay(hours: number, minutes: number, seconds: number, milliseconds: number): number {
  if (!areFinite(hours, minutes, seconds) || !Number.isFinite(milliseconds)) return NaN;
  const inMinutes: number = wholeOf(hours) * MS_PER_HOUR + wholeOf(minutes) * MS_PER_MINUTE;
  return inMinutes + wholeOf(seconds) * MS_PER_SECOND + wholeOf(milliseconds);
}

/** Days since 1970. Months and days beyond their range count on. */
export function daysOf(year: number, month: number, day: number): number {
  if (!areFinite(year, month, day)) return NaN;
  const months: number = wholeOf(month);
  const wholeYear: number = wholeOf(year) + Math.floor(months / 12);
  if (Math.abs(wholeYear) > 400_000) return NaN;
  return firstDayOf(wholeYear, months - 12 * Math.floor(months / 12)) + wholeOf(day) - 1;
}

/** Years begin in March here, so that the day of February that may be missing is their last. */
function firstDayOf(year: number, month: number): number {
  const marchYear: number = month < 2 ? year - 1 : year;
  const era: number = Math.floor(marchYear / 400);
  const yearOfEra: number = marchYear - era * 400;
  const monthOfYear: number = (month + 10) % 12;
  const dayOfYear: number = Math.floor((153 * monthOfYear + 2) / 5);
  const dayOfEra: number = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - DAYS_TO_1970;
}

/** The day of a number of days since 1970. */
export function calendarDay(days: number): CalendarDay {
  const shifted: number = days + DAYS_TO_1970;
  const era: number = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra: number = shifted - era * DAYS_PER_ERA;
  const leapDays: number = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra: number = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear: number = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthOfYear: number = Math.floor((5 * dayOfYear + 2) / 153);
  const day: number = dayOfYear - Math.floor((153 * monthOfYear + 2) / 5) + 1;
  const month: number = (monthOfYear + 2) % 12;
  return new CalendarDay(era * 400 + yearOfEra + (month < 2 ? 1 : 0), month, day);
}

/** The moment, or NaN where it is out of range. */
export function momentOf(days: number, time: number): number {
  return clippedTime(days * MS_PER_DAY + time);
}

export function clippedTime(time: number): number {
  if (!Number.isFinite(time) || Math.abs(time) > TIME_MAX) return NaN;
  return wholeOf(time);
}

/** Years 0 to 99 are those of the twentieth century. */
export function fullYear(year: number): number {
  const whole: number = wholeOf(year);
  return whole >= 0 && whole <= 99 ? 1900 + whole : year;
}
