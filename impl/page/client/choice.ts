// The language that a reader chose by hand, kept in this browser for this origin and told to nobody.
// It is all that a page keeps about its reader by itself.
import type { Language } from "../../../models/labels/labels.ts";
import { languages, readerAsking, readerOf, type Reader } from "../language.ts";

const key = "language";

/** A browser that lets pages keep nothing throws here, and then no choice is remembered. */
const kept = (): string | null => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};

export const chosenReader = (): Reader => {
  const chosen = languages.find((language) => language === kept());
  return chosen === undefined ? readerAsking(navigator.languages) : readerOf(chosen, navigator.languages);
};

export const chooseLanguage = (language: Language): Reader => {
  try {
    localStorage.setItem(key, language);
  } catch {
    // The choice holds for as long as the page is open.
  }
  return readerOf(language, navigator.languages);
};
