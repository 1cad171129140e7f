// Unsafe: what can break memory safety: raw memory, ports, machine registers, objects at addresses.
// Called:     only by files that import it, which the profile must allow. Names and types follow compiler/ir/intrinsics.ts.

declare module "tsmetal/unsafe" {
  type ClassOf<T> = abstract new (...parameters: never[]) => T;

  // Memory: loads and stores at an address. The volatile ones are neither removed, merged nor reordered among themselves.
  export function loadU8(address: u64): u8;
  export function loadU16(address: u64): u16;
  export function loadU32(address: u64): u32;
  export function loadU64(address: u64): u64;
  export function loadI8(address: u64): i8;
  export function loadI16(address: u64): i16;
  export function loadI32(address: u64): i32;
  export function loadI64(address: u64): i64;
  export function loadF32(address: u64): f32;
  export function loadF64(address: u64): number;
  export function storeU8(address: u64, value: u8): void;
  export function storeU16(address: u64, value: u16): void;
  export function storeU32(address: u64, value: u32): void;
  export function storeU64(address: u64, value: u64): void;
  export function storeI8(address: u64, value: i8): void;
  export function storeI16(address: u64, value: i16): void;
  export function storeI32(address: u64, value: i32): void;
  export function storeI64(address: u64, value: i64): void;
  export function storeF32(address: u64, value: f32): void;
  export function storeF64(address: u64, value: number): void;
  export function loadVolatileU8(address: u64): u8;
  export function loadVolatileU16(address: u64): u16;
  export function loadVolatileU32(address: u64): u32;
  export function loadVolatileU64(address: u64): u64;
  export function storeVolatileU8(address: u64, value: u8): void;
  export function storeVolatileU16(address: u64, value: u16): void;
  export function storeVolatileU32(address: u64, value: u32): void;
  export function storeVolatileU64(address: u64, value: u64): void;

  // Objects and addresses
  /**
   * The address of a heap object, string, array or closure; of a packed view, the address it shows. 0 for null. It is good as long as a
   * variable that is used later refers to the object; an address that came through a branch or a loop does not keep its object alive.
   */
  export function addressOf(value: object | string | null | undefined): u64;
  /** The object at an address, taken to be of that class: unchecked, uncounted. */
  export function objectAt<T>(type: ClassOf<T>, address: u64): T;
  /** The same of an object whose count is 1 already: that count is now the result's. */
  export function adoptAt<T>(type: ClassOf<T>, address: u64): T;
  /** The string object at an address: unchecked, uncounted. */
  export function stringAt(address: u64): string;
  /** The same of a string whose count is 1 already. */
  export function adoptString(address: u64): string;
  /** The object, string or closure at an address as whatever type is wanted there: unchecked, counted. */
  export function referenceAt<T>(address: u64): T;
  /** A packed class laid over memory. */
  export function viewAt<T>(type: ClassOf<T>, address: u64): T;
  /** Writes the header, zeroes the fields and runs the constructor without arguments, in memory the caller owns. */
  export function constructAt<T>(type: ClassOf<T>, address: u64): T;
  /** Whether the compiler counts references in this profile: everywhere but in the kernel. A constant. */
  export function referencesAreCounted(): boolean;
  /** Whether the program can catch what the runtime throws: where not, it panics. A constant. */
  export function exceptionsAreUsed(): boolean;
  /** Size of an instance in bytes, with its header; of a packed class, of its fields. A constant. */
  export function sizeOf<T>(type: ClassOf<T>): u64;
  /** Offset of a field of a packed class in bytes. A constant. */
  export function offsetOf<T>(type: ClassOf<T>, field: string): u64;
  /** The class descriptor (layout in docs/object-layout): what an object's header refers to. */
  export function classDescriptor<T>(type: ClassOf<T>): u64;
  /** The class descriptor of strings. */
  export function stringDescriptor(): u64;
  /** The code of a function that captures nothing. */
  export function functionAddress(value: Function): u64;
  /** Where the elements of an array lie now; a push may move them. */
  export function elementsAddress(array: object): u64;
  /** Size of one element of an array in bytes. A constant. */
  export function elementSizeOf(array: object): u32;
  /** Where the units of a string lie. */
  export function stringUnitsAddress(text: string): u64;
  /** The address of a linker symbol; the name is a literal. */
  export function symbolAddress(symbol: string): u64;

  // Ports
  export function inputByte(port: u16): u8;
  export function inputWord(port: u16): u16;
  export function inputLong(port: u16): u32;
  export function outputByte(port: u16, value: u8): void;
  export function outputWord(port: u16, value: u16): void;
  export function outputLong(port: u16, value: u32): void;

  // The processor
  export function halt(): void;
  export function pause(): void;
  export function enableInterrupts(): void;
  export function disableInterrupts(): void;
  /** STI; HLT: no interrupt is lost between the two. */
  export function enableInterruptsAndHalt(): void;
  export function readTimeStampCounter(): u64;
  export function readModelSpecificRegister(register: u32): u64;
  export function writeModelSpecificRegister(register: u32, value: u64): void;
  export function readCr0(): u64;
  export function readCr2(): u64;
  export function readCr3(): u64;
  export function readCr4(): u64;
  export function writeCr0(value: u64): void;
  export function writeCr3(value: u64): void;
  export function writeCr4(value: u64): void;
  export function invalidatePage(address: u64): void;
  export function readFlags(): u64;
  export function memoryFence(): void;
  export function framePointer(): u64;
  export function stackPointer(): u64;
  /** SYSCALL: number, then arguments in rdi rsi rdx r10 r8 r9; the result is rax. */
  export function systemCall(number: u64, a: u64, b: u64, c: u64, d: u64, e: u64, f: u64): i64;
  /** The ranges do not overlap with target above source. */
  export function copyMemory(target: u64, source: u64, sizeBytes: u64): void;
  export function fillMemory(target: u64, value: u8, sizeBytes: u64): void;
  // Atomic operations return the value before.
  export function atomicExchange32(address: u64, value: u32): u32;
  export function atomicExchange64(address: u64, value: u64): u64;
  export function atomicAdd32(address: u64, value: u32): u32;
  export function atomicAdd64(address: u64, value: u64): u64;
  export function atomicCompareExchange32(address: u64, expected: u32, replacement: u32): u32;
  export function atomicCompareExchange64(address: u64, expected: u64, replacement: u64): u64;
  /** Requires: value is not zero. */
  export function lowestBit64(value: u64): u32;
  /** Requires: value is not zero. */
  export function highestBit64(value: u64): u32;
  /** The upper half of the 128-bit product. */
  export function multiplyHighUnsigned(a: u64, b: u64): u64;
  export function breakpoint(): void;
  export function undefinedInstruction(): void;
  /** Calls code at an address with up to four integer arguments. */
  export function callAddress(code: u64, a: u64, b: u64, c: u64, d: u64): u64;
  export function allowUserAccess(): void;
  export function forbidUserAccess(): void;
  export function swapGs(): void;
  /** The same 64 bits. */
  export function bitsOfNumber(value: number): u64;
  export function numberOfBits(bits: u64): number;
}
