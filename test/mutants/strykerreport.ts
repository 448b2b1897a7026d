/**
 * Reads the report that Stryker leaves and says of each of its mutants what became of it, in the words of all other classes.
 * A test of test/clauses that kills is a clause example; any other is a test of the services.
 * A mutant that no test reaches has survived, like one that tests reach and do not notice.
 * An id is the file, what was there, what it became, and its count, so that it stays when other lines change.
 */
import type { Judged, Killer } from "./judged.ts";

const isRecord = (found: unknown): found is Readonly<Record<string, unknown>> =>
  typeof found === "object" && found !== null;

const recordAt = (found: unknown, name: string): Readonly<Record<string, unknown>> => {
  const value = isRecord(found) ? found[name] : undefined;
  return isRecord(value) ? value : {};
};
const textAt = (found: unknown, name: string): string => {
  const value = isRecord(found) ? found[name] : undefined;
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
};
const listAt = (found: unknown, name: string): readonly unknown[] => {
  const value = isRecord(found) ? found[name] : undefined;
  return Array.isArray(value) ? value : [];
};

/** One mutant of Stryker's, and the whole text of its file with the mistake in it. */
export interface ServiceMutant {
  readonly file: string;
  readonly text: string;
  readonly judged: Judged;
}

/** By the id of a test, the file in which it stands. */
const filesOfTests = (report: unknown): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(recordAt(report, "testFiles")).flatMap(([file, found]) =>
      listAt(found, "tests").map((test) => [textAt(test, "id"), file] as const),
    ),
  );

const verdictOf = (status: string): Judged["verdict"] | undefined => {
  switch (status) {
    case "Killed":
    case "Timeout":
      return "killed";
    case "Survived":
    case "NoCoverage":
      return "survived";
    case "CompileError":
    case "RuntimeError":
      return "refused";
    default:
      return undefined;
  }
};

const killersOf = (mutant: unknown, files: ReadonlyMap<string, string>): readonly Killer[] => {
  const tests = listAt(mutant, "killedBy").map((id) => files.get(String(id)) ?? "");
  const kinds = tests.map((file): Killer =>
    file.startsWith("test/clauses/") ? "clause example" : "services' tests",
  );
  return kinds.length === 0 ? ["services' tests"] : [...new Set(kinds)];
};

const startsOfLines = (text: string): readonly number[] => [
  0,
  ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1),
];

const shortened = (code: string): string => {
  const oneLine = code.replaceAll(/\s+/g, " ");
  return oneLine.length <= 70 ? oneLine : `${oneLine.slice(0, 67)}...`;
};

const mutantsOfFile = (
  file: string,
  found: unknown,
  tests: ReadonlyMap<string, string>,
): readonly ServiceMutant[] => {
  const source = textAt(found, "source");
  const lines = startsOfLines(source);
  const placeOf = (position: unknown): number =>
    (lines[Number(textAt(position, "line")) - 1] ?? 0) + Number(textAt(position, "column")) - 1;
  const counts = new Map<string, number>();
  return listAt(found, "mutants").flatMap((mutant): readonly ServiceMutant[] => {
    const status = textAt(mutant, "status");
    const verdict = verdictOf(status);
    if (verdict === undefined) return [];
    const location = recordAt(mutant, "location");
    const [start, end] = [placeOf(location["start"]), placeOf(location["end"])];
    const replacement = textAt(mutant, "replacement");
    const what = `${file} ${shortened(source.slice(start, end))} becomes ${shortened(replacement)}`;
    const count = (counts.get(what) ?? 0) + 1;
    counts.set(what, count);
    const line = textAt(location["start"], "line");
    const judged: Judged = {
      id: `${what} #${String(count)}`,
      sentence: `In line ${line} of ${file} it says ${replacement}.`,
      verdict,
      killedBy: verdict === "killed" ? killersOf(mutant, tests) : [],
      why: status === "NoCoverage" ? `no test reaches it (line ${line})` : `${status} (line ${line})`,
    };
    return [{ file, text: source.slice(0, start) + replacement + source.slice(end), judged }];
  });
};

/** Every mutant of the report that lies in the folder or file. */
export function mutantsOfReport(report: unknown, path: string): readonly ServiceMutant[] {
  const tests = filesOfTests(report);
  return Object.entries(recordAt(report, "files"))
    .filter(([file]) => file.startsWith(path))
    .flatMap(([file, found]) => mutantsOfFile(file, found, tests));
}
