// The national office publishes the figures of days on the board and tells everybody who collects the crisis level, under
// its own key over mutual TLS. What everybody can read of it is read at the board's public listener.
// A party that is away is told by its name, while the others are told the level all the same.
import { assert, describe, it } from "@effect/vitest";
import { Effect, Schema } from "effect";
import { announceLevel, publishFigures } from "../../../impl/office/asking.ts";
import { PublishedFigures } from "../../../impl/protocol/figures.ts";
import { ask } from "../serve/asks.ts";
import { openTogether, type Together } from "../serve/together.ts";
import { newIdentity } from "../server/listening.ts";

const decodeList = Schema.decodeUnknownSync(
  Schema.fromJsonString(Schema.Struct({ figures: Schema.Array(PublishedFigures) })),
);

const shown = (together: Together) =>
  Effect.promise(async () => {
    const url = together.opened.get("board")?.urls.public ?? "";
    const { figures } = decodeList((await ask({ url: `${url}/v1/figures` })).body);
    return figures.map(({ date, confirmed }) => `${date}: ${String(confirmed)}`);
  });

const day = { inTreatment: 1, released: 2, deceased: 3, tested: 4 };

const officeOf = ({ identities, cards }: Together) => {
  const identity = identities.get("office");
  if (identity === undefined) throw new Error("the office has no identity");
  return { identity, cards: [...cards.values()] };
};

describe("the national office", () => {
  it.live("publishes days on the board, the latest first, and corrects one", () =>
    Effect.gen(function* () {
      const together = yield* openTogether({ issuers: 1, served: ({ party }) => party === "board" });
      const { identity, cards } = officeOf(together);
      const publish = (date: string, confirmed: number) =>
        publishFigures(identity, cards, date, { ...day, confirmed });
      assert.deepStrictEqual(yield* publish("2020-07-01", 51), [{ party: "board" }]);
      assert.deepStrictEqual(yield* publish("2020-07-03", 63), [{ party: "board" }]);
      assert.deepStrictEqual(yield* publish("2020-07-02", 54), [{ party: "board" }]);
      assert.deepStrictEqual(yield* publish("2020-07-01", 50), [{ party: "board" }]);
      assert.deepStrictEqual(yield* shown(together), ["2020-07-03: 63", "2020-07-02: 54", "2020-07-01: 50"]);
    }),
  );

  it.live("is not somebody else: another key publishes nothing, and neither does a day that is none", () =>
    Effect.gen(function* () {
      const together = yield* openTogether({ issuers: 1, served: ({ party }) => party === "board" });
      const { identity, cards } = officeOf(together);
      const stranger = yield* newIdentity("office");
      const figures = { ...day, confirmed: 51 };
      const [refused] = yield* publishFigures(stranger, cards, "2020-07-01", figures);
      assert.strictEqual(refused?.failure?.code, "caller-unknown");
      const [wrong] = yield* publishFigures(identity, cards, "2020-13-01", figures);
      assert.strictEqual(wrong?.failure?.code, "peer-unavailable");
      assert.deepStrictEqual(yield* shown(together), []);
    }),
  );

  it.live("tells the level to everybody who collects, and names who could not be told", () =>
    Effect.gen(function* () {
      const together = yield* openTogether({ issuers: 2, served: ({ name }) => name !== "issuer-2" });
      const { identity, cards } = officeOf(together);
      const told = yield* announceLevel(identity, cards, "alert");
      assert.deepStrictEqual(
        told.map(({ party, failure }) => `${party}: ${failure?.code ?? "told"}`).sort(),
        ["custodian: told", "issuer-1: told", "issuer-2: peer-unavailable"],
      );
    }),
  );
});
