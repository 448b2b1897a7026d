// In which language and form a reader is answered: the first of ours among the languages that the browser asks for.
// The server reads it from Accept-Language, and the page's program from the browser itself; what the reader chose by hand comes first there.
// It remembers nothing and knows no person.
import type { Language } from "../../models/labels/labels.ts";

/** The one that is answered first is for whoever asks for neither. */
export const languages = ["ko", "en"] as const satisfies readonly Language[];

export interface Reader {
  readonly language: Language;
  /** In whose form numbers and dates stand: `en-GB`, `ko-KR`. */
  readonly locale: string;
}

const usualLocales: Readonly<Record<Language, string>> = { ko: "ko-KR", en: "en-GB" };

const isLocaleOf = (tag: string, language: Language): boolean =>
  /^[a-z]{2}(-[a-z0-9]{2,8}){0,2}$/i.test(tag) && tag.toLowerCase().split("-")[0] === language;

/** The reader of a language, in the form of the first of these tags that is of it. */
export const readerOf = (language: Language, tags: readonly string[]): Reader => ({
  language,
  locale: tags.find((tag) => isLocaleOf(tag, language) && tag.includes("-")) ?? usualLocales[language],
});

/** The reader who asks for these languages, the most wanted first. */
export const readerAsking = (tags: readonly string[]): Reader => {
  const asked = tags.flatMap((tag) => languages.find((language) => isLocaleOf(tag, language)) ?? []);
  return readerOf(asked[0] ?? languages[0], tags);
};

const rangesMost = 20;

/** The tags of an Accept-Language header, the most wanted first; what cannot be read is passed over. */
export const tagsIn = (acceptLanguage: string | undefined): readonly string[] =>
  (acceptLanguage ?? "")
    .split(",", rangesMost)
    .map((range) => {
      const [tag = "", ...parameters] = range.split(";").map((part) => part.trim());
      const quality = parameters.find((parameter) => parameter.startsWith("q="));
      return { tag, wanted: quality === undefined ? 1 : Number(quality.slice(2)) };
    })
    .filter(({ wanted }) => wanted > 0 && wanted <= 1)
    .toSorted((one, other) => other.wanted - one.wanted)
    .map(({ tag }) => tag);
