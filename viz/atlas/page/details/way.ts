// "How could we get here?": the shortest story that the prover knows to a state or transition, told in sentences, with a way to play it.
// It stands folded up among the details and is played when it is opened, so that a press on a diagram is answered at once.
// Where no story leads, that is said and no more than that.
import { defaultPolicy } from "../../../../models/policy.ts";
import type { Language } from "../../data.ts";
import { add, type Html } from "../../../html.ts";
import { addTold, playedUnder } from "../toldstory.ts";
import type { Reader } from "../views/view.ts";

interface WayWords {
  readonly ask: string;
  readonly found: string;
  readonly begins: string;
  readonly none: string;
  readonly otherLaw: string;
}

const wordsOf: Readonly<Record<Language, WayWords>> = {
  en: {
    ask: "How could we get here?",
    found:
      "The shortest story that the prover knows, with the numbers of the policy; no step of it can be left out.",
    begins: "Here it begins: nothing has happened yet.",
    none: "No story is known that leads here with the numbers of the policy, in any part of the system that the prover searches in real time.",
    otherLaw: "The story was found for another law, and does not play by the one drawn here.",
  },
  ko: {
    ask: "어떻게 여기에 이를 수 있나요?",
    found: "증명기가 아는 가장 짧은 이야기입니다. 정책의 수치를 그대로 썼으며, 어느 단계도 뺄 수 없습니다.",
    begins: "여기서 시작합니다. 아직 아무 일도 없었습니다.",
    none: "현재 정책의 수치로 여기에 이르는 이야기를 찾지 못했습니다. 증명기가 실제 시간으로 탐색하는 모든 부분을 살펴보았습니다.",
    otherLaw: "다른 정책에서 찾은 이야기이며, 여기에 그려진 정책으로는 실행되지 않습니다.",
  },
};

/** `id`: of a transition, or of a state as `visit:erased`. */
export function addWay(parent: Html, reader: Reader, id: string, isInitial = false): void {
  const { data, language } = reader;
  const { ways } = data.evidence;
  if (ways === undefined) return;
  const words = wordsOf[language];
  const asked = add(parent, "details", "way");
  add(asked, "summary", "", words.ask);
  const told = ways.ways.find((way) => way.id === id)?.story;
  if (isInitial || told === undefined) {
    add(asked, "p", "", isInitial ? words.begins : words.none);
    return;
  }
  asked.on("toggle", () => {
    if (!asked.select("ol, p").empty()) return;
    const story = playedUnder(told, defaultPolicy);
    add(asked, "p", "quiet", story === undefined ? words.otherLaw : words.found);
    if (story !== undefined) addTold(asked, reader, story);
  });
}
