// The threat table as a person reads it and as a program does: who has what, what that tells them, what it does not, and which test shows it.
// The rows are those of models/threats.ts; nothing is written here a second time.
import { Schema } from "effect";
import type { Language } from "../../models/labels/labels.ts";
import { dictionaries } from "../../models/labels/labels.ts";
import { threats as korean } from "../../models/labels/ko/threats.ts";
import {
  boundOf,
  namedBy,
  threats,
  ways,
  type Possession,
  type Threat,
  type ThreatId,
  type Way,
} from "../../models/threats.ts";

const possessions: Readonly<Record<Possession, Readonly<Record<Language, string>>>> = {
  role: { en: "its role", ko: "맡은 역할" },
  "store and vault": { en: "store and vault", ko: "저장소와 금고" },
  store: { en: "a stolen store", ko: "훔친 저장소" },
  vault: { en: "a stolen vault", ko: "훔친 금고" },
  "old backup": { en: "an old backup", ko: "오래된 백업" },
  wire: { en: "the network", ko: "통신망" },
};

const officersOf: Readonly<Record<Threat["officers"], Readonly<Record<Language, string>>>> = {
  0: { en: "", ko: "" },
  1: { en: ", one officer's keys", ko: ", 역학조사관 한 명의 키" },
  2: { en: ", two officers' keys", ko: ", 역학조사관 두 명의 키" },
};

const waysSaid: Readonly<Record<Way, Readonly<Record<Language, string>>>> = {
  "seen at once": { en: "what they see at once and can open", ko: "한 번에 보고 열 수 있는 것" },
  "equal values": { en: "equal values", ko: "같은 값" },
  "near times": {
    en: "near times, where nobody else asks in the same seconds",
    ko: "가까운 시각(같은 몇 초 동안 다른 요청이 없을 때)",
  },
};

const say = {
  en: {
    learns: "learns",
    cannot: "cannot learn",
    shown: "shown by",
    bound: "bound by the messages",
    named: "who was where, while watching live, by",
  },
  ko: {
    learns: "알 수 있는 것",
    cannot: "알 수 없는 것",
    shown: "보이는 시험",
    bound: "메시지에서 유도된 한계",
    named: "동시에 지켜볼 때 누가 어디에 있었는지 알게 되는 길",
  },
} as const;

const Row = Schema.Struct({
  id: Schema.String,
  parties: Schema.Array(Schema.String),
  has: Schema.String,
  officers: Schema.Int,
  learns: Schema.String,
  cannot: Schema.String,
  bound: Schema.Array(Schema.String),
  namedBy: Schema.Array(Schema.Literals(ways)),
  shown: Schema.Struct({ file: Schema.String, title: Schema.String }),
});
const encode = Schema.encodeSync(Schema.fromJsonString(Schema.Array(Row)));

export type ThreatRow = typeof Row.Type;

const isId = (id: string): id is ThreatId => Object.hasOwn(threats, id);

export const threatRows = (language: Language): readonly ThreatRow[] =>
  Object.entries(threats).map(([id, threat]: readonly [string, Threat]) => ({
    id,
    parties: threat.parties,
    has: threat.has,
    officers: threat.officers,
    learns: language === "ko" && isId(id) ? korean[id].learns : threat.learns,
    cannot: language === "ko" && isId(id) ? korean[id].cannot : threat.cannot,
    bound: boundOf(threat),
    namedBy: namedBy(threat),
    shown: threat.shown,
  }));

export const threatsJson = (language: Language): string => encode(threatRows(language));

export const threatsText = (language: Language): readonly string[] => {
  const { parties, knowledge } = dictionaries[language];
  const words = say[language];
  return threatRows(language).flatMap(({ id, learns, cannot, bound, namedBy: by, shown }) => {
    const threat: Threat = isId(id) ? threats[id] : threats.board;
    const who = threat.parties.map((party) => parties[party]).join(" + ");
    const has = `${possessions[threat.has][language]}${officersOf[threat.officers][language]}`;
    return [
      `${id}: ${who === "" ? has : `${who} (${has})`}`,
      `  ${words.learns}: ${learns}`,
      `  ${words.cannot}: ${cannot}`,
      ...(bound.length === 0
        ? []
        : [
            `  ${words.bound}: ${bound.map((what) => Object.entries(knowledge).find(([name]) => name === what)?.[1] ?? what).join(", ")}`,
          ]),
      ...(by.length === 0
        ? []
        : [`  ${words.named}: ${by.map((way) => waysSaid[way][language]).join(", ")}`]),
      `  ${words.shown}: ${shown.file} (${shown.title})`,
      "",
    ];
  });
};
