// JSON.parse: numbers to the last digit, and texts with every escape.
const source =
  "[0, -0, 1, -1, 1.5, 1e3, 1E+3, 1e-3, 123456789012345, 1234567890123456, 12345678901234567890, 0.1, 1e400, -1e400, 5e-324, 2e-324, 1.7976931348623157e308, 0.30000000000000004, 9007199254740993, 100e-2]";
for (const value of JSON.parse(source) as number[]) console.log(value, 1 / value);
const texts = JSON.parse(
  '["", "\\"\\\\\\/\\b\\f\\n\\r\\t", "\\u0041\\u00e9\\u20ac\\ud83d\\ude00", "\\ud800x", "😀é", "a\\\\", "\\u0000"]',
) as string[];
for (const text of texts) console.log(text.length, JSON.stringify(text));
console.log(JSON.parse(" 1 ") as number, JSON.parse("\t\r\n true\n") as boolean, JSON.parse('"x"') as string);
const keys = JSON.parse('{"a\\u0062": 1, "with space": 2, "quote\\"": 3, "ab ": 4, "é": 5}') as {
  ab: number;
  "with space": number;
  'quote"': number;
  é: number;
};
console.log(keys.ab, keys["with space"], keys['quote"'], keys.é);
const many: number[] = JSON.parse(`[${Array.from({ length: 2000 }, (_, index) => index * 0.5).join(", ")}]`);
console.log(
  many.length,
  many.reduce((sum, value) => sum + value, 0),
);
