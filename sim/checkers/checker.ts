// What a checker is: one property held against every observation of a run, with a count and the first breach in a sentence.
// Most properties judge each observation by itself; those that need to remember say how in a file of their own.
// The predicates are the models'; a checker decides nothing and stops nothing.
import type { Field } from "../../models/language/fields.ts";
import { observed, type Observation, type ObservationKind } from "../../models/observations.ts";
import { seoulOffset, type Policy } from "../../models/policy.ts";
import { propertyOf, type Property, type PropertyId } from "../../models/properties.ts";

export interface Breach {
  readonly observation: Observation;
  readonly sentence: string;
}

export interface Finding {
  readonly id: string;
  readonly clauses: readonly string[];
  readonly verdict: "held" | "broken" | "never exercised";
  /** How many observations the property was held against. */
  readonly checked: number;
  readonly firstBreach?: Breach;
}

/** As it stands in files of results. */
export const verdictOfFinding = ({
  firstBreach,
  ...finding
}: Omit<Finding, "firstBreach"> & { readonly firstBreach?: Pick<Breach, "sentence"> }) => ({
  ...finding,
  ...(firstBreach === undefined ? {} : { breach: firstBreach.sentence }),
});

export interface Checker {
  readonly id: string;
  /** The kinds of observations it wants to hear. */
  readonly hears: readonly ObservationKind[];
  readonly see: (observation: Observation) => void;
  readonly finding: () => Finding;
}

/** Makes a checker for one run under a policy. */
export type Watch = (policy: Policy) => Checker;

/** An instant as people in Seoul read it. */
const instantText = (at: number): string =>
  new Date(at + seoulOffset).toISOString().slice(0, 23).replace("T", " ");

const fieldsOf: Readonly<Record<string, Readonly<Record<string, Field>>>> = observed;

const factText = (kind: ObservationKind, name: string, value: unknown): string =>
  typeof value === "number" && fieldsOf[kind]?.[name]?.kind === "instant"
    ? `${name} ${instantText(value)}`
    : `${name} ${JSON.stringify(value)}`;

/** A breach in a sentence: what was promised, when it was broken, and what was seen. */
export const breachText = (
  prose: string,
  kind: ObservationKind,
  at: number,
  facts: Readonly<Record<string, unknown>>,
): string => {
  const said = Object.entries(facts).map(([name, value]) => factText(kind, name, value));
  return `${prose} Broken at ${instantText(at)} in Seoul, ${kind}: ${said.join(", ")}.`;
};

const sentenceOf = ({ prose }: Property, { kind, at, ...facts }: Observation): string =>
  breachText(prose, kind, at, facts);

/** A checker that turns what it hears into what the property judges; none, one or several observations for each. */
export const watching = (
  id: PropertyId,
  hears: readonly ObservationKind[] | undefined,
  remembering: () => (observation: Observation) => readonly Observation[],
): Watch => {
  return (policy) => {
    const property = propertyOf(id);
    if (property === undefined) throw new TypeError(`there is no property called ${id}`);
    const remember = remembering();
    let checked = 0;
    let firstBreach: Breach | undefined;
    return {
      id,
      hears: hears ?? property.observes,
      see: (observation) => {
        for (const judged of remember(observation)) {
          const verdict = property.holds(judged, policy);
          if (verdict === undefined) continue;
          checked += 1;
          if (!verdict) firstBreach ??= { observation: judged, sentence: sentenceOf(property, judged) };
        }
      },
      finding: () => ({
        id,
        clauses: property.clauses,
        verdict: firstBreach !== undefined ? "broken" : checked > 0 ? "held" : "never exercised",
        checked,
        ...(firstBreach === undefined ? {} : { firstBreach }),
      }),
    };
  };
};

/** A checker that judges what it hears as it is. */
export const watchingEach = (id: PropertyId): Watch =>
  watching(id, undefined, () => (observation) => [observation]);
