// The words of the tour in a language: the one place that knows which languages there are.
// Tour and tests ask here; a language that labels has and the tour has not does not compile.
import type { Language } from "../../../models/labels/labels.ts";
import { english } from "./en.ts";
import { korean } from "./ko.ts";
import type { TourWords } from "./words.ts";

const spoken: Readonly<Record<Language, TourWords>> = { en: english, ko: korean };

export const tourWords = (language: Language): TourWords => spoken[language];
