// Calls at one service at the same time, with fast-check's scheduler deciding at every question to the store who goes on first: whatever
// the order, answers and standing are those of the calls one after another. A service that lets batches run into each other is caught.
import { Effect, Exit, Scope } from "effect";
import fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import type { StoreService } from "../../impl/store/store.ts";
import type { Happening } from "../../models/language/interpret.ts";
import type { Lifecycle } from "../../models/language/lifecycle.ts";
import { presets } from "../../models/policy.ts";
import type { Step } from "../../sim/conform/case.ts";
import { payloadsOf } from "../../sim/conform/cases/payloads.ts";
import { beginningMs } from "../../sim/conform/cases/search.ts";
import type { Answer, Standings } from "../../sim/conform/contract.ts";
import { referenceFor } from "../../sim/conform/reference.ts";
import { makeServices } from "../../sim/conform/services.ts";
import { seed } from "../equal/seed.ts";
import { freshFolder } from "../impl/store/freshfolder.ts";
import { rowMachines } from "../services/rowmachines.ts";
import { startsOf } from "./modelcommands.ts";
import { scheduledBy } from "./scheduledstore.ts";

const preset = "2020-07";

interface Outcome {
  readonly answers: readonly (Answer | undefined)[];
  readonly standings: Standings;
}

const orders = <Kind>(all: readonly Kind[]): readonly (readonly Kind[])[] =>
  all.length === 0
    ? [[]]
    : all.flatMap((one) => orders(all.filter((other) => other !== one)).map((rest) => [one, ...rest]));

/** What the calls come to in each order, one after another. */
const foreseen = (machine: Lifecycle, start: readonly Step[], calls: readonly Happening[], now: number) =>
  orders(calls).map((order): Outcome => {
    const reference = referenceFor({ kind: "lifecycle", machine: machine.id, preset });
    for (const step of start) reference.step(step.event, step.now);
    const answered = new Map(order.map((call) => [call, reference.step(call, now).answer]));
    const { standings } = reference.step(undefined, now);
    return { answers: calls.map((call) => answered.get(call)), standings };
  });

/** Checks the property, and fails with what repeats it. */
const holds = async (machine: Lifecycle, between: (store: StoreService) => StoreService, numRuns: number) => {
  let scheduler: fc.Scheduler | undefined;
  const scope = await Effect.runPromise(Scope.make());
  onTestFinished(() => Effect.runPromise(Scope.close(scope, Exit.void)));
  const made = makeServices({
    folder: freshFolder(),
    serviceOf: (id) => rowMachines.find((row) => row.machine.id === id),
    between: (store) => between(scheduledBy(() => scheduler)(store)),
  });
  const system = await Effect.runPromise(Scope.provide(made, scope));
  const starts = startsOf(machine, preset);
  const called = fc.record({
    type: fc.constantFrom(...Object.keys(machine.meta.events)),
    payload: fc.nat(1_000),
  });
  const property = fc.asyncProperty(
    fc.scheduler(),
    fc.nat(starts.length - 1),
    fc.array(called, { minLength: 2, maxLength: 3 }),
    async (drawn, place, wanted) => {
      const start = starts[place] ?? [];
      const now = start.at(-1)?.now ?? beginningMs;
      scheduler = undefined;
      const trial = await Effect.runPromise(
        system.create({ kind: "lifecycle", machine: machine.id, preset }, now),
      );
      for (const step of start) {
        await Effect.runPromise(trial.advance(step.now));
        if (step.event === undefined) await Effect.runPromise(trial.read);
        else await Effect.runPromise(trial.send(step.event));
      }
      const standing = (await Effect.runPromise(trial.read))[machine.id] ?? { state: "", fields: {} };
      const calls = wanted.flatMap(({ type, payload }): readonly Happening[] => {
        const all = payloadsOf(machine, type, standing, now, presets[preset]);
        const event = all[payload % Math.max(1, all.length)];
        return event === undefined ? [] : [{ ...event }];
      });
      scheduler = drawn;
      const sent = calls.map((call) => Effect.runPromise(trial.send(call)));
      const answers = await drawn.waitFor(Promise.all(sent));
      scheduler = undefined;
      const standings = await Effect.runPromise(trial.read);
      await Effect.runPromise(trial.dispose);
      const possible = foreseen(machine, start, calls, now).map((one) => JSON.stringify(one));
      if (!possible.includes(JSON.stringify({ answers, standings })))
        throw new Error(
          `${JSON.stringify(calls)} came to ${JSON.stringify({ answers, standings })}, which is none of\n${possible.join("\n")}`,
        );
    },
  );
  const details = await fc.check(property, { seed, numRuns });
  scheduler = undefined;
  if (!details.failed) return;
  throw new Error(
    [
      await fc.asyncDefaultReportMessage(details),
      String(details.errorInstance),
      `seed ${seed}, path ${details.counterexamplePath ?? ""}`,
      `to repeat: FC_SEED=${seed} npm test -- test/conform/interleaved.test.ts -t '${machine.id}'`,
    ].join("\n"),
  );
};

describe("calls at one time", () => {
  it.for(rowMachines.map(({ machine }) => [machine.id, machine] as const))(
    "come to what they do one after another, in %s",
    async ([, machine]) => {
      await holds(machine, (store) => store, 60);
    },
  );

  it("are noticed when batches run into each other", async () => {
    const consent = rowMachines.find(({ machine }) => machine.id === "consent")?.machine;
    if (consent === undefined) throw new Error("there is no consent");
    const unguarded = (store: StoreService): StoreService => ({
      ...store,
      oneBatchAtATime: (batch) => batch,
      transaction: (body) => body,
    });
    const failure = await holds(consent, unguarded, 300).then(
      () => "no difference",
      (cause: unknown) => String(cause),
    );
    expect(failure).toMatch(/seed \d+, path [\d:]+\nto repeat: FC_SEED=\d+ npm test/);
    expect(failure).toMatch(/which is none of|constraint failed/);
  });
});
