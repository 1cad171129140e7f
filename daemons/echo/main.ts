// Echo daemon: answers every call with its own words. The smallest server there is.
// Invariants: (1) it holds nothing but the right to receive on its endpoint

import type { Message } from "../../abi/message.ts";
import { message } from "../../runtime/user/message.ts";
import { requiredHandle } from "../../runtime/user/process.ts";
import { receive, replyAndReceive } from "../../runtime/user/system.ts";

const service: u32 = requiredHandle("service");
const request: Message = message();

let status: i64 = receive(service, request);
for (;;) {
  assert(status >= 0, "echo cannot receive");
  request.label = 0;
  status = replyAndReceive(service, request);
}
