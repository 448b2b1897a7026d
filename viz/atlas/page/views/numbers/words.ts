// The words of "Change a number" in both languages; a word that is missing in one does not compile.
// Constants, promises and stories are said by the models.
import type { Language } from "../../../data.ts";

const english = {
  name: "Change a number",
  lead: "Choose a number of the policy and what it should be instead. Each promise is answered for it, and where one breaks, by the story in which it does.",
  constant: "The number",
  now: "In the policy",
  restsOn: "It rests on",
  proved: "Proved values",
  other: "Another value",
  ask: "Ask",
  forms: {
    duration: "A length of time such as 15s, 6h, 7d, or “7 days”; at most ten years.",
    count: "A whole number, from 0 to 1,000,000,000.",
    choice: "One of the words above.",
  },
  unreadable: (text: string, constant: string, form: string) =>
    `“${text}” is no value for the ${constant}. ${form}`,
  pick: "Choose a value.",
  heading: (constant: string, value: string) => `${constant}: ${value}`,
  own: "This is what the policy says now.",
  allHold: "No promise breaks.",
  breaks: (count: number) => (count === 1 ? "One promise breaks." : `${String(count)} promises break.`),
  unshown: (count: number) =>
    count === 1 ? "Of one promise nothing is shown." : `Of ${String(count)} promises nothing is shown.`,
  grades: {
    "for all constants": "whatever the numbers are",
    "for the real constants": "for this value and the other numbers of the policy",
  },
  fromTable:
    "Proved beforehand: the prover searched all instants at once with this value. The table comes with this page.",
  replayedStories: "The stories below were played just now by the law's own machines, and break the promise.",
  notReplayed: "The table says so; its story could not be played here by the law as it is.",
  byPlaying:
    "Not in the table: the stories of the proved values were played just now, with this value, by the law's own machines.",
  realBreak:
    "What broke there is really broken: the story can happen. Of the other promises nothing is shown.",
  nothingShown: "None of them breaks a promise with this value. That shows nothing: another story might.",
  around: "Proved values next to it:",
  command: "The command that proves it:",
  otherLaw: "The table was proved of another law than the one drawn here.",
  promise: "Promise",
  verdict: "Verdict",
  story: "The story",
  notShownNote:
    "With this value the situation that the promise is about never came up in the search, or its end was not reached.",
} as const;

export type NumbersWords = {
  readonly [Word in keyof typeof english]: (typeof english)[Word] extends string
    ? string
    : (typeof english)[Word] extends Readonly<Record<string, string>>
      ? Readonly<Record<keyof (typeof english)[Word], string>>
      : (typeof english)[Word];
};

const korean: NumbersWords = {
  name: "수치를 바꾸면",
  lead: "정책의 수치 하나를 고르고 다른 값을 정해 보세요. 각 약속이 어떻게 되는지, 깨진다면 어떤 일을 통해 깨지는지 답합니다.",
  constant: "수치",
  now: "현재 정책",
  restsOn: "근거",
  proved: "증명된 값",
  other: "다른 값",
  ask: "확인하기",
  forms: {
    duration: "15s, 6h, 7d 또는 ‘7일’과 같은 기간을 적어 주세요. 10년까지 됩니다.",
    count: "0부터 1,000,000,000까지의 정수를 적어 주세요.",
    choice: "위의 낱말 가운데 하나를 골라 주세요.",
  },
  unreadable: (text, constant, form) => `‘${text}’: ${constant}의 값이 될 수 없습니다. ${form}`,
  pick: "값을 골라 주세요.",
  heading: (constant, value) => `${constant}: ${value}`,
  own: "현재 정책의 값입니다.",
  allHold: "깨지는 약속이 없습니다.",
  breaks: (count) => `약속 ${String(count)}가지가 깨집니다.`,
  unshown: (count) => `약속 ${String(count)}가지에 대해서는 알 수 없습니다.`,
  grades: {
    "for all constants": "수치가 무엇이든",
    "for the real constants": "이 값과 정책의 나머지 수치에 대해",
  },
  fromTable:
    "미리 증명했습니다. 증명기가 이 값으로 모든 시각을 한꺼번에 탐색했으며, 그 표가 이 페이지에 들어 있습니다.",
  replayedStories: "아래 이야기는 방금 정책의 기계로 직접 실행하여 약속이 깨지는 것을 확인했습니다.",
  notReplayed: "표에는 깨진다고 되어 있으나, 그 이야기를 현재의 정책으로는 여기서 실행할 수 없었습니다.",
  byPlaying: "표에 없는 값입니다. 증명된 값의 이야기들을 이 값으로 바꾸어 방금 정책의 기계로 실행했습니다.",
  realBreak:
    "여기서 깨진 약속은 정말로 깨집니다. 그 이야기는 실제로 일어날 수 있습니다. 나머지 약속에 대해서는 알 수 없습니다.",
  nothingShown:
    "이 값으로는 어느 이야기에서도 약속이 깨지지 않았습니다. 다른 이야기에서는 깨질 수 있으므로, 지켜진다는 뜻은 아닙니다.",
  around: "가까운 증명된 값:",
  command: "이 값을 증명하는 명령:",
  otherLaw: "이 표는 여기에 그려진 것과 다른 정책에 대해 증명되었습니다.",
  promise: "약속",
  verdict: "판정",
  story: "이야기",
  notShownNote:
    "이 값에서는 약속이 다루는 상황이 탐색 중에 한 번도 나오지 않았거나, 탐색을 끝내지 못했습니다.",
};

export const numbersWords: Readonly<Record<Language, NumbersWords>> = { en: english, ko: korean };
