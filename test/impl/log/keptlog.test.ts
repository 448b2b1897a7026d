// Logs of four parties over real stores: appended in the caller's transaction and standing or falling with it, proved to a stranger who
// pinned only the keys, going on after a restart from what the store holds, and giving no proof while too few others cosign.
import { Context, Effect, Fiber, Result } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import { makeKeptLog } from "../../../impl/log/keptlog.ts";
import { openLogKeys } from "../../../impl/log/logkeys.ts";
import { checkProof } from "../../../impl/log/logproof.ts";
import { witnessInProcess } from "../../../impl/log/oneprocess.ts";
import { WitnessAway, type WitnessPort } from "../../../impl/log/witnesses.ts";
import { encodeEntry } from "../../../impl/protocol/logentries.ts";
import { Store } from "../../../impl/store/store.ts";
import { Vault } from "../../../impl/store/vault.ts";
import { freshFolder } from "../store/freshfolder.ts";
import { appendDays, erasedDay, sizeOf, withParties, type Parties } from "./parties.ts";

const shown = ({ logs }: Parties, index: number) =>
  Effect.map(logs.custodian.log.proofOf(index), (proof) => checkProof(proof, logs.custodian.pinned));

describe("an appended entry", () => {
  it("is shown, with all three others as cosigners, to whoever pinned the keys", () =>
    withParties(freshFolder(), (parties) =>
      Effect.gen(function* () {
        expect(yield* appendDays(parties, 0, 3)).toEqual([0, 1, 2]);
        expect(yield* shown(parties, 1)).toEqual({
          ok: true,
          value: {
            entry: encodeEntry(erasedDay(1)),
            index: 1,
            size: 3,
            cosigners: ["entrylog/issuer-1", "entrylog/authority", "entrylog/board"],
          },
        });
      }),
    ));

  it("is shown at every place of every size up to 70, one checkpoint after the other", () =>
    withParties(freshFolder(), (parties) =>
      Effect.gen(function* () {
        for (let size = 1; size <= 70; size += 3) {
          yield* appendDays(parties, size - 1, Math.min(size + 2, 70));
          for (const index of [0, Math.floor(size / 2), size - 1]) {
            const checked = yield* shown(parties, index);
            expect(checked.ok && checked.value.cosigners.length).toBe(3);
            expect(checked.ok && checked.value.entry).toEqual(encodeEntry(erasedDay(index)));
          }
        }
      }),
    ));

  it("is gone with the transaction that failed, and its place is the next one's", () =>
    withParties(freshFolder(), (parties) =>
      Effect.gen(function* () {
        const store = Context.get(parties.rooms.custodian, Store);
        yield* appendDays(parties, 0, 1);
        const failed = yield* Effect.result(
          store.transaction(
            Effect.andThen(parties.logs.custodian.log.append(erasedDay(7)), Effect.fail("undone" as const)),
          ),
        );
        expect(Result.isFailure(failed)).toBe(true);
        expect(yield* appendDays(parties, 1, 2)).toEqual([1]);
        const checked = yield* shown(parties, 1);
        expect(checked.ok && checked.value.entry).toEqual(encodeEntry(erasedDay(1)));
        expect(checked.ok && checked.value.size).toBe(2);
      }),
    ));

  it("is still there after a restart, and the log goes on behind it", async () => {
    const folder = freshFolder();
    await withParties(folder, (parties) => Effect.asVoid(appendDays(parties, 0, 5)));
    await withParties(folder, (parties) =>
      Effect.gen(function* () {
        expect(yield* appendDays(parties, 5, 6)).toEqual([5]);
        expect(yield* shown(parties, 2)).toMatchObject({ ok: true, value: { size: 6 } });
      }),
    );
  });
});

describe("the checkpoint that everybody reads", () => {
  it("is of the empty log before anything was cosigned, and of what was cosigned afterwards", () =>
    withParties(freshFolder(), (parties) =>
      Effect.gen(function* () {
        const { log } = parties.logs.custodian;
        expect(sizeOf(yield* log.reading.checkpoint)).toBe(0);
        yield* appendDays(parties, 0, 2);
        expect(sizeOf(yield* log.reading.checkpoint)).toBe(0);
        yield* log.publish;
        expect(sizeOf(yield* log.reading.checkpoint)).toBe(2);
        yield* appendDays(parties, 2, 4);
        yield* log.publish;
        expect((yield* log.reading.checkpointsAfter(0)).map(sizeOf)).toEqual([2, 4]);
        expect((yield* log.reading.checkpointsAfter(2)).map(sizeOf)).toEqual([4]);
      }),
    ));

  it("is not made anew for entries that it covers already", () =>
    withParties(freshFolder(), (parties) =>
      Effect.gen(function* () {
        yield* appendDays(parties, 0, 2);
        const first = yield* parties.logs.custodian.log.proofOf(0);
        const second = yield* parties.logs.custodian.log.proofOf(1);
        expect(second.checkpoint).toBe(first.checkpoint);
      }),
    ));
});

describe("tiles", () => {
  it("hold the hashes and the entries of what was published, and nothing beyond", () =>
    withParties(freshFolder(), (parties) =>
      Effect.gen(function* () {
        const { reading, publish } = parties.logs.custodian.log;
        yield* appendDays(parties, 0, 300);
        expect(yield* reading.tile(0, 0, 256)).toBeUndefined();
        yield* publish;
        expect((yield* reading.tile(0, 0, 256))?.length).toBe(8_192);
        expect((yield* reading.tile(0, 1, 44))?.length).toBe(44 * 32);
        expect((yield* reading.tile(1, 0, 1))?.length).toBe(32);
        expect(yield* reading.tile(0, 1, 45)).toBeUndefined();
        expect(yield* reading.tile(1, 0, 2)).toBeUndefined();
        expect(yield* reading.tile(2, 0, 1)).toBeUndefined();
        const bundle = yield* reading.entries(1, 44);
        const first = encodeEntry(erasedDay(256));
        expect(bundle?.subarray(0, 2)).toEqual(Uint8Array.of(0, first.length));
        expect(bundle?.subarray(2, 2 + first.length)).toEqual(first);
        expect(yield* reading.entries(1, 45)).toBeUndefined();
      }),
    ));
});

describe("witnesses that are away", () => {
  /** The custodian's log with only these of its witnesses reachable. */
  const logWith = (parties: Parties, witnesses: readonly WitnessPort[]) =>
    Effect.flatMap(openLogKeys(Context.get(parties.rooms.custodian, Vault), "custodian"), (keys) =>
      makeKeptLog({ origin: keys.name, key: keys.log, witnesses, witnessesRequired: 2 }),
    ).pipe(Effect.provideService(Store, Context.get(parties.rooms.custodian, Store)));

  const present = (parties: Parties) =>
    (["issuer-1", "authority", "board"] as const).map((party) =>
      witnessInProcess(parties.logs[party].witness),
    );
  const away = (witness: WitnessPort): WitnessPort => ({
    ...witness,
    addCheckpoint: () => Effect.fail(new WitnessAway({ detail: "no connection" })),
  });
  const lying = (witness: WitnessPort, other: WitnessPort): WitnessPort => ({
    ...other,
    pinned: witness.pinned,
  });

  it("leave enough others, and do not hold them up", () =>
    withParties(freshFolder(), (parties) =>
      Effect.gen(function* () {
        const [issuer, authority, board] = present(parties);
        if (issuer === undefined || authority === undefined || board === undefined) return;
        const log = yield* logWith(parties, [away(issuer), authority, board]);
        const proof = yield* Effect.andThen(log.append(erasedDay(1)), log.proofOf(0));
        expect(checkProof(proof, parties.logs.custodian.pinned)).toMatchObject({
          ok: true,
          value: { cosigners: ["entrylog/authority", "entrylog/board"] },
        });
      }),
    ));

  it("leave too few others: there is no proof, it says who said what, and the entry waits", () =>
    withParties(freshFolder(), (parties) =>
      Effect.gen(function* () {
        const [issuer, authority, board] = present(parties);
        if (issuer === undefined || authority === undefined || board === undefined) return;
        const log = yield* logWith(parties, [away(issuer), lying(authority, board), board]);
        yield* log.append(erasedDay(1));
        const failed = yield* Effect.flip(log.proofOf(0));
        expect(failed).toMatchObject({
          _tag: "ProofUnavailable",
          code: "proof-unavailable",
          cosigners: 1,
          required: 2,
          detail: "entrylog/issuer-1: no connection; entrylog/authority: its cosignature does not verify",
        });
        expect(sizeOf(yield* log.reading.checkpoint)).toBe(0);
        const later = yield* logWith(parties, [issuer, authority, board]);
        expect(checkProof(yield* later.proofOf(0), parties.logs.custodian.pinned).ok).toBe(true);
      }),
    ));

  it("one that never answers is not waited for when the others have", () =>
    withParties(freshFolder(), (parties) =>
      Effect.gen(function* () {
        const [issuer, authority, board] = present(parties);
        if (issuer === undefined || authority === undefined || board === undefined) return;
        const silent = { ...issuer, addCheckpoint: () => Effect.never };
        const log = yield* logWith(parties, [silent, authority, board]);
        yield* log.append(erasedDay(1));
        const asked = yield* Effect.forkChild(log.proofOf(0));
        // A millisecond at a time, so that a store across a network has time to answer long before the silent one is given up.
        const step = Effect.andThen(TestClock.withLive(Effect.sleep(2)), TestClock.adjust(1));
        const proof = yield* Effect.raceFirst(Fiber.join(asked), Effect.forever(step));
        expect(checkProof(proof, parties.logs.custodian.pinned).ok).toBe(true);
      }),
    ));
});
