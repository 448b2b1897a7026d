// Four weeks later: the visit is erased with the keys of its day, although a case had it disclosed meanwhile.
// What comes after that finds nothing left to turn into a person.
import { after, atOnce, day, hour, minute, second, type Scenario } from "./scenario.ts";

export const fourWeeksLater: Scenario = {
  id: "four-weeks-later",
  title: { en: "Four weeks later", ko: "4주 뒤" },
  introduction: {
    en: "A visit is stored, and a case has its record disclosed just before its time is over. It is erased all the same, with the keys of its day at both parties; a later question finds nobody.",
    ko: "방문이 저장되고, 보관 기간이 끝나기 직전에 그 기록이 한 사건에 제공됩니다. 그래도 기록은 그날의 키와 함께 양쪽에서 파기되며, 나중에 물어도 누구인지 알 수 없습니다.",
  },
  slice: "retention",
  steps: [
    atOnce("open the day"),
    after(second, "deposit"),
    after(19 * hour, "issue pass1 to 1"),
    after(6 * second, "store pass1"),
    after(27 * day, "release visit1"),
    after(minute, "join visit1"),
    after(5 * hour, "sweep visit1"),
    atOnce("erase the keys at custodian"),
    atOnce("sweep the day at custodian"),
    atOnce("erase the keys at issuer"),
    atOnce("sweep the day at issuer"),
    after(hour, "join visit1"),
  ],
};
