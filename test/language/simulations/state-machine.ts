// State machine: an object of interface type that replaces itself, static tables, a tokenizer.

interface State {
  next(unit: string, machine: Machine): State;
}
class Machine {
  tokens: string[] = [];
  current = "";
  finish(): void {
    if (this.current !== "") this.tokens.push(this.current);
    this.current = "";
  }
}
class Outside implements State {
  next(unit: string, machine: Machine): State {
    if (unit === '"') return inQuotes;
    if (unit === " ") machine.finish();
    else machine.current += unit;
    return outside;
  }
}
class InQuotes implements State {
  next(unit: string, machine: Machine): State {
    if (unit === '"') return outside;
    machine.current += unit;
    return inQuotes;
  }
}
const outside: State = new Outside();
const inQuotes: State = new InQuotes();
const machine = new Machine();
let state: State = outside;
for (const unit of 'run "two words" x"y z"w  end') state = state.next(unit, machine);
machine.finish();
console.log(machine.tokens.length, machine.tokens.join("|"));
