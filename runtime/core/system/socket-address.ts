// Socket address: where a socket is on the Internet.
// Called:     filled by the service `tsmetal/sockets` of the profile or by runtime/node, read by the other.

export const IPV4_SIZE = 4;
export const IPV6_SIZE = 16;

export class SocketAddress {
  /** Four bytes or sixteen, in the order of the network. */
  bytes: Uint8Array;
  port: number;

  constructor(bytes: Uint8Array, port: number) {
    this.bytes = bytes;
    this.port = port;
  }
}
