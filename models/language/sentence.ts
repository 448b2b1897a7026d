/**
 * Says the law aloud, in Korean and English: a term, a condition, what a transition sets, and a whole transition.
 * Diagrams put the sentences beside their arrows, and reviewers read the policy in them; every number of the policy is said with its name.
 * It walks the same data that the machines are made of and asks the grammars in labels/ for the words; it adds nothing to the law.
 */
import type { Claim, Predicate, Told } from "../labels/grammar.ts";
import { words, type Language } from "../labels/labels.ts";
import {
  grammars,
  isDuration,
  nowhere,
  sayComparison,
  sayConstant,
  sayMembers,
  sayTerm,
  sayValueOf,
  type Place,
} from "../labels/spokenterm.ts";
import type { Policy } from "../policy.ts";
import type { Condition, Term } from "./expression.ts";
import {
  refusalOf,
  setBy,
  toldBy,
  transitionsOf,
  type Lifecycle,
  type PlacedTransition,
} from "./lifecycle.ts";

export { sayConstant, sayMembers, sayTerm, sayValueOf, type Place } from "../labels/spokenterm.ts";
export { sayCount, sayDuration } from "../labels/duration.ts";

/** What a condition claims, with its negations pushed down to the single claims. */
function claimOf(
  condition: Condition,
  holds: boolean,
  language: Language,
  policy: Policy,
  place: Place,
): Claim {
  const say = (term: Term): string => sayTerm(term, language, policy, place);
  const one = (predicate: Predicate, left: string, right = ""): Claim => ({
    kind: "one",
    predicate,
    holds,
    left,
    right,
  });
  switch (condition.kind) {
    case "reached":
      return condition.by.kind === "now"
        ? one("hasCome", say(condition.instant))
        : one("notBefore", say(condition.by), say(condition.instant));
    case "present":
      return one("isSet", say(condition.field));
    case "below":
      return one(...sayComparison(condition.left, condition.right, language, policy, place));
    case "equals":
      return equality(condition.left, condition.right, one, language, say);
    case "oneOf":
      return one("belongs", say(condition.value), sayMembers(condition.set, language, policy));
    case "flag": {
      const name =
        condition.value.kind === "given" || condition.value.kind === "field" ? condition.value.field : "";
      const flag = words(language).flag(name);
      if (flag !== undefined) return one("flag", holds ? flag.up : flag.down);
      return one("isSame", say(condition.value), grammars[language].yes);
    }
    case "inState": {
      const machine = place.instances?.[condition.instance] ?? condition.instance;
      const states = condition.states.map((state) => words(language).state(machine, state));
      return one("inState", words(language).machine(machine), grammars[language].oneOfStates(states));
    }
    case "and":
    case "or": {
      const of = condition.of.map((part) => claimOf(part, holds, language, policy, place));
      return { kind: (condition.kind === "and") === holds ? "all" : "any", of };
    }
    case "not":
      return claimOf(condition.of, !holds, language, policy, place);
  }
}

function equality(
  left: Term,
  right: Term,
  one: (predicate: Predicate, left: string, right?: string) => Claim,
  language: Language,
  say: (term: Term) => string,
): Claim {
  if (right.kind === "literal")
    return one(
      "isWord",
      left.kind === "policy" ? grammars[language].own(words(language).constant(left.name)) : say(left),
      say(right),
    );
  const sameField = left.kind === "given" && right.kind === "field" && left.field === right.field;
  return one("isSame", say(left), sameField ? grammars[language].onRecord : say(right));
}

/** A condition, as a clause: after "if" in English, closed with "경우" in Korean. */
export function sayCondition(
  condition: Condition,
  language: Language,
  policy: Policy,
  place: Place = nowhere,
): string {
  return grammars[language].claim(claimOf(condition, true, language, policy, place));
}

/** What is set, one sentence for each field. */
export function saySet(
  set: Readonly<Record<string, Term>>,
  language: Language,
  policy: Policy,
  place: Place = nowhere,
): readonly string[] {
  const grammar = grammars[language];
  return Object.entries(set).map(([name, term]) => {
    const field = grammar.own(words(language).field(place.scope, name));
    if (term.kind === "literal" && term.value === null) return grammar.cleared(field);
    return grammar.becomes(field, sayTerm(term, language, policy, place));
  });
}

/** All the ways in which a deadline is set: those that lead into the state, or if none does, all of them. */
function settingsOf(machine: Lifecycle, state: string, deadline: string): readonly Term[] {
  const setters = transitionsOf(machine).flatMap(({ target, transition }) => {
    const term = setBy(transition)[deadline];
    return term === undefined || term.kind === "literal" ? [] : [{ target, term }];
  });
  const into = setters.filter(({ target }) => target === state);
  const distinct = new Map(
    (into.length > 0 ? into : setters).map(({ term }) => [JSON.stringify(term), term]),
  );
  return [...distinct.values()];
}

/** Whether some way into the state leaves the deadline unset, so that it may never come. */
const mayBeNever = (machine: Lifecycle, state: string, deadline: string): boolean =>
  transitionsOf(machine).some(
    ({ target, transition }) => target === state && setBy(transition)[deadline]?.kind === "literal",
  );

function deadlineOf(
  machine: Lifecycle,
  state: string,
  name: string,
  language: Language,
  policy: Policy,
): Told["trigger"] {
  const [setting, ...others] = settingsOf(machine, state, name);
  const label = words(language).field(machine.id, name);
  if (setting?.kind !== "sum" || others.length > 0)
    return { kind: "instant", name: label, counted: undefined };
  const lasting = setting.of.flatMap((part) =>
    part.kind === "policy" && isDuration(part) ? [part.name] : [],
  );
  const fromNow = setting.of.every((part) => part.kind === "now" || isDuration(part));
  if (fromNow && !mayBeNever(machine, state, name)) {
    const said = lasting.map((constant) => sayConstant(constant, language, policy));
    return { kind: "elapsed", duration: grammars[language].durations(said) };
  }
  const counted = lasting.map(
    (constant) => `${sayValueOf(constant, language, policy)}, ${words(language).constant(constant)}`,
  );
  return { kind: "instant", name: label, counted: counted.join("; ") };
}

/** A whole transition: "From *verified*, when 30 days (validity of a verification) are over, it becomes *expired*." */
export function sayTransition(
  machine: Lifecycle,
  { source, target, trigger, alternative, transition }: PlacedTransition,
  language: Language,
  policy: Policy,
): string {
  const said = words(language);
  const code = refusalOf(transition);
  const tells = toldBy(transition);
  return grammars[language].transition({
    source: said.state(machine.id, source),
    target: said.state(machine.id, target),
    trigger:
      trigger.kind === "event"
        ? { kind: "event", event: said.event(trigger.name) }
        : deadlineOf(machine, source, trigger.name, language, policy),
    claim:
      transition.guard === undefined
        ? undefined
        : claimOf(transition.guard.params, true, language, policy, { scope: machine.id }),
    isFirst: alternative === 0,
    refusal: code === undefined ? undefined : { code, sentence: said.refusal(code).sentence },
    tells: tells === undefined ? undefined : said.told(tells),
  });
}
