// Each call makes variables of its own; closures of one call share them.

function counter(start = 0): { next: () => number; reset: (to: number) => void } {
  let value = start;
  return {
    next: () => value++,
    reset: (to) => {
      value = to;
    },
  };
}
const a = counter();
const b = counter(10);
console.log(a.next(), a.next(), b.next(), a.next(), b.next());
a.reset(100);
console.log(a.next(), b.next());
const makers = [1, 2, 3].map((step) => {
  let total = 0;
  return () => (total += step);
});
console.log(makers.map((make) => make()).join(), makers.map((make) => make()).join(), makers[2](), makers[0]());
