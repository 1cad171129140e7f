// Values go in with next(value): the first one is lost, the others are what the yields give.

function* averages(): Generator<number, void, number> {
  let sum = 0;
  let count = 0;
  let average = 0;
  while (true) {
    const given = yield average;
    sum += given;
    count++;
    average = sum / count;
  }
}

const running = averages();
running.next(1000);
for (const n of [10, 20, 60]) {
  const step = running.next(n);
  if (!step.done) console.log(step.value);
}

function* dialogue(): Generator<string, string, string> {
  const name = yield "name?";
  const colour = yield `hello ${name}, colour?`;
  return `${name} likes ${colour}`;
}
const talk = dialogue();
console.log(talk.next().value);
console.log(talk.next("Ada").value);
const answer = talk.next("blue");
console.log(answer.done, answer.value);

function* sums(): Generator<number, void, number> {
  let total = 0;
  while (total < 10) total += (yield total) * 2 + (yield total + 100);
}
const adding = sums();
console.log(adding.next().value);
console.log(adding.next(1).value);
console.log(adding.next(3).value);
console.log(adding.next(2).value);
console.log(adding.next(1).done);
