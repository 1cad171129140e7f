// Counted: the base of every kernel object: how many handles and other objects refer to it.
// Invariants: (1) an object lives while its count is above 0; who brings it to 0 destroys it (ipc/lifetime.ts)
// Called:     from memory, object, ipc

export class Counted {
  references: u32 = 0;
}

/** One user more. */
export function retain(object: Counted): void {
  assert(object.references < 0xffff_ffff);
  object.references += 1;
}

/** One user less; true when it was the last. */
export function release(object: Counted): boolean {
  assert(object.references > 0);
  object.references -= 1;
  return object.references === 0;
}
