// Objects as values: equality by members, hashes for maps by text, cloning, and comparisons through an interface.

interface Comparable<T> {
  compareTo(other: T): number;
  equals(other: T): boolean;
}

class Version implements Comparable<Version> {
  readonly parts: readonly number[];
  constructor(text: string) {
    this.parts = text.split(".").map(Number);
  }
  compareTo(other: Version): number {
    for (let at = 0; at < Math.max(this.parts.length, other.parts.length); at++) {
      const difference = (this.parts[at] ?? 0) - (other.parts[at] ?? 0);
      if (difference !== 0) return Math.sign(difference);
    }
    return 0;
  }
  equals(other: Version): boolean {
    return this.compareTo(other) === 0;
  }
  toString(): string {
    return this.parts.join(".");
  }
}

function greatest<T extends Comparable<T>>(first: T, ...others: T[]): T {
  return others.reduce((best, each) => (each.compareTo(best) > 0 ? each : best), first);
}

function unique<T extends Comparable<T>>(all: readonly T[]): T[] {
  return all.filter((each, index) => all.findIndex((other) => other.equals(each)) === index);
}

const versions = ["1.10", "1.9.9", "1.10.0", "2", "1.9.10", "2.0.0"].map((text) => new Version(text));
console.log(String(greatest(versions[0], ...versions)), greatest(versions[1]).toString());
console.log(unique(versions).join(" "));
console.log([...versions].sort((left, right) => left.compareTo(right)).join(" < "));
const byText = new Map(versions.map((version) => [`${version}`, version]));
console.log(
  byText.size,
  byText.get("1.10") === versions[0],
  byText.get("1.10")?.equals(new Version("1.10.0.0")),
  versions[0] === versions[2],
);
