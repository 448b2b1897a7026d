// What the questions about cases come to, worked out by hand from the policy's sentences.
// Under the founding policy, and again under one with a constant set otherwise, where the answer has to be another one.
// Each number says the clause that it comes from.
import { day, hour, type ByHand } from "./form.ts";

export const ofCases: readonly ByHand[] = [
  {
    // C4: a case lives 72 h from approval. It is denied before, and closed after the answer.
    id: "calling-off",
    clause: "C4",
    facts: { endedIn: ["requested", "answered"], notEndedIn: ["approved", "released"], runsMs: 72 * hour },
    restsOn: { caseLifetime: 72 * hour },
    en: ['"requested" or "answered"', '"approved" or "records released"', "72 hours from its approval"],
    ko: ["‘요청됨’, ‘회신됨’", "‘승인됨’, ‘기록 제공됨’", "승인부터 72시간"],
    otherwise: [[["caseLifetime=1h"], { runsMs: hour }]],
  },
  {
    id: "request-after-the-end",
    clause: "C4",
    facts: {
      isClosed: true,
      released: true,
      untilMs: 72 * hour - 1,
      authorityRefuses: "not-allowed",
      issuerRefuses: "release-answered",
    },
    restsOn: { officersRequired: 2, caseLifetime: 72 * hour },
    en: [
      "71 hours 59 minutes 59 seconds 999 milliseconds",
      "no longer takes it in",
      "refuses to answer again",
    ],
    ko: ["71시간 59분 59초 999밀리초", "더 받지 않고", "다시 회신하지 않습니다"],
    otherwise: [
      [["caseLifetime=1h"], { isClosed: true, released: true, untilMs: hour - 1 }],
      // Two officers are then too few, and no case comes to its end.
      [["officersRequired=3"], { isClosed: false, released: false, untilMs: "never" }],
    ],
  },
  {
    // C4: two different officers stand behind a case; who denies it is not said.
    id: "asker-denies",
    clause: "C4",
    facts: { isAsked: true, denies: true, approves: false },
    restsOn: { officersRequired: 2 },
    en: ["may deny the case", "may not approve it"],
    ko: ["거부할 수 있고", "승인할 수 없습니다"],
    otherwise: [[["officersRequired=1"], { isAsked: true, denies: true, approves: true }]],
  },
  {
    // C8: request, approval, release, its arrival, answer, its arrival: seven moments around six moves, five of them before the answer.
    id: "leaving-a-case",
    clause: "C8",
    facts: { moments: 7, inTime: 5, decides: "answer", counted: 1, namedOtherwise: true },
    restsOn: { officersRequired: 2 },
    en: ["Of 7 moments", "5 leave nobody named", "1 record", "message has not been sent: answer"],
    ko: ["7번 가운데 5번", "기록이 1건", "‘회신’ 메시지"],
    otherwise: [[["officersRequired=3"], { moments: 0, inTime: 0, namedOtherwise: false }]],
  },
  {
    // S8, F7: the join is for an investigation, and the level only stops collection. C2: while there are records, 28 days.
    id: "joining-while-suspended",
    clause: "F7",
    facts: { lookAtTheLevel: [], forMs: 28 * day },
    restsOn: { retention: 28 * day },
    en: ["yes", "up to 28 days from its pass"],
    ko: ["결합할 수 있습니다", "28일까지"],
    otherwise: [[["retention=7d"], { forMs: 7 * day }]],
  },
];
