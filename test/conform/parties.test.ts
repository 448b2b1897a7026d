// Every case of every rule, against the generated rule services of its party over a real file: answer, rows, passes and visits are
// those of the plain reading, under each preset that gives the rule another law.
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { rules } from "../../models/system.ts";
import { suite } from "../../sim/conform/cases/suite.ts";
import { covering } from "../covering.ts";
import { freshFolder } from "../impl/store/freshfolder.ts";
import { conforming, isOneCaseOnly } from "./allcases.ts";
import { makeParties } from "../../sim/conform/parties/partysystem.ts";

const cover = covering(import.meta.url);

const asked = suite().cases.filter(({ kind }) => kind === "answer");
const parties = [...new Set(rules.map(({ party }) => party))];

describe("the rules as services", () => {
  it.for(parties)("of the %s conform", { timeout: 300_000 }, async (party) => {
    const cases = asked.filter(({ subject }) => subject.kind === "party" && subject.party === party);
    const { passed, notOffered } = await conforming(
      "parties.test.ts",
      Effect.succeed(makeParties(freshFolder())),
      cases,
      cover.living,
    );
    expect(notOffered).toEqual([]);
    if (!isOneCaseOnly) expect(passed).toHaveLength(cases.length);
  });
});
