// `entrylog conform URL` fails on a server with a fault in its code: each fault is planted in a process of its own, which runs real parties
// behind the contract, and is found by the case whose business it is, told with what was foreseen and what was found.
import { fileURLToPath } from "node:url";
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { suite } from "../../sim/conform/cases/suite.ts";
import { httpSystem } from "../../sim/conform/httpsystem.ts";
import { runCases } from "../../sim/conform/run.ts";
import { frontDoor, start, until } from "../impl/serve/processes.ts";
import { plantedFaults, type PlantedFault } from "./plantedfaults.ts";

const full = process.env["FULL_TESTS"] === "1";
const house = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const named = /conform-server (http:\S+)/;

/** A server in a process of its own, with this fault in it or none; answers its URL. */
const served = Effect.fnUntraced(function* (fault: PlantedFault | undefined) {
  const planting = fault === undefined ? [] : ["--import", house("test/conform/planting.ts")];
  const environment: Record<string, string> = fault === undefined ? {} : { PLANT: JSON.stringify(fault) };
  const words = ["conform-server", "--until-input-ends"];
  const server = yield* start(words, environment, [...planting, house("entrylog.ts")]);
  yield* until(() => named.test(server.said()));
  return named.exec(server.said())?.[1] ?? "";
});

const trying = <A, E>(body: Effect.Effect<A, E, Effect.Services<ReturnType<typeof served>>>): Promise<A> =>
  Effect.runPromise(Effect.provide(Effect.scoped(body), NodeServices.layer));

const run = (url: string, ids: (id: string) => boolean) =>
  runCases(
    httpSystem(url),
    suite().cases.filter(({ id }) => ids(id)),
    1,
  );

const tried = full ? plantedFaults : plantedFaults.slice(0, 3);

describe("a server with a planted fault", { timeout: 120_000 }, () => {
  it.for(tried)("$says", (fault) =>
    trying(
      Effect.gen(function* () {
        const url = yield* served(fault);
        const { difference } = yield* run(url, (id) => id === fault.foundBy);
        const { what, foreseen, found } = fault;
        expect(difference).toMatchObject({ what, foreseen, found });
        // The others of its kind do not hide it either.
        const among = yield* run(url, (id) => id.startsWith(fault.among));
        expect(among.difference).toBeDefined();
      }),
    ),
  );

  it("fails the command, which tells the case and how to see it again", () =>
    trying(
      Effect.gen(function* () {
        const [fault] = plantedFaults;
        if (fault === undefined) throw new Error("there is no fault");
        const url = yield* served(fault);
        const command = yield* start(["conform", url, "--case", fault.foundBy], {}, frontDoor);
        expect(yield* command.ended).toBe(10);
        const said = command.said();
        expect(said).toContain(`Differs in answer, at step 2 of case ${fault.foundBy} (seed 1).`);
        expect(said).toContain(`the models foresee ${fault.foreseen}`);
        expect(said).toContain(`the system has     ${fault.found}`);
        expect(said).toContain(`npm run -s entrylog -- conform ${url} --seed 1 --case "${fault.foundBy}"`);
      }),
    ));
});

describe("a server without one", { timeout: 120_000 }, () => {
  it("passes all cases that find the faults", () =>
    trying(
      Effect.gen(function* () {
        const url = yield* served(undefined);
        const ids = new Set(plantedFaults.map(({ foundBy }) => foundBy));
        const { passed, difference } = yield* run(url, (id) => ids.has(id));
        expect(difference).toBeUndefined();
        expect(passed).toHaveLength(ids.size);
      }),
    ));
});
