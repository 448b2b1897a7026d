/**
 * What it takes to ask for releases in the authority's name: the key of its line, the key of its log, and those with which two others
 * cosign, out of the folders of a country that is not opened yet. With them a log can be written that says whatever a case needs.
 * It asks nobody for anything.
 */
import { Effect } from "effect";
import { signCheckpoint } from "../../../impl/log/checkpoint.ts";
import { cosign } from "../../../impl/log/cosignature.ts";
import { openLogKeys, type LogKeys } from "../../../impl/log/logkeys.ts";
import { formatNote } from "../../../impl/log/note.ts";
import { hashLeaf } from "../../../impl/log/treehash.ts";
import { base64UrlOf } from "../../../impl/protocol/http/bytes.ts";
import { encodeEntry, type LogEntry } from "../../../impl/protocol/logentries.ts";
import { withVaultIn } from "../../../impl/serve/holders.ts";
import { tlsIdentityOf, tlsKey, type TlsIdentity } from "../../../impl/server/identity.ts";
import { Vault } from "../../../impl/store/vault.ts";

export interface Asking {
  readonly identity: TlsIdentity;
  readonly log: LogKeys;
  /** Others whose cosignatures the custodian counts. */
  readonly witnesses: readonly LogKeys[];
}

const witnessNames = ["issuer-1", "board"] as const;
export const readAsking = Effect.fnUntraced(function* (folder: string) {
  const keysIn = (name: string) =>
    withVaultIn(
      `${folder}/${name}`,
      Effect.flatMap(Vault, (vault) => openLogKeys(vault, name)),
    );
  const asking: Asking = {
    identity: yield* tlsIdentityOf(yield* withVaultIn(`${folder}/authority`, tlsKey), "authority"),
    log: yield* keysIn("authority"),
    witnesses: yield* Effect.forEach(witnessNames, keysIn),
  };
  return asking;
});

/** That this entry stands alone in the authority's log, cosigned by so many. */
export const proofIn = ({ log, witnesses }: Asking, entry: LogEntry, cosigners: number, atMs: number) => {
  const bytes = encodeEntry(entry);
  const note = signCheckpoint({ origin: log.name, size: 1, root: hashLeaf(bytes) }, log.log);
  const cosignatures = witnesses
    .slice(0, cosigners)
    .map(({ name, witness }) => cosign(note.text, atMs, name, witness));
  return {
    entry: base64UrlOf(bytes),
    index: 0,
    path: [],
    checkpoint: formatNote({ ...note, signatures: [...note.signatures, ...cosignatures] }),
  };
};
