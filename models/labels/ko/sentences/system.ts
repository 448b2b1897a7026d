/**
 * The Korean of every English sentence in rules/, system.ts and messages.ts: what the parties do and what crosses between them.
 * The key is the English sentence itself, so that a sentence that is changed there is missing here, and a test says so.
 */
const rules = {
  "Takes note of the national crisis level; collection stops at once when it no longer allows it.":
    "국가 위기경보 단계를 확인하며, 단계가 수집을 허용하지 않게 되면 즉시 수집을 중단합니다.",
  "Opens a Seoul day with its keys when its first epoch begins.":
    "서울 시각 하루의 첫 발급 구간이 시작될 때 그날의 보관을 시작하고 키를 만듭니다.",
  "Records that a person agrees to the notice in force.": "이용자가 현재 고지에 동의한 사실을 기록합니다.",
  "Sends a code to a person who has agreed to the notice.": "고지에 동의한 이용자에게 인증번호를 보냅니다.",
  "Takes a code that a person typed.": "이용자가 입력한 인증번호를 받습니다.",
  "Issues a pass to a person with current consent and a live verification.":
    "현재 고지에 동의하고 인증이 유효한 이용자에게 QR코드를 발급합니다.",
  "Ends the consent and the account, and with them what ties earlier passes to the person.":
    "동의와 계정을 끝내고, 이전 QR코드와 이용자를 잇는 정보도 함께 파기합니다.",
  "Publishes a notice: a consent to an older one becomes outdated.":
    "고지를 게시하며, 이전 고지에 대한 동의는 다시 받아야 합니다.",
  "Answers a release of the custodian: opens only what it lists, once, for two officers.":
    "사회보장정보원이 제공한 기록에 회신합니다. 목록에 있는 것만, 한 번만, 두 역학조사관에게 엽니다.",
  "Signs a scanned pass with the device's key and sends it to the custodian.":
    "스캔한 QR코드에 기기의 키로 서명하여 사회보장정보원에 보냅니다.",
  "Stores the visit of a scan that arrives as it happens.": "제때 도착한 스캔의 출입기록을 저장합니다.",
  "Stores the visit of a scan that a venue without network delivers late, as of the instant it was signed.":
    "네트워크가 끊긴 시설이 늦게 전송한 스캔의 출입기록을 서명된 시각을 기준으로 저장합니다.",
  "Opens the partition of the Seoul day of an epoch, whenever its deposit arrives before the day is over.":
    "발급 구간의 기탁이 그날의 보유기간 안에 도착하면, 그 구간이 속한 서울 시각 하루의 저장 구획을 엽니다.",
  "Releases the sealed records of a case after checking officers, ground, venues, window and limits.":
    "역학조사관, 법적 근거, 시설, 시간대, 한도를 확인한 뒤 사건의 봉인된 기록을 제공합니다.",
  "Marks one record as released; it is erased on the same day as before.":
    "기록 하나에 제공 사실을 표시하며, 파기되는 날은 그대로입니다.",
  "An officer opens a case.": "역학조사관이 사건을 요청합니다.",
  "A second officer approves the case.": "둘째 역학조사관이 사건을 승인합니다.",
  "The custodian's release arrives.": "사회보장정보원이 제공한 기록이 도착합니다.",
  "The issuer's answer arrives, sealed to the two officers.":
    "두 역학조사관에게 봉인된 발급회사의 회신이 도착합니다.",
  "The case is closed and its answer erased.": "사건을 종결하고 회신을 파기합니다.",
};

const refusals = {
  "The day of the epoch is over, and what was of it is erased.":
    "발급 구간이 속한 날의 보유기간이 끝났고 그날의 정보는 파기되었습니다.",
  "The epoch claims a time that has not come.": "발급 구간에 적힌 시각이 아직 되지 않았습니다.",
  "The crisis level does not allow collection.": "위기경보 단계가 수집을 허용하지 않습니다.",
  "A phone is verified only after agreeing to the notice.":
    "고지에 동의한 뒤에만 휴대전화를 인증할 수 있습니다.",
  "The notice has changed since the person agreed.": "이용자가 동의한 뒤 고지가 바뀌었습니다.",
  "There is no consent in force.": "유효한 동의가 없습니다.",
  "The consent was given to another notice than the one in force.":
    "현재 고지가 아닌 다른 고지에 대한 동의입니다.",
  "Too many passes in a minute.": "1분에 요청한 QR코드가 너무 많습니다.",
  "There is nothing to withdraw.": "철회할 내역이 없습니다.",
  "The release is not signed by the custodian.": "제공된 기록에 사회보장정보원의 서명이 없습니다.",
  "Fewer officers than required stand behind the case.": "사건을 맡은 역학조사관이 필요한 수보다 적습니다.",
  "Fewer officers than required have signed the case.": "사건에 서명한 역학조사관이 필요한 수보다 적습니다.",
  "A record is asked for that the release does not list.": "제공 목록에 없는 기록을 요청했습니다.",
  "The case asks for more records than a case may have.": "한 사건에 허용되는 기록 수를 넘겨 요청했습니다.",
  "The release has been answered already.": "이미 회신한 기록 제공입니다.",
  "The case is over.": "사건의 유효시간이 끝났습니다.",
  "The venue is not registered.": "시설이 등록되지 않았습니다.",
  "This is not a pass.": "출입용 QR코드가 아닙니다.",
  "No such venue is registered.": "등록되지 않은 시설입니다.",
  "No issuer has registered the epoch of this pass.": "이 QR코드의 발급 구간을 등록한 발급회사가 없습니다.",
  "The pass is not signed by its issuer.": "QR코드에 발급회사의 서명이 없습니다.",
  "The scan is not signed by the venue's device.": "스캔에 시설 기기의 서명이 없습니다.",
  "The venue delivers too many scans in a minute.": "시설이 1분에 보낸 스캔이 너무 많습니다.",
  "The scan claims a time that has not come.": "스캔에 적힌 시각이 아직 되지 않았습니다.",
  "The scan claims a time before its pass was issued.": "스캔에 적힌 시각이 QR코드 발급 시각보다 앞섭니다.",
  "The scan is delivered later than a venue may.": "스캔이 전송 기한을 넘겨 도착했습니다.",
  "With this case, more records than the nation may release in a day.":
    "이 사건까지 합하면 하루에 전국에서 제공할 수 있는 기록 수를 넘습니다.",
  "With this case, more records than the nation may have answered in a day.":
    "이 사건까지 합하면 하루에 전국에서 회신할 수 있는 기록 수를 넘습니다.",
  "Someone under 14 agrees only with a guardian.": "14세 미만은 법정대리인이 함께해야 동의할 수 있습니다.",
  "Too many codes were sent to the number by all its devices, or to the network.":
    "모든 기기를 합쳐 그 번호로, 또는 그 네트워크로 보낸 인증번호가 너무 많습니다.",
  "The release stands in no log that enough others cosigned.":
    "다른 기관들이 충분히 함께 서명한 대장에 이 기록 제공이 없습니다.",
  "The case stands in no log that enough others cosigned.":
    "다른 기관들이 충분히 함께 서명한 대장에 이 사건이 없습니다.",
  "The pass is bound to the challenge of another venue, or to none that the scan shows.":
    "QR코드가 다른 시설의 확인값이나 스캔에 없는 확인값에 묶여 있습니다.",
  "The device has delivered on time since this scan, so it had a network.":
    "이 스캔 뒤에 기기가 제때 전송한 적이 있으므로 네트워크가 끊긴 것이 아니었습니다.",
  "The notice published is not the one in force.": "게시된 고지가 현재 시행 중인 고지가 아닙니다.",
};

const messages = {
  "The code of a verification, by SMS.": "문자로 보내는 인증번호입니다.",
  "A new epoch: its id and time, the issuer's public key of the day, and its secret split among the officers of the day.":
    "새 발급 구간의 식별자와 시각, 발급회사의 당일 공개키, 그날의 역학조사관들에게 나누어 봉인한 비밀값입니다.",
  "A new pass for the phone to show.": "휴대전화가 표시할 새 QR코드입니다.",
  "The pass, shown as a QR code.": "화면에 표시된 QR코드입니다.",
  "A scanned pass with the challenge that it answers and the venue's signature over pass, challenge, venue and time.":
    "스캔한 QR코드와 그 코드가 답한 확인값, 그리고 QR코드·확인값·시설·시각에 대한 시설의 서명입니다.",
  "Admitted, or a refusal with its code; never anything about the person.":
    "확인 완료 또는 거절 사유입니다. 이용자에 관한 정보는 담지 않습니다.",
  "A case with its scope, signed by the officers behind it.":
    "맡은 역학조사관들이 서명한 사건과 그 조사 범위입니다.",
  "The sealed records of the case, shuffled, with a salted commitment to the scope and the officers' sealed shares.":
    "순서를 섞은 사건의 봉인된 기록과 조사 범위 확약값, 역학조사관별로 봉인된 비밀 조각입니다.",
  "The release without places, and the opened shares of its epochs, sealed again to the issuer for this case.":
    "장소를 뺀 제공 기록과, 이 사건을 위해 발급회사에 다시 봉인한 비밀 조각입니다.",
  "The numbers behind the listed records, sealed to the two officers of the case.":
    "목록에 있는 기록의 휴대전화 번호를 사건의 두 역학조사관에게 봉인한 것입니다.",
};

export const system: Readonly<Record<string, string>> = { ...rules, ...refusals, ...messages };
