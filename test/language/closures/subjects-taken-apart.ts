// A subject whose members are fields: taken apart, piped, and left again.
type Listener<T> = (event: T) => void;
class Subject<T> {
  private observers: Listener<T>[] = [];
  subscribe = (observer: Listener<T>): (() => void) => {
    this.observers.push(observer);
    return () => {
      this.observers = this.observers.filter((each) => each !== observer);
    };
  };
  next = (value: T): void => {
    for (const observer of [...this.observers]) observer(value);
  };
  pipe<U>(change: (value: T) => U): Subject<U> {
    const changed = new Subject<U>();
    this.subscribe((value) => changed.next(change(value)));
    return changed;
  }
  get size(): number {
    return this.observers.length;
  }
}
const numbers = new Subject<number>();
const seen: string[] = [];
const doubled = numbers.pipe((value) => value * 2);
const stop = doubled.pipe((value) => `#${value}`).subscribe((text) => seen.push(text));
numbers.next(1);
numbers.next(2);
stop();
numbers.next(3);
console.log(seen.join(), numbers.size, doubled.size);
const { next, subscribe } = new Subject<string>();
const leave = subscribe((text) => console.log("got", text));
next("a");
leave();
next("b");
