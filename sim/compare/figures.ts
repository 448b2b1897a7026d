// The figures by which two runs are compared and a sweep is tabled: how each comes from a run, what it is called, and how a change of it is said.
// They stand in the order in which a reader asks for them: what the records are worth, what they cost, and then what people met at the door.
// A figure of which a run knows nothing is undefined, and is left out.
import { measures } from "../results/measures.ts";
import type { Run } from "../results/run.ts";

export interface ComparedFigure {
  readonly id: string;
  readonly says: string;
  /** Written after the number; empty for counts and shares. */
  readonly unit: string;
  readonly of: (run: Run) => number | undefined;
  /** A clause around a change such as "3 % fewer"; not there for what is said otherwise. */
  readonly clause?: ((change: string) => string) | undefined;
  /** What a change is called: under, over, and none. */
  readonly words: readonly [less: string, more: string, same: string];
}

const many = ["fewer", "more", "as many"] as const;
const long = ["shorter", "longer", "as long"] as const;

const measured = (
  id: keyof typeof measures,
  clause?: ComparedFigure["clause"],
  words: ComparedFigure["words"] = many,
): ComparedFigure => {
  const { says, unit, of } = measures[id];
  return { id, says: says.en, unit, of, clause, words };
};

const count = (
  id: string,
  says: string,
  of: ComparedFigure["of"],
  clause?: ComparedFigure["clause"],
): ComparedFigure => ({ id, says, unit: "", of, clause, words: many });

const total = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((all, each) => all + each, 0);

export const brokenIn = ({ promises }: Run): readonly string[] =>
  promises.filter(({ verdict }) => verdict === "broken").map(({ id }) => id);

export const figures: readonly ComparedFigure[] = [
  count(
    "contactsFound",
    "true contacts of reported people that the records can name, from visits as people meant them",
    ({ tracing }) => tracing?.found,
    (change) => `the records name ${change} contacts`,
  ),
  count(
    "personDaysExposed",
    "days for which records lie there, each as many as it is kept",
    ({ tracing }) => tracing?.personDaysExposed,
    (change) => `${change} person-days lie exposed`,
  ),
  count(
    "visitsStored",
    "visits stored",
    ({ records }) => records.recorded,
    (change) => `${change} visits are stored`,
  ),
  measured("recordsLiveMost", (change) => `${change} records are live at the most`),
  measured("shedShare", (change) => `${change} asks for a pass are told to come back`),
  measured("issuanceWaitP99", (change) => `the wait for a pass in the worst ten minutes is ${change}`, long),
  measured("visitsLost", (change) => `${change} visits are given up in the line`),
  count(
    "passesIssued",
    "passes issued",
    ({ issuance }) => issuance.count,
    (change) => `${change} passes are issued`,
  ),
  count(
    "refusals",
    "asks and scans refused, by whatever code",
    ({ refusals }) => total(refusals),
    (change) => `${change} asks and scans are refused`,
  ),
  measured("lateShare", (change) => `${change} scans come too late`),
  count(
    "infected",
    "people infected",
    ({ infection }) => infection?.infected,
    (change) => `${change} people are infected`,
  ),
  count(
    "peopleReidentified",
    "people re-identified under cases",
    ({ cases }) => cases.people,
    (change) => `${change} people are re-identified`,
  ),
  measured("contactsFoundShare"),
  count("promisesBroken", "promises broken", (run) => brokenIn(run).length),
];
