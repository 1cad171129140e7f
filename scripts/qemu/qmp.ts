// QMP client: QEMU's machine protocol, one JSON object a line each way, over a socket that QEMU connects to.
// Owns:       the socket. Commands are answered in the order sent; events are kept until somebody asks for them.
// Manual:     QEMU "Machine Protocol" specification and QMP reference

import type { Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { keyChord } from "./keyboard.ts";

/** What QEMU reports on its own, such as SHUTDOWN or POWERDOWN. */
export interface QmpEvent {
  event: string;
  data?: Record<string, unknown>;
}

interface Pending {
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
}

interface Message extends Partial<QmpEvent> {
  QMP?: unknown;
  id?: number;
  return?: unknown;
  error?: { class: string; desc: string };
}

const KEY_HOLD_MS = 12;

export class QmpClient {
  private readonly pending = new Map<number, Pending>();
  private readonly events: QmpEvent[] = [];
  private eventWaiters: { name: string; resolve: (event: QmpEvent) => void }[] = [];
  private greet: () => void = () => undefined;
  private readonly greeting = new Promise<void>((resolve) => {
    this.greet = resolve;
  });
  private unread = "";
  private nextId = 1;

  private constructor(private readonly socket: Socket) {
    socket.setEncoding("utf8");
    socket.on("data", (text: string) => this.read(text));
    socket.on("error", () => undefined);
    socket.on("close", () => this.fail(new Error("QEMU closed the QMP connection")));
  }

  /** Speaks the opening handshake on a fresh connection. */
  static async open(socket: Socket): Promise<QmpClient> {
    const client = new QmpClient(socket);
    await client.greeting;
    await client.command("qmp_capabilities");
    return client;
  }

  private read(text: string): void {
    this.unread += text;
    const lines = this.unread.split("\n");
    this.unread = lines.pop() ?? "";
    for (const line of lines) if (line.trim() !== "") this.dispatch(JSON.parse(line) as Message);
  }

  private dispatch(message: Message): void {
    if (message.QMP !== undefined) this.greet();
    else if (message.event !== undefined) this.deliver({ event: message.event, data: message.data });
    else if (message.id !== undefined) this.answer(message.id, message);
  }

  private deliver(event: QmpEvent): void {
    const index = this.eventWaiters.findIndex((waiter) => waiter.name === event.event);
    if (index < 0) this.events.push(event);
    else this.eventWaiters.splice(index, 1)[0]?.resolve(event);
  }

  private answer(id: number, message: Message): void {
    const pending = this.pending.get(id);
    this.pending.delete(id);
    if (message.error === undefined) pending?.resolve(message.return);
    else pending?.reject(new Error(`QMP: ${message.error.class}: ${message.error.desc}`));
  }

  private fail(error: Error): void {
    for (const pending of this.pending.values()) pending.reject(error);
    this.pending.clear();
  }

  /** Sends a command and gives what QEMU returns; an error of QEMU's becomes a rejection with its words. */
  command(execute: string, parameters: Record<string, unknown> = {}): Promise<unknown> {
    const id = this.nextId++;
    return new Promise((resolve, reject) => {
      if (this.socket.destroyed) reject(new Error("the QMP connection is closed"));
      this.pending.set(id, { resolve, reject });
      this.socket.write(`${JSON.stringify({ execute, arguments: parameters, id })}\n`);
    });
  }

  /** The next event of this name not yet asked for, past ones included. */
  event(name: string, timeoutMs: number): Promise<QmpEvent> {
    const index = this.events.findIndex((event) => event.event === name);
    const past = index < 0 ? undefined : this.events.splice(index, 1)[0];
    if (past !== undefined) return Promise.resolve(past);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.eventWaiters = this.eventWaiters.filter((waiter) => waiter.resolve !== settle);
        reject(new Error(`no QMP event ${name} within ${timeoutMs} ms`));
      }, timeoutMs);
      const settle = (event: QmpEvent): void => {
        clearTimeout(timer);
        resolve(event);
      };
      this.eventWaiters.push({ name, resolve: settle });
    });
  }

  /** Presses the keys of one chord together and lets go. Names are QEMU's key codes: ret, ctrl, f1. */
  async press(...keyCodes: string[]): Promise<void> {
    const keys = keyCodes.map((code) => ({ type: "qcode", data: code }));
    await this.command("send-key", { keys, "hold-time": KEY_HOLD_MS });
    await delay(2 * KEY_HOLD_MS);
  }

  /** Types a text on a US keyboard, a key at a time; "\n" is Enter. */
  async type(text: string): Promise<void> {
    for (const character of text) await this.press(...keyChord(character));
  }

  /** The screen as a PNG file. */
  async screendump(path: string): Promise<void> {
    await this.command("screendump", { filename: path, format: "png" });
  }

  /** Presses the power button. */
  async powerDown(): Promise<void> {
    await this.command("system_powerdown");
  }

  /** Copies physical memory into a file. */
  async savePhysicalMemory(address: number, sizeBytes: number, path: string): Promise<void> {
    await this.command("pmemsave", { val: address, size: sizeBytes, filename: path });
  }
}
