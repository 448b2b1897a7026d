/**
 * The custodian is asked to release the records of a case: by the case itself, and in every way that it must refuse.
 */
import {
  and,
  field,
  flag,
  literal,
  now,
  policy,
  sum,
  type Condition,
  type Term,
} from "../../language/expression.ts";
import { ask, noted, type Move } from "../../language/slice.ts";
import { isSent, sending, signed, type Wrong } from "./case.ts";

/** What the custodian is asked beside the good request, by somebody who has got hold of the authority's key. */
const badReleases: readonly Wrong[] = [
  {
    id: " without ground",
    says: "The custodian is asked without a legal ground.",
    given: { ground: literal("none") },
  },
  {
    id: " by one officer",
    says: "The custodian is asked by one officer alone.",
    given: { officers: literal(1) },
  },
  { id: " without venue", says: "The custodian is asked for no venue.", given: { venues: literal(0) } },
  {
    id: " for too many venues",
    says: "The custodian is asked for more venues than a case may have.",
    given: { venues: sum(policy("caseVenues"), literal(1)) },
  },
  {
    id: " for an inverted window",
    says: "The custodian is asked for a window that ends before it starts.",
    given: { windowStart: field("windowEnd"), windowEnd: field("windowStart") },
  },
  {
    id: " for too long a window",
    says: "The custodian is asked for a longer window than a case may have.",
    given: { windowEnd: sum(field("windowStart"), policy("caseWindow"), policy("clockSkew")) },
  },
  {
    id: " for too many records",
    says: "The custodian is asked for more records than a case may have.",
    given: { records: sum(policy("caseRecords"), literal(1)) },
  },
  {
    id: " for the nation's day",
    says: "The custodian is asked for more records than the nation may release in a day.",
    given: { recordsOfDay: sum(policy("nationRecordsPerDay"), literal(1)) },
  },
  {
    id: " for an unlogged case",
    says: "The custodian is asked under a case that stands in no cosigned log.",
    given: { cosigners: literal(0) },
  },
];

const goodRelease = {
  ground: field("ground", "case"),
  venues: literal(1),
  windowStart: field("windowStart"),
  windowEnd: field("windowEnd"),
  approvedAt: field("approvedAt"),
  records: literal(1),
  recordsOfDay: literal(1),
  cosigners: policy("witnessesRequired"),
};

const askingCustodian = (
  id: string,
  says: string,
  given: Readonly<Record<string, Term>>,
  when: Condition,
): Move => ({
  id: `release${id}`,
  says,
  party: "custodian",
  when: and(isSent("releaseRequest"), when),
  call: ask("custodian.release", {}, given),
  done: { ...sending("release"), releaseLogged: literal(true) },
  notes: [noted("released", { at: now, ...given })],
  message: "release",
});

export const releasingCase: readonly Move[] = [
  ...signed.map(([id, number, when]) =>
    askingCustodian(
      id,
      "The custodian is asked to release the records of the case.",
      { officers: number, ...goodRelease },
      when,
    ),
  ),
  ...badReleases.map(({ id, says, given }) =>
    askingCustodian(id, says, { officers: literal(2), ...goodRelease, ...given }, flag(literal(true))),
  ),
];
