// @vitest-environment jsdom
// The lifecycles as W3C SCXML: Qt's compiler takes every file, and refuses it with a mistake in it.
// Read back by an XML parser, each says the same as the models: states, transitions in order, what is set, told and refused.
// What the conditions mean is tried in scxmlmeaning.test.ts, and that Qt's engine lives them alike in scxmlengine.test.ts.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { printScxml } from "../../../impl/generate/scxml.ts";
import {
  refusalOf,
  setBy,
  toldBy,
  transitionsOf,
  type Lifecycle,
} from "../../../models/language/lifecycle.ts";
import { machines } from "../../../models/machines.ts";
import { withTool } from "../../with-tool.ts";
import { readScxml } from "./scxmlread.ts";

const folder = join("impl", "generated", "scxml");
const textOf = (id: string) => readFileSync(join(folder, `${id}.scxml`), "utf8");
const eachMachine = machines.map((machine): readonly [string, Lifecycle] => [machine.id, machine]);

it("there is one file a machine", () => {
  expect(readdirSync(folder).toSorted()).toEqual(machines.map(({ id }) => `${id}.scxml`).toSorted());
});

describe.for(eachMachine)("%s, read back", ([id, machine]) => {
  const read = readScxml(textOf(id));

  it("is what the printer prints, below the stamp", () => {
    const [stamp = "", ...lines] = textOf(id).split("\n");
    expect(stamp).toMatch(/^<!-- Generated from models\/ .* -->$/);
    expect(lines.join("\n")).toBe(printScxml(machine));
  });

  it("has the states, the start and the ends of the machine", () => {
    expect(read).toMatchObject({ name: id, initial: machine.initial, datamodel: "ecmascript" });
    expect(read.states).toEqual(
      Object.entries(machine.states).map(([name, state]) => ({ id: name, final: state.type === "final" })),
    );
  });

  it("has its transitions: source, trigger, target and effects, the alternatives in order", () => {
    const expected = transitionsOf(machine).map(({ source, trigger, transition }) => {
      const [told, refused] = [toldBy(transition), refusalOf(transition)];
      return {
        source,
        event: trigger.kind === "deadline" ? `deadline.${trigger.name}` : trigger.name,
        guarded: trigger.kind === "deadline" || transition.guard !== undefined,
        target: transition.target,
        sets: Object.keys(setBy(transition)),
        sends: [
          ...(told === undefined ? [] : [`told.${told}`]),
          ...(refused === undefined ? [] : [`refused.${refused}`]),
        ],
      };
    });
    const found = read.transitions.map(({ source, event, cond, target, assigns, sends }) => {
      return {
        source,
        event,
        guarded: cond !== undefined,
        target,
        sets: assigns.map(({ location }) => location),
        sends,
      };
    });
    expect(found).toEqual(expected);
  });

  it("keeps every field of the context, and gives every id once, as XML and ECMAScript want it", () => {
    const data = read.data.map(({ id: name }) => name);
    expect(data).toEqual(expect.arrayContaining(Object.keys(machine.context)));
    const ids = [...data, ...read.states.map(({ id: name }) => name)];
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((name) => !/^[A-Za-z_]\w*$/.test(name))).toEqual([]);
  });

  it("has no event that answers to another one's name, and none that is its own answer", () => {
    // In SCXML `case` would also answer to `case.closed`.
    const heard = [...new Set(read.transitions.map(({ event }) => event))];
    const sent = read.transitions.flatMap(({ sends }) => sends);
    const caught = heard.filter((name) => [...heard, ...sent].some((other) => other.startsWith(`${name}.`)));
    expect(caught).toEqual([]);
    expect(heard.filter((name) => sent.includes(name))).toEqual([]);
  });

  it("has no event that brings a field called now, which is the instant of the decision", () => {
    expect(Object.values(machine.meta.events).filter(({ fields }) => "now" in fields)).toEqual([]);
  });
});

withTool("qscxmlc", "what Qt's compiler says", (qscxmlc) => {
  const scratch = mkdtempSync(join(tmpdir(), "entrylog-scxml-"));
  afterAll(() => {
    rmSync(scratch, { recursive: true, force: true });
  });

  const compile = (name: string, text: string) => {
    writeFileSync(join(scratch, `${name}.scxml`), text);
    const call = [join(scratch, `${name}.scxml`), "--output", join(scratch, name), "--classname", "Exported"];
    const { status, stderr } = spawnSync(qscxmlc, call, { encoding: "utf8" });
    return { accepted: status === 0, stderr, written: existsSync(join(scratch, `${name}.cpp`)) };
  };

  it.for(eachMachine)("it takes %s", ([id, machine]) => {
    expect(compile(id, textOf(id))).toEqual({ accepted: true, stderr: "", written: true });
    const compiled = readFileSync(join(scratch, `${id}.cpp`), "utf8");
    expect(Object.keys(machine.states).filter((state) => !compiled.includes(state))).toEqual([]);
  });

  /** A mistake of each kind, made in the file of the visit, and what Qt says to it. */
  const mistakes: readonly (readonly [kind: string, right: string, wrong: string, told: RegExp])[] = [
    [
      "a target that is no state",
      'target="disclosed"',
      'target="nowhere"',
      /unknown state 'nowhere' in target/,
    ],
    [
      "a start that is no state",
      'initial="absent"',
      'initial="nowhere"',
      /initial state 'nowhere' not found/,
    ],
    ["a state that stands twice", 'id="disclosed"', 'id="recorded"', /duplicate id 'recorded'/],
    ["a state that is no XML id", 'id="disclosed"', 'id="laid open"', /'laid open' is not a valid XML ID/],
    ["a condition that is not closed", 'cond="eraseAt', "cond=eraseAt", /Error parsing SCXML file/],
    ["a condition under another name", " cond=", " condition=", /Unexpected attribute 'condition'/],
    ["an update of nothing", ' location="late"', "", /Missing required attributes: 'location'/],
    ["an element that SCXML does not know", "<send ", "<tell ", /Unknown element tell/],
    ["another data model", '"ecmascript"', '"promela"', /Unsupported data model 'promela'/],
  ];

  it.for(mistakes)("it refuses %s", ([kind, right, wrong, told]) => {
    const text = textOf("visit");
    expect(text).toContain(right);
    const { accepted, stderr, written } = compile(kind.replaceAll(" ", "-"), text.replace(right, wrong));
    expect(stderr).toMatch(told);
    expect({ accepted, written }).toEqual({ accepted: false, written: false });
  });
});
