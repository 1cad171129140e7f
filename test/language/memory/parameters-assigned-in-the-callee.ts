// A parameter that is given another object: the caller's argument is untouched.
class Link {
  constructor(
    readonly name: string,
    readonly next: Link | null,
  ) {}
}
function lastOf(link: Link): Link {
  while (link.next !== null) link = link.next;
  return link;
}
function renamed(link: Link): string {
  const before = link.name;
  link = new Link(before + "'", link);
  link = link.next ?? link;
  return before + link.name;
}
const chain = new Link("a" + 1, new Link("b" + 2, new Link("c" + 3, null)));
console.log(lastOf(chain).name, renamed(chain), chain.name, lastOf(new Link("alone" + 4, null)).name);
