// A discriminant inside a member, and unions within unions.

interface Ok {
  status: { code: 200 };
  text: string;
}
interface Gone {
  status: { code: 410 };
  since: number;
}
type Expression =
  | { type: "number"; value: number }
  | { type: "negate"; inner: Expression }
  | { type: "binary"; operator: "+" | "*"; left: Expression; right: Expression };

function evaluate(expression: Expression): number {
  switch (expression.type) {
    case "number":
      return expression.value;
    case "negate":
      return -evaluate(expression.inner);
    case "binary": {
      const left = evaluate(expression.left);
      const right = evaluate(expression.right);
      return expression.operator === "+" ? left + right : left * right;
    }
  }
}
function print(expression: Expression): string {
  if (expression.type === "number") return String(expression.value);
  if (expression.type === "negate") return `-${print(expression.inner)}`;
  return `(${print(expression.left)} ${expression.operator} ${print(expression.right)})`;
}

const ok: Ok = { status: { code: 200 }, text: "fine" };
const gone: Gone = { status: { code: 410 }, since: 1999 };
console.log(ok.status.code, ok.text, gone.status.code, gone.since);

const number = (value: number): Expression => ({ type: "number", value });
const tree: Expression = {
  type: "binary",
  operator: "*",
  left: { type: "negate", inner: { type: "binary", operator: "+", left: number(2), right: number(3) } },
  right: number(4),
};
console.log(print(tree), evaluate(tree));
