// The scenarios that come with the atlas, in the order in which they are offered.
// The page plays them; a test plays each to its end by the law as it is.
import { consentWithdrawn } from "./scenarios/consentwithdrawn.ts";
import { fourWeeksLater } from "./scenarios/fourweekslater.ts";
import { investigation } from "./scenarios/investigation.ts";
import { lateScreenshot } from "./scenarios/latescreenshot.ts";
import { normalDay } from "./scenarios/normalday.ts";
import type { Scenario } from "./scenarios/scenario.ts";

export const scenarios: readonly Scenario[] = [
  normalDay,
  consentWithdrawn,
  lateScreenshot,
  investigation,
  fourWeeksLater,
];
