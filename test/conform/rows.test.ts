// Every case of every lifecycle kept as rows, against the generated service with its typed methods over real files: by reading and
// by sweeping, opened once and opened again before every step. Answer, standing, row and events are those of the models each time.
import { describe, expect, it } from "vitest";
import { machines } from "../../models/machines.ts";
import { lifecycleCases } from "../../sim/conform/cases/lifecyclecases.ts";
import { predictedFor } from "../../sim/conform/cases/predicted.ts";
import { makeServices, type ServicesOptions } from "../../sim/conform/services.ts";
import { covering } from "../covering.ts";
import { freshFolder } from "../impl/store/freshfolder.ts";
import { rowMachines } from "../services/rowmachines.ts";
import { conforming, isOneCaseOnly } from "./allcases.ts";

const cover = covering(import.meta.url);

const typed = (id: string) => rowMachines.find(({ machine }) => machine.id === id);

const manners: readonly (readonly [string, Omit<ServicesOptions, "folder">])[] = [
  ["reading", {}],
  ["sweeping", { look: "sweep" }],
  ["reopened before every step", { reopens: true }],
];

it("the services of all lifecycles kept as rows are here", () => {
  const kept = machines.filter(({ meta }) => meta.keptAs === "row").map(({ id }) => id);
  expect(rowMachines.map(({ machine }) => machine.id).toSorted()).toEqual(kept.toSorted());
});

describe.for(rowMachines.map(({ machine }) => [machine.id, machine] as const))("%s", ([, machine]) => {
  const { cases, infeasible } = lifecycleCases(machine);
  const { transitions, pairs, deadlines, notAllowed } = predictedFor(machine);

  it.for(manners)("conforms, %s", { timeout: 120_000 }, async ([, options]) => {
    // Opening files takes most of the time; all pairs are reopened in the long run only.
    const isShort = options.reopens === true && process.env["FULL_TESTS"] !== "1";
    const chosen = isShort ? cases.filter(({ kind }) => kind !== "pair") : cases;
    const system = makeServices({ folder: freshFolder(), serviceOf: typed, ...options });
    const { passed, notOffered } = await conforming("rows.test.ts", system, chosen, cover.living);
    expect(notOffered).toEqual([]);
    if (isOneCaseOnly) return;
    const pairsRun = isShort ? 0 : pairs - infeasible.length;
    expect(passed).toHaveLength(transitions + pairsRun + deadlines + notAllowed);
  });
});
