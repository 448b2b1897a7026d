/**
 * The Korean of every English sentence in slices/ and companions.ts: what somebody can do, who does it, and the mistakes that break promises.
 * The key is the English sentence itself; a name in braces is filled in, and what stands after the bar is its particle.
 */
const people = {
  "first person": "첫째 이용자",
  "second person": "둘째 이용자",
  "first pass": "첫째 QR코드",
  "second pass": "둘째 QR코드",
  "first venue": "첫째 시설",
  "second venue": "둘째 시설",
  "first officer": "첫째 역학조사관",
  "second officer": "둘째 역학조사관",
  issuer: "발급회사",
  custodian: "사회보장정보원",
  country: "나라",
  pass: "QR코드",
  day: "하루",
  case: "사건",
  releaseRequest: "제공 요청",
  release: "제공된 기록",
  joinRequest: "결합 요청",
  answer: "회신",
};

const gate = {
  "The crisis level becomes serious.": "위기경보가 심각 단계가 됩니다.",
  "The crisis level falls to attention.": "위기경보가 관심 단계로 내려갑니다.",
  "The {person} agrees to the notice in force.": "{person|이} 현재 고지에 동의합니다.",
  "The {person} agrees to a notice that is no longer in force.":
    "{person|이} 더는 유효하지 않은 고지에 동의합니다.",
  "The {person}, who is under 14, agrees without a guardian.":
    "14세 미만인 {person|이} 법정대리인 없이 동의합니다.",
  "The {person} asks for a code after others had too many sent to the number.":
    "다른 사람이 그 번호로 인증번호를 너무 많이 보내게 한 뒤에 {person|이} 인증번호를 요청합니다.",
  "The {person} asks for a code after others had too many sent to the network.":
    "다른 사람이 그 네트워크로 인증번호를 너무 많이 보내게 한 뒤에 {person|이} 인증번호를 요청합니다.",
  "The issuer publishes the notice in force to the {person}.":
    "발급회사가 {person}에게 현재 고지를 게시합니다.",
  "The {person} asks for a code.": "{person|이} 인증번호를 요청합니다.",
  "The {person} types the right code.": "{person|이} 올바른 인증번호를 입력합니다.",
  "The {person} types a wrong code.": "{person|이} 틀린 인증번호를 입력합니다.",
  "The {person} asks for a pass, and it is shown as a QR code.":
    "{person|이} QR코드를 요청하고, QR코드가 표시됩니다.",
  "The {person} asks for more passes in a minute than the policy allows.":
    "{person|이} 1분에 허용된 것보다 많은 QR코드를 요청합니다.",
  "The {person} withdraws.": "{person|이} 동의를 철회합니다.",
};

const door = {
  "The {pass} is issued.": "{pass|이} 발급됩니다.",
  "The {pass} is issued by a clock ahead.": "앞서 가는 시계로 {pass|이} 발급됩니다.",
  "The {pass}, or a picture of it, is scanned at the {venue} and sent on.":
    "{pass} 또는 그 사진이 {venue}에서 스캔되어 전송됩니다.",
  "The {pass}, or a picture of it, is scanned at the {venue}, which has no network and keeps the scan.":
    "{pass} 또는 그 사진이 네트워크가 끊긴 {venue}에서 스캔되고, 시설이 스캔을 보관합니다.",
  "The scan of the {pass} that the {venue} sent reaches the custodian.":
    "{venue|이} 보낸 {pass}의 스캔이 사회보장정보원에 도착합니다.",
  "The scan of the {pass} that the {venue} sent reaches the custodian, and a copy is still on its way.":
    "{venue|이} 보낸 {pass}의 스캔이 사회보장정보원에 도착하고, 사본이 아직 오는 중입니다.",
  "The scan of the {pass} that the {venue} sent reaches the custodian by a clock ahead.":
    "{venue|이} 보낸 {pass}의 스캔이 시계가 앞서 가는 사회보장정보원에 도착합니다.",
  "The scan of the {pass} that the {venue} sent reaches the custodian by a clock ahead, and a copy is still on its way.":
    "{venue|이} 보낸 {pass}의 스캔이 시계가 앞서 가는 사회보장정보원에 도착하고, 사본이 아직 오는 중입니다.",
  "The scan of the {pass} that the {venue} kept reaches the custodian.":
    "{venue|이} 보관하던 {pass}의 스캔이 사회보장정보원에 도착합니다.",
  "The scan of the {pass} that the {venue} kept reaches the custodian, and a copy is still on its way.":
    "{venue|이} 보관하던 {pass}의 스캔이 사회보장정보원에 도착하고, 사본이 아직 오는 중입니다.",
  "The scan of the {pass} that the {venue} kept reaches the custodian by a clock ahead.":
    "{venue|이} 보관하던 {pass}의 스캔이 시계가 앞서 가는 사회보장정보원에 도착합니다.",
  "The scan of the {pass} that the {venue} kept reaches the custodian by a clock ahead, and a copy is still on its way.":
    "{venue|이} 보관하던 {pass}의 스캔이 시계가 앞서 가는 사회보장정보원에 도착하고, 사본이 아직 오는 중입니다.",
  "The scan of the {pass} from the {venue} is lost on its way.":
    "{venue}에서 보낸 {pass}의 스캔이 도중에 사라집니다.",
  "A scan of the {pass} arrives that the custodian can see is not as it should be.":
    "사회보장정보원이 보기에 올바르지 않은 {pass}의 스캔이 도착합니다.",
  "A scan of the {pass} claims to be late, but its device has delivered on time since.":
    "{pass}의 스캔이 늦은 전송이라고 주장하지만, 그 뒤에 기기가 제때 전송한 적이 있습니다.",
  "A scan of the {pass} claims a time that has not come.":
    "{pass}의 스캔이 아직 되지 않은 시각을 주장합니다.",
};

const keeping = {
  "The issuer begins the first epoch of a day and sends its deposit to the custodian.":
    "발급회사가 하루의 첫 발급 구간을 시작하고 기탁을 사회보장정보원에 보냅니다.",
  "The deposit reaches the custodian.": "기탁이 사회보장정보원에 도착합니다.",
  "The deposit reaches the custodian, and a copy is still on its way.":
    "기탁이 사회보장정보원에 도착하고, 사본이 아직 오는 중입니다.",
  "The deposit is lost on its way.": "기탁이 도중에 사라집니다.",
  "The pass is scanned and its scan reaches the custodian at once.":
    "QR코드가 스캔되고, 스캔이 바로 사회보장정보원에 도착합니다.",
  "The pass is scanned at a venue that has no network and keeps the scan.":
    "네트워크가 끊긴 시설에서 QR코드가 스캔되고, 시설이 스캔을 보관합니다.",
  "The scan that the venue kept reaches the custodian.":
    "시설이 보관하던 스캔이 사회보장정보원에 도착합니다.",
  "The scan that the venue kept reaches the custodian, which does not know its epoch.":
    "시설이 보관하던 스캔이 그 발급 구간을 모르는 사회보장정보원에 도착합니다.",
  "The record is released under a case.": "사건에 따라 기록이 제공됩니다.",
  "Under a case, the record is to be turned into a number.": "사건에 따라 기록을 전화번호로 바꾸려 합니다.",
  "The custodian sweeps the record.": "사회보장정보원이 기록을 파기합니다.",
  "The {party} erases the keys of the day.": "{party|이} 그날의 키를 파기합니다.",
  "The {party} sweeps the day.": "{party|이} 그날의 정보를 파기합니다.",
};

const asking = {
  "The {officer} asks for the records of a venue in a window.":
    "{officer|이} 한 시설의 정해진 시간대 기록을 요청합니다.",
  "The {officer} asks for records without a legal ground.": "{officer|이} 법적 근거 없이 기록을 요청합니다.",
  "The {officer} asks for records of no venue.": "{officer|이} 시설을 지정하지 않고 기록을 요청합니다.",
  "The {officer} asks for the records of more venues than a case may have.":
    "{officer|이} 한 사건의 한도를 넘는 수의 시설 기록을 요청합니다.",
  "The {officer} asks for a window that ends before it starts.":
    "{officer|이} 시작보다 먼저 끝나는 시간대를 요청합니다.",
  "The {officer} asks for a longer window than a case may have.":
    "{officer|이} 한 사건의 한도를 넘는 시간대를 요청합니다.",
  "The {officer} asks for a window that reaches into the future.":
    "{officer|이} 아직 오지 않은 시간대를 요청합니다.",
  "The {officer} approves the case.": "{officer|이} 사건을 승인합니다.",
  "The {officer} denies the case.": "{officer|이} 사건을 거부합니다.",
  "The custodian is asked to release the records of the case.":
    "사회보장정보원이 사건의 기록을 제공하라는 요청을 받습니다.",
  "The custodian is asked without a legal ground.": "사회보장정보원이 법적 근거 없는 요청을 받습니다.",
  "The custodian is asked by one officer alone.": "사회보장정보원이 역학조사관 한 명만의 요청을 받습니다.",
  "The custodian is asked for no venue.": "사회보장정보원이 시설을 지정하지 않은 요청을 받습니다.",
  "The custodian is asked for more venues than a case may have.":
    "사회보장정보원이 한 사건의 한도를 넘는 수의 시설을 요청받습니다.",
  "The custodian is asked for a window that ends before it starts.":
    "사회보장정보원이 시작보다 먼저 끝나는 시간대를 요청받습니다.",
  "The custodian is asked for a longer window than a case may have.":
    "사회보장정보원이 한 사건의 한도를 넘는 시간대를 요청받습니다.",
  "The custodian is asked for more records than a case may have.":
    "사회보장정보원이 한 사건의 한도를 넘는 수의 기록을 요청받습니다.",
  "The custodian is asked for more records than the nation may release in a day.":
    "사회보장정보원이 전국의 하루 한도를 넘는 수의 기록을 요청받습니다.",
  "The custodian is asked under a case that stands in no cosigned log.":
    "사회보장정보원이 공동 서명된 대장에 없는 사건으로 요청받습니다.",
};

const answering = {
  "The custodian's release reaches the authority, which asks the issuer.":
    "사회보장정보원이 제공한 기록이 방역당국에 도착하고, 방역당국이 발급회사에 요청합니다.",
  "A release with more records than a case may have reaches the authority.":
    "한 사건의 한도를 넘는 기록이 방역당국에 도착합니다.",
  "The issuer is asked who was behind the records, and still knows the person.":
    "발급회사가 기록의 주인이 누구인지 요청받으며, 그 이용자를 아직 알고 있습니다.",
  "The issuer is asked who was behind the records, and no longer knows the person.":
    "발급회사가 기록의 주인이 누구인지 요청받지만, 그 이용자를 더는 알지 못합니다.",
  "The issuer is asked with a release that the custodian has not signed.":
    "발급회사가 사회보장정보원이 서명하지 않은 기록으로 요청받습니다.",
  "The issuer is asked for more records than the nation may have answered in a day.":
    "발급회사가 전국의 하루 한도를 넘는 수의 기록을 요청받습니다.",
  "The issuer is asked with a release that stands in no cosigned log.":
    "발급회사가 공동 서명된 대장에 없는 기록 제공으로 요청받습니다.",
  "The issuer is asked by one officer alone.": "발급회사가 역학조사관 한 명만의 요청을 받습니다.",
  "The issuer is asked for a record that the release does not list.":
    "발급회사가 제공 목록에 없는 기록을 요청받습니다.",
  "The issuer is asked for more records than a case may have.":
    "발급회사가 한 사건의 한도를 넘는 수의 기록을 요청받습니다.",
  "The issuer's answer reaches the two officers.": "발급회사의 회신이 두 역학조사관에게 도착합니다.",
  "The case is closed and what it learned is erased.": "사건이 종결되고, 사건에서 알게 된 정보가 파기됩니다.",
  "The {message} is lost on its way.": "{message|이} 도중에 사라집니다.",
  "The authority learns of a visit that matters.": "방역당국이 중요한 방문을 알게 됩니다.",
  "Time passes.": "시간이 흐릅니다.",
};

export const moves = { ...people, ...gate, ...door, ...keeping, ...asking, ...answering };
