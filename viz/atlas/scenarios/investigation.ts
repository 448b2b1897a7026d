// An investigation: an officer asks for one visit, a second one approves, and the two learn whose phone it was.
// It shows what each party learns on the way, and how the answer is erased.
import { after, atOnce, day, hour, minute, second, type Scenario } from "./scenario.ts";

export const investigation: Scenario = {
  id: "investigation",
  title: { en: "An investigation", ko: "역학조사" },
  introduction: {
    en: "Two days after a visit it turns out that it matters. One officer asks and cannot approve alone; with the second one, the custodian releases, the issuer answers, and the case is closed.",
    ko: "방문 이틀 뒤 그 방문이 역학조사에 필요하다는 사실이 밝혀집니다. 한 역학조사관이 요청하지만 혼자서는 승인할 수 없습니다. 둘째 역학조사관이 승인하면 사회보장정보원이 기록을 제공하고 발급회사가 답하며, 사건이 종결됩니다.",
  },
  slice: "whole",
  steps: [
    after(19 * hour, "issue pass1 to 1"),
    after(6 * second, "scan pass1 at 1"),
    after(second, "deliver pass1 from 1"),
    atOnce("remember the scan of pass1"),
    after(2 * day, "request by first"),
    after(10 * minute, "approve by first"),
    after(hour, "approve by second"),
    after(minute, "release"),
    after(minute, "receive the release"),
    after(minute, "answer"),
    after(minute, "receive the answer"),
    after(3 * day, "close the case"),
  ],
};
