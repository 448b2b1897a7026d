// What a file of tests met of the law, written to .entrylog/ci/coverage when the file is done, so that `npm test` can join it all.
// `const cover = covering(import.meta.url);` at the top of a test file is all it takes; files run in parallel, and each writes its own.
// It counts what it is told and looks at nothing: a suite tells it only what it has really compared.
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";
import { modelHash } from "../impl/generated/stamp.ts";
import { makeCounting } from "../sim/coverage/counting.ts";
import { partFolder, partOfRun } from "../sim/coverage/partfiles.ts";
import { coverageSchemaVersion, encodePart } from "../sim/results/coverage.ts";

export interface Covering {
  /** One life of one instance: ids of transitions, each taken right after the one before it. */
  readonly life: (transitions: readonly string[]) => void;
  /** The same as it goes on: what it answers is told the transitions of each further step. */
  readonly living: () => (transitions: readonly string[]) => void;
  /** An example of this clause was held against the real thing. */
  readonly clause: (id: string) => void;
  readonly promise: (id: string) => void;
}

const root = fileURLToPath(new URL("..", import.meta.url));

const placeOf = (name: string): string => {
  const folder = join(root, partFolder);
  mkdirSync(folder, { recursive: true });
  return join(folder, `${name}.json`);
};

/** What a simulation in a test met, as its run has left it in its own folder. */
export const coveredByRun = (out: string, name: string): void => {
  copyFileSync(join(out, partOfRun), placeOf(`simulation-${name}`));
};

/** `test/equal/table.test.ts` is a part `equal-table` of `test/equal`. */
export function covering(fileUrl: string): Covering {
  const file = relative(root, fileURLToPath(fileUrl)).split(sep).join("/");
  const counting = makeCounting();

  afterAll(() => {
    const name = file.replace(/^test\//, "").replace(/(\.test)?\.ts$/, "");
    const part = encodePart({
      schemaVersion: coverageSchemaVersion,
      modelHash,
      source: dirname(file),
      kind: "test",
      counts: counting.counted(),
    });
    writeFileSync(placeOf(name.replaceAll("/", "-")), part);
  });

  const living: Covering["living"] = () => {
    let before = "";
    return (transitions) => {
      for (const id of transitions) {
        counting.took(id, before);
        before = id;
      }
    };
  };
  return {
    living,
    life: (transitions) => {
      living()(transitions);
    },
    clause: (id) => {
      counting.clause(id);
    },
    promise: (id) => {
      counting.promise(id);
    },
  };
}
