// The test cases that the models give, before anything is run: as many as arithmetic over the models says, each under its own id,
// each taking what it is there for, and nothing feasible left without one. What has none is shown by the zones to be impossible.
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { interpret, nextDeadline, type Instance } from "../../models/language/interpret.ts";
import { transitionsOf, type Lifecycle } from "../../models/language/lifecycle.ts";
import { machineOf, machines } from "../../models/machines.ts";
import { presets } from "../../models/policy.ts";
import { rules } from "../../models/system.ts";
import { readCase, writeCase, type Case } from "../../sim/conform/case.ts";
import { pairsOf } from "../../sim/conform/cases/explored.ts";
import { lifecycleCases, sides } from "../../sim/conform/cases/lifecyclecases.ts";
import { predictedFor } from "../../sim/conform/cases/predicted.ts";
import { presetsOf, suite } from "../../sim/conform/cases/suite.ts";

const all = suite();
const named = machines.map((machine): readonly [string, Lifecycle] => [machine.id, machine]);

/** Pairs that cannot happen, by machine; a change of the models that makes another one impossible has to be looked at. */
const impossiblePairs: Readonly<Record<string, number>> = { consent: 11, verification: 84 };

/** Lives a case with the plain reading; answers what was taken, step by step, and where it stood before the last step. */
const lived = ({ subject, steps }: Case) => {
  const machine = subject.kind === "lifecycle" ? machineOf(subject.machine) : undefined;
  if (machine === undefined) throw new Error("this case is of no lifecycle");
  let instance: Instance = { state: machine.initial, fields: machine.context };
  let before = instance;
  const taken = steps.map(({ now, event }) => {
    before = instance;
    const answered = interpret(machine, presets[subject.preset], instance, event, now);
    instance = answered.instance;
    return answered.taken.map(({ transition }) => transition);
  });
  return { machine, taken, before };
};

describe.for(named)("the cases of %s", ([id, machine]) => {
  const { cases, infeasible } = lifecycleCases(machine);
  const predicted = predictedFor(machine);
  const ofKind = (kind: Case["kind"]): readonly Case[] => cases.filter((one) => one.kind === kind);
  const impossible = infeasible.filter(({ covers }) => covers.length === 2);

  it("are as many as the models say", () => {
    expect(ofKind("transition")).toHaveLength(predicted.transitions);
    expect(ofKind("pair")).toHaveLength(predicted.pairs - impossible.length);
    expect(ofKind("deadline")).toHaveLength(predicted.deadlines);
    expect(ofKind("not-allowed")).toHaveLength(predicted.notAllowed);
    expect(pairsOf(machine)).toHaveLength(predicted.pairs);
  });

  it("leave out nothing but pairs that no instant leads through, each with a reason and both its edges covered", () => {
    expect(infeasible).toEqual(impossible);
    expect(impossible).toHaveLength(impossiblePairs[id] ?? 0);
    expect(impossible.filter(({ shown }) => shown !== "zones")).toEqual([]);
    expect(
      impossible.filter(({ reason }) => !/always answered by|not running|comes first/.test(reason)),
    ).toEqual([]);
    expect(
      impossible.filter(({ covers, coveredOtherwise }) => covers.join() !== coveredOtherwise.join()),
    ).toEqual([]);
  });

  it("take what they are there for", () => {
    for (const one of ofKind("transition")) expect(lived(one).taken.at(-1)).toContain(one.covers[0]);
    for (const one of ofKind("pair")) {
      const text = lived(one).taken.flat().join(" ");
      expect(`${text} `).toContain(`${one.covers.join(" ")} `);
    }
    for (const one of ofKind("not-allowed")) expect(lived(one).taken.at(-1)).toEqual([]);
    const covered = new Set(cases.flatMap(({ covers }) => covers));
    expect(transitionsOf(machine).filter((placed) => !covered.has(placed.id))).toEqual([]);
  });

  it("meet each deadline 1 ms before it, at it and 1 ms after", () => {
    for (const one of ofKind("deadline")) {
      const { taken, before } = lived(one);
      const at = nextDeadline(machine, before)?.at ?? 0;
      const offset = (one.steps.at(-1)?.now ?? 0) - at;
      expect(Object.entries(sides)).toContainEqual([one.id.split("/").at(-2), offset]);
      expect(taken.at(-1)?.includes(one.covers[0] ?? "")).toBe(offset >= 0);
    }
  });
});

describe("the cases of rules", () => {
  it.for(rules.map((rule) => [rule.id, rule] as const))(
    "%s meet every refusal and its consent",
    ([id, rule]) => {
      for (const preset of presetsOf(rule)) {
        const mine = all.cases.filter((one) => one.id.startsWith(`answer/${id}/${preset}/`));
        const covers = new Set(mine.flatMap((one) => one.covers));
        for (const { code } of rule.refusals) expect(covers).toContain(`${id} ${code}`);
        const refusals = new Set([...rule.refusals.map(({ code }) => `${id} ${code}`), `${id} not-allowed`]);
        expect([...covers].filter((one) => !refusals.has(one))).not.toEqual([]);
      }
    },
  );
});

describe("all cases", () => {
  it("have ids of their own, the same each time", () => {
    const ids = all.cases.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(suite().cases.map(({ id }) => id)).toEqual(ids);
  });

  it("can be written as JSON and read again", async () => {
    for (const one of all.cases) expect(await Effect.runPromise(readCase(writeCase(one)))).toEqual(one);
  });

  it("a text that is no case is refused", async () => {
    const refused = await Effect.runPromise(Effect.flip(readCase('{ "id": "x" }')));
    expect(refused.message).toContain("kind");
  });
});
