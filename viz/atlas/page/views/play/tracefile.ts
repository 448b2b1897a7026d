// Reads a witness trace, as `simulate` writes it: its header, and which lines speak of which person, pass, visit and case.
// It reads no decision: following.ts follows those of one of them. `entrylog check-trace` checks a whole trace; this only looks into it.
// A file of another version or of other models, cut short, or none of ours is answered in one sentence.
import type { Policy } from "../../../../../models/policy.ts";
import { presetNamed, setOver, unsettableIn } from "../../../../../models/settings.ts";
import { endMark, seenMark, traceSchemaVersion } from "../../../../../models/story/tracetext.ts";
import { rules } from "../../../../../models/system.ts";
import type { Said } from "../../../data.ts";
import { isFields, parsed, settingsOf } from "./json.ts";

export const traceKinds = ["person", "visit", "pass", "case"] as const;
export type TraceKind = (typeof traceKinds)[number];

export interface TraceFile {
  readonly scenario: string;
  readonly policy: Policy;
  readonly lines: readonly string[];
  /** By kind and key, the places of the lines that speak of it. */
  readonly spoken: Readonly<Record<TraceKind, ReadonlyMap<string, readonly number[]>>>;
  /** The last instant of any decision. */
  readonly endsAt: number;
}

export type ReadTrace = { readonly trace: TraceFile } | { readonly problem: Said };

const problems = {
  notOurs: {
    en: "This does not begin as a witness trace of a simulation does.",
    ko: "모의실험의 실행 기록처럼 시작하지 않습니다.",
  },
  otherVersion: {
    en: "This trace was written in the form of another version and cannot be read here.",
    ko: "다른 판의 형식으로 쓴 실행 기록이라 여기서는 읽을 수 없습니다.",
  },
  otherModels: {
    en: "This trace was made by other models than those of this page. Simulate again with `entrylog simulate`.",
    ko: "이 화면과 다른 모델로 만든 실행 기록입니다. `entrylog simulate`로 다시 실행해 주세요.",
  },
  unknownPolicy: {
    en: "This trace was made under a policy that is not known here.",
    ko: "여기에 없는 정책으로 만든 실행 기록입니다.",
  },
  cut: {
    en: "This trace is cut short: its last line is missing or counts other lines.",
    ko: "중간에 잘린 실행 기록입니다. 마지막 줄이 없거나 줄 수가 맞지 않습니다.",
  },
} as const satisfies Readonly<Record<string, Said>>;

const kindOf: Readonly<Record<string, TraceKind>> = {
  consent: "person",
  verification: "person",
  pass: "pass",
  visit: "visit",
  disclosure: "case",
};

/** By rule, the kinds of its keys in order. */
const kindsOfRule = new Map(
  rules.map(({ id, instances }) => [id, Object.values(instances).map(({ machine }) => kindOf[machine])]),
);

const spokenIn = (lines: readonly string[]): TraceFile["spoken"] => {
  const spoken = {
    person: new Map<string, number[]>(),
    visit: new Map<string, number[]>(),
    pass: new Map<string, number[]>(),
    case: new Map<string, number[]>(),
  };
  for (const [place, line] of lines.entries()) {
    const [, rule = "", keys = ""] = line.split("\t", 3);
    const kinds = kindsOfRule.get(rule) ?? [];
    for (const [index, key] of keys.split(",").entries()) {
      const kind = kinds[index];
      if (kind === undefined || key === "") continue;
      const places = spoken[kind].get(key) ?? [];
      if (places.at(-1) !== place) places.push(place);
      spoken[kind].set(key, places);
    }
  }
  return spoken;
};

const instantOf = (line: string): number =>
  line.startsWith(seenMark) ? 0 : Number(line.slice(0, line.indexOf("\t")));

/** Whether the file begins as a trace does: a header with its sum. */
export const isTrace = (text: string): boolean => /^\{[^\n]*\}\t[0-9a-f]{8}(\n|$)/.test(text);

/** The trace in the text of a file, made by the models of this hash. */
export function readTrace(text: string, lawHash: string): ReadTrace {
  const lines = text.trimEnd().split("\n");
  const header = parsed(lines[0]?.split("\t")[0] ?? "");
  if (!isFields(header)) return { problem: problems.notOurs };
  const { schemaVersion, modelHash, preset, set, scenario } = header;
  if (typeof schemaVersion !== "number" || typeof modelHash !== "string" || typeof scenario !== "string")
    return { problem: problems.notOurs };
  if (schemaVersion !== traceSchemaVersion) return { problem: problems.otherVersion };
  if (modelHash !== lawHash) return { problem: problems.otherModels };
  const base = typeof preset === "string" ? presetNamed(preset) : undefined;
  const settings = settingsOf(set);
  if (base === undefined || settings === undefined || unsettableIn(settings) !== undefined)
    return { problem: problems.unknownPolicy };
  const [mark, counted] = lines.at(-1)?.split("\t") ?? [];
  const decided = lines.slice(1, -1);
  if (mark !== endMark || counted !== String(decided.length)) return { problem: problems.cut };
  return {
    trace: {
      scenario,
      policy: setOver(base, settings),
      lines: decided,
      spoken: spokenIn(decided),
      endsAt: decided.reduce((latest, line) => Math.max(latest, instantOf(line)), 0),
    },
  };
}
