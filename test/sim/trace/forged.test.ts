// A real trace with one line dropped, doubled, swapped with the next, moved in time, or all cut off, at random places.
// With the sums as they were every forgery is refused where it begins. With sums made anew only the law can notice: the replay
// parts with the forgery at the very line at which a plain reading of the models does, and what it lets pass that reading lets pass.
// Then the same in words: what is always noticed, and what no law could notice. FC_SEED draws other places.
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { presets } from "../../../models/policy.ts";
import { check } from "../../equal/seed.ts";
import { decisionIn, ofRows, shared, type Decision } from "./decisionline.ts";
import { drawn, forgings, moved, type Forging } from "./forging.ts";
import { partsAt } from "./plainreading.ts";
import { doubled, dropped, faultIn, summedAnew, swapped, textOf } from "./tampering.ts";
import { simulateTown } from "./towntrace.ts";

const reproducedBy = "test/sim/trace/forged.test.ts";
const forgeriesEach = 60;

let lines: readonly string[] = [];
let decisions: readonly (Decision | undefined)[] = [];
beforeAll(async () => {
  ({ lines } = await simulateTown());
  decisions = lines.map(decisionIn);
});
const at = (place: number) => decisions[place];

const plainly = (of: readonly string[]) => partsAt(of.map(textOf), presets["2020-07"]);
const kinds = Object.entries<Forging>(forgings);

describe("the trace itself", () => {
  it("is allowed by the law, and decides every rule", () => {
    expect(faultIn(lines)).toBeUndefined();
    expect(plainly(lines)).toBeUndefined();
    expect(summedAnew(lines)).toEqual(lines);
    expect(new Set(decisions.flatMap((one) => one?.rule ?? [])).size).toBeGreaterThanOrEqual(18);
    expect(lines.length).toBeGreaterThan(1_500);
  });
});

describe("with the sums as they were", () => {
  it.for(kinds)("%s: refused where it begins", ([, forge]) => {
    const property = fc.property(drawn(lines), ([place, draw]) => {
      const { lines: forged, line, told } = forge(lines, place, draw);
      const fault = faultIn(forged);
      expect({ told, line: fault?.line }).toEqual({ told, line });
      const named = decisionIn(forged[line - 1] ?? "");
      if (named !== undefined) expect(fault).toMatchObject({ rule: named.rule, at: named.at });
    });
    check(property, reproducedBy, forgeriesEach);
  });

  it("cut short: the line that is missing is named", () => {
    const property = fc.property(drawn(lines), fc.boolean(), ([place], within) => {
      const line = lines[place] ?? "";
      const left = within ? [line.slice(0, line.length / 2)] : [];
      expect(faultIn([...lines.slice(0, place), ...left])?.line).toBe(place + 1);
    });
    check(property, reproducedBy, forgeriesEach);
  });
});

describe("with sums made anew by the forger", () => {
  it.for(kinds)("%s: refused at the line at which the plain reading parts with it", ([, forge]) => {
    const property = fc.property(drawn(lines), ([place, draw]) => {
      const { lines: forged, told } = forge(lines, place, draw);
      expect({ told, line: faultIn(summedAnew(forged))?.line }).toEqual({ told, line: plainly(forged) });
    });
    check(property, reproducedBy, forgeriesEach);
  });

  it("cut short, with an end that counts what is left: a run that was interrupted there, which is no forgery", () => {
    const property = fc.property(drawn(lines), ([place]) => {
      expect(faultIn(summedAnew([...lines.slice(0, place), lines.at(-1) ?? ""]))).toBeUndefined();
    });
    check(property, reproducedBy, 10);
  });
});

/** Checks places that are of a kind; the kind must be common enough to mean something. */
const atPlaces = (
  isOne: (place: number) => boolean,
  forge: (place: number) => readonly string[],
  expected: (fault: number | undefined, place: number) => void,
) => {
  const places = lines.flatMap((_, place) =>
    place > 0 && place < lines.length - 1 && isOne(place) ? [place] : [],
  );
  expect(places.length).toBeGreaterThan(10);
  const property = fc.property(fc.constantFrom(...places), (place) => {
    expected(faultIn(summedAnew(forge(place)))?.line, place);
  });
  check(property, reproducedBy, forgeriesEach);
};

describe("the law notices always", () => {
  it("two lines of one row swapped, unless they are of one instant", () => {
    atPlaces(
      (place) => {
        const [one, other] = [at(place), at(place + 1)];
        return (
          one !== undefined && other !== undefined && one.at !== other.at && shared(one.reads, other.leaves)
        );
      },
      (place) => swapped(lines, place),
      (fault, place) => {
        expect([place + 1, place + 2]).toContain(fault);
      },
    );
  });

  it.for(["issuer.issue", "custodian.record"])("%s doubled, at its second copy", (rule) => {
    atPlaces(
      (place) => at(place)?.rule === rule && at(place)?.isRefused === false,
      (place) => doubled(lines, place),
      (fault, place) => {
        expect(fault).toBe(place + 2);
      },
    );
  });

  it("a pass left out, if another is issued after it", () => {
    const isIssued = (place: number): boolean =>
      at(place)?.rule === "issuer.issue" && at(place)?.isRefused === false;
    const last = lines.findLastIndex((_, place) => isIssued(place));
    atPlaces(
      (place) => isIssued(place) && last > place,
      (place) => dropped(lines, place),
      (fault, place) => {
        // Dropped at the latest where the next one is issued.
        const next = lines.findIndex((_, later) => later > place && isIssued(later));
        expect(fault).toBeGreaterThan(place);
        expect(fault).toBeLessThanOrEqual(next);
      },
    );
  });

  it("a stored visit left out, while its day is held", () => {
    atPlaces(
      (place) => {
        const day = /(\d+)\.\d+\t/.exec(lines[place] ?? "")?.[1] ?? "";
        const isFound = lines.some((line) => line.includes(`"dayFound"`) && line.includes(`"day":${day},`));
        return at(place)?.rule === "custodian.record" && at(place)?.isRefused === false && isFound;
      },
      (place) => dropped(lines, place),
      (fault) => {
        expect(fault).toBeDefined();
      },
    );
  });

  it("a line moved to before the one before it of the same row, or to after the one after it", () => {
    const byItsRow = (place: number, later: boolean) => {
      const own = at(place);
      if (own === undefined) return undefined;
      const noticed = (one: Decision): boolean =>
        later ? shared(one.reads, ofRows(own.leaves)) : shared(own.reads, ofRows(one.leaves));
      const isIt = (one: Decision | undefined) => one !== undefined && one.at !== own.at && noticed(one);
      return later ? decisions.slice(place + 1).find(isIt) : decisions.slice(0, place).findLast(isIt);
    };
    for (const later of [false, true])
      atPlaces(
        (place) => byItsRow(place, later) !== undefined,
        (place) => {
          const byMs = (byItsRow(place, later)?.at ?? 0) - (at(place)?.at ?? 0);
          return moved(lines, place, later ? byMs + 1 : byMs - 1);
        },
        (fault, place) => {
          expect(fault).toBeGreaterThan(place);
        },
      );
  });
});

describe("no law can notice", () => {
  it("two decisions swapped that share no row, no pass, no visit and no numbering", () => {
    atPlaces(
      (place) => {
        const [one, other] = [at(place), at(place + 1)];
        if (one === undefined || other === undefined) return false;
        return !shared(one.reads, other.leaves) && !shared(one.leaves, other.reads);
      },
      (place) => swapped(lines, place),
      (fault) => {
        expect(fault).toBeUndefined();
      },
    );
  });

  it("a refusal left out or doubled that leaves nothing behind", () => {
    for (const forge of [dropped, doubled])
      atPlaces(
        (place) => at(place)?.isRefused === true && at(place)?.leaves.length === 0,
        (place) => forge(lines, place),
        (fault) => {
          expect(fault).toBeUndefined();
        },
      );
  });
});
