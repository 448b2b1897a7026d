// Has one checkpoint cosigned: asks all witnesses at once, tells each what it needs to see that nothing was taken back, and
// keeps only cosignatures that verify. It ends when all have answered, or after a moment as soon as enough have.
// A witness that is away, slow or of another opinion counts as nothing; why is said to whoever waits.
import { Deferred, Effect } from "effect";
import type { StoreUnavailable } from "../store/unavailable.ts";
import { cosignersOf } from "./cosignature.ts";
import { formatNote, parseSignatureLines, type Note, type NoteSignature } from "./note.ts";
import { WitnessAway, type WitnessPort } from "./witnesses.ts";
import { encodeWitnessRequest } from "./witnessrequest.ts";

export interface Gathered {
  /** The checkpoint with every cosignature that verified. */
  readonly note: Note;
  readonly cosigners: number;
  /** What each of the others said. */
  readonly detail: string;
}

export interface Gathering {
  /** The checkpoint, signed by its log. */
  readonly note: Note;
  readonly size: number;
  readonly witnesses: readonly WitnessPort[];
  readonly enough: number;
  /** The proof that the tree continues the one of an older size. */
  readonly proofFrom: (oldSize: number) => Effect.Effect<readonly Uint8Array[], StoreUnavailable>;
  /** The size that each witness has cosigned last, as far as it is known here; kept up to date. */
  readonly seen: Map<string, number>;
}

const answerWithinMs = 5_000;
/** The others are waited for so long, so that a checkpoint usually carries all of them. */
const graceMs = 100;
/** A second try with the size that the witness has told is enough, unless it saw yet another tree in between. */
const triesMost = 3;

const ask = Effect.fnUntraced(function* (gathering: Gathering, witness: WitnessPort) {
  const { note, size, proofFrom, seen } = gathering;
  const { name } = witness.pinned;
  for (let tries = 0; tries < triesMost; tries += 1) {
    const oldSize = seen.get(name) ?? 0;
    if (oldSize > size)
      return yield* new WitnessAway({ detail: `it has cosigned ${String(oldSize)} entries already` });
    const proof = yield* proofFrom(oldSize);
    const answer = yield* witness.addCheckpoint(
      encodeWitnessRequest({ oldSize, proof, checkpoint: formatNote(note) }),
    );
    switch (answer.kind) {
      case "refused":
        return yield* new WitnessAway({ detail: `it refused: ${answer.reason}` });
      case "conflict":
        if (answer.size === oldSize)
          return yield* new WitnessAway({ detail: `it has seen another tree of ${String(oldSize)} entries` });
        seen.set(name, answer.size);
        break;
      case "cosigned": {
        const lines = parseSignatureLines(answer.lines) ?? [];
        const cosigned = { text: note.text, signatures: lines };
        if (cosignersOf(cosigned, [witness.pinned]).length === 0)
          return yield* new WitnessAway({ detail: "its cosignature does not verify" });
        seen.set(name, size);
        return lines.filter((line) => line.name === name);
      }
    }
  }
  return yield* new WitnessAway({ detail: "it keeps seeing other trees" });
});

const inTime = (gathering: Gathering, witness: WitnessPort) =>
  ask(gathering, witness).pipe(
    Effect.timeoutOrElse({
      duration: answerWithinMs,
      orElse: () => Effect.fail(new WitnessAway({ detail: "it did not answer in time" })),
    }),
  );

export const gather = Effect.fnUntraced(function* (
  gathering: Gathering,
): Effect.fn.Return<Gathered, StoreUnavailable> {
  const { note, witnesses, enough } = gathering;
  const cosignatures: NoteSignature[] = [];
  const silent = new Map(witnesses.map(({ pinned }) => [pinned.name, "it did not answer in time"]));
  const enoughHave = yield* Deferred.make<true>();

  const askAll = Effect.forEach(
    witnesses,
    (witness) =>
      inTime(gathering, witness).pipe(
        Effect.map((lines) => {
          cosignatures.push(...lines);
          silent.delete(witness.pinned.name);
          return witnesses.length - silent.size;
        }),
        Effect.flatMap((cosigners) =>
          cosigners >= enough ? Deferred.succeed(enoughHave, true) : Effect.void,
        ),
        Effect.catchTag("WitnessAway", ({ detail }) =>
          Effect.sync(() => void silent.set(witness.pinned.name, detail)),
        ),
      ),
    { concurrency: "unbounded", discard: true },
  );
  yield* Effect.raceFirst(askAll, Effect.delay(Deferred.await(enoughHave), graceMs));

  // In the order of the witnesses and not of their speed, so that the same checkpoint is written the same way.
  const order = new Map(witnesses.map(({ pinned }, place) => [pinned.name, place]));
  const sorted = cosignatures.toSorted(
    (one, other) => (order.get(one.name) ?? 0) - (order.get(other.name) ?? 0),
  );
  return {
    note: { ...note, signatures: [...note.signatures, ...sorted] },
    cosigners: witnesses.length - silent.size,
    detail: [...silent].map(([name, detail]) => `${name}: ${detail}`).join("; "),
  };
});
