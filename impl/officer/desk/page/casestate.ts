// The state of a case in words, as the law's own labels have it.
// The desk adds none of its own.
import { states as statesInEnglish } from "../../../../models/labels/en/machines.ts";
import { states as statesInKorean } from "../../../../models/labels/ko/machines.ts";
import type { Reader } from "../../../page/language.ts";
import type { DeskCase } from "../../../protocol/desk.ts";

const tables = { en: statesInEnglish, ko: statesInKorean } as const;

export const stateOf = (state: DeskCase["state"], { language }: Reader): string =>
  tables[language][`disclosure.${state}`];
