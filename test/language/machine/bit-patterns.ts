// Bit patterns: a hash and a pseudo-random generator in 64 bits.

function hash(text: string): u64 {
  let value: u64 = 0xcbf2_9ce4_8422_2325;
  for (let i = 0; i < text.length; i++) value = (value ^ u64(text.charCodeAt(i))) * 0x0000_0100_0000_01b3;
  return value;
}
console.log(hash(""), hash("a"), hash("foobar"));

let state: u64 = 88172645463325252;
function next(): u64 {
  state = state ^ (state << 13);
  state = state ^ (state >>> 7);
  state = state ^ (state << 17);
  return state;
}
console.log(next(), next(), next());
