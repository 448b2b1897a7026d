// The tour in Korean: what stands around the steps, and the names of what parties hold.
// The keys are those of en.ts; a missing one does not compile.
import { sayDuration } from "../../../models/labels/duration.ts";
import { claims } from "./ko/claims.ts";
import { steps } from "./ko/steps.ts";
import type { TourWords } from "./words.ts";

export const korean: TourWords = {
  language: "ko",
  opening: [
    "한 사람의 이야기로 보는 전자출입명부",
    "서비스와 QR코드, 서명, 파일은 모두 실제로 동작합니다. 사람은 지어냈고 시간만 가상입니다.",
    "✓가 붙은 문장은 확인한 뒤에 말한 것이고, ✗는 거부이며 그 코드를 함께 적습니다.",
  ],
  closing: (count, checked, refusals) => [
    `이야기가 끝났습니다. ${count}단계, 확인한 사실 ${checked}개, 거부 ${refusals}번.`,
  ],
  steps,
  claims,
  notice: (policy) => [
    "QR 체크인 개인정보 처리 고지(요약)",
    "· 목적: 역학조사에 필요할 때에만 해당하는 사람을 찾기 위한 것입니다.",
    "· 항목: 발급회사는 전화번호를, 사회보장정보원은 이름 없이 장소와 시각을 보관합니다.",
    `· 기간: 출입기록은 늦어도 ${sayDuration(policy.retention, "ko")} 뒤에 파기합니다.`,
    "· 동의는 언제든지 철회하실 수 있습니다.",
  ],
  refused: "거부",
  clauses: "근거",
  holds: "지금 파일에 있는 것",
  nothing: "없음",
  nobody: "없음",
  numberFound: "전화번호를 읽을 수 있는 곳",
  placeFound: "장소를 읽을 수 있는 곳",
  things: {
    accounts: "계정",
    consents: "동의",
    verifications: "인증",
    aliases: "별칭",
    registrations: "등록된 시설",
    waiting: "전송 대기 스캔",
    visits: "봉인된 출입기록",
    epochs: "봉인된 열쇠 조각",
    cases: "사건 기록",
    releases: "기록 제공",
    casesAnswered: "회신한 사건",
    answers: "봉인된 회신",
    dayKeys: "하루의 키",
    caseKeys: "사건의 키",
  },
  placeAt: { authority: "사건에 한하여" },
  refusedAs: (expected, given) =>
    `${expected} 코드로 거부합니다.${given === "" ? " (거부되지 않았습니다.)" : given === expected ? "" : ` (실제로는 ${given} 코드로 거부되었습니다.)`}`,
  broken: (step, claim) => `‘${step}’ 단계에서 다음 내용이 사실과 다릅니다. ${claim}`,
  brokenAdvice: "--keep DIR을 붙여 다시 실행하신 뒤 그곳의 파일을 살펴보시기 바랍니다.",
  keptIn: (folder) =>
    `각 기관의 파일은 ${folder}에 있습니다. store.sqlite는 sqlite3로 열어 보실 수 있습니다.`,
};
