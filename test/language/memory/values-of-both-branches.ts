// A variable that is owned on one path and borrowed on the other.
class Config {
  constructor(readonly name: string) {}
}
const standard = new Config("standard" + 0);
function choose(given: Config | null, isFresh: boolean): Config {
  const chosen = given ?? (isFresh ? new Config("fresh" + 1) : standard);
  const other = isFresh && given === null ? chosen : new Config("other" + chosen.name);
  return chosen.name.length > other.name.length ? other : chosen;
}
for (const given of [null, standard, new Config("mine" + 2)]) {
  console.log(choose(given, true).name, choose(given, false).name);
}
