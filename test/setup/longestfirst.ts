// The order in which vitest takes the files: the longest first, so that the two workers end together.
// The list is written by hand from the times of a whole run, longest first, and only saves time: a file that is not there, or has
// become short, costs nothing else. All others follow, a project at a time, so that a worker keeps what it has loaded.
import { relative } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const longest: readonly string[] = [
  // Ends many parties in good order, which leaves what Node compiled to those that are killed later.
  "test/impl/serve/everything.test.ts",
  "test/impl/serve/failing/killed.test.ts",
  "test/house/readme.test.ts",
  "test/sim/demo/journey/journey.test.ts",
  "test/mutants/mutants.test.ts",
  "test/sim/prove/states/stories.test.ts",
  "test/sim/prove/counts.test.ts",
  "test/sim/prove/command.test.ts",
  "test/sim/demo/demo.test.ts",
  "test/sim/demo/country.test.ts",
  "test/impl/serve/failing/outages.test.ts",
  "test/impl/serve/failing/rough.test.ts",
  "test/impl/serve/failing/fulldisk.test.ts",
  "test/impl/generate/quint.test.ts",
  "test/conform/served.test.ts",
  "test/conform/command.test.ts",
  "test/sim/simulate/interrupted.test.ts",
  "test/sim/trace/forged.test.ts",
  "test/sim/trace/checktrace.test.ts",
  "test/equal/table.test.ts",
  "test/equal/histories.test.ts",
  "test/clauses/clauses.test.ts",
  "test/conform/rows.test.ts",
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    const placeOf = ({ moduleId, project }: TestSpecification): number => {
      const place = longest.indexOf(relative(project.config.root, moduleId));
      return place === -1 ? longest.length : place;
    };
    return usual.toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}
