// Members: reading, writing and calling properties of objects: fields at their offsets, accessors, methods, and what built-in types have.

import ts from "typescript";
import { Op } from "../../ir/ops.ts";
import { ValueType } from "../../ir/types.ts";
import { abstractPlace, readAbstract } from "../classes/abstract-properties.ts";
import { readClass } from "../classes/class-scopes.ts";
import type { FieldLayout, FoundMember } from "../classes/classes.ts";
import { callCore } from "../classes/derived-members.ts";
import { isHidingOwn } from "../classes/error-accessors.ts";
import { newTargetName, readConstructor } from "../classes/lower-new-target.ts";
import { readStatic, readStaticSuper, staticPlace, staticSuperPlace } from "../classes/lower-static.ts";
import { memberKey } from "../classes/member-keys.ts";
import { isMissingAbove, readOptionalMethod } from "../classes/optional-methods.ts";
import { isDependentName } from "../classes/taken-methods.ts";
import { isVirtual, rootOf } from "../classes/virtual-members.ts";
import type { Context } from "../context.ts";
import type { Argument } from "../functions/arguments.ts";
import { methodValue } from "../functions/function-members.ts";
import { nameOf } from "../functions/function-names.ts";
import { storedType } from "../functions/function-objects.ts";
import { takeGeneric } from "../functions/generic-functions.ts";
import { callFunctionNode, callInstance } from "../functions/lower-calls.ts";
import { callClosure, functionValue, valuesFor } from "../functions/lower-closures.ts";
import { callBuiltIn } from "../library/lower-built-ins.ts";
import { isEnvironment, readSetting, settingPlace } from "../library/lower-environment.ts";
import { callLibraryMember } from "../library/lower-library.ts";
import { libraryFunctionValue } from "../library/lower-library-values.ts";
import { mathConstant, numberConstant } from "../library/lower-math.ts";
import { bytesPerElement, readTypedArrayMember } from "../library/lower-typed-arrays.ts";
import { type Operand, operand, UNDEFINED_OPERAND } from "../operands.ts";
import { constantFunction, namespaceNamed, readDefault, readGlobal } from "../statements/lower-globals.ts";
import { callSignatureOf, codeTypeOf } from "../types/function-roles.ts";
import { isLibraryFile } from "../types/library-types.ts";
import { usesThis, withoutThis } from "../types/this-parameters.ts";
import {
  type ClassType,
  functionType,
  mayBeAbsent,
  mayBeUndefined,
  type ObjectType,
  presentType,
  type Type,
  TypeKind,
  types,
  unionType,
} from "../types/types.ts";
import { isSubclass } from "./conversions.ts";
import { takenAs } from "./lower-assertions.ts";
import { globalPlace, type Place } from "./lower-assignments.ts";
import { mergeBlocks } from "./lower-conditions.ts";
import { enumMember } from "./lower-enums.ts";
import { checkPresent, lowerExpression } from "./lower-expressions.ts";
import { arrayLength } from "./lower-open-lists.ts";
import { readFromTuples } from "./lower-tuple-unions.ts";
import { readTupleMember } from "./lower-tuples.ts";
import { isIndistinct, matchUnion } from "./lower-unions.ts";
import { absentValue, isAbsent } from "./stored-members.ts";

/** The own name of a property in an access: also private ones. */
function accessName(node: ts.PropertyAccessExpression): string {
  return memberKey(node.name);
}

export function lowerPropertyAccess(context: Context, node: ts.PropertyAccessExpression, expected?: Type): Operand {
  const whole = wholeName(context, node, expected);
  if (whole !== undefined) return whole;
  if (node.expression.kind === ts.SyntaxKind.SuperKeyword) return readSuper(context, node);
  const made = newTargetName(context, node);
  if (made !== undefined) return made;
  const ofObject = readConstructor(context, node);
  if (ofObject !== undefined) return ofObject;
  const object = lowerExpression(context, node.expression);
  if (node.questionDotToken !== undefined || ts.isOptionalChain(node)) {
    return optionalLink(context, object, node, (present) => readMember(context, present, accessName(node), node));
  }
  context.at(node);
  return readMember(context, object, accessName(node), node);
}

/** `Enum.Member`, `Math.PI`, `Class.staticField`, `namespace.name`: accesses without an object. */
function wholeName(context: Context, node: ts.PropertyAccessExpression, expected: Type | undefined): Operand | undefined {
  const { program } = context;
  const symbol = program.symbolOf(node);
  const declaration = symbol?.valueDeclaration;
  if (declaration !== undefined && ts.isEnumMember(declaration)) return enumMember(context, declaration);
  const base = program.symbolOf(node.expression);
  const baseDeclaration = base?.valueDeclaration;
  if (accessName(node) === "name" && baseDeclaration !== undefined && isLibraryMember(symbol)) {
    const named = ts.isFunctionDeclaration(baseDeclaration) ? baseDeclaration : constantFunction(baseDeclaration);
    if (named !== undefined) return { type: types.string, value: 0, constant: nameOf(named) };
  }
  return base === undefined ? undefined : namedMember(context, base, symbol, accessName(node), node, expected);
}

/** The member of a library object, such as Math, or of a namespace; undefined where the name stands for something else. */
export function namedMember(
  context: Context,
  base: ts.Symbol,
  member: ts.Symbol | undefined,
  name: string,
  node: ts.Expression,
  expected: Type | undefined,
): Operand | undefined {
  const declaration = member?.valueDeclaration;
  if (base.valueDeclaration !== undefined && isLibraryFile(base.valueDeclaration.getSourceFile())) {
    if (member !== undefined && member.flags & ts.SymbolFlags.Method) {
      const call = (inner: Context, args: readonly Argument[]): Operand => callLibraryMember(inner, base.name, name, args, node);
      return libraryFunctionValue(context, node, expected, call, `${base.name}.${name}`);
    }
    if (base.name === "Math") return mathConstant(context, name, node);
    if (base.name === "Number") return numberConstant(context, name, node);
    const size = name === "BYTES_PER_ELEMENT" ? bytesPerElement(base.name) : undefined;
    if (size !== undefined) return { type: types.number, value: 0, constant: { exact: BigInt(size), number: size } };
  }
  if (base.flags & ts.SymbolFlags.ValueModule && declaration !== undefined)
    return namespaceMember(context, declaration, node, base, expected);
  return undefined;
}

const LIBRARY_OBJECTS: ReadonlySet<string> = new Set(["Math", "console", "JSON", "Object", "Number"]);

/** What an expression names that is no value: an object of the library, or a namespace that is nothing else. */
export function namedWithoutValue({ program }: Context, node: ts.Expression): ts.Symbol | undefined {
  const symbol = ts.isIdentifier(node) || ts.isPropertyAccessExpression(node) ? program.symbolOf(node) : undefined;
  const declaration = symbol?.valueDeclaration;
  if (symbol === undefined || declaration === undefined) return undefined;
  if (isLibraryFile(declaration.getSourceFile())) return LIBRARY_OBJECTS.has(symbol.name) ? symbol : undefined;
  return ts.isModuleDeclaration(declaration) || ts.isSourceFile(declaration) ? symbol : undefined;
}

/** Whether it is a member that lib.d.ts declares: not one of the program's by that name. */
function isLibraryMember(symbol: ts.Symbol | undefined): boolean {
  return symbol?.valueDeclaration !== undefined && isLibraryFile(symbol.valueDeclaration.getSourceFile());
}

/** Of `import * as name`, or of a namespace: the member is a declaration in it. Undefined where it is one of what it is merged with. */
function namespaceMember(
  context: Context,
  declaration: ts.Declaration,
  node: ts.Expression,
  base: ts.Symbol,
  expected: Type | undefined,
): Operand | undefined {
  const constant = constantFunction(declaration);
  if (constant?.typeParameters !== undefined) return functionValue(context, constant, node, expected);
  if (ts.isVariableDeclaration(declaration) || ts.isBindingElement(declaration)) return readGlobal(context, declaration, node);
  if (ts.isFunctionDeclaration(declaration)) return functionValue(context, declaration, node, expected);
  if (ts.isClassLike(declaration)) return readClass(context, declaration, node);
  if (ts.isExportAssignment(declaration)) return readDefault(context, declaration, node);
  const isMerged = (base.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Function | ts.SymbolFlags.Enum | ts.SymbolFlags.Variable)) !== 0;
  return isMerged ? undefined : context.refuse(node, "TSM3005", `the namespace \`${node.getText()}\``);
}

/** One link of an optional chain: absent gives undefined, and the rest of the chain is skipped. */
export function optionalLink(
  context: Context,
  object: Operand,
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression | ts.CallExpression,
  read: (present: Operand) => Operand,
): Operand {
  const present = presentType(object.type);
  if (node.questionDotToken === undefined) {
    // A later link of a chain whose head may be absent: TypeScript knows the object is there if the head was.
    if (!mayBeAbsent(object.type) || present.kind === TypeKind.Never)
      return present.kind === TypeKind.Never ? UNDEFINED_OPERAND : read(object);
  }
  if (!mayBeAbsent(object.type)) return read(object);
  if (present.kind === TypeKind.Never) return UNDEFINED_OPERAND;
  const { builder } = context;
  const absent = builder.openBlock();
  const there = builder.openBlock();
  builder.branch(isAbsent(context, object), absent, there);
  return mergeBlocks(
    context,
    absent,
    there,
    () => UNDEFINED_OPERAND,
    () => read(context.narrow(object, present, node)),
    node,
  );
}

// Reading

/** The value of a member. */
export function readMember(context: Context, object: Operand, name: string, node: ts.Node): Operand {
  const { type } = object;
  switch (type.kind) {
    case TypeKind.Class:
      return readClassMember(context, object, type, name, node);
    case TypeKind.ClassValue:
      return readStatic(context, object, name, node);
    case TypeKind.Object:
      return readObjectMember(context, object, type, name, node);
    case TypeKind.String:
      if (name === "length") return lengthOperand(context.emit(Op.StringLength, [context.value(object)]));
      break;
    case TypeKind.Array:
      if (name === "length") return lengthOperand(arrayLength(context, context.value(object), type));
      break;
    case TypeKind.TypedArray:
      return readTypedArrayMember(context, object, type, name, node);
    case TypeKind.Tuple:
      return readTupleMember(context, object, name, node);
    case TypeKind.Union:
      return readUnionMember(context, object, name, node);
    case TypeKind.Function:
      if (name === "name") return functionName(context, object, node);
      break;
    default:
      break;
  }
  const symbol = context.program.symbolOf(node);
  const isMethod = symbol !== undefined && (symbol.flags & ts.SymbolFlags.Method) !== 0;
  return isMethod ? context.refuse(node, "TSM3023", name) : context.refuse(node, "TSM3007", type.name, `\`${name}\``);
}

/** The name that a function value says it has: its own, or that of the place where it stands in the source. */
function functionName(context: Context, given: Operand, node: ts.Node): Operand {
  const shown = operand(types.string, context.emit(Op.FunctionText, [context.value(given)]));
  return callCore(context, "function", "nameOfShown", [shown], node);
}

export function lengthOperand(value: number): Operand {
  return { type: types.numberInt32, value, range: { min: 0, max: 0x7fff_ffff } };
}

/** A member that all members of a union have: read from each by its own way, or through one slot where all are objects. */
function readUnionMember(context: Context, object: Operand, name: string, node: ts.Node): Operand {
  const { type } = object;
  if (type.kind !== TypeKind.Union) return context.refuse(node, "TSM3007", type.name, name);
  if (mayBeAbsent(type)) {
    checkPresent(context, object);
    return readMember(context, context.narrow(object, presentType(type), node), name, node);
  }
  const isAllObjects = type.members.every(
    (member) => (member.kind === TypeKind.Class && !member.isPacked) || member.kind === TypeKind.Object,
  );
  if (isAllObjects) return readThroughSlot(context, object, name, commonProperty(type.members, name) ?? context.checkerType(node));
  const element = readFromTuples(context, object, type, name);
  if (element !== undefined) return element;
  // Arrays of any objects are alike as far as their own members go.
  if (isIndistinct(context, type)) return readMember(context, operand(type.members[0], context.value(object)), name, node);
  return matchUnion(context, object, (part) => readMember(context, part, name, node), node, context.checkerType(node));
}

/** What the property may be in any of the object types, undefined in those without it; none where one of them is no object type. */
function commonProperty(members: readonly Type[], name: string): Type | undefined {
  const objects = members.filter((member) => member.kind === TypeKind.Object);
  const isAnywhere = objects.some((member) => member.properties().has(name));
  if (objects.length < members.length || !isAnywhere) return undefined;
  const known = objects.map((member) => member.properties().get(name)?.type ?? types.undefined);
  return known.find((type) => type.kind === TypeKind.Unknown) ?? unionType(known);
}

function readClassMember(context: Context, object: Operand, type: ClassType, name: string, node: ts.Node): Operand {
  const field = context.program.classes.layoutOf(type).fields.get(name);
  if (field !== undefined) return readField(context, object, field);
  if (isEnvironment(context, type)) return readSetting(context, object, name, node);
  const getter = context.program.classes.findMember(type, name, "get");
  if (getter !== undefined) {
    const instance = context.program.functions.request(getter.node, [], { ownClass: getter.owner, isStatic: false });
    const isExact = !isVirtual(context, getter.owner, getter.node, name, "get") && !isHidingOwn(context.program, getter, name);
    if (isExact) return callInstance(context, instance, object, [], node);
    const method = context.program.methods.slot(rootOf(context, getter.owner, name, "get"), name, "get", functionType([], instance.result));
    return operand(instance.result, context.emit(Op.CallVirtual, [context.value(object)], method.index));
  }
  const method = context.program.classes.findMember(type, name, "method");
  if (method !== undefined)
    return (
      methodValue(context, type, name, node) ?? genericMethodValue(context, object, method, name) ?? context.refuse(node, "TSM3023", name)
    );
  return (
    readAbstract(context, object, type, name) ??
    readOptionalMethod(context, object, type, name) ??
    context.refuse(node, "TSM3007", type.name, `\`${name}\``)
  );
}

/** A generic method that does not look at its object, as a value; undefined for others. */
function genericMethodValue(context: Context, object: Operand, { node, owner }: FoundMember, name: string): Operand | undefined {
  if ((node.typeParameters?.length ?? 0) === 0 || usesThis(node)) return undefined;
  const { checker, converter } = context.program;
  return takeGeneric(
    context,
    object,
    name,
    converter.convert(checker.getTypeAtLocation(node), owner.environment.withThis(owner), node),
    node,
  );
}

export function readField(context: Context, object: Operand, field: FieldLayout): Operand {
  const base = context.value(object);
  if (field.field < 0) return operand(field.type, context.emit(Op.Add, [base, context.builder.int(ValueType.I64, field.offset)]));
  return operand(field.type, context.emit(Op.FieldGet, [base], field.field));
}

function readObjectMember(context: Context, object: Operand, type: ObjectType, name: string, node: ts.Node): Operand {
  const property = type.properties().get(name);
  if (property === undefined) {
    if (name === "name" && callSignatureOf(type) !== undefined) return functionName(context, object, node);
    // A constraint may say that there can be such a property; what stands for the type parameter need not.
    const wanted = ts.isPropertyAccessExpression(node) ? context.checkerType(node) : typeBeforeDefault(context, node);
    if (mayBeUndefined(wanted)) return readThroughSlot(context, object, name, wanted);
    return context.refuse(node, "TSM3007", type.name, `\`${name}\``);
  }
  const isTaken = property.isMethod && property.isFree !== true;
  if (isTaken && isDependentName(context.program, name)) return context.refuse(node, "TSM3023", name);
  if (property.generic !== undefined) return takeGeneric(context, object, name, storedType(context.program, property), node);
  return readThroughSlot(context, object, name, property.type, isTaken ? "take" : "get");
}

/** What an element of a pattern may find, where it has a default for what is not there. */
function typeBeforeDefault({ program, environment }: Context, node: ts.Node): Type {
  if (!ts.isBindingElement(node) || node.initializer === undefined || !ts.isIdentifier(node.name)) return types.never;
  return unionType([program.converter.convert(program.checker.getTypeAtLocation(node.name), environment, node), types.undefined]);
}

export function readThroughSlot(context: Context, object: Operand, name: string, type: Type, kind: "get" | "take" = "get"): Operand {
  const method = context.program.methods.slot(object.type, name, kind, functionType([], type));
  return operand(type, context.emit(Op.CallVirtual, [context.value(object)], method.index));
}

function readSuper(context: Context, node: ts.PropertyAccessExpression): Operand {
  if (context.self?.type.kind === TypeKind.ClassValue)
    return readStaticSuper(context, context.self, context.self.type, accessName(node), node);
  const { parent, self } = superOf(context, node);
  if (isMissingAbove(context, parent, accessName(node))) return UNDEFINED_OPERAND;
  const getter = context.program.classes.findMember(parent, accessName(node), "get");
  if (getter === undefined) return readMember(context, operand(parent, context.value(self)), accessName(node), node);
  const instance = context.program.functions.request(getter.node, [], { ownClass: getter.owner, isStatic: false });
  return callInstance(context, instance, self, [], node);
}

/** What `super` is in a member of an object: the object, as one of the class above. */
export function superOf(context: Context, node: ts.Node): { readonly parent: ClassType; readonly self: Operand } {
  const { ownClass, self } = context;
  const parent = ownClass?.parent() ?? null;
  // A method of an object literal in a method has an object of its own.
  const isOwn = ownClass !== null && self?.type.kind === TypeKind.Class && isSubclass(self.type, ownClass);
  if (parent === null || self === null || !isOwn) return context.refuse(node, "TSM3005", "`super` here");
  return { parent, self };
}

/** `super.name` as a place: an accessor of a class above; fields are no members of `super`. */
function superPlace(context: Context, node: ts.PropertyAccessExpression): Place {
  const name = accessName(node);
  if (context.self?.type.kind === TypeKind.ClassValue) return staticSuperPlace(context, context.self, context.self.type, name, node);
  const { parent, self } = superOf(context, node);
  const base = context.value(self);
  const setter = context.program.classes.findMember(parent, name, "set");
  if (setter === undefined)
    return { ...classPlace(context, operand(parent, base), parent, name, node), read: () => readSuper(context, node) };
  const instance = context.program.functions.request(setter.node, [], { ownClass: setter.owner, isStatic: false });
  return {
    type: instance.params[0],
    read: () => readSuper(context, node),
    write: (value) => void context.emit(Op.Call, [base, value], instance.fn.index),
  };
}

// Writing

export function memberPlace(context: Context, node: ts.PropertyAccessExpression): Place {
  if (node.expression.kind === ts.SyntaxKind.SuperKeyword) return superPlace(context, node);
  const exported = namespaceNamed(context.program, node.expression) === undefined ? undefined : context.program.symbolOf(node);
  const variable = exported?.valueDeclaration;
  if (variable !== undefined && (ts.isVariableDeclaration(variable) || ts.isBindingElement(variable)))
    return globalPlace(context, variable, node);
  return placeOfMember(context, lowerExpression(context, node.expression), accessName(node), node);
}

export function placeOfMember(context: Context, object: Operand, name: string, node: ts.Node): Place {
  const { type } = object;
  if (type.kind === TypeKind.ClassValue) return staticPlace(context, object, type, name, node);
  if (isEnvironment(context, type)) return settingPlace(context, object, name, node);
  if (type.kind === TypeKind.Class) return classPlace(context, object, type, name, node);
  if (type.kind === TypeKind.Object) {
    const property = type.properties().get(name);
    if (property === undefined) return context.refuse(node, "TSM3007", type.name, `\`${name}\``);
    const held = codeTypeOf(type) === undefined ? property.type : storedType(context.program, property);
    const method = context.program.methods.slot(type, name, "set", functionType([held], types.void));
    return {
      type: held,
      read: () => readThroughSlot(context, object, name, held),
      write: (value) => void context.emit(Op.CallVirtual, [context.value(object), value], method.index),
    };
  }
  if (type.kind === TypeKind.Array && name === "length") return lengthPlace(context, object, node);
  return context.refuse(node, "TSM3007", type.name, `\`${name}\` that can be assigned`);
}

/** `array.length = n` gives up the elements beyond it, or adds undefined ones. */
function lengthPlace(context: Context, object: Operand, node: ts.Node): Place {
  const element = object.type.kind === TypeKind.Array ? object.type.element : types.never;
  if (element.kind === TypeKind.Unknown || mayBeUndefined(element)) {
    const absent = (): Operand => operand(element, absentValue(context, element));
    return {
      type: types.number,
      read: () => readMember(context, object, "length", node),
      write: (value) => void callBuiltIn(context, object, "resize", [operand(types.number, value), absent()], node),
    };
  }
  return {
    type: types.number,
    read: () => readMember(context, object, "length", node),
    write: (value) => void callBuiltIn(context, object, "shorten", [operand(types.number, value)], node),
  };
}

function classPlace(context: Context, object: Operand, type: ClassType, name: string, node: ts.Node): Place {
  const field = context.program.classes.layoutOf(type).fields.get(name);
  const base = context.value(object);
  if (field !== undefined) {
    if (field.field < 0) return context.refuse(node, "TSM3014", "be assigned whole");
    // A bound method: calls of it go to the method.
    if (context.program.classes.findMember(type, name, "method") !== undefined) return context.refuse(node, "TSM3023", name);
    return {
      type: field.type,
      read: () => readField(context, object, field),
      // Nothing to store: the type is never, and control does not get here.
      write: (value) => void context.emit(Op.FieldSet, [base, value === 0 ? context.builder.nullRef() : value], field.field),
    };
  }
  const setter = context.program.classes.findMember(type, name, "set");
  if (setter === undefined)
    return abstractPlace(context, object, type, name) ?? context.refuse(node, "TSM3007", type.name, `\`${name}\` that can be assigned`);
  const instance = context.program.functions.request(setter.node, [], { ownClass: setter.owner, isStatic: false });
  const [param] = instance.params;
  return {
    type: param,
    read: () => readClassMember(context, object, type, name, node),
    write: (value) => {
      if (!isVirtual(context, setter.owner, setter.node, name, "set")) context.emit(Op.Call, [base, value], instance.fn.index);
      else {
        const method = context.program.methods.slot(
          rootOf(context, setter.owner, name, "set"),
          name,
          "set",
          functionType([param], types.void),
        );
        context.emit(Op.CallVirtual, [base, value], method.index);
      }
    },
  };
}

// Calling

/** Calls a member with operands that were already evaluated. */
export function callMember(context: Context, object: Operand, name: string, args: readonly Operand[], node: ts.Node): Operand {
  const { type } = object;
  if (type.kind === TypeKind.Object) {
    const property = type.properties().get(name);
    if (property === undefined || property.type.kind !== TypeKind.Function || property.generic !== undefined)
      return context.refuse(node, "TSM3007", type.name, `\`${name}\``);
    return callSlot(context, object, name, property.type, args, node);
  }
  if (type.kind === TypeKind.Class) {
    const found = context.program.classes.findMember(type, name, "method");
    if (found !== undefined) return callFunctionNode(context, found.node, found.owner, object, args, node);
    const field = context.program.classes.layoutOf(type).fields.get(name);
    if (field !== undefined) return callHeld(context, readField(context, object, field), object, args, node);
    return context.refuse(node, "TSM3007", type.name, `\`${name}\``);
  }
  return callBuiltIn(context, object, name, args, node);
}

/** Calls the function that a property of the object holds. */
export function callHeld(context: Context, called: Operand, object: Operand, args: readonly Operand[], node: ts.Node): Operand {
  const type = presentType(called.type);
  if (type.kind !== TypeKind.Function) return callClosure(context, called, args, node);
  const { params, hasRest } = withoutThis(type);
  // Called through a type whose method takes more: what it does not take is found out now.
  const taken = hasRest ? args : args.map((given, index) => (index < params.length ? takenAs(context, given, params[index], node) : given));
  return callClosure(context, called, type.takesThis ? [object, ...taken] : taken, node);
}

/** Through the virtual table, by the member's name and types; left-out optional arguments are undefined. */
export function callSlot(
  context: Context,
  object: Operand,
  name: string,
  type: Type,
  args: readonly Operand[],
  node: ts.Node,
  typeArguments: readonly Type[] = [],
): Operand {
  if (type.kind !== TypeKind.Function) return context.refuse(node, "TSM3005", `a value of type ${type.name} as a function`);
  const values = valuesFor(context, type, args, node);
  // What each of several types gives need not be one of what all of them give, as `this` is not, where nobody looks at it.
  const isIgnored = object.type.kind === TypeKind.Union && ts.isCallExpression(node) && ts.isExpressionStatement(node.parent);
  const called = isIgnored ? functionType(type.params, types.void, type.hasRest) : type;
  const method = context.program.methods.slot(object.type, name, "method", called, typeArguments);
  context.at(node);
  return operand(called.result, context.emit(Op.CallVirtual, [context.value(object), ...values], method.index));
}
