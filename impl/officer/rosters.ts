// How officers change their own roster: one drafts the next from the one that stands, two who stand sign it, the keeper signs
// it with the key held elsewhere, and then every party that keeps a roster is told, each for itself. Until it takes force a
// standing officer may stop it. A roster on its way is one file, {"signed": "…"}, that people carry to each other.
import { Clock, Effect, Schema } from "effect";
import type { Card } from "../protocol/card.ts";
import { hexOf } from "../protocol/fields.ts";
import { Problem, problem } from "../protocol/http/problem.ts";
import type { Roster } from "../protocol/officers.ts";
import {
  decodeSignedRoster,
  encodeSignedRoster,
  signRosterAsKeeper,
  signRosterAsOfficer,
  stopRoster,
  type SignedRoster,
} from "../protocol/roster.ts";
import type { SigningKey } from "../protocol/ed25519.ts";
import { nextRoster } from "../roster/pinnedroster.ts";
import { peerOf, rosterOf, type Office, type OfficeFailure } from "./office.ts";

/** Who keeps a roster and is told of a change. */
const keepsRoster = ({ kind }: Card): boolean =>
  kind === "custodian" || kind === "issuer" || kind === "authority";

const withRosterOf = (card: Card, { identity }: Office) =>
  Effect.gen(function* () {
    const peer = yield* peerOf(card, identity);
    return { ask: peer.ask, rosters: yield* rosterOf(peer) };
  });

const read = (signed: Uint8Array): Effect.Effect<SignedRoster, ReturnType<typeof problem>> => {
  const decoded = decodeSignedRoster(signed);
  return decoded.ok ? Effect.succeed(decoded.value) : Effect.fail(problem("roster-unreadable"));
};

/** The roster at each party that keeps one, and what waits there. */
export const rostersAt = (office: Office) =>
  Effect.forEach(office.cards.filter(keepsRoster), (card) =>
    Effect.gen(function* () {
      const { ask, rosters } = yield* withRosterOf(card, office);
      const { standing, waiting } = yield* ask(rosters.read());
      return { party: card.name, standing: yield* read(standing.signed), waiting };
    }),
  );

/** An officer as a roster lists them, out of the card they carried here. */
const entryOf = ({ kind, number, tlsKey, keys }: Card): Roster => {
  const sealingKey = keys["sealing"];
  return kind !== "officer" || sealingKey === undefined
    ? []
    : [{ officer: number, sealingKey, signingKey: tlsKey }];
};

export interface RosterChange {
  readonly add: readonly Card[];
  readonly remove: readonly number[];
}

/** The roster that would follow the authority's standing one; nobody has signed it. */
export const draftChange = Effect.fnUntraced(function* (office: Office, { add, remove }: RosterChange) {
  const authority = office.cards.find(({ kind }) => kind === "authority");
  if (authority === undefined) return yield* problem("roster-unknown");
  const { ask, rosters } = yield* withRosterOf(authority, office);
  const standing = yield* read((yield* ask(rosters.read())).standing.signed);
  const staying = standing.document.officers.filter(({ officer }) => !remove.includes(officer));
  const officers = [...staying, ...add.flatMap(entryOf)];
  return encodeSignedRoster(nextRoster(standing, officers, yield* Clock.currentTimeMillis));
});

export const signChange = (signed: Uint8Array, { officer }: Office) =>
  Effect.map(read(signed), (roster) => encodeSignedRoster(signRosterAsOfficer(roster, officer)));

export const keepChange = (signed: Uint8Array, keeper: SigningKey) =>
  Effect.map(read(signed), (roster) => encodeSignedRoster(signRosterAsKeeper(roster, keeper)));

/** What a party answered, with its stable code and its words where it was not yes. */
const answerOf = <A>(step: Effect.Effect<A, OfficeFailure>) =>
  Effect.match(step, {
    onSuccess: (value) => ({ value, refused: null, says: null }),
    onFailure: (failure) => ({
      value: null,
      refused: failure.code,
      says: failure instanceof Problem ? `${failure.detail} ${failure.advice}` : failure.message,
    }),
  });

/** Tells every party that keeps a roster; answers when it takes force at each, or why it was not taken there. */
export const announceChange = (signed: Uint8Array, office: Office) =>
  Effect.forEach(office.cards.filter(keepsRoster), (card) =>
    Effect.gen(function* () {
      const { ask, rosters } = yield* withRosterOf(card, office);
      const { value, ...answer } = yield* answerOf(ask(rosters.announce({ payload: { signed } })));
      return { party: card.name, inForceAtMs: value?.inForceAtMs ?? null, ...answer };
    }),
  );

/** The hashes that wait anywhere; whoever does not answer is asked again when something is stopped there. */
export const waitingAnywhere = (office: Office) =>
  Effect.map(
    Effect.forEach(office.cards.filter(keepsRoster), (card) =>
      Effect.gen(function* () {
        const { ask, rosters } = yield* withRosterOf(card, office);
        const { value } = yield* answerOf(ask(rosters.read()));
        return value?.waiting?.hash;
      }),
    ),
    (found) => [...new Set(found.flatMap((hash) => (hash === undefined ? [] : [hexOf(hash)])))],
  );

/** Says at every party that the roster of this hash must not take force. */
export const stopChange = (hash: Uint8Array, office: Office) =>
  Effect.forEach(office.cards.filter(keepsRoster), (card) =>
    Effect.gen(function* () {
      const { ask, rosters } = yield* withRosterOf(card, office);
      const { signature } = stopRoster(office.officer, hash);
      const { refused, says } = yield* answerOf(ask(rosters.stop({ payload: { hash, signature } })));
      return { party: card.name, refused, says };
    }),
  );

const RosterText = Schema.fromJsonString(Schema.Struct({ signed: Schema.Uint8ArrayFromBase64Url }));
export const rosterText = Schema.encodeSync(RosterText);
export const readRosterText = Schema.decodeUnknownEffect(RosterText);
