// The issuer's answer under a case: to the two officers of the release, about the records it lists, once and in time.
// It is tested with real shares, real re-sealing and real answers; only those two officers can read them.
// Who has withdrawn is counted as nobody.
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { presets } from "../../../models/policy.ts";
import { Issuer } from "../../../impl/issuer/issuer.ts";
import { openAnswer } from "../../../impl/protocol/answer.ts";
import { recordHash } from "../../../impl/protocol/release.ts";
import { bindingOf } from "../../../impl/protocol/reseal.ts";
import { Store } from "../../../impl/store/store.ts";
import { present, toHex } from "../protocol/hex.ts";
import { join, released, visited } from "./case.ts";
import { officerOf } from "./officers.ts";
import { agreeAndVerify, ann, ben, getPass, withdraw } from "./people.ts";
import { day, newPremises, noonMs, running } from "./premises.ts";

const policy = presets["2020-10"];

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

  it("counts who has withdrawn as nobody, and leaves what was asked of the rest (C8)", async () => {
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
