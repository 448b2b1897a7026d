// The epochs under which passes are sealed: deposited before the first pass of each is answered, one a minute, one a day and one a process.
// A custodian that refuses an epoch stops passes and nothing else, and that epoch is never used. One that is away stops nothing: see awaycustodian.test.ts.
import { Deferred, Effect, Fiber } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import { defaultPolicy, presets } from "../../../models/policy.ts";
import { policyNumbers } from "../../../impl/generated/policy.ts";
import { makeEpochs } from "../../../impl/issuer/epochs.ts";
import { Issuer } from "../../../impl/issuer/issuer.ts";
import { CustodianPort } from "../../../impl/protocol/contracts.ts";
import { importVerifyingKey } from "../../../impl/protocol/ed25519.ts";
import { openHandle } from "../../../impl/protocol/handle.ts";
import { passVersions } from "../../../impl/protocol/pass.ts";
import { seoulDay } from "../../../impl/protocol/seoulday.ts";
import { verifyOne } from "../../../impl/protocol/signing.ts";
import { Aliases } from "../../../impl/store/aliases.ts";
import { unchanging } from "../roster/unchanging.ts";
import { present, toHex } from "../protocol/hex.ts";
import { handleOf, joinOf, recordOf, releaseOf } from "./officers.ts";
import { agree, agreeAndVerify, ann, ben, decoded, getPass, outcomeOf, reply, stamped } from "./people.ts";
import { authority, issuerNumber, minute, newPremises, noonMs, running, second } from "./premises.ts";

const policy = presets["2020-10"];
const announced = Effect.flatMap(Issuer, ({ announceLevel }) => announceLevel("serious"));
const verified = Effect.andThen(announced, agreeAndVerify(ann));
const epochNow = Effect.map(getPass(ann), ({ epochId }) => toHex(epochId));

describe("an epoch", () => {
  it("lasts a minute from its first pass", () =>
    running(
      newPremises(),
      noonMs,
      Effect.gen(function* () {
        yield* verified;
        const first = yield* epochNow;
        yield* TestClock.setTime(noonMs + minute - 1);
        expect(yield* epochNow).toBe(first);
        yield* TestClock.setTime(noonMs + minute);
        expect(yield* epochNow).not.toBe(first);
      }),
    ));

  it("belongs to one Seoul day: midnight begins another, in the midst of a batch too", async () => {
    const premises = newPremises();
    const midnightMs = Date.parse("2020-07-02T00:00:00.000+09:00");
    await running(
      premises,
      midnightMs - 5 * second,
      Effect.gen(function* () {
        yield* verified;
        yield* agreeAndVerify(ben);
        const { perform, keys } = yield* Issuer;
        const asked = yield* stamped({ kind: "issue", phone: ann });
        const stamps = [-2, -1, 0, 1].map((ms) => midnightMs + ms);
        const replies = yield* perform(
          stamps.map((receivedAtMs, place) => ({
            ...asked,
            phone: place % 2 === 0 ? ann : ben,
            receivedAtMs,
          })),
        );
        const passes = replies.map(({ pass }) => present(pass));
        const epochs = passes.map((bytes) => present(premises.custodian.depositOf(bytes.subarray(2, 10))));
        expect(epochs.map(({ day }) => day)).toEqual(
          [-1, -1, 0, 0].map((days) => seoulDay(midnightMs) + days),
        );
        expect(new Set(epochs).size).toBe(2);
        expect(passes.map((bytes) => Number.parseInt(toHex(bytes.subarray(12, 18)), 16))).toEqual(stamps);
        for (const [place, bytes] of passes.entries()) {
          const { day, passKey } = present(epochs[place]);
          const pass = decoded(bytes);
          const key = present(importVerifyingKey(passKey));
          expect(verifyOne({ key, purpose: "pass", message: pass.signed, signature: pass.signature })).toBe(
            true,
          );
          const handles = present(yield* keys.handleOf(day, midnightMs));
          const alias = openHandle(handles, present(yield* handleOf(premises, pass)));
          expect(yield* (yield* Aliases).accountOf(day, alias)).toBe((place % 2) + 1);
        }
      }),
    );
  });

  it("ends with its process", async () => {
    const premises = newPremises();
    const before = await running(premises, noonMs, Effect.andThen(verified, epochNow));
    const after = await running(premises, noonMs, epochNow);
    expect(after).not.toBe(before);
    expect(premises.custodian.epochs()).toHaveLength(2);
  });

  it("forgets its secret when its minute is over, with nobody asking", () =>
    Effect.runPromise(
      Effect.gen(function* () {
        yield* TestClock.setTime(noonMs);
        const premises = newPremises();
        const keys = yield* Effect.promise(() =>
          running(
            premises,
            noonMs,
            Effect.map(Issuer, (issuer) => issuer.keys),
          ),
        );
        const configuration = {
          issuer: issuerNumber,
          version: passVersions.deployed,
          roster: unchanging(authority.roster),
          custodianKey: premises.custodian.signing.verifyingKey,
          custodianLog: premises.custodian.log.pinned,
        };
        const { ofDay } = keys;
        const passes = { ...keys, ofDay: () => ofDay(seoulDay(noonMs)) };
        const epochs = yield* makeEpochs(configuration, passes, policyNumbers(defaultPolicy), {
          handOver: (deposits, atMs) =>
            Effect.asVoid(
              premises.custodian.port.deposit(
                deposits.map(({ bytes }) => bytes),
                atMs,
              ),
            ),
        });
        const epoch = epochs.at(noonMs);
        const secret = present(epoch.secret);
        yield* epochs.deposit(noonMs);
        yield* TestClock.adjust(minute - 1);
        expect(epoch.secret).toBeDefined();
        yield* TestClock.adjust(1);
        expect(epoch.secret).toBeUndefined();
        expect(secret.every((byte) => byte === 0)).toBe(true);
        expect(epochs.at(noonMs + minute - 1)).not.toBe(epoch);
      }).pipe(Effect.scoped, Effect.provide(TestClock.layer({ warningDelay: "1 hour" }))),
    ));

  it("is with the custodian before its first pass is answered", async () => {
    const premises = newPremises();
    const reached = Deferred.makeUnsafe<boolean>();
    const taken = Deferred.makeUnsafe<boolean>();
    const slow = CustodianPort.of({
      ...premises.custodian.port,
      deposit: (deposits, atMs) =>
        Effect.andThen(
          Deferred.succeed(reached, true),
          Effect.andThen(Deferred.await(taken), premises.custodian.port.deposit(deposits, atMs)),
        ),
    });
    await running(
      { ...premises, custodian: { ...premises.custodian, port: slow } },
      noonMs,
      Effect.gen(function* () {
        yield* verified;
        yield* agreeAndVerify(ben);
        const first = yield* Effect.forkChild(getPass(ann));
        yield* Deferred.await(reached);
        // Another of the same moment waits with it, and is not answered under what is not deposited.
        const { perform } = yield* Issuer;
        const second = yield* Effect.forkChild(perform([yield* stamped({ kind: "issue", phone: ben })]));
        for (let turn = 0; turn < 50; turn += 1) yield* Effect.yieldNow;
        expect(first.pollUnsafe()).toBeUndefined();
        expect(second.pollUnsafe()).toBeUndefined();
        expect(premises.custodian.epochs()).toEqual([]);
        yield* Deferred.succeed(taken, true);
        const { epochId } = yield* Fiber.join(first);
        yield* Fiber.join(second);
        expect(premises.custodian.epochs().map((deposit) => toHex(deposit.epochId))).toEqual([
          toHex(epochId),
        ]);
      }),
    );
  });
});

describe("a custodian that does not take an epoch", () => {
  it("stops passes, and nothing of the epoch is shown afterwards", async () => {
    const premises = newPremises();
    await running(
      premises,
      noonMs,
      Effect.gen(function* () {
        yield* verified;
        premises.custodian.become("refuses");
        const { perform } = yield* Issuer;
        expect(yield* Effect.flip(reply({ kind: "issue", phone: ann }))).toMatchObject({
          code: "store-unavailable",
        });
        const replies = yield* perform([
          yield* stamped({ kind: "agree", phone: ben, noticeVersion: 1 }),
          yield* stamped({ kind: "issue", phone: ann }),
        ]);
        expect(replies.map(outcomeOf)).toEqual(["consent.recorded", ""]);
        expect(replies.map(({ pass, unavailable }) => [pass, unavailable?.code])).toEqual([
          [undefined, undefined],
          [undefined, "store-unavailable"],
        ]);
        expect(yield* agree(ben)).toBe("consent.recorded");
        premises.custodian.become("takes");
        const pass = yield* getPass(ann);
        expect(premises.custodian.depositOf(pass.epochId)).toBeDefined();
        expect(yield* handleOf(premises, pass)).toBeDefined();
      }),
      { policy },
    );
  });
});

it("no number of an epoch is used twice, and an epoch that is full is followed by another (C13)", async () => {
  const premises = newPremises();
  const small = { ...policy, constants: { ...policy.constants, epochPasses: 50, passesPerMinute: 1_000 } };
  await running(
    premises,
    noonMs,
    Effect.gen(function* () {
      yield* verified;
      const { perform } = yield* Issuer;
      const asked = yield* stamped({ kind: "issue", phone: ann });
      const names: string[] = [];
      for (let batch = 0; batch < 6; batch += 1)
        for (const { pass } of yield* perform(Array.from({ length: 40 }, () => asked)))
          names.push(toHex(present(pass).subarray(2, 12)));
      expect(new Set(names).size).toBe(240);
      expect(premises.custodian.epochs()).toHaveLength(5);
      const byEpoch = Map.groupBy(names, (name) => name.slice(0, 16));
      expect([...byEpoch.values()].map((list) => list.length)).toEqual([50, 50, 50, 50, 40]);
    }),
    { policy: small },
  );
});

it("shares are split so that as many officers are needed as the policy says", async () => {
  const premises = newPremises();
  const three = { ...policy, constants: { ...policy.constants, officersRequired: 3 } };
  await running(
    premises,
    noonMs,
    Effect.gen(function* () {
      const { answer, keys } = yield* Issuer;
      yield* verified;
      const records = [recordOf(yield* getPass(ann))];
      const release = releaseOf(premises, noonMs, records, { officers: [1, 2, 3] });
      const join = (officers: readonly number[]) =>
        Effect.promise(() => joinOf(premises, keys.sealing.publicKey, release, records, officers));
      expect(yield* Effect.flip(answer(yield* join([1, 2])))).toMatchObject({ code: "officers-too-few" });
      expect(yield* answer(yield* join([1, 2, 3]))).toMatchObject({ people: 1 });
    }),
    { policy: three },
  );
});
