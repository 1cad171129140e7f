// A packet format written and read: a cursor over a DataView, strings in UTF-8 with their length, a checksum at the end.
class Writer {
  private readonly view = new DataView(new ArrayBuffer(256));
  private at = 0;
  u8(value: number): this {
    this.view.setUint8(this.at, value);
    this.at += 1;
    return this;
  }
  u32(value: number): this {
    this.view.setUint32(this.at, value);
    this.at += 4;
    return this;
  }
  f64(value: number): this {
    this.view.setFloat64(this.at, value, true);
    this.at += 8;
    return this;
  }
  text(text: string): this {
    const bytes = new TextEncoder().encode(text);
    this.u8(bytes.length);
    new Uint8Array(this.view.buffer).set(bytes, this.at);
    this.at += bytes.length;
    return this;
  }
  finish(): Uint8Array {
    const body = new Uint8Array(this.view.buffer, 0, this.at);
    return this.u32(body.reduce((sum, byte) => (Math.imul(sum, 31) + byte) >>> 0, 7)).bytes();
  }
  private bytes(): Uint8Array {
    return new Uint8Array(this.view.buffer.slice(0, this.at));
  }
}
function read(packet: Uint8Array): string {
  const view = new DataView(packet.buffer, packet.byteOffset, packet.byteLength);
  const body = packet.subarray(0, -4);
  const sum = body.reduce((sum, byte) => (Math.imul(sum, 31) + byte) >>> 0, 7);
  if (sum !== view.getUint32(packet.length - 4)) throw new Error(`checksum ${sum.toString(16)}`);
  const length = view.getUint8(0);
  const name = new TextDecoder("utf-8", { fatal: true }).decode(packet.subarray(1, 1 + length));
  return `${name} ${view.getUint32(1 + length)} ${view.getFloat64(5 + length, true)}`;
}
for (const name of ["", "Ann", "Zoë 😀", "x".repeat(200)]) {
  const packet = new Writer()
    .text(name)
    .u32(name.length * 1e8)
    .f64(-name.length / 3)
    .finish();
  console.log(packet.length, packet.slice(0, 8).join(" "), read(packet).slice(-60));
  packet[packet.length >> 1] ^= 0x10;
  try {
    console.log(read(packet));
  } catch (error) {
    if (error instanceof Error) console.log(error.message);
  }
}
