// Consent withdrawn: one person withdraws before a visit and gets no pass, the other after a visit and is no longer named.
// A case for the visit comes afterwards, is asked rightly, and still learns nobody.
import { after, atOnce, day, hour, minute, second, type Scenario } from "./scenario.ts";

export const consentWithdrawn: Scenario = {
  id: "consent-withdrawn",
  title: { en: "Consent withdrawn", ko: "동의 철회" },
  introduction: {
    en: "The second person withdraws at noon and asks for a pass all the same. The first person goes out in the evening and withdraws the next day; when an investigation asks about that visit, nobody can be named any more.",
    ko: "둘째 이용자는 낮에 동의를 철회하고도 QR코드를 요청합니다. 첫째 이용자는 저녁에 외출하고 다음 날 철회합니다. 그 방문을 묻는 역학조사가 시작되어도 누구였는지 더는 알 수 없습니다.",
  },
  slice: "whole",
  steps: [
    after(12 * hour, "withdraw 2"),
    after(minute, "issue pass2 to 2"),
    after(7 * hour, "issue pass1 to 1"),
    after(5 * second, "scan pass1 at 1"),
    after(second, "deliver pass1 from 1"),
    atOnce("remember the scan of pass1"),
    after(14 * hour, "withdraw 1"),
    after(day, "request by first"),
    after(hour, "approve by second"),
    after(minute, "release"),
    after(minute, "receive the release"),
    after(minute, "answer to nobody"),
    after(minute, "receive the answer"),
    after(hour, "close the case"),
  ],
};
