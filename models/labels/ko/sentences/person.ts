/**
 * The Korean of every English sentence in consent.ts, verification.ts, code.ts, pass.ts and crisis.ts: what a person lives through.
 * The key is the English sentence itself, so that a sentence that is changed there is missing here, and a test says so.
 */
const crisis = {
  "Whether the national crisis level allows collection.":
    "국가 위기경보 단계가 수집을 허용하는지를 나타냅니다.",
  "Nothing may be collected; what is held lives out its time and is erased.":
    "아무것도 수집할 수 없습니다. 이미 보관 중인 정보는 정해진 기간이 끝나면 파기됩니다.",
  "Collection is allowed.": "수집이 허용됩니다.",
  "A level that allows collection begins.": "수집이 허용되는 단계가 시작됩니다.",
  "The level changes; collection stays stopped.": "단계가 바뀌지만 수집은 계속 중단됩니다.",
  "The level no longer allows collection: it stops at once.":
    "단계가 더 이상 수집을 허용하지 않아 즉시 중단됩니다.",
  "The level changes; collection goes on.": "단계가 바뀌지만 수집은 계속됩니다.",
};

const consent = {
  "A person's consent to the notice, as the issuer keeps it.":
    "QR코드 발급회사가 보관하는, 고지에 대한 이용자의 동의입니다.",
  "No consent is in force: never asked, or the last one has covered its pass.":
    "유효한 동의가 없습니다. 동의를 받은 적이 없거나, 지난 동의가 해당 QR코드로 끝났습니다.",
  "The person has agreed to the notice of a known version.": "이용자가 버전이 확인된 고지에 동의했습니다.",
  "The notice has changed since the person agreed; agreeing again is needed.":
    "이용자가 동의한 뒤 고지가 바뀌어 다시 동의해야 합니다.",
  "The person has withdrawn; nothing of the consent is kept, and consenting again begins anew.":
    "이용자가 동의를 철회했습니다. 동의에 관한 정보는 남기지 않으며, 다시 동의하면 처음부터 시작합니다.",
  "The notice agreed to is not the one in force.": "동의한 고지가 현재 적용되는 고지가 아닙니다.",
  "Consent is given for one pass and its renewals.": "QR코드 하나와 그 재발급에 대해 동의합니다.",
  "Consent is given once, until it is withdrawn or the notice changes.":
    "한 번 동의하면 철회하거나 고지가 바뀔 때까지 유효합니다.",
  "There is no consent to withdraw.": "철회할 동의가 없습니다.",
  "Withdrawing ends the consent at once.": "철회하면 동의가 즉시 끝납니다.",
  "A new notice makes the consent outdated.": "새 고지가 게시되어 다시 동의가 필요해집니다.",
  "The notice is the one agreed to.": "이용자가 동의한 바로 그 고지입니다.",
  "The consent has covered its pass; the next one asks again.":
    "동의가 해당 QR코드로 끝났으므로 다음 QR코드에는 다시 동의를 받습니다.",
};

const verification = {
  "A person's phone verification and account, as the issuer keeps them.":
    "QR코드 발급회사가 보관하는 이용자의 휴대전화 인증과 계정입니다.",
  "Nothing is known of this number.": "이 번호에 관한 정보가 없습니다.",
  "A code has been sent and waits to be entered.": "인증번호를 보냈으며 입력을 기다리고 있습니다.",
  "A code was sent and not entered in time; its sending still counts.":
    "보낸 인증번호가 제때 입력되지 않았습니다. 발송 횟수에는 계속 포함됩니다.",
  "The number is verified; passes may be issued.": "번호가 인증되어 QR코드를 발급할 수 있습니다.",
  "Still verified, with a new code on its way.": "인증이 유효한 상태에서 새 인증번호를 보냈습니다.",
  "The month is over; no pass is issued until the number is verified again.":
    "한 달이 지났습니다. 번호를 다시 인증할 때까지 QR코드를 발급하지 않습니다.",
  "Too many codes or wrong tries; nothing is sent until the lock is over.":
    "인증번호 요청이나 입력 오류가 너무 많아, 잠금이 끝날 때까지 인증번호를 보내지 않습니다.",
  "The account is gone: number, consent and verification.":
    "번호, 동의, 인증을 포함한 계정이 모두 파기되었습니다.",
  "A code is sent, the first of a new window.": "새 집계 시간의 첫 인증번호를 보냅니다.",
  "No code is waiting to be entered.": "입력을 기다리는 인증번호가 없습니다.",
  "The phone is not verified.": "휴대전화가 인증되지 않았습니다.",
  "There is no account to end.": "종료할 계정이 없습니다.",
  "Another code is sent within the window; it replaces the one before.":
    "같은 집계 시간 안에 인증번호를 다시 보내며, 이전 인증번호를 대신합니다.",
  "Too many codes or wrong tries: locked.": "인증번호 요청이나 입력 오류가 너무 많아 잠깁니다.",
  "The right code verifies the number for a month.": "맞는 인증번호로 번호가 한 달 동안 인증됩니다.",
  "A wrong code counts as a try.": "틀린 인증번호는 입력 횟수에 포함됩니다.",
  "Withdrawing ends the account; only the open code lives out its minutes.":
    "철회하면 계정이 끝나고, 열려 있는 인증번호만 남은 시간 동안 유지됩니다.",
  "The code is over; the account is still to be renewed.":
    "인증번호의 유효시간이 끝났고, 계정은 아직 갱신되지 않았습니다.",
  "The code is over.": "인증번호의 유효시간이 끝났습니다.",
  "The old account ends while a code is open; only the code stays.":
    "인증번호가 열려 있는 동안 이전 계정이 끝나고, 인증번호만 남습니다.",
  "The window of sends is over.": "발송 횟수 집계 시간이 끝났습니다.",
  "Locked: no code is sent.": "잠겨 있어 인증번호를 보내지 않습니다.",
  "Locked: no code is taken.": "잠겨 있어 인증번호를 받지 않습니다.",
  "Too many codes or wrong tries: renewing is locked, what is verified stays verified.":
    "인증번호 요청이나 입력 오류가 너무 많아 갱신이 잠깁니다. 이미 완료된 인증은 유지됩니다.",
  "A pass was issued: the account stays as long as the records of this day.":
    "QR코드가 발급되어, 계정은 그날의 기록과 같은 기간 동안 유지됩니다.",
  "Withdrawing erases the account at once.": "철회하면 계정이 즉시 파기됩니다.",
  "Withdrawing erases the account at once. Only the lock lives out its minutes.":
    "철회하면 계정이 즉시 파기됩니다. 잠금만 남은 시간 동안 유지됩니다.",
  "Withdrawing erases the account at once. Only the count of codes sent lives out its minutes.":
    "철회하면 계정이 즉시 파기됩니다. 보낸 인증번호의 횟수만 남은 시간 동안 유지됩니다.",
  "A month is over: the verification expires.": "한 달이 지나 인증이 만료됩니다.",
  "A month is over while the new code is on its way.": "새 인증번호를 보낸 사이에 한 달이 지났습니다.",
  "The code is over; what is verified stays.": "인증번호의 유효시간이 끝났고, 이미 완료된 인증은 유지됩니다.",
  "The verification has expired.": "인증이 만료되었습니다.",
  "The verification has expired and the records of the last pass are gone: the account ends.":
    "인증이 만료되고 마지막 QR코드의 기록도 파기되어 계정이 끝납니다.",
  "The verification has expired and the records of the last pass are gone: the account ends. Only the lock lives out its minutes.":
    "인증이 만료되고 마지막 QR코드의 기록도 파기되어 계정이 끝납니다. 잠금만 남은 시간 동안 유지됩니다.",
  "The verification has expired and the records of the last pass are gone: the account ends. Only the count of codes sent lives out its minutes.":
    "인증이 만료되고 마지막 QR코드의 기록도 파기되어 계정이 끝납니다. 보낸 인증번호의 횟수만 남은 시간 동안 유지됩니다.",
  "Withdrawing ends the account; the lock lives out its minutes.":
    "철회하면 계정이 끝나고, 잠금은 남은 시간 동안 유지됩니다.",
  "The lock is over.": "잠금이 끝났습니다.",
  "The old account ends while locked; only the lock stays.": "잠긴 동안 이전 계정이 끝나고, 잠금만 남습니다.",
};

const pass = {
  "A pass: one showing of a QR code at one venue.": "한 시설에 한 번 제시하는 QR코드입니다.",
  "There is no such pass.": "그러한 QR코드가 없습니다.",
  "The pass can be shown and scanned.": "QR코드를 제시하고 스캔할 수 있습니다.",
  "The pass has been stored once; it opens nothing any more.": "QR코드가 한 번 저장되어 더는 쓸 수 없습니다.",
  "The pass is too old.": "QR코드의 유효시간이 지났습니다.",
  "A pass is issued and shown as a QR code.": "QR코드가 발급되어 화면에 표시됩니다.",
  "No such pass was issued.": "발급된 적이 없는 QR코드입니다.",
  "The phone shows a pass for 15 seconds only; a new one comes on request.":
    "휴대전화는 QR코드를 15초 동안만 표시하며, 요청하면 새 QR코드가 나옵니다.",
  "The pass is held to the scanner.": "QR코드를 스캐너에 제시합니다.",
  "The pass claims a time that has not come.": "QR코드에 적힌 시각이 아직 되지 않았습니다.",
  "The first scan in its lifetime is accepted.": "유효시간 안의 첫 스캔을 받아들입니다.",
  "Its seconds and the skew of clocks are over.": "정해진 몇 초와 허용 시각 오차가 모두 지났습니다.",
  "The pass has been used.": "사용된 QR코드입니다.",
  "The pass has already been used.": "이미 사용된 QR코드입니다.",
};

export const person: Readonly<Record<string, string>> = { ...crisis, ...consent, ...verification, ...pass };
