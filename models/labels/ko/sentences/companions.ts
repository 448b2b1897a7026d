/**
 * The Korean of the slices' descriptions, of how each begins, and of the mistakes in companions.ts that break the promises.
 * The key is the English sentence itself.
 */
const slices = {
  "People agree, verify, ask for passes and withdraw, while notice and crisis level change.":
    "고지와 위기경보가 바뀌는 가운데 이용자들이 동의하고, 인증하고, QR코드를 요청하고, 철회합니다.",
  "The pass is forgotten when it has been issued: whatever happens to it, the gate is not asked.":
    "발급된 QR코드는 더 따르지 않습니다. 그 뒤에 무슨 일이 있어도 발급 관문에는 묻지 않기 때문입니다.",
  "Passes are scanned, delivered at once or late, copied and made up; the custodian stores each once.":
    "QR코드가 스캔되고, 바로 또는 늦게 전송되고, 복사되고, 위조됩니다. 사회보장정보원은 각각을 한 번만 저장합니다.",
  "The gate: a pass is issued to anybody at any time. Keys and cases: a visit is only kept and erased.":
    "발급 관문을 뺍니다. QR코드는 누구에게나 언제든지 발급됩니다. 키와 사건도 뺍니다. 출입기록은 보관되고 파기될 뿐입니다.",
  "One day with its keys, a pass, its visit and the account behind it, until nothing is left.":
    "하루와 그날의 키, QR코드 하나와 그 출입기록, 그 뒤의 계정을 아무것도 남지 않을 때까지 따릅니다.",
  "Other days, which share nothing with this one; how the person came to be verified; what a case does with a record.":
    "이날과 아무것도 나누지 않는 다른 날들, 이용자가 인증을 받은 과정, 사건이 기록으로 하는 일을 뺍니다.",
  "One case for the record of one visit, from its request to the end of its answer.":
    "출입기록 하나에 대한 사건 하나를 요청부터 회신이 끝날 때까지 따릅니다.",
  "How the visit came to be stored: it is there at the beginning. Other cases, which share only the nation's limit.":
    "출입기록이 저장된 과정을 뺍니다. 기록은 처음부터 있습니다. 전국 한도만 나누는 다른 사건들도 뺍니다.",
  "Two people, a pass each, a venue and a case, with the crisis level and withdrawals.":
    "이용자 두 명, 각자의 QR코드, 시설, 사건을 위기경보와 철회와 함께 따릅니다.",
  "Codes and locks, which are the gate's; keys and late sweeps, which are retention's; forged requests.":
    "발급 관문의 몫인 인증번호와 잠금, 보유기간의 몫인 키와 늦은 파기, 위조된 요청을 뺍니다.",
};

const beginnings = {
  "Everybody has just agreed to a notice that is no longer in force; no phone is verified, and collection is suspended.":
    "모든 이용자가 더는 유효하지 않은 고지에 방금 동의한 상태이고, 휴대전화 인증은 되어 있지 않으며, 수집은 중단되어 있습니다.",
  "The crisis level allows collection; no pass is issued and no visit is stored.":
    "위기경보 단계가 수집을 허용하고, 발급된 QR코드도 저장된 출입기록도 없습니다.",
  "The crisis level allows collection, the first person's consent stands and the phone has just been verified; no day is opened and no pass is issued.":
    "위기경보 단계가 수집을 허용하고, 첫째 이용자는 현재 고지에 동의하고 방금 휴대전화 인증을 마쳤습니다. 시작된 하루 기록도 발급된 QR코드도 없습니다.",
  "A visit of the first person has just been scanned and stored; that person's consent stands, the phone is verified, and no case is requested.":
    "첫째 이용자의 방문이 방금 스캔되어 저장되었습니다. 첫째 이용자의 동의와 휴대전화 인증은 유효하고, 요청된 사건은 없습니다.",
  "The crisis level allows collection, both people have consented and verified their phones; no pass is issued, no visit is stored and no case is requested.":
    "위기경보 단계가 수집을 허용하고, 두 이용자 모두 동의와 휴대전화 인증을 마쳤습니다. 발급된 QR코드도, 저장된 출입기록도, 요청된 사건도 없습니다.",
};

const mistakes = {
  "The issuer no longer asks whether consent is in force.":
    "발급회사가 유효한 동의가 있는지 더는 묻지 않습니다.",
  "A pass is issued to a number that was never verified.":
    "한 번도 인증되지 않은 번호에 QR코드가 발급됩니다.",
  "A verification never expires.": "인증이 만료되지 않습니다.",
  "Withdrawing ends the account and forgets to end the consent.":
    "철회가 계정을 끝내면서 동의를 끝내지 않습니다.",
  "The custodian stores without looking at the crisis level.":
    "사회보장정보원이 위기경보 단계를 보지 않고 저장합니다.",
  "A pass never becomes too old.": "QR코드가 만료되지 않습니다.",
  "An accepted pass can be accepted again.": "한 번 받아들여진 QR코드가 다시 받아들여집니다.",
  "The officer who asks may also approve.": "요청한 역학조사관이 승인도 할 수 있습니다.",
  "The custodian releases windows of any length.": "사회보장정보원이 아무리 긴 시간대라도 제공합니다.",
  "Withdrawing ends the consent and forgets to end the account.":
    "철회가 동의를 끝내면서 계정을 끝내지 않습니다.",
  "The custodian releases and writes nothing down.": "사회보장정보원이 제공하고도 기록을 남기지 않습니다.",
  "The request to the issuer says at which venue the visit was.":
    "발급회사에 보내는 요청에 방문한 시설이 적혀 있습니다.",
  "The scan carries the number of the phone.": "스캔에 전화번호가 들어 있습니다.",
  "The pass shows the number of the phone.": "QR코드에 전화번호가 보입니다.",
  "Being disclosed starts the four weeks anew.": "제공되면 4주가 새로 시작됩니다.",
  "A late copy of a deposit opens its day again.": "늦게 도착한 기탁의 사본이 그날을 다시 엽니다.",
  "A record is erased as soon as it need not be joined any more, counted from the start of its day.":
    "기록이 그날의 시작부터 세어 더는 결합할 필요가 없어지는 즉시 파기됩니다.",
  "A lock never ends.": "잠금이 끝나지 않습니다.",
};

export const companions = { ...slices, ...beginnings, ...mistakes };
