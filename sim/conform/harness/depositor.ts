/**
 * Deposits of epochs as the issuer makes them, with the issuer's own key out of its vault, for instants at which the served issuer would
 * make none: too late, too early, twice. The custodian cannot tell them from the issuer's. No pass is issued under them.
 */
import { Effect, Schema } from "effect";
import { policyNumbers } from "../../../impl/generated/policy.ts";
import { makeIssuerKeys } from "../../../impl/issuer/keys.ts";
import { encodeDeposit } from "../../../impl/protocol/deposit.ts";
import { Epoch } from "../../../impl/protocol/epoch.ts";
import type { SigningKey } from "../../../impl/protocol/ed25519.ts";
import { base64UrlOf } from "../../../impl/protocol/http/bytes.ts";
import type { Roster } from "../../../impl/protocol/officers.ts";
import { passVersions } from "../../../impl/protocol/pass.ts";
import { decodeSignedRoster } from "../../../impl/protocol/roster.ts";
import { openShareSealer } from "../../../impl/protocol/shares.ts";
import { withVaultIn } from "../../../impl/serve/holders.ts";
import { readRoster } from "../../../impl/serve/rosterfile.ts";
import { tlsIdentityOf, tlsKey, type TlsIdentity } from "../../../impl/server/identity.ts";
import { Vault } from "../../../impl/store/vault.ts";
import type { Policy } from "../../../models/policy.ts";
import { freshKey } from "./devices.ts";
import { ask } from "./requests.ts";

/** What it takes to deposit in the issuer's name. */
export interface Depositing {
  readonly identity: TlsIdentity;
  readonly key: SigningKey;
  readonly roster: Roster;
  readonly officersRequired: number;
}

const issuer = 1;

const asAnswers = Schema.decodeUnknownSync(
  Schema.Struct({ answers: Schema.Tuple([Schema.Struct({ code: Schema.optionalKey(Schema.String) })]) }),
);

/** Out of the folders of a country that is not opened yet. */
export const readDepositing = Effect.fnUntraced(function* (folder: string, policy: Policy) {
  const numbers = policyNumbers(policy);
  const { deposits, identity } = yield* withVaultIn(
    `${folder}/issuer-1`,
    Effect.gen(function* () {
      const { deposits: key } = yield* makeIssuerKeys(yield* Vault, numbers);
      return { deposits: key, identity: yield* tlsIdentityOf(yield* tlsKey, "issuer-1") };
    }),
  );
  const signed = decodeSignedRoster(yield* readRoster(`${folder}/custodian`));
  const roster = signed.ok ? signed.value.document.officers : [];
  return { identity, key: deposits, roster, officersRequired: numbers.officersRequired } satisfies Depositing;
});

/** A new epoch that began at this instant, left with the custodian now: the code of the refusal, empty where it was taken. */
export const depositEpoch = Effect.fnUntraced(function* (
  { identity, key, roster, officersRequired }: Depositing,
  custodianUrl: string,
  startedAtMs: number,
) {
  const epoch = new Epoch(startedAtMs);
  const shares = yield* Effect.promise(async () => {
    const sealer = await openShareSealer(roster, { issuer, day: epoch.day });
    return sealer.seal(epoch.id, epoch.secret ?? new Uint8Array(0), officersRequired);
  });
  const bytes = encodeDeposit(key, {
    version: passVersions.deployed,
    issuer,
    epochId: epoch.id,
    day: epoch.day,
    startedAtMs,
    passKey: freshKey().publicKey,
    shares: shares ?? [],
  });
  const { code, body } = yield* ask({
    method: "POST",
    url: `${custodianUrl}/v1/deposits`,
    identity,
    body: { deposits: [base64UrlOf(bytes)] },
  });
  return code === "" ? (asAnswers(body).answers[0].code ?? "") : code;
});
