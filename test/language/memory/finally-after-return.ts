// A value on its way out survives what finally does.
let log: string[] = [];
function build(name: string, fails: boolean): string[] {
  const result = [name + "-result"];
  try {
    if (fails) throw new Error(name + "-failed");
    return result;
  } catch (error) {
    result.push(error instanceof Error ? error.message : "?");
    return result;
  } finally {
    log.push(name + ":" + result.length);
    log = log.slice(-2);
  }
}
console.log(build("a", false).join(), build("b", true).join(), build("c", true).join(), log.join());
