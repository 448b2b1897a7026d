/**
 * The steps of a case, as two officers take them with keys of their own through the authority's API: each event of the law is what
 * they would ask, and the custodian and the issuer are asked by the authority because of it. Where a case is at none, a case that
 * nobody opened is asked for. It answers only the code of the refusal, or that all went well, and compares nothing.
 */
import { Effect } from "effect";
import type { Office } from "../../../impl/officer/office.ts";
import { approveCase, closeCase, denyCase, requestCase, shareCase } from "../../../impl/officer/steps.ts";
import { encodeCase, type CaseWindow } from "../../../impl/protocol/casetext.ts";
import { Problem } from "../../../impl/protocol/http/problem.ts";
import type { Happening } from "../../../models/language/interpret.ts";
import type { SettableClock } from "./settableclock.ts";

/** A case that was opened, or the one that nobody did. */
export interface OpenedCase {
  readonly caseId: string;
  readonly caseText: Uint8Array;
}

/** What the officers were answered: the code of a refusal, empty where all went well. */
export interface CaseReply {
  readonly code: string;
  readonly opened?: OpenedCase | undefined;
}

const nobodysId = "case-0";
export const nobodysCase: OpenedCase = {
  caseId: nobodysId,
  caseText: encodeCase({ caseId: nobodysId, ground: "investigation", requestedAtMs: 0, windows: [] }),
};

/** Whatever is no answer of the authority breaks the trial. */
const replied = <A, E extends { readonly message: string }>(step: Effect.Effect<A, E>) =>
  step.pipe(
    Effect.map((value) => ({ code: "", value })),
    Effect.catch((failure) =>
      failure instanceof Problem
        ? Effect.succeed({ code: failure.code, value: undefined })
        : Effect.die(failure),
    ),
  );

/** The names that the law has for officers. */
export const officerNames = ["first", "second"] as const;
export type OfficerName = (typeof officerNames)[number];

export const officerOf = (name: unknown): OfficerName => (name === "second" ? "second" : "first");

/** Two officers, who see the time of this clock. */
export const makeCaseSteps = (offices: Readonly<Record<OfficerName, Office>>, clock: SettableClock) => {
  const otherThan = (name: OfficerName): Office => offices[name === "first" ? "second" : "first"];
  const nameOf = (number: number | null): OfficerName | null =>
    officerNames.find((name) => offices[name].officer.officer === number) ?? null;

  /** Takes the step of this event in a case that these two officers have opened or not. */
  const take = Effect.fnUntraced(function* (
    { type, given }: Happening,
    { caseId, caseText }: OpenedCase,
    requester: OfficerName,
    windows: readonly CaseWindow[],
  ): Effect.fn.Return<CaseReply | undefined> {
    const asking = offices[requester];
    const named = offices[officerOf(given["officer"])];
    switch (type) {
      case "case.requested": {
        const ground = given["ground"] === "investigation" ? "investigation" : "none";
        const { code, value } = yield* replied(requestCase(named, { ground, windows }));
        return { code, opened: value };
      }
      case "case.approved":
        return yield* replied(approveCase(named, caseId, { caseText, atMs: clock.now() }));
      case "case.denied":
        return yield* replied(denyCase(named, caseId, "need-not-shown"));
      case "case.released":
        return yield* replied(asking.ask(asking.cases.release({ params: { id: caseId } })));
      case "case.answered": {
        // Without a share it is only tried whether enough of them have been given: enough for no record at all.
        const nothing = { params: { id: caseId }, payload: { shares: [] } };
        const tried = yield* replied(asking.ask(asking.cases.shares(nothing)));
        if (tried.code !== "" || tried.value?.waitingFor.length === 0) return tried;
        const first = yield* replied(shareCase(asking, caseId));
        return first.code === "" ? yield* replied(shareCase(otherThan(requester), caseId)) : first;
      }
      case "case.closed":
        return yield* replied(closeCase(asking, caseId));
      default:
        return undefined;
    }
  });

  return {
    nameOf,
    take: (...step: Parameters<typeof take>) => Effect.provide(take(...step), clock.layer),
    /** The case as the authority shows it to its officer; nothing where there is none. */
    view: ({ caseId }: OpenedCase, requester: OfficerName) =>
      Effect.map(
        replied(offices[requester].ask(offices[requester].cases.read({ params: { id: caseId } }))),
        ({ value }) => value,
      ).pipe(Effect.provide(clock.layer)),
  };
};

export type CaseSteps = ReturnType<typeof makeCaseSteps>;
