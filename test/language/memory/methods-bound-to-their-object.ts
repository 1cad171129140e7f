// Methods that objects bind to themselves, in their own fields: no object holds itself by them, and who has the function has the object.

class Button {
  clicks = 0;
  readonly onClick: () => number;
  onKey: (key: string) => string;
  onEnter = this.key.bind(this, "Enter");

  constructor(readonly name: string) {
    this.onClick = this.click.bind(this);
    this.onKey = this.key.bind(this);
  }

  click(): number {
    this.clicks++;
    return this.clicks;
  }

  key(key: string): string {
    return `${this.name} ${key} ${this.clicks}`;
  }
}

function handlersOf(name: string): (() => number)[] {
  const button = new Button(name);
  button.onClick();
  return [button.onClick, button.onClick.bind(null)];
}

const [first, second] = handlersOf("short-lived");
console.log(first(), second(), first.name, first === second);
const kept = new Button("kept");
const { onClick, onKey, onEnter } = kept;
console.log(onClick(), kept.onClick(), onKey("a"), onEnter(), kept.onKey === onKey);
kept.onKey = new Button("other").onKey;
console.log(kept.onKey("b"), onKey("c"));
