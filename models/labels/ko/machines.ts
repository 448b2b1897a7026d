/**
 * Korean names of the machines and of their states, as diagrams and reports print them.
 * The keys are those of en/machines.ts; a missing one does not compile.
 */
import type * as en from "../en/machines.ts";
import type { Translated } from "../translated.ts";

export const machines: Translated<typeof en.machines> = {
  crisis: "위기경보",
  consent: "동의",
  verification: "본인 인증",
  pass: "QR코드",
  visit: "출입기록",
  day: "하루 보관 단위",
  disclosure: "역학조사 사건",
};

export const states: Translated<typeof en.states> = {
  "crisis.suspended": "수집 중단",
  "crisis.active": "수집 중",
  "consent.absent": "동의 없음",
  "consent.given": "동의함",
  "consent.outdated": "재동의 필요",
  "consent.withdrawn": "동의 철회",
  "verification.unverified": "미인증",
  "verification.challenged": "인증번호 발송",
  "verification.unanswered": "인증번호 미입력",
  "verification.verified": "인증 완료",
  "verification.renewing": "인증 갱신 중",
  "verification.expired": "인증 만료",
  "verification.locked": "인증 잠김",
  "verification.erased": "계정 파기",
  "pass.unissued": "발급 전",
  "pass.issued": "발급됨",
  "pass.accepted": "사용됨",
  "pass.expired": "만료됨",
  "visit.absent": "기록 없음",
  "visit.recorded": "기록됨",
  "visit.disclosed": "제공됨",
  "visit.erased": "파기됨",
  "day.unopened": "열리지 않음",
  "day.kept": "보관 중",
  "day.erased": "파기됨",
  "disclosure.absent": "사건 없음",
  "disclosure.requested": "요청됨",
  "disclosure.approved": "승인됨",
  "disclosure.released": "기록 제공됨",
  "disclosure.answered": "회신됨",
  "disclosure.closed": "종결됨",
  "disclosure.denied": "거부됨",
  "disclosure.lapsed": "기한 경과",
};
