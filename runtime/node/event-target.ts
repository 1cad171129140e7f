// Event targets: the web's events: objects that are told of an event, and the listeners that hear of it.
// Invariants: (1) listeners hear of an event in the order in which they were added; those that are added meanwhile hear of the next one
//             (2) a listener is there once for each event and phase, however often it is added
// Manual:     WHATWG "DOM", Events.

import { type Inspection, inspectMember } from "../core/console/inspection.ts";
import { DOMException } from "./dom-exception.ts";
import { queueTick } from "./ticks.ts";

export interface EventInit {
  bubbles?: boolean;
  cancelable?: boolean;
  composed?: boolean;
}

export class Event {
  readonly type: string;
  readonly bubbles: boolean;
  readonly cancelable: boolean;
  readonly composed: boolean;
  readonly timeStamp: number = performance.now();
  private isPrevented = false;
  private isStopped = false;
  private isStoppedNow = false;
  private told: EventTarget | null = null;
  private isTold = false;

  constructor(type: string, options?: EventInit) {
    this.type = type;
    this.bubbles = options?.bubbles ?? false;
    this.cancelable = options?.cancelable ?? false;
    this.composed = options?.composed ?? false;
  }

  get target(): EventTarget | null {
    return this.told;
  }

  get srcElement(): EventTarget | null {
    return this.told;
  }

  get currentTarget(): EventTarget | null {
    return this.isTold ? this.told : null;
  }

  get defaultPrevented(): boolean {
    return this.isPrevented;
  }

  get returnValue(): boolean {
    return !this.isPrevented;
  }

  get cancelBubble(): boolean {
    return this.isStopped;
  }

  set cancelBubble(isStopped: boolean) {
    if (isStopped) this.stopPropagation();
  }

  /** 0 when nobody is being told of it, else 2: at its target. */
  get eventPhase(): number {
    return this.isTold ? 2 : 0;
  }

  composedPath(): EventTarget[] {
    return this.isTold && this.told !== null ? [this.told] : [];
  }

  preventDefault(): void {
    if (this.cancelable) this.isPrevented = true;
  }

  stopPropagation(): void {
    this.isStopped = true;
  }

  /** No other listener hears of it. */
  stopImmediatePropagation(): void {
    this.isStopped = true;
    this.isStoppedNow = true;
  }

  /** For targets: tells the listeners, as long as nobody stops it. */
  tell(target: EventTarget, listeners: readonly Listener[]): void {
    this.told = target;
    this.isTold = true;
    for (const listener of listeners) {
      if (this.isStoppedNow) break;
      if (listener.isRemoved) continue;
      if (listener.isOnce) target.removeEventListener(this.type, listener.callback, listener.isCapture);
      listener.call(this);
    }
    this.isTold = false;
    this.isStopped = false;
    this.isStoppedNow = false;
  }

  /** For the console. */
  inspectAs(name: string, state: Inspection): string {
    const instead = state.enter(this, name, "", false);
    if (instead !== undefined) return instead;
    const parts = [
      inspectMember("type: ", this.type, state),
      inspectMember("defaultPrevented: ", this.isPrevented, state),
      inspectMember("cancelable: ", this.cancelable, state),
      inspectMember("timeStamp: ", this.timeStamp, state),
    ];
    return state.leave(this, `${name} {`, parts, "}", false, false);
  }

  /** For targets: whether they are being told of it. */
  isUnderWay(): boolean {
    return this.isTold;
  }
}

export interface CustomEventInit<T> extends EventInit {
  detail?: T;
}

/**
 * An event that says more. Those who hear of it say what that is.
 * @covariant
 */
export class CustomEvent<T = unknown> extends Event {
  private readonly said: unknown;

  constructor(type: string, options?: CustomEventInit<T>) {
    super(type, options);
    this.said = options?.detail ?? null;
  }

  get detail(): T {
    return this.said as T;
  }
}

export interface EventListenerObject {
  handleEvent(event: Event): void;
}
export type EventListener = (event: Event) => void;
export type EventListenerOrEventListenerObject = EventListener | EventListenerObject;

export interface EventListenerOptions {
  capture?: boolean;
}
export interface AddEventListenerOptions extends EventListenerOptions {
  once?: boolean;
  /** A hint, as in Node. */
  passive?: boolean;
  signal?: EndOfListening;
}

/** A signal after which nobody listens any more. */
interface EndOfListening {
  readonly aborted: boolean;
  addEventListener(type: string, callback: EventListener, options?: AddEventListenerOptions): void;
}

class Listener {
  readonly callback: EventListenerOrEventListenerObject;
  readonly isCapture: boolean;
  readonly isOnce: boolean;
  isRemoved = false;

  constructor(callback: EventListenerOrEventListenerObject, isCapture: boolean, isOnce: boolean) {
    this.callback = callback;
    this.isCapture = isCapture;
    this.isOnce = isOnce;
  }

  /** What the listener throws keeps no other one from being called. */
  call(event: Event): void {
    const { callback } = this;
    try {
      if (typeof callback === "function") callback(event);
      else callback.handleEvent(event);
    } catch (error) {
      queueTick(() => {
        throw error;
      });
    }
  }
}

export class EventTarget {
  private added: Map<string, Listener[]> | null = null;

  addEventListener(type: string, callback: EventListenerOrEventListenerObject | null, options?: boolean | AddEventListenerOptions): void {
    if (callback === null) return;
    const settings: AddEventListenerOptions = typeof options === "boolean" ? { capture: options } : (options ?? {});
    const { signal, capture = false } = settings;
    if (signal?.aborted === true || this.find(type, callback, capture) >= 0) return;
    const listener = new Listener(callback, capture, settings.once ?? false);
    const added = this.added ?? new Map<string, Listener[]>();
    this.added = added;
    added.set(type, [...(added.get(type) ?? []), listener]);
    signal?.addEventListener("abort", () => this.removeEventListener(type, callback, capture), { once: true });
  }

  removeEventListener(type: string, callback: EventListenerOrEventListenerObject | null, options?: boolean | EventListenerOptions): void {
    if (callback === null) return;
    const isCapture = typeof options === "boolean" ? options : (options?.capture ?? false);
    const list = this.listeners(type);
    const place = this.find(type, callback, isCapture);
    if (place < 0) return;
    list[place].isRemoved = true;
    // The list that is being told stays as it is.
    this.added?.set(type, list.toSpliced(place, 1));
  }

  /** Whether nobody prevented what comes after the event. */
  dispatchEvent(event: Event): boolean {
    if (event.isUnderWay()) throw new DOMException("The event is already being dispatched", "InvalidStateError");
    event.tell(this, this.listeners(event.type));
    return !event.defaultPrevented;
  }

  /** For the console. */
  inspectAs(name: string, _state: Inspection): string {
    return `${name} {}`;
  }

  private listeners(type: string): Listener[] {
    return this.added?.get(type) ?? [];
  }

  private find(type: string, callback: EventListenerOrEventListenerObject, isCapture: boolean): number {
    return this.listeners(type).findIndex((listener) => listener.callback === callback && listener.isCapture === isCapture);
  }

  /** A listener that a property of the target is: another one gets its place. Gives that one. */
  protected replaceListener(type: string, before: EventListener | null, callback: EventListener | null): EventListener | null {
    const place = before === null ? -1 : this.find(type, before, false);
    if (place < 0) this.addEventListener(type, callback);
    else if (callback === null) this.removeEventListener(type, before);
    else this.added?.set(type, this.listeners(type).with(place, new Listener(callback, false, false)));
    return callback;
  }

  /** For targets that are told of an event once: nobody listens any more. */
  protected forgetListeners(): void {
    this.added = null;
  }
}
