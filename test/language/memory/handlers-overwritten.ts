// A field that held a function with `this` is given another: the old one keeps the object, if anybody holds it.
class Button {
  clicks = 0;
  onClick: () => string = () => `default ${++this.clicks}`;
  onKey: (key: string) => string = (key) => `${key}${this.clicks}`;
}

const button = new Button();
const before = button.onClick;
console.log(button.onClick());
button.onClick = () => "own";
console.log(button.onClick(), before(), button.clicks);

function replaced(): () => string {
  const made = new Button();
  const old = made.onClick;
  made.onClick = () => "never";
  made.onKey("x");
  return old;
}
const old = replaced();
console.log(old(), old());

// It overwrites itself while it runs.
class Once {
  runs = 0;
  run: () => number = () => {
    this.run = () => -1;
    this.runs++;
    return this.runs;
  };
}
const once = new Once();
console.log(once.run(), once.run(), once.runs);
const run = new Once().run;
console.log(run(), run());

// Taken, overwritten, and given back.
const third = new Button();
const original = third.onKey;
third.onKey = () => "other";
console.log(third.onKey("k"), original("o"));
const holder = { call: original };
console.log(holder.call("h"));
