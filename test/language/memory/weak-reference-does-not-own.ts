// deref gives the object while somebody owns it, many links to one object work, and links may end before it.
class Target {
  constructor(readonly n: number) {}
}
const targets = [new Target(1), new Target(2), new Target(3)];
const links = targets.map((target) => new WeakRef(target));
for (let i = 0; i < 40; i++) links.push(new WeakRef(targets[i % 3]));
let sum = 0;
for (const link of links) sum += link.deref()?.n ?? 100;
links.length = 2;
console.log(sum, links[0].deref() === targets[0], links[1].deref()?.n, targets.length);
