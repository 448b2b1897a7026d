// A normal day: two people go out in the evening, and both visits are stored.
// It shows what each party gets to see when nothing goes wrong.
import { after, hour, minute, second, wait, type Scenario } from "./scenario.ts";

export const normalDay: Scenario = {
  id: "normal-day",
  title: { en: "A normal day", ko: "평범한 하루" },
  introduction: {
    en: "Two people show their passes at one venue in the evening. Each agrees, gets a pass, and is let in; the consent that was asked for the pass then ends by itself.",
    ko: "저녁에 두 사람이 한 시설에서 QR코드를 보여 줍니다. 두 사람 모두 동의하고 QR코드를 발급받아 입장하며, QR코드를 위한 동의는 그 뒤 저절로 끝납니다.",
  },
  slice: "whole",
  steps: [
    after(19 * hour, "agree 1"),
    after(20 * second, "issue pass1 to 1"),
    after(6 * second, "scan pass1 at 1"),
    after(second, "deliver pass1 from 1"),
    after(2 * minute, "agree 2"),
    after(15 * second, "issue pass2 to 2"),
    after(4 * second, "scan pass2 at 1"),
    after(second, "deliver pass2 from 1"),
    wait(4 * hour),
  ],
};
