// The words of the status board in the reader’s language.
// Both tables have the same keys, so a word is asked for without asking which language it is.
import type { Reader } from "../../../language.ts";
import * as en from "./en.ts";
import * as ko from "./ko.ts";

const tables = { en, ko } as const;

export const boardWords = ({ language }: Reader) => tables[language];
