// The other side of the issue row: a bare loop of the same primitives, in memory, with nothing around them.
// The gate is the generated rule; handles, seals and signatures are those of impl/protocol, in batches of the same size.
// It keeps nothing on disk, splits no secret, and tells nobody: what it lacks is what a service costs.
import { makeConsentColumns } from "../../../impl/generated/core/consent.ts";
import { makeCrisisColumns } from "../../../impl/generated/core/crisis.ts";
import { makePassColumns, restPass } from "../../../impl/generated/core/pass.ts";
import { makeVerificationColumns } from "../../../impl/generated/core/verification.ts";
import type { PolicyNumbers } from "../../../impl/generated/policy.ts";
import {
  issuerAgree,
  issuerAnnounceLevel,
  issuerCheckCode,
  issuerIssue,
  issuerSendCode,
} from "../../../impl/generated/rules/issuer.ts";
import { makeStepLog } from "../../../impl/lifecycle/core.ts";
import { place } from "../../../impl/lifecycle/policynumbers.ts";
import { isRefusal } from "../../../impl/lifecycle/refused.ts";
import type { SigningKey } from "../../../impl/protocol/ed25519.ts";
import { Epoch } from "../../../impl/protocol/epoch.ts";
import {
  aliasBytes,
  handleBytes,
  handleKeyBytes,
  importHandleKey,
  sealHandles,
} from "../../../impl/protocol/handle.ts";
import { preparePass, signPasses } from "../../../impl/protocol/issuing.ts";
import { randomBytes } from "../../../impl/protocol/randomness.ts";
import { seoulDay } from "../../../impl/protocol/seoulday.ts";
import { vocabularies } from "../../../models/policy.ts";
import { version } from "../premises.ts";

export interface BareIssuing {
  /** Consents given again; not measured. */
  readonly agree: (atMs: number) => void;
  /** The passes of these people, by their number; nobody's where the gate says no. */
  readonly issue: (
    people: readonly number[],
    signing: SigningKey,
    atMs: number,
  ) => Promise<readonly (Uint8Array | undefined)[]>;
}

/** So many verified people, and as many slots again for strangers. */
export const makeBareIssuing = (verified: number, policy: PolicyNumbers, opensAtMs: number): BareIssuing => {
  const log = makeStepLog();
  const crisis = makeCrisisColumns(1);
  const consent = makeConsentColumns(verified * 2);
  const verification = makeVerificationColumns(verified * 2);
  const pass = makePassColumns(1);
  const handleKey = importHandleKey(randomBytes(handleKeyBytes));
  const aliases = randomBytes(verified * 2 * aliasBytes);
  let epoch = new Epoch(opensAtMs);

  const agree = (atMs: number): void => {
    for (let person = 0; person < verified; person += 1) {
      log.length = 0;
      issuerAgree(crisis, 0, consent, person, policy.noticeVersion, 0, 0, atMs, policy, log);
    }
  };
  issuerAnnounceLevel(crisis, 0, place(vocabularies.crisisLevel, "alert"), opensAtMs, policy, log);
  agree(opensAtMs);
  for (let person = 0; person < verified; person += 1) {
    log.length = 0;
    issuerSendCode(crisis, 0, consent, person, verification, person, 0, 0, opensAtMs, policy, log);
    issuerCheckCode(crisis, 0, consent, person, verification, person, 1, opensAtMs, policy, log);
  }

  const gate = (person: number, atMs: number): number => {
    log.length = 0;
    restPass(pass, 0);
    return issuerIssue(crisis, 0, consent, person, verification, person, pass, 0, 0, atMs, policy, log);
  };

  return {
    agree,
    issue: async (people, signing, atMs) => {
      const allowed = people.filter((person) => !isRefusal(gate(person, atMs)));
      const alias = (person: number) => aliases.subarray(person * aliasBytes, (person + 1) * aliasBytes);
      const handles = sealHandles(handleKey, Buffer.concat(allowed.map(alias)));
      const prepared = allowed.flatMap((_, index) => {
        if (
          epoch.left === 0 ||
          epoch.day !== seoulDay(atMs) ||
          atMs >= epoch.startedAtMs + policy.epochLength
        )
          epoch = new Epoch(atMs);
        const block = handles.subarray(index * handleBytes, (index + 1) * handleBytes);
        return preparePass(epoch, { version, issuer: 1, issuedAtMs: atMs }, block) ?? [];
      });
      await signPasses(signing, prepared);
      const made = prepared.values();
      const admitted = new Set(allowed);
      return people.map((person) => (admitted.has(person) ? made.next().value : undefined));
    },
  };
};
