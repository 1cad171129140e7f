// Percent encoding and back, with what is malformed.
for (const text of ["", "plain", "a b&c=d/e?f#g", "é€😀", "100%", "-_.!~*'()", ";,/?:@&=+$#", "\u0000\n\u007f"]) {
  const component = encodeURIComponent(text);
  const whole = encodeURI(text);
  console.log(component, whole, decodeURIComponent(component) === text, decodeURI(whole) === text);
}
console.log(
  decodeURIComponent("%41%62c%20"),
  decodeURI("%41%2f%23%3F%20"),
  decodeURIComponent("%2f%F0%9F%98%80"),
  decodeURIComponent("%c3%a9"),
);
for (const bad of ["%", "%4", "%zz", "%ff", "%c3", "%c3%28", "%e2%82", "%f0%9f%98", "%c0%80", "%ed%a0%80", "%f4%90%80%80", "a%80"]) {
  try {
    console.log(decodeURIComponent(bad));
  } catch (e) {
    if (e instanceof URIError) console.log(bad, e.name, e.message);
  }
}
for (const bad of ["\ud800", "a\udc00b", "\ud800x"]) {
  try {
    console.log(encodeURIComponent(bad));
  } catch (e) {
    if (e instanceof URIError) console.log(e.name, e.message);
  }
}
