// What the questions about scans and the records of visits come to, worked out by hand from the policy's sentences.
// Under the founding policy, and again under one with a constant set otherwise, where the answer has to be another one.
// Each number says the clause that it comes from.
import { day, hour, scan, second, type ByHand } from "./form.ts";

export const ofRecords: readonly ByHand[] = [
  {
    // C2: erased as its day plus 28 days begins. The first pass of a day lives 28 days, the last 27 days and its own last millisecond.
    // C3: the custodian may store 2 s before the pass's time, or 6 h 16.998 s after it: the last millisecond of 17 s and that of 6 h.
    id: "life-of-a-record",
    clause: "C2",
    facts: {
      shortestMs: 27 * day + 1,
      longestMs: 28 * day,
      shortestStoredMs: 27 * day + 1 - (6 * hour + 16_998),
      longestStoredMs: 28 * day + 2 * second,
    },
    restsOn: { ...scan, retention: 28 * day },
    en: [
      "27 days 1 millisecond",
      "28 days at the longest",
      "26 days 17 hours 59 minutes 43 seconds 3 milliseconds",
      "28 days 2 seconds",
    ],
    ko: ["27일 1밀리초", "28일 동안", "26일 17시간 59분 43초 3밀리초", "28일 2초"],
    otherwise: [
      [
        ["retention=7d"],
        { shortestMs: 6 * day + 1, longestMs: 7 * day, longestStoredMs: 7 * day + 2 * second },
      ],
      [["clockSkew=0s"], { longestStoredMs: 28 * day, shortestStoredMs: 27 * day + 1 - (6 * hour + 14_998) }],
      [["passLifetime=30s"], { shortestStoredMs: 27 * day + 1 - (6 * hour + 31_998) }],
      [["lateDelivery=0s"], { shortestStoredMs: 27 * day + 1 - 16_999 }],
    ],
  },
  {
    // C3: one thing is asked of a late delivery that is not asked of any other: whether the device has been silent since.
    id: "venue-offline",
    clause: "C3",
    facts: { onlineMs: 16_999, lateMs: 6 * hour + 16_998, backMs: 6 * hour - 1, factsMore: ["venueSilent"] },
    restsOn: scan,
    en: [
      "not on its word alone: the custodian also finds out silence of the device since the scan",
      "16 seconds 999 milliseconds",
      "6 hours 16 seconds 998 milliseconds",
      "5 hours 59 minutes 59 seconds 999 milliseconds back",
    ],
    ko: ["시설의 말만", "16초 999밀리초", "6시간 16초 998밀리초", "5시간 59분 59초 999밀리초"],
    otherwise: [
      [["passLifetime=30s"], { onlineMs: 31_999, lateMs: 6 * hour + 31_998, backMs: 6 * hour - 1 }],
      [["clockSkew=0s"], { onlineMs: 14_999, lateMs: 6 * hour + 14_998 }],
      [["lateDelivery=1h"], { onlineMs: 16_999, lateMs: hour + 16_998, backMs: hour - 1 }],
      [["lateDelivery=0s"], { lateMs: "never", backMs: "never" }],
    ],
  },
  {
    // S7, C3: a pass is stored once, whoever delivers first; no number says which.
    id: "two-venues-offline",
    clause: "C3",
    facts: { admitted: 2, stored: 1, refused: "pass-replayed", stands: "delivered" },
    restsOn: {},
    en: ["both venues", "1 visit is stored", "delivered first", '"This pass has already been used."'],
    ko: ["시설 2곳", "1건만", "먼저 전송된", "“이미 사용된 QR코드입니다.”"],
    otherwise: [
      [["lateDelivery=0s"], { admitted: 2, stored: 0, refused: "delivery-too-late", stands: "neither" }],
    ],
  },
  {
    // S6, S10: the issuer has numbers and no place, the custodian places and no number. C2: a day ends as the 28th after it begins.
    id: "stored-distributed",
    clause: "C10",
    facts: {
      issuer: ["phone"],
      custodian: ["place"],
      together: ["phone", "place", "whoWasWhere"],
      daysKept: 28,
    },
    restsOn: { retention: 28 * day },
    en: ["issuer alone can know: phone number", "custodian alone: place", "who was where", "28 days at once"],
    ko: ["‘휴대전화 번호’", "‘장소’", "‘누가 어디에 있었는지’", "28일치"],
    otherwise: [
      [["retention=7d"], { daysKept: 7 }],
      [["retention=60d"], { daysKept: 60 }],
    ],
  },
  {
    id: "scan-before-the-level-fell",
    clause: "F7",
    facts: { storedBefore: true, storedAfter: false, refused: "collection-suspended" },
    restsOn: {},
    en: ["no, although the same scan is stored when it is delivered before", "does not allow collection."],
    ko: ["저장하지 않습니다", "먼저 전송되었다면 저장되지만"],
    otherwise: [[["lateDelivery=0s"], { storedBefore: false, storedAfter: false }]],
  },
];
