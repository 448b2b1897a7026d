/**
 * Korean names of the parties, of the rules by which they answer, of the messages between them and of what a message is made of.
 * The parties have the names that the scheme's own notices used. The keys are those of en/system.ts; a missing one does not compile.
 */
import type * as en from "../en/system.ts";
import type { Translated } from "../translated.ts";

export const parties: Translated<typeof en.parties> = {
  person: "이용자",
  issuer: "QR코드 발급회사",
  venue: "시설관리자",
  custodian: "사회보장정보원",
  authority: "방역당국",
  board: "현황판",
};

export const rules: Translated<typeof en.rules> = {
  "issuer.announceLevel": "발급회사의 위기경보 단계 확인",
  "issuer.openDay": "발급회사의 하루 보관 시작",
  "issuer.agree": "동의 기록",
  "issuer.sendCode": "인증번호 발송",
  "issuer.checkCode": "인증번호 확인",
  "issuer.issue": "QR코드 발급",
  "issuer.withdraw": "동의 철회와 계정 파기",
  "issuer.publishNotice": "고지 게시",
  "issuer.answer": "역학조사 회신",
  "venue.scan": "QR코드 스캔",
  "custodian.announceLevel": "사회보장정보원의 위기경보 단계 확인",
  "custodian.record": "출입기록 저장",
  "custodian.recordLate": "늦게 전송된 출입기록 저장",
  "custodian.openDay": "사회보장정보원의 하루 보관 시작",
  "custodian.release": "조사 대상 기록 제공",
  "custodian.releaseVisit": "출입기록의 제공 표시",
  "authority.request": "역학조사 요청",
  "authority.approve": "역학조사 승인",
  "authority.deny": "역학조사 거부",
  "authority.receiveRelease": "제공 기록 수령",
  "authority.receiveAnswer": "회신 수령",
  "authority.close": "역학조사 종결",
};

export const messages: Translated<typeof en.messages> = {
  level: "위기경보 단계 발표",
  code: "문자 인증번호",
  deposit: "발급 구간 예치",
  issuedPass: "새 QR코드",
  pass: "QR코드",
  scan: "스캔 전송",
  lateScan: "늦은 스캔 전송",
  admission: "출입 확인 결과",
  releaseRequest: "기록 제공 요청",
  release: "기록 제공",
  joinRequest: "결합 요청",
  answer: "회신",
};

export const knowledge: Translated<typeof en.knowledge> = {
  alias: "계정의 당일 별칭",
  aliasBook: "당일 별칭 목록",
  case: "사건",
  challenge: "시설이 제시한 확인값",
  code: "인증번호",
  custodianKey: "사회보장정보원의 키",
  custodianSignature: "사회보장정보원의 서명",
  dayKey: "발급회사의 당일 키",
  epoch: "발급 구간",
  epochSecret: "발급 구간의 비밀값",
  ground: "법적 근거",
  issuer: "QR코드 발급회사",
  issuerCaseKey: "발급회사의 사건용 키",
  issuerPublicKey: "발급회사의 당일 공개키",
  issuerSignature: "발급회사의 서명",
  number: "구간 내 번호",
  "officerKey.first": "첫째 역학조사관의 키",
  "officerKey.second": "둘째 역학조사관의 키",
  officerSignatures: "역학조사관들의 서명",
  outcome: "처리 결과",
  phone: "휴대전화 번호",
  place: "장소",
  publicFigures: "공개 통계",
  recordKey: "사회보장정보원의 기록 키",
  salt: "임의의 덧붙임 값",
  scopeOfTime: "사건의 조사 시간대",
  scopeOfVenues: "사건의 대상 시설",
  "share.first": "첫째 역학조사관의 비밀 조각",
  "share.second": "둘째 역학조사관의 비밀 조각",
  timeOfEpoch: "발급 구간의 시각",
  timeOfPass: "QR코드의 시각",
  timeOfScan: "스캔 시각",
  venueKey: "시설의 키",
  venueRegister: "시설 등록부",
  venueSignature: "시설의 서명",
  whoWasWhere: "누가 어디에 있었는지",
};
