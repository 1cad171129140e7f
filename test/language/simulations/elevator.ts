// Elevator: a state machine of requests, directions and doors, stepped tick by tick.

type State = { kind: "idle" } | { kind: "moving"; up: boolean } | { kind: "open"; ticks: number; up: boolean | null };

class Elevator {
  private state: State = { kind: "idle" };
  private readonly stops = new Set<number>();
  private floor = 0;
  readonly log: string[] = [];

  call(floor: number): void {
    if (floor !== this.floor || this.state.kind === "moving") this.stops.add(floor);
    else this.state = { kind: "open", ticks: 2, up: null };
  }

  get isBusy(): boolean {
    return this.state.kind !== "idle" || this.stops.size > 0;
  }

  tick(): void {
    switch (this.state.kind) {
      case "idle":
        if (this.stops.size > 0) this.state = { kind: "moving", up: this.isWanted(true) };
        break;
      case "moving": {
        const { up } = this.state;
        this.floor += up ? 1 : -1;
        if (this.stops.delete(this.floor)) this.state = { kind: "open", ticks: 2, up };
        else if (!this.isWanted(up)) this.state = { kind: "moving", up: !up };
        break;
      }
      case "open":
        if (--this.state.ticks > 0) break;
        const { up } = this.state;
        if (this.stops.size === 0) this.state = { kind: "idle" };
        else this.state = { kind: "moving", up: up === null || !this.isWanted(up) ? this.isWanted(true) && up !== true : up };
    }
    this.log.push(`${this.floor}${this.state.kind === "moving" ? (this.state.up ? "^" : "v") : this.state.kind === "open" ? "o" : "-"}`);
  }

  private isWanted(up: boolean): boolean {
    for (const stop of this.stops) if (up ? stop > this.floor : stop < this.floor) return true;
    return false;
  }
}

const elevator = new Elevator();
elevator.call(3);
elevator.call(-1);
for (let tick = 0; tick < 40 && elevator.isBusy; tick++) {
  if (tick === 2) elevator.call(2);
  if (tick === 5) elevator.call(5);
  elevator.tick();
}
console.log(elevator.log.join(" "), elevator.isBusy);
elevator.call(Number(elevator.log[elevator.log.length - 1].slice(0, -1)));
elevator.tick();
console.log(elevator.log.at(-1));
