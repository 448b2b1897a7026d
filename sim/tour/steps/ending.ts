// The end of the account and of the story: one millisecond before, at it, and what remains when nothing of the person does.
// An account ends when its verification has expired and 28 days, counted in days, have passed since its last pass (clause C9).
import { Effect } from "effect";
import { accountEndsAtMs, minute } from "../instants.ts";
import { countOf, parties, type Party, type Thing } from "../looking/holdings.ts";
import type { Step } from "../step.ts";

export const accountGone: Step = {
  id: "accountGone",
  at: (policy) => accountEndsAtMs(policy) - 1,
  clauses: ["C9", "C2"],
  play: Effect.fnUntraced(function* ({ policy, goTo, look }, notes) {
    const before = yield* look;
    yield* notes.claim(
      (claims) => claims.accountStillThere,
      countOf(before, "issuer", "accounts") === 1 && before.phoneAt.join() === "issuer",
    );
    yield* goTo(accountEndsAtMs(policy));
    const after = yield* look;
    yield* notes.claim((claims) => claims.accountGone, countOf(after, "issuer", "accounts") === 0);
    yield* notes.claim((claims) => claims.numberNowhere, after.phoneAt.length === 0);
  }),
};

const ofPeople: readonly Thing[] = [
  "accounts",
  "consents",
  "verifications",
  "aliases",
  "waiting",
  "visits",
  "epochs",
  "casesAnswered",
  "answers",
  "dayKeys",
  "caseKeys",
];

/** What every party with a log keeps of it and of the others', and which officers stand. */
const ofLogs: readonly string[] = ["log_entry", "log_hash", "log_checkpoint", "witnessed_log", "roster"];
const ofStores: readonly string[] = ["last_instant", "store_version"];

/** Tables that may still have rows when nothing of anybody is left; any other is a broken claim. */
const mayStay: Readonly<Record<Party, readonly string[]>> = {
  // How many records were answered on the last day of a case: a sum, for the limit of the nation.
  issuer: [
    "crisis",
    "crisis_event",
    "last_account",
    "notice",
    "answered_on",
    "day_statement",
    ...ofLogs,
    ...ofStores,
  ],
  venue: ["registration", ...ofStores],
  custodian: ["venue", "day_count", "release", "crisis", "crisis_event", ...ofLogs, ...ofStores],
  authority: [
    "case_file",
    "scope",
    "approval",
    "commitment",
    "release_note",
    "disclosure",
    "disclosure_event",
    ...ofLogs,
    ...ofStores,
  ],
};

export const nothingLeft: Step = {
  id: "nothingLeft",
  at: (policy) => accountEndsAtMs(policy) + minute,
  clauses: ["S9", "F7"],
  play: Effect.fnUntraced(function* ({ look }, notes) {
    const holdings = yield* look;
    const left = parties.flatMap((party) => ofPeople.filter((thing) => countOf(holdings, party, thing) > 0));
    yield* notes.claim((claims) => claims.nothingOfPeople, left.length === 0);
    yield* notes.claim((claims) => claims.numberNowhere, holdings.phoneAt.length === 0);
    yield* notes.claim(
      (claims) => claims.whatStays,
      countOf(holdings, "authority", "cases") === 2 &&
        parties.every((party) => holdings.of[party].tables.every((name) => mayStay[party].includes(name))),
    );
  }),
};
