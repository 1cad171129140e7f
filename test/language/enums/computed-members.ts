// Members made from other members, constants, operators and the length of a string.

const shift = 3;
enum Flag {
  None = 0,
  Read = 1 << 0,
  Write = 1 << 1,
  Run = 1 << shift,
  ReadWrite = Read | Write,
  All = ReadWrite | Flag.Run,
  Not = ~All & 0xff,
}
enum Size {
  Name = "four".length,
  Next = Name + 1,
  Big = 2 ** 10,
  Rest = Big % 7,
  Negative = -Big,
  Half = Big / 2,
}
const enum Fixed {
  A = 10,
  B = A * 2,
  "with space" = 7,
  C,
}

function has(flags: Flag, flag: Flag): boolean {
  return (flags & flag) === flag;
}
console.log(Flag.ReadWrite, Flag.Run, Flag.All, Flag.Not);
console.log(has(Flag.All, Flag.Write), has(Flag.Read, Flag.Write));
console.log(Size.Name, Size.Next, Size.Big, Size.Rest, Size.Negative, Size.Half);
console.log(Fixed.A + Fixed.B, Fixed["with space"], Fixed.C);
let flags: Flag = Flag.None;
flags |= Flag.Run;
flags |= Flag.Read;
flags &= ~Flag.Run;
flags ^= Flag.Write;
console.log(flags, flags === Flag.ReadWrite);
