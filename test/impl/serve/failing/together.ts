// The beginning that the tests of failing parties share: real processes, a level at which collection goes on, a door that is registered,
// and somebody's work to do. What fails, and what must then hold, stands in the tests.
import { readFileSync } from "node:fs";
import { Effect } from "effect";
import { openHousehold, startEverybody, type Household, type HouseholdOptions } from "./household.ts";
import { newLedger } from "./ledger.ts";
import { door, pause, type Answer, type Work } from "./people.ts";

export const venue = 4_100_000_017;

export interface Scene extends Work {
  readonly atDoor: (text: string) => Promise<Answer | undefined>;
}

/** Waits until a condition holds; a test that waits in vain ends by its own time limit. */
export const until = async (condition: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await condition())) await pause(100);
};

export const beginning = async (household: Household): Promise<Scene> => {
  await startEverybody(household);
  await household.announce("serious");
  const doorKey = readFileSync(`${household.folder}/venue/door.key`, "utf8").trim();
  const work: Work = { household, ledger: newLedger(), isOver: () => false, doorKey };
  await door(work, "/v1/registration", { venue, kind: "karaoke" }, "PUT");
  return { ...work, atDoor: (text) => door(work, "/v1/scans", { text }) };
};

/** Runs a test among real processes that have begun, and ends them. */
export const amongProcesses = (
  options: HouseholdOptions,
  test: (scene: Scene) => Promise<void>,
): Promise<void> =>
  Effect.runPromise(
    Effect.scoped(
      Effect.flatMap(openHousehold(options), (household) =>
        Effect.promise(async () => test(await beginning(household))),
      ),
    ),
  );

export const waitingAt = async (scene: Pick<Work, "household" | "doorKey">): Promise<number> =>
  Number((await door(scene, "/v1/waiting", {}, "GET"))?.body["waiting"]);
