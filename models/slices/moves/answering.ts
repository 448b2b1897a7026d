/**
 * A release reaches the authority, the issuer is asked who was behind it, its answer reaches the officers, and the case is closed.
 * The issuer can name somebody only while it has the account.
 */
import {
  and,
  field,
  flag,
  literal,
  not,
  now,
  policy,
  present,
  sum,
  type Condition,
  type Term,
} from "../../language/expression.ts";
import { ask, noted, type Move, type Noted } from "../../language/slice.ts";
import { approvedBy, isSent, requestedBy, sending, signed, type Wrong } from "./case.ts";
import { withdrawnAt } from "./person.ts";

export const receivingRelease: readonly Move[] = [
  {
    id: "receive the release",
    says: "The custodian's release reaches the authority, which asks the issuer.",
    party: "authority",
    when: isSent("release"),
    call: ask("authority.receiveRelease", { disclosure: "case" }, { records: literal(1) }),
    done: sending("joinRequest"),
    message: "joinRequest",
  },
  {
    id: "receive too large a release",
    says: "A release with more records than a case may have reaches the authority.",
    party: "authority",
    when: isSent("release"),
    call: ask(
      "authority.receiveRelease",
      { disclosure: "case" },
      { records: sum(policy("caseRecords"), literal(1)) },
    ),
    done: sending("joinRequest"),
    message: "joinRequest",
  },
];

const caseEndsAt = sum(field("approvedAt"), policy("caseLifetime"));
const goodAnswer = {
  releaseSigned: literal(true),
  listed: literal(true),
  answeredBefore: field("answerLogged"),
  records: literal(1),
  recordsOfDay: literal(1),
  cosigners: policy("witnessesRequired"),
  caseEndsAt,
};

const badAnswers: readonly Wrong[] = [
  {
    id: " to a forged release",
    says: "The issuer is asked with a release that the custodian has not signed.",
    given: { releaseSigned: literal(false) },
  },
  {
    id: " to one officer",
    says: "The issuer is asked by one officer alone.",
    given: { officers: literal(1) },
  },
  {
    id: " beyond the list",
    says: "The issuer is asked for a record that the release does not list.",
    given: { listed: literal(false) },
  },
  {
    id: " for too many records",
    says: "The issuer is asked for more records than a case may have.",
    given: { records: sum(policy("caseRecords"), literal(1)) },
  },
  {
    id: " for the nation's day",
    says: "The issuer is asked for more records than the nation may have answered in a day.",
    given: { recordsOfDay: sum(policy("nationRecordsPerDay"), literal(1)) },
  },
  {
    id: " to an unlogged release",
    says: "The issuer is asked with a release that stands in no cosigned log.",
    given: { cosigners: literal(0) },
  },
];

const person = "verification1";
/** The issuer can name somebody only while it has the account. */
const isKnown = present(field("accountEndsAt", person));

const joined = (named: boolean): Noted =>
  noted("personJoined", {
    at: now,
    scannedAt: field("scannedAt1"),
    named: flag(literal(named)),
    withdrawnAt: field(withdrawnAt("1")),
  });

const askingIssuer = (
  id: string,
  says: string,
  given: Readonly<Record<string, Term>>,
  when: Condition,
  named: boolean,
): Move => ({
  id: `answer${id}`,
  says,
  party: "issuer",
  when: and(isSent("joinRequest"), when),
  call: ask("issuer.answer", {}, given),
  done: { ...sending("answer"), answerLogged: literal(true), named: literal(named) },
  notes: [
    noted("answered", {
      at: now,
      officers: given["officers"] ?? literal(0),
      records: given["records"] ?? literal(0),
      cosigners: given["cosigners"] ?? literal(0),
      caseEndsAt,
    }),
    joined(named),
  ],
  message: "answer",
});

export const answering: readonly Move[] = [
  ...signed.flatMap(([id, number, when]) => [
    askingIssuer(
      id,
      "The issuer is asked who was behind the records, and still knows the person.",
      { officers: number, ...goodAnswer },
      and(when, isKnown),
      true,
    ),
    askingIssuer(
      `${id} to nobody`,
      "The issuer is asked who was behind the records, and no longer knows the person.",
      { officers: number, ...goodAnswer },
      and(when, not(isKnown)),
      false,
    ),
  ]),
  ...badAnswers.map(({ id, says, given }) =>
    askingIssuer(id, says, { officers: literal(2), ...goodAnswer, ...given }, isKnown, true),
  ),
];

export const receivingAnswer: Move = {
  id: "receive the answer",
  says: "The issuer's answer reaches the two officers.",
  party: "authority",
  when: isSent("answer"),
  call: ask("authority.receiveAnswer", { disclosure: "case" }, { recordsEndAt: field("eraseAt", "visit1") }),
  notes: [
    noted("answerKept", {
      at: now,
      recordsEndAt: field("eraseAt", "visit1"),
      answerEndsAt: field("answerEndsAt", "case"),
    }),
    noted("disclosureLogged", {
      at: now,
      case: literal("first"),
      release: field("releaseLogged"),
      answer: field("answerLogged"),
    }),
    noted(
      "reidentified",
      {
        at: now,
        case: literal("first"),
        requestedBy,
        approvedBy,
        approvedAt: field("approvedAt"),
        venue: literal(1),
        windowStart: field("windowStart"),
        windowEnd: field("windowEnd"),
        scannedAt: field("scannedAt1"),
        named: field("named"),
        person: literal("first"),
      },
      flag(field("named")),
    ),
  ],
};

export const closing: Move = {
  id: "close the case",
  says: "The case is closed and what it learned is erased.",
  party: "authority",
  call: ask("authority.close", { disclosure: "case" }),
};
