// Keyboard daemon: a PS/2 keyboard's scan codes, turned into keys for the console.
// Owns:       the 8042 controller.
// Invariants: (1) it never polls: it sleeps until interrupt line 1 signals
//             (2) a line is acknowledged only after the controller's buffer was emptied, so no key waits for the next one
// Called:     by interrupt 1, routed by the kernel to the notification "signals".

import { requiredHandle } from "../../runtime/user/process.ts";
import { acknowledge, wait } from "../../runtime/user/system.ts";
import { pressKey } from "../console/protocol.ts";
import { Controller } from "./controller.ts";
import { Keymap } from "./keymap.ts";

/** Scan codes taken for one interrupt at most: a broken controller must not hold the processor. */
const SCAN_CODES_MAX: u32 = 64;

const console: u32 = requiredHandle("console");
const interrupt: u32 = requiredHandle("keyboard.irq");
const signals: u32 = requiredHandle("signals");
const controller: Controller = new Controller(requiredHandle("i8042"));
const keymap: Keymap = new Keymap();

// A PC without the controller has its keyboard elsewhere (USB): then there is nothing to do here.
if (controller.start()) serve();

function serve(): void {
  acknowledge(interrupt);
  for (;;) {
    assert(wait(signals) >= 0, "the keyboard cannot wait for its interrupt");
    takeScanCodes();
    acknowledge(interrupt);
  }
}

function takeScanCodes(): void {
  for (let taken: u32 = 0; taken < SCAN_CODES_MAX; taken++) {
    const code: i32 = controller.read();
    if (code < 0) return;
    const key: u32 = keymap.translate(u32(code));
    if (key !== 0) pressKey(console, key);
  }
}
