// What the questions about consent and passes come to, worked out by hand from the policy's sentences.
// Under the founding policy, and again under one with a constant set otherwise, where the answer has to be another one.
// Each number says the clause that it comes from.
import { hour, minute, scan, type ByHand } from "./form.ts";

export const ofPasses: readonly ByHand[] = [
  {
    // C12: ten minutes for one consent where it is asked for at every pass. F1: asked for once, it does not end by itself.
    id: "renewing-a-pass",
    clause: "C12",
    facts: { lastPassMs: { "2020-07": 10 * minute - 1, "2020-10": "endless" }, inForceMs: 10 * minute - 1 },
    restsOn: { consentAsked: "everyPass", consentSession: 10 * minute },
    en: ["for 9 minutes 59 seconds 999 milliseconds", "2020-10, as long as nobody ends the consent"],
    ko: ["9분 59초 999밀리초", "누군가 동의를 끝낼 때까지"],
    otherwise: [
      [
        ["consentSession=1h"],
        { lastPassMs: { "2020-07": hour - 1, "2020-10": "endless" }, inForceMs: hour - 1 },
      ],
      [["consentAsked=once"], { inForceMs: "endless" }],
    ],
  },
  {
    // C15: the last pass is of the last millisecond of the 30 days, and with equal clocks taken almost 15 s after them; F3, C3.
    id: "pass-in-hand",
    clause: "C15",
    facts: { isIssued: true, onlineMs: 16_998, lateMs: 6 * hour + 16_997, afterWithdrawalMs: 16_999 },
    restsOn: scan,
    en: [
      "16 seconds 998 milliseconds after the end",
      "6 hours 16 seconds 997 milliseconds",
      "16 seconds 999 milliseconds online",
    ],
    ko: ["16초 998밀리초", "6시간 16초 997밀리초", "16초 999밀리초"],
    otherwise: [
      [["clockSkew=0s"], { onlineMs: 14_998, lateMs: 6 * hour + 14_997, afterWithdrawalMs: 14_999 }],
      [["passLifetime=1m"], { onlineMs: 61_998, afterWithdrawalMs: 61_999 }],
      [["lateDelivery=0s"], { lateMs: "never" }],
      [["verificationValidity=0s"], { isIssued: false, onlineMs: "never" }],
    ],
  },
  {
    // F7: collection stops at once, and nothing is said of leaving.
    id: "withdrawing-while-suspended",
    clause: "F7",
    facts: {
      refused: ["issuer.agree", "issuer.sendCode", "issuer.checkCode", "issuer.issue"],
      allowed: ["issuer.withdraw"],
    },
    restsOn: {},
    en: ["record consent, send a code, check a code and issue a pass", "These are not: withdraw"],
    ko: ["동의 기록, 인증번호 발송, 인증번호 확인, QR코드 발급", "동의 철회와 계정 파기"],
    // Nobody can enter such a code, so nobody is verified, and for that alone no pass is issued under any level.
    otherwise: [
      [["codeLifetime=0s"], { refused: ["issuer.agree", "issuer.sendCode"], allowed: ["issuer.withdraw"] }],
    ],
  },
];
