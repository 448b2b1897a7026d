// Group commit at the issuer: many requests share a transaction, and each is answered after it is on the disk.
// A store that fails changes nothing and says so; a process that stops goes on where it was.
import { cpSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { presets } from "../../../models/policy.ts";
import { Issuer } from "../../../impl/issuer/issuer.ts";
import { makeSealedPhones } from "../../../impl/issuer/sealedphones.ts";
import { SmsOutbox } from "../../../impl/issuer/smsgateway.ts";
import { Vault } from "../../../impl/store/vault.ts";
import { freshFolder } from "../store/freshfolder.ts";
import { agree, agreeAndVerify, ann, askPass, ben, outcomeOf, reply, stamped, withdraw } from "./people.ts";
import { newPremises, noonMs, running, second } from "./premises.ts";
import { allRows, people, rowCounts } from "./stored.ts";

const policy = presets["2020-10"];
const announced = Effect.flatMap(Issuer, ({ announceLevel }) => announceLevel("serious"));
const phones = Array.from({ length: 200 }, (_, index) => `0105${String(index).padStart(7, "0")}`);

describe("two hundred at once", () => {
  it("are each answered with their own, and each after its commit", async () => {
    const premises = newPremises();
    const copied = freshFolder();
    await running(
      premises,
      noonMs,
      Effect.gen(function* () {
        yield* announced;
        const { tagOf: find } = yield* makeSealedPhones(yield* Vault);
        let copies = 0;
        const told = yield* Effect.forEach(
          phones,
          (phone) =>
            Effect.tap(agree(phone), () =>
              Effect.sync(() => {
                // What a crash in this moment would leave: the files as they lie.
                if (copies > 0) return;
                copies += 1;
                for (const suffix of ["", "-wal"])
                  cpSync(premises.file + suffix, join(copied, `copy.sqlite${suffix}`));
                const database = new DatabaseSync(join(copied, "copy.sqlite"));
                expect(
                  database.prepare("SELECT count(*) AS n FROM account WHERE number = ?").get(find(phone)),
                ).toEqual({ n: 1 });
                database.close();
              }),
            ),
          { concurrency: "unbounded" },
        );
        expect(told).toEqual(phones.map(() => "consent.recorded"));
        expect(copies).toBe(1);
        expect(yield* rowCounts).toMatchObject({ account: 200, consent: 200 });
        const outbox = yield* SmsOutbox;
        const verified = yield* Effect.forEach(
          phones,
          (phone) =>
            Effect.gen(function* () {
              yield* reply({ kind: "sendCode", phone });
              const code = (yield* outbox.read(phone)) ?? "";
              return outcomeOf(yield* reply({ kind: "checkCode", phone, code }));
            }),
          { concurrency: "unbounded" },
        );
        expect(new Set(verified)).toEqual(new Set(["phone.verified"]));
        const passes = yield* Effect.forEach(phones, (phone) => reply({ kind: "issue", phone }), {
          concurrency: "unbounded",
        });
        expect(new Set(passes.map(({ pass }) => Buffer.from(pass ?? []).toString("hex"))).size).toBe(200);
        expect(premises.custodian.epochs()).toHaveLength(1);
      }),
      { policy },
    );
  });

  it("share few transactions, and refusals among them change nothing", () =>
    running(
      newPremises(),
      noonMs,
      Effect.gen(function* () {
        yield* announced;
        const before = yield* allRows;
        const told = yield* Effect.forEach(phones, askPass, { concurrency: "unbounded" });
        expect(new Set(told)).toEqual(new Set(["consent-required"]));
        expect(yield* allRows).toEqual(before);
      }),
    ));
});

describe("a store that fails", () => {
  const unavailable = { _tag: "StoreUnavailable", code: "store-unavailable" };

  it("is full: nothing of the batch is stored, and the issuer goes on when there is room", async () => {
    const premises = newPremises();
    await running(premises, noonMs, Effect.andThen(announced, agreeAndVerify(ann)), { policy });
    const pagesMax =
      Number(new DatabaseSync(premises.file).prepare("PRAGMA page_count").get()?.["page_count"]) + 1;
    await running(
      premises,
      noonMs + second,
      Effect.gen(function* () {
        const { perform } = yield* Issuer;
        const before = yield* allRows;
        const many = Array.from({ length: 2_000 }, (_, index) => `0109${String(index).padStart(7, "0")}`);
        const asked = yield* Effect.forEach(many, (phone) =>
          stamped({ kind: "agree", phone, noticeVersion: 1 }),
        );
        const pass = yield* stamped({ kind: "issue", phone: ann });
        expect(yield* Effect.flip(perform([pass, ...asked]))).toMatchObject({
          ...unavailable,
          reason: "full",
        });
        expect(yield* allRows).toEqual(before);
        // Twenty a minute, and the one that failed is none of them.
        for (let issued = 0; issued < 20; issued += 1) expect(yield* askPass(ann)).toBe("pass.shown");
        expect(yield* askPass(ann)).toBe("passes-exceeded");
        expect(yield* withdraw(ann)).toBe("account.ended");
        // Numbers of the batch that failed are as unknown as before it.
        const again = many.slice(0, 3);
        for (const phone of again) expect(yield* agree(phone)).toBe("consent.recorded");
        expect((yield* people).account.map(([, phone]) => phone)).toEqual(again);
      }),
      { policy, pagesMax },
    );
  });
});

it("a process that is started again knows everything that was answered", async () => {
  const premises = newPremises();
  const rows = await running(
    premises,
    noonMs,
    Effect.gen(function* () {
      yield* announced;
      yield* agreeAndVerify(ann);
      yield* agree(ben);
      yield* askPass(ann);
      return yield* allRows;
    }),
    { policy },
  );
  await running(
    premises,
    noonMs + second,
    Effect.gen(function* () {
      expect(yield* allRows).toEqual(rows);
      expect(yield* askPass(ann)).toBe("pass.shown");
      expect(yield* askPass(ben)).toBe("verification-required");
      expect(yield* agree("01000000000")).toBe("consent.recorded");
      expect((yield* people).account).toEqual([
        [1, ann],
        [2, ben],
        [3, "01000000000"],
      ]);
    }),
    { policy },
  );
});
