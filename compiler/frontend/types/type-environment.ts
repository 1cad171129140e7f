// Type environment: what the type parameters in scope stand for, in one instance of a generic class or function.

import type ts from "typescript";
import type { Type } from "./types.ts";

export interface ResolvedType {
  readonly type: ts.Type;
  /** No parameter is left in it. */
  readonly isClosed: boolean;
}

export class TypeEnvironment {
  static readonly empty = new TypeEnvironment(null, new Map());

  private readonly parent: TypeEnvironment | null;
  private readonly bindings: ReadonlyMap<ts.Symbol, Type>;
  /** Converted types, for the checker's types that mention parameters of this environment. */
  readonly converted = new Map<ts.Type, Type>();
  /** Types that mention parameters, with those in their place. */
  readonly resolved = new Map<ts.Type, ResolvedType>();
  /** Types that are being converted; those that were met inside themselves with what stands for them. */
  readonly converting = new Map<ts.Type, Type | undefined>();
  /** What `this` stands for as a type. */
  thisType: Type | null;

  private constructor(parent: TypeEnvironment | null, bindings: ReadonlyMap<ts.Symbol, Type>) {
    this.parent = parent;
    this.bindings = bindings;
    this.thisType = parent?.thisType ?? null;
  }

  extend(bindings: ReadonlyMap<ts.Symbol, Type>): TypeEnvironment {
    return bindings.size === 0 ? this : new TypeEnvironment(this, bindings);
  }

  /** The same bindings with another meaning of `this`. */
  withThis(type: Type): TypeEnvironment {
    const result = new TypeEnvironment(this, new Map());
    result.thisType = type;
    return result;
  }

  /** The type that values of the parameter have. */
  lookup(parameter: ts.Symbol): Type | undefined {
    const found = this.lookupExact(parameter);
    return found?.exact?.plain ?? found;
  }

  /** The same with all that is known of it. */
  lookupExact(parameter: ts.Symbol): Type | undefined {
    return this.bindings.get(parameter) ?? this.parent?.lookupExact(parameter);
  }

  /** Equal for environments that bind the same parameters to the same types. */
  get key(): string {
    const own = [...this.bindings.values()].map((type) => type.id).join();
    const above = this.parent?.key ?? "";
    return above === "" ? own : own === "" ? above : `${above};${own}`;
  }
}
