// @vitest-environment jsdom
// The diagrams generated for pages that draw Mermaid: one a machine, and each read by Mermaid's own parser.
// What that parser understood is compared with the machine: every state, every arrow, and the number of each deadline.
// It wants a document around it, so this file, and no other of the house, runs in one.
import { Schema } from "effect";
import mermaid from "mermaid";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { evaluate } from "../../models/language/evaluate.ts";
import { refusalOf, setBy, transitionsOf, type Lifecycle } from "../../models/language/lifecycle.ts";
import { machines } from "../../models/machines.ts";
import { defaultPolicy } from "../../models/policy.ts";
import { midnight } from "../equal/instants.ts";

const folder = join("impl", "generated", "diagrams");
const textOf = (id: string) => readFileSync(join(folder, `${id}.mmd`), "utf8");
const eachMachine = machines.map((machine): readonly [string, Lifecycle] => [machine.id, machine]);

it("there is one diagram a machine", () => {
  expect(readdirSync(folder).toSorted()).toEqual(machines.map(({ id }) => `${id}.mmd`).toSorted());
});

const understood = Schema.decodeUnknownSync(Schema.Struct({ db: Schema.Unknown }));
const readArrows = Schema.decodeUnknownSync(
  Schema.Array(Schema.Struct({ id1: Schema.String, id2: Schema.String, relationTitle: Schema.String })),
);

/** Calls a method that Mermaid keeps from pages: there is no other way to what its parser understood. */
const called = (owner: unknown, method: string, ...given: readonly unknown[]): unknown => {
  const found: unknown = typeof owner === "object" && owner !== null ? Reflect.get(owner, method) : undefined;
  if (typeof found !== "function") throw new Error(`Mermaid has no ${method} here`);
  return Reflect.apply(found, owner, given);
};

/** The arrows as Mermaid understood them; it calls the two ends of a diagram root_start and root_end. */
async function arrowsOf(text: string) {
  await mermaid.parse(text);
  const { db } = understood(await called(Reflect.get(mermaid, "mermaidAPI"), "getDiagramFromText", text));
  return readArrows(called(db, "getRelations")).map(({ id1, id2, relationTitle }) => {
    return { from: id1, to: id2, says: relationTitle };
  });
}

const units: Readonly<Record<string, number>> = {
  second: 1_000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
};

/** "after 10 minutes or 3 days", in ms. */
const saidInMs = (says: string): readonly number[] =>
  says
    .replace(/^after /, "")
    .split(" or ")
    .map((part) => {
      const [, amount = "", unit = ""] = /^(\d+) (second|minute|hour|day)s?$/.exec(part) ?? [];
      return Number(amount) * (units[unit] ?? Number.NaN);
    });

/** How long a deadline can be away when it is set, at the start of a day, by evaluating what sets it. */
const awayInMs = (machine: Lifecycle, deadline: string): readonly number[] => {
  const longest = transitionsOf(machine).flatMap(({ trigger, transition }) => {
    const term = setBy(transition)[deadline];
    const brought = Object.entries(machine.meta.events[trigger.name]?.fields ?? {});
    return [null, midnight].flatMap((instant) => {
      const given = Object.fromEntries(brought.map(([name]) => [name, instant]));
      const around = { policy: defaultPolicy, now: midnight, fields: machine.context, given };
      const value = term === undefined ? null : evaluate(term, around);
      return typeof value === "number" && value > midnight ? [value - midnight] : [];
    });
  });
  return [...new Set(longest)];
};

describe.for(eachMachine)("the diagram of %s, as Mermaid reads it", ([id, machine]) => {
  const moves = transitionsOf(machine).filter(
    ({ transition }) => transition.target !== undefined && refusalOf(transition) === undefined,
  );
  const pair = (from: string, to: string) => `${from} -> ${to}`;
  const ends = Object.keys(machine.states).filter((state) => machine.states[state]?.type === "final");

  it("begins, ends and moves where the machine does", async () => {
    const arrows = await arrowsOf(textOf(id));
    expect(new Set(arrows.map(({ from, to }) => pair(from, to)))).toEqual(
      new Set([
        pair("root_start", machine.initial),
        ...moves.map(({ source, target }) => pair(source, target)),
        ...ends.map((state) => pair(state, "root_end")),
      ]),
    );
    const drawn = new Set(arrows.flatMap(({ from, to }) => [from, to]));
    expect(Object.keys(machine.states).filter((state) => !drawn.has(state))).toEqual([]);
  });

  it("says at each arrow the event, or how long the deadline was away when it was set", async () => {
    const arrows = (await arrowsOf(textOf(id))).filter(({ says }) => says !== "");
    const expected = moves.map(({ source, target, trigger }) => {
      const says =
        trigger.kind === "event" ? trigger.name : awayInMs(machine, trigger.name).toSorted().join();
      return `${pair(source, target)}: ${says}`;
    });
    const said = arrows.map(({ from, to, says }) => {
      const read = says.startsWith("after ") ? saidInMs(says).toSorted().join() : says;
      return `${pair(from, to)}: ${read}`;
    });
    expect(new Set(said)).toEqual(new Set(expected));
  });

  it.each([
    ["an arrow to nowhere", / --> \w+ : /, " --> : "],
    ["half an arrow", " --> ", " -> "],
    ["a state that is left open", "  [*] -->", "  state open {\n  [*] -->"],
    ["another kind of diagram", "stateDiagram-v2", "stateDiagram-v9"],
  ])("would not be read with %s in it", async (_, right, wrong) => {
    const mistaken = textOf(id).replace(right, wrong);
    expect(mistaken).not.toBe(textOf(id));
    await expect(mermaid.parse(mistaken)).rejects.toThrow(/Parse error|No diagram type/);
  });
});
