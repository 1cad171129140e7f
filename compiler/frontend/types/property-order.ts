// Property order: the order in which an object type lists its properties. JavaScript's is that in which an object got them, which its type
// does not say; TypeScript's, of types made from unions of names, depends on what else it has read. Here it is that of the program's text.
// Owns:       the lists of names of the program's files, read when first asked for.
// Invariants: it depends on the program alone: not on the checker's other programs, nor on the order in which types are asked for

import ts from "typescript";
import { isLibraryFile } from "./library-types.ts";

/** What TypeScript knows of a property of a mapped type, and its public typings leave out. */
interface MappedSymbol extends ts.Symbol {
  readonly links?: { readonly mappedType?: MappedType; readonly keyType?: ts.Type };
}
interface MappedType extends ts.ObjectType {
  readonly declaration: ts.MappedTypeNode;
  /** The type whose properties it goes over, where it is written so that there is one. */
  readonly modifiersType?: ts.Type;
}

export class PropertyOrder {
  private readonly checker: ts.TypeChecker;
  private readonly files: readonly ts.SourceFile[];
  /** By name, the lists that it is in: unions of literal types, array literals, members of objects and types. */
  private lists: ReadonlyMap<string, readonly NameList[]> | null = null;

  constructor(checker: ts.TypeChecker, files: readonly ts.SourceFile[]) {
    this.checker = checker;
    this.files = files;
  }

  propertiesOf(type: ts.Type): readonly ts.Symbol[] {
    const symbols: readonly MappedSymbol[] = this.checker.getPropertiesOfType(type);
    const literal =
      type.symbol?.flags & ts.SymbolFlags.ObjectLiteral ? type.symbol.declarations?.find(ts.isObjectLiteralExpression) : undefined;
    if (literal?.properties.some(ts.isSpreadAssignment) === true) return inOrderOf(this.namesOfLiteral(literal), symbols);
    if (type.isIntersection()) return inOrderOf(this.namesOfParts(type.types), symbols);
    if (symbols.length > 1 && hasBase(type)) return inOrderOf(this.inText(new Set(symbols.map(({ name }) => name))), symbols);
    if (symbols.length < 2 || !symbols.some(({ links }) => links?.mappedType !== undefined)) return symbols;
    const result: ts.Symbol[] = [];
    // What has several parts, as an intersection, lists those of each together.
    for (let start = 0; start < symbols.length; ) {
      const mapped = symbols[start].links?.mappedType;
      let end = start + 1;
      while (end < symbols.length && symbols[end].links?.mappedType === mapped) end++;
      const part = symbols.slice(start, end);
      result.push(...(mapped === undefined ? part : this.ofMapped(mapped, part)));
      start = end;
    }
    return result;
  }

  /** TypeScript lists what stands behind a spread before it. */
  private namesOfLiteral(literal: ts.ObjectLiteralExpression): string[] {
    return literal.properties.flatMap((property) => {
      if (!ts.isSpreadAssignment(property)) return memberOf(property.name);
      const type = this.checker.getTypeAtLocation(property.expression);
      return this.namesOfParts(type.isUnion() ? type.types : [type]);
    });
  }

  private namesOfParts(parts: readonly ts.Type[]): string[] {
    return parts.flatMap((part) => this.propertiesOf(part).map(({ name }) => name));
  }

  private ofMapped(type: MappedType, symbols: readonly MappedSymbol[]): readonly ts.Symbol[] {
    const model = type.modifiersType;
    const known = model === undefined || model.flags & ts.TypeFlags.Unknown ? [] : this.namesOfParts([model]);
    const sorted = symbols.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    return inOrderOf(known.length > 0 ? known : this.inText(new Set(sorted.map((symbol) => keysOf(symbol)[0]))), sorted, keysOf);
  }

  /** The names as the first list of the text has them that has them all, best one that has no others; or each by its first place. */
  private inText(names: ReadonlySet<string>): readonly string[] {
    this.lists ??= listsOfNames(this.files);
    const byName = [...names].map((name) => this.lists?.get(name) ?? []);
    const whole = byName[0].filter((list) => byName.every((lists) => lists.includes(list)));
    const best = whole.find(({ names: { length } }) => length === names.size) ?? whole.at(0);
    if (best !== undefined) return best.names;
    const firsts = byName.flatMap((lists, index) => (lists.length > 0 ? [{ list: lists[0], name: [...names][index] }] : []));
    return firsts
      .toSorted((a, b) => a.list.place - b.list.place || a.list.names.indexOf(a.name) - b.list.names.indexOf(b.name))
      .map(({ name }) => name);
  }
}

/** Whether an interface of the program gets properties from another, which TypeScript lists last, and literals mostly first. */
function hasBase(type: ts.Type): boolean {
  return (
    type.symbol?.declarations?.some(
      (node) => ts.isInterfaceDeclaration(node) && node.heritageClauses !== undefined && !isLibraryFile(node.getSourceFile()),
    ) ?? false
  );
}

function inOrderOf(
  names: readonly string[],
  symbols: readonly ts.Symbol[],
  keys: (symbol: ts.Symbol) => readonly string[] = ({ name }) => [name],
): readonly ts.Symbol[] {
  const places = new Map<string, number>();
  for (const name of names) if (!places.has(name)) places.set(name, places.size);
  const place = (symbol: ts.Symbol): number => Math.min(...keys(symbol).map((key) => places.get(key) ?? places.size));
  return symbols.toSorted((a, b) => place(a) - place(b));
}

/** The names that a property of a mapped type is there for; by `as` it may have another name itself. */
function keysOf({ name, links }: MappedSymbol): string[] {
  const key = links?.keyType;
  if (key === undefined) return [name];
  const keys = (key.isUnion() ? key.types : [key]).map((part) =>
    part.isStringLiteral() || part.isNumberLiteral() ? String(part.value) : name,
  );
  return keys.sort();
}

interface NameList {
  readonly names: readonly string[];
  /** Which list of the program it is. */
  readonly place: number;
}

function listsOfNames(files: readonly ts.SourceFile[]): ReadonlyMap<string, readonly NameList[]> {
  const result = new Map<string, NameList[]>();
  let count = 0;
  const visit = (node: ts.Node): void => {
    const names = [...new Set(namesIn(node))];
    if (names.length > 0) {
      const list: NameList = { names, place: count++ };
      for (const name of names) {
        const others = result.get(name);
        if (others === undefined) result.set(name, [list]);
        else others.push(list);
      }
    }
    ts.forEachChild(node, visit);
  };
  for (const file of files) visit(file);
  return result;
}

/** The names that a piece of the program lists. */
function namesIn(node: ts.Node): string[] {
  if (ts.isUnionTypeNode(node)) return node.types.flatMap(literalOf);
  if (ts.isTupleTypeNode(node) || ts.isArrayLiteralExpression(node)) return [...node.elements].flatMap(literalOf);
  if (ts.isObjectLiteralExpression(node)) return node.properties.flatMap(({ name }) => memberOf(name));
  if (ts.isEnumDeclaration(node)) return node.members.flatMap(({ initializer }) => literalOf(initializer));
  if (ts.isTypeLiteralNode(node) || ts.isInterfaceDeclaration(node) || ts.isClassLike(node))
    return [...node.members].flatMap(({ name }) => memberOf(name));
  return literalOf(node);
}

function literalOf(node: ts.Node | undefined): string[] {
  if (node === undefined) return [];
  if (ts.isLiteralTypeNode(node)) return literalOf(node.literal);
  return ts.isStringLiteralLike(node) || ts.isNumericLiteral(node) ? [node.text] : [];
}

function memberOf(name: ts.PropertyName | undefined): string[] {
  return name !== undefined && ts.isIdentifier(name) ? [name.text] : literalOf(name);
}
