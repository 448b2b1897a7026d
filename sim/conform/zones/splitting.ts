/**
 * Splits a zone by a condition of the law: the parts in which it holds, and the parts in which it does not, apart from each other.
 * Comparisons of times become bounds; whatever else a condition asks about is known and is read plainly.
 */
import { evaluate, holds } from "../../../models/language/evaluate.ts";
import type { Condition, Term } from "../../../models/language/expression.ts";
import type { Given, Instance } from "../../../models/language/interpret.ts";
import type { Policy } from "../../../models/policy.ts";
import { atMostAfter, type Ref, type Zone } from "./zone.ts";

/** One instance whose instants are known by bounds only. */
export interface Standing {
  readonly zone: Zone;
  readonly now: Ref;
  /** The start of the present day. */
  readonly today: Ref;
  readonly state: string;
  /** What is no instant as it is; an instant only by whether it is set. */
  readonly fields: Instance["fields"];
  /** The instants that are set. */
  readonly instants: Readonly<Record<string, Ref>>;
}

export interface Asked {
  readonly policy: Policy;
  readonly given: Given;
}

export interface Split {
  readonly yes: readonly Standing[];
  readonly no: readonly Standing[];
}

const unreadable = (what: string): Error => new TypeError(`zones do not read ${what}`);

const later = ({ clock, plus }: Ref, byMs: number): Ref => ({ clock, plus: plus + byMs });

/** The instants of which the term is the least; none where it never comes. */
export function instantsIn(term: Term, standing: Standing, asked: Asked): readonly Ref[] {
  switch (term.kind) {
    case "now":
      return [standing.now];
    case "field": {
      const ref = standing.instants[term.field];
      return ref === undefined ? [] : [ref];
    }
    case "min":
      return term.of.flatMap((part) => instantsIn(part, standing, asked));
    case "startOfDay":
      if (term.instant.kind === "now") return [standing.today];
      throw unreadable("the day of anything but the present");
    case "sum": {
      const durations = term.of.filter(({ kind }) => kind === "policy" || kind === "literal");
      const [moment] = term.of.filter((part) => !durations.includes(part));
      const byMs = durations.reduce(
        (all, part) => all + Number(evaluate(part, { ...asked, now: 0, fields: {} })),
        0,
      );
      if (moment === undefined) throw unreadable("a sum without an instant");
      return instantsIn(moment, standing, asked).map((ref) => later(ref, byMs));
    }
    case "literal":
      if (term.value === null) return [];
      throw unreadable("a literal instant");
    case "policy":
    case "given":
      throw unreadable(`${term.kind} as an instant`);
  }
}

/** The part in which `one` is at or before `other`, and the part in which it is after it. */
export const splitByOrder = (standing: Standing, one: Ref, other: Ref): Split => {
  const within = (zone: Zone | undefined): readonly Standing[] =>
    zone === undefined ? [] : [{ ...standing, zone }];
  return {
    yes: within(atMostAfter(standing.zone, one, other, 0)),
    no: within(atMostAfter(standing.zone, other, one, -1)),
  };
};

const whole = (standing: Standing, holding: boolean): Split =>
  holding ? { yes: [standing], no: [] } : { yes: [], no: [standing] };

const every = (standing: Standing, parts: readonly ((one: Standing) => Split)[]): Split => {
  let yes: readonly Standing[] = [standing];
  let no: readonly Standing[] = [];
  for (const part of parts) {
    const split = yes.map(part);
    no = [...no, ...split.flatMap((one) => one.no)];
    yes = split.flatMap((one) => one.yes);
  }
  return { yes, no };
};

const turned = ({ yes, no }: Split): Split => ({ yes: no, no: yes });

const some = (standing: Standing, parts: readonly ((one: Standing) => Split)[]): Split =>
  turned(
    every(
      standing,
      parts.map((part) => (one: Standing) => turned(part(one))),
    ),
  );

export function split(condition: Condition, standing: Standing, asked: Asked): Split {
  switch (condition.kind) {
    case "reached": {
      const instants = instantsIn(condition.instant, standing, asked);
      const by = instantsIn(condition.by, standing, asked);
      return some(
        standing,
        instants.map(
          (one) => (part: Standing) =>
            every(
              part,
              by.map((other) => (inner: Standing) => splitByOrder(inner, one, other)),
            ),
        ),
      );
    }
    case "and":
      return every(
        standing,
        condition.of.map((part) => (one: Standing) => split(part, one, asked)),
      );
    case "or":
      return some(
        standing,
        condition.of.map((part) => (one: Standing) => split(part, one, asked)),
      );
    case "not":
      return turned(split(condition.of, standing, asked));
    case "present":
    case "below":
    case "equals":
    case "oneOf":
    case "flag":
    case "inState":
      return whole(standing, holds(condition, { ...asked, now: 0, fields: standing.fields }));
  }
}
