// A pass is a token and a visit a row of a day's partition: no lifecycle service keeps them, the rules of issuer and custodian
// decide them as they pass through. The paths of `@xstate/test` and the timed stories drive both through the generated
// IssuerRules and CustodianRules over real files, and both sides of each of their deadlines are met.
// What only a phone decides, and no service, is listed.
import { join } from "node:path";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { interpret, nextDeadline, type Happening, type Instance } from "../../models/language/interpret.ts";
import type { Instances } from "../../models/language/decide.ts";
import { transitionsOf, type Lifecycle } from "../../models/language/lifecycle.ts";
import { machineOf } from "../../models/machines.ts";
import { pass } from "../../models/pass.ts";
import { presets, type PresetName } from "../../models/policy.ts";
import { visit } from "../../models/visit.ts";
import { beginning, type StoryStep } from "../equal/stories.ts";
import { covering } from "../covering.ts";
import { freshFolder } from "../impl/store/freshfolder.ts";
import { amountOf, flagOf } from "../../sim/conform/parties/given.ts";
import { putRow } from "../../sim/conform/parties/rowsbyhand.ts";
import type { RuleCalls } from "../../sim/conform/parties/rulecalls.ts";
import { withRules } from "../../sim/conform/parties/ruleservices.ts";
import { alive } from "../../sim/conform/parties/tokensystem.ts";
import { goodScan } from "../../sim/goodscan.ts";
import { talesOf, type Tale } from "./timedpaths.ts";

/** Showing a pass is between the phone and its screen; the phone's own tests show it. */
const ofThePhone = transitionsOf(pass)
  .filter(({ trigger }) => trigger.name === "pass.presented")
  .map(({ id }) => id);

/** The custodian asks that a pass was issued before its scan, which the visit alone does not. */
const admits = ({ now, event }: StoryStep): boolean =>
  event?.type !== "visit.recorded" || amountOf(event.given, "passIssuedAt") <= now;

/** One clock cannot tell this story: the custodian's is 2,001 ms behind the issuer's. */
const byTwoClocks: Tale = {
  says: "a pass from the future",
  preset: "2020-07",
  steps: [
    { now: beginning + 2_001, event: { type: "pass.issued", given: {} } },
    { now: beginning, event: { type: "pass.scanned", given: {} } },
  ],
};

const talesBy: readonly (readonly [Lifecycle, readonly Tale[]])[] = [
  [pass, [...talesOf(pass).tales, byTwoClocks]],
  [visit, talesOf(visit, admits).tales],
];

const cover = covering(import.meta.url);

const atRest = ({ initial: state, context: fields }: Lifecycle): Instance => ({ state, fields });

interface Asked {
  readonly rule: string;
  readonly given: Happening["given"];
  readonly beside: Instances;
}

/** The rule by which a service takes the event; where nothing is sent, whoever asks next lets the deadline fire. */
const askedBy = ({ id }: Lifecycle, event: Happening | undefined, now: number): Asked => {
  const scan = goodScan(now, now);
  if (event?.type === "pass.issued")
    return { rule: "issuer.issue", given: { passesLastMinute: 0 }, beside: {} };
  if (id === "pass") return { rule: "custodian.record", given: scan, beside: { visit: atRest(visit) } };
  if (event?.type !== "visit.recorded") return { rule: "custodian.releaseVisit", given: {}, beside: {} };
  return {
    rule: flagOf(event.given, "late") ? "custodian.recordLate" : "custodian.record",
    given: { ...scan, passIssuedAt: amountOf(event.given, "passIssuedAt") },
    beside: { pass: alive(now) },
  };
};

const sentFor = ({ id }: Lifecycle, event: Happening | undefined): Happening =>
  event ?? { type: id === "pass" ? "pass.scanned" : "visit.released", given: {} };

/** A person who may have a pass, and a country that collects, at both parties. */
const prepare = (issuer: string, custodian: string, preset: PresetName): void => {
  const put = (file: string, id: string, state: string, fields: Instance["fields"]): void => {
    const machine = machineOf(id);
    if (machine === undefined) throw new Error(`there is no ${id}`);
    putRow(file, machine, id, { state, fields: { ...machine.context, ...fields } });
  };
  for (const file of [issuer, custodian]) put(file, "crisis", "active", { level: "serious" });
  const version = presets[preset].constants["noticeVersion"] ?? null;
  put(issuer, "consent", "given", { noticeVersion: version, givenAt: beginning });
  const later = beginning + 100 * 86_400_000;
  put(issuer, "verification", "verified", { verifiedUntil: later, accountEndsAt: later });
};

const walk = (machine: Lifecycle, { preset, steps }: Tale, driven: Set<string>, bothSides: Set<string>) => {
  const folder = freshFolder();
  const files = { issuer: join(folder, "issuer.sqlite"), custodian: join(folder, "custodian.sqlite") };
  const policy = presets[preset];
  const told = Effect.fnUntraced(function* (calls: RuleCalls) {
    let standing = atRest(machine);
    const life = cover.living();
    const step = Effect.fnUntraced(function* (event: Happening | undefined, now: number) {
      const { rule, given, beside } = askedBy(machine, event, now);
      const foreseen = interpret(machine, policy, standing, sentFor(machine, event), now);
      const call = calls[rule];
      if (call === undefined) return yield* Effect.die(new Error(`${rule} is no method`));
      const answer = yield* call(given, now, { ...beside, [machine.id]: standing });
      expect(answer.refused).toBe(foreseen.own?.refused ?? "not-allowed");
      expect(answer.passedThrough[machine.id]).toEqual(foreseen.instance);
      standing = foreseen.instance;
      const taken = foreseen.taken.map(({ transition }) => transition);
      for (const transition of taken) driven.add(transition);
      return taken;
    });
    /** Nothing of the instance is stored here, so the deadline can be met and forgotten again. */
    const meetDeadline = Effect.fnUntraced(function* () {
      const before = standing;
      const at = nextDeadline(machine, before)?.at;
      if (at === undefined) return;
      const { taken } = interpret(machine, policy, before, undefined, at);
      const fired = taken.map(({ transition }) => transition);
      expect(yield* step(undefined, at - 1)).not.toContain(fired[0]);
      standing = before;
      expect(yield* step(undefined, at)).toContain(fired[0]);
      standing = before;
      for (const id of fired) bothSides.add(id);
    });
    for (const { now, event } of steps) {
      if (event?.type === "pass.presented") continue;
      life(yield* step(event, now));
      yield* meetDeadline();
    }
  });
  return Effect.runPromise(
    withRules("issuer", files.issuer, policy, (issuer) =>
      withRules("custodian", files.custodian, policy, (custodian) => {
        prepare(files.issuer, files.custodian, preset);
        return told({ ...issuer, ...custodian });
      }),
    ),
  );
};

describe.for(talesBy.map(([machine, tales]) => ({ id: machine.id, machine, tales })))(
  "a $id",
  ({ machine, tales }) => {
    it("goes through every transition that a service decides", async () => {
      const driven = new Set<string>();
      const bothSides = new Set<string>();
      for (const tale of tales) {
        await walk(machine, tale, driven, bothSides).catch((cause: unknown) => {
          throw new Error(`${machine.id}, under ${tale.preset}: ${tale.says}`, { cause });
        });
      }
      const placed = transitionsOf(machine);
      const left = placed.filter(({ id }) => !driven.has(id)).map(({ id }) => id);
      expect(left).toEqual(ofThePhone.filter((id) => id.startsWith(`${machine.id}:`)));
      const deadlines = placed.filter(({ trigger }) => trigger.kind === "deadline").map(({ id }) => id);
      expect(deadlines.filter((id) => !bothSides.has(id))).toEqual([]);
    });
  },
);
