// The words of the demonstration's page in both languages, by the language of the reader.
// English says which there are; Korean has the same, or this file does not compile.
import type { Language } from "../../../../models/labels/labels.ts";
import * as en from "./en.ts";
import * as ko from "./ko.ts";

export const words: Readonly<Record<Language, typeof en.words>> = { en: en.words, ko: ko.words };
