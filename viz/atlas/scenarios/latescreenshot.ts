// The late screenshot: a picture of a pass is shown after the pass has ended, and a pass that was used is shown once more elsewhere.
// Both scans cross to the custodian, and neither becomes a visit.
import { after, atOnce, second, type Scenario } from "./scenario.ts";

export const lateScreenshot: Scenario = {
  id: "late-screenshot",
  title: { en: "The late screenshot", ko: "뒤늦은 화면 갈무리" },
  introduction: {
    en: "Somebody lets a friend in with a picture of a pass, while the pass is still shown at another venue. Somebody else keeps a picture too long.",
    ko: "누군가 QR코드의 사진으로 친구를 다른 시설에 들여보내려 합니다. 또 다른 사람은 QR코드의 사진을 너무 늦게 보여 줍니다.",
  },
  slice: "door",
  steps: [
    atOnce("issue pass1"),
    after(5 * second, "scan pass1 at 1"),
    after(second, "deliver pass1 from 1"),
    after(4 * second, "scan pass1 at 2"),
    after(second, "deliver pass1 from 2"),
    after(60 * second, "issue pass2"),
    after(40 * second, "scan pass2 at 2"),
    after(second, "deliver pass2 from 2"),
  ],
};
