// What the issuer refuses of a join, each with its code and with nothing stored changed: officers, release, records, time, and twice.
// Each is made with real keys and differs in one thing from a request that is answered.
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import { presets } from "../../../models/policy.ts";
import { Issuer } from "../../../impl/issuer/issuer.ts";
import { present } from "../protocol/hex.ts";
import { join, released, visited } from "./case.ts";
import { day, minute, newPremises, noonMs, running, type Premises } from "./premises.ts";
import { allRows } from "./stored.ts";

const policy = presets["2020-10"];

describe("the issuer refuses", () => {
  const refusing = (
    what: string,
    code: string,
    ask: (premises: Premises, records: readonly Uint8Array[]) => ReturnType<typeof join>,
    atMs = noonMs + day,
  ) =>
    it(`${what}: ${code}, and nothing stored changes`, async () => {
      const premises = newPremises();
      await running(
        premises,
        noonMs,
        Effect.gen(function* () {
          const { answer } = yield* Issuer;
          const records = yield* visited;
          yield* TestClock.setTime(atMs);
          const before = yield* allRows;
          const request = yield* ask(premises, records);
          expect(yield* Effect.flip(answer(request))).toMatchObject({ _tag: "Refused", code });
          expect(yield* allRows).toEqual(before);
        }),
        { policy },
      );
    });

  refusing("one officer", "officers-too-few", (premises, records) =>
    join(premises, released(premises, records), records, [1]),
  );
  refusing("one officer twice", "officers-too-few", (premises, records) =>
    join(premises, released(premises, records), records, [1, 1]),
  );
  refusing("an officer whom the release does not name", "officers-too-few", (premises, records) =>
    join(premises, released(premises, records), records, [1, 3]),
  );
  refusing("a release that the custodian did not sign", "release-forged", (premises, records) =>
    join(premises, released({ ...premises, custodian: newPremises().custodian }, records), records),
  );
  refusing("a release to another issuer", "release-forged", (premises, records) =>
    join(premises, released(premises, records, { issuer: 9 }), records),
  );
  refusing("a release altered", "release-forged", (premises, records) =>
    Effect.map(join(premises, released(premises, records), records), (request) => ({
      ...request,
      release: request.release.with(40, (request.release[40] ?? 0) ^ 1),
    })),
  );
  refusing("a record that the release does not list", "record-unlisted", (premises, records) =>
    join(premises, released(premises, records.slice(1)), records),
  );
  refusing("a record given twice", "record-unlisted", (premises, records) =>
    join(premises, released(premises, records), [...records, present(records[0])]),
  );
  refusing(
    "a case that has lapsed",
    "case-over",
    (premises, records) => join(premises, released(premises, records), records),
    noonMs + 4 * day,
  );
  refusing("more records than a case may have", "case-records-exceeded", (premises, records) => {
    const many = Array.from({ length: 10_001 }, (_, place) => {
      const record = Uint8Array.from(present(records[0]));
      new DataView(record.buffer).setUint32(50, place);
      return record;
    });
    return join(premises, released(premises, many), many);
  });

  it("a second answer to one release, also after a restart, and in the last millisecond of a case answers", async () => {
    const premises = newPremises();
    const records = await running(premises, noonMs, visited, { policy });
    const endMs = noonMs + 4 * day;
    const release = released(premises, records);
    const asked = join(premises, release, records);
    const answered = Effect.flatMap(Issuer, ({ answer }) => Effect.flatMap(asked, answer));
    await running(
      premises,
      endMs - 1,
      Effect.map(answered, ({ people }) => expect(people).toBe(3)),
      { policy },
    );
    await running(
      premises,
      endMs - 1,
      Effect.gen(function* () {
        const before = yield* allRows;
        expect(before["answered"]).toHaveLength(1);
        expect(yield* Effect.flip(answered)).toMatchObject({ code: "release-answered" });
        expect(yield* allRows).toEqual(before);
        const { sweep } = yield* Issuer;
        yield* sweep;
        expect((yield* allRows)["answered"]).toHaveLength(1);
        yield* TestClock.setTime(endMs);
        yield* sweep;
        // What was answered is forgotten with the case: from now on the case is over.
        expect((yield* allRows)["answered"]).toEqual([]);
        expect(yield* Effect.flip(answered)).toMatchObject({ code: "case-over" });
      }),
      { policy },
    );
  });

  it("one of two askings at once", async () => {
    const premises = newPremises();
    await running(
      premises,
      noonMs,
      Effect.gen(function* () {
        const { answer } = yield* Issuer;
        const records = yield* visited;
        yield* TestClock.adjust(minute);
        const request = yield* join(premises, released(premises, records), records);
        const exits = yield* Effect.all([Effect.exit(answer(request)), Effect.exit(answer(request))], {
          concurrency: 2,
        });
        expect(exits.map(({ _tag }) => _tag).sort()).toEqual(["Failure", "Success"]);
      }),
      { policy },
    );
  });
});
