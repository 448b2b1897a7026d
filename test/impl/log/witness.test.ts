// A witness by the published rules: which answer each request gets, that it never cosigns two trees of one size or a smaller one after a
// larger, whoever asks and in whatever order, and that what a log signed against itself is kept.
import { Context, Effect } from "effect";
import { describe, expect, it } from "vitest";
import { parseCheckpoint, signCheckpoint } from "../../../impl/log/checkpoint.ts";
import { cosignersOf } from "../../../impl/log/cosignature.ts";
import { formatNote, parseSignatureLines } from "../../../impl/log/note.ts";
import { consistencyRanges, hashOfRange } from "../../../impl/log/subtrees.ts";
import { emptyTreeRoot, hashLeaf, hashNode } from "../../../impl/log/treehash.ts";
import { makeLogWitness } from "../../../impl/log/witness.ts";
import { encodeWitnessRequest } from "../../../impl/log/witnessrequest.ts";
import { importSigningKey, type SigningKey } from "../../../impl/protocol/ed25519.ts";
import { Store } from "../../../impl/store/store.ts";
import { freshFolder } from "../store/freshfolder.ts";
import { noonMs, withParties } from "./parties.ts";

const keyOf = (seed: number): SigningKey => {
  const key = importSigningKey(new Uint8Array(32).fill(seed));
  if (key === undefined) throw new Error("no key");
  return key;
};
const logKey = keyOf(1);
const origin = "entrylog/other";
const name = "entrylog/board";

/** A small tree whose subtrees are hashed when asked for. */
const treeOf = (leaves: readonly string[]) => {
  const hashes = leaves.map((leaf) => hashLeaf(Buffer.from(leaf)));
  const subtree = (level: number, index: number): Uint8Array =>
    level === 0
      ? (hashes[index] ?? emptyTreeRoot)
      : hashNode(subtree(level - 1, index * 2), subtree(level - 1, index * 2 + 1));
  const hashOf = (from: number, until: number) =>
    hashOfRange({ from, until }, ({ level, index }) => subtree(level, index)) ?? emptyTreeRoot;
  return {
    root: (size: number) => hashOf(0, size),
    proof: (from: number, to: number) =>
      consistencyRanges(from, to).map((range) => hashOf(range.from, range.until)),
  };
};

const honest = treeOf(["a", "b", "c", "d", "e", "f"]);
const forked = treeOf(["a", "b", "x", "y", "z", "w"]);

const noteOf = (tree: typeof honest, size: number, key = logKey, named = origin) =>
  formatNote(signCheckpoint({ origin: named, size, root: tree.root(size) }, key));
const request = (oldSize: number, size: number, tree = honest) =>
  encodeWitnessRequest({ oldSize, proof: tree.proof(oldSize, size), checkpoint: noteOf(tree, size) });

const opened = Effect.fnUntraced(function* (store: Store["Service"]) {
  return yield* Effect.provideService(
    makeLogWitness({
      name,
      key: keyOf(2),
      logs: [{ name: origin, publicKey: logKey.publicKey }],
    }),
    Store,
    store,
  );
});

type Witness = Effect.Success<ReturnType<typeof opened>>;

const withWitness = <E>(
  use: (witness: Witness, again: typeof opened, store: Store["Service"]) => Effect.Effect<void, E>,
) =>
  withParties(freshFolder(), ({ rooms }) => {
    const store = Context.get(rooms.board, Store);
    return Effect.flatMap(opened(store), (witness) => use(witness, opened, store));
  });

const isCosigned = { kind: "cosigned" };

describe("the answer", () => {
  it("is a cosignature that verifies, with the time of the witness", () =>
    withWitness((witness) =>
      Effect.gen(function* () {
        const answer = yield* witness.addCheckpoint(request(0, 3));
        if (answer.kind !== "cosigned") throw new Error("not cosigned");
        const text = parseCheckpoint(noteOf(honest, 3))?.note.text ?? "";
        const note = { text, signatures: parseSignatureLines(answer.lines) ?? [] };
        expect(cosignersOf(note, [witness.pinned])).toEqual([{ witness: witness.pinned, atMs: noonMs }]);
      }),
    ));

  it("is a cosignature for each later size in turn, and for the same again", () =>
    withWitness((witness) =>
      Effect.gen(function* () {
        for (const [from, to] of [
          [0, 0],
          [0, 1],
          [1, 3],
          [3, 3],
          [3, 6],
        ] as const)
          expect(yield* witness.addCheckpoint(request(from, to))).toMatchObject(isCosigned);
      }),
    ));

  it.each([
    ["malformed", "no request", "old 0\n"],
    [
      "malformed",
      "an older size that is larger",
      encodeWitnessRequest({ oldSize: 4, proof: [], checkpoint: noteOf(honest, 3) }),
    ],
    [
      "unknown-log",
      "a log that it does not know",
      encodeWitnessRequest({
        oldSize: 0,
        proof: [],
        checkpoint: noteOf(honest, 3, logKey, "entrylog/unknown"),
      }),
    ],
    [
      "unsigned",
      "another's key",
      encodeWitnessRequest({ oldSize: 0, proof: [], checkpoint: noteOf(honest, 3, keyOf(3)) }),
    ],
    [
      "inconsistent",
      "a proof where none belongs",
      encodeWitnessRequest({ oldSize: 0, proof: [emptyTreeRoot], checkpoint: noteOf(honest, 3) }),
    ],
  ])("is %s to %s", (reason, _, body) =>
    withWitness((witness) =>
      Effect.gen(function* () {
        expect(yield* witness.addCheckpoint(body)).toEqual({ kind: "refused", reason });
        expect(yield* witness.addCheckpoint(request(0, 1))).toMatchObject(isCosigned);
      }),
    ),
  );

  it("names the size it has cosigned last when asked from another", () =>
    withWitness((witness) =>
      Effect.gen(function* () {
        expect(yield* witness.addCheckpoint(request(2, 3))).toEqual({ kind: "conflict", size: 0 });
        yield* witness.addCheckpoint(request(0, 4));
        expect(yield* witness.addCheckpoint(request(0, 6))).toEqual({ kind: "conflict", size: 4 });
        expect(yield* witness.addCheckpoint(request(3, 3))).toEqual({ kind: "conflict", size: 4 });
        expect(yield* witness.addCheckpoint(request(4, 6))).toMatchObject(isCosigned);
      }),
    ));
});

describe("a log that takes something back", () => {
  it("finds no cosignature, with the proof of the other tree or none, and what it signed is kept", () =>
    withWitness((witness) =>
      Effect.gen(function* () {
        yield* witness.addCheckpoint(request(0, 4));
        expect(yield* witness.addCheckpoint(request(4, 4, forked))).toEqual({ kind: "conflict", size: 4 });
        expect(yield* witness.addCheckpoint(request(0, 4, forked))).toEqual({ kind: "conflict", size: 4 });
        expect(yield* witness.addCheckpoint(request(4, 6, forked))).toEqual({
          kind: "refused",
          reason: "inconsistent",
        });
        expect(yield* witness.witnessed).toEqual([
          {
            origin,
            checkpoint: noteOf(honest, 4),
            evidence: [noteOf(forked, 4), noteOf(forked, 6)].toSorted(),
          },
        ]);
        expect(yield* witness.addCheckpoint(request(4, 6))).toMatchObject(isCosigned);
      }),
    ));

  it("finds none after a restart of the witness either", () =>
    withWitness((witness, again, store) =>
      Effect.gen(function* () {
        yield* witness.addCheckpoint(request(0, 4));
        const restarted = yield* again(store);
        expect(yield* restarted.addCheckpoint(request(0, 3))).toEqual({ kind: "conflict", size: 4 });
        expect(yield* restarted.addCheckpoint(request(4, 4, forked))).toEqual({ kind: "conflict", size: 4 });
      }),
    ));

  it("fills no disk: sixteen pieces of evidence are kept", () =>
    withWitness((witness) =>
      Effect.gen(function* () {
        yield* witness.addCheckpoint(request(0, 2));
        for (let other = 0; other < 20; other += 1) {
          const tree = treeOf(["a", String(other)]);
          yield* witness.addCheckpoint(request(2, 2, tree));
        }
        const [log] = yield* witness.witnessed;
        expect(log?.evidence.length).toBe(16);
      }),
    ));
});

it("of two requests at once from one size, one is cosigned", () =>
  withWitness((witness) =>
    Effect.gen(function* () {
      const answers = yield* Effect.all(
        [witness.addCheckpoint(request(0, 4)), witness.addCheckpoint(request(0, 4, forked))],
        { concurrency: "unbounded" },
      );
      expect(answers.map(({ kind }) => kind).toSorted()).toEqual(["conflict", "cosigned"]);
    }),
  ));
