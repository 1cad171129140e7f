// Jumps out of switches: break that ends only the switch, continue of the loop around, labels, returns, cases that declare.

function read(words: readonly string[]): string[] {
  const log: string[] = [];
  words: for (const [index, word] of words.entries()) {
    switch (word.length) {
      case 0:
        continue;
      case 1: {
        const upper = word.toUpperCase();
        if (upper === "X") break words;
        log.push(upper);
        break;
      }
      case 2:
        for (const letter of word) {
          if (letter === "-") continue words;
          if (letter === "!") break;
          log.push(letter);
        }
      // Falls through.
      case 3:
        log.push(`#${index}`);
        if (word === "end") return log;
        break;
      default:
        switch (word) {
          case "skip":
            continue words;
          case "again":
            log.push("inner");
            break;
          default:
            log.push(word);
        }
        log.push("after");
    }
    log.push(".");
  }
  log.push("ended");
  return log;
}

console.log(read(["a", "", "bc", "d-", "e!", "skip", "again", "long", "fgh"]).join(" "));
console.log(read(["a", "end", "b"]).join(" "), "|", read(["x", "a"]).join(" "), "|", read([]).join(" "));

function pick(value: number | string | boolean): string {
  switch (typeof value) {
    case "string":
      return `text ${value.length}`;
    case "number":
      switch (true) {
        case value < 0:
          return "negative";
        case Number.isInteger(value):
          return "whole";
      }
      return "fraction";
    default:
      return value ? "yes" : "no";
  }
}
console.log([-1, 2, 2.5, "abc", true, false, -0, NaN].map(pick).join(", "));
