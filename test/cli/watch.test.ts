// tsmetal build --watch: builds again after a change of any file of the program, also of one that comes in later, and goes on after errors.

import { existsSync } from "node:fs";
import { join } from "node:path";
import test from "ava";
import { WatchingProcess } from "../watching-process.ts";
import { compiler, Folder, run } from "./tsmetal.ts";

test("a changed source is built again, one with an error waits for the next change", async (t) => {
  const folder = new Folder({
    "main.ts": 'import { word } from "./words/word.ts";\nconsole.log(word);\n',
    "words/word.ts": 'export const word = "first";\n',
  });
  const program = join(folder.path, "out");
  const output = (): string => run(program, [], folder.path).stdout;
  const watching = new WatchingProcess([compiler, "build", "main.ts", "-o", "out", "--watch"], folder.path);
  try {
    t.regex(await watching.until("waiting for changes"), /^tsmetal: built in \d+ ms; waiting for changes$/);
    t.is(output(), "first\n");

    folder.write("words/word.ts", 'export const word = "second";\n');
    t.regex(await watching.until("waiting for changes"), /built in/);
    t.is(output(), "second\n");

    folder.write("words/word.ts", "export const word: number = true;\n");
    const refused = await watching.until("waiting for changes");
    t.regex(refused, /words\/word\.ts:1:14/);
    t.regex(refused, /not built; waiting for changes/);
    t.is(output(), "second\n");

    folder.write("late/word.ts", 'export const word = "third";\n');
    folder.write("main.ts", 'import { word } from "./late/word.ts";\nconsole.log(word);\n');
    t.regex(await watching.until("waiting for changes"), /built in/);
    folder.write("late/word.ts", 'export const word = "fourth";\n');
    t.regex(await watching.until("waiting for changes"), /built in/);
    t.is(output(), "fourth\n");
  } finally {
    watching.stop();
  }
});

test("a watching build starts with errors as well, and hears of the file that was missing", async (t) => {
  const folder = new Folder({ "main.ts": 'import { answer } from "./answer.ts";\nconsole.log(answer);\n' });
  const watching = new WatchingProcess([compiler, "build", "main.ts", "-o", "out", "--watch"], folder.path);
  try {
    t.regex(await watching.until("waiting for changes"), /not built/);
    t.false(existsSync(join(folder.path, "out")));
    folder.write("answer.ts", "export const answer = 42;\n");
    t.regex(await watching.until("waiting for changes"), /built in/);
    t.is(run(join(folder.path, "out"), [], folder.path).stdout, "42\n");
  } finally {
    watching.stop();
  }
});

test("only build watches", (t) => {
  const folder = new Folder({ "main.ts": "console.log(1);\n" });
  const { status, stderr } = folder.tsmetal(["run", "main.ts", "--watch"]);
  t.is(status, 2);
  t.is(stderr, "tsmetal: --watch is for build\n");
});
