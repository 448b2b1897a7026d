/**
 * The contract fulfilled, for passes and visits, by the generated rules of issuer and custodian over real files: no service keeps
 * them, they are decided as they pass through. Everything beside them is as it must be for the machine alone to answer:
 * collection goes on, the person may have a pass, signatures are good. What only a phone decides is not offered.
 */
import { join } from "node:path";
import { Effect } from "effect";
import type { Instances } from "../../../models/language/decide.ts";
import type { Happening, Instance } from "../../../models/language/interpret.ts";
import { machineOf } from "../../../models/machines.ts";
import { millisecondsADay, presets, type Policy } from "../../../models/policy.ts";
import { SystemFault, type Operation, type SystemUnderTest, type Trial } from "../contract.ts";
import { goodScan } from "../../goodscan.ts";
import { amountOf, flagOf } from "./given.ts";
import { putRow } from "./rowsbyhand.ts";
import { withRules } from "./ruleservices.ts";

const fault = (operation: Operation, reason: SystemFault["reason"], sentence: string): SystemFault =>
  new SystemFault({ operation, reason, sentence });

interface Asked {
  readonly rule: string;
  readonly given: Happening["given"];
  readonly beside: Instances;
}

/** What the machine tells by an event that is not the first step of its rule. */
const ownWords: Readonly<Record<string, string>> = {
  "pass.issued": "pass.shown",
  "visit.recorded": "visit.stored",
};

const atRest = (id: string): Instance => {
  const machine = machineOf(id);
  return { state: machine?.initial ?? "", fields: machine?.context ?? {} };
};

/** A pass that is alive whatever the instant. */
export const alive = (now: number): Instance => ({
  state: "issued",
  fields: { issuedAt: now, shownUntil: now + 15_000, expiresAt: now + 17_000 },
});

/** The rule by which a service takes the event; whoever only looks is refused before anything but time has done its work. */
const askedBy = (machine: string, event: Happening | undefined, now: number): Asked | undefined => {
  const beside = machine === "pass" ? { visit: atRest("visit") } : { pass: alive(now) };
  const scan = goodScan(now, now);
  if (event === undefined) return { rule: "custodian.record", given: { ...scan, wellFormed: false }, beside };
  switch (event.type) {
    case "pass.issued":
      return { rule: "issuer.issue", given: { passesLastMinute: 0 }, beside: {} };
    case "pass.scanned":
      return { rule: "custodian.record", given: scan, beside };
    case "visit.recorded":
      return {
        rule: flagOf(event.given, "late") ? "custodian.recordLate" : "custodian.record",
        given: { ...scan, passIssuedAt: amountOf(event.given, "passIssuedAt") },
        beside,
      };
    case "visit.released":
      return { rule: "custodian.releaseVisit", given: {}, beside: {} };
    default:
      return undefined;
  }
};

/** A country that collects, at both parties, and a person who may have a pass. */
const prepare = (party: "issuer" | "custodian", file: string, policy: Policy, atMs: number): void => {
  const put = (id: string, state: string, fields: Instance["fields"]): void => {
    const machine = machineOf(id);
    if (machine !== undefined)
      putRow(file, machine, id, { state, fields: { ...machine.context, ...fields } });
  };
  put("crisis", "active", { level: "serious" });
  if (party === "custodian") return;
  const muchLater = atMs + 100 * millisecondsADay;
  put("consent", "given", { noticeVersion: policy.constants["noticeVersion"] ?? null, givenAt: atMs });
  put("verification", "verified", { verifiedUntil: muchLater, accountEndsAt: muchLater });
};

/** Passes and visits at issuer and custodian as a system under test. */
export function makeTokens(folder: string): SystemUnderTest {
  let trials = 0;
  const create: SystemUnderTest["create"] = Effect.fnUntraced(function* (subject, atMs) {
    const id = subject.kind === "lifecycle" ? subject.machine : "";
    if (id !== "pass" && id !== "visit")
      return yield* fault("create", "not-offered", "only passes and visits go through decisions");
    trials += 1;
    const policy = presets[subject.preset];
    let now = atMs;
    let standing = atRest(id);
    const ask = ({ rule, given, beside }: Asked) => {
      const party = rule.startsWith("issuer.") ? ("issuer" as const) : ("custodian" as const);
      const file = join(folder, `${id}-${trials}-${party}.sqlite`);
      return withRules(party, file, policy, (calls) => {
        prepare(party, file, policy, atMs);
        const call = calls[rule];
        return call === undefined
          ? Effect.die(new Error(`${rule} is no method`))
          : call(given, now, { ...beside, [id]: standing });
      }).pipe(
        Effect.map(({ told, refused, passedThrough }) => {
          standing = passedThrough[id] ?? standing;
          return { told, refused };
        }),
        Effect.mapError(({ message }) => fault("send", "failed", message)),
      );
    };
    /** Lets what is due fire. */
    const look = Effect.suspend(() => {
      const looking = askedBy(id, undefined, now);
      return looking === undefined ? Effect.void : Effect.asVoid(ask(looking));
    });
    const trial: Trial = {
      advance: (toMs) => Effect.sync(() => void (now = toMs)),
      send: Effect.fnUntraced(function* (event) {
        const asked = askedBy(id, event, now);
        if (asked === undefined)
          return yield* fault("send", "not-offered", "showing a pass is between the phone and its screen");
        yield* look;
        const before = standing.state;
        const { told, refused } = yield* ask(asked);
        if (refused !== "") return { refused };
        // These rules tell what became of something beside; what stays where it was, was not allowed.
        const besides = ownWords[event.type];
        if (besides === undefined) return { told };
        return standing.state === before ? { refused: "not-allowed" } : { told: besides };
      }),
      read: Effect.map(look, () => ({ [id]: standing })),
      check: () => Effect.succeed([]),
      dispose: Effect.void,
    };
    return trial;
  });
  return { name: "passes and visits at issuer and custodian", create };
}
