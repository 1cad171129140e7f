// Methods that only some classes below have: asked for, called, overridden with `super`, and taken with their object.

class Stage {
  readonly log: string[] = [];
  before?(name: string): void;
  decide?(value: number, scale?: number): number;
  run(value: number): number {
    this.before?.("run");
    return this.decide?.(value) ?? -1;
  }
}

class Logged extends Stage {
  override before(name: string): void {
    super.before?.(name);
    this.log.push(`logged ${name}`);
  }
}

class Scaled extends Logged {
  override before(name: string): void {
    super.before?.(name);
    this.log.push(`scaled ${name}`);
  }
  override decide(value: number, scale = 3): number {
    return value * scale;
  }
}

for (const stage of [new Stage(), new Logged(), new Scaled()]) {
  console.log(stage.run(2), stage.log, "decide" in stage, typeof stage.before);
  if (stage.decide) console.log(stage.decide(5), stage.decide(5, 2));
}

abstract class Hooks<T> {
  abstract make(): T;
  after?(made: T): T;
  all(): T {
    const made = this.make();
    return this.after === undefined ? made : this.after(made);
  }
}
class Plain extends Hooks<string> {
  make(): string {
    return "plain";
  }
}
class Shouting extends Plain {
  override after(made: string): string {
    return `${made.toUpperCase()}!`;
  }
}
console.log(new Plain().all(), new Shouting().all());

// The same of an interface, where a class has a default value for what may be left out.
interface Decider {
  decide?(value: number, scale?: number): number;
}
const deciders: Decider[] = [new Scaled(), {}];
console.log(deciders.map((decider) => [decider.decide?.(2), decider.decide?.(2, 5)]));
