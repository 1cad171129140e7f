// What was read from a field is good after the field changed.
class Box {
  content: { name: string } | null = { name: "first" + 1 };
}
function replace(box: Box, name: string): string {
  const old = box.content;
  box.content = { name: name + "!" };
  box.content = null;
  return old === null ? "nothing" : old.name;
}
const box = new Box();
console.log(replace(box, "second"), replace(box, "third"), box.content === null);
