// The report as a text: a pure function of run.json, small, with every part in both languages and none of what the run does not know.
// The verdict is the worst that there is to say; every chart has the same as a table.
import { readFileSync } from "node:fs";
import { parseHTML } from "linkedom";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Run } from "../../../sim/results/run.ts";
import type { RunReported } from "../../../viz/report/form.ts";
import { reportPage } from "../../../viz/report/page.ts";
import { verdictOn } from "../../../viz/report/verdict.ts";
import { voiceIn } from "../../../viz/report/words/words.ts";
import { entrylog } from "../../sim/processes.ts";
import { makeScratch } from "../../sim/scratch.ts";
import { asReported, smallRun, withAll } from "./runs.ts";

const scratch = makeScratch();
let real: Run;
let run: RunReported;
let all: RunReported;
beforeAll(async () => {
  real = await smallRun(scratch);
  run = await asReported(real);
  all = await asReported(withAll(real));
});

const partsOf = (page: string, language: string): readonly (string | null)[] =>
  [...parseHTML(page).document.querySelectorAll(`[data-sheet="${language}"] [data-part]`)].map((part) =>
    part.getAttribute("data-part"),
  );

describe("the report", () => {
  it("is the same for the same run, wherever it is drawn, and another for another run or language", async () => {
    const page = reportPage(run, "en");
    expect(reportPage(run, "en") === page).toBe(true);
    expect(reportPage(run, "ko") === page).toBe(false);
    expect(reportPage({ ...run, refusals: {} }, "en") === page).toBe(false);
    vi.stubEnv("TZ", "America/New_York");
    vi.stubEnv("LANG", "ko_KR.UTF-8");
    const drawn = await entrylog("report", scratch.path("run"), "--out", scratch.path("elsewhere.html"));
    expect(drawn).toMatchObject({ status: 0, stderr: "" });
    expect(drawn.stdout).toMatch(/^The report is in .*elsewhere\.html \(\d+ KiB\)\n$/);
    vi.unstubAllEnvs();
    expect(readFileSync(scratch.path("elsewhere.html"), "utf8") === page).toBe(true);
  });

  it("has every part in both languages, in the order in which it is read, and is below 500 kB", () => {
    const page = reportPage(all, "en");
    const inOrder = [
      "promises",
      "thresholds",
      "works",
      "day",
      "refusals",
      "queue",
      "records",
      "outbreak",
      "retention",
      "knowledge",
      "coverage",
      "calibration",
      "faults",
      "provenance",
    ];
    expect(partsOf(page, "en")).toEqual(inOrder);
    expect(partsOf(page, "ko")).toEqual(inOrder);
    expect(Buffer.byteLength(page)).toBeLessThan(500_000);
    const told = parseHTML(page).document.querySelectorAll("main");
    const broken = [...told].flatMap(
      ({ outerHTML }) => /NaN|undefined|Infinity|\[object/.exec(outerHTML) ?? [],
    );
    expect(broken).toEqual([]);
  });

  it("leaves out what the run does not know", () => {
    const { manifest, promises, records, cases, schemaVersion } = run;
    const none = { count: 0 };
    const works = { issuance: none, checkIn: none, lookup: none, reidentification: none, erasure: none };
    const least = { schemaVersion, manifest, promises, records, cases, ...works, refusals: {}, days: [] };
    expect(partsOf(reportPage(least, "en"), "en")).toEqual([
      "promises",
      "works",
      "records",
      "faults",
      "provenance",
    ]);
  });

  it("tells of a broken promise what led to it and how to see it again, as text and not as markup", () => {
    const { document } = parseHTML(reportPage(all, "en"));
    const line = document.querySelector('[data-sheet="en"] [data-part="promises"] tbody tr');
    expect(line?.textContent).toContain("One officer was enough <on that day> & nobody saw it.");
    expect([...(line?.querySelectorAll("li") ?? [])].length).toBe(2);
    expect(line?.querySelector("code")?.textContent).toBe(
      "npm run -s entrylog -- replay two-officers.itf.json",
    );
  });

  it("has for every part with charts the same as a table, with a row for each step", () => {
    const { document } = parseHTML(reportPage(all, "ko"));
    const drawn = [...document.querySelectorAll("[data-part]")].filter(
      (part) => part.querySelector("svg") !== null,
    );
    expect(drawn.length).toBe(2 * 6);
    for (const part of drawn) expect(part.querySelector("details table tbody tr")).not.toBeNull();
    const rows = document.querySelectorAll('[data-sheet="ko"] [data-part="day"] tbody tr');
    expect(rows.length).toBe(144);
  });

  it("names knowledge that was found against a role", () => {
    const found = (run.whoKnewWhat ?? []).map((known) =>
      known.party === "custodian"
        ? { ...known, neverHeld: [], searched: { files: 3, lookedFor: ["phone"], found: ["phone"] } }
        : known,
    );
    const says = (of: RunReported) => reportPage(of, "en").includes("✗ found against its role");
    expect(says({ ...run, whoKnewWhat: found })).toBe(true);
    expect(says(run)).toBe(false);
  });
});

describe("the verdict", () => {
  const said = (changed: Partial<RunReported>) =>
    verdictOn({ ...run, thresholds: [], ...changed }, voiceIn("en"));
  const never = () => run.promises.map((promise) => ({ ...promise, verdict: "never exercised" }) as const);

  it("is the worst that there is to say", () => {
    const { promises, thresholds } = all;
    expect(said({}).judgement).toBe("good");
    expect(said({}).sentence).toBe("This run kept every promise that was put to the test.");
    expect(said({ promises }).sentence).toBe("This run broke 1 of its 18 promises.");
    expect(said({ thresholds: thresholds ?? [] }).sentence).toContain("missed 1 of the 1 thresholds");
    expect(said({ trace: { lines: 1, replayed: false, sentence: "line 1" }, promises }).sentence).toContain(
      "cannot be relied on",
    );
    for (const bad of [{ promises }, { thresholds: thresholds ?? [] }])
      expect(said(bad).judgement).toBe("bad");
  });

  it("is never good where nothing was tested or the run was stopped", () => {
    expect(said({ promises: never() }).judgement).toBe("open");
    const stopped = said({ manifest: { ...run.manifest, complete: false } });
    expect(stopped.judgement).toBe("open");
    expect(stopped.sentence).toContain("stopped before its end");
  });

  it("says that thresholds were met", () => {
    const met = (all.thresholds ?? []).map((one) => ({ ...one, met: true }));
    expect(said({ thresholds: met }).sentence).toContain("met all 1 thresholds");
  });
});
