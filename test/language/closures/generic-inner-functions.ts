// Inner functions with type parameters use variables around them, in generic functions too.

function labelled(tag: string): string {
  let uses = 0;
  function show<T>(value: T, text: (value: T) => string): string {
    uses++;
    return `${tag}:${text(value)}`;
  }
  const pair = <A, B>(a: A, b: B): [A, B] => {
    uses += 10;
    return [a, b];
  };
  const [n, s] = pair(2, "two");
  return `${show(n, (value) => `n${value + 1}`)} ${show(s, (value) => value.toUpperCase())} ${uses}`;
}
console.log(labelled("t"));

function grouped<T>(list: T[], limit: number): T[][] {
  const groups: T[][] = [];
  let current: T[] = [];
  function close<U>(marks: U[], mark: U): number {
    groups.push(current);
    current = [];
    return marks.push(mark);
  }
  const marks: string[] = [];
  for (const item of list) {
    current.push(item);
    if (current.length === limit) close(marks, `${groups.length}`);
  }
  close([1, 2], 3);
  console.log(marks.join());
  return groups;
}
console.log(JSON.stringify(grouped([1, 2, 3, 4, 5], 2)), JSON.stringify(grouped(["a", "b"], 2)));

// A circle of generic functions, and one of them as a value.
function nested(depth: number): string {
  function open<T>(value: T, level: number): string {
    return level >= depth ? String(level) : `(${close([value, value], level + 1)})`;
  }
  function close<T>(values: T[], level: number): string {
    return `[${open(values.length, level)}]`;
  }
  const twice = (f: (value: string, level: number) => string): string => f("x", 0) + f("y", depth - 1);
  return open("a", 0) + twice(open);
}
console.log(nested(3));
