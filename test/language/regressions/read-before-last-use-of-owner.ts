// What is read from an object by that object's last use lives on: its count is taken before the object's is given up.

class Holder {
  constructor(
    public change: (x: number) => number,
    public pair: [number, string],
  ) {}
}

function share(rounds: number): string {
  let step = 2;
  let last = "";
  for (let i = 0; i < rounds; i++) {
    const first = new Holder((x) => x + 1, [i, `text ${i}`]);
    const second = new Holder((x) => x + step, first.pair);
    last = second.pair[1];
    step = second.change(i);
  }
  return `${last} ${step}`;
}

interface Chain {
  value: string;
  next: Chain | null;
}
/** Each link is the last use of the one before. */
function lastOf(count: number): string {
  let head: Chain = { value: "start", next: null };
  for (let i = 0; i < count; i++) head = { value: `${head.value.slice(-3)}${i}`, next: head };
  const tail = head.next?.next;
  return `${tail?.value} ${tail?.next?.value ?? "none"}`;
}

function take(make: () => Holder): [number, string] {
  return make().pair;
}

const rounds = 4;
console.log(share(rounds), share(1), share(0));
console.log(lastOf(5), lastOf(2), lastOf(1));
const [number, text] = take(() => new Holder((x) => x, [1, `one ${rounds}`]));
console.log(number, text);
const names = [["a", "b"], ["c"]];
const moved = names.map((list) => list).filter((list) => list.length > 1)[0];
console.log((moved ?? []).join());
