// Fresh rows say nothing, rows put to rest say nothing any more, and no machine opens columns that lack one of its own.
// The steps of table.test.ts write every column before they read it, so that this is asked for by itself.
import { describe, expect, it } from "vitest";
import { machineCores } from "../../impl/generated/law.ts";
import * as consent from "../../impl/generated/core/consent.ts";
import * as crisis from "../../impl/generated/core/crisis.ts";
import * as day from "../../impl/generated/core/day.ts";
import * as disclosure from "../../impl/generated/core/disclosure.ts";
import * as pass from "../../impl/generated/core/pass.ts";
import * as verification from "../../impl/generated/core/verification.ts";
import * as visit from "../../impl/generated/core/visit.ts";
import { restOf } from "./coremodule.ts";
import { restingDifference } from "./resting.ts";

const modules: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  consent,
  crisis,
  day,
  disclosure,
  pass,
  verification,
  visit,
};

describe("columns at rest", () => {
  it.for(machineCores.map((core) => [core.id, core] as const))("say nothing for %s", ([id, core]) => {
    expect(restingDifference(core, restOf(modules[id] ?? {}, id))).toBeUndefined();
  });

  it("are asked of every machine", () => {
    expect(machineCores.map(({ id }) => id).toSorted()).toEqual(Object.keys(modules));
  });
});
