// WeakMap: values by the identity of objects, of classes, literals, arrays and functions.
class User {
  constructor(readonly name: string) {}
}
const ann = new User("Ann");
const bob = new User("Bob");
const ages = new WeakMap<User, number>([
  [ann, 30],
  [bob, 40],
]);
console.log(ages.get(ann), ages.get(bob), ages.get(new User("Ann")), ages.has(ann), ages.set(ann, 31).get(ann));
console.log(ages.delete(bob), ages.delete(bob), ages.has(bob), ages.get(bob));
const secrets = new WeakMap<object, string>();
const list = [1, 2];
const literal = { a: 1 };
const call = (): number => 1;
secrets.set(list, "list").set(literal, "literal").set(call, "function").set(ann, "user");
console.log(secrets.get(list), secrets.get(literal), secrets.get(call), secrets.get(ann), secrets.get([1, 2]), secrets.has({ a: 1 }));
const seen = new WeakSet<User>([ann]);
console.log(seen.has(ann), seen.has(bob), seen.add(bob).has(bob), seen.delete(ann), seen.delete(ann), seen.has(ann));
const nested = new WeakMap<User, WeakMap<User, string>>();
nested.set(ann, new WeakMap([[bob, "friends"]]));
console.log(nested.get(ann)?.get(bob), nested.get(bob)?.get(ann), call());
