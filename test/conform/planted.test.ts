// Services with one mistake planted are caught: a wrong answer, a deadline that fires 1 ms late, a field that is forgotten, a refusal
// that changes something, another law. Each is caught with a case that shows the same difference when it is run alone.
import { Effect, type Scope } from "effect";
import { describe, expect, it } from "vitest";
import { presets, type Policy } from "../../models/policy.ts";
import type { Case } from "../../sim/conform/case.ts";
import { suite } from "../../sim/conform/cases/suite.ts";
import type { SystemUnderTest, Trial } from "../../sim/conform/contract.ts";
import { runCases } from "../../sim/conform/run.ts";
import { makeServices } from "../../sim/conform/services.ts";
import { freshFolder } from "../impl/store/freshfolder.ts";
import { seed } from "../equal/seed.ts";

const rows = suite().cases.filter(
  ({ subject }) => subject.kind === "lifecycle" && !["pass", "visit"].includes(subject.machine),
);

/** A system whose trials are those of the honest one with something wrong. */
const planted = (wrong: (trial: Trial) => Trial) =>
  Effect.map(makeServices({ folder: freshFolder() }), (honest): SystemUnderTest => ({
    name: "planted",
    create: (subject, atMs) => Effect.map(honest.create(subject, atMs), wrong),
  }));

/** The machine whose cases are run, and what is wrong. */
type Mistake = readonly [machine: string, wrong: (trial: Trial) => Trial];

const mistakes: Readonly<Record<string, Mistake>> = {
  "answers a wrong code as if it were right": [
    "verification",
    (trial) => ({
      ...trial,
      send: (event) =>
        Effect.map(trial.send(event), (answer) =>
          event.type === "code.submitted" && "told" in answer && answer.told === "code.mismatched"
            ? { told: "phone.verified" }
            : answer,
        ),
    }),
  ],
  "refuses with another code": [
    "disclosure",
    (trial) => ({
      ...trial,
      send: (event) =>
        Effect.map(trial.send(event), (answer) =>
          "refused" in answer && answer.refused === "case-same-officer" ? { refused: "not-allowed" } : answer,
        ),
    }),
  ],
  "lets deadlines fire 1 ms late": [
    "disclosure",
    (trial) => {
      let now = 0;
      const late = Effect.suspend(() => trial.advance(now - 1));
      const again = Effect.suspend(() => trial.advance(now));
      return {
        ...trial,
        advance: (toMs) =>
          Effect.andThen(
            trial.advance(toMs),
            Effect.sync(() => void (now = toMs)),
          ),
        read: late.pipe(Effect.andThen(trial.read), Effect.tap(again)),
      };
    },
  ],
  "lets deadlines fire 1 ms early": [
    "disclosure",
    (trial) => {
      let now = 0;
      return {
        ...trial,
        advance: (toMs) =>
          Effect.andThen(
            trial.advance(toMs),
            Effect.sync(() => void (now = toMs)),
          ),
        read: Effect.suspend(() => Effect.andThen(trial.advance(now + 1), trial.read)),
      };
    },
  ],
  "forgets who approved": [
    "disclosure",
    (trial) => ({
      ...trial,
      read: Effect.map(trial.read, (standings) =>
        Object.fromEntries(
          Object.entries(standings).map(([name, { state, fields }]) => [
            name,
            {
              state,
              fields: Object.fromEntries(
                Object.entries(fields).map(([field, value]) => [
                  field,
                  field === "approvedBy" ? null : value,
                ]),
              ),
            },
          ]),
        ),
      ),
    }),
  ],
  "takes an event that is not allowed for another": [
    "disclosure",
    (trial) => ({
      ...trial,
      send: (event) =>
        trial
          .send(event)
          .pipe(
            Effect.tap((answer) =>
              "refused" in answer && answer.refused === "not-allowed" && event.type === "case.approved"
                ? trial.send({ type: "case.closed", given: {} })
                : Effect.void,
            ),
          ),
    }),
  ],
  "sends everything twice": [
    "consent",
    (trial) => ({
      ...trial,
      send: (event) => Effect.tap(trial.send(event), trial.send(event)),
    }),
  ],
  breaks: [
    "day",
    (trial) => ({
      ...trial,
      send: (event) => (event.type === "day.opened" ? Effect.die(new Error("planted")) : trial.send(event)),
    }),
  ],
};

const ofMachine = (id: string): readonly Case[] =>
  rows.filter(({ subject }) => subject.kind === "lifecycle" && subject.machine === id);

const difference = async (
  made: Effect.Effect<SystemUnderTest, never, Scope.Scope>,
  cases: readonly Case[],
) => {
  const ran = Effect.flatMap(made, (system) => runCases(system, cases, seed));
  return (await Effect.runPromise(Effect.scoped(ran))).difference;
};

describe("a service that", () => {
  it.for(Object.entries(mistakes))("%s is caught", async ([, [machine, wrong]]) => {
    const found = await difference(planted(wrong), ofMachine(machine));
    expect(found).toBeDefined();
    const alone = rows.filter(({ id }) => id === found?.caseId);
    expect(await difference(planted(wrong), alone)).toEqual(found);
    expect(
      await difference(
        planted((trial) => trial),
        alone,
      ),
    ).toBeUndefined();
  });

  it("lets deadlines fire 1 ms late is caught by every case that looks at its instant", async () => {
    const [, wrong = (trial: Trial) => trial] = mistakes["lets deadlines fire 1 ms late"] ?? [];
    const atTheEnd = rows.filter(({ kind, id }) => kind === "deadline" && id.endsWith("/at/looking"));
    expect(atTheEnd.length).toBeGreaterThan(10);
    for (const one of atTheEnd) expect(await difference(planted(wrong), [one])).toBeDefined();
  });
});

const founding = presets["2020-07"];
const otherLaws: Readonly<Record<string, Partial<Policy>>> = {
  crisis: { sets: { ...founding.sets, collectionLevels: ["caution"] } },
  consent: { constants: { ...founding.constants, consentSession: 1 } },
  verification: { constants: { ...founding.constants, verificationValidity: 1 } },
  day: { constants: { ...founding.constants, retention: 1 } },
  disclosure: { constants: { ...founding.constants, caseLifetime: 1 } },
};

describe("a service under another law than the models'", () => {
  it.for(Object.entries(otherLaws))("is caught for %s", async ([machine, changed]) => {
    const system = makeServices({ folder: freshFolder(), policy: { ...founding, ...changed } });
    expect(await difference(system, ofMachine(machine))).toBeDefined();
  });
});
