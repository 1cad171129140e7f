// Turns: what a program still does when its top-level code has ended.
// Called:     by the profiles' start code. A program that never asks for another turn has nothing of the queues in it.

let remaining: (() => void) | null = null;

/** Takes note of the one function that runs everything that was put off. */
export function continueWith(run: () => void): void {
  if (remaining === null) remaining = run;
}

export function runRemaining(): void {
  const run = remaining;
  if (run === null) return;
  run();
  remaining = null;
}
