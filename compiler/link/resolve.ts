// Resolve: which definition each symbol name means, and which sections the program needs.
// Invariants: (1) a name means the local definition of the own object file, else the one global definition
//             (2) a section that nothing kept refers to, directly or not, is not kept; roots and notes always are

import type { ObjectFile, ObjectSymbol, Relocation, Section } from "../object/object-file.ts";

export interface InputSection {
  readonly object: ObjectFile;
  readonly section: Section;
  isKept: boolean;
  /** Offset from the image's base address, set by placement. */
  offset: number;
}

export interface Definition {
  readonly object: ObjectFile;
  readonly symbol: ObjectSymbol;
  /** Undefined: the symbol is an absolute value. */
  readonly input: InputSection | undefined;
}

export interface SymbolSpace {
  readonly inputs: readonly InputSection[];
  readonly definitions: readonly Definition[];
  /** By name, all definitions that other object files can see; the linker's own symbols are not among them. */
  readonly globals: ReadonlyMap<string, Definition>;
  readonly locals: ReadonlyMap<ObjectFile, ReadonlyMap<string, Definition>>;
}

export function findDefinition(space: SymbolSpace, object: ObjectFile, name: string): Definition | undefined {
  return space.locals.get(object)?.get(name) ?? space.globals.get(name);
}

/** Collects the definitions of all object files. Adds a message for each name that is defined twice, or reserved for the linker. */
export function collectSymbols(objects: readonly ObjectFile[], reserved: ReadonlySet<string>, errors: string[]): SymbolSpace {
  const inputs: InputSection[] = [];
  const definitions: Definition[] = [];
  const candidates = new Map<string, Definition[]>();
  const locals = new Map<ObjectFile, Map<string, Definition>>();
  for (const object of objects) {
    const own = object.sections.map((section) => ({ object, section, isKept: false, offset: 0 }));
    inputs.push(...own);
    const localNames = new Map<string, Definition>();
    locals.set(object, localNames);
    for (const symbol of object.symbols) {
      const definition = { object, symbol, input: symbol.section === undefined ? undefined : own[symbol.section] };
      definitions.push(definition);
      if (symbol.binding === "local") localNames.set(symbol.name, definition);
      else candidates.set(symbol.name, [...(candidates.get(symbol.name) ?? []), definition]);
    }
  }
  return { inputs, definitions, globals: chooseGlobals(candidates, reserved, errors), locals };
}

function chooseGlobals(
  candidates: ReadonlyMap<string, Definition[]>,
  reserved: ReadonlySet<string>,
  errors: string[],
): Map<string, Definition> {
  const globals = new Map<string, Definition>();
  for (const [name, all] of candidates) {
    const strong = all.filter((definition) => definition.symbol.binding === "global");
    globals.set(name, strong[0] ?? all[0]);
    const places = strong.map((definition) => definition.object.name);
    if (reserved.has(name)) errors.push(`symbol ${name} is defined in ${places.join(", ")}, but the linker defines it`);
    else if (strong.length > 1) errors.push(`symbol ${name} is defined ${strong.length} times: in ${places.join(", ")}`);
  }
  return globals;
}

interface Use {
  readonly input: InputSection;
  readonly relocation: Relocation;
}

const USES_SHOWN_MAX = 3;

function describeUses(name: string, uses: readonly Use[]): string {
  const places = [...new Set(uses.map(({ input }) => `${input.section.name} of ${input.object.name}`))];
  const more = places.length > USES_SHOWN_MAX ? ` and ${places.length - USES_SHOWN_MAX} more places` : "";
  return `symbol ${name} is not defined; it is used in ${places.slice(0, USES_SHOWN_MAX).join(", ")}${more}`;
}

/** Marks the sections to keep, from the roots on. Adds a message for each name that kept code uses and nobody defines. */
export function keepReachable(space: SymbolSpace, roots: readonly string[], reserved: ReadonlySet<string>, errors: string[]): void {
  const pending: InputSection[] = [];
  const undefinedUses = new Map<string, Use[]>();
  const keep = (input: InputSection | undefined): void => {
    if (input === undefined || input.isKept || !input.section.isLoaded) return;
    input.isKept = true;
    pending.push(input);
  };
  for (const root of roots) {
    const definition = space.globals.get(root);
    if (definition === undefined) errors.push(`symbol ${root} is not defined, but the program starts or depends on it`);
    keep(definition?.input);
  }
  for (const input of space.inputs) if (input.section.isNote) keep(input);
  for (let input = pending.pop(); input !== undefined; input = pending.pop()) {
    for (const relocation of input.section.relocations) {
      const definition = findDefinition(space, input.object, relocation.symbol);
      if (definition !== undefined) keep(definition.input);
      else if (!reserved.has(relocation.symbol)) {
        undefinedUses.set(relocation.symbol, [...(undefinedUses.get(relocation.symbol) ?? []), { input, relocation }]);
      }
    }
  }
  for (const [name, uses] of [...undefinedUses].sort(([a], [b]) => (a < b ? -1 : 1))) errors.push(describeUses(name, uses));
}
