// Object layout: where compiled code and the runtime expect the parts of heap objects. Offsets in bytes, little endian.
//
//   every object        +0 u32 count     +4 u32 class descriptor (address, sign-extended: all code lives below 2 GiB or in the top 2 GiB)
//   string              +8 u32 length    +12 u32 bit 31: wide; bit 30: units elsewhere; the rest a hash, 0 = none
//                       +16 the units, 1 byte each (Latin-1) or 2 if wide; if elsewhere, u64 their address
//   array, typed array  +8 u32 length    +12 u32 capacity    +16 u64 address of the elements    (+24 ref of the ArrayBuffer: typed arrays)
//   closure             +8 u64 code address    +16 captured values
//   class instance      fields, from +8, each at its natural alignment; a subclass continues where its parent ended
//   @packed class       no header: fields from +0 in order, each at its natural alignment; a value of it is the address (I64)
//
//   class descriptor    +0 u32 first id    +4 u32 last id    +8 u32 instance size    +12 u32 flags    +16 u64 name (string object)
//                       +24 u64 address of the reference map or 0    +32 u64 virtual table slot 0, ...
//                       reference map: u32 how many of an instance's fields are references, then the u32 offset of each
//                       flags: bits 0..7 ClassShape, bits 8..15 the MemoryKind of an array's elements, bit 16 Module.isBound

export const HEADER_SIZE_BYTES = 8;
export const COUNT_OFFSET = 0;
export const DESCRIPTOR_OFFSET = 4;
/** A count from here on is never changed: constants and statically allocated objects. */
export const IMMORTAL_COUNT = 0x8000_0000;

export const STRING_LENGTH_OFFSET = 8;
export const STRING_HASH_OFFSET = 12;
export const STRING_WIDE_BIT = 0x8000_0000;
/** The units lie elsewhere: their address is at STRING_UNITS_OFFSET. Never in constants. */
export const STRING_OUTSIDE_BIT = 0x4000_0000;
export const STRING_UNITS_OFFSET = 16;

export const ARRAY_LENGTH_OFFSET = 8;
export const ARRAY_CAPACITY_OFFSET = 12;
export const ARRAY_ELEMENTS_OFFSET = 16;
export const TYPED_ARRAY_BUFFER_OFFSET = 24;

export const CLOSURE_CODE_OFFSET = 8;
export const CLOSURE_CAPTURES_OFFSET = 16;

export const DESCRIPTOR_FIRST_ID_OFFSET = 0;
export const DESCRIPTOR_LAST_ID_OFFSET = 4;
export const DESCRIPTOR_INSTANCE_SIZE_OFFSET = 8;
export const DESCRIPTOR_FLAGS_OFFSET = 12;
export const DESCRIPTOR_NAME_OFFSET = 16;
export const DESCRIPTOR_REFERENCES_OFFSET = 24;
export const DESCRIPTOR_SLOTS_OFFSET = 32;

/** The flags of a class descriptor. */
export function descriptorFlags(shape: number, elementKind: number | null, isBound: boolean): number {
  return shape | ((elementKind ?? 0) << 8) | (isBound ? 1 << 16 : 0);
}
