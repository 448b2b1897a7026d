/**
 * The open questions to the policy's owner in Korean; the English stands in models/questions.ts.
 * A question that is added there and not here does not compile.
 */
import type { QuestionId } from "../../questions.ts";

export const questions: Readonly<Record<QuestionId, string>> = {
  "code-window":
    "길이가 같은 다른 시간대에 한도보다 많은 인증번호가 들어갈 수 있더라도, 발송 횟수를 첫 발송부터 세어도 됩니까?",
  "codes-counted-anew":
    "매번 맞게 입력하는 사람에게는 요청하는 만큼 발송하게 되더라도, 인증번호를 맞게 입력하면 발송 횟수를 처음부터 다시 세어도 됩니까?",
  "life-of-a-record":
    "하루의 기록이 함께 파기되고 QR코드의 시각부터 4주를 넘기는 기록이 없도록, 하루의 마지막 기록은 첫 기록보다 거의 하루 짧게 보관해도 됩니까?",
  "venue-offline": "네트워크가 끊겼다는 시설의 말을 그대로 믿어야 합니까?",
  "two-venues-offline":
    "네트워크가 끊긴 두 시설이 같은 QR코드로 입장을 허용했다면, 두 방문 가운데 어느 것이 남아야 합니까?",
  "calling-off": "승인된 사건을 회신이 오기 전에 역학조사관이 취소할 수 있어야 합니까?",
  "request-after-the-end":
    "사건이 끝났다는 것을 사회보장정보원이 알게 하여, 그 뒤에 도착한 요청의 사본을 거부해야 합니까?",
  "asker-denies": "사건을 요청한 역학조사관이 스스로 그 사건을 거부해도 됩니까?",
  "leaving-a-case": "이미 시작된 역학조사에서 빠질 수 있어야 합니까?",
  "number-kept":
    "인증이 살아 있고 마지막 QR코드의 기록이 남아 있는 동안, 전화번호를 출입기록보다 오래 보관해도 됩니까?",
  "stored-distributed": "“분산 저장”은 이러한 뜻이었습니까?",
  "renewing-a-pass": "다시 동의를 받지 않고 얼마 동안 QR코드를 재발급할 수 있습니까?",
  "pass-in-hand": "인증이 끝나면 이미 화면에 표시된 QR코드도 거두어들여야 합니까?",
  "withdrawing-while-suspended":
    "위기경보 단계가 수집을 허용하지 않는 동안에도 고지에 동의하거나 동의를 철회할 수 있어야 합니까?",
  "scan-before-the-level-fell": "수집이 허용되던 때에 스캔했지만 그 뒤에 전송된 기록도 저장해야 합니까?",
  "joining-while-suspended":
    "위기경보 단계가 수집을 허용하지 않는 동안에도, 아직 파기되지 않은 기록을 결합해도 됩니까?",
};
