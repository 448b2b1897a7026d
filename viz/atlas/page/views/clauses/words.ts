// The words of the view of clauses and promises, in both languages.
// A word that is missing in one of them does not compile.
import type { Language } from "../../../data.ts";

const english = {
  title: "Clauses and promises",
  lead: "Read backwards: pick a clause or a promise, and see everything that rests on it, here and marked in the diagrams.",
  promises: "Promises",
  clauses: "Clauses",
  clause: "Clause",
  grade: "Grade",
  sentence: "Sentence",
  promise: "Promise",
  says: "What it says",
  rests: "What rests on it",
  judged: "Judged after",
  test: "Has a test",
  yes: "yes",
  no: "no",
  source: "Source",
  uncovered: "Nothing in the law rests on it",
} as const;

type ClauseWords = Readonly<Record<keyof typeof english, string>>;

const korean: ClauseWords = {
  title: "조항과 약속",
  lead: "거꾸로 읽어 보세요. 조항이나 약속을 고르면 거기에 기대는 모든 것을 여기와 그림에서 볼 수 있습니다.",
  promises: "약속",
  clauses: "조항",
  clause: "조항",
  grade: "등급",
  sentence: "내용",
  promise: "약속",
  says: "뜻",
  rests: "여기에 기대는 것",
  judged: "판정하는 때",
  test: "시험이 있음",
  yes: "있음",
  no: "없음",
  source: "출처",
  uncovered: "정책에서 여기에 기대는 것이 없음",
};

export const clauseWords: Readonly<Record<Language, ClauseWords>> = { en: english, ko: korean };
