// Manifest: what the image says about each daemon and program: the archive member "manifest", written by the image builder.
//
//   daemon console              a block begins with a line that is not indented; daemons start at boot, in this order
//     priority 24               0..31, the highest its threads can have
//     memory 16777216           limit in bytes
//     serve                     gets "service": receives calls for the endpoint of its own name
//     connect init              gets a handle of that name: may call that service
//     ports com1 0x3f8 8        gets these ports
//     interrupt com1.irq 4      gets this line, signalled on its notification "signals"
//     device vga.text 0xb8000 0x8000       gets device memory
//     framebuffer               gets "framebuffer", if there is one
//     system inspect power      gets "system" with these rights

import { loadU8, stringUnitsAddress } from "tsmetal/unsafe";
import type { Archive } from "./archive.ts";
import { WordScanner } from "./word-scanner.ts";

const FILE_NAME: string = "manifest";

export class Manifest {
  private readonly start: u64;
  private readonly end: u64;
  /** Used for every find: init starts programs for as long as the machine runs, and makes no new objects for them. */
  private readonly finder: WordScanner;

  /** Requires: the archive has a manifest. */
  constructor(archive: Archive) {
    const isThere: boolean = archive.find(stringUnitsAddress(FILE_NAME), u64(FILE_NAME.length));
    assert(isThere, "the boot archive has no manifest");
    this.start = archive.fileAddress();
    this.end = archive.fileAddress() + archive.fileSizeBytes;
    this.finder = this.scan();
  }

  /** A new scanner at the first line of the file. */
  scan(): WordScanner {
    return new WordScanner(this.start, this.end);
  }

  /** The scanner behind the name in the block's head, or null when there is no such block. The next find moves it. */
  find(nameAddress: u64, nameLength: u64): WordScanner | null {
    const scanner: WordScanner = this.finder;
    scanner.restart(this.start);
    do {
      if (!scanner.nextWord() || !isHead(scanner) || !scanner.nextWord()) continue;
      if (isSame(scanner, nameAddress, nameLength)) return scanner;
    } while (scanner.nextLine());
    return null;
  }
}

/** Whether the word read last begins a block. */
export function isHead(scanner: WordScanner): boolean {
  return scanner.isWord("daemon") || scanner.isWord("program");
}

function isSame(scanner: WordScanner, nameAddress: u64, nameLength: u64): boolean {
  if (scanner.wordLength !== nameLength) return false;
  for (let i: u64 = 0; i < nameLength; i++) {
    if (loadU8(scanner.wordAddress + i) !== loadU8(nameAddress + i)) return false;
  }
  return true;
}
