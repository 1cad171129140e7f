// Undo history: old states shared with new ones, steps back and forth, branches that are forgotten.

interface State {
  readonly text: string;
  readonly marks: readonly number[];
  readonly before: State | null;
}

class Editor {
  private now: State = { text: "", marks: [], before: null };
  private undone: State[] = [];

  type(text: string): this {
    return this.enter({ ...this.now, text: this.now.text + text, before: this.now });
  }

  erase(count: number): this {
    const text = this.now.text.slice(0, Math.max(0, this.now.text.length - count));
    return this.enter({ text, marks: this.now.marks.filter((mark) => mark <= text.length), before: this.now });
  }

  mark(): this {
    return this.enter({ ...this.now, marks: [...this.now.marks, this.now.text.length], before: this.now });
  }

  undo(): boolean {
    const { before } = this.now;
    if (before === null) return false;
    this.undone.push(this.now);
    this.now = before;
    return true;
  }

  redo(): boolean {
    const next = this.undone.pop();
    if (next !== undefined) this.now = next;
    return next !== undefined;
  }

  get depth(): number {
    let count = 0;
    for (let at = this.now.before; at !== null; at = at.before) count++;
    return count;
  }

  toString(): string {
    return `"${this.now.text}" [${this.now.marks.join()}] ${this.depth}+${this.undone.length}`;
  }

  private enter(state: State): this {
    this.now = state;
    this.undone = [];
    return this;
  }
}

const editor = new Editor();
console.log(`${editor.type("hello").mark().type(" world").mark()}`);
console.log(editor.undo(), editor.undo(), `${editor}`);
console.log(editor.redo(), `${editor}`, editor.erase(3).toString());
console.log(editor.redo(), editor.undo(), editor.undo(), editor.undo(), editor.undo(), editor.undo(), `${editor}`);
while (editor.redo());
console.log(String(editor), editor.erase(99).mark().toString());
for (let count = 0; count < 300; count++) editor.type(String(count % 10));
for (let count = 0; count < 150; count++) editor.undo();
console.log(editor.depth, editor.type("!").depth, editor.redo());
