/**
 * What the person who meets a refusal is told in Korean: one sentence on what is wrong, and one on what to do.
 * Written as a public service writes to the people it serves. The keys are those of en/refusals.ts; a missing one does not compile.
 */
import type * as en from "../en/refusals.ts";
import type { Translated } from "../translated.ts";

export const refusals: Translated<typeof en.refusals> = {
  "not-allowed": {
    sentence: "지금은 이 일을 할 대상이 없습니다.",
    advice: "현재 상태를 확인해 주세요.",
  },
  "notice-outdated": {
    sentence: "동의하신 고지는 현재 적용되는 고지가 아닙니다.",
    advice: "현재 고지를 확인하신 뒤 다시 동의해 주세요.",
  },
  "consent-absent": {
    sentence: "철회할 동의가 없습니다.",
    advice: "따로 하실 일은 없습니다.",
  },
  "consent-required": {
    sentence: "개인정보 처리에 관한 고지에 아직 동의하지 않으셨습니다.",
    advice: "먼저 고지를 확인하시고 동의해 주세요.",
  },
  "consent-outdated": {
    sentence: "동의하신 뒤에 고지 내용이 바뀌었습니다.",
    advice: "새 고지를 확인하신 뒤 다시 동의해 주세요.",
  },
  "guardian-required": {
    sentence: "14세 미만은 법정대리인의 동의가 필요합니다.",
    advice: "법정대리인이 본인 번호로 받은 인증번호로 확인해 주세요.",
  },
  "account-unknown": {
    sentence: "철회할 내역이 없습니다.",
    advice: "보관 중인 동의와 계정이 없으므로 따로 하실 일은 없습니다.",
  },
  "code-not-sent": {
    sentence: "입력을 기다리는 인증번호가 없습니다.",
    advice: "인증번호를 새로 요청해 주세요.",
  },
  "sends-exceeded": {
    sentence: "짧은 시간에 이 번호나 이 네트워크로 인증번호를 너무 많이 보냈습니다.",
    advice: "10분 뒤에 다시 시도해 주세요.",
  },
  "code-locked": {
    sentence: "인증번호를 너무 많이 요청했거나 여러 번 잘못 입력하여 인증이 잠겼습니다.",
    advice: "잠금 시간이 끝난 뒤 다시 시도해 주세요.",
  },
  "verification-required": {
    sentence: "휴대전화 인증이 되어 있지 않습니다.",
    advice: "문자로 받은 인증번호로 휴대전화를 인증해 주세요.",
  },
  "verification-expired": {
    sentence: "휴대전화 인증의 유효기간이 끝났습니다.",
    advice: "문자로 받은 인증번호로 다시 인증해 주세요.",
  },
  "passes-exceeded": {
    sentence: "짧은 시간에 QR코드를 너무 많이 요청하셨습니다.",
    advice: "1분 뒤에 다시 시도해 주세요.",
  },
  "collection-suspended": {
    sentence: "현재 위기경보 단계에서는 출입기록을 수집하지 않습니다.",
    advice: "다른 방역 수칙이 없으면 QR코드 없이 입장하실 수 있습니다.",
  },
  "pass-unknown": {
    sentence: "발급된 적이 없는 QR코드입니다.",
    advice: "QR코드를 새로 발급받아 다시 제시해 주세요.",
  },
  "pass-expired": {
    sentence: "유효시간이 지난 QR코드입니다.",
    advice: "QR코드를 새로 발급받아 바로 제시해 주세요.",
  },
  "pass-early": {
    sentence: "QR코드에 적힌 시각이 아직 되지 않았습니다.",
    advice: "스캐너의 시각을 확인하신 뒤 새 QR코드를 스캔해 주세요.",
  },
  "pass-replayed": {
    sentence: "이미 사용된 QR코드입니다.",
    advice: "QR코드를 새로 발급받아 다시 제시해 주세요.",
  },
  "pass-malformed": {
    sentence: "출입용 QR코드가 아닙니다.",
    advice: "QR 체크인 화면을 열어 그 화면의 QR코드를 제시해 주세요.",
  },
  "pass-forged": {
    sentence: "QR코드의 발급회사 서명이 올바르지 않습니다.",
    advice: "QR코드 발급회사에서 새 QR코드를 발급받아 주세요.",
  },
  "venue-unknown": {
    sentence: "등록되지 않은 시설입니다.",
    advice: "시설을 등록하신 뒤 스캔해 주세요.",
  },
  "venue-unregistered": {
    sentence: "이 시설은 아직 등록을 마치지 않았습니다.",
    advice: "사업자등록번호로 시설 등록을 마쳐 주세요.",
  },
  "epoch-unknown": {
    sentence: "이 QR코드의 발급 구간을 등록한 발급회사가 없습니다.",
    advice: "새 QR코드를 스캔해 주시고, 같은 일이 되풀이되면 QR코드 발급회사에 알려 주세요.",
  },
  "scan-forged": {
    sentence: "스캔에 담긴 시설 기기의 서명이 올바르지 않습니다.",
    advice: "기기 등록 상태를 확인하신 뒤 다시 스캔해 주세요.",
  },
  "challenge-mismatch": {
    sentence: "다른 시설의 확인값으로 만든 QR코드입니다.",
    advice: "이 출입구에 표시된 확인값을 스캔한 뒤 새 QR코드를 보여 주세요.",
  },
  "scans-exceeded": {
    sentence: "이 시설에서 짧은 시간에 너무 많은 스캔을 보냈습니다.",
    advice: "1분 뒤에 다시 스캔해 주세요.",
  },
  "scan-ahead": {
    sentence: "스캔에 적힌 시각이 아직 되지 않았습니다.",
    advice: "스캐너의 시각을 맞추신 뒤 다시 스캔해 주세요.",
  },
  "scan-before-pass": {
    sentence: "스캔에 적힌 시각이 QR코드 발급 시각보다 앞섭니다.",
    advice: "스캐너의 시각을 맞추신 뒤 새 QR코드를 스캔해 주세요.",
  },
  "delivery-too-late": {
    sentence: "전송할 수 있는 기한이 지난 뒤에 도착한 스캔입니다.",
    advice: "이 스캔은 저장할 수 없으니 시설의 네트워크 상태를 확인해 주세요.",
  },
  "venue-not-silent": {
    sentence: "늦은 전송이라고 하지만, 이 스캔 뒤에 기기가 제때 전송한 기록이 있습니다.",
    advice: "더는 저장할 수 없습니다. 기기는 기다리던 스캔을 새 스캔보다 먼저 전송해야 합니다.",
  },
  "epoch-over": {
    sentence: "이 발급 구간이 속한 날의 보유기간이 끝나 그날의 정보는 파기되었습니다.",
    advice: "그날은 다시 열리지 않으니 기탁이 늦어진 까닭을 확인해 주세요.",
  },
  "epoch-ahead": {
    sentence: "발급 구간에 적힌 시각이 아직 되지 않았습니다.",
    advice: "발급회사의 시각을 맞추신 뒤 다시 기탁해 주세요.",
  },
  "case-without-ground": {
    sentence: "요청에 법적 근거가 없습니다.",
    advice: "역학조사의 법적 근거를 적어 주세요.",
  },
  "case-without-venue": {
    sentence: "요청에 대상 시설이 없습니다.",
    advice: "대상 시설을 한 곳 이상 지정해 주세요.",
  },
  "case-venues-exceeded": {
    sentence: "한 사건에 지정할 수 있는 시설 수를 넘었습니다.",
    advice: "시설 수를 줄이거나 사건을 나누어 요청해 주세요.",
  },
  "case-window-inverted": {
    sentence: "조사 시간대의 끝이 시작보다 앞서거나 시작과 같습니다.",
    advice: "끝 시각을 시작 시각보다 늦게 정해 주세요.",
  },
  "case-window-exceeded": {
    sentence: "한 사건에 허용되는 조사 시간대보다 깁니다.",
    advice: "조사 시간대를 더 짧게 정해 주세요.",
  },
  "case-window-ahead": {
    sentence: "조사 시간대에 아직 지나지 않은 시간이 들어 있습니다.",
    advice: "끝 시각을 이미 지난 시각으로 정해 주세요.",
  },
  "case-window-erased": {
    sentence: "이 시간대의 출입기록은 모두 파기되었습니다.",
    advice: "보유기간이 끝난 기록은 다시 확인하실 수 없습니다.",
  },
  "case-same-officer": {
    sentence: "역학조사를 요청한 역학조사관은 그 요청을 승인할 수 없습니다.",
    advice: "다른 역학조사관의 결정을 받아 주세요.",
  },
  "case-records-exceeded": {
    sentence: "한 사건에 허용되는 기록 수를 넘었습니다.",
    advice: "대상 시설이나 조사 시간대를 줄여 주세요.",
  },
  "case-over": {
    sentence: "이 사건의 유효시간이 끝났습니다.",
    advice: "조사가 더 필요하면 새로 요청해 주세요.",
  },
  "nation-records-exceeded": {
    sentence: "하루에 전국에서 제공할 수 있는 기록 수에 이르렀습니다.",
    advice: "내일 다시 요청해 주세요.",
  },
  "officers-too-few": {
    sentence: "사건에 서명한 역학조사관이 필요한 수보다 적습니다.",
    advice: "다른 역학조사관의 서명을 더 받아 주세요.",
  },
  "case-unlogged": {
    sentence: "이 사건은 다른 기관들이 충분히 함께 서명한 대장에 없습니다.",
    advice: "대장에 공동 서명을 받은 뒤 새 증명과 함께 다시 요청해 주세요.",
  },
  "release-forged": {
    sentence: "제공된 기록의 사회보장정보원 서명이 올바르지 않습니다.",
    advice: "사회보장정보원에 기록 제공을 다시 요청해 주세요.",
  },
  "record-unlisted": {
    sentence: "제공 목록에 없는 기록을 요청하셨습니다.",
    advice: "제공 목록에 있는 기록만 요청해 주세요.",
  },
  "release-answered": {
    sentence: "이미 회신한 요청입니다.",
    advice: "먼저 받으신 회신을 이용해 주세요.",
  },
};
