# tsmetal.py: shows strings, arrays, maps, sets, tuples, objects and functions in gdb as TypeScript writes them.
#
#   gdb -x scripts/gdb/tsmetal.py PROGRAM      or, within gdb:  source scripts/gdb/tsmetal.py
#
# A variable of a reference type has the type's own name (string, number[], Point) and is a pointer; these printers go by that pointer.
# Layouts are those of compiler/ir/layout.ts. `print *x` and `print/r x` show what is really there.

import struct

import gdb

DESCRIPTOR_OFFSET = 4
LENGTH_OFFSET = 8
STRING_FLAGS_OFFSET = 12
STRING_UNITS_OFFSET = 16
STRING_WIDE_BIT = 0x80000000
STRING_OUTSIDE_BIT = 0x40000000
CLOSURE_CODE_OFFSET = 8
DESCRIPTOR_NAME_OFFSET = 16
ABSENT_NUMBER_BITS = 0x7FF80000DEAD0001
ABSENT_INTEGER = 1 << 40
UNITS_MAX = 200
ELEMENTS_MAX = 100
DEPTH_MAX = 3


class Depth:
    """How many objects are being shown within each other: those further in are shown by name, for they may form a cycle."""

    current = 0


def read(address, size_bytes):
    return bytes(gdb.selected_inferior().read_memory(address, size_bytes))


def read_u32(address):
    return struct.unpack("<I", read(address, 4))[0]


def read_u64(address):
    return struct.unpack("<Q", read(address, 8))[0]


def string_text(address):
    """The text of a string object, and whether that is all of it."""
    length = read_u32(address + LENGTH_OFFSET)
    flags = read_u32(address + STRING_FLAGS_OFFSET)
    units = address + STRING_UNITS_OFFSET
    if flags & STRING_OUTSIDE_BIT:
        units = read_u64(units)
    shown = min(length, UNITS_MAX)
    if flags & STRING_WIDE_BIT:
        text = read(units, shown * 2).decode("utf-16-le", "replace")
    else:
        text = read(units, shown).decode("latin-1")
    return text, shown == length


def quoted(text, is_whole):
    escapes = {"\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\", "\0": "\\0"}
    return '"' + "".join(escapes.get(unit, unit) for unit in text) + ('"' if is_whole else '"...')


def class_name(address):
    """What the object's own header says that it is."""
    descriptor = struct.unpack("<i", read(address + DESCRIPTOR_OFFSET, 4))[0] & 0xFFFFFFFFFFFFFFFF
    return string_text(read_u64(descriptor + DESCRIPTOR_NAME_OFFSET))[0]


def structure_of(name):
    try:
        return gdb.lookup_type("struct " + name)
    except gdb.error:
        return None


def function_name(code):
    block = gdb.block_for_pc(code)
    while block is not None and (block.function is None or block.start != code):
        block = block.superblock
    return block.function.name if block is not None else "at " + hex(code)


def is_removed(hashes, index):
    return int(hashes[index]) == 0


class Shown:
    """A printer whose text and parts are known at once."""

    def __init__(self, text, parts=None, hint=None):
        self.text = text
        self.parts = parts
        self.hint = hint

    def to_string(self):
        return self.text

    def display_hint(self):
        return self.hint


class WithParts(Shown):
    def children(self):
        Depth.current += 1
        try:
            for part in self.parts():
                yield part
        finally:
            Depth.current -= 1


def show(text, parts, hint=None):
    if Depth.current >= DEPTH_MAX:
        return Shown(text + " {...}")
    return WithParts(text, parts, hint)


def show_string(address):
    return Shown(quoted(*string_text(address)))


def show_array(value):
    length = int(value["length"])
    if not has_field(value, "elements"):
        return Shown("length %d" % length)
    elements = value["elements"]

    def parts():
        for index in range(min(length, ELEMENTS_MAX)):
            yield str(index), elements[index]
        if length > ELEMENTS_MAX:
            yield "...", length - ELEMENTS_MAX

    return show("length %d" % length, parts, "array")


def show_map(name, value, is_set):
    table = value["members"].dereference() if is_set else value
    keys, values, hashes = [table[field].dereference() for field in ("entryKeys", "entryValues", "entryHashes")]

    def parts():
        for index in range(int(keys["length"])):
            if is_removed(hashes["elements"], index):
                continue
            yield "key %d" % index, keys["elements"][index]
            if not is_set:
                yield "value %d" % index, values["elements"][index]

    return show("%s of %d" % (name, int(table["size"])), parts, "array" if is_set else "map")


def show_instance(name, value):
    fields = value.type.fields()
    if name.startswith("box<") and len(fields) == 1:
        return Shown(value[fields[0].name].format_string())

    def parts():
        for field in fields:
            yield field.name, value[field]

    return show(name, parts, "array" if name.startswith("[") else None)


def has_field(value, name):
    return any(field.name == name for field in value.type.fields())


def show_object(address):
    name = class_name(address)
    if name.startswith("closure<"):
        return Shown("[Function: %s]" % function_name(read_u64(address + CLOSURE_CODE_OFFSET)))
    if name == "string":
        return show_string(address)
    structure = structure_of(name)
    if structure is None:
        return Shown("%s at 0x%x" % (name, address))
    value = gdb.Value(address).cast(structure.pointer()).dereference()
    if name.startswith("Map<") and has_field(value, "entryKeys"):
        return show_map(name, value, False)
    if name.startswith("Set<") and has_field(value, "members"):
        return show_map(name, value, True)
    return show_instance(name, value)


def absent(value, type_name):
    """Whether a number that may be absent is: as a NaN that no computation yields, or beyond all integers of the type."""
    if not type_name.endswith(("| undefined", "| null")):
        return False
    if value.type.strip_typedefs().code == gdb.TYPE_CODE_FLT:
        return struct.pack("<d", float(value)) == struct.pack("<Q", ABSENT_NUMBER_BITS) or raw_bits(value) == ABSENT_NUMBER_BITS
    return int(value) == ABSENT_INTEGER


def raw_bits(value):
    if value.address is None:
        return None
    return read_u64(int(value.address))


class Unreadable(Shown):
    pass


def find_printer(value):
    kind = value.type.strip_typedefs()
    name = value.type.name or ""
    if kind.code in (gdb.TYPE_CODE_FLT, gdb.TYPE_CODE_INT):
        return find_number_printer(value, kind, name)
    if value.type.code != gdb.TYPE_CODE_TYPEDEF or kind.code != gdb.TYPE_CODE_PTR:
        return None
    target = kind.target().strip_typedefs()
    if target.code != gdb.TYPE_CODE_STRUCT or is_optimized_out(value):
        return None
    address = int(value)
    if address == 0:
        return Shown("null")
    try:
        return show_reference(value, target.tag or "", address)
    except (gdb.MemoryError, UnicodeError, OverflowError):
        return Unreadable("0x%x" % address)


def find_number_printer(value, kind, name):
    if is_optimized_out(value):
        return None
    if absent(value, name):
        return Shown("undefined")
    # gdb would show a character beside it.
    return Shown(str(int(value))) if kind.code == gdb.TYPE_CODE_INT and kind.sizeof == 1 else None


def show_reference(value, tag, address):
    if tag == "string":
        return show_string(address)
    fields = [field.name for field in value.type.strip_typedefs().target().strip_typedefs().fields()]
    if fields[:2] == ["length", "capacity"]:
        return show_array(value.dereference())
    if is_packed(tag):
        return show_instance(tag, value.dereference())
    return show_object(address)


def is_packed(tag):
    """A packed class has no header that would name it; its first field is where the header would be."""
    fields = gdb.lookup_type("struct " + tag).fields() if structure_of(tag) is not None else []
    return len(fields) > 0 and fields[0].bitpos == 0


def is_optimized_out(value):
    return value.is_optimized_out


gdb.pretty_printers.append(find_printer)
