/**
 * All stories said by hand, in one list. clauses.test.ts runs every one of them on every driver.
 * A new example file is added here, and a test sees to it that none is forgotten.
 */
import { accountExamples } from "./account.examples.ts";
import { agreeingExamples } from "./agreeing.examples.ts";
import { caseLimitExamples } from "./case-limits.examples.ts";
import { caseExamples } from "./case.examples.ts";
import { codeExamples } from "./code.examples.ts";
import { consentExamples } from "./consent.examples.ts";
import { crisisExamples } from "./crisis.examples.ts";
import { deliveryExamples } from "./deliveries.examples.ts";
import { deviceExamples } from "./device.examples.ts";
import { endingExamples } from "./ending.examples.ts";
import { epochExamples } from "./epoch.examples.ts";
import { gateExamples } from "./gate.examples.ts";
import { investigationExamples } from "./investigation.examples.ts";
import { issuingExamples } from "./issuing.examples.ts";
import { joiningExamples } from "./joining.examples.ts";
import { passExamples } from "./pass.examples.ts";
import { recordingExamples } from "./recording.examples.ts";
import { releaseExamples } from "./release.examples.ts";
import { sendingExamples } from "./sending.examples.ts";
import { tokenExamples } from "./tokens.examples.ts";
import { typingExamples } from "./typing.examples.ts";
import { verificationExamples } from "./verification.examples.ts";
import { visitExamples } from "./visit.examples.ts";
import type { Story } from "./story.ts";

export const storiesByFile: Readonly<Record<string, readonly Story[]>> = {
  "account.examples.ts": accountExamples,
  "agreeing.examples.ts": agreeingExamples,
  "case-limits.examples.ts": caseLimitExamples,
  "case.examples.ts": caseExamples,
  "code.examples.ts": codeExamples,
  "consent.examples.ts": consentExamples,
  "crisis.examples.ts": crisisExamples,
  "deliveries.examples.ts": deliveryExamples,
  "device.examples.ts": deviceExamples,
  "ending.examples.ts": endingExamples,
  "epoch.examples.ts": epochExamples,
  "gate.examples.ts": gateExamples,
  "investigation.examples.ts": investigationExamples,
  "issuing.examples.ts": issuingExamples,
  "joining.examples.ts": joiningExamples,
  "pass.examples.ts": passExamples,
  "recording.examples.ts": recordingExamples,
  "release.examples.ts": releaseExamples,
  "sending.examples.ts": sendingExamples,
  "tokens.examples.ts": tokenExamples,
  "typing.examples.ts": typingExamples,
  "verification.examples.ts": verificationExamples,
  "visit.examples.ts": visitExamples,
};

export const stories: readonly Story[] = Object.values(storiesByFile).flat();
