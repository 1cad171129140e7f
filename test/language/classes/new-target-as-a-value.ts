// new.target as a value: kept, compared, asked for static members, and passed on.

const made: Function[] = [];

abstract class Entity {
  static readonly table: string = "entities";
  readonly kind: string;
  constructor() {
    const target = new.target;
    made.push(target);
    this.kind = `${target.name} in ${target.table}`;
    if (target !== User) console.log("not a plain user:", target === Admin);
  }
}
class User extends Entity {
  static override readonly table: string = "users";
}
class Admin extends User {
  readonly level: number;
  constructor() {
    super();
    const kinds: Function[] = [User, new.target];
    this.level = kinds.indexOf(Admin) + (new.target === Admin ? 10 : 0);
  }
}
class Guest extends Entity {}

for (const entity of [new User(), new Admin(), new Guest()]) console.log(entity.kind, entity instanceof User);
console.log(made.length, made.includes(Admin), made.indexOf(Guest), made[0] === User, made[0] === made[1]);
console.log(new Admin().level);

function Plain(): boolean {
  return new.target === undefined;
}
console.log(Plain());
