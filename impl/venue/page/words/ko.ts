// What the page of a door says in Korean, plainly and politely, to the people who work there.
// The keys are those of en.ts; one that is missing does not compile.
import type { Translated } from "../../../../models/labels/translated.ts";
import type * as en from "./en.ts";

export const answers: Translated<typeof en.answers> = {
  checked: "입장 가능",
  unchecked: "입장 가능 (확인 전)",
  refused: "입장 불가",
  suspended: "체크인 중단 중",
};

export const uncheckedAdvice = "연결이 돌아오면 QR코드를 확인합니다. 지금은 입장하시도록 안내해 주세요.";
export const ready = "휴대전화의 QR코드를 카메라에 비춰 주세요.";
export const withoutCamera = "그동안은 휴대용 스캐너나 수기 명부를 이용해 주세요.";
export const checking = "확인하는 중입니다 …";

export const own: Translated<typeof en.own> = {
  "challenge-alone": {
    sentence: "시설 기기와 연결이 끊긴 동안에는 확인값으로 만든 QR코드를 확인할 수 없습니다.",
    advice: "확인값 없이 만든 QR코드를 요청하시고, 확인값이 꼭 필요한 출입구라면 수기 명부를 이용해 주세요.",
  },
  "held-full": {
    sentence: "연결이 돌아올 때까지 이 브라우저에 스캔을 더 보관할 수 없습니다.",
    advice: "그동안은 수기 명부를 이용해 주세요.",
  },
};

export const key: Translated<typeof en.key> = {
  heading: "출입구 열기",
  about: "출입구 열쇠를 입력해 주세요. 시설 기기 폴더의 door.key 파일에 적혀 있습니다.",
  label: "출입구 열쇠",
  open: "열기",
  wrong: "이 출입구의 열쇠가 아닙니다. 파일에 적힌 대로 다시 입력해 주세요.",
  forget: "이 출입구 지우기",
  forgetReally: "정말 지우시겠습니까? 열쇠를 다시 입력하셔야 합니다.",
  forgetLater: "이 브라우저에서 기다리는 스캔이 모두 전송된 뒤에 지우실 수 있습니다.",
};

export const waitingForMachine = "시설 기기에 확인하는 중입니다 …";
export const tryAgain = "다시 시도";

export const registration: Translated<typeof en.registration> = {
  heading: "시설 등록",
  about: "시설은 번호와 종류로 한 번 등록하며, 등록한 뒤에는 바꿀 수 없습니다.",
  number: "시설 번호",
  kind: "시설 종류",
  choose: "선택해 주세요",
  register: "등록하기",
};

export const kinds: Translated<typeof en.kinds> = {
  "hunting-pub": "헌팅포차",
  "gamseong-bar": "감성주점",
  "entertainment-pub": "유흥주점(클럽, 룸살롱 등)",
  "danran-pub": "단란주점",
  colatec: "콜라텍",
  karaoke: "노래연습장",
  "group-exercise": "실내집단운동시설",
  "standing-show": "실내 스탠딩 공연장",
  "door-to-door-sales": "방문판매 홍보관",
  "logistics-centre": "물류센터",
  "large-academy": "대형학원(동시간대 300인 이상)",
  buffet: "뷔페 음식점",
  "by-choice": "그 밖의 자율 적용 시설",
};

export const venue = (kind: string, number: string): string => `${kind}, 시설 번호 ${number}`;

export const connection: Translated<typeof en.connection> = {
  reached: "시설 기기와 연결되어 있습니다.",
  away: "시설 기기에 연결할 수 없습니다. 스캔은 계속되며 나중에 확인합니다.",
  "at-fault": "시설 기기에 문제가 있습니다. 스캔은 계속되며 나중에 확인합니다.",
};

export const typing: Translated<typeof en.typing> = {
  summary: "휴대용 스캐너 또는 코드 붙여넣기",
  about: "아래 칸을 누른 뒤 휴대용 스캐너로 스캔하시거나 코드 문자열을 붙여넣어 주세요.",
  label: "코드 문자열",
  check: "확인하기",
};

export const challenge = {
  heading: "이 출입구의 확인값",
  about: "이것을 스캔하신 분은 이 출입구에서만 쓸 수 있는 QR코드를 받습니다.",
  required: "이 출입구는 확인값으로 만든 QR코드만 받습니다.",
  show: "확인값 보기",
  picture: "이 출입구의 확인값 QR코드",
  left: (seconds: string): string => `${seconds}초 동안 쓸 수 있습니다`,
  over: "이 확인값의 유효시간이 끝났습니다.",
  away: "시설 기기와 연결이 끊긴 동안에는 확인값을 표시할 수 없습니다.",
} as const;

export const counts: Translated<typeof en.counts> = {
  heading: "오늘",
  checked: "입장",
  unchecked: "입장(당시 확인 전)",
  refused: "입장 불가",
  reason: "사유",
  number: "건수",
  keptHere: "이 브라우저에서만 집계합니다.",
};

export const waiting: Translated<typeof en.waiting> = {
  heading: "전송을 기다리는 스캔",
  here: "이 브라우저",
  atMachine: "시설 기기",
  sealed: "여기서 기다리는 것은 봉인된 코드입니다. 누구인지 알 수 없으며, 전송되면 삭제됩니다.",
  recorded: "나중에 전송되어 저장됨",
  lost: "나중에 전송되었으나 저장되지 않음",
};

export const settings: Translated<typeof en.settings> = {
  heading: "이 기기",
  mute: "소리 끄기",
  unmute: "소리 켜기",
  touch: "소리가 나도록 버튼이나 화면을 한 번 눌러 주세요.",
};
