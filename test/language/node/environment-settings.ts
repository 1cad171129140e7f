// The environment: settings by constant and by computed names, changed, listed and deleted.

import process, { env } from "node:process";

const name = ["HO", "ME"].join("");
console.log(process.env.HOME === process.env[name], typeof process.env.PATH, process.env.NO_SUCH_SETTING);
console.log(process.env.NO_SUCH_SETTING ?? "default", "PATH" in process.env, "NO_SUCH_SETTING" in process.env);

process.env.LANGUAGE_TEST = "a=b";
env[`LANGUAGE_${"OTHER"}`] = "";
console.log(env.LANGUAGE_TEST, JSON.stringify(env.LANGUAGE_OTHER), "LANGUAGE_OTHER" in env);
console.log(
  Object.keys(env)
    .filter((key) => key.startsWith("LANGUAGE_"))
    .sort()
    .join(),
);
for (const [key, value] of Object.entries(process.env)) if (key === "LANGUAGE_TEST") console.log(key, value);

env.LANGUAGE_TEST += "c";
env.LANGUAGE_OTHER ||= "filled";
env.LANGUAGE_THIRD ??= "made";
console.log(env.LANGUAGE_TEST, env.LANGUAGE_OTHER, env.LANGUAGE_THIRD);

function setting(key: string, otherwise: number): number {
  const text = process.env[key];
  return text === undefined ? otherwise : Number.parseInt(text, 10);
}
process.env.LANGUAGE_PORT = "8080";
console.log(setting("LANGUAGE_PORT", 80), setting("LANGUAGE_NONE", 80));

const { LANGUAGE_PORT, LANGUAGE_HOST = "localhost" } = process.env;
console.log(LANGUAGE_PORT, LANGUAGE_HOST);
delete process.env.LANGUAGE_PORT;
delete process.env["LANGUAGE_TEST"];
console.log(process.env.LANGUAGE_PORT, "LANGUAGE_TEST" in process.env);
