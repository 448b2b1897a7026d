// The words of the person's page in the reader's language.
// Both languages are in its program, because a reader may change over at any time.
import type { Reader } from "../../../page/language.ts";
import * as en from "./en.ts";
import * as ko from "./ko.ts";

export type PersonWords = typeof en;

const tables: Readonly<Record<Reader["language"], PersonWords>> = { en, ko };

export const personWords = ({ language }: Reader): PersonWords => tables[language];
