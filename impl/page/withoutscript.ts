// What stands on a page that can do nothing before its program runs, in both languages.
// Only browsers that run no scripts show it.
import type { Language } from "../../models/labels/labels.ts";

export const withoutScript: Readonly<Record<Language, string>> = {
  ko: "이 페이지를 이용하시려면 브라우저에서 자바스크립트를 켜 주세요.",
  en: "This page needs JavaScript. Please switch it on in your browser.",
};
