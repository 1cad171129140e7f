// The names of classes and functions: their own, or that of what they were given to.

class Plant {
  static describe(): string {
    return `a ${this.name}`;
  }
}
class Tree extends Plant {}
const Bush = class extends Plant {};
const Fern = class Inner extends Plant {};
console.log(Plant.name, Tree.name, Bush.name, Fern.name);
console.log(Plant.describe(), Tree.describe(), Bush.describe(), Fern.describe());

class Named {
  static readonly label = `${Named.name}!`;
  readonly title = Named.name.toLowerCase();
}
console.log(Named.label, new Named().title, Named.name.length);

// One that says its name itself.
class Own {
  static get shown(): string {
    return `<${this.name}>`;
  }
}
class Below extends Own {}
console.log(Own.shown, Below.shown);

function declared(): void {}
const arrow = (n: number): number => n;
const expression = function inner(): string {
  return inner.name;
};
console.log(declared.name, arrow.name, expression.name);
