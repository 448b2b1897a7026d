/**
 * Evaluates the terms of the law over a zone: what evaluate.ts answers with a value, this answers with a value for each part of the zone.
 * Conditions, lifecycles and rules are read with it. A sum of instants, or a count mixed with an instant, is a mistake in the models.
 */
import { LawMistake } from "../../../models/language/evaluate.ts";
import type { Term } from "../../../models/language/expression.ts";
import { constants, type Constant, type Policy } from "../../../models/policy.ts";
import { reachedBy, someTimeAfter, startOfDay, type Branches, type Moment, type Timing } from "./moment.ts";
import { after, isInstant, isSpan, type Instant, type Symbolic, type SymbolicInstances } from "./symbol.ts";

/** What an expression can see; `now` is the instant of the decision. */
export interface Around {
  readonly policy: Policy;
  readonly timing: Timing;
  readonly now: Instant;
  readonly fields: Readonly<Record<string, Symbolic>>;
  readonly given: Readonly<Record<string, Symbolic>>;
  readonly instances: SymbolicInstances;
}

const kinds: ReadonlyMap<string, Constant["kind"]> = new Map(
  Object.entries<Constant>(constants).map(([name, { kind }]) => [name, kind]),
);

const known = (values: Readonly<Record<string, Symbolic>> | undefined, name: string): Symbolic => {
  const value = values?.[name];
  if (value === undefined) throw new LawMistake(`there is nothing called ${name}`);
  return value;
};

const constant = (name: string, { policy, timing }: Around): Symbolic => {
  const value = policy.constants[name];
  if (value === undefined) throw new LawMistake(`there is no policy constant called ${name}`);
  const isDuration = (kinds.get(name) ?? "duration") === "duration";
  return timing.durations === "any" && isDuration ? { durations: [name] } : value;
};

/** Calls each part of what has been read so far on; most often there is one. */
export const onward = <From, To>(
  branches: Branches<From>,
  next: (moment: Moment, is: From) => Branches<To>,
): Branches<To> => {
  const [only] = branches;
  return branches.length === 1 && only !== undefined
    ? next(only.moment, only.is)
    : branches.flatMap(({ moment, is }) => next(moment, is));
};

function added(moment: Moment, left: Symbolic, right: Symbolic): { moment: Moment; is: Symbolic } {
  if (left === null || right === null) return { moment, is: null };
  if (typeof left === "number" && typeof right === "number") return { moment, is: left + right };
  if (isInstant(right) && !isInstant(left)) return added(moment, right, left);
  if (isInstant(left) && typeof right === "number") return { moment, is: after(left, right) };
  if (isInstant(left) && isSpan(right))
    return someTimeAfter(moment, left, right.durations.toSorted().join(" "), 1);
  if (isSpan(left) && isSpan(right))
    return { moment, is: { durations: [...left.durations, ...right.durations] } };
  if (isSpan(left) && right === 0) return { moment, is: left };
  if (isSpan(right) && left === 0) return { moment, is: right };
  throw new LawMistake("these cannot be added");
}

function earlier(moment: Moment, left: Symbolic, right: Symbolic, timing: Timing): Branches<Symbolic> {
  if (left === null) return [{ moment, is: right }];
  if (right === null) return [{ moment, is: left }];
  if (typeof left === "number" && typeof right === "number") return [{ moment, is: Math.min(left, right) }];
  if (isInstant(left) && isInstant(right))
    return onward(reachedBy(moment, left, right, timing), (part, isEarlier) => [
      { moment: part, is: isEarlier ? left : right },
    ]);
  throw new LawMistake("of these none can be said to be the least");
}

/** All parts of a sum before any is added: durations that may be anything belong together, wherever they stand. */
function sumOf(terms: readonly Term[], moment: Moment, around: Around): Branches<Symbolic> {
  const gathered = terms.reduce<Branches<readonly Symbolic[]>>(
    (sofar, term) =>
      onward(sofar, (part, values) =>
        onward(valueOf(term, part, around), (last, value) => [{ moment: last, is: [...values, value] }]),
      ),
    [{ moment, is: [] }],
  );
  return onward(gathered, (part, values) => {
    const spans = values.filter(isSpan);
    const ordered =
      spans.length === 0
        ? values
        : [
            ...values.filter((value) => !isSpan(value)),
            { durations: spans.flatMap(({ durations }) => durations) },
          ];
    const [first = 0, ...rest] = ordered;
    return [
      rest.reduce<{ moment: Moment; is: Symbolic }>((sofar, value) => added(sofar.moment, sofar.is, value), {
        moment: part,
        is: first,
      }),
    ];
  });
}

/** The value of a term in each part of the zone. */
export function valueOf(term: Term, moment: Moment, around: Around): Branches<Symbolic> {
  switch (term.kind) {
    case "literal":
      return [{ moment, is: term.value }];
    case "policy":
      return [{ moment, is: constant(term.name, around) }];
    case "field": {
      const from = term.instance === undefined ? around.fields : around.instances[term.instance]?.fields;
      return [{ moment, is: known(from, term.field) }];
    }
    case "given":
      return [{ moment, is: known(around.given, term.field) }];
    case "now":
      return [{ moment, is: around.now }];
    case "sum":
      return sumOf(term.of, moment, around);
    case "min":
      return term.of.reduce<Branches<Symbolic>>(
        (sofar, one) =>
          onward(sofar, (part, least) =>
            onward(valueOf(one, part, around), (last, value) => earlier(last, least, value, around.timing)),
          ),
        [{ moment, is: null }],
      );
    case "startOfDay":
      return onward(valueOf(term.instant, moment, around), (part, instant): Branches<Symbolic> => {
        if (instant === null) return [{ moment: part, is: null }];
        if (!isInstant(instant)) throw new LawMistake("only an instant lies in a day");
        return startOfDay(part, instant, around.timing);
      });
  }
}

/** The values of several terms, by their names. */
export function valuesOf(
  terms: Readonly<Record<string, Term>> | undefined,
  moment: Moment,
  around: Around,
): Branches<Readonly<Record<string, Symbolic>>> {
  return Object.entries(terms ?? {}).reduce<Branches<Readonly<Record<string, Symbolic>>>>(
    (sofar, [name, term]) =>
      onward(sofar, (part, values) =>
        onward(valueOf(term, part, around), (last, value) => [
          { moment: last, is: { ...values, [name]: value } },
        ]),
      ),
    [{ moment, is: {} }],
  );
}
