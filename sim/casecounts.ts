// What a run counts of its investigations, at any level that has them.
// `refused` counts decisions of the law; `wrong` counts records whose number is not that of the person who was there, and must stay 0.
export interface CaseCounts {
  requested: number;
  refused: number;
  approved: number;
  answered: number;
  /** Records turned into a person, and into nobody, because who it was has withdrawn since. */
  people: number;
  nobody: number;
  wrong: number;
}

export const makeCaseCounts = (): CaseCounts => ({
  requested: 0,
  refused: 0,
  approved: 0,
  answered: 0,
  people: 0,
  nobody: 0,
  wrong: 0,
});
