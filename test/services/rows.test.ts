// The generated services of all lifecycles kept as rows, over real files: driven through every transition by the paths
// of `@xstate/test` and the timed stories, compared with the plain reading at every step, in memory and in SQLite.
// Every event that a state does not allow is sent all the same, and every deadline is met from both sides,
// by reading and by sweeping, and with a restart before every single step.
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { transitionsOf } from "../../models/language/lifecycle.ts";
import { machines } from "../../models/machines.ts";
import { presets, type Policy } from "../../models/policy.ts";
import { covering } from "../covering.ts";
import { freshFolder } from "../impl/store/freshfolder.ts";
import { onTestClock } from "./opened.ts";
import { rowMachines } from "./rowmachines.ts";
import { talesOf } from "./timedpaths.ts";
import { manners, nothingDriven, walk } from "./walk.ts";

const cover = covering(import.meta.url);
const named = rowMachines.map((row) => [row.machine.id, row, talesOf(row.machine)] as const);

/** Transitions that no service of a row machine can be driven through, each with its reason: there is none. */
const notDriven: readonly string[] = [];

describe("the services of lifecycles kept as rows", () => {
  it("are all here", () => {
    const kept = machines.filter(({ meta }) => meta.keptAs === "row").map(({ id }) => id);
    expect(rowMachines.map(({ machine }) => machine.id).toSorted()).toEqual(kept.toSorted());
  });
});

describe.for(named)("%s", ([id, row, { tales, paths, timedPaths }]) => {
  const { machine } = row;

  it(`walks ${timedPaths} of ${paths} paths of @xstate/test as they are, and the stories of all transitions`, () => {
    expect(timedPaths * 3).toBeGreaterThan(paths);
    expect(tales.length).toBeGreaterThan(timedPaths);
  });

  it.for(manners)("goes through every transition, $says", { timeout: 120_000 }, async (manner) => {
    const driven = nothingDriven(cover.living);
    const folder = freshFolder();
    for (const [place, tale] of tales.entries()) {
      const file = join(folder, `${id}-${place}.sqlite`);
      await onTestClock(walk(row, tale, manner, file, driven)).catch((cause: unknown) => {
        throw new Error(`${id}, ${manner.says}, under ${tale.preset}: ${tale.says}`, { cause });
      });
    }

    const placed = transitionsOf(machine);
    const left = placed.filter((one) => !driven.transitions.has(one.id)).map((one) => one.id);
    expect(left).toEqual(notDriven.filter((one) => one.startsWith(`${id}:`)));

    const deadlines = placed.filter(({ trigger }) => trigger.kind === "deadline").map((one) => one.id);
    if (manner.meetsAll) expect(deadlines.filter((one) => !driven.bothSides.has(one))).toEqual([]);

    // A state that is gone is nowhere stored, so only the first state stands for it.
    const silent = Object.entries(machine.states)
      .filter(([state, { meta }]) => meta.gone !== true || state === machine.initial)
      .flatMap(([state, { on }]) =>
        Object.keys(machine.meta.events).flatMap((type) =>
          on?.[type] === undefined ? [`${state} ${type}`] : [],
        ),
      );
    expect([...driven.notAllowed].toSorted()).toEqual(silent.toSorted());
  });
});

describe("a service under another law than the tests read", () => {
  const founding = presets["2020-07"];
  const changed: Readonly<Record<string, Partial<Policy>>> = {
    crisis: { sets: { ...founding.sets, collectionLevels: ["caution"] } },
    consent: { constants: { ...founding.constants, consentSession: 1 } },
    verification: { constants: { ...founding.constants, verificationValidity: 1 } },
    day: { constants: { ...founding.constants, retention: 1 } },
    disclosure: { constants: { ...founding.constants, caseLifetime: 1 } },
  };
  it.for(named)("is noticed for %s", async ([id, row, { tales }]) => {
    const folder = freshFolder();
    const [manner] = manners;
    const law: Policy = { ...founding, ...changed[id] };
    const noticed: string[] = [];
    for (const [place, tale] of tales.entries()) {
      if (manner === undefined || tale.preset !== "2020-07") continue;
      const file = join(folder, `${id}-${place}.sqlite`);
      await onTestClock(walk(row, tale, manner, file, nothingDriven(), law)).catch(
        () => void noticed.push(tale.says),
      );
    }
    expect(noticed).not.toEqual([]);
  });
});
