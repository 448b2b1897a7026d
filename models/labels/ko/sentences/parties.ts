/**
 * Korean sentences of models/parties.ts: what each party is for, and who it was in 2020.
 * A sentence that is missing, or that stands nowhere in the models any more, is found by a test.
 */
export const parties = {
  "Somebody with a phone who agrees to the notice and shows passes.":
    "휴대전화로 고지에 동의하고 QR코드를 제시하는 사람입니다.",
  "anyone at such a door": "시설을 찾은 누구나",
  "Verifies phones and issues passes. It knows who somebody is, and never where they were.":
    "휴대전화를 인증하고 QR코드를 발급합니다. 누구인지는 알지만 어디에 있었는지는 결코 알지 못합니다.",
  "Naver, PASS, Kakao, Toss": "네이버, PASS, 카카오, 토스",
  "A place that must keep the log, or chooses to. It scans passes and learns admitted or not.":
    "출입명부를 작성해야 하거나 스스로 참여하는 시설입니다. QR코드를 스캔하며, 출입이 확인되었는지만 압니다.",
  "clubs, karaoke rooms, bars": "클럽, 노래연습장, 유흥주점",
  "Keeps the visits, sealed. It knows where and when, and never who.":
    "출입기록을 봉인된 채로 보관합니다. 언제 어디인지는 알지만 누구인지는 결코 알지 못합니다.",
  "Social Security Information Service": "사회보장정보원",
  "Investigates outbreaks. It joins who and where under a case, and never without one.":
    "감염병 확산을 조사합니다. 누가 어디에 있었는지는 사건이 있을 때에만 결합하며, 사건 없이는 결코 결합하지 않습니다.",
  "quarantine authority": "방역당국",
  "Shows the public figures. Nothing about anybody comes to it.":
    "공개된 통계를 보여 줍니다. 개인에 관한 정보는 오지 않습니다.",
  "the COVID-19 page of the # tab": "# 탭의 코로나19 화면",
} as const;
