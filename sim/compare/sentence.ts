// The comparison in plain sentences: what was given otherwise, what came of it, how sure that is, and which promises broke.
// What the records are worth and what they cost is always said; of the other figures, the few that differ most.
// A change is called sure where the interval leaves out that there is none.
import type { BrokenPromise, Compared, Pair } from "./comparison.ts";
import { figures, type ComparedFigure } from "./figures.ts";
import { otherwise } from "./otherwise.ts";

const clausesMost = 4;
const alwaysSaid = 2;

/** As exact as a sentence needs it. */
const rounded = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString("en-US") : String(Number(value.toPrecision(2)));

const plainShares: readonly (readonly [share: number, word: string])[] = [
  [0.25, "a quarter as many"],
  [0.5, "half as many"],
  [2, "twice as many"],
];
const plainlyWithin = 0.005;
/** From here on a change is said as times, and not in percent. */
const timesFrom = 3;

const sized = (size: number, of: number): string => {
  const amount = Math.abs(size);
  return of === 0 ? rounded(amount) : `${rounded((amount / of) * 100)} %`;
};

const changeOf = (
  { a, b, difference, interval }: Compared,
  [less, more, same]: ComparedFigure["words"],
): string => {
  if (difference === 0) return `${(interval?.to ?? 0) > 0 ? "about" : "exactly"} ${same}`;
  const plain = plainShares.find(([share]) => Math.abs(b / a / share - 1) < plainlyWithin);
  if (plain !== undefined && more === "more") return plain[1];
  if (a > 0 && b / a >= timesFrom) return `${rounded(b / a)} times ${same}`;
  return `${sized(difference, a)} ${difference < 0 ? less : more}`;
};

const isSure = ({ difference, interval }: Compared): boolean =>
  difference !== 0 && (interval === undefined || interval.from > 0 || interval.to < 0);

const surenessOf = (compared: Compared, [less, more]: ComparedFigure["words"]): string => {
  const { a, b, difference, interval } = compared;
  if (difference === 0 || interval === undefined) return "";
  const { from, to } = interval;
  if (from === to) return " (in every pair)";
  if (isSure(compared)) {
    const [near, far] = from > 0 ? [from, to] : [to, from];
    const [least, most] = [sized(near, a), sized(far, a)];
    return least === most || (a > 0 && b / a >= timesFrom)
      ? " (surely)"
      : ` (surely: ${least} to ${most} ${difference < 0 ? less : more})`;
  }
  return ` (it may be chance: from ${sized(from, a)} ${less} to ${sized(to, a)} ${more})`;
};

const clauseOf = (compared: Compared): readonly string[] => {
  const figure = figures.find(({ id }) => id === compared.id);
  if (figure?.clause === undefined) return [];
  return [`${figure.clause(changeOf(compared, figure.words))}${surenessOf(compared, figure.words)}`];
};

const shareOf = ({ a, difference }: Compared): number =>
  difference === 0 ? 0 : Math.abs(a === 0 ? Infinity : difference / a);

/** What is sure before what may be chance, and then the greater change. */
const byWeight = (one: Compared, other: Compared): number =>
  Number(isSure(other)) - Number(isSure(one)) || (shareOf(other) > shareOf(one) ? 1 : -1);

const brokenSentence = (pairs: number, broken: readonly BrokenPromise[]): readonly string[] =>
  broken.map(({ id, a, b }) => {
    const inAll = (times: number, side: string): string =>
      `${String(times)} of ${String(pairs)} runs of ${side}`;
    return `${id} is broken in ${inAll(a, "A")} and ${inAll(b, "B")}.`;
  });

const asMeant =
  " Contacts are counted from visits as people meant them: where more are refused, fewer are found.";

/** Whether one side stored more of the visits that people meant than the other, which the count of contacts does not see. */
const isAsMeant = (compared: readonly Compared[]): boolean =>
  compared.some(({ id }) => id === "contactsFound") &&
  compared.some(({ id, difference }) => id === "visitsStored" && difference !== 0);

export const plainSentence = (
  pairs: readonly Pair[],
  compared: readonly Compared[],
  broken: readonly BrokenPromise[],
): string => {
  const [first] = pairs;
  if (first === undefined) return "Nothing was compared.";
  const opening = otherwise(first.a.manifest, first.b.manifest);
  const differing = compared.filter(
    ({ difference, interval }) => difference !== 0 || (interval?.to ?? 0) > 0,
  );
  if (differing.length === 0)
    return [
      `${opening === "" ? "A and B are given the same" : opening}, and every figure is exactly the same.`,
      ...brokenSentence(pairs.length, broken),
    ].join(" ");
  const always = new Set(figures.slice(0, alwaysSaid).map(({ id }) => id));
  const said = [
    ...compared.filter(({ id }) => always.has(id)),
    ...differing.filter(({ id }) => !always.has(id)).toSorted(byWeight),
  ]
    .flatMap(clauseOf)
    .slice(0, clausesMost);
  const caveat = isAsMeant(compared) ? asMeant : "";
  const one = pairs.length === 1 ? " This is one pair of runs, and says nothing about chance." : "";
  return [
    `${opening === "" ? "B beside A" : opening}, ${said.join("; ")}.${caveat}${one}`,
    ...brokenSentence(pairs.length, broken),
  ].join(" ");
};
