// Arrow functions in constants that call each other, the first before the second is declared.

function zigzag(depth: number): string {
  const parts: string[] = [];
  const left = (n: number): void => {
    if (n > 0) {
      parts.push(`l${n}`);
      right(n - 1);
    }
  };
  const right = (n: number): void => {
    if (n > 0) {
      parts.push(`r${n}`);
      left(n - 1);
    }
  };
  left(depth);
  right(depth);
  return parts.join(" ");
}
console.log(zigzag(3));
console.log(zigzag(0) === "");

// In a method, with `this`.
class Walker {
  readonly seen: string[] = [];
  constructor(private readonly step: number) {}
  walk(from: number): string {
    const forth = (n: number): number => {
      this.seen.push(`+${n}`);
      return n > 10 ? n : back(n + 2 * this.step);
    };
    const back = (n: number): number => {
      this.seen.push(`-${n}`);
      return n < 0 ? n : forth(n - this.step);
    };
    return `${forth(from)} ${this.seen.join("")}`;
  }
}
console.log(new Walker(3).walk(1));
console.log(new Walker(6).walk(-9));
