// Starts the program of a page: draws its view in the reader's language, and again when the reader chooses the other one.
// Every page's program.ts ends with it. Title and language of the document follow the choice, for screen readers and tabs.
// It asks nobody anything: what a view shows it is given, or asks for itself.
import { h, render, type ComponentChild, type ComponentType } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import type { Language } from "../../../models/labels/labels.ts";
import type { Reader } from "../language.ts";
import type { PageTitle } from "../page.ts";
import { placeIds } from "../placeids.ts";
import { chooseLanguage, chosenReader } from "./choice.ts";
import { Frame } from "./frame.ts";

export interface Started {
  readonly words: Readonly<Record<Language, PageTitle>>;
  readonly view: ComponentType<{ readonly reader: Reader }>;
}

const Whole = ({ words, view }: Started): ComponentChild => {
  const [reader, setReader] = useState(chosenReader);
  useLayoutEffect(() => {
    document.documentElement.lang = reader.language;
    document.title = words[reader.language].title;
  }, [reader]);
  return h(
    Frame,
    {
      reader,
      choose: (language: Language) => {
        setReader(chooseLanguage(language));
      },
    },
    h(view, { reader }),
  );
};

export const startPage = (page: Started): void => {
  const place = document.getElementById(placeIds.page);
  if (place === null) return;
  // In one go, so that the reader sees no empty page between what the server drew and what the program draws.
  place.replaceChildren();
  render(h(Whole, page), place);
};
