// A log for the tests of others: one key, two witnesses that cosign whatever they are shown, and proofs of a tree of one entry.
// Parties whose own log is tested elsewhere get it over their real store; whoever needs another party's proof writes one here.
// Nothing of it is less signed than the real thing; it only never has a past.
import { Effect } from "effect";
import { parseCheckpoint, signCheckpoint } from "../../../impl/log/checkpoint.ts";
import { cosign } from "../../../impl/log/cosignature.ts";
import { keptLogLayer } from "../../../impl/log/keptlog.ts";
import type { LogProof, PinnedLog } from "../../../impl/log/logproof.ts";
import { formatNote, signatureLine } from "../../../impl/log/note.ts";
import { hashLeaf } from "../../../impl/log/treehash.ts";
import type { WitnessPort } from "../../../impl/log/witnesses.ts";
import { drawSigningSeed, importSigningKey } from "../../../impl/protocol/ed25519.ts";
import { encodeEntry, type LogEntry } from "../../../impl/protocol/logentries.ts";
import { present } from "../protocol/hex.ts";

const newKey = () => present(importSigningKey(drawSigningSeed()));
const atMs = Date.UTC(2020, 6, 1);

export const makePaperLog = (
  origin: string,
  witnessNames: readonly string[] = ["entrylog/a", "entrylog/b"],
) => {
  const key = newKey();
  const witnesses = witnessNames.map((name) => ({ name, key: newKey() }));
  const pinned: PinnedLog = {
    log: { name: origin, publicKey: key.publicKey },
    witnesses: witnesses.map((witness) => ({ name: witness.name, publicKey: witness.key.publicKey })),
  };
  const ports = witnesses.map((witness): WitnessPort => ({
    pinned: { name: witness.name, publicKey: witness.key.publicKey },
    addCheckpoint: (body) =>
      Effect.sync(() => {
        const { note } = present(parseCheckpoint(body.slice(body.indexOf("\n\n") + 2)));
        const line = signatureLine(cosign(note.text, atMs, witness.name, witness.key));
        return { kind: "cosigned", lines: line };
      }),
  }));
  return {
    pinned,
    /** The party's own log, over the store it is given. */
    layer: keptLogLayer({ origin, key, witnesses: ports, witnessesRequired: 2 }),
    /** That this entry stands alone in the log, cosigned by so many of its witnesses. */
    prove: (entry: LogEntry, cosigners = witnesses.length): LogProof => {
      const bytes = encodeEntry(entry);
      const note = signCheckpoint({ origin, size: 1, root: hashLeaf(bytes) }, key);
      const cosignatures = witnesses
        .slice(0, cosigners)
        .map((witness) => cosign(note.text, atMs, witness.name, witness.key));
      return {
        entry: bytes,
        index: 0,
        path: [],
        checkpoint: formatNote({ ...note, signatures: [...note.signatures, ...cosignatures] }),
      };
    },
  };
};

export type PaperLog = ReturnType<typeof makePaperLog>;
