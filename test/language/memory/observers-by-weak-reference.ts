// A subject that knows its observers weakly: those nobody keeps are gone after their last use; those kept by closures and lists stay.

class Observer {
  readonly heard: string[] = [];
  constructor(readonly name: string) {}
  hear(text: string): void {
    this.heard.push(`${this.name}:${text}`);
  }
}
class Subject {
  private readonly observers: WeakRef<Observer>[] = [];
  private readonly log: string[] = [];
  watch(observer: Observer): Observer {
    this.observers.push(new WeakRef(observer));
    return observer;
  }
  tell(text: string): number {
    let told = 0;
    for (const reference of this.observers) {
      const observer = reference.deref();
      if (observer === undefined) continue;
      observer.hear(text);
      told++;
    }
    this.log.push(`${text} ${told > 0}`);
    return told;
  }
  get history(): string {
    return this.log.join(", ");
  }
}
const subject = new Subject();
const kept = [subject.watch(new Observer("a")), subject.watch(new Observer("b"))];
const byClosure = ((): (() => string) => {
  const inside = subject.watch(new Observer("c"));
  return () => inside.heard.join("+");
})();
subject.tell("first");
console.log(kept.map((observer) => observer.heard.join()).join(" "), byClosure());
const byMap = new Map<string, { readonly observer: Observer; readonly again: Observer | null }>();
for (const observer of kept) byMap.set(observer.name, { observer, again: byMap.get("a")?.observer ?? null });
kept.length = 0;
subject.tell("second");
console.log([...byMap.values()].map(({ observer, again }) => `${observer.heard.length}${again?.name ?? "-"}`).join(), byClosure());
const last = byMap.get("b");
byMap.clear();
console.log(subject.tell("third") >= 3, last?.observer.heard.at(-1), last?.again?.heard.length, subject.history);
