// A lifecycle's table as the generator would print it, with every kind of field, for the tests of the book.
// It is written by hand, so that those tests do not depend on the law.
import type { RowTable } from "../../../impl/store/rowtable.ts";

export const consentTable: RowTable = {
  machine: "consent",
  states: ["absent", "given", "outdated", "withdrawn"],
  gone: [true, false, false, true],
  fields: [
    { name: "givenAt", kind: "instant" },
    { name: "endsAt", kind: "instant" },
    { name: "noticeVersion", kind: "count" },
    { name: "asked", kind: "choice" },
    { name: "guardian", kind: "flag" },
    { name: "officer", kind: "id" },
  ],
  never: Number.MAX_SAFE_INTEGER,
  choices: { asked: ["everyPass", "once"] },
  deadlines: { endsAt: ["given", "outdated"] },
  createSql: `
    CREATE TABLE IF NOT EXISTS consent (
      key TEXT PRIMARY KEY,
      state TEXT NOT NULL CHECK (state IN ('given', 'outdated')),
      "givenAt" INTEGER, "endsAt" INTEGER, "noticeVersion" INTEGER NOT NULL,
      asked TEXT NOT NULL CHECK (asked IN ('everyPass', 'once')),
      guardian INTEGER NOT NULL CHECK (guardian IN (0, 1)), officer TEXT
    ) STRICT;
    CREATE INDEX IF NOT EXISTS consent_endsAt ON consent ("endsAt") WHERE "endsAt" IS NOT NULL;
    CREATE TABLE IF NOT EXISTS consent_event (
      key TEXT NOT NULL REFERENCES consent (key) ON DELETE CASCADE,
      sequence INTEGER NOT NULL, at INTEGER NOT NULL, event TEXT NOT NULL, transition TEXT NOT NULL, state TEXT NOT NULL,
      PRIMARY KEY (key, sequence)
    ) STRICT, WITHOUT ROWID;`,
};

export const state = { absent: 0, given: 1, outdated: 2, withdrawn: 3 } as const;
