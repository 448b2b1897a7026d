// Every open question of the models, with the file that computes what the law answers now.
// A question that is added to the models and answered by none of them does not compile.
import type { QuestionId } from "../../../models/questions.ts";
import { askerDenies } from "./askerdenies.ts";
import { callingOff } from "./callingoff.ts";
import { codeWindow } from "./codewindow.ts";
import { codesCountedAnew } from "./codescountedanew.ts";
import { joiningWhileSuspended } from "./joiningwhilesuspended.ts";
import { leavingACase } from "./leavingacase.ts";
import { lifeOfARecord } from "./lifeofarecord.ts";
import { numberKept } from "./numberkept.ts";
import { passInHand } from "./passinhand.ts";
import type { Reading } from "./reading.ts";
import { renewingAPass } from "./renewingapass.ts";
import { requestAfterTheEnd } from "./requestaftertheend.ts";
import { scanBeforeTheLevelFell } from "./scanbeforethelevelfell.ts";
import { storedDistributed } from "./storeddistributed.ts";
import { twoVenuesOffline } from "./twovenuesoffline.ts";
import { venueOffline } from "./venueoffline.ts";
import { withdrawingWhileSuspended } from "./withdrawingwhilesuspended.ts";

export const computed = {
  "code-window": codeWindow,
  "codes-counted-anew": codesCountedAnew,
  "life-of-a-record": lifeOfARecord,
  "venue-offline": venueOffline,
  "two-venues-offline": twoVenuesOffline,
  "calling-off": callingOff,
  "request-after-the-end": requestAfterTheEnd,
  "asker-denies": askerDenies,
  "leaving-a-case": leavingACase,
  "number-kept": numberKept,
  "stored-distributed": storedDistributed,
  "renewing-a-pass": renewingAPass,
  "pass-in-hand": passInHand,
  "withdrawing-while-suspended": withdrawingWhileSuspended,
  "scan-before-the-level-fell": scanBeforeTheLevelFell,
  "joining-while-suspended": joiningWhileSuspended,
} as const satisfies Readonly<Record<QuestionId, (reading: Reading) => object>>;

/** What was found, by question: numbers, words and lists, for programs and for the sentences in words/. */
export type Facts = { readonly [Id in QuestionId]: ReturnType<(typeof computed)[Id]> };
