// Functions with `this` are put into fields by constructors and methods, more than once.
class Player {
  private position = 0;
  play: () => string;
  stop?: () => void;
  #secret: (by: number) => number;
  constructor(readonly title: string) {
    this.play = () => `${this.title} at ${this.position++}`;
    this.#secret = (by) => this.position + by;
  }
  arm(): this {
    this.stop = () => {
      this.position = 0;
      this.stop = undefined;
    };
    return this;
  }
  retitle(prefix: string): void {
    const old = this.play;
    this.play = () => `${prefix} ${old()}`;
  }
  slow(): void {
    this.play = () => `slowly ${this.title}${this.#secret(100)}`;
  }
}
const player = new Player("song");
console.log(player.play(), player.play());
player.arm().stop?.();
console.log(player.play(), player.stop === undefined);
player.slow();
player.slow();
console.log(player.play());

function takenBeforeChange(): (() => string)[] {
  const made = new Player("taken");
  const first = made.play;
  made.slow();
  const second = made.play;
  made.slow();
  return [first, second];
}
for (const play of takenBeforeChange()) console.log(play(), play());

const stop = new Player("armed").arm().stop;
stop?.();
stop?.();
console.log(stop === undefined);

class Machine {
  state: () => string = () => "none";
  trace: string[] = [];
  start(): void {
    this.state = () => {
      this.trace.push("start");
      this.state = () => `done after ${this.trace.join()}`;
      return "start";
    };
  }
}
const machine = new Machine();
console.log(machine.state());
machine.start();
console.log(machine.state(), machine.state(), machine.state());
