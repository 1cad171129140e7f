// System errors: what a system refused, as the errors that Node makes of it.
// Manual:     Node "Errors", Class SystemError; Linux man-pages, errno(3).

/** Lines of the number of an error, the name that Node gives to it, and the text of libuv. */
const ERRORS = `
1 EPERM: operation not permitted
2 ENOENT: no such file or directory
3 ESRCH: no such process
5 EIO: i/o error
6 ENXIO: no such device or address
7 E2BIG: argument list too long
9 EBADF: bad file descriptor
11 EAGAIN: resource temporarily unavailable
12 ENOMEM: not enough memory
13 EACCES: permission denied
14 EFAULT: bad address in system call argument
16 EBUSY: resource busy or locked
17 EEXIST: file already exists
18 EXDEV: cross-device link not permitted
19 ENODEV: no such device
20 ENOTDIR: not a directory
21 EISDIR: illegal operation on a directory
22 EINVAL: invalid argument
23 ENFILE: file table overflow
24 EMFILE: too many open files
26 ETXTBSY: text file is busy
27 EFBIG: file too large
28 ENOSPC: no space left on device
29 ESPIPE: invalid seek
30 EROFS: read-only file system
31 EMLINK: too many links
32 EPIPE: broken pipe
36 ENAMETOOLONG: name too long
38 ENOSYS: function not implemented
39 ENOTEMPTY: directory not empty
40 ELOOP: too many symbolic links encountered
95 ENOTSUP: operation not supported on socket
`;

/** The name and the text of an error. */
export function wordsOfError(number: number): string {
  const line = `\n${number} `;
  const place = ERRORS.indexOf(line);
  if (place < 0) return "UNKNOWN: unknown error";
  const start = place + line.length;
  return ERRORS.slice(start, ERRORS.indexOf("\n", start));
}

export class SystemError extends Error {
  errno?: number;
  code?: string;
  syscall?: string;
  path?: string;
  dest?: string;
}

/** The error for a negative answer of the system. */
export function systemError(answer: number, call: string, path?: string, target?: string): SystemError {
  const words = wordsOfError(-answer);
  const ofPath = path === undefined ? "" : ` '${path}'`;
  const error = new SystemError(`${words}, ${call}${ofPath}${target === undefined ? "" : ` -> '${target}'`}`);
  error.errno = answer;
  error.code = words.slice(0, words.indexOf(":"));
  error.syscall = call;
  if (path !== undefined) error.path = path;
  if (target !== undefined) error.dest = target;
  return error;
}

/** The answer, if it is no error. */
export function checkedAnswer(answer: number, call: string, path?: string, target?: string): number {
  if (answer < 0) throw systemError(answer, call, path, target);
  return answer;
}
