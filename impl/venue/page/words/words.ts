// The words of the page of a door in the reader's language.
// Both tables have the same keys, so a word is asked for without asking which language it is.
import type { Reader } from "../../../page/language.ts";
import * as en from "./en.ts";
import * as ko from "./ko.ts";

const tables = { en, ko } as const;

export const doorWords = ({ language }: Reader) => tables[language];
