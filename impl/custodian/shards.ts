/**
 * Check-in shared by several processes of one custodian: all scans of an epoch are stored by one of them, whichever took them in.
 * Scans of one moment go there together, as a message that is never stored; the answer comes when they are on disk.
 * Which process that is only spares the store work: that a pass is stored once rests on the store alone (epochs.ts), so a process that
 * hears no answer stores the scans itself. It decides nothing, and believes nothing of a scan: whoever stores it checks its signatures.
 */
import { Cause, Clock, Effect, Layer, Schema, type Scope } from "effect";
import { Entity, Rpc, type Sharding } from "../cluster/effectcluster.ts";
import type { DeliveredScan } from "../protocol/contracts.ts";
import { epochOfScan } from "../protocol/scan.ts";
import { makeGroupCommit, type Overloaded } from "../store/groupcommit.ts";
import { detailOf, StoreUnavailable } from "../store/unavailable.ts";
import type { CustodianService } from "./custodian.ts";

const CheckIn = Entity.make("CheckIn", [
  Rpc.make("Record", {
    payload: {
      scans: Schema.Array(
        Schema.Struct({ bytes: Schema.Uint8Array, receivedAtMs: Schema.Int, late: Schema.Boolean }),
      ),
    },
    success: Schema.Array(Schema.Int),
    error: StoreUnavailable,
  }),
]);

/** Many more than processes, so that they share them evenly. */
const partitions = 128;
const scansAtOnce = 512;
const messagesAtOnce = 4;
/** Nobody at a door waits longer for a process that has died. */
const answeredWithin = "3 seconds";
/** After that it is not asked again for a while: by then another process has taken its epochs over. */
const leftInPeaceMs = 10_000;

type Scans = readonly DeliveredScan[];
type Stored = Effect.Effect<readonly number[], StoreUnavailable>;

/** An epoch's id is random: its first byte will do. What is no scan may be refused anywhere. */
const partitionOf = (bytes: Uint8Array): number => (epochOfScan(bytes)?.[0] ?? 0) % partitions;

const overloaded = ({ sentence }: Overloaded) =>
  Effect.fail(new StoreUnavailable({ reason: "too-many-waiting", detail: sentence }));

/** Stores what came in one message together, with what came in others meanwhile; a message may come twice. */
const storingHere = ({ record }: CustodianService) =>
  Effect.map(
    makeGroupCommit({
      batchMax: messagesAtOnce,
      perform: (messages: readonly Scans[]) =>
        Effect.map(record(messages.flat().map((scan) => ({ ...scan, perhapsAgain: true }))), (answers) => {
          let from = 0;
          return messages.map(({ length }) => Array.from(answers.subarray(from, (from += length))));
        }),
    }),
    ({ ask }) =>
      (scans: Scans): Stored =>
        Effect.catchTag(ask(scans), "Overloaded", overloaded),
  );

/** The custodian's `recordOne`, which lets the process store a scan that stores the others of its epoch. */
export const openShards = Effect.fnUntraced(function* (
  custodian: CustodianService,
): Effect.fn.Return<CustodianService["recordOne"], never, Scope.Scope | Sharding.Sharding> {
  const storeHere = yield* storingHere(custodian);
  yield* Layer.build(
    CheckIn.toLayer(CheckIn.of({ Record: ({ payload: { scans } }) => Rpc.fork(storeHere(scans)) })),
  );
  const clientOf = yield* CheckIn.client;

  let toldUntilMs = 0;
  /** Said once, however many epochs it is about. */
  const tell = (failure: unknown, nowMs: number) =>
    Effect.suspend(() => {
      if (!(nowMs >= toldUntilMs)) return Effect.void;
      toldUntilMs = nowMs + leftInPeaceMs;
      return Effect.logWarning(
        `Another process has not answered; what it would store is stored here for a while (${detailOf(failure)})`,
      );
    });

  const makeSending = (partition: number) => {
    const { Record } = clientOf(String(partition));
    let peaceUntilMs = 0;
    const unanswered = (cause: Cause.Cause<unknown>, scans: Scans): Stored => {
      const failure = Cause.squash(cause);
      if (failure instanceof StoreUnavailable) return Effect.fail(failure);
      return Effect.gen(function* () {
        const nowMs = yield* Clock.currentTimeMillis;
        peaceUntilMs = nowMs + leftInPeaceMs;
        yield* tell(failure, nowMs);
        return yield* storeHere(scans);
      });
    };
    return (scans: Scans): Stored =>
      Effect.flatMap(Clock.currentTimeMillis, (nowMs) =>
        // A clock that stepped back makes the peace no longer than it is.
        nowMs >= peaceUntilMs || !(nowMs + leftInPeaceMs >= peaceUntilMs)
          ? Record({ scans }).pipe(
              Effect.timeout(answeredWithin),
              Effect.catchCause((cause) => unanswered(cause, scans)),
            )
          : storeHere(scans),
      );
  };

  const gatherers = yield* Effect.forEach(Array.from({ length: partitions }).keys(), (partition) =>
    makeGroupCommit({ batchMax: scansAtOnce, perform: makeSending(partition) }),
  );
  return (scan) => gatherers[partitionOf(scan.bytes)]?.ask(scan) ?? custodian.recordOne(scan);
});
