// A party whose administrator puts an old copy of its folder back, and lets another history grow: the others, who have seen the
// first, cosign nothing of it, and keep what the log has signed against itself. The party cannot publish again by itself.
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { freshFolder } from "../store/freshfolder.ts";
import { appendDays, copyOf, sizeOf, withParties } from "./parties.ts";

describe("a party put back to an old copy of its store", () => {
  it("cannot have another history cosigned, and the fork is kept as evidence by all who saw the first", async () => {
    const folder = freshFolder();
    await withParties(folder, (parties) => Effect.asVoid(appendDays(parties, 0, 2)));
    const putBack = copyOf(folder, "custodian");
    await withParties(folder, (parties) =>
      Effect.andThen(appendDays(parties, 2, 4), parties.logs.custodian.log.publish),
    );
    putBack();
    await withParties(folder, (parties) =>
      Effect.gen(function* () {
        yield* appendDays(parties, 12, 14);
        const failed = yield* Effect.flip(parties.logs.custodian.log.publish);
        expect(failed).toMatchObject({
          cosigners: 0,
          detail:
            "entrylog/issuer-1: it has seen another tree of 4 entries; " +
            "entrylog/authority: it has seen another tree of 4 entries; " +
            "entrylog/board: it has seen another tree of 4 entries",
        });
        const [witnessed] = yield* parties.logs.board.witness.witnessed;
        expect(witnessed?.evidence.length).toBe(1);
        expect(sizeOf(witnessed?.evidence[0] ?? "")).toBe(4);
        expect(witnessed?.evidence[0]).not.toBe(witnessed?.checkpoint);
      }),
    );
  });
});
