/**
 * How Korean says values, claims and transitions. Used by models/language/sentence.ts only.
 * A claim ends in "… 경우"; inside a list its verb takes the form that joins (되었고, 되었거나, 된), which is why verbs come in three forms.
 * A group inside another group stands in brackets and is taken up with "에 해당하다", so that it cannot be misread.
 */
import type { Claim, Grammar, Predicate, Told } from "../grammar.ts";
import { withParticle } from "../particle.ts";

type Joint = "and" | "or" | "when";
type Verb = Readonly<Record<Joint, string>>;

const verb = (and: string, or: string, when: string): Verb => ({ and, or, when });
const is = verb("이고", "이거나", "인");
const isNot = verb("아니고", "아니거나", "아닌");
const applies = verb("해당하고", "해당하거나", "해당하는");

interface Saying {
  readonly before: (left: string, right: string) => string;
  readonly verb: Verb;
}

const subject = (left: string): string => withParticle(left, "이");
const saying = (before: Saying["before"], said: Verb): Saying => ({ before, verb: said });

const sayings: Readonly<Record<Predicate, { readonly yes: Saying; readonly no: Saying }>> = {
  hasCome: {
    yes: saying((left) => `${subject(left)} `, verb("되었고", "되었거나", "된")),
    no: saying((left) => `${subject(left)} 아직 `, verb("되지 않았고", "되지 않았거나", "되지 않은")),
  },
  notBefore: {
    yes: saying(
      (left, right) => `${subject(left)} ${withParticle(right, "과")} 같거나 그보다 `,
      verb("늦고", "늦거나", "늦은"),
    ),
    no: saying((left, right) => `${subject(left)} ${right}보다 `, verb("앞서고", "앞서거나", "앞서는")),
  },
  isSet: {
    yes: saying((left) => `${subject(left)} 정해져 `, verb("있고", "있거나", "있는")),
    no: saying((left) => `${subject(left)} 정해져 `, verb("있지 않고", "있지 않거나", "있지 않은")),
  },
  isLess: {
    yes: saying((left, right) => `${subject(left)} ${right}보다 `, verb("적고", "적거나", "적은")),
    no: saying((left, right) => `${subject(left)} ${right} 이상`, is),
  },
  isMore: {
    yes: saying((left, right) => `${subject(left)} ${right}보다 `, verb("많고", "많거나", "많은")),
    no: saying((left, right) => `${subject(left)} ${right} 이하`, is),
  },
  areLess: {
    yes: saying((left, right) => `${subject(left)} ${right}보다 `, verb("짧고", "짧거나", "짧은")),
    no: saying((left, right) => `${subject(left)} ${right} 이상`, is),
  },
  areMore: {
    yes: saying((left, right) => `${subject(left)} ${right}보다 `, verb("길고", "길거나", "긴")),
    no: saying((left, right) => `${subject(left)} ${right} 이하`, is),
  },
  isSame: {
    yes: saying(
      (left, right) => `${subject(left)} ${withParticle(right, "과")} `,
      verb("같고", "같거나", "같은"),
    ),
    no: saying(
      (left, right) => `${subject(left)} ${withParticle(right, "과")} `,
      verb("다르고", "다르거나", "다른"),
    ),
  },
  isWord: {
    yes: saying((left, right) => `${subject(left)} ‘${right}’`, is),
    no: saying((left, right) => `${subject(left)} ${withParticle(`‘${right}’`, "이")} `, isNot),
  },
  belongs: {
    yes: saying((left, right) => `${subject(left)} ${right}에 `, verb("속하고", "속하거나", "속하는")),
    no: saying(
      (left, right) => `${subject(left)} ${right}에 `,
      verb("속하지 않고", "속하지 않거나", "속하지 않는"),
    ),
  },
  inState: {
    yes: saying((left, right) => `${subject(left)} ${right} 상태`, is),
    no: saying((left, right) => `${subject(left)} ${right} 상태가 `, isNot),
  },
  flag: { yes: saying((left) => left, is), no: saying((left) => left, is) },
};

const joined = (claim: Claim, joint: Joint): string => {
  if (claim.kind === "one") {
    const { before, verb: said } = sayings[claim.predicate][claim.holds ? "yes" : "no"];
    return before(claim.left, claim.right) + said[joint];
  }
  return `(${sayClaim(claim)})에 ${applies[joint]}`;
};

const sayClaim = (claim: Claim): string => {
  if (claim.kind === "one") return `${joined(claim, "when")} 경우`;
  const joint = claim.kind === "all" ? "and" : "or";
  const last = claim.of.length - 1;
  return `${claim.of.map((part, place) => joined(part, place < last ? joint : "when")).join(" ")} 경우`;
};

const sayTrigger = (trigger: Told["trigger"]): string => {
  switch (trigger.kind) {
    case "event":
      return `${withParticle(trigger.event, "이")} 있으면`;
    case "elapsed":
      return `${withParticle(trigger.duration, "이")} 지나면`;
    case "instant":
      return `${withParticle(`${trigger.name}${trigger.counted === undefined ? "" : `(${trigger.counted})`}`, "이")} 되면`;
  }
};

const sayOutcome = (told: Told): string => {
  if (told.refusal !== undefined) return `거절합니다(${told.refusal.code}). ${told.refusal.sentence}`;
  const stays = told.source === told.target;
  if (told.tells === undefined) return `*${told.target}* ${stays ? "상태를 유지합니다" : "상태가 됩니다"}.`;
  const tells = `${withParticle(`‘${told.tells}’`, "을")} 알립니다`;
  return `*${told.target}* ${stays ? "상태를 유지하며" : "상태가 되고"} ${tells}.`;
};

const sayTransition = (told: Told): string => {
  const claim = told.claim === undefined ? "" : sayClaim(told.claim);
  const condition = told.isFirst ? claim : claim === "" ? "그 밖의 경우" : `그 밖에 ${claim}`;
  const trigger = `*${told.source}* 상태에서 ${sayTrigger(told.trigger)}`;
  return condition === "" ? `${trigger} ${sayOutcome(told)}` : `${trigger}, ${condition} ${sayOutcome(told)}`;
};

/** A, B와 C: only the last joint carries the particle. */
const listed = (of: readonly string[]): string =>
  of.length < 2 ? of.join("") : `${withParticle(of.slice(0, -1).join(", "), "과")} ${of.at(-1) ?? ""}`;

export const grammar: Grammar = {
  never: "없음",
  now: "지금",
  onRecord: "기록된 값",
  yes: "‘예’",
  no: "‘아니요’",
  own: (label) => label,
  stated: (label) => `전달된 ${label}`,
  ownOf: (instance, label) => `${label}(${instance})`,
  startOfDay: (instant) =>
    instant === "지금" ? "서울 시각 오늘 0시" : `${withParticle(instant, "이")} 속한 서울 시각 날짜의 0시`,
  constant: (value, name) => `${value}(${name})`,
  setOf: (name, members) => `${name}(${members.join(", ")})`,
  durations: listed,
  together: (durations) => `${withParticle(durations, "을")} 합한 시간`,
  fromNow: (duration) => `지금부터 ${withParticle(duration, "이")} 지난 시각`,
  after: (duration, instant) => `${instant}부터 ${withParticle(duration, "이")} 지난 시각`,
  total: (of) => of.reduce((sum, part) => `${sum}에 ${withParticle(part, "을")} 더한 수`),
  earliest: (of) => `${listed(of)} 가운데 이른 시각`,
  least: (of) => `${listed(of)} 가운데 가장 작은 수`,
  oneOfStates: (of) => of.map((state) => `‘${state}’`).join(" 또는 "),
  claim: sayClaim,
  becomes: (field, value) => `${withParticle(field, "을")} ${withParticle(value, "으로")} 정합니다.`,
  cleared: (field) => `${withParticle(field, "을")} 지웁니다.`,
  transition: sayTransition,
  hash: (of) => `${listed(of)}의 해시값`,
  sealed: (holds, keys) =>
    `${keys.map((key) => withParticle(key, "으로")).join(", 다시 ")} 봉인한 ${listed(holds)}`,
};
