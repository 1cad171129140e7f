// Handlers added and removed, also while they are being called.

type Handler = (value: number) => void;
class Emitter {
  private handlers: Handler[] = [];
  on(handler: Handler): () => void {
    this.handlers.push(handler);
    return () => {
      this.handlers = this.handlers.filter((each) => each !== handler);
    };
  }
  emit(value: number): number {
    for (const handler of this.handlers) handler(value);
    return this.handlers.length;
  }
}
const emitter = new Emitter();
let log = "";
const offA = emitter.on((value) => {
  log += `a${value} `;
});
let offOnce = (): void => {};
offOnce = emitter.on((value) => {
  log += `once${value} `;
  offOnce();
});
emitter.on((value) => {
  if (value < 3) log += `small${value} `;
});
console.log(emitter.emit(1), emitter.emit(2));
offA();
offA();
console.log(emitter.emit(3), emitter.emit(0), log);
offOnce = () => {};
