// What the person's page says in Korean, as a public service speaks to the people it serves.
// The keys are those of en.ts; one that is missing does not compile.
import type * as en from "./en.ts";

export const front: typeof en.front = {
  ways: "이 페이지에서 할 수 있는 일",
  tab: "# 코로나19",
  checkIn: "QR 체크인",
  mine: "나에 대해 어떤 정보를 보관하나요?",
  withoutScript:
    "QR 체크인을 이용하시려면 브라우저에서 자바스크립트를 켜 주세요. 현황판은 그대로 보실 수 있습니다.",
  withoutFigures: "코로나19",
  figuresAway: "지금은 현황 수치를 불러올 수 없습니다. QR 체크인은 그대로 이용하실 수 있습니다.",
};

export const ways: typeof en.ways = {
  back: "현황판으로 돌아가기",
  again: "다시 시도",
  asking: "잠시만 기다려 주세요 …",
};

export const number: typeof en.number = {
  title: "휴대전화 번호",
  says: "본인 번호인지 확인하기 위해 문자로 인증번호를 보내 드립니다. 그 전에 이용 목적을 읽으시고 동의하지 않으실 수도 있습니다.",
  label: "휴대전화 번호",
  hint: "예: 010-1234-5678",
  send: "계속",
  endedVerified:
    "이 휴대전화에서는 이용이 끝났습니다. 다른 휴대전화에서 같은 번호를 인증했거나 계정이 끝났기 때문입니다. 여기에서 다시 인증하시면 다른 휴대전화의 이용이 끝납니다.",
  endedBegun: "시작하신 뒤 시간이 오래 지났습니다. 번호를 다시 입력해 주세요.",
};

export const notice: typeof en.notice = {
  again: "방문하실 때마다 새로 여쭙습니다. 동의는 QR코드 한 번과 몇 분 안의 재발급에 적용됩니다.",
  outdated: "동의하신 뒤에 고지 내용이 바뀌었습니다.",
  by: "수집하는 곳",
  byIssuer: "이 페이지를 운영하는 QR코드 발급회사",
  purpose: "이용 목적",
  collected: "수집하는 정보",
  recipients: "제공받는 곳",
  nobody: "없음",
  keptFor: "보유기간",
  refusing: "동의하지 않으시면",
  withdrawing: "동의 철회",
  children: "만 14세 미만",
  age: "나이를 선택해 주세요",
  isOlder: "만 14세 이상입니다",
  isUnder: "만 14세 미만입니다",
  ageMissing: "먼저 나이를 선택해 주세요.",
  agree: "동의합니다",
  decline: "동의하지 않습니다",
  declined: "동의하지 않으셨습니다. QR코드를 발급하지 않습니다.",
  declinedEnded: "보관하는 정보는 없습니다.",
};

export const guardian: typeof en.guardian = {
  title: "법정대리인의 동의",
  says: "법정대리인의 휴대전화로 확인번호를 보내 드립니다. 그 번호는 확인이 끝난 뒤 어디에도 보관하지 않습니다.",
  label: "법정대리인의 휴대전화 번호",
  send: "법정대리인에게 확인번호 보내기",
  code: "법정대리인이 받은 확인번호",
  confirm: "법정대리인으로서 확인",
  confirmed: (left) => `법정대리인이 확인했습니다. ${left} 안에 동의해 주세요.`,
};

export const code: typeof en.code = {
  title: "번호 인증",
  over: "번호를 인증하신 지 한 달이 지났습니다. 다시 인증해 주세요.",
  to: (phone) => `${phone} 번호를 인증합니다.`,
  send: "인증번호 보내기",
  sent: "문자로 인증번호를 보내 드렸습니다.",
  codeOver: "보내 드린 인증번호의 유효시간이 지났습니다. 인증번호를 다시 요청해 주세요.",
  label: "인증번호 6자리",
  hint: "문자에 적혀 있습니다.",
  confirm: "확인",
  left: (left) => `${left} 안에 입력해 주세요.`,
  tries: (count) => `남은 입력 횟수: ${count}번.`,
  resend: "인증번호 다시 보내기",
  sends: (count) => `다시 보낼 수 있는 횟수: ${count}번.`,
  sendsAgain: (left) => `${left} 뒤에 인증번호를 더 보낼 수 있습니다.`,
  locked: (left) =>
    `인증번호를 너무 많이 요청했거나 여러 번 잘못 입력하셨습니다. ${left} 뒤에 계속하실 수 있습니다.`,
  otherNumber: "다른 번호로 하기",
};

export const pass: typeof en.pass = {
  title: "QR코드",
  says: "출입구의 스캐너에 보여 주세요.",
  picture: "출입구 스캐너에 보여 줄 QR코드",
  seconds: (count) => `${count}초`,
  timer: "남은 시간",
  shown: (count) => `QR코드를 ${count}초 동안 보여 드립니다.`,
  soon: (count) => `${count}초 남았습니다.`,
  over: "QR코드의 유효시간이 지나 숨겼습니다.",
  renew: "새 QR코드 보기",
  asText: "QR코드를 글자로 보기",
  asTextSays:
    "출입구의 카메라가 QR코드를 읽지 못할 때 이 글자를 그곳에 보내 붙여 넣을 수 있습니다. QR코드와 함께 만료됩니다.",
  boundTo: (venue) => `이 QR코드는 시설 번호 ${venue}에서만 쓸 수 있습니다.`,
};

export const challenge: typeof en.challenge = {
  open: "출입구에 확인값이 표시되어 있나요?",
  says: "그 출입구에서만 쓸 수 있는 QR코드를 만듭니다. 어느 출입구인지는 발급회사에 알리지 않습니다.",
  scan: "카메라로 스캔하기",
  type: "또는 직접 입력하기",
  label: "출입구의 확인값 32자",
  use: "이 출입구용 QR코드 만들기",
};

export const verified: typeof en.verified = {
  until: (instant) => `번호 인증은 ${instant}까지 유효합니다.`,
  renew: "한 달 더 인증하기",
};

export const mine: typeof en.mine = {
  title: "나에 대해 어떤 정보를 보관하나요?",
  nobody: "이 휴대전화에서 이용 중이 아니므로 보여 드릴 것이 없습니다.",
  data: "같은 내용을 자료로 보기",
  dataCaption: "보관하는 모든 항목",
  field: "항목",
  value: "내용",
  nothing: "없음",
  yes: "예",
  no: "아니요",
  disclosed: "내 정보가 제공되었나요?",
  cases: "내 정보가 제공된 역학조사",
  caseId: "사건",
  answeredAt: "제공한 때",
  records: "기록 수",
  keptUntil: "여기에서 볼 수 있는 기한",
  receipt: "동의 확인서",
  receiptSays: "무엇에 언제 동의하셨는지 발급회사가 서명한 문서입니다.",
  save: "확인서 저장하기",
  withdraw: "동의 철회",
  withdrawSays:
    "발급이 바로 멈춥니다. 번호와 동의, 이미 발급된 QR코드를 나와 연결하는 정보가 파기되어 역학조사에서도 찾을 수 없게 됩니다.",
  withdrawStart: "동의를 철회하기 …",
  withdrawSure: "정말 철회하시겠습니까? 되돌릴 수 없습니다.",
  withdrawYes: "예, 철회하고 파기합니다",
  withdrawNo: "아니요, 그대로 둡니다",
  withdrawn: "동의를 철회하셨습니다. QR코드를 나와 연결하던 정보를 파기했습니다.",
  saveLast: "마지막 확인서 저장하기",
  end: "이 휴대전화에서 이용 끝내기",
  endSays: "이 휴대전화에서만 이용이 끝납니다. 인증한 내용은 역학조사를 위해 기한까지 보관됩니다.",
  endNow: "이용 끝내기",
  ended: "이 휴대전화에서 이용이 끝났습니다.",
  here: "이 브라우저에 보관하는 것",
  hereSays:
    "이용 상태의 토큰, 그 번호를 인증했는지, 선택하신 언어입니다. 번호와 인증번호, 장소는 보관하지 않습니다.",
};

export const fields: typeof en.fields = {
  phone: "번호",
  accountKept: "계정 보관",
  "consent.state": "동의",
  "consent.givenAt": "동의한 때",
  "consent.endsAt": "동의가 끝나는 때",
  noticeVersion: "고지 판",
  noticeHash: "고지 해시",
  noticeTitle: "고지",
  purposes: "목적",
  givenAt: "동의한 때",
  endedAt: "새 고지로 바뀐 때",
  byGuardian: "법정대리인 동의",
  "verification.state": "인증",
  "verification.verifiedUntil": "인증 유효기간",
  "verification.accountEndsAt": "계정 보관 기한",
  "verification.lockedUntil": "잠금 기한",
  "verification.codeEndsAt": "인증번호 유효기간",
  "verification.wrongTries": "잘못 입력한 횟수",
  "verification.codesSent": "보낸 인증번호 수",
  passesInTheLastMinute: "최근 1분의 QR코드 수",
  disclosures: "제공 건수",
};
