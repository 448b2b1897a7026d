// One person, pass, visit or case followed through a trace: the states that the law's machines come to, with every deadline at its instant.
// Everybody in the trace of a real simulation can be followed; a row that goes otherwise than the law is not.
import { describe, expect, it } from "vitest";
import { tellSteps } from "../../../../../../models/story/telling.ts";
import { follow } from "../../../../../../viz/atlas/page/views/play/following.ts";
import {
  isTrace,
  readTrace,
  traceKinds,
  type TraceFile,
  type TraceKind,
} from "../../../../../../viz/atlas/page/views/play/tracefile.ts";
import { simulateTown } from "../../../../../sim/trace/towntrace.ts";
import { lawHash } from "../../../../evidence.ts";
import { lines, traceOf } from "./tracetext.ts";

const traceIn = (text: string, hash = lawHash): TraceFile => {
  const read = readTrace(text, hash);
  if ("problem" in read) throw new Error(read.problem.en);
  return read.trace;
};

const statesOf = (text: string, kind: TraceKind, key: string): readonly string[] | undefined =>
  follow(traceIn(text), kind, key)?.played.happened.map(({ world }) =>
    Object.entries(world.instances)
      .map(([name, { state }]) => `${name} ${state}`)
      .join(", "),
  );

describe("following", () => {
  it("a person is from agreement to the end of the account", () => {
    expect(statesOf(traceOf(), "person", "7")).toEqual([
      "consent given, verification unverified",
      "consent given, verification challenged",
      "consent given, verification verified",
      "consent given, verification verified",
      "consent absent, verification verified",
      "consent absent, verification verified",
      "consent absent, verification erased",
    ]);
  });

  it("a visit is from the pass behind it to its erasure after four weeks, though a case had it", () => {
    expect(statesOf(traceOf(), "visit", "18444.0")).toEqual([
      "pass issued, visit absent",
      "pass accepted, visit recorded",
      "pass accepted, visit disclosed",
      "pass accepted, visit erased",
    ]);
    expect(statesOf(traceOf(), "pass", "0")).toEqual(statesOf(traceOf(), "visit", "18444.0"));
  });

  it("a case says what was refused and why", () => {
    const followed = follow(traceIn(traceOf()), "case", "c0");
    const told = followed === undefined ? [] : tellSteps(followed.story, followed.played, "en");
    expect(told[1]?.refused).toMatchObject({ code: "case-same-officer", clauses: ["C4"] });
    expect(told[1]?.time).toBe("3 July 2020 (Fri) 02:01:00");
  });

  it("is refused where a row is answered otherwise than the law answers, or cannot be read", () => {
    const otherwise = lines.map((line) => line.replace("!case-same-officer", "case.approved"));
    expect(statesOf(traceOf(otherwise), "case", "c0")).toBeUndefined();
    const unreadable = lines.map((line) => line.replace("\tc0\t1\t", "\tc0\tsomebody\t"));
    expect(statesOf(traceOf(unreadable), "case", "c0")).toBeUndefined();
    expect(statesOf(traceOf(), "person", "8")).toBeUndefined();
  });
});

describe("the trace of a simulation", () => {
  it("can be followed by everybody in it", { timeout: 120_000 }, async () => {
    const { lines: written } = await simulateTown();
    const text = written.join("\n");
    expect(isTrace(text)).toBe(true);
    const hash = /"modelHash":"([0-9a-f]+)"/.exec(written[0] ?? "")?.[1] ?? "";
    const trace = traceIn(text, hash);
    for (const kind of traceKinds) {
      const keys = [...trace.spoken[kind].keys()];
      expect(keys.length).toBeGreaterThan(1);
      expect(keys.filter((key) => follow(trace, kind, key) === undefined)).toEqual([]);
    }
  });
});
