// The words of an officer's desk in the reader's language; the server takes the title alone.
// Both languages are in its program, because a reader may change over at any time.
import type { Reader } from "../../../../page/language.ts";
import * as en from "./en.ts";
import * as ko from "./ko.ts";

export type DeskWords = typeof en;

export const tables: Readonly<Record<Reader["language"], DeskWords>> = { en, ko };

export const deskWords = ({ language }: Reader): DeskWords => tables[language];
