// Options of qemu.sh. The text for people is help.txt; a test holds the two together.

/**
 * @typedef {object} Options
 * @property {"bios" | "uefi" | "direct"} firmware
 * @property {"virtio" | "ahci" | "ide" | "usb" | undefined} disk
 * @property {number} smp
 * @property {number} memory
 * @property {boolean} headless
 * @property {"auto" | "tcg" | "kvm"} accel
 * @property {boolean} gdb
 * @property {number} gdbPort
 * @property {boolean} setup
 * @property {boolean} check
 * @property {boolean} yes
 * @property {boolean} noBuild
 * @property {boolean} print
 * @property {boolean} help
 * @property {string[]} extra
 */

/** A wrong option; the message is one line for the person who typed it. */
export class OptionError extends Error {}

const CHOICES = {
  "--firmware": ["bios", "uefi", "direct"],
  "--disk": ["virtio", "ahci", "ide", "usb"],
  "--accel": ["auto", "tcg", "kvm"],
};

/** QEMU's q35 and pc take up to 255 processors. */
const RANGES = {
  "--smp": { min: 1, max: 255 },
  "--memory": { min: 16, max: 1048576 },
  "--gdb-port": { min: 1, max: 65535 },
};

const SWITCHES = ["--headless", "--gdb", "--setup", "--check", "--yes", "--no-build", "--print", "--help"];

/** Every option there is. */
export const OPTION_NAMES = [...Object.keys(CHOICES), ...Object.keys(RANGES), ...SWITCHES];

/** @param {string} option @param {string | undefined} value */
function chosen(option, value) {
  const choices = CHOICES[/** @type {keyof typeof CHOICES} */ (option)];
  if (value !== undefined && choices.includes(value)) return value;
  throw new OptionError(`${option} takes one of ${choices.join(", ")}${value === undefined ? "" : `, not '${value}'`}`);
}

/** @param {string} option @param {string | undefined} value */
function ranged(option, value) {
  const { min, max } = RANGES[/** @type {keyof typeof RANGES} */ (option)];
  const number = /^\d+$/.test(value ?? "") ? Number(value) : Number.NaN;
  if (number >= min && number <= max) return number;
  throw new OptionError(`${option} takes a whole number from ${min} to ${max}${value === undefined ? "" : `, not '${value}'`}`);
}

/** @param {string} option */
function propertyName(option) {
  return option.slice(2).replace(/-(.)/g, (_, letter) => letter.toUpperCase());
}

/**
 * Splits `--name=value` and reads the value of options that have one from the next argument otherwise.
 * @param {string[]} rest what is left of the command line; consumed from the front
 * @returns {[string, string | number | boolean]}
 */
function nextOption(rest) {
  const argument = rest.shift() ?? "";
  const [, name = argument, attached] = /^(--[^=]+)=(.*)$/.exec(argument) ?? [];
  const option = name === "-h" ? "--help" : name;
  if (SWITCHES.includes(option)) {
    if (attached !== undefined) throw new OptionError(`${option} takes no value`);
    return [propertyName(option), true];
  }
  if (!OPTION_NAMES.includes(option)) throw new OptionError(`unknown option '${argument}'; ./qemu.sh --help lists all`);
  const value = attached ?? rest.shift();
  return [propertyName(option), option in CHOICES ? chosen(option, value) : ranged(option, value)];
}

/**
 * @param {readonly string[]} words the command line behind the program's name
 * @returns {Options}
 */
export function parseOptions(words) {
  const separator = words.indexOf("--");
  const rest = separator < 0 ? [...words] : words.slice(0, separator);
  const extra = separator < 0 ? [] : words.slice(separator + 1);
  /** @type {Options} */
  const options = {
    firmware: "bios",
    disk: undefined,
    smp: 1,
    memory: 256,
    headless: false,
    accel: "auto",
    gdb: false,
    gdbPort: 1234,
    setup: false,
    check: false,
    yes: false,
    noBuild: false,
    print: false,
    help: false,
    extra,
  };
  while (rest.length > 0) {
    const [property, value] = nextOption(rest);
    Object.assign(options, { [property]: value });
  }
  return options;
}
