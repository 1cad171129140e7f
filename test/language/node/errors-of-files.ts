// What the system refuses is an Error with code, number, call and path, as Node has it.

import * as fs from "node:fs";
import os from "node:os";
import path from "node:path";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "language-"));

function attempt(name: string, action: () => void): void {
  try {
    action();
    console.log(name, "done");
  } catch (error) {
    const { message, code, errno, syscall } = error as NodeJS.ErrnoException;
    console.log(name, message.replaceAll(folder, "FOLDER"), code, errno, syscall, error instanceof Error);
  }
}

attempt("read", () => fs.readFileSync(path.join(folder, "nothing"), "utf8"));
attempt("read a folder", () => fs.readFileSync(folder));
attempt("write", () => fs.writeFileSync(path.join(folder, "no", "such"), "x"));
attempt("list", () => fs.readdirSync(path.join(folder, "nowhere")));
attempt("make twice", () => fs.mkdirSync(folder));
attempt("make below nothing", () => fs.mkdirSync(path.join(folder, "a", "b")));
attempt("status", () => fs.statSync(path.join(folder, "c")));
attempt("unlink", () => fs.unlinkSync(path.join(folder, "d")));
attempt("rename", () => fs.renameSync(path.join(folder, "e"), path.join(folder, "f")));
attempt("remove", () => fs.rmSync(path.join(folder, "g")));
attempt("remove by force", () => fs.rmSync(path.join(folder, "g"), { force: true }));
attempt("access", () => fs.accessSync(path.join(folder, "h")));
attempt("copy", () => fs.copyFileSync(path.join(folder, "i"), path.join(folder, "j")));
attempt("link", () => fs.readlinkSync(path.join(folder, "k")));
attempt("exclusive", () => {
  fs.writeFileSync(path.join(folder, "once"), "1", { flag: "wx" });
  fs.writeFileSync(path.join(folder, "once"), "2", { flag: "wx" });
});
attempt("a file as a folder", () => fs.readdirSync(path.join(folder, "once")));
attempt("not empty", () => fs.rmdirSync(folder));
try {
  fs.openSync(path.join(folder, "l"));
} catch (error) {
  if (error instanceof Error && "code" in error) console.log("narrowed", error.code === "ENOENT");
}
fs.rmSync(folder, { recursive: true });
