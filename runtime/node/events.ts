// Events: Node's module `events`: who emits events, and who listens to them.
// Invariants: (1) listeners are called in the order in which they were added; those that are added meanwhile hear of the next event
// Manual:     Node "Events".

/** For each event the types of what its listeners are given. */
export type EventMap<T> = Record<keyof T, unknown[]>;

/** A callback may expect one of several types, which is tested when it is called. As the type of a method, to allow for that. */
export type ListenerOf<A extends unknown[]> = { call(...args: A): void }["call"];

/** A listener of any event. */
class AnyListener {
  readonly isOnce: boolean;

  constructor(isOnce: boolean) {
    this.isOnce = isOnce;
  }
}

/** A listener of one event. Each event's are of one type. */
class Listener<A extends unknown[]> extends AnyListener {
  readonly callback: (...args: A) => void;

  constructor(callback: (...args: A) => void, isOnce: boolean) {
    super(isOnce);
    this.callback = callback;
  }
}

const LISTENERS_MAX = 10;

export class EventEmitter<T extends EventMap<T>> {
  /** Nothing: by it, what a class below says of its events is known of an emitter. */
  declare protected readonly events?: T;
  private readonly added = new Map<string, AnyListener[]>();
  private listenersMax: number = LISTENERS_MAX;

  on<K extends keyof T & string>(event: K, listener: ListenerOf<T[K]>): this {
    this.listOf(event).push(new Listener<T[K]>(listener, false));
    return this;
  }

  addListener<K extends keyof T & string>(event: K, listener: ListenerOf<T[K]>): this {
    return this.on(event, listener);
  }

  once<K extends keyof T & string>(event: K, listener: ListenerOf<T[K]>): this {
    this.listOf(event).push(new Listener<T[K]>(listener, true));
    return this;
  }

  prependListener<K extends keyof T & string>(event: K, listener: ListenerOf<T[K]>): this {
    this.listOf(event).unshift(new Listener<T[K]>(listener, false));
    return this;
  }

  prependOnceListener<K extends keyof T & string>(event: K, listener: ListenerOf<T[K]>): this {
    this.listOf(event).unshift(new Listener<T[K]>(listener, true));
    return this;
  }

  /** Removes the one that was added last. */
  off<K extends keyof T & string>(event: K, listener: ListenerOf<T[K]>): this {
    const list = this.listOf(event);
    const place = list.findLastIndex((added) => (added as Listener<T[K]>).callback === listener);
    if (place >= 0) list.splice(place, 1);
    if (list.length === 0) this.added.delete(event);
    return this;
  }

  removeListener<K extends keyof T & string>(event: K, listener: ListenerOf<T[K]>): this {
    return this.off(event, listener);
  }

  removeAllListeners(event?: keyof T & string): this {
    if (event === undefined) this.added.clear();
    else this.added.delete(event);
    return this;
  }

  /** Whether somebody listens. An `error` that nobody listens to is thrown. */
  emit<K extends keyof T & string>(event: K, ...args: T[K]): boolean {
    const list = this.added.get(event);
    if (list === undefined || list.length === 0) {
      if (event === "error") throwUnheard(...args);
      return false;
    }
    for (const added of [...list]) {
      const listener = added as Listener<T[K]>;
      if (listener.isOnce) this.forget(event, listener);
      listener.callback(...args);
    }
    return true;
  }

  listenerCount(event: keyof T & string): number {
    return this.added.get(event)?.length ?? 0;
  }

  listeners<K extends keyof T & string>(event: K): ((...args: T[K]) => void)[] {
    return (this.added.get(event) ?? []).map((added) => (added as Listener<T[K]>).callback);
  }

  eventNames(): string[] {
    return [...this.added.keys()];
  }

  setMaxListeners(count: number): this {
    this.listenersMax = count;
    return this;
  }

  getMaxListeners(): number {
    return this.listenersMax;
  }

  private listOf(event: string): AnyListener[] {
    let list = this.added.get(event);
    if (list === undefined) {
      list = [];
      this.added.set(event, list);
    }
    return list;
  }

  private forget(event: string, listener: AnyListener): void {
    const list = this.added.get(event) ?? [];
    const place = list.indexOf(listener);
    if (place >= 0) list.splice(place, 1);
    if (list.length === 0) this.added.delete(event);
  }
}

function throwUnheard(...args: unknown[]): never {
  const [error] = args;
  if (error instanceof Error) throw error;
  throw new Error(`Unhandled error. (${String(error)})`);
}

/** A promise of what the next event of that name comes with. */
export function once<T extends EventMap<T>, K extends keyof T & string>(emitter: EventEmitter<T>, event: K): Promise<T[K]> {
  return new Promise<T[K]>((resolve) => {
    emitter.once(event, (...args) => resolve(args));
  });
}
