/**
 * The contract fulfilled by the generated rule services of one party: rows are put into a real file by hand, each event is one of
 * its rules, and passes and visits go through the decision, since nobody keeps them as rows.
 * The file is opened for each question and closed again, so that nothing is remembered but what is stored.
 */
import { join } from "node:path";
import { Effect } from "effect";
import type { Instance } from "../../../models/language/interpret.ts";
import type { Lifecycle } from "../../../models/language/lifecycle.ts";
import type { PartyName } from "../../../models/language/rule.ts";
import { machineOf } from "../../../models/machines.ts";
import { presets } from "../../../models/policy.ts";
import { parties, rules } from "../../../models/system.ts";
import {
  SystemFault,
  type Answer,
  type Operation,
  type Standings,
  type SystemUnderTest,
  type Trial,
} from "../contract.ts";
import { putRow, rowIn } from "./rowsbyhand.ts";
import { withRules } from "./ruleservices.ts";

const fault = (operation: Operation, reason: SystemFault["reason"]) => (cause: unknown) =>
  new SystemFault({
    operation,
    reason,
    sentence: cause instanceof Error ? cause.message : String(cause),
  });

/** The lifecycle behind each name that the party's rules have for an instance. */
const machinesOf = (party: PartyName): ReadonlyMap<string, Lifecycle> => {
  const named = rules
    .filter((rule) => rule.party === party)
    .flatMap(({ instances }) => Object.entries(instances));
  return new Map(
    named.flatMap(([name, { machine: id }]) => {
      const machine = machineOf(id);
      return machine === undefined ? [] : [[name, machine] as const];
    }),
  );
};

const restOf = ({ initial: state, context: fields }: Lifecycle): Instance => ({ state, fields });

/** The rule services of all parties as a system under test. */
export function makeParties(folder: string): SystemUnderTest {
  const create: SystemUnderTest["create"] = Effect.fnUntraced(function* (subject, atMs) {
    const party = parties.find((one) => subject.kind === "party" && one === subject.party);
    if (subject.kind !== "party" || party === undefined)
      return yield* fault("create", "not-offered")("lifecycles are asked through their own services");
    // One file a party for all its trials: the rows that a rule asks for are put anew for each.
    const file = join(folder, `${party}.sqlite`);
    const policy = presets[subject.preset];
    const machines = machinesOf(party);
    const isRow = (name: string): boolean => machines.get(name)?.meta.keptAs === "row";
    let now = atMs;
    let passing: Standings = Object.fromEntries(
      Object.entries(subject.standings).filter(([name]) => !isRow(name)),
    );
    const put = Effect.sync(() => {
      for (const [name, instance] of Object.entries(subject.standings)) {
        const machine = machines.get(name);
        if (machine !== undefined && isRow(name)) putRow(file, machine, name, instance);
      }
    });
    yield* withRules(party, file, policy, () => put).pipe(Effect.mapError(fault("create", "failed")));
    const standing = (): Standings => {
      const rows = Object.keys(subject.standings).flatMap((name) => {
        const machine = machines.get(name);
        if (machine === undefined || !isRow(name)) return [];
        return [[name, rowIn(file, machine, name) ?? restOf(machine)] as const];
      });
      return { ...Object.fromEntries(rows), ...passing };
    };
    const trial: Trial = {
      advance: (toMs) => Effect.sync(() => void (now = toMs)),
      send: ({ type, given }) =>
        withRules(party, file, policy, (calls) => {
          const call = calls[type];
          return call === undefined
            ? Effect.die(new Error(`the ${party} has no rule ${type}`))
            : call(given, now, passing);
        }).pipe(
          Effect.map(({ told, refused, passedThrough }): Answer => {
            passing = { ...passing, ...passedThrough };
            return refused === "" ? { told } : { refused };
          }),
          Effect.mapError(fault("send", "failed")),
        ),
      read: Effect.sync(standing),
      // Rows are compared by reading them through a second connection, which `read` does already.
      check: () => Effect.succeed([]),
      dispose: Effect.void,
    };
    return trial;
  });
  return { name: "the rule services of the parties", create };
}
