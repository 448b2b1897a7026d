/**
 * Korean names of the policy's constants, of its sets and of the words of its vocabularies.
 * The crisis levels are called as the national system calls them. The keys are those of en/policy.ts; a missing one does not compile.
 */
import type * as en from "../en/policy.ts";
import type { Translated } from "../translated.ts";

export const constants: Translated<typeof en.constants> = {
  consentAsked: "동의를 받는 시점",
  consentSession: "발급마다 받는 동의의 유효시간",
  noticeVersion: "현재 고지 버전",
  verificationValidity: "인증 유효기간",
  codeDigits: "인증번호 자릿수",
  codeLifetime: "인증번호 유효시간",
  codeTries: "잠금 전 입력 오류 한도",
  codeSends: "잠금 전 발송 한도",
  codeSendWindow: "발송 횟수 집계 시간",
  networkSends: "네트워크별 발송 한도",
  codeLock: "잠금 시간",
  accountKept: "미사용 계정 보유기간",
  passLifetime: "QR코드 유효시간",
  clockSkew: "허용 시각 오차",
  lateDelivery: "지연 전송 한도",
  passUseless: "QR코드가 쓸모없어지는 시간",
  passesPerMinute: "1분당 발급 한도",
  scansPerMinute: "1분당 스캔 한도",
  epochLength: "발급 구간 길이",
  epochPasses: "발급 구간당 QR코드 한도",
  retention: "보유기간",
  joinableAtLeast: "최소 결합 가능 기간",
  sweepLateness: "파기 작업 지연 한도",
  officersRequired: "필요한 역학조사관 수",
  caseDecision: "둘째 역학조사관의 결정 기한",
  caseLifetime: "사건 유효시간",
  caseAnswerKept: "회신 보유기간",
  caseVenues: "사건당 시설 수 한도",
  caseWindow: "사건당 조사 시간대 한도",
  caseRecords: "사건당 기록 수 한도",
  nationRecordsPerDay: "하루 전국 제공 기록 수 한도",
  witnessesRequired: "필요한 공동 서명 기관 수",
  rosterDelay: "역학조사관 명단 변경 대기시간",
  venueReminder: "미사용 시설 안내 기준",
};

export const sets: Translated<typeof en.sets> = {
  collectionLevels: "수집이 허용되는 위기경보 단계",
  caseGrounds: "사건에 인정되는 법적 근거",
};

export const vocabulary: Translated<typeof en.vocabulary> = {
  everyPass: "QR코드를 발급할 때마다",
  once: "처음 이용할 때 한 번",
  attention: "관심",
  caution: "주의",
  alert: "경계",
  serious: "심각",
  none: "없음",
  investigation: "역학조사",
};

export const vocabularyNames: Translated<typeof en.vocabularyNames> = {
  consentAsked: "동의를 받는 시점",
  crisisLevel: "위기경보 단계",
  ground: "법적 근거",
};

export const grades: Translated<typeof en.grades> = {
  S: "최초 설명 문서",
  F: "제도 기록에 남은 사실",
  C: "공개된 내용이 없어 이 제품이 정한 사항",
};
