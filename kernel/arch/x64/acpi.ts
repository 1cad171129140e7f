// ACPI: the few static tables the kernel needs, read once into plain facts. Everything else of ACPI belongs to a daemon.
// Owns:       nothing in memory: tables stay the firmware's
// Invariants: (1) a table is used only if it lies below 4 GiB and its checksum is right
//             (2) a fact that was not found keeps its default, and the kernel works without it
// Called:     from main.ts, while the loader's map of the first 4 GiB is in place
// Manual:     ACPI 6.5 "ACPI Software Programming Model": RSDP, XSDT, MADT, FADT, HPET

import { loadU8, loadU16, loadU32, loadU64 } from "tsmetal/unsafe";
import { physicalToVirtual } from "./address.ts";

export const IO_APICS_MAX: u32 = 8;
export const ISA_LINES: u32 = 16;

const RSDP_SIGNATURE: u64 = 0x2052_5450_2044_5352;
const RSDP_SIZE_BYTES: u64 = 20;
const RSDP_REVISION_OFFSET: u64 = 15;
const RSDP_RSDT_OFFSET: u64 = 16;
const RSDP_XSDT_OFFSET: u64 = 24;
const TABLE_HEADER_SIZE_BYTES: u64 = 36;
const TABLE_LENGTH_OFFSET: u64 = 4;
const TABLE_SIZE_MAX: u64 = 0x100_0000;
const ADDRESS_END: u64 = 0x1_0000_0000;

const SIGNATURE_MADT: u32 = 0x4349_5041;
const SIGNATURE_FADT: u32 = 0x5043_4146;
const SIGNATURE_HPET: u32 = 0x5445_5048;
const SIGNATURE_S5: u32 = 0x5f35_535f;

const EBDA_SEGMENT_ADDRESS: u64 = 0x40e;
const EBDA_SEARCH_SIZE_BYTES: u64 = 1024;
const BIOS_AREA_START: u64 = 0xe_0000;
const BIOS_AREA_END: u64 = 0x10_0000;

const enum MadtEntry {
  LocalApic = 0,
  IoApic = 1,
  SourceOverride = 2,
  LocalApicAddress = 5,
  LocalX2Apic = 9,
}

/** What the tables said. Arrays are indexed by I/O APIC number, or by ISA line. */
export class AcpiFacts {
  isPresent: boolean = false;
  localApicAddress: u64 = 0;
  ioApicCount: u32 = 0;
  processorCount: u32 = 1;
  hpetAddress: u64 = 0;
  pm1aControlPort: u16 = 0;
  pm1bControlPort: u16 = 0;
  hasSleepType: boolean = false;
  sleepTypeA: u16 = 0;
  sleepTypeB: u16 = 0;
  resetPort: u16 = 0;
  resetValue: u8 = 0;
}

export const acpi: AcpiFacts = new AcpiFacts();
export const ioApicAddress: u64[] = new Array<u64>(8);
export const ioApicLineBase: u32[] = new Array<u32>(8);
/** Where an ISA line arrives, and how: MADT flags, 0 as the bus says (edge, active high). */
export const isaLineTarget: u32[] = new Array<u32>(16);
export const isaLineFlags: u16[] = new Array<u16>(16);

function isChecksumRight(address: u64, sizeBytes: u64): boolean {
  let sum: u8 = 0;
  for (let offset: u64 = 0; offset < sizeBytes; offset++) sum += loadU8(address + offset);
  return sum === 0;
}

function searchRsdp(start: u64, end: u64): u64 {
  for (let address: u64 = start; address < end; address += 16) {
    const candidate: u64 = physicalToVirtual(address);
    if (loadU64(candidate) === RSDP_SIGNATURE && isChecksumRight(candidate, RSDP_SIZE_BYTES)) return address;
  }
  return 0;
}

/** In the first KiB of the extended BIOS data area, or between E0000 and FFFFF, as the specification says. */
function findRsdp(): u64 {
  const ebda: u64 = u64(loadU16(physicalToVirtual(EBDA_SEGMENT_ADDRESS))) << 4;
  const inEbda: u64 = ebda === 0 ? 0 : searchRsdp(ebda, ebda + EBDA_SEARCH_SIZE_BYTES);
  return inEbda !== 0 ? inEbda : searchRsdp(BIOS_AREA_START, BIOS_AREA_END);
}

/** Virtual address of a table that is whole, or 0. */
function checkTable(physical: u64): u64 {
  if (physical === 0 || physical + TABLE_HEADER_SIZE_BYTES > ADDRESS_END) return 0;
  const table: u64 = physicalToVirtual(physical);
  const sizeBytes: u64 = u64(loadU32(table + TABLE_LENGTH_OFFSET));
  if (sizeBytes < TABLE_HEADER_SIZE_BYTES || sizeBytes > TABLE_SIZE_MAX || physical + sizeBytes > ADDRESS_END) return 0;
  return isChecksumRight(table, sizeBytes) ? table : 0;
}

function readOverride(entry: u64): void {
  const line: u32 = u32(loadU8(entry + 3));
  if (line >= ISA_LINES) return;
  isaLineTarget[line] = loadU32(entry + 4);
  isaLineFlags[line] = loadU16(entry + 8);
}

function readIoApic(entry: u64): void {
  if (acpi.ioApicCount === IO_APICS_MAX) return;
  ioApicAddress[acpi.ioApicCount] = u64(loadU32(entry + 4));
  ioApicLineBase[acpi.ioApicCount] = loadU32(entry + 8);
  acpi.ioApicCount += 1;
}

function readMadtEntry(entry: u64): void {
  switch (loadU8(entry)) {
    case MadtEntry.LocalApic:
      if ((loadU32(entry + 4) & 1) !== 0) acpi.processorCount += 1;
      break;
    case MadtEntry.LocalX2Apic:
      if ((loadU32(entry + 8) & 1) !== 0) acpi.processorCount += 1;
      break;
    case MadtEntry.IoApic:
      readIoApic(entry);
      break;
    case MadtEntry.SourceOverride:
      readOverride(entry);
      break;
    case MadtEntry.LocalApicAddress:
      acpi.localApicAddress = loadU64(entry + 4);
      break;
    default:
      break;
  }
}

function readMadt(table: u64): void {
  const end: u64 = table + u64(loadU32(table + TABLE_LENGTH_OFFSET));
  acpi.localApicAddress = u64(loadU32(table + 36));
  acpi.processorCount = 0;
  let entry: u64 = table + 44;
  while (entry + 2 <= end) {
    const sizeBytes: u64 = u64(loadU8(entry + 1));
    if (sizeBytes < 2 || entry + sizeBytes > end) break;
    readMadtEntry(entry);
    entry += sizeBytes;
  }
  if (acpi.processorCount === 0) acpi.processorCount = 1;
}

const BYTE_PREFIX: u8 = 0x0a;

/** One element of the \_S5 package: a byte constant with its prefix, or ZeroOp and OneOp as they are. */
function sleepTypeAt(address: u64): u16 {
  return u16(loadU8(address) === BYTE_PREFIX ? loadU8(address + 1) : loadU8(address)) & 7;
}

/**
 * Finds `Name (\_S5, Package () { a, b, ... })` in the bytes of the DSDT: NameOp "_S5_" PackageOp length count a b.
 * It is nearly always written so; a machine that computes the package cannot be turned off by the kernel.
 */
function readSleepType(dsdt: u64): void {
  const PACKAGE_OP: u8 = 0x12;
  const end: u64 = dsdt + u64(loadU32(dsdt + TABLE_LENGTH_OFFSET)) - 16;
  for (let address: u64 = dsdt + TABLE_HEADER_SIZE_BYTES; address < end; address++) {
    if (loadU32(address) !== SIGNATURE_S5 || loadU8(address + 4) !== PACKAGE_OP) continue;
    const lengthExtraBytes: u64 = u64(loadU8(address + 5)) >> 6;
    const first: u64 = address + 7 + lengthExtraBytes;
    const firstSize: u64 = loadU8(first) === BYTE_PREFIX ? 2 : 1;
    const second: u64 = first + firstSize;
    acpi.sleepTypeA = sleepTypeAt(first);
    acpi.sleepTypeB = sleepTypeAt(second);
    acpi.hasSleepType = true;
    return;
  }
}

function readFadt(table: u64): void {
  const SYSTEM_IO: u8 = 1;
  const FLAG_RESET_SUPPORTED: u32 = 0x400;
  const sizeBytes: u32 = loadU32(table + TABLE_LENGTH_OFFSET);
  acpi.pm1aControlPort = u16(loadU32(table + 64));
  acpi.pm1bControlPort = u16(loadU32(table + 68));
  if (sizeBytes >= 129 && (loadU32(table + 112) & FLAG_RESET_SUPPORTED) !== 0 && loadU8(table + 116) === SYSTEM_IO) {
    acpi.resetPort = u16(loadU64(table + 120));
    acpi.resetValue = loadU8(table + 128);
  }
  const dsdt: u64 = checkTable(dsdtAddress(table, sizeBytes));
  if (dsdt !== 0) readSleepType(dsdt);
}

/** Newer firmware leaves the 32-bit field empty and fills in X_DSDT. */
function dsdtAddress(fadt: u64, sizeBytes: u32): u64 {
  const extended: u64 = sizeBytes >= 148 ? loadU64(fadt + 140) : 0;
  return extended !== 0 ? extended : u64(loadU32(fadt + 40));
}

function readTable(table: u64): void {
  switch (loadU32(table)) {
    case SIGNATURE_MADT:
      readMadt(table);
      break;
    case SIGNATURE_FADT:
      readFadt(table);
      break;
    case SIGNATURE_HPET:
      acpi.hpetAddress = loadU64(table + 44);
      break;
    default:
      break;
  }
}

/** The root table lists the others: RSDT by 4-byte, XSDT by 8-byte addresses. */
function readRootTable(root: u64, entrySizeBytes: u64): void {
  const end: u64 = root + u64(loadU32(root + TABLE_LENGTH_OFFSET));
  for (let entry: u64 = root + TABLE_HEADER_SIZE_BYTES; entry + entrySizeBytes <= end; entry += entrySizeBytes) {
    const table: u64 = checkTable(entrySizeBytes === 8 ? loadU64(entry) : u64(loadU32(entry)));
    if (table !== 0) readTable(table);
  }
}

/** Fills `acpi`. `hint` is the address of the RSDP, or 0 to search for it. */
export function readAcpiTables(hint: u64): void {
  for (let line: u32 = 0; line < ISA_LINES; line++) isaLineTarget[line] = line;
  const physical: u64 = hint !== 0 ? hint : findRsdp();
  if (physical === 0 || physical >= ADDRESS_END) return;
  const rsdp: u64 = physicalToVirtual(physical);
  if (loadU64(rsdp) !== RSDP_SIGNATURE || !isChecksumRight(rsdp, RSDP_SIZE_BYTES)) return;
  const xsdt: u64 = loadU8(rsdp + RSDP_REVISION_OFFSET) >= 2 ? checkTable(loadU64(rsdp + RSDP_XSDT_OFFSET)) : 0;
  const rsdt: u64 = checkTable(u64(loadU32(rsdp + RSDP_RSDT_OFFSET)));
  acpi.isPresent = xsdt !== 0 || rsdt !== 0;
  if (xsdt !== 0) readRootTable(xsdt, 8);
  else if (rsdt !== 0) readRootTable(rsdt, 4);
}
