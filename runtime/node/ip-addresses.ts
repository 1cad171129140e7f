// IP addresses: as texts and as bytes.
// Manual:     RFC 4291 "Text Representation of Addresses", RFC 5952.

import { IPV4_SIZE, IPV6_SIZE } from "../core/system/socket-address.ts";

const GROUPS = 8;
const GROUP_DIGITS_MAX = 4;

/** The bytes of the address that the text is; undefined if it is none. */
export function addressBytes(text: string): Uint8Array | undefined {
  return text.includes(":") ? longBytes(text) : shortBytes(text);
}

/** 4 or 6, or 0 where the text is no address. */
export function isIP(text: string): number {
  const bytes = addressBytes(text);
  if (bytes === undefined) return 0;
  return bytes.length === IPV4_SIZE ? 4 : 6;
}

export function isIPv4(text: string): boolean {
  return isIP(text) === 4;
}

export function isIPv6(text: string): boolean {
  return isIP(text) === 6;
}

function shortBytes(text: string): Uint8Array | undefined {
  const parts = text.split(".");
  const bytes = new Uint8Array(IPV4_SIZE);
  if (parts.length !== IPV4_SIZE) return undefined;
  for (let i = 0; i < IPV4_SIZE; i++) {
    const value = decimalByte(parts[i]);
    if (value < 0) return undefined;
    bytes[i] = value;
  }
  return bytes;
}

/** Below zero where the text is no number from 0 to 255. */
function decimalByte(text: string): number {
  if (text.length < 1 || text.length > 3 || (text.length > 1 && text[0] === "0")) return -1;
  let value = 0;
  for (const digit of text) {
    if (digit < "0" || digit > "9") return -1;
    value = value * 10 + Number(digit);
  }
  return value > 255 ? -1 : value;
}

function longBytes(text: string): Uint8Array | undefined {
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const front = groupsOf(halves[0]);
  const back = groupsOf(halves.length === 2 ? halves[1] : "");
  if (front === undefined || back === undefined) return undefined;
  const missing = GROUPS - front.length - back.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const bytes = new Uint8Array(IPV6_SIZE);
  [...front, ...new Array<number>(missing).fill(0), ...back].forEach((group, place) => {
    bytes[place * 2] = group >> 8;
    bytes[place * 2 + 1] = group & 0xff;
  });
  return bytes;
}

/** The last two groups may be written as an address of four bytes. */
function groupsOf(text: string): number[] | undefined {
  if (text === "") return [];
  const parts = text.split(":");
  const groups: number[] = [];
  for (let i = 0; i < parts.length; i++) {
    const short = i === parts.length - 1 && parts[i].includes(".") ? shortBytes(parts[i]) : undefined;
    if (short !== undefined) {
      groups.push((short[0] << 8) | short[1], (short[2] << 8) | short[3]);
      continue;
    }
    const value = hexGroup(parts[i]);
    if (value < 0) return undefined;
    groups.push(value);
  }
  return groups;
}

function hexGroup(text: string): number {
  if (text.length < 1 || text.length > GROUP_DIGITS_MAX) return -1;
  for (const digit of text.toLowerCase()) if (!"0123456789abcdef".includes(digit)) return -1;
  return parseInt(text, 16);
}

/** The text of an address. */
export function addressText(bytes: Uint8Array): string {
  if (bytes.length === IPV4_SIZE) return bytes.join(".");
  const groups: number[] = [];
  for (let i = 0; i < IPV6_SIZE; i += 2) groups.push((bytes[i] << 8) | bytes[i + 1]);
  if (isMapped(groups)) return `::ffff:${bytes.slice(IPV6_SIZE - IPV4_SIZE).join(".")}`;
  const [start, length] = longestZeros(groups);
  const text = (part: number[]): string => part.map((group) => group.toString(16)).join(":");
  if (length < 2) return text(groups);
  return `${text(groups.slice(0, start))}::${text(groups.slice(start + length))}`;
}

/** An address of four bytes, as sockets for both kinds have it. */
function isMapped(groups: number[]): boolean {
  return groups[5] === 0xffff && groups.slice(0, 5).every((group) => group === 0);
}

/** Where the longest run of zeros begins, and its length. */
function longestZeros(groups: number[]): [start: number, length: number] {
  let [best, bestLength] = [0, 0];
  for (let start = 0; start < groups.length; start++) {
    let length = 0;
    while (start + length < groups.length && groups[start + length] === 0) length++;
    if (length > bestLength) [best, bestLength] = [start, length];
  }
  return [best, bestLength];
}
