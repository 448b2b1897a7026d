/**
 * What a message says on a phone: the code and what it is for, in Korean and English, short enough for one SMS.
 * Gateways that carry texts use it. It names no place, no person and no other device.
 * The advice to ignore what one did not ask for stands in each message with a code.
 */
import { sayDuration } from "../../models/labels/duration.ts";
import type { PolicyNumbers } from "../generated/policy.ts";
import type { SmsMessage } from "./smsgateway.ts";

export const smsText = (message: SmsMessage, { codeLifetime }: PolicyNumbers): string => {
  switch (message.kind) {
    case "code":
      return `[QR체크인] 인증번호 ${message.code} (${sayDuration(codeLifetime, "ko")} 안에 입력). Code for QR check-in; ignore it if you did not ask.`;
    case "guardianCode":
      return `[QR체크인] 14세 미만 자녀의 동의 확인번호 ${message.code}. Code to consent for a child; ignore it if you do not.`;
    case "newSession":
      return "[QR체크인] 이 번호가 새 기기에서 인증되었습니다. 다른 기기의 세션은 끝났습니다. Your number was verified on a new device; sessions on others have ended.";
  }
};
