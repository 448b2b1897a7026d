// What is around every page: the switch to the other language, and the main part.
// The server draws it with what stands on a page at first, without the switch, which does nothing before the program runs.
// It knows no page.
import { h, type ComponentChild, type ComponentChildren } from "preact";
import type { Language } from "../../../models/labels/labels.ts";
import type { Reader } from "../language.ts";

const other: Readonly<Record<Language, Language>> = { ko: "en", en: "ko" };
const ownNames: Readonly<Record<Language, string>> = { ko: "한국어", en: "English" };

export const Frame = ({
  reader,
  choose,
  children,
}: {
  readonly reader: Reader;
  readonly choose?: (language: Language) => void;
  readonly children?: ComponentChildren;
}): ComponentChild => {
  const next = other[reader.language];
  return h("div", { class: "frame" }, [
    h(
      "header",
      { class: "top" },
      choose === undefined
        ? null
        : h(
            "button",
            {
              type: "button",
              class: "language",
              lang: next,
              onClick: () => {
                choose(next);
              },
            },
            ownNames[next],
          ),
    ),
    h("main", {}, children),
  ]);
};
