// The statements of a namespace run where it stands among the others of the file, once, block after block.
function log<T>(shown: T): T {
  console.log("log", shown);
  return shown;
}

log("before");
namespace First {
  log("first begins");
  export const a = log("a");
  for (let turn = 0; turn < 2; turn++) log(turn);
  export class Made {
    static readonly at = log("static field");
    static {
      log("static block");
    }
  }
  if (a === "a") log("condition");
  log("first ends");
}
log("between");
namespace Second {
  export let total = First.a.length;
  export namespace Nested {
    log("nested");
    total += 10;
  }
  log(total);
}
namespace First {
  log("first again");
  export const b = a + log("b");
}
log(First.b);
log(First.Made.at);

namespace Failing {
  export let state = "begun";
  try {
    throw new Error("inside");
  } catch (error) {
    state = (error as Error).message;
  } finally {
    state += " finally";
  }
}
log(Failing.state);

namespace Labels {
  export const found: string[] = [];
  outer: for (const x of [1, 2, 3]) {
    for (const y of [1, 2, 3]) {
      if (y === 3) continue outer;
      if (x === 3) break outer;
      found.push(`${x}${y}`);
    }
  }
}
log(Labels.found.join());
