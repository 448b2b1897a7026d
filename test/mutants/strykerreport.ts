/**
 * Reads the report that Stryker leaves and says of each of its mutants what became of it, in the words of all other classes.
 * A test of test/clauses that kills is a clause example; any other is a test of the services.
 * A mutant that no test reaches has survived, like one that tests reach and do not notice.
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

/** Every mutant of the report that lies in the folder or file. */
export function judgedByStryker(report: unknown, path: string): readonly Judged[] {
  const files = filesOfTests(report);
  return Object.entries(recordAt(report, "files"))
    .filter(([file]) => file.startsWith(path))
    .flatMap(([file, found]) =>
      listAt(found, "mutants").flatMap((mutant): readonly Judged[] => {
        const status = textAt(mutant, "status");
        const verdict = verdictOf(status);
        if (verdict === undefined) return [];
        const start = recordAt(recordAt(mutant, "location"), "start");
        const place = `${file}:${textAt(start, "line")}:${textAt(start, "column")}`;
        const what = `${textAt(mutant, "mutatorName")} ${textAt(mutant, "replacement")}`.replaceAll(
          /\s+/g,
          " ",
        );
        return [
          {
            id: `${place} ${what}`,
            sentence: `In ${place} it says ${textAt(mutant, "replacement")}.`,
            verdict,
            killedBy: verdict === "killed" ? killersOf(mutant, files) : [],
            why: status === "NoCoverage" ? "no test reaches it" : status,
          },
        ];
      }),
    );
}
