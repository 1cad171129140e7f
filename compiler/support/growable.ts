// Growable typed arrays: a copy at least as long as wanted, doubling so that appending costs constant time on average.

export function growUint8(array: Uint8Array<ArrayBuffer>, wanted: number): Uint8Array<ArrayBuffer> {
  const grown = new Uint8Array(Math.max(wanted, array.length * 2));
  grown.set(array);
  return grown;
}

export function growInt32(array: Int32Array<ArrayBuffer>, wanted: number): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(Math.max(wanted, array.length * 2));
  grown.set(array);
  return grown;
}

/** Copies bits, not numbers: NaN payloads, and integers seen through another view of the buffer, survive. */
export function growFloat64(array: Float64Array<ArrayBuffer>, wanted: number): Float64Array<ArrayBuffer> {
  const grown = new Float64Array(Math.max(wanted, array.length * 2));
  new BigInt64Array(grown.buffer).set(new BigInt64Array(array.buffer, array.byteOffset, array.length));
  return grown;
}
