/**
 * What became of a mutant, and the counts of many of them by class and by what killed them.
 * Refused means that it never became a law or code at all: the linter, the generator or the compiler took it out; it is counted apart.
 * The score is killed among those that could be killed: neither refused nor the same law in other words.
 */
export const mutantClasses = ["models", "generator", "generated code", "services"] as const;
export type MutantClass = (typeof mutantClasses)[number];

/** The checks that may kill; of the models only the first two, of generated code only the second and third. */
export const killers = ["property", "clause example", "equal", "services' tests"] as const;
export type Killer = (typeof killers)[number];

/** What of a class must be killed, in percent of those that could be. */
export const leastPercent = 95;

export interface Judged {
  readonly id: string;
  readonly sentence: string;
  readonly verdict: "killed" | "survived" | "equivalent" | "refused";
  /** Every check that was asked and noticed it. */
  readonly killedBy: readonly Killer[];
  /** The story, the difference, the finding, or the reason why it lives. */
  readonly why: string;
  /** Why it should live, of one that was killed all the same. */
  readonly excused?: string;
}

export interface Counts {
  readonly mutants: number;
  readonly refused: number;
  readonly equivalent: number;
  readonly killed: number;
  readonly survived: number;
  readonly by: Readonly<Record<Killer, number>>;
  /** Killed in percent of those that could be. */
  readonly percent: number;
}

export function countsOf(judged: readonly Judged[]): Counts {
  const of = (verdict: Judged["verdict"]) => judged.filter((one) => one.verdict === verdict).length;
  const by = (killer: Killer) => judged.filter(({ killedBy }) => killedBy.includes(killer)).length;
  const killed = of("killed");
  const survived = of("survived");
  return {
    mutants: judged.length,
    refused: of("refused"),
    equivalent: of("equivalent"),
    killed,
    survived,
    by: {
      property: by("property"),
      "clause example": by("clause example"),
      equal: by("equal"),
      "services' tests": by("services' tests"),
    },
    percent: killed + survived === 0 ? 0 : (100 * killed) / (killed + survived),
  };
}

/** Kills, or explains why nothing did. The reason, if there is one, is why it must be the same in other words. */
export const judgedBy = (
  one: { readonly id: string; readonly sentence: string },
  kills: readonly (readonly [killer: Killer, why: string | undefined])[],
  reason: string | undefined,
): Judged => {
  const noticed = kills.flatMap(([killer, why]) => (why === undefined ? [] : [{ killer, why }]));
  const [first] = noticed;
  const { id, sentence } = one;
  if (first !== undefined)
    return {
      id,
      sentence,
      verdict: "killed",
      killedBy: noticed.map(({ killer }) => killer),
      why: first.why,
      ...(reason === undefined ? {} : { excused: reason }),
    };
  return reason === undefined
    ? { id, sentence, verdict: "survived", killedBy: [], why: "nothing noticed it" }
    : { id, sentence, verdict: "equivalent", killedBy: [], why: reason };
};

/** Said to be the same in other words, and noticed all the same. */
export const wronglyExcused = (judged: readonly Judged[]): readonly string[] =>
  judged.flatMap(({ id, excused, why }) =>
    excused === undefined ? [] : [`${id}: ${why} (but: ${excused})`],
  );

/** Reasons that stand in a table for mutants that there are not. */
export const outlivedReasons = (
  table: Readonly<Record<string, string>>,
  mutants: readonly { readonly id: string }[],
): readonly string[] => {
  const ids = new Set(mutants.map(({ id }) => id));
  return Object.keys(table).filter((id) => !ids.has(id));
};
