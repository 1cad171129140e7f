// Directives of formats: what each of them makes of texts, numbers, objects and of what has an unknown type.

class T {
  toString(): string {
    return "custom";
  }
}
class U {
  a = 1;
}
console.log("%s|%s|%s|%s", "text", 1.5, -0, true);
console.log("%s %s %s", { a: { b: 1 } }, [1, [2, [3]]], null);
console.log("%s %s", new T(), new U());
console.log("%d %d %d %d", "12", "x", { a: 1 }, -0);
console.log("%i %i %i %i", "12.9px", 3.99, -3.99, "x");
console.log("%f %f", "1.5e3z", 2);
console.log("%j %j %j", { a: [1, "x"] }, 'q"', undefined);
console.log("%o %O %O", "str", "it's", { a: { b: { c: { d: 1 } } } });
console.log("%c styled %c", "color: red", "", "rest");
console.log("100%", 5, "%s");
console.log("%% %s %x %", 1, 2);
console.log("%s");
console.log("a%sb%sc", 1);
console.log("%s", "a", { b: 1 }, "c");
console.log(5, "%s", 6);
const u: unknown = "7.5kg";
console.log("%i %f %s %O %j", u, u, u, u, u);
console.dir({ a: { b: { c: { d: 1 } } } });
console.dir("x");
console.dir(u);
console.log("%d", 12345678901234567890, "%i", 1e21);
console.log("%i", 1e21, "%d");
