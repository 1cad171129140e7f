// An enum may hold texts and numbers side by side; only the numbers have their names.
enum Answer {
  No = 0,
  Yes = "YES",
  Maybe = 2,
  Later = "later",
}

console.log(Answer.No, Answer.Yes, Answer.Maybe, Answer.Later);
console.log(Answer[0], Answer[2], Answer[5]);
console.log(typeof Answer.No, typeof Answer.Yes);

function describe(answer: Answer): string {
  switch (answer) {
    case Answer.No:
      return "no";
    case Answer.Yes:
      return "yes";
    case Answer.Maybe:
      return "maybe";
    case Answer.Later:
      return "later";
  }
}
const all: Answer[] = [Answer.No, Answer.Yes, Answer.Maybe, Answer.Later];
console.log(all.map(describe).join());
console.log(all.map((answer) => (typeof answer === "string" ? answer.length : answer + 0.5)).join());
console.log(all.indexOf(Answer.Maybe), all.includes(Answer.Later), all.filter((answer) => answer === Answer.Yes).length);

let current: Answer = Answer.No;
const changed = (): Answer => (current = current === Answer.No ? Answer.Yes : Answer.No);
console.log(changed(), changed(), changed());
if (changed()) console.log("not empty");
else console.log("false like its number");

interface Reply {
  readonly answer: Answer;
  readonly only: Answer.Yes | Answer.Maybe;
}
const replies: Reply[] = [
  { answer: Answer.Later, only: Answer.Yes },
  { answer: Answer.No, only: Answer.Maybe },
];
for (const { answer, only } of replies) console.log(describe(answer), describe(only), `${answer}/${only}`);
const counts = new Map<Answer, number>();
for (const answer of [...all, Answer.Yes]) counts.set(answer, (counts.get(answer) ?? 0) + 1);
console.log([...counts].map(([answer, count]) => `${answer}:${count}`).join(" "));
const picked: Answer.Yes = Answer.Yes;
const numeric: Answer.No | Answer.Maybe = Answer.Maybe;
console.log(picked.toLowerCase(), numeric * 3, Answer["Yes"]);
