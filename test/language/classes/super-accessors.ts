// Accessors of the class above: read, assigned and counted up through `super`.

class Base {
  protected stored = 1;
  readonly log: string[] = [];
  get value(): number {
    this.log.push("get");
    return this.stored;
  }
  set value(given: number) {
    this.stored = given;
    this.log.push(`set ${given}`);
  }
  set quiet(given: number) {
    this.log.push(`quiet ${given}`);
  }
}
class Middle extends Base {
  override get value(): number {
    return super.value * 10;
  }
  override set value(given: number) {
    super.value = given + 1;
  }
  override set quiet(given: number) {
    super.quiet = given * 2;
  }
  bump(): number {
    super.value += 5;
    return super.value++ + --super.value;
  }
}
class Below extends Middle {
  override get value(): number {
    const read = (): number => super.value + 0.5;
    return read();
  }
  override set value(given: number) {
    [super.value] = [given * 2];
  }
}
for (const object of [new Middle(), new Below()]) {
  object.value = 3;
  object.quiet = 4;
  console.log(object.value, object.bump(), object.value, object.log.join());
}

// Static ones belong to the class they are called on.
class Settings {
  static level = 1;
  static get shown(): string {
    return `level ${this.level}`;
  }
  static set shown(text: string) {
    this.level = text.length;
  }
}
class Loud extends Settings {
  static override level = 5;
  static change(): string {
    super.shown = "eleven chars";
    return `${Settings.level} ${Loud.level} ${super.shown}`;
  }
}
console.log(Loud.change());
