// What an officer's desk says in Korean, plainly and politely.
// The keys are those of en.ts; one that is missing does not compile.
import type * as en from "./en.ts";

export const desk: typeof en.desk = {
  title: "역학조사관 업무 창구",
  of: (officer) => `역학조사관 ${officer} 업무 창구`,
  demonstration: "시연용입니다. 실제 인물이나 실제 기관이 아닙니다.",
  keyless: "키 없이 로그인하셨습니다. 시연에서만 가능합니다.",
  endsIn: (left) => `로그인 중입니다. ${left} 뒤에 자동으로 로그아웃됩니다.`,
  signOut: "로그아웃",
  addKey: "다른 키 추가 등록",
  keysNow: (count) => `이 창구에 등록된 키는 ${count}개입니다.`,
  back: "전체 사건으로 돌아가기",
  cancel: "취소",
  asking: "잠시만 기다려 주세요 …",
};

export const signIn: typeof en.signIn = {
  title: "로그인",
  says: "보안 키나 이 기기의 화면 잠금으로 로그인해 주세요. 서명할 때마다 다시 확인합니다.",
  withKey: "키로 로그인",
  first: "아직 등록된 키가 없습니다. 터미널에 표시된 등록 코드로 키 하나를 등록하실 수 있습니다.",
  code: "터미널에 표시된 코드",
  enrol: "키를 등록하고 로그인",
  withoutKey: "키 없이 로그인 (시연용)",
  unused: "키를 사용하지 못했습니다. 취소되었거나 맞는 키가 없습니다. 다시 시도해 주세요.",
};

export const cases: typeof en.cases = {
  title: "사건",
  none: "아직 사건이 없습니다.",
  make: "새 사건",
  askedBy: (officer) => `역학조사관 ${officer} 요청`,
  askedByYou: "본인 요청",
  lapsesIn: (left) => `${left} 뒤 기한 만료`,
  seenIn: (left) => `회신 열람 가능 시간 ${left}`,
};

export const facts: typeof en.facts = {
  ground: "법적 근거",
  grounds: {
    investigation: "역학조사 (감염병예방법 제76조의2)",
    none: "법적 근거 없음",
  },
  asked: "요청한 조사관",
  approved: "승인한 조사관",
  officer: (officer) => `역학조사관 ${officer}`,
  you: (officer) => `역학조사관 ${officer} (본인)`,
  unsigned: "아직 서명하지 않음",
  askedAt: "요청 시각",
  lapses: (left) => `${left} 뒤에 기한이 지납니다.`,
  records: "제공된 기록 수",
  places: "시설과 시간",
  hidden: "시설과 시간은 이 사건의 조사관에게만 표시됩니다.",
  venue: "시설",
  from: "시작",
  until: "끝",
  seoul: "모든 시각은 서울 시각입니다.",
};

export const states: typeof en.states = {
  requested: "다른 조사관의 결정을 기다리고 있습니다.",
  requestedByYou: "법에 따라 다른 조사관이 승인해야 합니다. 본인이 요청한 사건은 승인하실 수 없습니다.",
  unsigned: "요청에 아직 서명하지 않으셨습니다. 서명하셔야 다른 조사관이 승인할 수 있습니다.",
  approved:
    "조사관 두 명이 승인한 사건입니다. 두 조사관이 각자 비밀 조각을 제공해 주세요. 첫 비밀 조각이 제공될 때 사회보장정보원에 기록을 요청합니다.",
  released: "사회보장정보원이 봉인된 기록을 제공했습니다. 두 조사관이 모두 비밀 조각을 제공하면 열립니다.",
  answered: "모든 발급회사가 회신했습니다.",
  closed: "사건이 종결되었고 알게 된 내용은 파기되었습니다.",
  denied: "어떤 정보도 결합되지 않았습니다.",
  absent: "없는 사건입니다.",
  lapsed: "기한이 지났습니다. 필요하시면 새 사건을 요청해 주세요.",
};

export const act: typeof en.act = {
  sign: "요청 내용을 읽고 서명",
  approve: "내용을 읽고 승인",
  share: "내용을 읽고 비밀 조각 제공",
  show: "조사 결과 보기",
  close: "사건 종결 및 결과 파기",
};

export const denial: typeof en.denial = {
  open: "사건 거부",
  why: "사유",
  choose: "사유를 선택해 주세요.",
  deny: "내용을 읽고 거부",
  said: (officer, reason) => `역학조사관 ${officer} 거부: ${reason}`,
  reasons: {
    "scope-too-wide": "조사에 필요한 것보다 시설이 많거나 시간이 깁니다",
    "place-or-time-doubtful": "시설이나 시간이 확실하지 않습니다",
    "need-not-shown": "기록이 필요하다는 점이 확인되지 않았습니다",
    "asked-already": "같은 내용을 다른 사건에서 요청했습니다",
  },
};

export const asking: typeof en.asking = {
  title: "새 사건",
  says: (venues, hours) =>
    `시설과 시간을 정하여 출입기록을 요청합니다. 법에 따라 시설은 ${venues}곳까지, 시설마다 ${hours}까지 요청하실 수 있습니다.`,
  row: (number) => `시설 ${number}`,
  venue: "시설 번호",
  day: "날짜",
  from: "시작",
  until: "끝",
  nextDay: (day) => `다음 날인 ${day}에 끝납니다.`,
  add: "시설 추가",
  remove: "삭제",
  removed: "시설을 삭제했습니다.",
  next: "서명할 내용 보기",
  incomplete: (number) => `시설 ${number}: 시설 번호, 날짜, 시작과 끝 시각을 모두 입력해 주세요.`,
};

export const signing: typeof en.signing = {
  titles: {
    request: "요청에 서명",
    approve: "승인",
    share: "비밀 조각 제공",
    deny: "거부",
    close: "종결",
  },
  says: {
    request: "내용을 읽어 주세요. 아래 내용에 그대로 서명하며, 키는 이 내용만 확인합니다.",
    approve: "내용을 읽어 주세요. 아래 내용에 그대로 서명하며, 키는 이 내용만 확인합니다.",
    share:
      "비밀 조각은 이 기기에서 열어 이 사건에만 쓰이도록 발급회사에 봉인합니다. 다른 사람은 이 비밀 조각으로 아무것도 열 수 없습니다.",
    deny: "거부하시면 사건이 끝나고 어떤 정보도 결합되지 않습니다. 키는 이 내용만 확인합니다.",
    close:
      "종결하시면 두 조사관 모두에게서 조사 결과가 파기되며 되돌릴 수 없습니다. 키는 이 내용만 확인합니다.",
  },
  text: "서명하는 내용 원문",
  sign: "키로 서명",
  signKeyless: "서명 (시연용, 키 없음)",
  another: "표시된 내용과 다른 내용에 대한 서명을 요구하고 있어 서명하지 않았습니다.",
  done: (state) => `처리했습니다. 현재 상태: ${state}.`,
};

export const answer: typeof en.answer = {
  title: "조사 결과",
  ends: (left) => `${left} 동안 보실 수 있습니다. 그 뒤에는 모두 파기되며 이 화면에서도 사라집니다.`,
  copying:
    "화면 내용의 복사를 막을 수는 없습니다. 복사본과 인쇄물은 파기 대상에서 벗어나므로 조사관님께서 책임지셔야 합니다.",
  print: "인쇄",
  hide: "감추기",
  gone: "조사 결과를 더 이상 표시하지 않습니다.",
  hidden: "화면이 오래 가려져 있어 조사 결과를 감추었습니다.",
  number: "전화번호",
  venue: "시설",
  time: "시각",
  issuer: "발급회사",
  marks: "표시",
  late: "늦게 전송됨",
  disputed: "다른 시설과 다툼 있음",
  nobody: "연결된 사람이 더 이상 없음",
  nobodyCount: (count) => `연결된 사람이 더 이상 없는 기록은 ${count}건입니다.`,
  none: "이 시설과 시간에 해당하는 기록이 없습니다.",
  twice: (number, issuers) => `${number} 번호가 여러 발급회사에서 확인됩니다: ${issuers}.`,
  waiting: (issuers) => `아직 회신하지 않은 발급회사: ${issuers}. 모두 회신해야 결과를 볼 수 있습니다.`,
  refused: (count) => `다른 시설의 기록이 유효하여 받아들이지 않은 주장은 ${count}건입니다.`,
  mark: (officer, caseId, at) =>
    `시스템이 대신 파기할 수 없는 인쇄물입니다. 역학조사관 ${officer} 인쇄, ${caseId}, ${at}. 조사가 끝나면 직접 파기해 주세요.`,
};

export const steps: typeof en.steps = {
  title: "공개 기록에 남은 내용",
  again: "공개 기록 다시 읽기",
  reading: "공개 기록을 읽고 있습니다 …",
  none: "공개 기록에 이 사건이 없습니다. 요청과 거부는 방역당국에만 남으며, 승인, 제공, 회신은 공개 기록에 남습니다.",
  kinds: {
    approved: "승인: 방역당국이 조사관 두 명의 이름으로 내용을 확정했습니다",
    released: "제공: 사회보장정보원이 봉인된 기록을 제공했습니다",
    answered: "회신: 발급회사가 이 사건에 회신했습니다",
  },
  place: (party, place, entries) => `${party} 공개 기록, 전체 ${entries}건 중 ${place}번째`,
  verified: (cosigners) => `확인되었습니다. 해당 기관의 서명과 ${cosigners}의 공동 서명이 있습니다.`,
  missing:
    "방역당국이 알린 상태가 아직 공개 기록에 모두 나타나지 않았습니다. 몇 초 걸릴 수 있으며, 계속되면 담당자에게 알려 주세요.",
  silent: (issuers) => `기록을 제공받았으나 공개 기록에 회신을 남기지 않은 발급회사: ${issuers}.`,
  doubtful: (codes) => `확인되지 않았습니다: ${codes}.`,
  otherDoubt: (party, codes) => `${party}의 공개 기록에 문제가 있습니다: ${codes}.`,
  proves:
    "확인되었다는 것은 이 기기에서 공개 기록 전체를 읽어 다시 계산한 값이, 해당 기관과 다른 기관이 서명한 값과 같고, 그 서명이 이 기기에 저장된 기관별 공개키로 확인되었다는 뜻입니다. 따라서 이 기록은 몰래 되돌릴 수 없습니다. 사건의 내용은 어떤 공개 기록에도 없으므로 알 수 없습니다.",
};
