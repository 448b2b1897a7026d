// A house that does not keep its word ends the tour with exit code 10, and the claim that does not hold is named.
// Each lie is planted in the house alone; the tour is the one that people take.
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Effect } from "effect";
import { expect, it } from "vitest";
import { openHouse, type House } from "../../../impl/house.ts";
import type { StepId } from "../../../sim/tour/words/words.ts";
import { tourWords } from "../../../sim/tour/words/spoken.ts";
import { blocksOf, inFreshFolder, namesIn, takeTour } from "./taking.ts";
import { story } from "../../../sim/tour/story.ts";

type Lie = (house: House, folder: string) => House;

/** Keys of days that the custodian only seems to erase: what a sweep removes is put back. */
const keyLeftInPlace: Lie = (house, folder) => {
  const vault = join(folder, "custodian", "vault");
  const sweep = Effect.gen(function* () {
    const before = readdirSync(vault).map((name) => [name, readFileSync(join(vault, name))] as const);
    const swept = yield* house.custodian.sweep;
    for (const [name, bytes] of before)
      if (!existsSync(join(vault, name))) writeFileSync(join(vault, name), bytes);
    return swept;
  });
  return { ...house, custodian: { ...house.custodian, sweep } };
};

const visitsNeverErased: Lie = (house) => ({
  ...house,
  custodian: { ...house.custodian, sweep: Effect.succeed({ days: [], visits: 0 }) },
});

const accountsNeverErased: Lie = (house) => ({
  ...house,
  issuer: { ...house.issuer, sweep: Effect.succeed({ days: [], accounts: 0 }) },
});

const answersNeverErased: Lie = (house) => ({
  ...house,
  authority: { ...house.authority, sweep: Effect.succeed({ ended: 0, erased: 0 }) },
});

const numberInAForeignLog: Lie = (house, folder) => ({
  ...house,
  issuer: {
    ...house.issuer,
    perform: (requests) => {
      mkdirSync(join(folder, "custodian"), { recursive: true });
      for (const { phone } of requests) appendFileSync(join(folder, "custodian", "access.log"), `${phone}\n`);
      return house.issuer.perform(requests);
    },
  },
});

const everythingAdmitted: Lie = (house) => ({
  ...house,
  custodianPort: {
    ...house.custodianPort,
    record: (scans) => Effect.map(house.custodianPort.record(scans), (answers) => answers.map(() => 0)),
  },
});

const withdrawalForgotten: Lie = (house) => ({
  ...house,
  issuer: {
    ...house.issuer,
    perform: (requests) =>
      house.issuer
        .perform(requests.filter(({ kind }) => kind !== "withdraw"))
        .pipe(Effect.map((replies) => (replies.length > 0 ? replies : [{ answer: 0 }]))),
  },
});

const oneOfficerIsEnough: Lie = (house) => ({
  ...house,
  authority: {
    ...house.authority,
    approve: (approved) => Effect.catchTag(house.authority.approve(approved), "Refused", () => Effect.void),
  },
});

const lies: readonly (readonly [name: string, lie: Lie, caughtIn: StepId, claim: RegExp])[] = [
  ["a key left in place", keyLeftInPlace, "fourWeeks", /No key of that day/],
  ["visits that are never erased", visitsNeverErased, "fourWeeks", /no visit of 1 July/],
  ["an issuer that never erases", accountsNeverErased, "case", /consent of that evening has ended/],
  ["a number in a foreign log", numberInAForeignLog, "notice", /at the issuer alone/],
  ["a door that lets everybody in", everythingAdmitted, "replayed", /refused as pass-replayed/],
  ["a withdrawal that is forgotten", withdrawalForgotten, "withdrawn", /every alias are gone/],
  // The answer of the first case is read at its end, and reading erases as well; that of the second nobody reads again.
  ["an authority that never erases", answersNeverErased, "nothingLeft", /No account, visit/],
  ["one officer who is enough", oneOfficerIsEnough, "case", /refused as case-same-officer/],
];

it.each(lies)("%s is told as a broken promise", async (_name, lie, caughtIn, claim) => {
  await inFreshFolder(async (folder) => {
    const taken = await takeTour({
      open: (options) => Effect.map(openHouse(options), (house) => lie(house, options.folder)),
    });
    expect(taken.stop).toMatchObject({ code: 10, reason: "promise-broken" });
    expect(taken.stop?.sentence).toContain(tourWords("en").steps[caughtIn].title);
    expect(taken.stop?.sentence).toMatch(claim);
    expect(blocksOf(taken)).toHaveLength(story.findIndex(({ id }) => id === caughtIn));
    expect(namesIn(folder)).toEqual([]);
  });
});
