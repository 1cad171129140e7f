// Mixins: functions that extend whatever class they are given, with fields, methods and constructors of their own.

type Constructor<T = {}> = new (...args: any[]) => T;

class Entity {
  constructor(
    readonly id: number,
    public name = "none",
  ) {}
  describe(): string {
    return `${this.id}:${this.name}`;
  }
}

const Timestamped = <T extends Constructor>(Base: T) =>
  class extends Base {
    createdAt = 42;
    touch(): void {
      this.createdAt++;
    }
  };

function Tagged<TBase extends Constructor<Entity>>(Base: TBase) {
  return class Tagged extends Base {
    #secret = 1;
    private readonly tags: string[] = [];
    constructor(...args: any[]) {
      super(...args);
      this.tags.push(`made ${this.name}`);
    }
    tag(text: string): this {
      this.tags.push(text);
      this.#secret++;
      return this;
    }
    override describe(): string {
      return `${super.describe()} [${this.tags.join(", ")}] ${this.#secret}`;
    }
  };
}

class User extends Timestamped(Tagged(Entity)) {
  #secret = "user";
  constructor(name: string) {
    super(7, name);
  }
  secret(): string {
    return this.#secret;
  }
}

const user = new User("Ada");
user.touch();
console.log(user.describe(), user.createdAt, user.secret());
console.log(user.tag("a").tag("b").describe());
const Made = Tagged(Entity);
const made = new Made(3, "x");
console.log(made.describe(), made instanceof Entity, made instanceof Made, user instanceof Made);
const list: Entity[] = [user, made, new Entity(1)];
for (const each of list) console.log(each.describe(), each instanceof User);
const later = new (Timestamped(Entity))(9);
console.log(later.createdAt, later.name, later.describe());
