// File status: what a system tells of a file.
// Called:     filled by the service `tsmetal/files` of the profile, read by runtime/node.

export class FileStatus {
  /** Kind and permissions, as POSIX has them. */
  mode: number = 0;
  size: number = 0;
  device: number = 0;
  inode: number = 0;
  links: number = 0;
  user: number = 0;
  group: number = 0;
  /** Milliseconds since 1970, with fractions. */
  accessed: number = 0;
  modified: number = 0;
  changed: number = 0;
}

/** A name in a folder, and its kind as in `FileStatus.mode`. */
export class FolderEntry {
  readonly name: string;
  readonly kind: number;

  constructor(name: string, kind: number) {
    this.name = name;
    this.kind = kind;
  }
}

/** The bits of a mode that tell the kind, and the kinds. */
export const KIND_MASK = 0o170000;
export const KIND_FOLDER = 0o040000;
export const KIND_FILE = 0o100000;
export const KIND_LINK = 0o120000;
export const KIND_PIPE = 0o010000;
export const KIND_SOCKET = 0o140000;
export const KIND_CHARACTER_DEVICE = 0o020000;
export const KIND_BLOCK_DEVICE = 0o060000;
