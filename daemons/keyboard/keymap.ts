// Keymap: scan codes of set 1, as the controller translates them, to characters and keys of the US layout.
// Invariants: (1) the two tables have the same length; a space marks a code without a character
// Manual:     IBM PS/2 Hardware Interface Technical Reference, "Keyboard", scan code set 1

import { loadU8, stringUnitsAddress } from "tsmetal/unsafe";
import { Key } from "../../runtime/user/stream.ts";

/** Index = scan code: 0x02 is the 1, 0x10 the q, 0x1e the a, 0x2c the z. */
const PLAIN: string = "  1234567890-=  qwertyuiop[]  asdfghjkl;'` \\zxcvbnm,./ * ";
const SHIFTED: string = '  !@#$%^&*()_+  QWERTYUIOP{}  ASDFGHJKL:"~ |ZXCVBNM<>? * ';
const NO_CHARACTER: u32 = 0x20;

const RELEASED: u32 = 0x80;
const EXTENDED: u32 = 0xe0;
const CONTROL_MASK: u32 = 0x1f;

const enum ScanCode {
  Escape = 0x01,
  Backspace = 0x0e,
  Tab = 0x0f,
  Enter = 0x1c,
  Control = 0x1d,
  LeftShift = 0x2a,
  RightShift = 0x36,
  Space = 0x39,
  CapsLock = 0x3a,
  Home = 0x47,
  Up = 0x48,
  PageUp = 0x49,
  Left = 0x4b,
  Right = 0x4d,
  End = 0x4f,
  Down = 0x50,
  PageDown = 0x51,
  Delete = 0x53,
}

export class Keymap {
  private isExtended: boolean = false;
  private hasLeftShift: boolean = false;
  private hasRightShift: boolean = false;
  private hasControl: boolean = false;
  private hasCapsLock: boolean = false;

  /** Takes the next scan code; answers the key it completes, or 0. */
  translate(byte: u32): u32 {
    if (byte === EXTENDED) {
      this.isExtended = true;
      return 0;
    }
    const code: u32 = byte & ~RELEASED;
    const isPressed: boolean = (byte & RELEASED) === 0;
    const wasExtended: boolean = this.isExtended;
    this.isExtended = false;
    if (this.takeModifier(code, isPressed, wasExtended) || !isPressed) return 0;
    return wasExtended ? this.extendedKey(code) : this.key(code);
  }

  /** Extended shifts are made up by the keyboard around the arrow keys: they mean nothing. */
  private takeModifier(code: u32, isPressed: boolean, wasExtended: boolean): boolean {
    switch (code) {
      case ScanCode.LeftShift:
        if (!wasExtended) this.hasLeftShift = isPressed;
        return true;
      case ScanCode.RightShift:
        if (!wasExtended) this.hasRightShift = isPressed;
        return true;
      case ScanCode.Control:
        this.hasControl = isPressed;
        return true;
      case ScanCode.CapsLock:
        if (isPressed) this.hasCapsLock = !this.hasCapsLock;
        return true;
      default:
        return false;
    }
  }

  private key(code: u32): u32 {
    switch (code) {
      case ScanCode.Escape:
        return Key.Escape;
      case ScanCode.Backspace:
        return Key.Backspace;
      case ScanCode.Tab:
        return Key.Tab;
      case ScanCode.Enter:
        return Key.Enter;
      case ScanCode.Space:
        return 0x20;
      default:
        return this.character(code);
    }
  }

  private character(code: u32): u32 {
    if (code >= u32(PLAIN.length)) return this.keypad(code);
    const plain: u32 = tableEntry(PLAIN, code);
    if (plain === NO_CHARACTER) return 0;
    const isLetter: boolean = plain >= 0x61 && plain <= 0x7a;
    if (this.hasControl) return isLetter ? plain & CONTROL_MASK : 0;
    const isShifted: boolean = this.hasLeftShift || this.hasRightShift;
    const isUpper: boolean = isLetter ? isShifted !== this.hasCapsLock : isShifted;
    return isUpper ? tableEntry(SHIFTED, code) : plain;
  }

  private extendedKey(code: u32): u32 {
    if (code === ScanCode.Enter) return Key.Enter;
    if (code === 0x35) return 0x2f;
    return this.keypad(code);
  }

  /** The keypad without Num Lock, and the keys beside it, share codes. */
  private keypad(code: u32): u32 {
    switch (code) {
      case ScanCode.Home:
        return Key.Home;
      case ScanCode.Up:
        return Key.Up;
      case ScanCode.PageUp:
        return Key.PageUp;
      case ScanCode.Left:
        return Key.Left;
      case ScanCode.Right:
        return Key.Right;
      case ScanCode.End:
        return Key.End;
      case ScanCode.Down:
        return Key.Down;
      case ScanCode.PageDown:
        return Key.PageDown;
      case ScanCode.Delete:
        return Key.Delete;
      default:
        return 0;
    }
  }
}

function tableEntry(table: string, code: u32): u32 {
  return u32(loadU8(stringUnitsAddress(table) + u64(code)));
}
