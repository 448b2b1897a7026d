// The programs from outside npm that some rows measure against: how each is found, which rows need it, what brings it.
// What is missing is installed where that may be; the rows of what is missing still are not measured, and the report says why.
// Nobody has to have any of them: a machine without them measures the other rows.
import { Effect } from "effect";
import { debianPackages, installDebian } from "../debian.ts";
import { postgresPrograms } from "../postgres/server.ts";
import { isSpinInstalled } from "../prove/spin/installed.ts";
import { isCompilerThere, pythonWithSimPy } from "./city/toolchain.ts";
import type { RowId } from "./row.ts";

const outside = [
  { name: "SPIN", packages: debianPackages.spin, isThere: isSpinInstalled, rows: ["prove"] },
  {
    name: "PostgreSQL",
    packages: debianPackages.postgres,
    isThere: Effect.sync(() => postgresPrograms() !== undefined),
    rows: ["checkin-pg", "lookup-pg", "erase-day"],
  },
  {
    name: "SimPy with numpy",
    packages: debianPackages.simpy,
    isThere: Effect.sync(() => pythonWithSimPy() !== undefined),
    rows: ["sim-core", "sim-log"],
  },
  {
    name: "a C++ compiler",
    packages: debianPackages["g++"],
    isThere: Effect.sync(isCompilerThere),
    rows: ["sim-cpp"],
  },
] as const satisfies readonly {
  readonly name: string;
  readonly packages: readonly string[];
  readonly rows: readonly RowId[];
  readonly isThere: unknown;
}[];

export interface Missing {
  readonly id: RowId;
  readonly needs: string;
}

/** Those of these rows that cannot be measured here, once all has been installed that may be. */
export const missingFor = Effect.fnUntraced(function* (rows: readonly RowId[], say: (line: string) => void) {
  const wanted = outside.filter((each) => each.rows.some((row) => rows.includes(row)));
  const absent = yield* Effect.filter(wanted, ({ isThere }) => Effect.map(isThere, (is) => !is));
  installDebian(
    absent.flatMap(({ packages }) => packages),
    "the benchmark",
    say,
  );
  const still = yield* Effect.filter(absent, ({ isThere }) => Effect.map(isThere, (is) => !is));
  return still.flatMap(({ name, packages, rows: concerned }) =>
    concerned
      .filter((row) => rows.includes(row))
      .map((id): Missing => ({
        id,
        needs: `${name} is not installed (apt-get install ${packages.join(" ")})`,
      })),
  );
});
