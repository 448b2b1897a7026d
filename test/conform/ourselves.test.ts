// Several systems tried as one: each thing is made by the first that keeps it, and only "not offered" sends the question on.
// A system that fails is never passed over in favour of another.
import { Effect } from "effect";
import { expect, it } from "vitest";
import { SystemFault, type Subject, type SystemUnderTest } from "../../sim/conform/contract.ts";
import { firstOffering } from "../../sim/conform/ourselves.ts";

const subject: Subject = { kind: "lifecycle", machine: "consent", preset: "2020-07" };

/** A system that ends every creation with this fault, or makes something that calls itself by its name. */
const system = (name: string, reason?: SystemFault["reason"]): SystemUnderTest => ({
  name,
  create: () =>
    reason === undefined
      ? Effect.succeed({
          advance: () => Effect.void,
          send: () => Effect.succeed({ told: name }),
          read: Effect.succeed({}),
          check: () => Effect.succeed([]),
          dispose: Effect.void,
        })
      : Effect.fail(new SystemFault({ operation: "create", reason, sentence: name })),
});

const answered = (...systems: readonly [SystemUnderTest, ...SystemUnderTest[]]): string =>
  Effect.runSync(
    firstOffering("all", systems)
      .create(subject, 0)
      .pipe(
        Effect.flatMap(({ send }) => send({ type: "consent.given", given: {} })),
        Effect.map((answer) => ("told" in answer ? answer.told : answer.refused)),
        Effect.catchTag("SystemFault", ({ sentence, reason }) => Effect.succeed(`${sentence}: ${reason}`)),
      ),
  );

it("asks the next one only where the one before does not offer it", () => {
  expect(answered(system("first"), system("second"))).toBe("first");
  expect(answered(system("first", "not-offered"), system("second"))).toBe("second");
  expect(answered(system("first", "failed"), system("second"))).toBe("first: failed");
});

it("gives the last refusal where nobody offers it", () => {
  expect(answered(system("first", "not-offered"), system("last", "not-offered"))).toBe("last: not-offered");
});
