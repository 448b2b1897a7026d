/**
 * An officer asks for records under a case, rightly and in every wrong way.
 * Either officer then approves or denies it; who may is the law's business, so both try.
 */
import {
  field,
  literal,
  now,
  policy,
  present,
  sum,
  type Condition,
  type Term,
} from "../../language/expression.ts";
import { ask, noted, type Move } from "../../language/slice.ts";
import { approvedBy, officerName, officers, requestedBy, sending } from "./case.ts";

const long = (what: Term): Readonly<Record<string, Term>> => ({
  windowStart: what,
  windowEnd: sum(what, policy("caseWindow")),
});
/** The window that the case is about holds the scan, and ends as late as it may. */
const theWindow = long(field("scannedAt1"));
const investigation = literal("investigation");

interface Scope {
  readonly id: string;
  readonly says: string;
  readonly given: Readonly<Record<string, Term>>;
  readonly when?: Condition;
}

const good = { ground: investigation, venues: literal(1), ...theWindow };

/** A good scope, and one for each way in which it can be wrong. */
const scopes: readonly Scope[] = [
  { id: "", says: "The {officer} asks for the records of a venue in a window.", given: good },
  {
    id: " without ground",
    says: "The {officer} asks for records without a legal ground.",
    given: { ...good, ground: literal("none") },
  },
  {
    id: " without venue",
    says: "The {officer} asks for records of no venue.",
    given: { ...good, venues: literal(0) },
  },
  {
    id: " for too many venues",
    says: "The {officer} asks for the records of more venues than a case may have.",
    given: { ...good, venues: sum(policy("caseVenues"), literal(1)) },
  },
  {
    id: " for an inverted window",
    says: "The {officer} asks for a window that ends before it starts.",
    given: { ...good, windowStart: field("scannedAt1"), windowEnd: field("scannedAt1") },
  },
  {
    id: " for too long a window",
    says: "The {officer} asks for a longer window than a case may have.",
    given: { ...good, windowEnd: sum(field("scannedAt1"), policy("caseWindow"), policy("clockSkew")) },
  },
  {
    id: " for the future",
    says: "The {officer} asks for a window that reaches into the future.",
    given: { ...good, windowStart: now, windowEnd: sum(now, policy("caseWindow")) },
  },
];

export const requesting: readonly Move[] = officers.flatMap((officer) =>
  scopes.map(({ id, says, given }): Move => ({
    id: `request by ${officer}${id}`,
    says,
    party: "authority",
    names: { officer: officerName[officer] },
    when: present(field("scannedAt1")),
    call: ask("authority.request", { disclosure: "case" }, { ...given, officer: literal(officer) }),
    done: {
      windowStart: given["windowStart"] ?? literal(null),
      windowEnd: given["windowEnd"] ?? literal(null),
    },
  })),
);

export const deciding: readonly Move[] = officers.flatMap((officer): readonly Move[] => [
  {
    id: `approve by ${officer}`,
    says: "The {officer} approves the case.",
    party: "authority",
    names: { officer: officerName[officer] },
    call: ask("authority.approve", { disclosure: "case" }, { officer: literal(officer) }),
    done: { approvedAt: now, ...sending("releaseRequest") },
    notes: [noted("caseApproved", { at: now, requestedBy, approvedBy })],
    message: "releaseRequest",
  },
  {
    id: `deny by ${officer}`,
    says: "The {officer} denies the case.",
    party: "authority",
    names: { officer: officerName[officer] },
    call: ask("authority.deny", { disclosure: "case" }, { officer: literal(officer) }),
  },
]);
