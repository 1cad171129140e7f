// Stats: the status of a file, and the names in a folder, as Node shows them.
// Manual:     Node "File system", Classes Stats and Dirent.

import {
  type FileStatus,
  KIND_BLOCK_DEVICE,
  KIND_CHARACTER_DEVICE,
  KIND_FILE,
  KIND_FOLDER,
  KIND_LINK,
  KIND_MASK,
  KIND_PIPE,
  KIND_SOCKET,
} from "../core/system/file-status.ts";

/** What has a kind. */
class Kinded {
  /** As in a mode. */
  protected readonly kind: number;

  constructor(kind: number) {
    this.kind = kind & KIND_MASK;
  }

  isFile(): boolean {
    return this.kind === KIND_FILE;
  }

  isDirectory(): boolean {
    return this.kind === KIND_FOLDER;
  }

  isSymbolicLink(): boolean {
    return this.kind === KIND_LINK;
  }

  isFIFO(): boolean {
    return this.kind === KIND_PIPE;
  }

  isSocket(): boolean {
    return this.kind === KIND_SOCKET;
  }

  isCharacterDevice(): boolean {
    return this.kind === KIND_CHARACTER_DEVICE;
  }

  isBlockDevice(): boolean {
    return this.kind === KIND_BLOCK_DEVICE;
  }
}

export class Stats extends Kinded {
  readonly dev: number;
  readonly ino: number;
  readonly mode: number;
  readonly nlink: number;
  readonly uid: number;
  readonly gid: number;
  readonly size: number;
  readonly atimeMs: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;

  constructor(status: FileStatus) {
    super(status.mode);
    this.dev = status.device;
    this.ino = status.inode;
    this.mode = status.mode;
    this.nlink = status.links;
    this.uid = status.user;
    this.gid = status.group;
    this.size = status.size;
    this.atimeMs = status.accessed;
    this.mtimeMs = status.modified;
    this.ctimeMs = status.changed;
  }

  get mtime(): Date {
    return new Date(Math.round(this.mtimeMs));
  }

  get atime(): Date {
    return new Date(Math.round(this.atimeMs));
  }

  get ctime(): Date {
    return new Date(Math.round(this.ctimeMs));
  }
}

export class Dirent extends Kinded {
  readonly name: string;
  readonly parentPath: string;

  constructor(name: string, parentPath: string, kind: number) {
    super(kind);
    this.name = name;
    this.parentPath = parentPath;
  }
}
