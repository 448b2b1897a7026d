// The words of the authority's page in the reader's language.
// Both languages are in its program, because a reader may change over at any time.
import type { Reader } from "../../../page/language.ts";
import * as en from "./en.ts";
import * as ko from "./ko.ts";

export const tables: Readonly<Record<Reader["language"], typeof en>> = { en, ko };

export const reportWords = ({ language }: Reader): typeof en => tables[language];
