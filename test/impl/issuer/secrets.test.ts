// What an issuer lets go of in memory: the secrets of epochs that are followed by others, given up or stopped, the keys of days that are over,
// and messages that were read. What is forgotten early is never needed again; what is not forgotten would be found by whoever looks.
import { Effect, type Scope } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import { defaultPolicy } from "../../../models/policy.ts";
import { policyNumbers } from "../../../impl/generated/policy.ts";
import { makeEpochs, type Epochs } from "../../../impl/issuer/epochs.ts";
import { Issuer } from "../../../impl/issuer/issuer.ts";
import type { IssuerKeys } from "../../../impl/issuer/keys.ts";
import { makeRewriting } from "../../../impl/issuer/rewriting.ts";
import { SmsGateway, SmsOutbox, smsOutboxLayer } from "../../../impl/issuer/smsgateway.ts";
import { passVersions } from "../../../impl/protocol/pass.ts";
import { seoulDay } from "../../../impl/protocol/seoulday.ts";
import { Store } from "../../../impl/store/store.ts";
import { StoreUnavailable } from "../../../impl/store/unavailable.ts";
import { Vault } from "../../../impl/store/vault.ts";
import { agreeAndVerify, ann, getPass } from "./people.ts";
import { unchanging } from "../roster/unchanging.ts";
import {
  authority,
  day,
  issuerNumber,
  minute,
  newPremises,
  noonMs,
  running,
  type Inside,
} from "./premises.ts";

const today = seoulDay(noonMs);

/** The epochs of an issuer whose vault stays open around them. */
const withEpochs = (use: (epochs: Epochs) => Effect.Effect<void, StoreUnavailable, Scope.Scope>) => {
  const premises = newPremises();
  const { custodian } = premises;
  const configuration = {
    issuer: issuerNumber,
    version: passVersions.deployed,
    roster: unchanging(authority.roster),
    custodianKey: custodian.signing.verifyingKey,
    custodianLog: custodian.log.pinned,
  };
  return running(
    premises,
    noonMs,
    Effect.gen(function* () {
      const { keys } = yield* Issuer;
      const epochs = yield* makeEpochs(configuration, keys, policyNumbers(defaultPolicy), {
        handOver: (deposits, atMs) =>
          Effect.asVoid(
            custodian.port.deposit(
              deposits.map(({ bytes }) => bytes),
              atMs,
            ),
          ),
      });
      yield* use(epochs);
    }).pipe(Effect.scoped),
  );
};

describe("the secret of an epoch", () => {
  it("goes as soon as another epoch follows, and stays while it waits for its deposit", () =>
    withEpochs((epochs) =>
      Effect.gen(function* () {
        const first = epochs.at(noonMs);
        yield* epochs.deposit(noonMs);
        const second = epochs.at(noonMs + minute);
        expect(first.secret).toBeUndefined();
        const third = epochs.at(noonMs + 2 * minute);
        expect([second.secret, third.secret]).not.toContain(undefined);
        yield* epochs.deposit(noonMs + 2 * minute);
        expect(second.secret).toBeUndefined();
        expect(third.secret).toBeDefined();
      }),
    ));

  it("is not used for a time before its epoch began", () =>
    withEpochs((epochs) =>
      Effect.sync(() => {
        const first = epochs.at(noonMs);
        expect(epochs.at(noonMs)).toBe(first);
        expect(epochs.at(noonMs - 1)).not.toBe(first);
      }),
    ));

  it("goes with all others when something failed, deposited or not", () =>
    withEpochs((epochs) =>
      Effect.gen(function* () {
        const deposited = epochs.at(noonMs);
        yield* epochs.deposit(noonMs);
        epochs.forget();
        expect(deposited.secret).toBeUndefined();
        const waiting = [epochs.at(noonMs), epochs.at(noonMs + minute)];
        epochs.forget();
        expect(waiting.map(({ secret }) => secret)).toEqual([undefined, undefined]);
        expect(waiting).not.toContain(epochs.at(noonMs + minute));
      }),
    ));

  it("goes when the process stops", async () => {
    const opened: { readonly secret: Uint8Array | undefined }[] = [];
    await withEpochs((epochs) => Effect.sync(() => void opened.push(epochs.at(noonMs))));
    expect(opened.map(({ secret }) => secret)).toEqual([undefined]);
  });
});

describe("the keys of a day", () => {
  const asked = (use: (keys: IssuerKeys) => Effect.Effect<void, StoreUnavailable, Inside>) =>
    running(
      newPremises(),
      noonMs,
      Effect.flatMap(Issuer, ({ keys }) => use(keys)),
    );

  it("leave memory when the next day begins, so that the vault alone has them", () =>
    asked((keys) =>
      Effect.gen(function* () {
        const first = yield* keys.ofDay(today);
        expect(yield* keys.ofDay(today)).toBe(first);
        yield* keys.ofDay(today + 1);
        yield* (yield* Vault).erase(`passes-${today}`);
        const again = yield* keys.ofDay(today);
        expect(again.passes.publicKey).not.toEqual(first.passes.publicKey);
      }),
    ));

  it("leave memory with the sweep that ends the day", () =>
    asked((keys) =>
      Effect.gen(function* () {
        const { announceLevel, sweep } = yield* Issuer;
        yield* Effect.orDie(announceLevel("serious"));
        yield* Effect.orDie(Effect.andThen(agreeAndVerify(ann), getPass(ann)));
        const first = yield* keys.ofDay(today);
        yield* TestClock.setTime(noonMs + 28 * day);
        expect((yield* sweep).days).toEqual([today]);
        expect(yield* keys.ofDay(today)).not.toBe(first);
      }),
    ));
});

it("an SMS is read once, and an outbox that nobody reads forgets the oldest", () =>
  Effect.runPromise(
    Effect.gen(function* () {
      const { send } = yield* SmsGateway;
      const { read } = yield* SmsOutbox;
      yield* send([{ kind: "code", phone: "1", code: "111111" }]);
      expect([yield* read("1"), yield* read("1")]).toEqual(["111111", undefined]);
      yield* send(
        Array.from(
          { length: 100_000 },
          (_, index) => ({ kind: "code", phone: `a${index}`, code: "000000" }) as const,
        ),
      );
      yield* send([{ kind: "code", phone: "last", code: "999999" }]);
      expect([yield* read("a0"), yield* read("a1"), yield* read("last")]).toEqual([
        undefined,
        "000000",
        "999999",
      ]);
    }).pipe(Effect.provide(smsOutboxLayer())),
  ));

describe("rewriting the file", () => {
  /** A store that says how large it is, and fails to rewrite as often as it is told. */
  const rewritten = (bytes: number, failures: number) =>
    Effect.gen(function* () {
      const store = yield* Store;
      const done: string[] = [];
      let left = failures;
      const rewriting = makeRewriting({
        ...store,
        values: () => Effect.succeed([[bytes]]),
        rewrite: Effect.suspend(() => {
          left -= 1;
          if (left >= 0) return Effect.fail(new StoreUnavailable({ reason: "busy", detail: "rewriting" }));
          done.push("rewritten");
          return Effect.void;
        }),
      });
      return { rewriting, done };
    });

  it("is tried again when it failed, and then not before another account ends", () =>
    running(
      newPremises(),
      noonMs,
      Effect.gen(function* () {
        const { rewriting, done } = yield* rewritten(1, 1);
        expect(yield* Effect.flip(rewriting.carryOut(noonMs))).toMatchObject({ reason: "busy" });
        for (const _ of [1, 2]) yield* rewriting.carryOut(noonMs);
        expect(done).toEqual(["rewritten"]);
        rewriting.needed();
        yield* rewriting.carryOut(noonMs);
        expect(done).toHaveLength(2);
      }),
    ));

  it("comes once a day for a store of more than a megabyte, and each time for one of a megabyte", () =>
    running(
      newPremises(),
      noonMs,
      Effect.gen(function* () {
        for (const [bytes, times] of [
          [1_048_576, [1, 2, 3]],
          [1_048_577, [1, 1, 2]],
        ] as const) {
          const { rewriting, done } = yield* rewritten(bytes, 0);
          const counts: number[] = [];
          for (const atMs of [noonMs, noonMs + minute, noonMs + day]) {
            rewriting.needed();
            yield* rewriting.carryOut(atMs);
            counts.push(done.length);
          }
          expect(counts).toEqual(times);
        }
      }),
    ));
});
