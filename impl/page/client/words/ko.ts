// What a page tells people in Korean when an answer was no success, as a public service writes to the people it serves.
// The keys are those of en.ts; one that is missing does not compile.
import type { Translated } from "../../../../models/labels/translated.ts";
import type * as en from "./en.ts";

export const spoken: Translated<typeof en.spoken> = {
  "phone-invalid": {
    sentence: "국내 휴대전화 번호가 아닙니다.",
    advice: "010-1234-5678과 같은 형식으로 입력해 주세요.",
  },
  "session-unknown": {
    sentence: "이 기기의 이용 상태가 끝났습니다.",
    advice: "휴대전화 번호를 입력하여 다시 시작해 주세요.",
  },
  "sessions-exceeded": {
    sentence: "짧은 시간에 같은 네트워크에서 너무 많은 분이 이용을 시작했습니다.",
    advice: "잠시 뒤에 다시 시도해 주세요.",
  },
  "notice-unknown": {
    sentence: "읽으시는 동안 고지 내용이 바뀌었습니다.",
    advice: "새 고지를 확인하신 뒤 동의해 주세요.",
  },
  "consent-record-absent": {
    sentence: "보관 중인 동의 내역이 없습니다.",
    advice: "먼저 고지에 동의해 주세요. 동의하시면 확인서를 받으실 수 있습니다.",
  },
  "guardian-same-number": {
    sentence: "법정대리인의 번호가 본인 번호와 같습니다.",
    advice: "법정대리인의 휴대전화 번호를 입력해 주세요.",
  },
  "children-refused": {
    sentence: "만 14세 미만은 이 서비스를 이용하실 수 없습니다.",
    advice: "다른 서비스를 이용하시거나 시설에서 수기 명부를 작성해 주세요.",
  },
  "code-wrong": {
    sentence: "보내 드린 인증번호와 다릅니다.",
    advice: "문자에 적힌 대로 다시 입력해 주세요.",
  },
  "sms-unavailable": {
    sentence: "지금은 문자를 보낼 수 없습니다.",
    advice: "1분 뒤에 다시 시도해 주세요. 이번 시도는 횟수에 포함되지 않습니다.",
  },
  "caller-unknown": {
    sentence: "본인 확인이 필요한 기능입니다.",
    advice: "본인 확인을 하신 뒤 다시 시도해 주세요.",
  },
  "caller-not-allowed": {
    sentence: "이 일을 하실 권한이 없습니다.",
    advice: "담당자에게 문의해 주세요.",
  },
  "host-unknown": {
    sentence: "이 주소로는 업무 창구를 열 수 없습니다.",
    advice: "터미널에 표시된 주소로 접속해 주세요.",
  },
  "desk-session-ended": {
    sentence: "로그인이 끝났습니다.",
    advice: "다시 로그인해 주세요.",
  },
  "desk-code-wrong": {
    sentence: "터미널에 표시된 등록 코드와 다릅니다.",
    advice: "표시된 그대로 다시 입력해 주세요.",
  },
  "desk-code-spent": {
    sentence: "이 등록 코드는 더 이상 사용할 수 없습니다.",
    advice: "등록한 키로 로그인하시거나, 프로그램을 다시 시작하여 새 코드를 받아 주세요.",
  },
  "desk-key-absent": {
    sentence: "등록된 키가 없습니다.",
    advice: "터미널에 표시된 코드로 키를 등록해 주세요.",
  },
  "desk-key-wrong": {
    sentence: "키로 확인되지 않아 아무것도 처리하지 않았습니다.",
    advice: "등록한 키로 다시 시도해 주세요.",
  },
  "desk-asked-unknown": {
    sentence: "이미 처리되었거나 시간이 지난 단계입니다.",
    advice: "처음부터 다시 진행해 주세요.",
  },
  "desk-demonstration-only": {
    sentence: "키가 필요한 기능입니다.",
    advice: "등록한 키로 로그인해 주세요.",
  },
  "officer-declined": {
    sentence: "다른 기관이 보낸 내용을 믿을 수 없어 서명하거나 제공하거나 표시하지 않았습니다.",
    advice: "다시 시도하지 마시고 담당자에게 알려 주세요.",
  },
  "officer-unlisted": {
    sentence: "방역당국의 조사관 명단에 없는 조사관입니다.",
    advice: "명단 관리자에게 현재 등록 여부를 확인해 주세요.",
  },
  "input-invalid": {
    sentence: "입력하신 내용 가운데 형식에 맞지 않는 것이 있습니다.",
    advice: "입력하신 내용을 다시 확인해 주세요.",
  },
  "board-unknown": {
    sentence: "이 서비스에는 현황판이 없습니다.",
    advice: "QR 체크인은 그대로 이용하실 수 있습니다.",
  },
  "requests-exceeded": {
    sentence: "1분 동안 이곳에서 보낸 요청이 너무 많습니다.",
    advice: "1분 뒤에 다시 시도해 주세요.",
  },
  "door-code-unreadable": {
    sentence: "출입구의 확인값이 아닙니다.",
    advice: "다시 확인하시거나 스캔해 주세요.",
  },
  "page-insecure": {
    sentence: "안전하지 않은 연결로 이 페이지를 여셨습니다.",
    advice: "HTTPS 주소로 다시 열어 주세요.",
  },
  unreachable: {
    sentence: "서버에 연결할 수 없습니다.",
    advice: "인터넷 연결을 확인하신 뒤 다시 시도해 주세요.",
  },
};

export const groups: Translated<typeof en.groups> = {
  busy: {
    sentence: "지금은 서비스가 응답할 수 없습니다.",
    advice: "잠시 뒤에 다시 시도해 주세요. 두 번 시도하셔도 괜찮습니다.",
  },
  roster: {
    sentence: "조사관 명단을 그대로 받을 수 없습니다.",
    advice: "조사관용 프로그램에서 명단을 다시 확인해 주세요.",
  },
  fault: {
    sentence: "이용자의 잘못이 아닌 오류가 발생했습니다.",
    advice: "페이지를 다시 불러와 주세요. 같은 일이 되풀이되면 운영 기관에 알려 주세요.",
  },
};

export const wait = (seconds: string): string => `${seconds}초 뒤에 다시 시도하실 수 있습니다.`;
