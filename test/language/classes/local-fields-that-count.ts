// Fields of classes in functions whose initial values change variables around the class: nothing else in the function shows the change.

function tickets(): string {
  let next = 0;
  class Ticket {
    readonly id = ++next;
  }
  const made = [new Ticket(), new Ticket(), new Ticket()];
  return `${made.map((ticket) => ticket.id).join()} ${next}`;
}
function lists(): string {
  let names = "";
  let open = 0;
  class Row {
    readonly name: string;
    readonly place = (names += "+").length;
    private readonly peers = open++;
    constructor(name: string) {
      this.name = `${name}${this.place}${this.peers}`;
      names += name;
    }
  }
  class Wide extends Row {
    readonly width = (open *= 2);
  }
  const rows = [new Row("a"), new Wide("b"), new Row("c"), new Wide("d")];
  return `${rows.map((row) => row.name).join()} ${names} ${open} ${rows.filter((row) => row instanceof Wide).length}`;
}
function rounds(): string {
  const seen: string[] = [];
  for (let i = 0; i < 4; i++) {
    let skipped = 0;
    class Step {
      readonly by = (skipped += i);
      readonly jump = i === 1 ? (i += 1) : i;
    }
    const steps = [new Step(), new Step()];
    seen.push(`${steps.map((step) => `${step.by}/${step.jump}`).join()}:${skipped}`);
  }
  return seen.join(" ");
}
console.log(tickets(), tickets());
console.log(lists());
console.log(rounds());
{
  let inBlock = 10;
  class Counted {
    readonly n = inBlock--;
  }
  console.log(new Counted().n, new Counted().n, inBlock);
}
