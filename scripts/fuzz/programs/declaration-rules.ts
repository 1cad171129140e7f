// Declarations of random programs: functions, classes, interfaces, object types, unions.

import { makeShape, parameterList } from "./literals.ts";
import type { ProgramMaker } from "./program-maker.ts";
import { type Member, type Method, type RandomType, type Shape, type ShapeCase, typeText } from "./random-types.ts";

/** The body of a function or method, in a scope of its own besides what is given. */
function bodyText(maker: ProgramMaker, scope: ProgramMaker["scope"], result: RandomType, budget: number): void {
  maker.inFunction({ scope, result, yields: undefined }, () => {
    maker.budget = budget;
    maker.line(`if (fuel-- <= 0) return ${maker.literal(result)};`);
    if (budget > 0) maker.statements(2, budget);
    maker.line(`return ${maker.expression(result, 2)};`);
  });
}

export function declareFunction(maker: ProgramMaker): void {
  const params = Array.from({ length: maker.random.below(4) }, () => (maker.wants("closure", 8) ? maker.functionType() : maker.type(1)));
  const result = maker.percent(70) ? maker.scalar() : maker.type(1);
  const name = maker.fresh("fn");
  const prefix = maker.fresh("p");
  maker.line(`function ${name}(${parameterList(params, prefix)}): ${typeText(result)} {`);
  const scope = [...maker.scope, ...params.map((type, index) => ({ name: `${prefix}${index}`, type, isConstant: false }))];
  bodyText(maker, scope, result, 1 + maker.random.below(6));
  maker.line("}");
  maker.callees.push({ name, params, result });
}

export function declareGlobal(maker: ProgramMaker): void {
  const type = maker.type(1);
  const name = maker.fresh("global");
  maker.line(`let ${name}: ${typeText(type)} = ${maker.literal(type)};`);
  maker.declare(name, type, false);
}

function members(maker: ProgramMaker, count: number): Member[] {
  return Array.from({ length: count }, () => ({ name: maker.fresh("m"), type: maker.type(1), isReadonly: maker.percent(20) }));
}

function addShape(maker: ProgramMaker, shape: Shape): void {
  maker.shapes.push(shape);
}

/** The name of an object type. */
export function declareRecord(maker: ProgramMaker): void {
  const own = members(maker, 1 + maker.random.below(3));
  const name = maker.fresh("Record");
  const isInterface = maker.percent(50);
  const text = own.map((member) => `${member.isReadonly ? "readonly " : ""}${member.name}: ${typeText(member.type)}`).join("; ");
  maker.line(isInterface ? `interface ${name} { ${text} }` : `type ${name} = { ${text} };`);
  addShape(maker, { name, members: own, methods: [], makers: [{ callee: "", params: own }], cases: [], supertypes: [] });
}

export function declareVariants(maker: ProgramMaker): void {
  const name = maker.fresh("Variant");
  const cases: ShapeCase[] = ["first", "second", "third"]
    .slice(0, 2 + maker.random.below(2))
    .map((tag) => ({ tag, members: members(maker, maker.random.below(3)) }));
  const texts = cases.map(
    ({ tag, members: own }) => `{ tag: "${tag}"${own.map((member) => `; ${member.name}: ${typeText(member.type)}`).join("")} }`,
  );
  maker.line(`type ${name} = ${texts.join(" | ")};`);
  const open = cases.map(({ tag, members: own }) => ({ tag, members: own.map((member) => ({ ...member, isReadonly: false })) }));
  addShape(maker, { name, members: [], methods: [], makers: [], cases: open, supertypes: [] });
}

/** What objects of a class have, so that others that have it too fit structurally. */
export function declareInterface(maker: ProgramMaker): void {
  const classes = maker.shapes.filter((shape) => shape.makers.some(({ callee }) => callee !== ""));
  if (classes.length === 0) return declareRecord(maker);
  const model = maker.random.pick(classes);
  const own = model.members.filter(() => maker.percent(60));
  const methods = model.methods.filter(() => maker.percent(70));
  if (own.length + methods.length === 0) return declareRecord(maker);
  const name = maker.fresh("Face");
  maker.line(`interface ${name} {`);
  for (const member of own) maker.line(`  ${member.isReadonly ? "readonly " : ""}${member.name}: ${typeText(member.type)};`);
  for (const { name: method, params, result } of methods) maker.line(`  ${method}(${parameterList(params)}): ${typeText(result)};`);
  maker.line("}");
  // Everything that is a kind of the model is a kind of this.
  for (const shape of maker.shapes) if (shape === model || shape.supertypes.includes(model.name)) shape.supertypes.push(name);
  const makers = [...model.makers, ...(methods.length === 0 ? [{ callee: "", params: own }] : [])];
  addShape(maker, { name, members: own, methods, makers, cases: [], supertypes: [] });
}

interface ClassPlan {
  readonly name: string;
  readonly base: Shape | undefined;
  readonly own: readonly Member[];
  readonly inherited: readonly Member[];
}

export function declareClass(maker: ProgramMaker): void {
  const bases = maker.shapes.filter((shape) => shape.makers.length === 1 && shape.makers[0]?.callee === `new ${shape.name}`);
  const base = bases.length > 0 && maker.percent(60) ? maker.random.pick(bases) : undefined;
  const inherited = base?.makers[0]?.params ?? [];
  const plan: ClassPlan = { name: maker.fresh("Class"), base, own: members(maker, 1 + maker.random.below(2)), inherited };
  maker.line(`class ${plan.name}${base === undefined ? "" : ` extends ${base.name}`} {`);
  const outerScope = maker.scope;
  maker.indent += "  ";
  const counter = maker.percent(40) ? maker.fresh("made") : "";
  if (counter !== "") maker.line(`static ${counter} = 0;`);
  const extra: Member[] = maker.percent(40) ? [{ name: maker.fresh("m"), type: maker.scalar(), isReadonly: false }] : [];
  for (const { name, type } of extra) maker.line(`${name}: ${typeText(type)} = ${maker.literal(type)};`);
  declareConstructor(maker, plan, counter);
  const all = [...(base?.members ?? []), ...plan.own, ...extra];
  const scope = [...outerScope, ...all.map((member) => ({ ...member, name: `this.${member.name}`, isConstant: member.isReadonly }))];
  const accessors = maker.percent(50) ? [declareAccessor(maker, scope)] : [];
  const methods = declareMethods(maker, plan, scope);
  maker.indent = maker.indent.slice(2);
  maker.scope = outerScope;
  maker.line("}");
  const supertypes = base === undefined ? [] : [base.name, ...base.supertypes];
  const makers = [{ callee: `new ${plan.name}`, params: [...inherited, ...plan.own] }];
  addShape(maker, { name: plan.name, members: [...all, ...accessors], methods, makers, cases: [], supertypes });
}

function declareConstructor(maker: ProgramMaker, { name, base, own, inherited }: ClassPlan, counter: string): void {
  const isProperty = maker.percent(40);
  const isReadonly = (member: Member): string => (member.isReadonly ? "readonly " : "");
  if (!isProperty) for (const member of own) maker.line(`${isReadonly(member)}${member.name}: ${typeText(member.type)};`);
  const params = [
    ...inherited.map((member) => `${member.name}: ${typeText(member.type)}`),
    ...own.map((member) => `${isProperty ? `public ${isReadonly(member)}` : ""}${member.name}: ${typeText(member.type)}`),
  ];
  maker.line(`constructor(${params.join(", ")}) {`);
  if (base !== undefined) maker.line(`  super(${inherited.map((member) => member.name).join(", ")});`);
  if (!isProperty) for (const member of own) maker.line(`  this.${member.name} = ${member.name};`);
  if (counter !== "") maker.line(`  log(\`made ${name} \${++${name}.${counter}}\`);`);
  maker.line("}");
}

/** Reads the fields in some way; some can be set as well. */
function declareAccessor(maker: ProgramMaker, scope: ProgramMaker["scope"]): Member {
  const type = maker.scalar();
  const name = maker.fresh("m");
  const outer = maker.scope;
  maker.scope = scope;
  const field = maker.assignable((held) => held.kind === type.kind);
  const isSettable = field?.name.startsWith("this.") === true && typeText(field.type) === typeText(type);
  maker.line(`get ${name}(): ${typeText(type)} { return ${maker.deferred(() => maker.expression(type, 1))}; }`);
  if (isSettable) maker.line(`set ${name}(to: ${typeText(type)}) { ${field.name} = to; }`);
  maker.scope = outer;
  return { name, type, isReadonly: !isSettable };
}

function declareMethods(maker: ProgramMaker, { base }: ClassPlan, scope: ProgramMaker["scope"]): Method[] {
  const methods = new Map((base?.methods ?? []).map((method) => [method.name, method]));
  for (const method of base?.methods ?? []) if (maker.percent(50)) writeMethod(maker, method, scope, true);
  for (let count = 1 + maker.random.below(2); count > 0; count--) {
    const params = Array.from({ length: maker.random.below(3) }, () => maker.type(1));
    const method: Method = { name: maker.fresh("method"), params, result: maker.percent(80) ? maker.scalar() : maker.type(1) };
    writeMethod(maker, method, scope, false);
    methods.set(method.name, method);
  }
  return [...methods.values()];
}

function writeMethod(maker: ProgramMaker, { name, params, result }: Method, scope: ProgramMaker["scope"], isOverride: boolean): void {
  const prefix = maker.fresh("p");
  maker.line(`${isOverride ? "override " : ""}${name}(${parameterList(params, prefix)}): ${typeText(result)} {`);
  const inner = [...scope, ...params.map((type, index) => ({ name: `${prefix}${index}`, type, isConstant: false }))];
  if (isOverride && maker.percent(50)) {
    const local = maker.fresh("base");
    maker.line(`  const ${local} = super.${name}(${params.map((_, index) => `${prefix}${index}`).join(", ")});`);
    inner.push({ name: local, type: result, isConstant: true });
  }
  bodyText(maker, inner, result, maker.random.below(4));
  maker.line("}");
}

/** An object made for a call to see: named, so that it may be shared. */
export function declareObject(maker: ProgramMaker): boolean {
  if (maker.shapes.length === 0) return false;
  const shape = maker.random.pick(maker.shapes);
  const name = maker.fresh("object");
  maker.line(`const ${name}: ${shape.name} = ${makeShape(maker, shape, (member) => maker.expression(member.type, 1))};`);
  maker.declare(name, { kind: "shape", shape }, true);
  return true;
}
