// Methods: virtual table slots, for methods that subclasses override and for members reached through interfaces.
// Owns:       the slot numbers: two methods share one unless some class has both.
// Invariants: (1) a class method's key is the topmost class that declares it; an interface member's key is its name and types
//             (2) tables are filled last, when it is known which classes have instances; filling may reach new bodies, and so on

import type { FunctionSignature, IrFunction } from "../../ir/function.ts";
import type { Method } from "../../ir/module.ts";
import { Op, PanicKind } from "../../ir/ops.ts";
import { ValueType } from "../../ir/types.ts";
import { Context } from "../context.ts";
import { Refusal } from "../diagnostics.ts";
import { coerce, isAssignable, isSubclass } from "../expressions/conversions.ts";
import { takenAs } from "../expressions/lower-assertions.ts";
import { checkPresent } from "../expressions/lower-expressions.ts";
import { mayBeMissing, presence } from "../expressions/lower-in.ts";
import { callHeld, callMember } from "../expressions/lower-members.ts";
import { tagText, textOf, textOfTag } from "../expressions/lower-strings.ts";
import { absentValue } from "../expressions/stored-members.ts";
import { callAs } from "../functions/adapters.ts";
import { methodValue } from "../functions/function-members.ts";
import { type FunctionNode, fillUnreachable, parametersOfCalls } from "../functions/functions.ts";
import {
  callGenericClosure,
  callHeldGeneric,
  callTakenGeneric,
  type GenericClosure,
  type HeldGeneric,
  mayBeCalledAs,
  type TakenGeneric,
} from "../functions/generic-functions.ts";
import { callInstance, packedForInstance } from "../functions/lower-calls.ts";
import { bindMethod, callClosure } from "../functions/lower-closures.ts";
import { OWN_TEXT } from "../library/lower-inherited.ts";
import { type Operand, operand } from "../operands.ts";
import type { Program } from "../program.ts";
import { CALL } from "../types/function-roles.ts";
import { parameterValueType, valueTypeOf } from "../types/representation.ts";
import { allowsMissing, ownParameters } from "../types/this-parameters.ts";
import { TypeEnvironment } from "../types/type-environment.ts";
import { innerTypes } from "../types/type-parts.ts";
import {
  anyObject,
  type ClassType,
  type FunctionType,
  identity,
  mayBeAbsent,
  mayBeUndefined,
  type ObjectType,
  presentType,
  type Type,
  TypeKind,
  types,
} from "../types/types.ts";
import type { LiveClass } from "./classes.ts";
import { isDynamic } from "./derived-members.ts";
import { dynamicMember, openParsed } from "./dynamic-members.ts";
import { accessorOfError } from "./error-accessors.ts";
import { askForKey } from "./library-views.ts";
import { endlessClass, isSeenAs, noteSource } from "./open-classes.ts";
import { ownerSeen } from "./seen-methods.ts";

/**
 * `take` reads a method as a value, without its object; `has` tells whether the object has the member, `instance` whether its class is made
 * from the declaration of that name, and `text` gives what a template shows of it.
 */
export type MemberKind = "method" | "get" | "set" | "take" | "has" | "instance" | "text";

interface VirtualMember {
  readonly method: Method;
  readonly name: string;
  readonly kind: MemberKind;
  readonly type: FunctionType;
  /** Of a generic method: each choice of them has a slot of its own. */
  readonly typeArguments: readonly Type[];
  /** Only its subclasses have the slot; null for members of interfaces. */
  readonly root: ClassType | null;
  /** The open class through which objects are seen. */
  readonly view?: ObjectType;
  readonly implementations: Map<number, IrFunction | null>;
  /** For objects that do not have it: gives undefined. */
  missing: IrFunction | null;
  /** For objects whose member of that name is another one: panics. */
  other: IrFunction | null;
  /** Makes the implementation for a class, where no source has one. */
  readonly derive?: (live: LiveClass) => IrFunction | null;
}

export class MethodTable {
  private readonly program: Program;
  private readonly members = new Map<string, VirtualMember>();
  private readonly doubted = new Set<Type>();

  constructor(program: Program) {
    this.program = program;
  }

  /**
   * The slot for a member of a class or, with null or the type of an object, of any object. The type is that of the call: parameters
   * without the receiver.
   */
  slot(of: Type | null, name: string, kind: MemberKind, type: FunctionType, typeArguments: readonly Type[] = []): Method {
    const root = of?.kind === TypeKind.Class ? of : null;
    const view = of?.kind === TypeKind.Object && of.view !== undefined ? of : undefined;
    const list = typeArguments.length === 0 ? "" : `<${typeArguments.map(({ id }) => id).join()}>`;
    const seen = view === undefined ? "" : ` as ${view.id}`;
    const key = root === null ? `${kind} ${name}${list} ${type.id}${seen}` : `${kind} ${name}${list} of ${root.id}`;
    let member = this.members.get(key);
    if (member === undefined) {
      const signature: FunctionSignature = {
        params: [ValueType.Ref, ...type.params.map(parameterValueType)],
        result: valueTypeOf(type.result),
      };
      const shown = kind === "method" ? name : `${kind} ${name}`;
      const unique = this.program.uniqueName(`${root?.name ?? "interface"}.${shown}`, this.program.loaded.files[0]);
      const method = this.program.module.addMethod(unique, 0, signature);
      member = { method, name, kind, type, typeArguments, root, view, implementations: new Map(), missing: null, other: null };
      this.members.set(key, member);
    }
    return member.method;
  }

  /** A slot for what the compiler derives for each class with instances; with a root, for it and its subclasses. */
  derivedSlot(root: ClassType | null, name: string, type: FunctionType, derive: (live: LiveClass) => IrFunction | null): Method {
    const key = `derived ${name} of ${root?.id ?? "any"}`;
    let member = this.members.get(key);
    if (member === undefined) {
      const signature: FunctionSignature = { params: [ValueType.Ref, ...type.params.map(valueTypeOf)], result: valueTypeOf(type.result) };
      const unique = this.program.uniqueName(`${root?.name ?? "interface"}.${name}`, this.program.loaded.files[0]);
      const method = this.program.module.addMethod(unique, 0, signature);
      member = {
        method,
        name,
        kind: "method",
        type,
        typeArguments: [],
        root,
        implementations: new Map(),
        missing: null,
        other: null,
        derive,
      };
      this.members.set(key, member);
    }
    return member.method;
  }

  /** Values are taken for such of the type on the program's word alone: calls may reach objects that do not have the member. */
  doubt(type: Type): void {
    if (this.doubted.has(type)) return;
    this.doubted.add(type);
    noteSource(types.unknown, type);
    const inner = type.kind === TypeKind.Object ? [...type.properties().values()].map((property) => property.type) : innerTypes(type);
    for (const part of inner) this.doubt(part);
  }

  /** Finds the implementation of every slot in every class with instances, until no new body turns up. */
  fill(): void {
    for (let isChanged = true; isChanged; ) {
      isChanged = false;
      const endless = endlessClass([...this.program.classes.live.values()].map(({ type }) => type));
      if (endless !== undefined) return this.program.report(endless.name ?? endless, "TSM3081", endless.name?.text ?? "the class");
      for (const live of [...this.program.classes.live.values()]) {
        for (const member of [...this.members.values()]) {
          if (member.implementations.has(live.layout.irClass.index)) continue;
          if (live.type !== null && member.view !== undefined && !isSeenAs(live.type, member.view)) continue;
          member.implementations.set(live.layout.irClass.index, this.implement(live, member));
          isChanged = true;
        }
      }
      this.program.runWork();
    }
    for (const member of this.members.values()) if (this.isDoubted(member)) this.guard(member);
    if ([...this.program.classes.live.values()].some(({ type }) => isDynamic(this.program, type))) openParsed(this.program, this.doubted);
    this.assignSlots();
  }

  private isDoubted({ root, view, kind, name, type, derive }: VirtualMember): boolean {
    if (root !== null || derive !== undefined || isQuestion(kind)) return false;
    // Which classes are seen through a view is a guess on the safe side, and so is that all of them have what is called.
    if (view !== undefined) return true;
    for (const doubted of this.doubted) {
      const property = doubted.kind === TypeKind.Object ? doubted.properties().get(name) : undefined;
      const wanted = kind === "get" ? type.result : type;
      if (property !== undefined && (kind === "set" || isAssignable(property.type, wanted))) return true;
    }
    return false;
  }

  /** A call that reaches an object without the member panics. */
  private guard(member: VirtualMember): void {
    const fn = this.otherMember(member);
    for (const { layout } of this.program.classes.live.values()) {
      const { index } = layout.irClass;
      if ((member.implementations.get(index) ?? null) === null) member.implementations.set(index, fn);
    }
  }

  private otherMember(member: VirtualMember): IrFunction {
    if (member.other !== null) return member.other;
    const { program } = this;
    const fn = program.addFunction(`${member.method.name} of another object`, program.loaded.files[0], member.method.signature);
    const context = new Context(program, fn, TypeEnvironment.empty, member.type.result);
    for (const param of fn.params) fn.addParameter(context.builder.block, param);
    context.check(context.builder.int(ValueType.Bool, 0), PanicKind.Narrowing);
    context.builder.unreachable();
    context.finish();
    member.other = fn;
    return fn;
  }

  private implement(live: LiveClass, member: VirtualMember): IrFunction | null {
    if (member.root !== null && (live.type === null || !isSubclass(live.type, member.root))) return null;
    if (live.boxed !== undefined && member.derive === undefined) return null;
    let found: IrFunction | null = null;
    // Of an array or a literal, what was lowered last is as near as it gets.
    this.program.site = live.site ?? this.program.site;
    this.program.attempt(live.type?.declaration ?? this.program.loaded.files[0], () => {
      if (member.derive !== undefined) found = member.derive(live);
      else if (live.type !== null && isDynamic(this.program, live.type) && member.kind !== "text" && member.kind !== "instance")
        found = this.adapt(live, member, (context, self, args) => dynamicMember(context, self, member, args));
      else if (isQuestion(member.kind)) found = this.implementTest(live, member);
      else found = live.type === null ? this.implementField(live, member) : this.implementClass(live, live.type, member);
    });
    return found;
  }

  /** Whether `name in object` holds for instances of the class. */
  private hasMember(live: LiveClass, name: string): boolean {
    const { fields } = live.layout;
    if (live.array !== null) return name === "[iterator]" || name === "length" || (/^\d+$/.test(name) && fields.has(name));
    if ([name, `get ${name}`, `set ${name}`].some((field) => fields.has(field))) return true;
    const { type } = live;
    return (
      type !== null && (["method", "get", "set"] as const).some((kind) => this.program.classes.findMember(type, name, kind) !== undefined)
    );
  }

  private isMadeFrom(live: LiveClass, declaration: string): boolean {
    for (let type = live.type; type !== null; type = type.parent()) if (String(identity(type.declaration)) === declaration) return true;
    return false;
  }

  /** A function that gives the answer: but for optional properties, it is the same for all instances. */
  private implementTest(live: LiveClass, member: VirtualMember): IrFunction | null {
    if (member.kind === "text") return this.implementText(live, member);
    const field = member.kind === "has" ? live.layout.fields.get(member.name) : undefined;
    if (field !== undefined && mayBeMissing(live, field))
      return this.adapt(live, member, (context, self) => operand(types.boolean, presence(context, context.value(self), live, field)));
    const answer = member.kind === "has" ? this.hasMember(live, member.name) : this.isMadeFrom(live, member.name);
    return this.adapt(live, member, () => ({ type: types.boolean, value: 0, constant: answer }));
  }

  private implementText(live: LiveClass, member: VirtualMember): IrFunction | null {
    const [file] = this.program.loaded.files;
    const { type, array, layout } = live;
    const own = layout.fields.get("toString");
    return this.adapt(live, member, (context, self) => {
      const isSilent = (name: string): boolean => type !== null && this.program.classes.findMember(type, name, "method") === undefined;
      // What is asked for by its name is no conversion.
      const isCalled = member.name === OWN_TEXT;
      if (type !== null && isSilent("toString") && (isCalled || isSilent("[toPrimitive]"))) return tagText(context, self, type, file);
      if (type !== null && isCalled) return callMember(context, operand(type, self.value), "toString", [], file);
      if (type !== null || array !== null) return textOf(context, operand(type ?? array ?? types.unknown, self.value), file);
      const tag = layout.fields.get("[toStringTag]");
      if (own === undefined && tag?.type.kind === TypeKind.String)
        return textOfTag(context, operand(tag.type, context.emit(Op.FieldGet, [self.value], tag.field)), file);
      if (own === undefined) return { type: types.string, value: 0, constant: "[object Object]" };
      return callClosure(context, operand(own.type, context.emit(Op.FieldGet, [self.value], own.field)), [], file);
    });
  }

  private implementClass(live: LiveClass, type: ClassType, member: VirtualMember): IrFunction | null {
    const { program } = this;
    if (isQuestion(member.kind)) return null;
    if (member.kind === "take") return this.implementTaken(live, type, member);
    const found = program.classes.findMember(type, member.name, member.kind);
    const isField = live.layout.fields.has(member.name);
    const method = member.kind === "get" && !isField ? program.classes.findMember(type, member.name, "method") : undefined;
    if (method !== undefined && (method.node.typeParameters?.length ?? 0) === 0) {
      const bound = program.functions.request(method.node, [], { ownClass: method.owner, isStatic: false });
      return this.adapt(live, member, (context, self) => bindMethod(context, self, bound));
    }
    if (found === undefined) return this.implementField(live, member);
    const ofError = accessorOfError(program, live, found, member);
    if (ofError !== undefined) return this.adapt(live, member, ofError);
    if (found.node.body === undefined) return isField ? this.implementField(live, member) : null; // abstract
    const count = found.node.typeParameters?.length ?? 0;
    if (count > 0 && count !== member.typeArguments.length) {
      if (member.root !== null) program.refuse(found.node.name, "TSM9001", "overriding a method with one of other type parameters");
      return null;
    }
    const typeArguments = count === 0 ? [] : member.typeArguments;
    const instance = program.functions.request(found.node, typeArguments, ownerSeen(program, type, found, member.view));
    if (instance.params.length > member.type.params.length && !allowsMissing(instance.node, member.type.params.length)) return null;
    const isSame =
      instance.params.length === member.type.params.length &&
      instance.params.every((param, index) => param === member.type.params[index]) &&
      (instance.result === member.type.result || (member.type.result.kind === TypeKind.Void && instance.result.kind === TypeKind.Void));
    const hasDefaults = instance.params.some(
      (param, at) => mayBeUndefined(param) && ownParameters(instance.node)[at].initializer !== undefined,
    );
    if (isSame && !instance.hasRest && !hasDefaults) return instance.fn;
    const fixed = instance.hasRest ? instance.params.length - 1 : instance.params.length;
    const wanted = parametersOfCalls(instance);
    const [file] = program.loaded.files;
    const call = (context: Context, self: Operand, args: readonly Operand[]): Operand => {
      const taken = args.map((arg, index) => (index < fixed ? takenAs(context, arg, wanted[index], file) : arg));
      return callInstance(context, instance, self, packedForInstance(context, instance, taken, instance.node), instance.node);
    };
    return this.adapt(live, member, (...given) => askForKey(given[0], given[1], type, member.name, given[2]) ?? call(...given));
  }

  /** A method that looks at `this` has none without its object: taking it panics. */
  private implementTaken(live: LiveClass, type: ClassType, member: VirtualMember): IrFunction | null {
    const method = this.program.classes.findMember(type, member.name, "method");
    if (method === undefined) return this.implementField(live, member);
    if ((method.node.typeParameters?.length ?? 0) > 0) return this.otherMember(member);
    const [file] = this.program.loaded.files;
    return this.adapt(live, member, (context) => methodValue(context, type, member.name, file) ?? lostReceiver(context, member));
  }

  /** Reads, writes or calls what a field holds. */
  private implementField(live: LiveClass, member: VirtualMember): IrFunction | null {
    const generic = member.kind === "method" ? live.generics?.get(member.name) : undefined;
    if (generic !== undefined) return this.implementGeneric(live, member, generic);
    const closure = member.kind === "method" ? live.genericClosures?.get(member.name) : undefined;
    if (closure !== undefined) return this.implementGenericClosure(live, member, closure);
    if (member.name === CALL) return this.implementCode(live, member);
    const field = live.layout.fields.get(member.name);
    if (field === undefined) return this.implementAccessor(live, member);
    const isRead = member.kind === "get" || member.kind === "take";
    const wanted = isRead ? member.type.result : member.kind === "set" ? member.type.params[0] : member.type;
    if (member.kind === "method" && field.type.kind !== TypeKind.Function) return null;
    if (!couldHold(field.type, wanted, member.kind) && !(isRead && couldHold(presentType(field.type), wanted, "get"))) return null;
    if (member.kind === "take" && field.type.kind === TypeKind.Function && field.type.takesThis)
      return this.adapt(live, member, (context) => lostReceiver(context, member));
    return this.adapt(live, member, (context, self, args) => {
      const object = context.value(self);
      if (member.kind === "set") {
        const [file] = this.program.loaded.files;
        const taken = takenAs(context, args[0], field.type, file);
        context.emit(Op.FieldSet, [object, coerce(context, taken, field.type, file)], field.field);
        return operand(types.void, 0);
      }
      const read = presentWhere(context, operand(field.type, context.emit(Op.FieldGet, [object], field.field)), wanted);
      return isRead ? read : callHeld(context, read, self, args, this.program.loaded.files[0]);
    });
  }

  /** Of functions with properties: calls them as functions of the slot's type. */
  private implementCode(live: LiveClass, member: VirtualMember): IrFunction | null {
    const { code } = live;
    if (code === undefined || member.typeArguments.length > 0) return null;
    const [file] = this.program.loaded.files;
    return this.adapt(live, member, (context, self, args) =>
      callAs(context, code, member.type, args, file, (matched) => callClosure(context, operand(code, self.value), matched, file)),
    );
  }

  /** A generic function of an object literal, with the type arguments of the slot. */
  private implementGeneric(live: LiveClass, member: VirtualMember, node: FunctionNode): IrFunction | null {
    if (node.typeParameters?.length !== member.typeArguments.length) return null;
    const instance = this.program.functions.request(node, member.typeArguments);
    return this.adapt(live, member, (context, _, args) =>
      callInstance(context, instance, null, packedForInstance(context, instance, args, node), node),
    );
  }

  private implementGenericClosure(
    live: LiveClass,
    member: VirtualMember,
    closure: GenericClosure | HeldGeneric | TakenGeneric,
  ): IrFunction | null {
    const { typeArguments, name, method } = member;
    if ("field" in closure && !("member" in closure))
      return this.adapt(live, member, (context, self, args) => callHeldGeneric(context, self, closure, member.type, typeArguments, args));
    const { checker, genericCalls } = this.program;
    if (name === CALL && !mayBeCalledAs(checker, closure, genericCalls.get(method) ?? [])) return null;
    if ("member" in closure)
      return this.adapt(live, member, (context, self, args) => callTakenGeneric(context, self, closure, member.type, typeArguments, args));
    if (closure.parameters.length !== typeArguments.length) return null;
    return this.adapt(live, member, (context, self, args) => callGenericClosure(context, self, closure, typeArguments, args));
  }

  /** An accessor of an object literal is a closure in a field of its own. */
  private implementAccessor(live: LiveClass, member: VirtualMember): IrFunction | null {
    const field = member.kind === "method" ? undefined : live.layout.fields.get(`${member.kind} ${member.name}`);
    if (field === undefined) return member.kind === "get" ? this.implementMissing(member) : null;
    return this.adapt(live, member, (context, self, args) => {
      const closure = operand(field.type, context.emit(Op.FieldGet, [context.value(self)], field.field));
      return callClosure(context, closure, args, this.program.loaded.files[0]);
    });
  }

  /** Of a member that the interface says may be missing. */
  private implementMissing(member: VirtualMember): IrFunction | null {
    const { result } = member.type;
    if (result.kind !== TypeKind.Unknown && !mayBeUndefined(result)) return null;
    if (member.missing !== null) return member.missing;
    const { program } = this;
    const fn = program.addFunction(`no ${member.name}`, program.loaded.files[0], member.method.signature);
    const context = new Context(program, fn, TypeEnvironment.empty, result);
    for (const param of fn.params) fn.addParameter(context.builder.block, param);
    context.builder.return(absentValue(context, result));
    context.finish();
    member.missing = fn;
    return fn;
  }

  /** A function with the slot's signature around another form of the member; one that panics where the types cannot meet. */
  private adapt(
    live: LiveClass,
    member: VirtualMember,
    call: (context: Context, self: Operand, args: Operand[]) => Operand,
  ): IrFunction | null {
    const { program } = this;
    const [file] = program.loaded.files;
    const name = `${live.layout.irClass.name}.${member.kind === "method" ? "" : `${member.kind} `}${member.name}`;
    const fn = program.addFunction(`${name} as ${member.method.name}`, file, member.method.signature);
    fn.inlining = "auto";
    const context = new Context(program, fn, TypeEnvironment.empty, member.type.result);
    context.isCoincidental = member.root === null;
    const { builder } = context;
    for (const param of fn.params) fn.addParameter(builder.block, param);
    const [self, ...rest] = builder.block.params;
    let isReached = true;
    const selfType: Type = live.type ?? live.array ?? anyObject;
    const args = rest.map((value, index) => operand(member.type.params[index], value));
    try {
      const result = takenAs(context, call(context, operand(selfType, self), args), member.type.result, file, member.view !== undefined);
      const value = coerce(context, result, member.type.result, file);
      builder.return(fn.result === ValueType.Void ? undefined : value);
    } catch (error) {
      // A class that has a member of that name by coincidence does not reach the interface, unless the program holds unlike types for like.
      if (!(error instanceof Refusal) || member.root !== null) throw error;
      isReached = false;
      program.lacksOpenTypes ||= member.view !== undefined;
      fn.blocks = [];
      fillUnreachable(program, fn);
    }
    if (isReached) context.finish();
    return isReached ? fn : this.otherMember(member);
  }

  /** What a call through the slot may reach, by the method's index. */
  implementations(index: number): IrFunction[] {
    for (const member of this.members.values()) {
      if (member.method.index === index) return [...member.implementations.values()].filter((fn) => fn !== null);
    }
    return [];
  }

  /** Greedy colouring: methods that no class has both of share a slot. */
  private assignSlots(): void {
    const { classes } = this.program.module;
    for (const member of this.members.values()) {
      const having = [...member.implementations].filter(([, fn]) => fn !== null);
      let slot = 0;
      while (having.some(([index]) => (classes[index].slots[slot] ?? -1) !== -1)) slot++;
      (member.method as { slot: number }).slot = slot;
      for (const [index, fn] of having) {
        const { slots } = classes[index];
        while (slots.length <= slot) slots.push(-1);
        slots[slot] = fn?.index ?? -1;
      }
    }
  }
}

function lostReceiver(context: Context, { type }: VirtualMember): Operand {
  context.check(context.builder.int(ValueType.Bool, 0), PanicKind.Receiver);
  return operand(type.result, context.builder.nullRef());
}

/** A field that may be absent, read as a type that may not: the reader has tested another member that says it is there. */
function presentWhere(context: Context, given: Operand, wanted: Type): Operand {
  if (!mayBeAbsent(given.type) || mayBeAbsent(wanted) || wanted.kind === TypeKind.Unknown) return given;
  const present = presentType(given.type);
  if (present.kind === TypeKind.Never) return given;
  checkPresent(context, given);
  return context.narrow(given, present, context.program.loaded.files[0]);
}

/** What is asked of objects of any class. */
function isQuestion(kind: MemberKind): kind is "has" | "instance" | "text" {
  return kind === "has" || kind === "instance" || kind === "text";
}

function couldHold(field: Type, wanted: Type, kind: MemberKind): boolean {
  if (kind === "method" || field === wanted) return true;
  if (wanted.kind === TypeKind.Union || wanted.kind === TypeKind.Unknown || field.kind === TypeKind.Unknown) return true;
  if (kind === "get" && field.kind === TypeKind.Union && field.members.some((member) => member.kind === wanted.kind)) return true;
  return valueTypeOf(field) === valueTypeOf(wanted) || (field.kind === TypeKind.Integer && wanted.kind === TypeKind.Number);
}
