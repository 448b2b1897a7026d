// What the authority's page says in Korean, plainly and politely.
// The keys are those of en.ts; one that is missing does not compile.
import type * as en from "./en.ts";

export const page: typeof en.page = {
  title: "출입기록 제공 현황",
  lead: "출입기록은 역학조사에 필요한 때에만, 하나의 사건 아래에서, 역학조사관 두 명을 거쳐 이용자 정보와 결합됩니다. 방역당국은 감염병예방법에 따라 그 현황을 해마다 이곳에 공개합니다.",
};

export const year: typeof en.year = {
  title: (which) => `${which}년`,
  choose: "연도",
  caption: "이 해에 요청된 사건의 상태별 건수",
  state: "상태",
  cases: "사건",
  all: "전체 사건",
  none: "이 해에 요청된 사건이 없습니다.",
  released: "봉인된 채 제공된 기록",
  people: "이용자가 확인된 기록",
};

export const way: typeof en.way = {
  title: "제공 절차",
  steps: (venues, window, life, kept, retention) => [
    `역학조사관이 법적 근거를 밝혀 시설 ${venues}곳 이내, 시설마다 ${window} 이내의 기록을 요청하고 그 내용에 서명합니다.`,
    "다른 역학조사관이 같은 내용을 읽고 승인하거나 사유를 밝혀 거부합니다. 본인이 요청한 사건은 승인할 수 없습니다.",
    "기록이 제공되기 전에 사건이 공개 기록에 남습니다. 공개 기록에는 시설, 거부 사유, 개인에 관한 내용이 없습니다.",
    `사회보장정보원이 봉인된 기록을 제공합니다. 두 역학조사관이 ${life} 안에 각자 비밀 조각을 제공해야 하며, 혼자서는 아무것도 열 수 없습니다.`,
    "QR코드 발급회사가 해당 기록의 전화번호를 회신합니다. 발급회사는 방문한 시설을 알 수 없습니다.",
    `회신 내용은 ${kept} 뒤에 파기되며, ${retention} 동안 보관되는 원래 기록보다 오래 남지 않습니다. 해당 이용자는 본인 계정에서 제공 사실을 확인할 수 있습니다.`,
  ],
};

export const log: typeof en.log = {
  title: "공개 기록과 확인 방법",
  stands: (entries, cosigners) => `최근 확인점에는 ${entries}건이 있습니다. 공동 서명한 기관: ${cosigners}.`,
  alone: (entries) => `최근 확인점에는 ${entries}건이 있으며 아직 공동 서명이 없습니다.`,
  check:
    "누구나 확인하실 수 있습니다. 아래에서 확인점과 기록을 내려받거나, 기관별 공개키와 함께 명령을 실행해 주세요. 역학조사관 두 명이 없는 사건, 바뀌거나 사라진 기록, 사람마다 다르게 보이는 공개 기록을 찾아냅니다.",
  checkpoint: "최근 확인점",
  contract: "이 서버의 전체 주소",
};

export const officers: typeof en.officers = {
  title: "역학조사관 안내",
  says: "역학조사관은 이곳에서 로그인하지 않습니다. 각자의 기기에 있는 업무 창구에서 업무를 처리하며 키도 그 기기에만 있습니다. 이 서버는 역학조사관의 키를 보관하지 않고 전화번호도 볼 수 없습니다.",
};
