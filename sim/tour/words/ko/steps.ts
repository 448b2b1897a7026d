// The steps of the story in Korean: what each is called, and one or two sentences, as a public service explains things to people.
// Whatever could be false stands in claims.ts instead, where it is checked before it is told.
import type { StepId, StepWords } from "../words.ts";

export const steps: Readonly<Record<StepId, StepWords>> = {
  level: {
    title: "위기경보 단계",
    says: [
      "지우 씨가 별빛노래연습장에 가려고 합니다. 전자출입명부는 국가 위기경보가 경계나 심각 단계일 때만 정보를 수집할 수 있고, 그 전에는 누구에게서도 아무것도 받지 않습니다.",
    ],
  },
  notice: {
    title: "개인정보 처리 고지",
    says: ["지우 씨가 QR 체크인을 엽니다. 아래 고지에 동의하지 않으면 QR코드가 나오지 않습니다."],
  },
  unverified: {
    title: "아직 인증하지 않은 휴대전화",
    says: ["동의만으로는 부족합니다. 처음 이용할 때에는 휴대전화 번호를 인증해야 합니다."],
  },
  code: {
    title: "문자로 받은 인증번호",
    says: ["지우 씨가 인증번호를 한 번 잘못 입력한 뒤 바르게 입력합니다."],
  },
  pass: {
    title: "QR코드",
    says: [
      "발급회사가 봉인하고 서명한 정보 한 묶음을 만듭니다. 누가 보아도 뜻 없는 문자열이며, 지우 씨의 휴대전화에는 이 QR코드로 나타납니다.",
    ],
  },
  admitted: {
    title: "입구에서",
    says: ["스캐너가 읽은 내용에 장소와 시각을 붙여 서명하고 사회보장정보원으로 보냅니다."],
  },
  replayed: {
    title: "같은 QR코드를 다시 보이면",
    says: ["몇 초 뒤에 누군가 그 QR코드를 찍은 사진을 내밉니다."],
  },
  expired: {
    title: "늦게 보인 QR코드와 갱신",
    says: [
      "지우 씨가 통화하러 나왔다가 다시 들어가려고 새 QR코드를 받았지만 너무 늦게 보였습니다. 화면을 한 번 눌러 갱신합니다.",
    ],
  },
  forged: {
    title: "QR코드가 아닌 것",
    says: ["누군가 QR코드의 정보를 단 1비트 바꿉니다. 또 다른 사람은 메뉴판의 QR코드를 내밉니다."],
  },
  case: {
    title: "역학조사",
    says: [
      "이틀 뒤 그날 저녁 손님 가운데 확진자가 나왔습니다. 방역당국의 김 조사관이 이 노래연습장의 그날 저녁 기록만 요청합니다.",
    ],
  },
  join: {
    title: "정보의 결합",
    says: [
      "사회보장정보원이 그 장소, 그 시간대의 봉인된 기록을 내줍니다. 열쇠는 조각으로 나뉘어 있어, 두 조사관의 조각이 모여야 발급회사가 기록을 열 수 있습니다.",
    ],
  },
  withdrawn: {
    title: "동의 철회",
    says: ["7월 5일, 지우 씨가 한 번 더 노래연습장에 다녀온 뒤 그날 밤 동의를 철회합니다."],
  },
  nobody: {
    title: "아무도 나오지 않는 조사",
    says: ["다음 날 조사관들이 두 번째 사건으로 7월 5일 저녁의 기록을 요청합니다."],
  },
  back: {
    title: "다시 이용하기",
    says: ["지우 씨가 다시 이용하려고 처음부터 시작합니다. 고지, 인증번호, QR코드의 순서입니다."],
  },
  answersErased: {
    title: "회신의 파기",
    says: [
      "첫 사건에서 알게 된 정보에는 따로 정해진 끝이 있습니다. 그 1밀리초 전과 바로 그 순간을 살펴봅니다.",
    ],
  },
  fourWeeks: {
    title: "4주가 지나면",
    says: [
      "자정에 7월 1일의 모든 것이 끝납니다. 기록, 키, 별칭, 열쇠 조각이 모두 파기되며, 누가 버튼을 누를 필요가 없습니다.",
    ],
  },
  month: {
    title: "한 달 뒤",
    says: ["지우 씨가 휴대전화를 보고 있는 동안 두 번째 인증의 유효기간이 끝납니다."],
  },
  lastVisit: {
    title: "마지막 방문",
    says: ["그 여름, 지우 씨가 이 이야기에서 마지막으로 노래연습장에 갑니다."],
  },
  monthAgain: {
    title: "다시 끝난 유효기간",
    says: ["이번에는 갱신하지 않습니다. 마지막 방문의 기록이 아직 남아 있어 계정도 남아 있습니다."],
  },
  accountGone: {
    title: "계정의 끝",
    says: ["인증의 유효기간이 이미 끝났고, 이제 마지막 QR코드의 기록도 보유기간이 끝났습니다."],
  },
  nothingLeft: {
    title: "남은 것 없음",
    says: ["1분 뒤 모든 기관의 파일을 한 번 더 살펴봅니다."],
  },
};
