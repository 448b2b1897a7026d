// Every case of passes and visits, against the generated rules of issuer and custodian over real files; no service keeps them.
// What only a phone decides, and no service, is left out, and nothing else is.
import { Effect } from "effect";
import { expect, it } from "vitest";
import { transitionsOf } from "../../models/language/lifecycle.ts";
import { pass } from "../../models/pass.ts";
import { visit } from "../../models/visit.ts";
import { lifecycleCases } from "../../sim/conform/cases/lifecyclecases.ts";
import { covering } from "../covering.ts";
import { freshFolder } from "../impl/store/freshfolder.ts";
import { conforming, isOneCaseOnly } from "./allcases.ts";
import { makeTokens } from "../../sim/conform/parties/tokensystem.ts";

const cover = covering(import.meta.url);

it.for([pass, visit].map((machine) => [machine.id, machine] as const))(
  "a %s conforms",
  async ([, machine]) => {
    const { cases } = lifecycleCases(machine);
    const ofThePhone = cases.filter(({ steps }) =>
      steps.some(({ event }) => event?.type === "pass.presented"),
    );
    const { passed, notOffered } = await conforming(
      "tokens.test.ts",
      Effect.succeed(makeTokens(freshFolder())),
      cases,
      cover.living,
    );
    if (isOneCaseOnly) return;
    expect(notOffered.map(({ caseId }) => caseId).toSorted()).toEqual(
      ofThePhone.map(({ id }) => id).toSorted(),
    );
    expect(passed).toHaveLength(cases.length - ofThePhone.length);
    const driven = new Set(cases.filter(({ id }) => passed.includes(id)).flatMap(({ covers }) => covers));
    const left = transitionsOf(machine).filter(({ id }) => !driven.has(id));
    expect(left.filter(({ trigger }) => trigger.name !== "pass.presented")).toEqual([]);
  },
);
