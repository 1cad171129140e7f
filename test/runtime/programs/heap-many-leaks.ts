// Leaves thirty objects behind.

class Ring {
  next: Ring | null = null;
}

function makeRing(): void {
  const ring = new Ring();
  ring.next = ring;
}

for (let i = 0; i < 30; i++) makeRing();
