// Lambda terms: substitution that renames, normal order with a limit, numerals, and printing with few brackets.

type Term = { kind: "name"; name: string } | { kind: "lambda"; name: string; body: Term } | { kind: "apply"; left: Term; right: Term };

const name = (text: string): Term => ({ kind: "name", name: text });
const lambda = (parameter: string, body: Term): Term => ({ kind: "lambda", name: parameter, body });
const apply = (left: Term, ...rights: Term[]): Term => rights.reduce<Term>((term, right) => ({ kind: "apply", left: term, right }), left);

function free(term: Term): Set<string> {
  switch (term.kind) {
    case "name":
      return new Set([term.name]);
    case "apply":
      return new Set([...free(term.left), ...free(term.right)]);
    case "lambda": {
      const names = free(term.body);
      names.delete(term.name);
      return names;
    }
  }
}

function replace(term: Term, from: string, to: Term): Term {
  switch (term.kind) {
    case "name":
      return term.name === from ? to : term;
    case "apply":
      return apply(replace(term.left, from, to), replace(term.right, from, to));
    case "lambda": {
      if (term.name === from) return term;
      if (!free(to).has(term.name)) return lambda(term.name, replace(term.body, from, to));
      let fresh = `${term.name}'`;
      while (free(to).has(fresh) || free(term.body).has(fresh)) fresh += "'";
      return lambda(fresh, replace(replace(term.body, term.name, name(fresh)), from, to));
    }
  }
}

function step(term: Term): Term | undefined {
  if (term.kind === "name") return undefined;
  if (term.kind === "lambda") {
    const body = step(term.body);
    return body && lambda(term.name, body);
  }
  if (term.left.kind === "lambda") return replace(term.left.body, term.left.name, term.right);
  const left = step(term.left);
  if (left !== undefined) return apply(left, term.right);
  const right = step(term.right);
  return right && apply(term.left, right);
}

function show(term: Term): string {
  if (term.kind === "name") return term.name;
  if (term.kind === "lambda") return `\\${term.name}.${show(term.body)}`;
  const left = term.left.kind === "lambda" ? `(${show(term.left)})` : show(term.left);
  return `${left} ${term.right.kind === "name" ? term.right.name : `(${show(term.right)})`}`;
}

function normal(term: Term, limit = 200): string {
  let count = 0;
  for (let next = step(term); next !== undefined && count < limit; next = step(term)) {
    term = next;
    count++;
  }
  return count === limit ? "no end" : `${show(term)} [${count}]`;
}

const numeral = (value: number): Term => {
  let body = name("x");
  for (let left = value; left > 0; left--) body = apply(name("f"), body);
  return lambda("f", lambda("x", body));
};
const times = lambda("m", lambda("n", lambda("f", apply(name("m"), apply(name("n"), name("f"))))));
const self = lambda("x", apply(name("x"), name("x")));
console.log(normal(apply(lambda("x", lambda("y", name("x"))), name("y"))));
console.log(normal(apply(times, numeral(2), numeral(3))));
console.log(normal(apply(self, self)), show(apply(self, self)));
console.log(normal(apply(lambda("a", name("b")), apply(self, self))), [...free(apply(name("p"), lambda("p", name("q"))))].join());
