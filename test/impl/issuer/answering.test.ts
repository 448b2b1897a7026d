// The issuer's answer under a case: to the two officers of the release, about the records it lists, once and in time.
// It is tested with real shares, real re-sealing and real answers; only those two officers can read them.
// Who has withdrawn is counted as nobody.
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import { presets } from "../../../models/policy.ts";
import { Issuer } from "../../../impl/issuer/issuer.ts";
import { openAnswer } from "../../../impl/protocol/answer.ts";
import { recordHash } from "../../../impl/protocol/release.ts";
import { bindingOf } from "../../../impl/protocol/reseal.ts";
import { Store } from "../../../impl/store/store.ts";
import { present, toHex } from "../protocol/hex.ts";
import { joinOf, officerOf, recordOf, releaseOf } from "./officers.ts";
import { agreeAndVerify, ann, ben, getPass, withdraw } from "./people.ts";
import { day, minute, newPremises, noonMs, running, type Premises } from "./premises.ts";
import { allRows } from "./stored.ts";

const policy = presets["2020-10"];

/** Two people with three passes in two epochs and on two days. */
const visited = Effect.gen(function* () {
  const { announceLevel } = yield* Issuer;
  yield* announceLevel("serious");
  for (const phone of [ann, ben]) yield* agreeAndVerify(phone);
  const records = [recordOf(yield* getPass(ann)), recordOf(yield* getPass(ben))];
  yield* TestClock.setTime(noonMs + day);
  return [...records, recordOf(yield* getPass(ann))];
});

const join = (
  premises: Premises,
  release: Uint8Array,
  records: readonly Uint8Array[],
  officers?: readonly number[],
) =>
  Effect.flatMap(Issuer, ({ keys }) =>
    Effect.promise(() => joinOf(premises, keys.sealing.publicKey, release, records, officers)),
  );

const released = (
  premises: Premises,
  records: readonly Uint8Array[],
  ...how: readonly [Parameters<typeof releaseOf>[3]?]
) => releaseOf(premises, noonMs + day, records, ...how);

describe("the answer", () => {
  it("gives both officers the number behind each record, and nobody else anything", async () => {
    const premises = newPremises();
    await running(
      premises,
      noonMs,
      Effect.gen(function* () {
        const { answer, keys } = yield* Issuer;
        const records = yield* visited;
        const release = released(premises, records);
        const request = yield* join(premises, release, records);
        const { answers, people } = yield* answer(request);
        expect(people).toBe(3);
        expect(answers.map(({ officer }) => officer)).toEqual([1, 2]);
        const binding = bindingOf("case-1", release);
        for (const { officer, bytes } of answers)
          for (const reader of [1, 2, 3]) {
            const read = yield* Effect.promise(() =>
              openAnswer(bytes, officerOf(reader), binding, keys.deposits.verifyingKey),
            );
            expect(read.ok).toBe(reader === officer);
            if (!read.ok) continue;
            const numbers = read.value.entries.map((entry) => [toHex(entry.recordHash), entry.phoneNumber]);
            expect(numbers).toEqual(
              [ann, ben, ann].map((phone, place) => [toHex(recordHash(present(records[place]))), phone]),
            );
          }
      }),
      { policy },
    );
  });

  it("counts who has withdrawn as nobody, and leaves what was asked of the rest", async () => {
    const premises = newPremises();
    await running(
      premises,
      noonMs,
      Effect.gen(function* () {
        const { answer, keys } = yield* Issuer;
        const records = yield* visited;
        const release = released(premises, records);
        const request = yield* join(premises, release, records);
        yield* withdraw(ann);
        // Coming back does not bring the earlier passes back.
        yield* agreeAndVerify(ann);
        yield* getPass(ann);
        const { answers, people } = yield* answer(request);
        expect(people).toBe(1);
        const read = yield* Effect.promise(() =>
          openAnswer(
            present(answers[0]).bytes,
            officerOf(1),
            bindingOf("case-1", release),
            keys.deposits.verifyingKey,
          ),
        );
        expect(read).toMatchObject({
          ok: true,
          value: { entries: [null, ben, null].map((phoneNumber) => ({ phoneNumber })) },
        });
      }),
      { policy },
    );
  });

  it("names nobody whose aliases are still to be destroyed", async () => {
    const premises = newPremises();
    await running(
      premises,
      noonMs,
      Effect.gen(function* () {
        const { answer } = yield* Issuer;
        const records = yield* visited;
        yield* (yield* Store).run("INSERT INTO forgetting VALUES (1)");
        const request = yield* join(premises, released(premises, records), records);
        expect(yield* answer(request)).toMatchObject({ people: 1 });
      }),
      { policy },
    );
  });

  it("opens only what was handed over, and nothing when a share is missing", async () => {
    const premises = newPremises();
    await running(
      premises,
      noonMs,
      Effect.gen(function* () {
        const { answer } = yield* Issuer;
        const records = yield* visited;
        const release = released(premises, records);
        const some = yield* join(premises, release, records.slice(0, 1));
        expect(yield* answer({ ...some, records: records.slice(0, 2) })).toMatchObject({ people: 2 });
        const other = released(premises, records, { releasedAtMs: noonMs + day + 1 });
        const [first, second] = [
          yield* join(premises, other, records),
          yield* join(premises, other, records.slice(2)),
        ];
        const mixed = { ...first, resealed: [present(first.resealed[0]), present(second.resealed[1])] };
        expect(yield* answer(mixed)).toMatchObject({ people: 1 });
      }),
      { policy },
    );
  });
});

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
