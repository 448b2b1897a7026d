/**
 * The Korean of the prose of every property in models/properties/: what must never happen and what must at last happen.
 * The key is the English sentence itself, so that a sentence that is changed there is missing here, and a test says so.
 */
export const properties = {
  "A pass is issued only while the person's consent is given, and given to the notice that is in force.":
    "이용자가 동의한 상태이고 그 동의가 현재 고지에 대한 것일 때만 QR코드를 발급합니다.",
  "A pass is issued only to a person whose phone is verified.":
    "휴대전화 인증이 유효한 이용자에게만 QR코드를 발급합니다.",
  "The verification is not over at the instant of issue, and by policy it lasts longer than a pass; a pass already shown is not recalled when it ends.":
    "발급하는 순간 인증은 아직 끝나지 않았고, 정책상 인증은 QR코드보다 오래갑니다. 이미 표시된 QR코드는 인증이 끝나도 회수하지 않습니다.",
  "A withdrawal leaves neither consent nor verification, and the person gets no pass before consenting anew.":
    "동의를 철회하면 동의도 인증도 남지 않으며, 다시 동의하기 전에는 QR코드를 받을 수 없습니다.",
  "While the crisis level does not allow collection, no pass is issued and no visit is stored.":
    "위기경보 단계가 수집을 허용하지 않는 동안에는 QR코드를 발급하지 않고 출입기록도 저장하지 않습니다.",
  "Nothing is stored under a pass from 60 seconds after its time on; a late delivery was scanned within that time and comes within 6 hours.":
    "QR코드의 시각에서 60초가 지나면 그 QR코드로 아무것도 저장하지 않습니다. 늦게 전송된 기록은 그 시간 안에 스캔되어 6시간 안에 도착한 것입니다.",
  "No pass is stored twice, at one venue or at two.":
    "같은 QR코드는 한 시설에서든 두 시설에서든 두 번 저장하지 않습니다.",
  "A stored visit can be joined for at least 14 days, unless the person withdraws: its record, its keys and the account behind it stay that long.":
    "동의를 철회하지 않는 한 저장된 출입기록은 최소 14일 동안 결합할 수 있습니다. 기록과 키, 그 뒤의 계정이 그동안 남아 있습니다.",
  "No case is approved, released, answered or used to name anybody by one officer alone.":
    "역학조사관 한 사람만으로는 사건을 승인하거나 기록을 제공받거나 회신을 받거나 누구를 식별할 수 없습니다.",
  "Records are released and people named only under a case with a legal ground, within its venues, its window, its limits and its 72 hours.":
    "법적 근거가 있는 사건의 시설, 시간대, 한도, 72시간 안에서만 기록을 제공하고 이용자를 식별합니다.",
  "Whoever withdraws before the issuer answers is named under no case: the case learns a count only.":
    "발급회사가 회신하기 전에 동의를 철회한 이용자는 어떤 사건에서도 식별되지 않으며, 사건에는 건수만 알려집니다.",
  "Nothing is released or answered but under an entry in a log that other parties cosigned, and every case that was answered stands in the custodian's register and in the issuer's.":
    "다른 기관이 함께 서명한 대장에 항목이 있을 때에만 기록을 제공하고 회신하며, 회신된 모든 사건은 사회보장정보원의 대장과 발급회사의 대장에 남습니다.",
  "The issuer neither holds nor can derive where anybody was.":
    "QR코드 발급회사는 누가 어디에 있었는지 보유하지도 알아낼 수도 없습니다.",
  "The custodian neither holds nor can derive who anybody is.":
    "사회보장정보원은 누구인지 보유하지도 알아낼 수도 없습니다.",
  "The venue learns admitted or not, and neither holds nor can derive who the visitor is.":
    "시설관리자는 입장 여부만 알며, 방문자가 누구인지 보유하지도 알아낼 수도 없습니다.",
  "A visit ends 28 days after the start of the day of its pass, and so do the keys, aliases and shares of that day; being disclosed moves nothing, and no answer outlives its records.":
    "출입기록은 QR코드가 발급된 날의 시작부터 28일 뒤에 파기되고, 그날의 키와 별칭, 조각도 함께 파기됩니다. 제공되었다고 기한이 달라지지 않으며, 어떤 회신도 그 기록보다 오래 남지 않습니다.",
  "Of a day that a party has erased nothing is ever found, stored or opened with it again.":
    "기관이 파기한 날의 정보는 그 기관에서 다시 발견되거나 저장되거나 열리지 않습니다.",
  "Every record, consent, code, lock, account, case and answer ends within its own deadline and the stated lateness of the sweep.":
    "모든 기록, 동의, 인증번호, 잠금, 계정, 사건, 회신은 각자의 기한에 정해진 파기 지연을 더한 시간 안에 끝납니다.",
};
