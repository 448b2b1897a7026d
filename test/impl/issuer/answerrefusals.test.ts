// What the issuer refuses of a join, each with its code and with nothing stored changed: officers, release, log, records and time.
// The same asking again gets the same answer.
// Each is made with real keys and differs in one thing from a request that is answered.
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import { presets } from "../../../models/policy.ts";
import { Issuer } from "../../../impl/issuer/issuer.ts";
import { generateOfficer } from "../../../impl/protocol/officers.ts";
import { bindingOf, resealShares } from "../../../impl/protocol/reseal.ts";
import { present } from "../protocol/hex.ts";
import { join, released, visited } from "./case.ts";
import { loggedIn } from "./officers.ts";
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
  refusing(
    "two invented officers under the numbers of standing ones",
    "officers-too-few",
    (premises, records) =>
      Effect.gen(function* () {
        const { keys } = yield* Issuer;
        const request = yield* join(premises, released(premises, records), records);
        const binding = bindingOf("case-1", request.release);
        const resealed = yield* Effect.promise(() =>
          Promise.all(
            [1, 2].map(async (number) => {
              const { officer } = await generateOfficer(number);
              return resealShares(officer, binding, keys.sealing.publicKey, []);
            }),
          ),
        );
        return { ...request, resealed };
      }),
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

  refusing("a release that one other party saw logged", "case-unlogged", (premises, records) =>
    Effect.map(join(premises, released(premises, records), records), (request) => ({
      ...request,
      logged: loggedIn(premises, request.release, 1),
    })),
  );
  refusing("the place of another release in the log", "case-unlogged", (premises, records) =>
    Effect.map(join(premises, released(premises, records), records), (request) => ({
      ...request,
      logged: loggedIn(premises, released(premises, records.slice(1))),
    })),
  );
  refusing("a place in the log of another custodian", "case-unlogged", (premises, records) =>
    Effect.map(join(premises, released(premises, records), records), (request) => ({
      ...request,
      logged: loggedIn({ ...premises, custodian: newPremises().custodian }, request.release),
    })),
  );

  it("another asking of a release that is answered: other officers, other records", async () => {
    const premises = newPremises();
    await running(
      premises,
      noonMs,
      Effect.gen(function* () {
        const { answer } = yield* Issuer;
        const records = yield* visited;
        const release = released(premises, records, { officers: [1, 2, 3] });
        yield* answer(yield* join(premises, release, records));
        const before = yield* allRows;
        for (const other of [
          yield* join(premises, release, records, [1, 3]),
          yield* join(premises, release, records.slice(1)),
        ])
          expect(yield* Effect.flip(answer(other))).toMatchObject({ code: "release-answered" });
        expect(yield* allRows).toEqual(before);
      }),
      { policy },
    );
  });

  it("more records than the nation may have answered in a day, over several cases", async () => {
    const premises = newPremises();
    const limited = { ...policy, constants: { ...policy.constants, nationRecordsPerDay: 4 } };
    await running(
      premises,
      noonMs,
      Effect.gen(function* () {
        const { answer } = yield* Issuer;
        const records = yield* visited;
        yield* answer(yield* join(premises, released(premises, records), records));
        const next = released(premises, records, { releasedAtMs: noonMs + day + 1 });
        expect(yield* Effect.flip(answer(yield* join(premises, next, records)))).toMatchObject({
          code: "nation-records-exceeded",
        });
        expect(yield* answer(yield* join(premises, next, records.slice(2)))).toMatchObject({ people: 1 });
        // The next Seoul day has its own limit, and its own first case.
        yield* TestClock.setTime(noonMs + 2 * day);
        const third = released(premises, records, { releasedAtMs: noonMs + day + 2 });
        expect(yield* answer(yield* join(premises, third, records))).toMatchObject({ people: 3 });
      }),
      { policy: limited },
    );
  });
});

describe("the same asking again", () => {
  it("gets the same answer, also after a restart, until the case is over, and nothing is opened or written twice", async () => {
    const premises = newPremises();
    const records = await running(premises, noonMs, visited, { policy });
    const endMs = noonMs + 4 * day;
    const release = released(premises, records);
    // Shares are sealed anew each time, as by officers who try again.
    const asked = join(premises, release, records);
    const answered = Effect.flatMap(Issuer, ({ answer }) => Effect.flatMap(asked, answer));
    const first = await running(premises, endMs - 2, answered, { policy });
    expect(first.people).toBe(3);
    await running(
      premises,
      endMs - 1,
      Effect.gen(function* () {
        const before = yield* allRows;
        expect(before["answered"]).toHaveLength(1);
        expect(yield* answered).toEqual(first);
        expect(yield* allRows).toEqual(before);
        const { sweep } = yield* Issuer;
        yield* sweep;
        expect((yield* allRows)["answered"]).toHaveLength(1);
        yield* TestClock.setTime(endMs);
        expect(yield* Effect.flip(answered)).toMatchObject({ code: "release-answered" });
        yield* sweep;
        // What was answered is forgotten with the case: from now on the case is over.
        expect((yield* allRows)["answered"]).toEqual([]);
        expect(yield* Effect.flip(answered)).toMatchObject({ code: "case-over" });
      }),
      { policy },
    );
  });

  it("twice at once gets one answer", async () => {
    const premises = newPremises();
    await running(
      premises,
      noonMs,
      Effect.gen(function* () {
        const { answer } = yield* Issuer;
        const records = yield* visited;
        yield* TestClock.adjust(minute);
        const request = yield* join(premises, released(premises, records), records);
        const [one, other] = yield* Effect.all([answer(request), answer(request)], { concurrency: 2 });
        expect(other).toEqual(one);
        expect((yield* allRows)["answered"]).toHaveLength(1);
        expect((yield* allRows)["log_entry"]).toHaveLength(1);
      }),
      { policy },
    );
  });
});
