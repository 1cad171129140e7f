// Event targets: listeners hear of events, once or until a signal, may stop and prevent them, and get what an event says.

const target = new EventTarget();
const heard: string[] = [];
target.addEventListener("x", (event) => heard.push(`once ${event.type}`), { once: true });
const object = {
  count: 0,
  handleEvent(event: Event): void {
    this.count++;
    heard.push(`object ${this.count} ${event.target === target}`);
  },
};
target.addEventListener("x", object);
target.addEventListener("x", object);
target.addEventListener("x", object, true);
target.removeEventListener("x", object, { capture: true });
const controller = new AbortController();
target.addEventListener("x", (event) => event.preventDefault(), { signal: controller.signal });
target.addEventListener("x", (event) => event.preventDefault(), { passive: true });
console.log(target.dispatchEvent(new Event("x", { cancelable: true })), target.dispatchEvent(new Event("x")), heard);
controller.abort();
const later = new Event("x", { cancelable: true });
console.log(target.dispatchEvent(later), later.defaultPrevented, later.target === target, later.currentTarget, object.count);

class Store extends EventTarget {
  private total = 0;

  add(amount: number): void {
    this.total += amount;
    this.dispatchEvent(new CustomEvent("change", { detail: { amount, total: this.total } }));
  }
}
const store = new Store();
store.addEventListener("change", (event) => {
  const { amount, total } = (event as CustomEvent<{ amount: number; total: number }>).detail;
  console.log("changed by", amount, "to", total, event instanceof CustomEvent);
});
store.add(2);
store.add(3);
console.log(store, new CustomEvent("none").detail, new CustomEvent<number>("n", { detail: 0 }).detail);

const order: string[] = [];
const again = (): void => void order.push("added meanwhile");
store.addEventListener("o", () => {
  order.push("first");
  store.addEventListener("o", again);
  store.removeEventListener("o", never);
});
const never = (): void => void order.push("never");
store.addEventListener("o", never);
store.addEventListener("o", (event) => event.stopImmediatePropagation());
store.addEventListener("o", () => order.push("stopped"));
store.dispatchEvent(new Event("o"));
console.log(order);

const timeout = AbortSignal.timeout(2);
const any = AbortSignal.any([timeout, new AbortController().signal]);
any.addEventListener("abort", () => console.log("any", any.reason === timeout.reason, any));
timeout.onabort = (event) => console.log(event.type, String(timeout.reason));
AbortSignal.timeout(60_000);
setTimeout(() => console.log("never"), 50_000).unref();
setTimeout(() => console.log("end", timeout.aborted), 20).ref();
