// The linter refuses every mistake of the corpus, at its place and with its reason, and nothing else.
// A code that no mistake brings about would be a dead rule; a test asks that there is none.
import { describe, expect, it } from "vitest";
import { advice, lintLaw, lintMachine, type Finding } from "../../../models/language/lint.ts";
import { lawCorpus, machineCorpus } from "./corpus.ts";
import { law, permit } from "./good.ts";
import { changed, type Mistake } from "./mistake.ts";
import { lintChanged } from "./wholelaw.ts";

const expectJust = (findings: readonly Finding[], { code, place, reason }: Mistake): void => {
  expect(findings.map((finding) => ({ code: finding.code, place: finding.place }))).toEqual([
    { code, place },
  ]);
  expect(findings[0]?.reason).toContain(reason);
  expect(findings[0]?.advice).toBe(advice[code]);
};

describe("the good law, of which the corpus is made", () => {
  it("has no mistakes", () => {
    expect(lintMachine(permit)).toEqual([]);
    expect(lintLaw(law.machines, law.rules, law)).toEqual([]);
  });
});

describe("machines to refuse", () => {
  it.each(machineCorpus)("$what: $code", (mistake) => {
    expectJust(lintMachine(changed(permit, mistake.path, mistake.by)), mistake);
  });
});

describe("laws to refuse", () => {
  it.each(lawCorpus)("$what: $code", (mistake) => {
    expectJust(lintChanged(changed(law, mistake.path, mistake.by)), mistake);
  });
});

describe("what is no machine at all", () => {
  it.each([[undefined], [null], [0], ["machine"], [[]], [() => permit], [new Map()]])("%s", (value) => {
    const findings = lintMachine(value);
    expect(findings.length).toBeGreaterThan(0);
    expect(findings[0]?.place).toBe("machine");
  });
});

describe("the corpus", () => {
  const all = [...machineCorpus, ...lawCorpus];

  it("needs every code of the linter", () => {
    const codes = new Set<string>(all.map((mistake) => mistake.code));
    expect(Object.keys(advice).filter((code) => !codes.has(code))).toEqual([]);
  });

  it("has at least 45 mistakes, each said differently", () => {
    expect(all.length).toBeGreaterThanOrEqual(45);
    expect(new Set(all.map((mistake) => mistake.what)).size).toBe(all.length);
  });

  it("uses codes in kebab-case, with advice in sentences", () => {
    for (const [code, sentence] of Object.entries(advice)) {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(sentence).toMatch(/^[A-Z].*\.$/);
    }
  });
});
