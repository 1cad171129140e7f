// N-body: planets as objects with numbers for fields; results to the last bit.

class Body {
  constructor(
    public x: number,
    public y: number,
    public z: number,
    public vx: number,
    public vy: number,
    public vz: number,
    readonly mass: number,
  ) {}
}
const solarMass = 4 * Math.PI * Math.PI;
const bodies: Body[] = [
  new Body(0, 0, 0, 0, 0, 0, solarMass),
  new Body(
    4.84143144246472,
    -1.16032004402742,
    -0.103622044471123,
    0.606326392995832,
    2.81198684491626,
    -0.0252183616598876,
    0.0376936749003896,
  ),
  new Body(
    8.34336671824457,
    4.1247985641243,
    -0.403523417114321,
    -1.01077434617879,
    1.82566237123041,
    0.00841576137658415,
    0.0112863261319687,
  ),
];
function advance(dt: number): void {
  for (let i = 0; i < bodies.length; i++) {
    const a = bodies[i];
    for (let j = i + 1; j < bodies.length; j++) {
      const b = bodies[j];
      const dx = a.x - b.x;
      const dy = a.y - b.y;
      const dz = a.z - b.z;
      const distance = dx * dx + dy * dy + dz * dz;
      const magnitude = dt / (distance * Math.sqrt(distance));
      a.vx -= dx * b.mass * magnitude;
      a.vy -= dy * b.mass * magnitude;
      a.vz -= dz * b.mass * magnitude;
      b.vx += dx * a.mass * magnitude;
      b.vy += dy * a.mass * magnitude;
      b.vz += dz * a.mass * magnitude;
    }
  }
  for (const body of bodies) {
    body.x += dt * body.vx;
    body.y += dt * body.vy;
    body.z += dt * body.vz;
  }
}
for (let step = 0; step < 1000; step++) advance(0.01);
for (const body of bodies) console.log(body.x, body.y, body.z);
