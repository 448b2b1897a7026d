/**
 * What a person does at the issuer's gate, and what is noted of it: agree, ask for a code, type it, ask for a pass, withdraw.
 * Every fact that the issuer finds out for itself is a move of its own, so that each refusal is met.
 */
import {
  field,
  literal,
  now,
  policy,
  present,
  sum,
  and,
  inState,
  type Term,
} from "../../language/expression.ts";
import { ask, noted, stateOf, was, type Move, type Noted, type SliceInstance } from "../../language/slice.ts";

export const people = ["1", "2"] as const;
export type PersonNumber = (typeof people)[number];
export const personName = { "1": "first person", "2": "second person" } as const;

const consentOf = (n: PersonNumber): string => `consent${n}`;
const verificationOf = (n: PersonNumber): string => `verification${n}`;
const both = (n: PersonNumber) => ({ consent: consentOf(n), verification: verificationOf(n) });
const gateOf = (n: PersonNumber) => ({ crisis: "crisis", ...both(n) });
/** The ghost that remembers when a person last withdrew. */
export const withdrawnAt = (n: PersonNumber): string => `withdrawnAt${n}`;

/** A person who has agreed to the notice before this one, so that it can become outdated. */
export const stranger = (n: PersonNumber): Readonly<Record<string, SliceInstance>> => ({
  [consentOf(n)]: {
    machine: "consent",
    party: "issuer",
    of: personName[n],
    begins: {
      state: "given",
      fields: { noticeVersion: literal(0), givenAt: now, endsAt: sum(now, policy("consentSession")) },
    },
  },
  [verificationOf(n)]: { machine: "verification", party: "issuer", of: personName[n] },
});

/** A person whose consent stands and whose phone is verified. */
export const customer = (n: PersonNumber): Readonly<Record<string, SliceInstance>> => ({
  [consentOf(n)]: {
    machine: "consent",
    party: "issuer",
    of: personName[n],
    begins: { state: "given", fields: { noticeVersion: policy("noticeVersion"), givenAt: now } },
  },
  [verificationOf(n)]: {
    machine: "verification",
    party: "issuer",
    of: personName[n],
    begins: {
      state: "verified",
      fields: {
        verifiedUntil: sum(now, policy("verificationValidity")),
        accountEndsAt: sum(now, policy("accountKept")),
      },
    },
  },
});

const by = (n: PersonNumber) => ({ party: "person", names: { person: personName[n] } }) as const;

const grownUp = { guardianNeeded: literal(false), guardianConfirmed: literal(false) };

export const agreeing = (n: PersonNumber): readonly Move[] => [
  {
    id: `agree ${n}`,
    says: "The {person} agrees to the notice in force.",
    ...by(n),
    call: ask(
      "issuer.agree",
      { crisis: "crisis", consent: consentOf(n) },
      { noticeVersion: policy("noticeVersion"), ...grownUp },
    ),
  },
  {
    id: `agree ${n} without a guardian`,
    says: "The {person}, who is under 14, agrees without a guardian.",
    ...by(n),
    call: ask(
      "issuer.agree",
      { crisis: "crisis", consent: consentOf(n) },
      {
        noticeVersion: policy("noticeVersion"),
        guardianNeeded: literal(true),
        guardianConfirmed: literal(false),
      },
    ),
  },
  {
    id: `agree ${n} to the former notice`,
    says: "The {person} agrees to a notice that is no longer in force.",
    ...by(n),
    call: ask(
      "issuer.agree",
      { crisis: "crisis", consent: consentOf(n) },
      { noticeVersion: literal(0), ...grownUp },
    ),
  },
];

export const publishing = (n: PersonNumber): Move => ({
  id: `publish to ${n}`,
  says: "The issuer publishes the notice in force to the {person}.",
  party: "issuer",
  names: { person: personName[n] },
  call: ask("issuer.publishNotice", { consent: consentOf(n) }, { noticeVersion: policy("noticeVersion") }),
});

/** Of what other devices did there is nothing to count. */
const noSendsElsewhere = { sendsByOthers: literal(0), sendsFromNetwork: literal(0) };

export const verifying = (n: PersonNumber, mistyping: boolean): readonly Move[] => [
  {
    id: `ask ${n} for a code`,
    says: "The {person} asks for a code.",
    ...by(n),
    call: ask("issuer.sendCode", gateOf(n), noSendsElsewhere),
    message: "code",
  },
  ...(
    [
      ["number", "sendsByOthers", "codeSends"],
      ["network", "sendsFromNetwork", "networkSends"],
    ] as const
  ).map(([whom, fact, most]): Move => ({
    id: `ask ${n} for a code too many of its ${whom}`,
    says: `The {person} asks for a code after others had too many sent to the ${whom}.`,
    ...by(n),
    call: ask("issuer.sendCode", gateOf(n), { ...noSendsElsewhere, [fact]: policy(most) }),
    message: "code",
  })),
  {
    id: `type ${n}`,
    says: "The {person} types the right code.",
    ...by(n),
    call: ask("issuer.checkCode", gateOf(n), { matches: literal(true) }),
  },
  ...(mistyping
    ? [
        {
          id: `mistype ${n}`,
          says: "The {person} types a wrong code.",
          ...by(n),
          call: ask("issuer.checkCode", gateOf(n), { matches: literal(false) }),
        } as const,
      ]
    : []),
];

const issued = (n: PersonNumber, at: Term): Noted =>
  noted("passIssued", {
    at,
    crisis: stateOf(was("crisis")),
    consent: stateOf(was(consentOf(n))),
    consentVersion: field("noticeVersion", was(consentOf(n))),
    consentGivenAt: field("givenAt", was(consentOf(n))),
    verification: stateOf(was(verificationOf(n))),
    verifiedUntil: field("verifiedUntil", was(verificationOf(n))),
    withdrawnAt: field(withdrawnAt(n)),
  });

/** Asking for a pass; `rest` says what the slice does with it. */
export const asking = (n: PersonNumber, pass: string, rest: Partial<Move>): readonly Move[] => [
  {
    id: `issue ${pass} to ${n}`,
    says: "The {person} asks for a pass, and it is shown as a QR code.",
    ...by(n),
    call: ask("issuer.issue", { ...gateOf(n), pass }, { passesLastMinute: literal(0) }),
    notes: [issued(n, now)],
    message: "issuedPass",
    ...rest,
  },
];

export const askingTooOften = (n: PersonNumber, pass: string): Move => ({
  id: `issue ${pass} to ${n} too often`,
  says: "The {person} asks for more passes in a minute than the policy allows.",
  ...by(n),
  call: ask("issuer.issue", { ...gateOf(n), pass }, { passesLastMinute: policy("passesPerMinute") }),
  notes: [issued(n, now)],
  forgets: [pass],
});

export const withdrawing = (n: PersonNumber): Move => ({
  id: `withdraw ${n}`,
  says: "The {person} withdraws.",
  ...by(n),
  call: ask("issuer.withdraw", both(n)),
  done: { [withdrawnAt(n)]: now },
  notes: [
    noted("withdrawn", {
      at: now,
      consent: stateOf(consentOf(n)),
      verification: stateOf(verificationOf(n)),
    }),
  ],
});

const held = (what: string, endsAt: Term, instance: string, ...states: readonly string[]): Noted =>
  noted(
    "stillHeld",
    { at: now, party: literal("issuer"), what: literal(what), endsAt },
    states.length === 0 ? present(endsAt) : and(inState(instance, ...states), present(endsAt)),
  );

/** What of a person is still held whenever time has passed. */
export const heldOf = (n: PersonNumber): readonly Noted[] => {
  const v = verificationOf(n);
  return [
    held("consent", field("endsAt", consentOf(n)), consentOf(n)),
    held("code", field("codeEndsAt", v), v),
    held("lock", field("lockedUntil", v), v, "locked"),
    held("verification", field("verifiedUntil", v), v),
    held("account", field("accountEndsAt", v), v, "challenged", "expired", "locked"),
  ];
};
