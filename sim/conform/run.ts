/**
 * Runs test cases against a system under test, and compares answer, standing and store with the models after every step.
 * It stops with the first difference, which says the step, what was foreseen and what was found. Cases are run in an order drawn
 * from the seed, so that one case that leaves something behind for another is found. It prints nothing.
 */
import { Effect } from "effect";
import type { Happening, Instance } from "../../models/language/interpret.ts";
import { draw, stream } from "../world/random.ts";
import type { Case } from "./case.ts";
import type { Foreseen, Standings, SystemFault, SystemUnderTest, Trial } from "./contract.ts";
import { referenceFor, type ForeseenStep } from "./reference.ts";

export interface Difference {
  readonly caseId: string;
  /** The step at which it shows, from 1. */
  readonly step: number;
  readonly now: number;
  readonly event: Happening | undefined;
  /** "answer", "store", or an instance and what of it. */
  readonly what: string;
  readonly foreseen: string;
  readonly found: string;
}

export interface RunReport {
  readonly passed: readonly string[];
  /** Cases of what the system does not offer, with its sentence. */
  readonly notOffered: readonly { readonly caseId: string; readonly sentence: string }[];
  readonly difference: Difference | undefined;
}

type Found = Pick<Difference, "what" | "foreseen" | "found">;

const told = (value: unknown): string => (value === undefined ? "nothing" : JSON.stringify(value));

const differenceOfInstance = (name: string, foreseen: Instance, found: Instance): Found | undefined => {
  if (foreseen.state !== found.state)
    return { what: `the state of ${name}`, foreseen: foreseen.state, found: found.state };
  for (const field of new Set([...Object.keys(foreseen.fields), ...Object.keys(found.fields)]))
    if (foreseen.fields[field] !== found.fields[field])
      return {
        what: `${name}.${field}`,
        foreseen: told(foreseen.fields[field]),
        found: told(found.fields[field]),
      };
  return undefined;
};

/** Where a row is gone, it may be said to be gone or not to be there at all. */
const differenceOfStandings = (
  { standings, afterwards }: Pick<ForeseenStep, "standings" | "afterwards">,
  found: Standings,
): Found | undefined => {
  for (const [name, foreseen] of Object.entries(standings)) {
    const one = found[name];
    if (one === undefined) return { what: name, foreseen: foreseen.state, found: "nothing" };
    const different = differenceOfInstance(name, foreseen, one);
    const rest = afterwards[name];
    if (
      different !== undefined &&
      (rest === undefined || differenceOfInstance(name, rest, one) !== undefined)
    )
      return different;
  }
  return undefined;
};

const storeDifference = (problems: readonly string[]): Found | undefined =>
  problems.length === 0
    ? undefined
    : { what: "store", foreseen: "as the models say", found: problems.join("; ") };

/** One step of a trial; answers where it differs from what is foreseen. */
export const compareStep = Effect.fnUntraced(function* (
  trial: Trial,
  foreseen: ForeseenStep,
  now: number,
  event: Happening | undefined,
) {
  yield* trial.advance(now);
  const stored: Foreseen = { standings: foreseen.afterwards, remembered: foreseen.remembered };
  if (event !== undefined) {
    const answer = yield* trial.send(event);
    if (told(answer) !== told(foreseen.answer))
      return { what: "answer", foreseen: told(foreseen.answer), found: told(answer) };
    // Before anybody looks, since looking lets what is due fire.
    const early = storeDifference(yield* trial.check(stored));
    if (early !== undefined) return early;
  }
  const different = differenceOfStandings(foreseen, yield* trial.read);
  return different ?? storeDifference(yield* trial.check(stored));
});

/** A system that breaks while it is tried differs, at the case's end as far as anybody can tell. */
const broken = (caseId: string, steps: Case["steps"], defect: unknown): Difference => ({
  caseId,
  step: steps.length,
  now: steps.at(-1)?.now ?? 0,
  event: steps.at(-1)?.event,
  what: "the system itself",
  foreseen: "an answer",
  found: defect instanceof Error ? defect.message : String(defect),
});

/** Who hears what is done; both may be left out. */
export interface Listening {
  /** Told before each case how many are done. */
  readonly told?: (done: number) => void;
  /** Asked for each instance of a case; what it answers is told the transitions of every step in which nothing differed. */
  readonly living?: () => (transitions: readonly string[]) => void;
}

/** Runs one case; nothing when all is as foreseen. */
export const runCase = (
  system: SystemUnderTest,
  { id: caseId, subject, steps }: Case,
  { living }: Listening = {},
): Effect.Effect<Difference | undefined, SystemFault> =>
  Effect.gen(function* () {
    const reference = referenceFor(subject);
    const lives = new Map<string, (transitions: readonly string[]) => void>();
    const heard = ({ taken }: ForeseenStep): void => {
      if (living === undefined) return;
      for (const [name, some] of Map.groupBy(taken, ({ instance }) => instance)) {
        const life = lives.get(name) ?? living();
        lives.set(name, life);
        life(some.map(({ transition }) => transition));
      }
    };
    const trial = yield* system.create(subject, steps[0]?.now ?? 0);
    const walked = Effect.gen(function* () {
      for (const [index, { now, event }] of steps.entries()) {
        const foreseen = reference.step(event, now);
        const found = yield* compareStep(trial, foreseen, now, event);
        if (found !== undefined) return { caseId, step: index + 1, now, event, ...found };
        heard(foreseen);
      }
      return undefined;
    });
    return yield* walked.pipe(
      Effect.catchDefect((defect) => Effect.succeed(broken(caseId, steps, defect))),
      // Of a system that is broken already it is no news that it cannot clear away.
      Effect.ensuring(Effect.ignoreCause(trial.dispose)),
    );
  });

/** The cases in the order that the seed draws. */
export const ordered = (cases: readonly Case[], seed: number): readonly Case[] => {
  const order = stream(seed, "conform-order");
  return cases
    .map((one, index) => ({ one, at: draw(order, index, 0) }))
    .toSorted((first, second) => first.at - second.at)
    .map(({ one }) => one);
};

/** Runs them all until the first difference. */
export const runCases = Effect.fnUntraced(function* (
  system: SystemUnderTest,
  cases: readonly Case[],
  seed: number,
  listening: Listening = {},
) {
  const passed: string[] = [];
  const notOffered: { readonly caseId: string; readonly sentence: string }[] = [];
  for (const [index, one] of ordered(cases, seed).entries()) {
    listening.told?.(index);
    const outcome = yield* runCase(system, one, listening).pipe(
      Effect.map((difference) => ({ difference })),
      Effect.catchTag("SystemFault", (fault) =>
        fault.reason === "not-offered" ? Effect.succeed({ sentence: fault.sentence }) : Effect.fail(fault),
      ),
    );
    if ("sentence" in outcome) notOffered.push({ caseId: one.id, sentence: outcome.sentence });
    else if (outcome.difference === undefined) passed.push(one.id);
    else return { passed, notOffered, difference: outcome.difference } satisfies RunReport;
  }
  const report: RunReport = { passed, notOffered, difference: undefined };
  return report;
});
