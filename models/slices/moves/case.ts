/**
 * One case: its instance, what is remembered beside it, its messages on their way, and what is still held of it.
 * requesting.ts, releasing.ts and answering.ts say what is asked under it, and of whom.
 */
import {
  and,
  equals,
  field,
  inState,
  literal,
  not,
  now,
  or,
  present,
  type Condition,
  type Term,
} from "../../language/expression.ts";
import { choice, instant, yesOrNo, type Fields } from "../../language/fields.ts";
import { noted, type Move, type Noted, type SliceInstance } from "../../language/slice.ts";

export const officers = ["first", "second"] as const;
export const officerName = { first: "first officer", second: "second officer" } as const;

export const caseInstance: SliceInstance = { machine: "disclosure", party: "authority", of: "case" };

/** The case's window, when it was approved, which of its messages are on their way, and what has been done and written down. */
export const caseVariables: Fields = {
  windowStart: instant,
  windowEnd: instant,
  approvedAt: instant,
  releaseRequest: choice("none", "sent"),
  release: choice("none", "sent"),
  joinRequest: choice("none", "sent"),
  answer: choice("none", "sent"),
  /** The answer on its way names the person. */
  named: yesOrNo,
  releaseLogged: yesOrNo,
  answerLogged: yesOrNo,
};

export const isSent = (message: string): Condition => equals(field(message), literal("sent"));
export const sending = (message: string) => ({ [message]: literal("sent") });
const arrived = (message: string) => ({ [message]: literal("none") });

export const requestedBy = field("requestedBy", "case");
export const approvedBy = field("approvedBy", "case");

/** So many different officers have really signed the case. */
export const signed: readonly (readonly [id: string, officers: Term, when: Condition])[] = [
  ["", literal(2), not(equals(requestedBy, approvedBy))],
  [" with one officer", literal(1), equals(requestedBy, approvedBy)],
];

/** A request that is as good as can be, but for one thing. */
export interface Wrong {
  readonly id: string;
  readonly says: string;
  readonly given: Readonly<Record<string, Term>>;
}

const messages = ["releaseRequest", "release", "joinRequest", "answer"] as const;

/** Every message stays on its way until it is lost, so it may arrive late and any number of times. */
export const losing: readonly Move[] = messages.map((message) => ({
  id: `lose the ${message}`,
  says: "The {message} is lost on its way.",
  party: "world",
  names: { message },
  when: isSent(message),
  sets: arrived(message),
}));

const lapse = field("lapseAt", "case");
const answerEnds = field("answerEndsAt", "case");

export const heldOfCase: readonly Noted[] = [
  noted(
    "stillHeld",
    { at: now, party: literal("authority"), what: literal("disclosure"), endsAt: lapse },
    and(inState("case", "requested", "approved", "released"), present(lapse)),
  ),
  noted(
    "stillHeld",
    { at: now, party: literal("authority"), what: literal("answer"), endsAt: answerEnds },
    present(answerEnds),
  ),
];

export const caseIsOver: Condition = or(
  inState("case", "closed", "denied", "lapsed"),
  not(or(present(lapse), present(answerEnds))),
);
