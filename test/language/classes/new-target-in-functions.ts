// Classes that each run of a function makes anew: `new.target` is the one of this run.

function make(start: number): string {
  class Local {
    count = start;
    tag: string;
    constructor() {
      this.tag = `${new.target === Local} ${new.target !== Local} ${new.target.name} ${new.target === undefined}`;
    }
  }
  class Below extends Local {
    static made = 0;
    constructor() {
      super();
      Below.made++;
      this.tag += new.target === Below ? ` own ${Below.made}` : " other";
    }
  }
  return `${new Local().tag}; ${new Below().tag}; ${new Below().count}`;
}
console.log(make(1));
console.log(make(2));

class Registry {
  static readonly made: string[] = [];
  constructor(label: string) {
    Registry.made.push(`${new.target.name}:${label}`);
  }
}
function register(labels: readonly string[]): number {
  class Entry extends Registry {
    readonly all = labels.length;
  }
  return labels.map((label) => new Entry(label)).reduce((sum, entry) => sum + entry.all, 0);
}
console.log(register(["a", "b"]), new Registry("c") instanceof Registry, Registry.made.join());
