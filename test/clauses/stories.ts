/**
 * All stories said by hand, in one list. clauses.test.ts runs every one of them on every driver.
 * A new example file is added here, and a test sees to it that none is forgotten.
 */
import { accountExamples } from "./account.examples.ts";
import { caseLimitExamples } from "./case-limits.examples.ts";
import { caseExamples } from "./case.examples.ts";
import { codeExamples } from "./code.examples.ts";
import { consentExamples } from "./consent.examples.ts";
import { crisisExamples } from "./crisis.examples.ts";
import { issuingExamples } from "./issuing.examples.ts";
import { joiningExamples } from "./joining.examples.ts";
import { passExamples } from "./pass.examples.ts";
import { recordingExamples } from "./recording.examples.ts";
import type { Story } from "./story.ts";
import { verificationExamples } from "./verification.examples.ts";
import { visitExamples } from "./visit.examples.ts";

export const storiesByFile: Readonly<Record<string, readonly Story[]>> = {
  "account.examples.ts": accountExamples,
  "case-limits.examples.ts": caseLimitExamples,
  "case.examples.ts": caseExamples,
  "code.examples.ts": codeExamples,
  "consent.examples.ts": consentExamples,
  "crisis.examples.ts": crisisExamples,
  "issuing.examples.ts": issuingExamples,
  "joining.examples.ts": joiningExamples,
  "pass.examples.ts": passExamples,
  "recording.examples.ts": recordingExamples,
  "verification.examples.ts": verificationExamples,
  "visit.examples.ts": visitExamples,
};

export const stories: readonly Story[] = Object.values(storiesByFile).flat();
