/**
 * The Korean of every English sentence in visit.ts, day.ts and disclosure.ts: what becomes of a record.
 * The key is the English sentence itself, so that a sentence that is changed there is missing here, and a test says so.
 */
const visit = {
  "The record of an entry, as the custodian keeps it.": "사회보장정보원이 보관하는 출입기록입니다.",
  "Nothing is recorded.": "기록이 없습니다.",
  "Stored and sealed; nobody has asked for it.": "봉인되어 저장되었으며, 아직 요청한 곳이 없습니다.",
  "Released under at least one case; erased on the same day as if it had not been.":
    "하나 이상의 사건에 제공되었습니다. 제공되지 않았을 때와 같은 날에 파기됩니다.",
  "Gone, with its day's partition and key.": "그날의 저장 구획과 키와 함께 파기되었습니다.",
  "An accepted scan is stored: place, time, sealed handle.":
    "받아들인 스캔의 장소와 시각, 봉인된 가명정보를 저장합니다.",
  "Released under a case; its end stays where it was.": "사건에 제공되며, 파기 시각은 바뀌지 않습니다.",
  "Four weeks from the day of the pass are over: erased with its day.":
    "QR코드의 날짜로부터 4주가 지나 그날의 기록과 함께 파기됩니다.",
  "Released under another case.": "다른 사건에도 제공됩니다.",
};

const day = {
  "Everything that one party keeps of one Seoul day.":
    "한 기관이 서울 시각 하루 단위로 보관하는 모든 정보입니다.",
  "Nothing of this day is kept yet.": "이 날짜에 보관 중인 정보가 아직 없습니다.",
  "Keys, aliases, shares and records of the day are kept.": "그날의 키와 별칭, 비밀 조각, 기록을 보관합니다.",
  "Nothing of this day is left.": "이 날짜의 정보가 남아 있지 않습니다.",
  "The first pass of the day opens its partition and draws its keys.":
    "그날의 첫 QR코드로 저장 구획을 열고 키를 만듭니다.",
  "The day is open already.": "이 날짜의 보관은 이미 시작되었습니다.",
  "Four weeks from the start of the day are over: all of it is erased together.":
    "하루가 시작된 때부터 4주가 지나 모두 함께 파기됩니다.",
};

const disclosure = {
  "A case of the quarantine authority: who and where are joined under it, or not at all.":
    "방역당국의 역학조사 사건입니다. 이용자 정보와 출입기록은 이 사건 안에서만 결합됩니다.",
  "There is no such case.": "그러한 사건이 없습니다.",
  "One officer has asked; a second, different one has to decide.":
    "역학조사관 한 명이 요청했으며, 다른 역학조사관이 결정해야 합니다.",
  "Two officers stand behind the case; the custodian may be asked.":
    "역학조사관 두 명이 사건을 맡아, 사회보장정보원에 기록을 요청할 수 있습니다.",
  "Sealed records are released; the issuer has not answered yet.":
    "봉인된 기록이 제공되었으며, QR코드 발급회사는 아직 회신하지 않았습니다.",
  "The two officers hold the answer, for as long as the policy keeps it.":
    "두 역학조사관이 정책이 정한 기간 동안 회신을 보유합니다.",
  "The case is over and what it learned is erased; that it was stays on record.":
    "사건이 끝나 알게 된 정보는 파기되었고, 사건이 있었다는 사실만 기록에 남습니다.",
  "An officer denied the case; nothing was joined.":
    "역학조사관이 사건을 거부하여 아무것도 결합되지 않았습니다.",
  "The case ran out of time.": "사건의 기한이 지났습니다.",
  "The case names no legal ground.": "사건에 법적 근거가 없습니다.",
  "The case names no venue.": "사건에 대상 시설이 없습니다.",
  "The case names more venues than a case may have.": "한 사건에 지정할 수 있는 시설 수를 넘었습니다.",
  "The window ends before it starts.": "조사 시간대의 끝이 시작보다 늦지 않습니다.",
  "The window is longer than a case may have.": "한 사건에 허용되는 조사 시간대보다 깁니다.",
  "The window reaches into the future.": "조사 시간대에 아직 지나지 않은 시간이 들어 있습니다.",
  "Everything in this window has been erased.": "이 시간대의 기록은 모두 파기되었습니다.",
  "An officer asks for the records of named venues in a window, on a legal ground.":
    "역학조사관이 법적 근거를 들어 지정한 시설과 시간대의 기록을 요청합니다.",
  "The officer who asks cannot approve.": "요청한 역학조사관은 승인할 수 없습니다.",
  "A second officer approves; the case lives 72 hours from now.":
    "둘째 역학조사관이 승인하며, 사건은 지금부터 72시간 동안 유효합니다.",
  "An officer denies the case.": "역학조사관이 사건을 거부합니다.",
  "Nobody decided in time.": "기한 안에 아무도 결정하지 않았습니다.",
  "The release holds more records than a case may have.": "제공된 기록이 한 사건에 허용되는 수를 넘었습니다.",
  "The custodian has released sealed records under this case.":
    "사회보장정보원이 이 사건에 봉인된 기록을 제공했습니다.",
  "The 72 hours of the case are over.": "사건의 72시간이 지났습니다.",
  "The issuer has answered to the two officers.": "QR코드 발급회사가 두 역학조사관에게 회신했습니다.",
  "The case is closed and what it learned erased.": "사건을 종결하고 알게 된 정보를 파기합니다.",
  "The time of the answer is over: erased.": "회신의 보유기간이 끝나 파기됩니다.",
};

export const record: Readonly<Record<string, string>> = { ...visit, ...day, ...disclosure };
