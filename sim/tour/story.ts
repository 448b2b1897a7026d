// The story in its order, from the first evening of July to the day when nothing of the person is left.
// Every step is a file's own; this is the table of contents.
import type { Step } from "./step.ts";
import { level, notice, unverified } from "./steps/agreeing.ts";
import { accountGone, nothingLeft } from "./steps/ending.ts";
import { admitted, pass, replayed } from "./steps/entering.ts";
import { answersErased, fourWeeks } from "./steps/erasing.ts";
import { join, opening } from "./steps/investigating.ts";
import { expired, forged } from "./steps/refusing.ts";
import { back, lastVisit, month, monthAgain } from "./steps/returning.ts";
import { code } from "./steps/verifying.ts";
import { nobody, withdrawn } from "./steps/withdrawing.ts";

export const story: readonly Step[] = [
  level,
  notice,
  unverified,
  code,
  pass,
  admitted,
  replayed,
  expired,
  forged,
  opening,
  join,
  withdrawn,
  nobody,
  back,
  answersErased,
  fourWeeks,
  month,
  lastVisit,
  monthAgain,
  accountGone,
  nothingLeft,
];
