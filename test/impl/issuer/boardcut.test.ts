// The last days out of a longer status board are what a real board answers where it is asked for so few.
// So it is with days that nobody published in between, and with a board that has nothing yet.
import { writeFileSync } from "node:fs";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { lastDaysOf } from "../../../impl/issuer/boardcut.ts";
import { openBoard } from "../board/feed/board.ts";
import { owid } from "../board/feed/extracts.ts";
import { freshFolder } from "../store/freshfolder.ts";

const feed = { form: "owid" as const, file: "owid.csv", nation: "South Korea", regions: ["Japan"] };
const figures = { confirmed: 12_904, inTreatment: 938, released: 11_684, deceased: 282, tested: 1_295_962 };

describe("the last days of a status board", () => {
  it("are as the board itself answers them, also across days that nobody published and without any", () =>
    Effect.runPromise(
      Effect.scoped(
        Effect.gen(function* () {
          const folder = freshFolder();
          writeFileSync(`${folder}/owid.csv`, owid);
          const { read, publish, shown } = yield* openBoard(feed, folder);
          expect(lastDaysOf(yield* shown(366), 7)).toEqual(yield* shown(7));
          yield* read;
          yield* publish("2020-07-03", figures);
          const longest = yield* shown(366);
          expect(longest.dates.length).toBeGreaterThan(4);
          expect(longest.regions).not.toEqual([]);
          for (let days = 1; days <= longest.dates.length + 1; days += 1)
            expect(lastDaysOf(longest, days)).toEqual(yield* shown(days));
        }),
      ),
    ));
});
