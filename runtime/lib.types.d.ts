// Library declarations of types that compute types: `Partial`, `ReturnType` and their like. A part of lib.d.ts.

type Partial<T> = { [P in keyof T]?: T[P] };
type Required<T> = { [P in keyof T]-?: T[P] };
type Readonly<T> = { readonly [P in keyof T]: T[P] };
type Pick<T, K extends keyof T> = { [P in K]: T[P] };
type PropertyKey = string | number | symbol;
type NoInfer<T> = intrinsic;
type Uppercase<S extends string> = intrinsic;
type Lowercase<S extends string> = intrinsic;
type Capitalize<S extends string> = intrinsic;
type Uncapitalize<S extends string> = intrinsic;
type Record<K extends string | number | symbol, T> = { [P in K]: T };
type Exclude<T, U> = T extends U ? never : T;
type Extract<T, U> = T extends U ? T : never;
type Omit<T, K extends string | number | symbol> = Pick<T, Exclude<keyof T, K>>;
type NonNullable<T> = T & {};
type ThisParameterType<F> = F extends (this: infer S, ...parameters: never) => unknown ? S : unknown;
type OmitThisParameter<F> =
  unknown extends ThisParameterType<F> ? F : F extends (...parameters: infer P) => infer R ? (...parameters: P) => R : F;
type Parameters<F extends (...parameters: never[]) => unknown> = F extends (...parameters: infer P) => unknown ? P : never;
type ReturnType<F extends (...parameters: never[]) => unknown> = F extends (...parameters: never[]) => infer R ? R : never;
type ConstructorParameters<C extends abstract new (...parameters: never[]) => unknown> = C extends abstract new (
  ...parameters: infer P
) => unknown
  ? P
  : never;
type InstanceType<C extends abstract new (...parameters: never[]) => unknown> = C extends abstract new (
  ...parameters: never[]
) => infer R
  ? R
  : never;
