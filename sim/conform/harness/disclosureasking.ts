/**
 * What it takes to ask for releases and answers in the authority's name: the key of its line, the keys of its log and the custodian's,
 * those with which two others cosign, and the one that signs releases, out of the folders of a country that is not opened yet.
 * With them a log can be written that says whatever a case needs. It asks nobody for anything.
 */
import { Effect } from "effect";
import { custodianSigningKey } from "../../../impl/custodian/configuration.ts";
import { signCheckpoint } from "../../../impl/log/checkpoint.ts";
import { cosign } from "../../../impl/log/cosignature.ts";
import { openLogKeys, type LogKeys } from "../../../impl/log/logkeys.ts";
import { formatNote } from "../../../impl/log/note.ts";
import { hashLeaf } from "../../../impl/log/treehash.ts";
import type { SigningKey } from "../../../impl/protocol/ed25519.ts";
import { base64UrlOf } from "../../../impl/protocol/http/bytes.ts";
import { encodeEntry, type LogEntry } from "../../../impl/protocol/logentries.ts";
import { withVaultIn } from "../../../impl/serve/holders.ts";
import { tlsIdentityOf, tlsKey, type TlsIdentity } from "../../../impl/server/identity.ts";
import { Vault } from "../../../impl/store/vault.ts";

/** Who writes in a log, and others whose cosignatures on it count. */
export interface Notary {
  readonly log: LogKeys;
  readonly witnesses: readonly LogKeys[];
}

export interface Asking {
  readonly identity: TlsIdentity;
  readonly authorityLog: Notary;
  readonly custodianLog: Notary;
  /** Under which the custodian signs releases. */
  readonly releases: SigningKey;
}

export const readAsking = Effect.fnUntraced(function* (folder: string) {
  const keysIn = (name: string) =>
    withVaultIn(
      `${folder}/${name}`,
      Effect.flatMap(Vault, (vault) => openLogKeys(vault, name)),
    );
  const authority = yield* keysIn("authority");
  const custodian = yield* keysIn("custodian");
  const board = yield* keysIn("board");
  const asking: Asking = {
    identity: yield* tlsIdentityOf(yield* withVaultIn(`${folder}/authority`, tlsKey), "authority"),
    authorityLog: { log: authority, witnesses: [yield* keysIn("issuer-1"), board] },
    custodianLog: { log: custodian, witnesses: [authority, board] },
    releases: yield* withVaultIn(`${folder}/custodian`, custodianSigningKey),
  };
  return asking;
});

/** That this entry stands alone in the log, cosigned by so many. */
export const proofIn = ({ log, witnesses }: Notary, entry: LogEntry, cosigners: number, atMs: number) => {
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
