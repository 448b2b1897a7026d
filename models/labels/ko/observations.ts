/**
 * Korean words for what a watcher sees: each kind of observation as a noun, its fields, its flags as nouns, and what can still be held.
 * The keys are those of en/observations.ts; a missing one does not compile.
 */
import type * as en from "../en/observations.ts";
import type { Translated } from "../translated.ts";

export const observations: Translated<typeof en.observations> = {
  passIssued: "QR코드 발급",
  visitStored: "출입기록 저장",
  passStored: "QR코드 저장 확인",
  visitReleased: "출입기록 제공",
  withdrawn: "동의 철회 처리",
  caseApproved: "사건 승인",
  released: "사건 기록 제공",
  answered: "제공에 대한 회신",
  answerKept: "회신 보관",
  reidentified: "사건에 따른 출입기록 결합",
  personJoined: "사건에 따른 특정 이용자의 출입기록 결합",
  personWithdrew: "이용자의 동의 철회",
  disclosureLogged: "사건 회신",
  dayOpened: "하루 기록 시작",
  dayErased: "하루 기록 파기",
  dayFound: "하루 기록 발견",
  daySeenAgain: "하루 기록의 재확인",
  stillHeld: "계속되는 보관",
};

export const observedFields: Translated<typeof en.observedFields> = {
  at: "발생 시각",
  crisis: "위기경보 상태",
  consent: "동의 상태",
  consentVersion: "동의한 고지 버전",
  consentGivenAt: "마지막 동의 시각",
  verification: "인증 상태",
  withdrawnAt: "마지막 철회 시각",
  pass: "QR코드 발급 순서",
  times: "저장된 횟수",
  eraseAtBefore: "제공 전 파기 시각",
  eraseAtAfter: "제공 후 파기 시각",
  person: "이용자",
  named: "이용자 식별 여부",
  release: "사회보장정보원 대장 기재 여부",
  answer: "발급회사 대장 기재 여부",
  party: "기관",
  dayStart: "그날의 시작",
  dayEnd: "다음 날의 시작",
  erasedAt: "그날의 파기 시각",
  what: "보관된 것의 종류",
  "dayOpened.endsAt": "하루 기록의 보관 종료 시각",
  "stillHeld.endsAt": "보관 종료 시각",
};

export const observedFlags: Translated<typeof en.observedFlags> = {
  named: { up: "식별된 이용자", down: "식별되지 않은 이용자" },
  release: { up: "사회보장정보원 대장에 있는 사건", down: "사회보장정보원 대장에 없는 사건" },
  answer: { up: "발급회사 대장에 있는 사건", down: "발급회사 대장에 없는 사건" },
};

export const heldWords: Translated<typeof en.heldWords> = {
  consent: "동의",
  verification: "인증",
  day: "하루 기록",
  disclosure: "사건",
  visit: "출입기록",
  key: "키",
  alias: "별칭",
  share: "조각",
  answer: "회신",
};
