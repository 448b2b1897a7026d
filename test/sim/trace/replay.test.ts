// A trace is replayed whole or refused with its place: every way of tampering is noticed by its sums, and what matters to the law by
// the law too, when somebody makes the sums anew. A right trace gives the observations that the properties judge.
import { appendFileSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { Effect, Result } from "effect";
import { beforeEach, describe, expect, it } from "vitest";
import type { Observation } from "../../../models/observations.ts";
import { makeReplay } from "../../../sim/trace/replay.ts";
import { replayFile } from "../../../sim/trace/replayfile.ts";
import { header, tellStory, type Told } from "./story.ts";
import { changed, doubled, dropped, faultIn, placeOf, summedAnew, swapped } from "./tampering.ts";
import { day, noon, second, today } from "./tellers.ts";

let lines: readonly string[] = [];
beforeEach(async () => {
  // Told once; its folder goes with the first test, and its lines stay.
  if (lines.length === 0) ({ lines } = await tellStory());
});

describe("a right trace", () => {
  it("is replayed whole, and says what was seen", () => {
    const seen: Observation[] = [];
    const replay = makeReplay({ modelHash: "models", sees: (each) => void seen.push(each) });
    expect(lines.flatMap((line) => replay.feed(line) ?? [])).toEqual([]);
    expect(replay.end()).toBeUndefined();
    expect(replay.header()).toEqual(header);
    expect(replay.lines()).toBe(lines.length - 2);
    const kinds = Object.entries(Object.groupBy(seen, ({ kind }) => kind)).map(([kind, of]) => [
      kind,
      of.length,
    ]);
    expect(Object.fromEntries(kinds)).toEqual({
      dayOpened: 2,
      passIssued: 3,
      visitStored: 3,
      visitReleased: 1,
      released: 1,
      caseApproved: 1,
      answered: 1,
      answerKept: 1,
      withdrawn: 1,
    });
    expect(seen.find(({ kind }) => kind === "passIssued")).toEqual({
      kind: "passIssued",
      at: noon + 3 * second,
      crisis: "active",
      consent: "given",
      consentVersion: 1,
      consentGivenAt: noon,
      verification: "verified",
      verifiedUntil: noon + 2 * second + 30 * day,
      withdrawnAt: null,
    });
    expect(seen.findLast(({ kind }) => kind === "visitStored")).toEqual({
      kind: "visitStored",
      at: noon + 600 * second,
      pass: 2,
      crisis: "active",
      late: true,
      scannedAt: noon + 9 * second,
      passIssuedAt: noon + 5 * second,
      eraseAt: noon - day / 2 + 28 * day,
    });
    expect(seen.find(({ kind }) => kind === "withdrawn")).toMatchObject({
      consent: "absent",
      verification: "erased",
    });
  });

  it("of other models is not taken for one of these", () => {
    const replay = makeReplay({ modelHash: "others", sees: () => undefined });
    expect(replay.feed(lines[0] ?? "")?.line).toBe(1);
    expect(replay.end()?.sentence).toContain("models");
  });
});

describe("tampering with the sums as they were is noticed at its line", () => {
  const cases: readonly (readonly [string, (of: readonly string[], place: number) => readonly string[]])[] = [
    ["dropped", dropped],
    ["doubled", (of, place) => doubled(of, place)],
    ["swapped with the next", swapped],
    ["altered", (of, place) => changed(of, place, "\t", "\t0")],
  ];

  it.each(cases)("every line of the trace, %s", (_what, tamper) => {
    for (let place = 0; place < lines.length - 1; place += 1) {
      const line = faultIn(tamper(lines, place))?.line ?? 0;
      // A second copy is right up to itself; everything else is wrong where it begins.
      expect([place + 1, place + 2]).toContain(line);
    }
  });

  it("cut short anywhere", () => {
    for (let length = 0; length < lines.length; length += 1)
      expect(faultIn(lines.slice(0, length))).toEqual({
        line: length + 1,
        sentence: "The trace breaks off: its last line is missing.",
      });
  });

  it("something behind its end", () => {
    expect(faultIn(summedAnew([...lines, lines[1] ?? ""]))).toMatchObject({
      line: lines.length + 1,
      sentence: "Something stands behind the last line.",
    });
  });
});

describe("tampering with the sums made anew is noticed by the law", () => {
  const faultAt = (tampered: readonly string[]) => faultIn(summedAnew(tampered));
  const at = (part: string) => placeOf(lines, part);

  it("an untouched trace passes with new sums", () => {
    expect(summedAnew(lines)).toEqual(lines);
    expect(faultAt(lines)).toBeUndefined();
  });

  it("consent dropped: the code is refused", () => {
    expect(faultAt(dropped(lines, at("issuer.agree")))).toMatchObject({
      line: at("issuer.sendCode"),
      at: noon,
      rule: "issuer.sendCode",
      sentence:
        'The law answers "!consent-required" to issuer.sendCode here, and the trace says "code.sent".',
    });
  });

  it("a stored scan doubled: it is a replay", () => {
    const place = at("custodian.record\tcountry,1");
    expect(faultAt(doubled(lines, place))).toMatchObject({
      line: place + 2,
      sentence:
        'The law answers "!pass-replayed" to custodian.record here, and the trace says "pass.accepted".',
    });
  });

  it("code typed before it was sent", () => {
    expect(faultAt(swapped(lines, at("issuer.sendCode")))?.sentence).toContain("!code-not-sent");
  });

  it("a request moved back in time", () => {
    const place = at("issuer.issue\tcountry,1,1,1");
    const fault = faultAt(changed(lines, place, String(noon + 4 * second), String(noon + second)));
    expect(fault?.line).toBe(place + 1);
    expect(fault?.sentence).toContain("Time goes back");
  });

  it("a request moved on in time, past the ten minutes of consent", () => {
    const place = at("issuer.issue\tcountry,1,1,2");
    const fault = faultAt(changed(lines, place, String(noon + 5 * second), String(noon + 600 * second)));
    expect(fault).toMatchObject({
      line: place + 1,
      sentence: 'The law answers "!consent-required" to issuer.issue here, and the trace says ".".',
    });
  });

  it("an answer altered", () => {
    const place = at("!pass-replayed");
    expect(faultAt(changed(lines, place, "!pass-replayed", "!pass-expired"))?.line).toBe(place + 1);
  });

  it.each([
    [
      "the time of a pass",
      "custodian.record\tcountry,1",
      String(noon + 4 * second),
      String(noon + 5 * second),
    ],
    ["the name of a pass", "issuer.issue\tcountry,1,1,1", "country,1,1,1", "country,1,1,7"],
    ["a pass never issued", "custodian.record\tcountry,1", "country,1,", "country,9,"],
    ["a stranger's pass", "custodian.record\tcountry,1", "country,1,", "country,x9,"],
    ["a visit that is there", "custodian.record\tcountry,1", `${String(today)}.1`, `${String(today)}.0`],
    ["officers of a release", "custodian.release", "\t2,1,1", "\t1,1,1"],
    ["the officer who approves", "case.approved", "\t2\t", "\t1\t"],
    ["a fact too few", "issuer.answer", "1,2,1,0,1,", "1,2,1,0,"],
    ["a fact that is no number", "issuer.answer", "1,2,1,0,1,", "1,2,x,0,1,"],
    ["a flag that is none", "custodian.record\tcountry,1", "\t1,1,1,1", "\t2,1,1,1"],
    ["a rule that is none", "issuer.agree", "issuer.agree", "issuer.agrees"],
    ["keys too few", "issuer.agree", "country,1", "country"],
  ])("%s", (_what, line, from, to) => {
    expect(faultAt(changed(lines, at(line), from, to))?.line).toBe(at(line) + 1);
  });

  it("a day erased before its end, and an observation that is none", async () => {
    const erased = { kind: "dayErased", party: "custodian", day: today, records: 3 } as const;
    const end = noon - day / 2 + 28 * day;
    const early = await tellStory({ more: [{ ...erased, at: end - 1 }] });
    expect(faultIn(early.lines)?.sentence).toContain("before its end");
    const due = await tellStory({ more: [{ ...erased, at: end }] });
    expect(faultIn(due.lines)).toBeUndefined();
    const place = placeOf(due.lines, "dayErased");
    expect(faultAt(changed(due.lines, place, "dayErased", "dayEased"))?.line).toBe(due.lines.length - 1);
    expect(faultIn(summedAnew(changed(due.lines, place, "dayErased", "dayEased")))?.line).toBe(place + 1);
  });
});

describe("a trace file", () => {
  const replayed = ({ file }: Told) =>
    Effect.runPromise(Effect.result(replayFile({ file, sees: () => undefined })));

  it("is replayed with the hash of its bytes", async () => {
    const told = await tellStory();
    const done = await replayed(told);
    expect(Result.isSuccess(done) && done.success).toEqual({ ...told.end, header });
  });

  it("cut off in the middle of a line, grown, or emptied is refused with its line", async () => {
    const told = await tellStory();
    const whole = readFileSync(told.file);
    const count = told.lines.length;
    const lineOf = async () => {
      const done = await replayed(told);
      return Result.isFailure(done) ? done.failure.line : 0;
    };
    truncateSync(told.file, whole.length - 20);
    expect(await lineOf()).toBe(count - 1);
    writeFileSync(told.file, whole);
    appendFileSync(told.file, "more");
    expect(await lineOf()).toBe(count + 1);
    writeFileSync(told.file, "");
    expect(await lineOf()).toBe(1);
  });

  it("that is not there is refused with a sentence", async () => {
    const told = await tellStory();
    const done = await replayed({ ...told, file: `${told.file}.not` });
    expect(Result.isFailure(done) && done.failure.sentence).toContain("cannot be read");
  });
});
