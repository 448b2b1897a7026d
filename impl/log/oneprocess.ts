// Logs and witnesses of several parties in one process: each party's log over its own store, cosigned by all the others, with
// the same checks and no network. The house and tests use it; over a network each party does the same with clients instead.
// It makes no exception from anything: too few parties, and there is no proof.
import { Context, Effect, Record } from "effect";
import type { StoreUnavailable } from "../store/unavailable.ts";
import { Store, type StoreService } from "../store/store.ts";
import { Vault } from "../store/vault.ts";
import { makeKeptLog } from "./keptlog.ts";
import { openLogKeys, pinnedLogKey, pinnedWitnessKey, type LogKeys } from "./logkeys.ts";
import type { PinnedLog } from "./logproof.ts";
import type { TransparencyLog } from "./transparencylog.ts";
import { makeLogWitness, type LogWitness } from "./witness.ts";
import { WitnessAway, type WitnessPort } from "./witnesses.ts";

/** What a party keeps its log and its keys in. */
export type PartyRooms = Context.Context<Store | Vault>;

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

interface Equipped {
  readonly keys: LogKeys;
  readonly store: StoreService;
  readonly witness: LogWitness["Service"];
}

const equip = Effect.fnUntraced(function* (
  rooms: PartyRooms,
  keys: LogKeys,
  others: readonly LogKeys[],
): Effect.fn.Return<Equipped, StoreUnavailable> {
  const store = Context.get(rooms, Store);
  const options = { name: keys.name, key: keys.witness, logs: others.map(pinnedLogKey) };
  return { keys, store, witness: yield* Effect.provideService(makeLogWitness(options), Store, store) };
});

const logOf = Effect.fnUntraced(function* (
  { keys, store, witness }: Equipped,
  others: readonly Equipped[],
  witnessesRequired: number,
): Effect.fn.Return<PartyLog, StoreUnavailable> {
  const options = {
    origin: keys.name,
    key: keys.log,
    witnesses: others.map((other) => witnessInProcess(other.witness)),
    witnessesRequired,
  };
  return {
    log: yield* Effect.provideService(makeKeptLog(options), Store, store),
    witness,
    pinned: { log: pinnedLogKey(keys), witnesses: others.map((other) => pinnedWitnessKey(other.keys)) },
  };
});

const othersThan = <Party extends string, Kept>(all: Readonly<Record<Party, Kept>>, party: Party) =>
  Record.toEntries(all).flatMap(([name, kept]) => (name === party ? [] : [kept]));

/** Makes something for each party, one after the other, under the party's own name. */
const eachParty = <Party extends string, From, To, E>(
  from: Readonly<Record<Party, From>>,
  make: (value: From, party: Party) => Effect.Effect<To, E>,
): Effect.Effect<Readonly<Record<Party, To>>, E> => {
  const made = new Map<Party, To>();
  return Effect.forEach(
    Record.toEntries(from),
    ([party, value]) => Effect.map(make(value, party), (one) => void made.set(party, one)),
    { discard: true },
  ).pipe(
    Effect.map(() =>
      Record.map(from, (_, party) => {
        const one = made.get(party);
        if (one === undefined) throw new Error(`nothing was made for ${party}`);
        return one;
      }),
    ),
  );
};

/** The log and witness of each party: `custodian`, `issuer-1`, `authority`, `board`, each by its rooms. */
export const openLogs = Effect.fnUntraced(function* <Party extends string>(
  parties: Readonly<Record<Party, PartyRooms>>,
  witnessesRequired: number,
): Effect.fn.Return<Readonly<Record<Party, PartyLog>>, StoreUnavailable> {
  const keys = yield* eachParty(parties, (rooms, party) => openLogKeys(Context.get(rooms, Vault), party));
  const equipped = yield* eachParty(parties, (rooms, party) =>
    equip(rooms, keys[party], othersThan(keys, party)),
  );
  return yield* eachParty(equipped, (one, party) =>
    logOf(one, othersThan(equipped, party), witnessesRequired),
  );
});
