// A party's log and witness over a network: its own keys out of its vault, the other parties pinned by their cards, and each of
// them asked to cosign over mutual TLS. Every logging party's main opens one; the board opens a witness alone.
// It waits for nobody: a party that starts later is asked when there is something to cosign.
import { Effect, Layer, type Scope } from "effect";
import { policyNumbers } from "../generated/policy.ts";
import { PolicyInForce } from "../lifecycle/desk.ts";
import type { Card } from "../protocol/card.ts";
import type { Peer } from "../protocol/remote/peerclient.ts";
import { remoteWitness } from "../protocol/remote/witness.ts";
import { Vault } from "../store/vault.ts";
import type { Store } from "../store/store.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import { makeKeptLog } from "./keptlog.ts";
import { openLogKeys, type LogKeys } from "./logkeys.ts";
import { logOfCard, witnessOfCard } from "./pinning.ts";
import { publishingByItself } from "./publishing.ts";
import { TransparencyLog } from "./transparencylog.ts";
import { LogWitness, makeLogWitness } from "./witness.ts";

/** What it needs to know of the party and its surroundings: a part of every party's frame. */
export interface LoggingFrame<E> {
  /** On its card. */
  readonly name: string;
  readonly cards: readonly Card[];
  readonly peer: (
    card: Card,
    options: { readonly answerWithinMs: number },
  ) => Effect.Effect<Peer, E, Scope.Scope>;
}

const answerWithinMs = 5_000;

/** The two public keys that a logging party puts on its card. */
export const logCardKeys = Effect.fnUntraced(function* (
  name: string,
): Effect.fn.Return<Readonly<Record<"log" | "cosigner", Uint8Array>>, StoreUnavailable, Vault> {
  const keys = yield* openLogKeys(yield* Vault, name);
  return { log: keys.log.publicKey, cosigner: keys.witness.publicKey };
});

/** The public key that a mere witness puts on its card. */
export const witnessCardKeys = Effect.fnUntraced(function* (
  name: string,
): Effect.fn.Return<Readonly<Record<"cosigner", Uint8Array>>, StoreUnavailable, Vault> {
  const keys = yield* openLogKeys(yield* Vault, name);
  return { cosigner: keys.witness.publicKey };
});

const others = ({ name, cards }: Pick<LoggingFrame<never>, "name" | "cards">): readonly Card[] =>
  cards.filter((card) => card.name !== name);

const openWitness = (keys: LogKeys, cards: readonly Card[]) =>
  makeLogWitness({
    name: keys.name,
    key: keys.witness,
    logs: cards.flatMap((card) => logOfCard(card) ?? []),
  });

/** A witness alone, for the board. */
export const openPartyWitness = Effect.fnUntraced(function* <E>(
  frame: LoggingFrame<E>,
): Effect.fn.Return<LogWitness["Service"], StoreUnavailable, Store | Vault> {
  return yield* openWitness(yield* openLogKeys(yield* Vault, frame.name), others(frame));
});

export interface PartyLogServices {
  readonly log: TransparencyLog["Service"];
  readonly witness: LogWitness["Service"];
  /** Both, for the handlers. */
  readonly layer: Layer.Layer<TransparencyLog | LogWitness>;
}

/** The log of a party with all the others as witnesses, and the party as theirs. */
export const openPartyLog = Effect.fnUntraced(function* <E>(
  frame: LoggingFrame<E>,
): Effect.fn.Return<PartyLogServices, E | StoreUnavailable, Store | Vault | Scope.Scope> {
  const keys = yield* openLogKeys(yield* Vault, frame.name);
  const { witnessesRequired } = policyNumbers(yield* PolicyInForce);
  const witnesses = yield* Effect.forEach(
    others(frame).flatMap((card) => {
      const pinned = witnessOfCard(card);
      return pinned === undefined ? [] : [{ card, pinned }];
    }),
    ({ card, pinned }) =>
      Effect.map(frame.peer(card, { answerWithinMs }), (peer) => remoteWitness(peer, pinned)),
  );
  const log = yield* makeKeptLog({ origin: keys.name, key: keys.log, witnesses, witnessesRequired });
  const witness = yield* openWitness(keys, others(frame));
  yield* publishingByItself(log);
  return {
    log,
    witness,
    layer: Layer.merge(Layer.succeed(TransparencyLog, log), Layer.succeed(LogWitness, witness)),
  };
});
