// Holds the three ways against each other on one slice: states, transitions move by move, the hash of the relation, promises, formulas.
// They share the slice and nothing else, so what they agree on is no mistake of one of them.
// It answers in sentences; an empty list is agreement.
import { timePasses } from "../../models/language/slice.ts";
import type { PropertyId } from "../../models/properties.ts";
import type { Searched } from "./threeways.ts";

type Counted = NonNullable<Searched["states"]>;
type Spin = NonNullable<Searched["spin"]>;

const differing = (what: string, ours: number | string, theirs: number | string): readonly string[] =>
  ours === theirs ? [] : [`${what}: ${String(ours)} by states, ${String(theirs)} by SPIN`];

const withSpin = ({ slice }: Searched, states: Counted, { found }: Spin): readonly string[] => {
  const moves = [...slice.moves.map(({ id }) => id), timePasses];
  return [
    ...differing("states", states.states, found.states),
    ...differing("transitions", states.transitions, found.transitions),
    ...differing("hash of the transition relation", states.hash, found.hash),
    ...moves.flatMap((move, place) =>
      differing(`transitions of "${move}"`, states.perMove.get(move) ?? 0, found.perMove[place] ?? 0),
    ),
    ...[...states.promises].flatMap(([id, { met, broken }]) => [
      ...differing(`${id}, times met`, met, found.promises.get(id)?.met ?? 0),
      ...differing(`${id}, times broken`, broken, found.promises.get(id)?.broken ?? 0),
    ]),
  ];
};

/** A formula of a promise must hold just where no transition breaks the promise. */
const withFormulas = ({ formulas, formulaStates }: Spin): readonly string[] =>
  [...(formulaStates?.promises ?? [])].flatMap(([id, { broken }]) => {
    const formula = formulas.get(id);
    return formula === undefined || formula.holds === (broken === 0)
      ? []
      : [
          `${id}: ${broken === 0 ? "kept" : "broken"} by states, ${formula.holds ? "kept" : "broken"} as a formula`,
        ];
  });

/** Whether zones say that the promise is broken: by a story that was played, or not at all. */
export const isBrokenInZones = ({ zones }: Searched, id: PropertyId): boolean =>
  zones?.timed.promises.find((one) => one.id === id)?.story !== undefined;

/** The law's own constants were made small by hand and must part with the real ones nowhere; others only keep proportions. */
const withZones = (searched: Searched, states: Counted, isOwn: boolean): readonly string[] =>
  searched.zones === undefined || !isOwn
    ? []
    : [...states.promises].flatMap(([id, { broken, met }]) =>
        met === 0 || broken > 0 === isBrokenInZones(searched, id)
          ? []
          : [
              `${id}: ${broken > 0 ? "broken" : "kept"} with small constants, ${broken > 0 ? "kept" : "broken"} with the real ones`,
            ],
      );

const atLast = ({ formulas }: Spin): readonly string[] =>
  [...formulas].flatMap(([id, { holds }]) =>
    id.startsWith("at-last-") && !holds ? [`${id}: does not come to its end although time goes on`] : [],
  );

const stuck = ({ zones }: Searched): readonly string[] =>
  zones === undefined || zones.timed.stuck === 0
    ? []
    : [`${String(zones.timed.stuck)} zones let no time pass and fire no deadline`];

/** `isOwn`: under the law's own constants, none set otherwise. */
export const disagreementsOf = (searched: Searched, isOwn: boolean): readonly string[] => {
  const { states, spin } = searched;
  return [
    ...(states === undefined ? [] : withZones(searched, states, isOwn)),
    ...(states === undefined || spin === undefined ? [] : withSpin(searched, states, spin)),
    ...(spin === undefined ? [] : [...withFormulas(spin), ...atLast(spin)]),
    ...stuck(searched),
  ];
};
