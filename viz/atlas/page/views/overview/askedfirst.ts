// What people ask first, with an answer in a sentence and the places that show it: how long, who says so, who can see it, what if.
// The overview begins with it, and the search finds it. Every number in an answer is read from the policy.
import { words } from "../../../../../models/labels/labels.ts";
import { sayValueOf } from "../../../../../models/language/sentence.ts";
import { defaultPolicy, millisecondsADay } from "../../../../../models/policy.ts";
import { inBoth, type Language, type Said } from "../../../../said.ts";
import type { Asked } from "../../address.ts";
import { askedAbout } from "../numbers/asked.ts";

export interface Answer {
  readonly id: string;
  readonly asks: Said;
  readonly answers: Said;
  readonly clauses: readonly string[];
  /** Where the page shows it. */
  readonly shown: { readonly view: string; readonly asked: Asked; readonly says: Said };
}

const value = (name: string, language: Language): string => sayValueOf(name, language, defaultPolicy);

const retention = inBoth((language) => value("retention", language));
const grounds = inBoth((language) =>
  (defaultPolicy.sets["caseGrounds"] ?? []).map((ground) => words(language).word(ground)).join(", "),
);
const officers = inBoth((language) => value("officersRequired", language));

export const askedFirst: readonly Answer[] = [
  {
    id: "how-long",
    asks: {
      en: "How long is my visit kept, and who says so?",
      ko: "내 출입기록은 얼마나 보관되며, 근거는 무엇인가요?",
    },
    answers: {
      en: `${retention.en} from the start of the day of its pass. Then it is erased, whatever else has happened to it.`,
      ko: `QR코드를 발급받은 날이 시작된 때부터 ${retention.ko}입니다. 그 뒤에는 그동안 무슨 일이 있었든 파기됩니다.`,
    },
    clauses: ["S9", "F5", "C2"],
    shown: {
      view: "visit",
      asked: { at: "visit.recorded" },
      says: { en: "See the record of a visit", ko: "출입기록 보기" },
    },
  },
  {
    id: "police",
    asks: { en: "Can the police see it?", ko: "경찰이 볼 수 있나요?" },
    answers: {
      en: `Not by this policy. Name and place are joined only under a case of the quarantine authority behind which ${officers.en} different officers stand, on this ground alone: ${grounds.en}. Any other ground is refused, and the police have no way to ask. What a court may order a party to hand over lies outside this policy; what the files of each party tell stands at the party.`,
      ko: `이 정책으로는 볼 수 없습니다. 이름과 장소는 방역당국의 서로 다른 담당자 ${officers.ko}명이 승인한 사건에서만, 그리고 오직 다음 근거로만 합쳐집니다: ${grounds.ko}. 다른 근거는 거절되며, 경찰이 요청할 방법은 없습니다. 법원이 기관에 제출을 명령하는 일은 이 정책 밖에 있으며, 각 기관의 파일로 무엇을 알 수 있는지는 그 기관의 설명에 있습니다.`,
    },
    clauses: ["F13", "S8", "C4"],
    shown: {
      view: "disclosure",
      asked: { refusals: "1", at: "promise:two-officers" },
      says: { en: "See how a case goes", ko: "사건의 흐름 보기" },
    },
  },
  {
    id: "week",
    asks: { en: "What breaks if it is kept for a week only?", ko: "일주일만 보관하면 무엇이 깨지나요?" },
    answers: {
      en: "Change the number, and read which promise breaks and by which story.",
      ko: "수치를 바꾸어 어느 약속이 어떤 이야기로 깨지는지 읽어 보세요.",
    },
    clauses: [],
    shown: {
      view: "numbers",
      asked: askedAbout("retention", 7 * millisecondsADay),
      says: { en: "Keep it for a week", ko: "일주일만 보관하기" },
    },
  },
  {
    id: "pass-of-a-day",
    asks: { en: "And if a pass lives for a day?", ko: "QR코드가 하루 동안 유효하면요?" },
    answers: {
      en: `A pass lives for ${value("passLifetime", "en")}. The same is asked of that number.`,
      ko: `지금 QR코드의 유효 시간은 ${value("passLifetime", "ko")}입니다. 그 수치에 대해서도 같은 것을 물어볼 수 있습니다.`,
    },
    clauses: [],
    shown: {
      view: "numbers",
      asked: askedAbout("passLifetime", millisecondsADay),
      says: { en: "Let a pass live for a day", ko: "QR코드를 하루 동안 유효하게 하기" },
    },
  },
];
