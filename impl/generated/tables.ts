// Generated from models/ by `entrylog generate`; never edited by hand. Stamp 098db7247bff9de3.
import { never } from "../lifecycle/core.ts";
import type { RowTable } from "../store/rowtable.ts";

export const crisisTable: RowTable = {
  machine: "crisis",
  states: ["suspended", "active"],
  gone: [false, false],
  fields: [{ name: "level", kind: "choice" }],
  never,
  choices: { level: ["attention", "caution", "alert", "serious"] },
  deadlines: {},
  createSql: `CREATE TABLE IF NOT EXISTS crisis (
  key TEXT PRIMARY KEY,
  state TEXT NOT NULL CHECK (state IN ('suspended', 'active')),
  "level" TEXT NOT NULL CHECK ("level" IN ('attention', 'caution', 'alert', 'serious'))
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS crisis_event (
  key TEXT NOT NULL REFERENCES crisis (key) ON DELETE CASCADE,
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  at INTEGER NOT NULL,
  event TEXT NOT NULL,
  transition TEXT NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (key, sequence)
) STRICT, WITHOUT ROWID;
`,
};

export const consentTable: RowTable = {
  machine: "consent",
  states: ["absent", "given", "outdated", "withdrawn"],
  gone: [true, false, false, true],
  fields: [
    { name: "noticeVersion", kind: "count" },
    { name: "givenAt", kind: "instant" },
    { name: "endsAt", kind: "instant" },
  ],
  never,
  choices: {},
  deadlines: { endsAt: ["given", "outdated"] },
  createSql: `CREATE TABLE IF NOT EXISTS consent (
  key TEXT PRIMARY KEY,
  state TEXT NOT NULL CHECK (state IN ('given', 'outdated')),
  "noticeVersion" INTEGER NOT NULL CHECK ("noticeVersion" BETWEEN 0 AND 1000000),
  "givenAt" INTEGER CHECK ("givenAt" >= 0),
  "endsAt" INTEGER CHECK ("endsAt" >= 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS consent_endsAt ON consent ("endsAt") WHERE "endsAt" IS NOT NULL;
CREATE TABLE IF NOT EXISTS consent_event (
  key TEXT NOT NULL REFERENCES consent (key) ON DELETE CASCADE,
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  at INTEGER NOT NULL,
  event TEXT NOT NULL,
  transition TEXT NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (key, sequence)
) STRICT, WITHOUT ROWID;
`,
};

export const verificationTable: RowTable = {
  machine: "verification",
  states: ["unverified", "challenged", "unanswered", "verified", "renewing", "expired", "locked", "erased"],
  gone: [true, false, false, false, false, false, false, true],
  fields: [
    { name: "tries", kind: "count" },
    { name: "sends", kind: "count" },
    { name: "sendsEndAt", kind: "instant" },
    { name: "codeEndsAt", kind: "instant" },
    { name: "verifiedUntil", kind: "instant" },
    { name: "lockedUntil", kind: "instant" },
    { name: "accountEndsAt", kind: "instant" },
  ],
  never,
  choices: {},
  deadlines: {
    codeEndsAt: ["challenged", "renewing"],
    accountEndsAt: ["challenged", "expired", "locked"],
    sendsEndAt: ["unanswered"],
    verifiedUntil: ["verified", "renewing"],
    lockedUntil: ["locked"],
  },
  createSql: `CREATE TABLE IF NOT EXISTS verification (
  key TEXT PRIMARY KEY,
  state TEXT NOT NULL CHECK (state IN ('challenged', 'unanswered', 'verified', 'renewing', 'expired', 'locked')),
  "tries" INTEGER NOT NULL CHECK ("tries" BETWEEN 0 AND 5),
  "sends" INTEGER NOT NULL CHECK ("sends" BETWEEN 0 AND 3),
  "sendsEndAt" INTEGER CHECK ("sendsEndAt" >= 0),
  "codeEndsAt" INTEGER CHECK ("codeEndsAt" >= 0),
  "verifiedUntil" INTEGER CHECK ("verifiedUntil" >= 0),
  "lockedUntil" INTEGER CHECK ("lockedUntil" >= 0),
  "accountEndsAt" INTEGER CHECK ("accountEndsAt" >= 0),
  CHECK (state NOT IN ('unanswered', 'verified', 'expired', 'locked') OR "tries" = 0),
  CHECK (state NOT IN ('locked') OR "sends" = 0),
  CHECK (state NOT IN ('locked') OR "sendsEndAt" IS NULL),
  CHECK (state NOT IN ('unanswered', 'verified', 'expired', 'locked') OR "codeEndsAt" IS NULL),
  CHECK (state NOT IN ('challenged', 'unanswered', 'expired', 'locked') OR "verifiedUntil" IS NULL),
  CHECK (state NOT IN ('challenged', 'unanswered', 'renewing') OR "lockedUntil" IS NULL),
  CHECK (state NOT IN ('unanswered') OR "accountEndsAt" IS NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS verification_codeEndsAt ON verification ("codeEndsAt") WHERE "codeEndsAt" IS NOT NULL;
CREATE INDEX IF NOT EXISTS verification_accountEndsAt ON verification ("accountEndsAt") WHERE "accountEndsAt" IS NOT NULL;
CREATE INDEX IF NOT EXISTS verification_sendsEndAt ON verification ("sendsEndAt") WHERE "sendsEndAt" IS NOT NULL;
CREATE INDEX IF NOT EXISTS verification_verifiedUntil ON verification ("verifiedUntil") WHERE "verifiedUntil" IS NOT NULL;
CREATE INDEX IF NOT EXISTS verification_lockedUntil ON verification ("lockedUntil") WHERE "lockedUntil" IS NOT NULL;
CREATE TABLE IF NOT EXISTS verification_event (
  key TEXT NOT NULL REFERENCES verification (key) ON DELETE CASCADE,
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  at INTEGER NOT NULL,
  event TEXT NOT NULL,
  transition TEXT NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (key, sequence)
) STRICT, WITHOUT ROWID;
`,
};

export const passTable: RowTable = {
  machine: "pass",
  states: ["unissued", "issued", "accepted", "expired"],
  gone: [true, false, false, false],
  fields: [
    { name: "issuedAt", kind: "instant" },
    { name: "shownUntil", kind: "instant" },
    { name: "expiresAt", kind: "instant" },
  ],
  never,
  choices: {},
  deadlines: { expiresAt: ["issued"] },
  createSql: ``,
};

export const visitTable: RowTable = {
  machine: "visit",
  states: ["absent", "recorded", "disclosed", "erased"],
  gone: [true, false, false, true],
  fields: [
    { name: "eraseAt", kind: "instant" },
    { name: "late", kind: "flag" },
  ],
  never,
  choices: {},
  deadlines: { eraseAt: ["recorded", "disclosed"] },
  createSql: ``,
};

export const dayTable: RowTable = {
  machine: "day",
  states: ["unopened", "kept", "erased"],
  gone: [true, false, true],
  fields: [{ name: "endsAt", kind: "instant" }],
  never,
  choices: {},
  deadlines: { endsAt: ["kept"] },
  createSql: `CREATE TABLE IF NOT EXISTS day (
  key TEXT PRIMARY KEY,
  state TEXT NOT NULL CHECK (state IN ('kept')),
  "endsAt" INTEGER CHECK ("endsAt" >= 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS day_endsAt ON day ("endsAt") WHERE "endsAt" IS NOT NULL;
CREATE TABLE IF NOT EXISTS day_event (
  key TEXT NOT NULL REFERENCES day (key) ON DELETE CASCADE,
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  at INTEGER NOT NULL,
  event TEXT NOT NULL,
  transition TEXT NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (key, sequence)
) STRICT, WITHOUT ROWID;
`,
};

export const disclosureTable: RowTable = {
  machine: "disclosure",
  states: ["absent", "requested", "approved", "released", "answered", "closed", "denied", "lapsed"],
  gone: [true, false, false, false, false, false, false, false],
  fields: [
    { name: "requestedBy", kind: "id" },
    { name: "approvedBy", kind: "id" },
    { name: "ground", kind: "choice" },
    { name: "lapseAt", kind: "instant" },
    { name: "answerEndsAt", kind: "instant" },
  ],
  never,
  choices: { ground: ["none", "investigation"] },
  deadlines: { lapseAt: ["requested", "approved", "released"], answerEndsAt: ["answered"] },
  createSql: `CREATE TABLE IF NOT EXISTS disclosure (
  key TEXT PRIMARY KEY,
  state TEXT NOT NULL CHECK (state IN ('requested', 'approved', 'released', 'answered', 'closed', 'denied', 'lapsed')),
  "requestedBy" TEXT,
  "approvedBy" TEXT,
  "ground" TEXT NOT NULL CHECK ("ground" IN ('none', 'investigation')),
  "lapseAt" INTEGER CHECK ("lapseAt" >= 0),
  "answerEndsAt" INTEGER CHECK ("answerEndsAt" >= 0),
  CHECK (state NOT IN ('requested', 'denied') OR "approvedBy" IS NULL),
  CHECK (state NOT IN ('answered', 'closed', 'denied', 'lapsed') OR "lapseAt" IS NULL),
  CHECK (state NOT IN ('requested', 'approved', 'released', 'closed', 'denied', 'lapsed') OR "answerEndsAt" IS NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS disclosure_lapseAt ON disclosure ("lapseAt") WHERE "lapseAt" IS NOT NULL;
CREATE INDEX IF NOT EXISTS disclosure_answerEndsAt ON disclosure ("answerEndsAt") WHERE "answerEndsAt" IS NOT NULL;
CREATE TABLE IF NOT EXISTS disclosure_event (
  key TEXT NOT NULL REFERENCES disclosure (key) ON DELETE CASCADE,
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  at INTEGER NOT NULL,
  event TEXT NOT NULL,
  transition TEXT NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (key, sequence)
) STRICT, WITHOUT ROWID;
`,
};

/** The columns and constraints of a visit, for the partition of a day that the custodian makes. */
export const visitColumnsSql: readonly string[] = [
  "state TEXT NOT NULL CHECK (state IN ('recorded', 'disclosed'))",
  '"eraseAt" INTEGER CHECK ("eraseAt" >= 0)',
  '"late" INTEGER NOT NULL CHECK ("late" IN (0, 1))',
];
