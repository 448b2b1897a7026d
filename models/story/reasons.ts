/**
 * Why a promise is broken at the end of a story: what should have held, said with its numbers, and what was seen instead.
 * Of a condition of several parts only those are told that do not hold; of alternatives, the one that came nearest.
 * It adds no law: the sentences are those by which models/properties/saying.ts says the promise aloud.
 */
import { words, type Language } from "../labels/labels.ts";
import { fieldsRead } from "../language/cells.ts";
import type { Observed } from "../language/compose.ts";
import { holds, type Surroundings } from "../language/evaluate.ts";
import { and, type Condition, type Value } from "../language/expression.ts";
import { sayCount, sayValueOf } from "../language/sentence.ts";
import { isObservedKind, observed as seenFields, type ObservedKind } from "../observations.ts";
import type { Policy } from "../policy.ts";
import { sayJudge } from "../properties/saying.ts";
import { propertyOf, type PropertyId } from "../properties.ts";
import { presetNamed, setIn } from "../settings.ts";
import { sayInstant } from "./instants.ts";
import { policyPlayed, storyBeginsMs, type Happened, type Story } from "./story.ts";

/** The parts that do not hold; none if the condition does. */
export function failing(condition: Condition, around: Surroundings): readonly Condition[] {
  if (holds(condition, around)) return [];
  switch (condition.kind) {
    case "and":
      return condition.of.flatMap((part) => failing(part, around));
    case "or": {
      const parts = condition.of.map((part) => failing(part, around));
      const least = Math.min(...parts.map(({ length }) => length));
      return parts.find(({ length }) => length === least) ?? [condition];
    }
    default:
      return [condition];
  }
}

/** The observed fields that conditions ask about, each once. */
const fieldsOf = (conditions: readonly Condition[]): readonly string[] => {
  const names = new Set<string>();
  fieldsRead(conditions, (name) => void names.add(name), "given");
  return [...names];
};

interface Frame {
  readonly seen: (values: readonly string[]) => string;
  readonly set: (values: readonly string[]) => string;
  readonly instead: (name: string, value: string, usual: string) => string;
  readonly valued: (name: string, value: string) => string;
  readonly never: string;
  readonly erasedAtOnce: string;
  readonly yes: string;
  readonly no: string;
  /** One of two, by the id that observations give it. */
  readonly which: Readonly<Record<string, string>>;
}

const frames: Readonly<Record<Language, Frame>> = {
  en: {
    seen: (values) => `Here, ${values.join("; ")}.`,
    set: (values) => `Set otherwise than in the policy: ${values.join("; ")}.`,
    instead: (name, value, usual) => `${value} instead of ${usual} (${name})`,
    valued: (name, value) => `${name}: ${value}`,
    never: "never",
    erasedAtOnce: "erased at once",
    yes: "yes",
    no: "no",
    which: { first: "the first", second: "the second" },
  },
  ko: {
    seen: (values) => `여기서는 다음과 같습니다. ${values.join("; ")}.`,
    set: (values) => `정책과 다르게 정한 수치: ${values.join("; ")}.`,
    instead: (name, value, usual) => `${usual} 대신 ${value}(${name})`,
    valued: (name, value) => `${name}: ${value}`,
    never: "없음",
    erasedAtOnce: "저장과 동시에 파기",
    yes: "예",
    no: "아니요",
    which: { first: "첫째", second: "둘째" },
  },
};

/** The field that names what an id is of, where the field of the id says more than that. */
const idOf: Readonly<Record<string, string>> = { requestedBy: "officer", approvedBy: "officer" };

const machines: ReadonlySet<string> = new Set(["crisis", "consent", "verification"]);

/** One thing that was seen, on which a promise has its say. */
interface Sight {
  readonly story: Story;
  readonly kind: ObservedKind;
  readonly fields: Observed["fields"];
  /** By how much the story's wall clock is ahead of the instants seen: a reading counts days from where it stands. */
  readonly aheadMs: number;
}

const sayValue = ({ story, kind, fields, aheadMs }: Sight, name: string, language: Language): string => {
  const value: Value = fields[name] ?? null;
  const { never, erasedAtOnce, yes, no, which } = frames[language];
  if (value === null) return kind === "visitStored" && name === "eraseAt" ? erasedAtOnce : never;
  if (typeof value === "boolean") return value ? yes : no;
  const said = words(language);
  const forms: Readonly<Record<string, { readonly kind: string }>> = seenFields[kind];
  if (typeof value === "string") {
    if (forms[name]?.kind === "id") return `${which[value] ?? value} ${said.field(kind, idOf[name] ?? name)}`;
    if (name === "party") return said.party(value);
    return machines.has(name) ? said.state(name, value) : said.word(value);
  }
  return forms[name]?.kind === "instant" ? sayInstant(story, value + aheadMs, language) : sayCount(value);
};

const seen = (sight: Sight, conditions: readonly Condition[], language: Language): readonly string[] => {
  const values = fieldsOf(conditions).map((name) =>
    frames[language].valued(words(language).field(sight.kind, name), sayValue(sight, name, language)),
  );
  return values.length === 0 ? [] : [frames[language].seen(values)];
};

/** What of the promise did not hold in what was seen of a step, and the values that say so. */
export function reasonsOf(
  story: Story,
  { observed, atMs }: Happened,
  promise: PropertyId,
  language: Language,
): readonly string[] {
  const policy = policyPlayed(story);
  return observed.flatMap(({ kind, fields }) => {
    if (!isObservedKind(kind)) return [];
    const around: Surroundings = { policy, now: 0, fields: {}, given: fields };
    const judge = propertyOf(promise)?.judges[kind];
    if (judge === undefined || (judge.when !== undefined && !holds(judge.when, around))) return [];
    const conditions = failing(judge.then, around);
    if (conditions.length === 0) return [];
    const asked = judge.when === undefined ? {} : { when: judge.when };
    const aheadMs = storyBeginsMs + atMs - Number(fields["at"] ?? 0);
    return [
      sayJudge(kind, { ...asked, then: and(...conditions) }, language, story.policy),
      ...seen({ story, kind, fields, aheadMs }, conditions, language),
    ];
  });
}

/** The numbers that were set otherwise than the policy has them; nothing if none were. */
export function setOtherwise(policy: Policy, language: Language): readonly string[] {
  const usual = presetNamed(policy.preset);
  const values = Object.keys(setIn(policy)).map((name) =>
    frames[language].instead(
      words(language).constant(name),
      sayValueOf(name, language, policy),
      usual === undefined ? frames[language].never : sayValueOf(name, language, usual),
    ),
  );
  return values.length === 0 ? [] : [frames[language].set(values)];
}
