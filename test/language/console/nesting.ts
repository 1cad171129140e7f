// Depth, lines and columns of what is nested in each other.
interface Tree {
  name: string;
  children: Tree[];
}
const leaf = (name: string): Tree => ({ name, children: [] });
const tree: Tree = { name: "root", children: [{ name: "left", children: [leaf("a"), leaf("b")] }, leaf("right")] };
console.log(tree);
console.log([tree], { tree });
console.log(tree.children, tree.children[0].children);
console.log([[[[["deep"]]]]], { a: { b: { c: { d: 1 } } } }, [{ a: [{ b: [{ c: 1 }] }] }]);
console.log(new Map([["tree", tree]]));
