// Uses a value that its type says is there, and is not.

class Link {
  next: Link | null = null;
  value: number = 1;
}
function third(link: Link): number {
  return link.next!.next!.value;
}
const head = new Link();
head.next = new Link();
console.log(third(head));
