// Logs and witnesses of several parties in one process: each party's log over its own store, cosigned by all the others, with
// the same checks and no network. The house and tests use it; over a network each party does the same with clients instead.
// It makes no exception from anything: too few parties, and there is no proof.
import { Context, Effect } from "effect";
import type { StoreUnavailable } from "../store/unavailable.ts";
import { Store } from "../store/store.ts";
import { Vault } from "../store/vault.ts";
import { makeKeptLog } from "./keptlog.ts";
import { openLogKeys, pinnedLogKey, pinnedWitnessKey } from "./logkeys.ts";
import type { PinnedLog } from "./logproof.ts";
import type { TransparencyLog } from "./transparencylog.ts";
import { makeLogWitness, type LogWitness } from "./witness.ts";
import { WitnessAway, type WitnessPort } from "./witnesses.ts";

export interface LoggingParty {
  /** `custodian`, `issuer-1`, `authority`, `board`. */
  readonly party: string;
  readonly rooms: Context.Context<Store | Vault>;
}

export interface PartyLog {
  readonly log: TransparencyLog["Service"];
  readonly witness: LogWitness["Service"];
  /** What the others pin to check this party's proofs. */
  readonly pinned: PinnedLog;
}

/** The other party's witness service as this party asks it. */
export const witnessInProcess = ({ pinned, addCheckpoint }: LogWitness["Service"]): WitnessPort => ({
  pinned,
  addCheckpoint: (body) =>
    Effect.mapError(addCheckpoint(body), ({ message }) => new WitnessAway({ detail: message })),
});

/** The log and witness of each party, in the order given. */
export const openLogs = Effect.fnUntraced(function* (
  parties: readonly LoggingParty[],
  witnessesRequired: number,
): Effect.fn.Return<readonly PartyLog[], StoreUnavailable> {
  const keyed = yield* Effect.forEach(parties, (party) =>
    Effect.map(openLogKeys(Context.get(party.rooms, Vault), party.party), (keys) => ({ ...party, keys })),
  );
  const witnessed = yield* Effect.forEach(keyed, (party) =>
    Effect.map(
      makeLogWitness({
        name: party.keys.name,
        key: party.keys.witness,
        logs: keyed.filter((other) => other !== party).map(({ keys }) => pinnedLogKey(keys)),
      }).pipe(Effect.provideService(Store, Context.get(party.rooms, Store))),
      (witness) => ({ ...party, witness }),
    ),
  );
  return yield* Effect.forEach(witnessed, (party) => {
    const others = witnessed.filter((other) => other !== party);
    return makeKeptLog({
      origin: party.keys.name,
      key: party.keys.log,
      witnesses: others.map(({ witness }) => witnessInProcess(witness)),
      witnessesRequired,
    }).pipe(
      Effect.provideService(Store, Context.get(party.rooms, Store)),
      Effect.map((log) => ({
        log,
        witness: party.witness,
        pinned: {
          log: pinnedLogKey(party.keys),
          witnesses: others.map(({ keys }) => pinnedWitnessKey(keys)),
        },
      })),
    );
  });
});
