/**
 * Korean words for what happens: events and triggers as nouns, to which sentences add their particles, and what transitions tell.
 * The keys are those of en/events.ts; a missing one does not compile.
 */
import type * as en from "../en/events.ts";
import type { Translated } from "../translated.ts";

export const events: Translated<typeof en.events> = {
  "level.announced": "위기경보 단계 발표",
  "consent.given": "동의",
  "consent.withdrawn": "동의 철회",
  "notice.published": "고지 게시",
  "code.requested": "인증번호 요청",
  "code.submitted": "인증번호 입력",
  "account.withdrawn": "이용 철회",
  "pass.requested": "QR코드 요청",
  "pass.issued": "QR코드 발급",
  "pass.presented": "QR코드 제시",
  "pass.scanned": "QR코드 스캔",
  "visit.recorded": "출입기록 저장",
  "visit.released": "출입기록 제공",
  "day.opened": "하루 보관 시작",
  "epoch.begun": "발급 구간 시작",
  "case.requested": "역학조사 요청",
  "case.approved": "역학조사 승인",
  "case.denied": "역학조사 거부",
  "case.released": "조사 대상 기록 제공",
  "case.answered": "QR코드 발급회사 회신",
  "case.closed": "역학조사 종결",
};

export const told: Translated<typeof en.told> = {
  "collection.resumed": "수집 시작",
  "collection.stopped": "수집 중단",
  "level.noted": "단계 변경 확인",
  "consent.recorded": "동의 기록",
  "consent.ended": "동의 종료",
  "code.sent": "인증번호 발송",
  "code.mismatched": "인증번호 불일치",
  "code.locked": "인증 잠김",
  "phone.verified": "휴대전화 인증 완료",
  "verification.ended": "인증 만료",
  "account.ended": "계정 종료",
  "pass.shown": "QR코드 표시",
  "pass.presented": "QR코드 제시",
  "pass.accepted": "QR코드 확인 완료",
  "visit.stored": "출입기록 저장",
  "visit.disclosed": "출입기록 제공",
  "visit.erased": "출입기록 파기",
  "day.opened": "하루 보관 시작",
  "day.erased": "하루 기록 파기",
  "case.opened": "역학조사 요청 접수",
  "case.approved": "역학조사 승인",
  "case.denied": "역학조사 거부",
  "case.lapsed": "역학조사 기한 경과",
  "case.released": "조사 대상 기록 제공",
  "case.answered": "역학조사 회신",
  "case.erased": "회신 내용 파기",
};
