// Static members of classes inside functions: each run of the function has its own.

function registry(limit: number): { add: (name: string) => number; show: () => string } {
  class Registry {
    static count = 0;
    static readonly names: string[] = [];
    static last: string | undefined;
    static {
      this.names.push(`limit ${limit}`);
    }
    static add(name: string): number {
      if (Registry.count < limit) {
        this.names.push(name);
        Registry.last = name;
      }
      return ++Registry.count;
    }
    static get full(): boolean {
      return this.count >= limit;
    }
    static set capacity(n: number) {
      Registry.count = limit - n;
    }
  }
  class Derived extends Registry {
    static own = Registry.names.length;
    static override add(name: string): number {
      return super.add(`${name}${Derived.own}`) + 100;
    }
  }
  return {
    add: (name) => (name.length > 1 ? Derived.add(name) : Registry.add(name)),
    show: () => {
      const text = `${Registry.count} ${Registry.names.join("+")} ${Registry.last} ${Registry.full} ${Derived.names.length}`;
      Registry.capacity = 1;
      return text;
    },
  };
}
const small = registry(2);
const large = registry(10);
console.log(small.add("a"), small.add("bb"), small.add("c"), large.add("dd"));
console.log(small.show(), "|", large.show());
console.log(small.show(), "|", large.show());
