// The place in the page, which lives in the address and nowhere else: which view, what in it, and which language.
// page.ts reads it at the start and whenever the address changes; views read their own names in it and ask for another place.
// So a link shows another reader the same thing, and the browser's own buttons go back and forth.
import { languages, type Language } from "../data.ts";

/** What stands in the address by name: `at` is the state or transition explained beside the view, the rest is the view's. */
export type Asked = Readonly<Record<string, string>>;

export interface Place {
  readonly language: Language;
  /** The id of a view. */
  readonly view: string;
  readonly asked: Asked;
}

export function readPlace(hash: string, otherwise: Pick<Place, "language" | "view">): Place {
  const { lang, view, ...asked } = Object.fromEntries(new URLSearchParams(hash.replace(/^#/, "")));
  return {
    language: languages.find((one) => one === lang) ?? otherwise.language,
    view: view ?? otherwise.view,
    asked,
  };
}

export const writePlace = ({ language, view, asked }: Place): string =>
  `#${new URLSearchParams({ view, ...asked, lang: language }).toString()}`;
