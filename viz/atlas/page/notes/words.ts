// The words of reviewers' notes, in both languages.
// A word that is missing in one of them does not compile.
import type { Language } from "../../data.ts";

export interface NoteWords {
  readonly title: string;
  readonly lead: string;
  readonly note: string;
  readonly save: string;
  readonly load: string;
  readonly none: string;
  readonly unsaved: string;
  readonly notNotes: string;
  readonly otherLaw: (of: string, here: string) => string;
}

const english: NoteWords = {
  title: "Your notes",
  lead: "Notes are written beside whatever is explained, and stay in this page until it is closed. Save them as a file to keep them or to give them to somebody.",
  note: "Your note on this",
  save: "Save as a file",
  load: "Load a file of notes",
  none: "There are no notes yet.",
  unsaved: "Something was written since they were last saved.",
  notNotes: "This is no whole file of notes that this page could have saved. Nothing was changed.",
  otherLaw: (of, here) =>
    `These notes are about another law (${of}), and this page shows ${here}. Open them in the atlas of their law. Nothing was changed.`,
};

const korean: NoteWords = {
  title: "나의 메모",
  lead: "메모는 설명 옆에 쓰며, 이 페이지를 닫을 때까지 남아 있습니다. 보관하거나 다른 사람에게 주려면 파일로 저장하세요.",
  note: "이것에 대한 메모",
  save: "파일로 저장",
  load: "메모 파일 불러오기",
  none: "아직 메모가 없습니다.",
  unsaved: "마지막으로 저장한 뒤에 쓴 것이 있습니다.",
  notNotes: "이 페이지에서 저장한 온전한 메모 파일이 아닙니다. 바뀐 것은 없습니다.",
  otherLaw: (of, here) =>
    `다른 정책(${of})에 대한 메모이며, 이 페이지의 정책은 ${here}입니다. 그 정책의 도감에서 여세요. 바뀐 것은 없습니다.`,
};

export const noteWords: Readonly<Record<Language, NoteWords>> = { en: english, ko: korean };
