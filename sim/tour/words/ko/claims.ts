// The claims of the tour in Korean. Each is told only after its check in steps/ has held.
// The keys are those of en/claims.ts; a missing one does not compile.
import { sayDuration } from "../../../../models/labels/duration.ts";
import type { Claims } from "../words.ts";

const say = (durationMs: number): string => sayDuration(durationMs, "ko");

export const claims: Claims = {
  levelAllows: "심각 단계가 발령되어 발급회사와 사회보장정보원이 정보를 수집할 수 있습니다.",
  registered: "노래연습장이 스캐너의 키와 함께 사회보장정보원에 등록했습니다.",
  consentRecorded: (version) => `발급회사가 제${version}판 고지에 대한 동의를 기록했습니다.`,
  numberAtIssuerOnly:
    "지우 씨의 전화번호는 발급회사만, 그것도 금고의 키가 있어야 읽을 수 있습니다. 저장소에는 봉인되어 있습니다.",
  nothingIssued: "QR코드는 만들어지지 않았고, 그날의 키도 만들어지지 않았습니다.",
  codeSent: (digits) => `${digits}자리 인증번호가 문자로 왔습니다.`,
  wrongCode: "틀린 번호는 받아들여지지 않고 시도 횟수로 셉니다.",
  verified: "맞는 번호가 받아들여져 휴대전화가 한 달 동안 인증됩니다.",
  passIssued: (bytes, characters, lifetimeMs) =>
    `정보는 ${bytes}바이트, 글자로는 ${characters}자이며 ${say(lifetimeMs)} 동안 유효합니다.`,
  svgWritten: (file) => `같은 QR코드를 그린 파일: ${file}`,
  secretSplit: (officers) =>
    `이 1분의 비밀을 나눈 조각은 봉인되어 사회보장정보원에 있고, 조사관 ${officers}명이 있어야 쓸 수 있습니다.`,
  passNotStored: "QR코드 자체는 어느 기관의 파일에도 없습니다.",
  admitted: "지우 씨가 입장했고, 사회보장정보원에 출입기록 1건이 저장되었습니다.",
  venueKeepsNothing: "시설은 ‘입장 가능’만 알게 되었고, 누구에 대한 정보도 보관하지 않습니다.",
  custodianCannotName: "사회보장정보원에는 장소와 시각이 있고 전화번호는 없습니다.",
  issuerKnowsNoPlace: "발급회사에는 봉인된 전화번호가 있고 장소는 없습니다.",
  visitsStill: (visits) => `이 일로 저장된 것은 없습니다. 출입기록은 그대로 ${visits}건입니다.`,
  renewed: "다시 동의하지 않아도 새 QR코드가 나옵니다.",
  admittedAgain: (visits) => `바로 보이자 입장했습니다. 그날 저녁의 ${visits}번째 기록입니다.`,
  consentOver: "그날 저녁의 동의는 저절로 끝났고, 다음 QR코드는 다시 동의를 받습니다.",
  caseOpened: (caseId) => `법적 근거를 적자 사건 ${caseId}이 열리고 김 조사관이 서명했습니다.`,
  caseApproved: "서 조사관이 같은 문서를 읽고 서명하여 사건이 승인되었습니다.",
  released: (records) => `사회보장정보원이 봉인된 기록 ${records}건을 내주고 그 사실에 서명했습니다.`,
  officerReads: (isFirst, phone, visits) =>
    `두 조각이 모이자 ${isFirst ? "김" : "서"} 조사관이 ${phone}, 출입기록 ${visits}건을 읽습니다.`,
  answerSealed: "회신은 두 사람에게만 봉인되어, 방역당국의 파일에서는 번호를 찾을 수 없습니다.",
  issuerLearnt:
    "발급회사는 조사가 지우 씨와 관련된다는 것과 QR코드를 발급한 시각만 알고, 장소는 알지 못합니다.",
  visitedAgain: "세 번째 출입기록이 저장되었습니다.",
  tiesGone: "계정, 동의, 인증, 모든 별칭이 즉시 사라졌습니다.",
  numberNowhere: "지우 씨의 전화번호는 어느 기관의 파일에서도, 어떤 키로도 읽을 수 없습니다.",
  sealedVisitsStay: (visits) =>
    `봉인된 기록 ${visits}건은 각 날짜의 기한까지 남지만, 그 뒤에는 아무도 없습니다.`,
  earlierAnswerStays: "앞서 두 조사관이 받은 회신은 정해진 기한까지 두 사람에게만 봉인된 채 남습니다.",
  countOnly: (records, people) =>
    `이 사건이 알게 되는 것은 건수뿐입니다. 기록 ${records}건, 확인된 사람 ${people}명.`,
  readsNobody: "번호가 있을 자리에서 조사관이 읽는 것은 ‘해당자 없음’입니다.",
  verifiedAnew: "새 인증번호로 휴대전화가 다시 인증되었습니다.",
  admittedAnew: "새 QR코드로 입장했습니다.",
  beginsAnew: "새 계정에는 오늘의 별칭 하나만 있고, 지난날과 이어 주는 것은 없습니다.",
  answerStillReadable: "1밀리초 전에는 조사관이 아직 읽을 수 있습니다.",
  answerGone: "그 순간부터는 읽을 수 없습니다. 회신과 그 키가 파기되었습니다.",
  caseStays: "사건이 두 건 있었다는 것과 무엇을 요청했는지는 기록으로 남습니다.",
  dayStillThere: "자정 1밀리초 전에는 7월 1일의 출입기록과 봉인된 열쇠 조각이 있습니다.",
  noVisits: "자정이 되자 7월 1일의 출입기록은 하나도 없습니다.",
  noKeys: "그날의 키는 어느 기관의 금고에도 없습니다.",
  noAliases: "그날의 별칭도 남아 있지 않습니다.",
  noShares: "그날 발급 구간의 식별자가 어느 파일에도 없습니다. 봉인된 열쇠 조각이 파기되었습니다.",
  lastMoment: "한 달의 마지막 1밀리초에는 아직 QR코드가 나옵니다.",
  verificationRenewed: "새 인증번호로 갱신하자 다시 QR코드가 나옵니다.",
  lastVisit: (visits) => `지우 씨가 입장했습니다. 사회보장정보원에 남아 있는 기록은 ${visits}건입니다.`,
  accountStays: "계정과 전화번호는 아직 남아 있습니다.",
  accountStillThere: "1밀리초 전에는 계정이 있습니다.",
  accountGone: "그 순간 계정이 사라집니다.",
  nothingOfPeople:
    "계정, 출입기록, 하루의 키, 별칭, 열쇠 조각, 회신, 사본이 어느 기관에도 남아 있지 않습니다.",
  whatStays:
    "남는 것은 시설이 등록되어 있다는 것, 날마다의 건수, 사건 두 건이 무엇을 요청했는지, 역학조사관 명부, 그리고 아무도 식별하지 않는 공개 기록뿐입니다.",
};
