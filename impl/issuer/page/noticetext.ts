// The notice in plain words, as the issuer has it in force: what, by whom, what for, who receives it, for how long, and how to withdraw.
// It shows every sentence of it and adds none that binds.
import { Fragment, h, type ComponentChild } from "preact";
import type { Reader } from "../../page/language.ts";
import type { NoticeText as Text } from "../../protocol/notice.ts";
import { personWords } from "./words/words.ts";

export interface NoticeTextProps {
  readonly reader: Reader;
  readonly notice: Text;
}

export const NoticeText = ({ reader, notice }: NoticeTextProps): ComponentChild => {
  const words = personWords(reader).notice;
  const said = (text: { readonly ko: string; readonly en: string }): string => text[reader.language];
  const all = (texts: Text["says"]): ComponentChild =>
    texts.length === 0
      ? words.nobody
      : h(
          "ul",
          {},
          texts.map((text) => h("li", {}, said(text))),
        );
  const row = (what: string, about: ComponentChild): ComponentChild =>
    h("div", {}, [h("dt", {}, what), h("dd", {}, about)]);
  return h(Fragment, {}, [
    h(
      "ul",
      { class: "says" },
      notice.says.map((text) => h("li", {}, said(text))),
    ),
    notice.purposes.map(({ purpose, collected, recipients, keptFor }) =>
      h("dl", { class: "purpose" }, [
        row(words.purpose, said(purpose)),
        row(words.by, words.byIssuer),
        row(words.collected, all(collected)),
        row(words.recipients, all(recipients)),
        row(words.keptFor, said(keptFor)),
      ]),
    ),
    h("dl", { class: "purpose" }, [
      row(words.refusing, said(notice.refusing)),
      row(words.withdrawing, said(notice.withdrawing)),
      row(words.children, said(notice.children)),
    ]),
  ]);
};
