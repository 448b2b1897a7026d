// What the questions about codes and telephone numbers come to, worked out by hand from the policy's sentences.
// Under the founding policy, and again under one with a constant set otherwise, where the answer has to be another one.
// Each number says the clause that it comes from.
import { day, minute, type ByHand } from "./form.ts";

export const ofNumbers: readonly ByHand[] = [
  {
    // C1: 3 sends in 10 minutes from the first. One code opens a window, two more come in its last millisecond, three as the next begins.
    id: "code-window",
    clause: "C1",
    facts: { mostCodes: 5, isCut: false, stretchMs: 10 * minute, limit: 3 },
    restsOn: { codeSends: 3, codeSendWindow: 10 * minute },
    en: ["At most 5 codes", "10 minutes", "limit is 3 codes"],
    ko: ["최대 5건", "10분", "3건"],
    otherwise: [
      [["codeSends=4"], { mostCodes: 7, limit: 4 }],
      // A window of one code leaves none for its last millisecond.
      [["codeSends=1"], { mostCodes: 1, limit: 1 }],
      [["codeSendWindow=20m"], { mostCodes: 5, stretchMs: 20 * minute }],
    ],
  },
  {
    id: "codes-counted-anew",
    clause: "C1",
    facts: { codes: "endless", limit: 3 },
    restsOn: { codeSends: 3 },
    en: ["yes", "a hundred codes", "limit of 3"],
    ko: ["그렇습니다", "100건", "3건의 한도"],
    otherwise: [
      [["codeSends=4"], { codes: "endless", limit: 4 }],
      // A code that lives no time at all cannot be entered, and three unentered ones are the limit.
      [["codeLifetime=0s"], { codes: 3, limit: 3 }],
    ],
  },
  {
    // C9: the last pass in the last millisecond of 30 days, and that the first of a day, from whose beginning 28 days are counted.
    id: "number-kept",
    clause: "C9",
    facts: { longestMs: 30 * day - 1 + 28 * day, withoutPassMs: 30 * day, isPutOff: true },
    restsOn: { verificationValidity: 30 * day, accountKept: 28 * day },
    en: ["57 days 23 hours 59 minutes 59 seconds 999 milliseconds", "30 days", "puts the end off"],
    ko: ["57일 23시간 59분 59초 999밀리초", "30일", "미루어집니다"],
    otherwise: [
      [["accountKept=7d"], { longestMs: 37 * day - 1, withoutPassMs: 30 * day }],
      // Without a pass the 28 days are counted from the day of the verification, and both have to be over.
      [["verificationValidity=10d"], { longestMs: 38 * day - 1, withoutPassMs: 28 * day }],
    ],
  },
];
