// Objects as members of sets, by identity, while others come and go.
class Mark {
  constructor(readonly id: number) {}
}
const marks = new Set<Mark>();
let kept: Mark | null = null;
for (let i = 0; i < 50; i++) {
  const mark = new Mark(i);
  marks.add(mark);
  if (i === 7) kept = mark;
  if (i % 3 === 0) marks.delete(mark);
}
console.log(marks.size, kept !== null && marks.has(kept), marks.has(new Mark(7)));
let sum = 0;
for (const mark of marks) sum += mark.id;
marks.clear();
console.log(sum, kept?.id);
