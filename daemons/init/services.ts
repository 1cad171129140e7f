// Services: endpoints by name: who serves "console", and how others reach it.
// Owns:       one endpoint a service name.
// Invariants: (1) init keeps no receive right to an endpoint that it gave away: when the server dies, callers learn it

import { HANDLE_NONE } from "../../abi/handle.ts";
import { Rights } from "../../abi/rights.ts";
import { Status } from "../../abi/status.ts";
import { close, copyHandle, createEndpoint } from "../../runtime/user/system.ts";
import { packedRange } from "./start-payload.ts";

const SERVICES_MAX: u32 = 32;

class Service {
  readonly name0: u64;
  readonly name1: u64;
  /** With all rights, until the server got it; then with Call and Grant. */
  handle: u32;

  constructor(name0: u64, name1: u64, handle: u32) {
    this.name0 = name0;
    this.name1 = name1;
    this.handle = handle;
  }
}

export class Services {
  private readonly all: Service[] = [];

  /** Makes an endpoint known that init itself serves. */
  add(nameAddress: u64, nameLength: u64, handle: u32): void {
    this.all.push(new Service(packedRange(nameAddress, nameLength, 0), packedRange(nameAddress, nameLength, 8), handle));
  }

  /** Gives the process a handle to call the service, or answers a status. The badge tells the server who calls. */
  connect(nameAddress: u64, nameLength: u64, badge: u64, process: u32): i64 {
    const service: Service | null = this.findOrCreate(nameAddress, nameLength);
    return service === null ? Status.NoSpace : copyHandle(service.handle, Rights.Call, badge, process);
  }

  /** Gives the process the right to serve, and gives up init's own. */
  serve(nameAddress: u64, nameLength: u64, process: u32): i64 {
    const service: Service | null = this.findOrCreate(nameAddress, nameLength);
    if (service === null) return Status.NoSpace;
    const given: i64 = copyHandle(service.handle, Rights.Receive, 0, process);
    if (given < 0) return given;
    const caller: i64 = copyHandle(service.handle, Rights.Call | Rights.Grant, 0, HANDLE_NONE);
    if (caller < 0) return caller;
    close(service.handle);
    service.handle = u32(caller);
    return given;
  }

  /** A handle with which init itself calls the service, or HANDLE_NONE. */
  handleOf(nameAddress: u64, nameLength: u64): u32 {
    const service: Service | null = this.find(nameAddress, nameLength);
    return service === null ? HANDLE_NONE : service.handle;
  }

  private findOrCreate(nameAddress: u64, nameLength: u64): Service | null {
    const known: Service | null = this.find(nameAddress, nameLength);
    if (known !== null) return known;
    if (u32(this.all.length) === SERVICES_MAX) return null;
    const endpoint: i64 = createEndpoint();
    if (endpoint < 0) return null;
    this.add(nameAddress, nameLength, u32(endpoint));
    return this.find(nameAddress, nameLength);
  }

  private find(nameAddress: u64, nameLength: u64): Service | null {
    const name0: u64 = packedRange(nameAddress, nameLength, 0);
    const name1: u64 = packedRange(nameAddress, nameLength, 8);
    for (let i: u32 = 0; i < u32(this.all.length); i++) {
      const service: Service = this.all[i];
      if (service.name0 === name0 && service.name1 === name1) return service;
    }
    return null;
  }
}
