// Where the instances stand when a question is asked: a level that collects, a person who agreed and is verified, a pass, a good scan, a case.
// Each is made by the law's own rules and events, as anybody would make it; none is put there by hand.
// Under numbers with which something cannot be made it is not there, and whoever asked says so.
import type { Given, Instance } from "../../../models/language/interpret.ts";
import { beginningMs } from "../../../models/language/surroundings.ts";
import type { Reading } from "./reading.ts";

/** The instant at which stories begin: a midnight in Seoul. */
export const startMs = beginningMs;

export const level = ({ rest, send }: Reading, word: string): Instance =>
  send("crisis", rest("crisis"), "level.announced", { level: word }, startMs).instance;
export const collecting = (reading: Reading): Instance => level(reading, "serious");
export const suspended = (reading: Reading): Instance => level(reading, "attention");

export const agreed = ({ rest, send, policy }: Reading, atMs: number): Instance =>
  send(
    "consent",
    rest("consent"),
    "consent.given",
    { noticeVersion: policy.constants["noticeVersion"] ?? 0 },
    atMs,
  ).instance;

export const challenged = ({ rest, send }: Reading, atMs: number): Instance =>
  send("verification", rest("verification"), "code.requested", {}, atMs).instance;
export const verified = (reading: Reading, atMs: number): Instance =>
  reading.send("verification", challenged(reading, atMs), "code.submitted", { matches: true }, atMs).instance;

/** A verification that does not end by itself, for questions that ask what else ends. */
export const verifiedForGood = (reading: Reading, atMs: number): Instance => {
  const { state, fields } = verified(reading, atMs);
  return { state, fields: { ...fields, verifiedUntil: null } };
};

export const issuedPass = ({ rest, send }: Reading, atMs: number): Instance =>
  send("pass", rest("pass"), "pass.issued", {}, atMs).instance;

export const officers = { asker: "first", other: "second" } as const;

const caseSteps: Readonly<Record<string, readonly (readonly [string, Given])[]>> = {
  requested: [],
  approved: [["case.approved", { officer: officers.other }]],
  released: [
    ["case.approved", { officer: officers.other }],
    ["case.released", { records: 1 }],
  ],
  answered: [
    ["case.approved", { officer: officers.other }],
    ["case.released", { records: 1 }],
    ["case.answered", { recordsEndAt: null }],
  ],
};

export const caseStates: readonly string[] = Object.keys(caseSteps);

/**
 * A case for one millisecond at one venue, that one officer asked for, in one of the states before its end;
 * undefined where no case comes so far.
 */
export const caseIn = ({ rest, send }: Reading, state: string): Instance | undefined => {
  const asked: readonly (readonly [string, Given])[] = [
    [
      "case.requested",
      {
        officer: officers.asker,
        ground: "investigation",
        venues: 1,
        windowStart: startMs - 1,
        windowEnd: startMs,
      },
    ],
    ...(caseSteps[state] ?? []),
  ];
  const last = asked.reduce(
    (instance, [event, given]) => send("disclosure", instance, event, given, startMs).instance,
    rest("disclosure"),
  );
  return last.state === state ? last : undefined;
};
