/**
 * The Korean of the descriptions of every policy constant.
 * The key is the English description itself, so that one that is changed in models/policy.ts is missing here, and a test says so.
 */
export const policy: Readonly<Record<string, string>> = {
  "whether consent is asked for at every pass or once, at first use":
    "동의를 QR코드를 발급할 때마다 받는지, 처음 이용할 때 한 번 받는지",
  "how long one consent covers a pass and its renewals when it is asked for at every pass":
    "발급할 때마다 동의를 받는 경우 한 번의 동의가 QR코드와 재발급에 적용되는 시간",
  "the version of the notice that is in force": "현재 적용되는 고지의 버전",
  "how long a verified phone stays verified": "휴대전화 인증이 유효한 기간",
  "digits of the code sent by SMS": "문자로 보내는 인증번호의 자릿수",
  "how long a code can be entered": "인증번호를 입력할 수 있는 시간",
  "wrong tries before the lock": "잠기기 전까지의 입력 오류 횟수",
  "codes sent within the send window before the lock": "집계 시간 안에서 잠기기 전까지 보내는 인증번호 수",
  "the window in which codes sent are counted": "인증번호 발송 횟수를 세는 시간",
  "codes sent to one network within the send window":
    "발송 횟수를 세는 시간 동안 한 네트워크에 보내는 인증번호 수",
  "how long a lock lasts": "잠금이 이어지는 시간",
  "how long an account stays after the day of its last pass, once its verification has expired":
    "인증이 만료된 계정을 마지막 QR코드의 날짜로부터 보유하는 기간",
  "how long a pass is shown": "QR코드를 표시하는 시간",
  "how far the clocks of two parties may differ": "두 기관의 시각이 서로 다를 수 있는 한도",
  "how late a venue without network may deliver a scan":
    "네트워크가 끊긴 시설이 스캔을 늦게 전송할 수 있는 한도",
  "after this time online nothing is stored under a pass":
    "온라인에서 이 시간이 지나면 그 QR코드로는 아무것도 저장하지 않는 시간",
  "passes a person may ask for in a minute": "한 사람이 1분에 요청할 수 있는 QR코드 수",
  "scans a venue may deliver in a minute": "한 시설이 1분에 보낼 수 있는 스캔 수",
  "how long one epoch secret seals passes": "발급 구간의 비밀값 하나로 QR코드를 봉인하는 시간",
  "passes under one epoch secret": "발급 구간의 비밀값 하나로 봉인하는 QR코드 수",
  "how long a visit is kept, counted from the start of the Seoul day of its pass":
    "QR코드의 날짜가 서울 시각으로 시작된 때부터 출입기록을 보유하는 기간",
  "how long a stored visit can be joined at the least": "저장된 출입기록을 결합할 수 있는 최소 기간",
  "how late the sweep that erases may be; a read never waits for it":
    "파기 작업이 늦어질 수 있는 한도. 조회는 이 작업을 기다리지 않습니다",
  "different officers who must stand behind a case": "사건을 맡아야 하는 서로 다른 역학조사관의 수",
  "how long a requested case waits for its second officer":
    "요청된 사건이 둘째 역학조사관의 결정을 기다리는 시간",
  "how long a case lives from its approval": "승인된 때부터 사건이 유효한 시간",
  "how long what a case learned is kept": "사건에서 알게 된 정보를 보유하는 기간",
  "venues of a case": "한 사건의 시설 수",
  "the longest window of a case at a venue": "한 사건이 한 시설에 대해 조사할 수 있는 가장 긴 시간대",
  "records of a case": "한 사건의 기록 수",
  "records released in the nation in a day": "하루에 전국에서 제공하는 기록 수",
  "other parties who must have cosigned the log in which a case or its release stands":
    "사건이나 제공 항목이 실린 대장에 함께 서명해야 하는 다른 기관의 수",
  "how long a change of the officers' roster waits": "역학조사관 명단의 변경이 기다리는 시간",
  "unused for so long, a venue is reminded": "시설이 이 기간 동안 사용하지 않으면 안내하는 기준",
};
