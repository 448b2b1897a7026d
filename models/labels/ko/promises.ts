/**
 * The Korean one-line name of every promise, as tables and reports print it.
 * The keys are those of en/promises.ts; a missing one does not compile.
 */
import type * as en from "../en/promises.ts";
import type { Translated } from "../translated.ts";

export const promises: Translated<typeof en.promises> = {
  "no-pass-without-consent": "현재 고지에 대한 동의 없이는 QR코드를 발급하지 않습니다.",
  "no-pass-without-verification": "유효한 휴대전화 인증 없이는 QR코드를 발급하지 않습니다.",
  "verification-covers-pass": "모든 QR코드는 인증이 끝나기 전에 발급되며, 인증이 끝나도 회수되지 않습니다.",
  "withdrawal-stops-issuance": "동의를 철회하면 발급이 즉시 중단됩니다.",
  "no-collection-when-suspended": "위기경보 단계가 허용하지 않는 동안에는 아무것도 수집하지 않습니다.",
  "pass-bounded": "온라인에서는 QR코드의 시각에서 한참 지난 뒤 그 QR코드로 아무것도 저장하지 않습니다.",
  "stored-once": "같은 QR코드를 두 번 저장하지 않습니다.",
  "two-officers": "역학조사관 한 사람만으로는 누구도 식별할 수 없습니다.",
  "within-scope": "승인된 사건의 시설과 시간대를 벗어나 결합하지 않습니다.",
  "join-refuses-withdrawn": "동의를 철회한 이용자는 어떤 사건에서도 식별되지 않습니다.",
  "disclosure-logged": "모든 제공은 대장에 남습니다.",
  "issuer-blind": "QR코드 발급회사는 방문 장소를 알 수 없습니다.",
  "custodian-blind": "사회보장정보원은 누구인지 알 수 없습니다.",
  "venue-blind": "시설관리자는 방문자가 누구인지 볼 수 없습니다.",
  "retention-kept": "출입기록과 키, 제공된 사본은 보유기간을 넘겨 남지 않습니다.",
  "erased-stays-erased": "파기된 정보는 다시 생기지 않습니다.",
  "trace-possible": "동의를 철회하지 않는 한 저장된 출입기록은 최소 14일 동안 결합할 수 있습니다.",
  "everything-ends": "모든 기록과 사건, 인증 요청에는 끝이 있습니다.",
};
