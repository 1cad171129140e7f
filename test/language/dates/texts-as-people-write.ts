// Moments in texts that are not in ISO form: words, slashes, halves of the day, zones; and what is none.

const texts = [
  "Jan 5, 2020",
  "5 January 2020",
  "2020/01/02",
  "01/02/2020",
  "12-25-1995",
  "25-Dec-1995",
  "1 Mar 99",
  "Mar 49",
  "Jan 5",
  "2020-1-1",
];
texts.push("Mon, 25 Dec 1995 13:30:00 GMT", "Mon Dec 25 1995", "Thu, 01 Jan 1970 00:00:00 GMT+0200", "Dec 25, 1995 1:30 PM");
texts.push("December 17, 1995 03:24:00", "Sat Feb 01 2020 10:00:00 GMT+0000 (Coordinated Universal Time)", "12/25/1995 13:30:15");
texts.push("Tue Mar 1 2022 10:00 UTC", "Mar 1 2022 12:00 AM", "Jan 1 2020 12:00 pm", "Jan 1, 2020 10:00 +05:30", "Jan 1, 2020 10:00 EST");
texts.push(
  "Jan 1, 2020 10:00 GMT-5",
  "Today is Jan 1, 2020",
  "Jan 1 2020 (at ten) 10:00",
  "Jan 1 2020 1:2:3.45",
  "Feb 31, 2021",
  "12.31.2020",
);
for (const text of texts) console.log(text, new Date(text).getTime(), Date.parse(text));

const wrong = ["tomorrow", "Jan 32 2020", "13/1/2020", "Jan 1 2020 13:00 PM", "Jan 1 2020 24:01", "Jan 1 2020 noon", "January 1st 2020"];
wrong.push("1 2 3 4", "1:00", "Jan 1 2020)", "31.12.2020", "20200101", "Jan 1 2020 1:2:3:4", "2020-01-01T1:00");
for (const text of wrong) console.log(text, Date.parse(text), new Date(text).toJSON());

const moment = new Date("Sat Feb 01 2020 10:20:30 GMT+0000");
for (const text of [moment.toString(), moment.toUTCString(), moment.toISOString(), `${moment.toDateString()} ${moment.toTimeString()}`])
  console.log(text, Date.parse(text) === moment.getTime());
