// Date: moments from texts in ISO form, and what is none.
const texts = [
  "1970-01-01",
  "2024-02-29",
  "2024-02-30",
  "2023-12-31T23:59:59.999Z",
  "2024",
  "2024-06",
  "0000-01-01",
  "+275760-09-13",
  "-271821-04-20",
];
texts.push("2024-05-06T07:08Z", "2024-05-06T07:08:09Z", "2024-05-06T07:08:09.1Z", "2024-05-06T07:08:09.123456Z", "2024-05-06T24:00:00Z");
texts.push(
  "2024-05-06T07:08:09+02:00",
  "2024-05-06T07:08:09-11:30",
  "1969-12-31T23:59:59.999Z",
  "9999-12-31T23:59:59.999Z",
  "+010000-01-01T00:00:00Z",
);
for (const text of texts) {
  const date = new Date(text);
  console.log(text, date.getTime(), date.toISOString(), date.toUTCString(), date.getUTCDay());
}
const wrong = ["", "nonsense", "2024-13-01", "2024-00-01", "2024-01-32", "2024-01-00", "2024-01-01T25:00:00Z", "2024-01-01T24:00:01Z"];
wrong.push("2024-01-01T12:60:00Z", "2024-01-01T12:00:60Z", "+275760-09-13T00:00:00.001Z", "2024-01-01T12:00:00.Z");
for (const text of wrong) console.log(JSON.stringify(text), Date.parse(text), new Date(text).toJSON());
