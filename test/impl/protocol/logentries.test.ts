// Entries of the public logs in their one canonical form: the bytes as they stand in a log are written out here by hand.
// Bytes that say the same in another way, a field more, a kind that nobody knows: none of it is an entry.
import { expect, it } from "vitest";
import { decodeEntry, encodeEntry, type LogEntry } from "../../../impl/protocol/logentries.ts";

const hash = "0a".repeat(32);

const entries: readonly (readonly [LogEntry, string])[] = [
  [
    {
      kind: "case.approved",
      caseId: "case-1",
      approvedAtMs: 1_593_529_200_000,
      officers: [1, 2],
      venues: 3,
      windows: 4,
      commitment: hash,
    },
    `{"kind":"case.approved","caseId":"case-1","approvedAtMs":1593529200000,"officers":[1,2],"venues":3,"windows":4,"commitment":"${hash}"}`,
  ],
  [
    {
      commitment: hash,
      kind: "case.released",
      caseId: "case-1",
      releasedAtMs: 1_593_529_200_000,
      officers: [1, 2],
      parts: [{ records: 7, issuer: 1, releaseHash: hash }],
    },
    `{"kind":"case.released","caseId":"case-1","releasedAtMs":1593529200000,"officers":[1,2],"commitment":"${hash}","parts":[{"issuer":1,"releaseHash":"${hash}","records":7}]}`,
  ],
  [
    {
      kind: "case.answered",
      caseId: "case-1",
      answeredAtMs: 1_593_529_200_000,
      releaseHash: hash,
      records: 7,
      people: 5,
    },
    `{"kind":"case.answered","caseId":"case-1","answeredAtMs":1593529200000,"releaseHash":"${hash}","records":7,"people":5}`,
  ],
  [
    {
      kind: "day.erased",
      day: 18_444,
      erasedAtMs: 1_595_948_400_000,
      means: "in software only",
      recorded: 9,
      erased: 9,
    },
    '{"kind":"day.erased","day":18444,"erasedAtMs":1595948400000,"means":"in software only","recorded":9,"erased":9}',
  ],
  [
    {
      kind: "day.erased",
      day: 18_444,
      erasedAtMs: 1_595_948_400_000,
      means: "in software only",
      recorded: 9,
      erased: 9,
      deposits: [{ issuer: 1, epochs: 1_440 }],
    },
    '{"kind":"day.erased","day":18444,"erasedAtMs":1595948400000,"means":"in software only","recorded":9,"erased":9,"deposits":[{"issuer":1,"epochs":1440}]}',
  ],
  [
    {
      kind: "day.erased",
      day: 18_444,
      erasedAtMs: 1_595_948_400_000,
      means: "in software only",
      keys: 1,
      aliases: 9,
    },
    '{"kind":"day.erased","day":18444,"erasedAtMs":1595948400000,"means":"in software only","keys":1,"aliases":9}',
  ],
  [
    {
      kind: "roster.changed",
      announcedAtMs: 1_593_529_200_000,
      inForceAtMs: 1_593_615_600_000,
      sequence: 2,
      rosterHash: hash,
      officers: 3,
    },
    `{"kind":"roster.changed","announcedAtMs":1593529200000,"inForceAtMs":1593615600000,"sequence":2,"rosterHash":"${hash}","officers":3}`,
  ],
];

it.each(entries)("%o is written in one way and read back", (entry, text) => {
  expect(Buffer.from(encodeEntry(entry)).toString()).toBe(text);
  expect(decodeEntry(Buffer.from(text))).toEqual(entry);
});

const answered = entries[2]?.[1] ?? "";

it.each([
  ["a kind that nobody knows", answered.replace("case.answered", "case.leaked")],
  ["a space", answered.replace(",", ", ")],
  ["another order", answered.replace(',"records":7,"people":5', ',"people":5,"records":7')],
  ["a field more", answered.replace("}", ',"phone":"01012345678"}')],
  ["a field less", answered.replace(',"people":5', "")],
  ["a hash in capitals", answered.replaceAll("0a", "0A")],
  ["a case whose name is none", answered.replace("case-1", "case 1")],
  ["a count below nothing", answered.replace(":7", ":-7")],
  ["a number written otherwise", answered.replace(":7", ":7.0")],
  ["a name twice", answered.replace('"people"', '"records":7,"people"')],
  ["a line end", `${answered}\n`],
])("with %s it is no entry", (_, text) => {
  expect(text).not.toBe(answered);
  expect(decodeEntry(Buffer.from(text))).toBeUndefined();
});
