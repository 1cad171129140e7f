// Header texts: the headers of a message, by any name.
// Called:     by what `request.headers.name` and its like are compiled to.

import { NamedTexts } from "./named-texts.ts";

export class IncomingHeaders extends NamedTexts {}
