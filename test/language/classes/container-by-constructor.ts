// A container that makes and keeps one object for each class that it is asked for; classes are keys of maps and sets.

class Clock {
  now(): number {
    return 42;
  }
}
class Log {
  readonly lines: string[] = [];
  write(line: string): void {
    this.lines.push(line);
  }
}
class Service {
  constructor(
    private readonly log: Log,
    private readonly clock: Clock,
  ) {}
  run(): string {
    this.log.write(`ran at ${this.clock.now()}`);
    return this.log.lines.join(";");
  }
}

class Container {
  private readonly made = new Map<Function, unknown>();
  private readonly factories = new Map<Function, (container: Container) => unknown>();

  register<T>(token: new (...args: never[]) => T, make: (container: Container) => T): this {
    this.factories.set(token, make);
    return this;
  }

  resolve<T>(token: new (...args: never[]) => T): T {
    if (this.made.has(token)) return this.made.get(token) as T;
    const make = this.factories.get(token);
    if (make === undefined) throw new Error(`nothing makes a ${token.name}`);
    const object = make(this);
    this.made.set(token, object);
    return object as T;
  }
}

const container = new Container()
  .register(Clock, () => new Clock())
  .register(Log, () => new Log())
  .register(Service, (own) => new Service(own.resolve(Log), own.resolve(Clock)));
console.log(container.resolve(Service).run(), "|", container.resolve(Service).run());
console.log(container.resolve(Log) === container.resolve(Log), container.resolve(Log).lines.length);
try {
  container.resolve(Container);
} catch (error) {
  console.log((error as Error).message);
}
const seen = new Set<Function>([Clock, Log, Clock]);
console.log(seen.size, seen.has(Log), seen.has(Service), seen.delete(Clock), seen.size);
