// What the issuer holds about a person: its own sentences, and every field as data behind a line that opens it.
// It shows what came and leaves nothing out but the standing, which follows from it.
import { Fragment, h, type ComponentChild } from "preact";
import { states as statesInEnglish } from "../../../models/labels/en/machines.ts";
import { states as statesInKorean } from "../../../models/labels/ko/machines.ts";
import { sayInstant, sayNumber } from "../../page/client/say.ts";
import { Twin } from "../../page/client/statusboard/table.ts";
import type { Reader } from "../../page/language.ts";
import type { AccountView } from "../../protocol/http/accountview.ts";
import { personWords } from "./words/words.ts";

const states: Readonly<Record<Reader["language"], Readonly<Record<string, string>>>> = {
  en: statesInEnglish,
  ko: statesInKorean,
};

const instantInText = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+09:00/g;

/** An instant as the issuer writes it, in the reader's form. */
export const sayWritten = (written: string, reader: Reader): string =>
  sayInstant(Date.parse(written), reader);

/** A sentence or value of the issuer, its instants in the reader's form. */
const inForm = (text: string, reader: Reader): string =>
  text.replaceAll(instantInText, (written) => sayWritten(written, reader));

const said = (field: string, value: unknown, reader: Reader): string => {
  const { mine } = personWords(reader);
  if (value === null || value === undefined) return mine.nothing;
  if (typeof value === "boolean") return value ? mine.yes : mine.no;
  if (typeof value === "number") return sayNumber(value, reader);
  if (typeof value !== "string") return JSON.stringify(value);
  const [machine, part] = field.split(".");
  return (
    (part === "state" ? states[reader.language][`${machine ?? ""}.${value}`] : undefined) ??
    inForm(value, reader)
  );
};

type Fields = Readonly<Record<string, unknown>>;

const rowsOf = (
  { words: _words, standing: _standing, consentRecords, consent, verification, ...plain }: AccountView,
  reader: Reader,
): readonly (readonly string[])[] => {
  const { fields } = personWords(reader);
  const rows = (all: Fields, within = ""): readonly (readonly string[])[] =>
    Object.entries(all).map(([name, value]) => [
      fields[`${within}${name}`] ?? name,
      said(`${within}${name}`, value, reader),
    ]);
  return [
    ...rows(plain),
    ...rows(consent, "consent."),
    ...rows(verification, "verification."),
    ...consentRecords.flatMap(({ noticeTitle, purposes, ...record }) =>
      rows({ noticeTitle: noticeTitle[reader.language], purposes: purposes.join(", "), ...record }),
    ),
  ];
};

export interface HoldingsProps {
  readonly reader: Reader;
  readonly account: AccountView;
}

export const Holdings = ({ reader, account }: HoldingsProps): ComponentChild => {
  const { mine } = personWords(reader);
  return h(Fragment, {}, [
    h(
      "ul",
      { class: "says" },
      account.words[reader.language].map((sentence) => h("li", {}, inForm(sentence, reader))),
    ),
    h(Twin, {
      summary: mine.data,
      caption: mine.dataCaption,
      columns: [mine.field, mine.value],
      rows: rowsOf(account, reader),
    }),
  ]);
};
