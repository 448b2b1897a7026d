// Real parallel calls at the real parties: two scanners with one pass at the custodian, of which exactly one is stored; two officers at
// one case at the authority, of which exactly one decides. How many, by whom, in which batches and with what delay is drawn and shrunk.
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Authority, type AuthorityService } from "../../impl/authority/authority.ts";
import { refusalCodes } from "../../impl/generated/law.ts";
import type { CustodianService } from "../../impl/custodian/custodian.ts";
import { seed } from "../equal/seed.ts";
import { makeCountry } from "../impl/authority/country.ts";
import { makeOffice, officeLayer, requested, type Office } from "../impl/authority/office.ts";
import { codesOf, openGate, passes, register, scanned, venue } from "../impl/custodian/gate.ts";
import { makePlace } from "../impl/custodian/place.ts";
import { ask, inCustodian, noonMs } from "../impl/custodian/rooms.ts";

/** Checks a property inside an open party, on its clock, and fails with what repeats it. */
const checked = <Kind>(
  title: string,
  arbitrary: fc.Arbitrary<Kind>,
  numRuns: number,
  tried: (drawn: Kind) => Effect.Effect<void, unknown>,
) =>
  Effect.gen(function* () {
    const context = yield* Effect.context();
    const property = fc.asyncProperty(arbitrary, (drawn) => Effect.runPromiseWith(context)(tried(drawn)));
    const details = yield* Effect.promise(() => fc.check(property, { seed, numRuns }));
    if (!details.failed) return;
    return yield* Effect.die(
      new Error(
        [
          fc.defaultReportMessage(details),
          String(details.errorInstance),
          `seed ${seed}, path ${details.counterexamplePath ?? ""}`,
          `to repeat: FC_SEED=${seed} npm test -- test/conform/parallel.test.ts -t '${title}'`,
        ].join("\n"),
      ),
    );
  });

const atNoon = <A, E>(effect: Effect.Effect<A, E>): Promise<A> =>
  Effect.runPromise(
    TestClock.setTime(noonMs).pipe(Effect.andThen(effect), Effect.provide(TestClock.layer())),
  );

/** Lets others go first, so often. */
const after = <A, E>(turns: number, call: Effect.Effect<A, E>): Effect.Effect<A, E> =>
  turns === 0 ? call : Effect.andThen(Effect.yieldNow, after(turns - 1, call));

interface Scanner {
  readonly venue: number;
  readonly turns: number;
  /** By itself, or in a batch of its own. */
  readonly alone: boolean;
}

const scanner: fc.Arbitrary<Scanner> = fc.record({
  venue: fc.constantFrom(venue, venue + 1),
  turns: fc.nat(6),
  alone: fc.boolean(),
});

const scannedBy = (custodian: CustodianService, pass: Uint8Array) => (by: Scanner) => {
  const scan = scanned(pass, noonMs, { venue: by.venue });
  const recorded = by.alone
    ? Effect.map(custodian.recordOne(scan), (answer) => refusalCodes[answer] ?? "?")
    : Effect.map(custodian.record([scan]), (answers) => codesOf(answers)[0] ?? "?");
  return after(by.turns, recorded);
};

/** Every pass of the run is held to all scanners at once. */
const admitsOnce = (
  title: string,
  spoil: (custodian: CustodianService) => CustodianService,
  numRuns: number,
) => {
  const place = makePlace();
  return atNoon(
    inCustodian(place, (honest) =>
      Effect.gen(function* () {
        const custodian = spoil(honest);
        const epoch = yield* openGate(honest, place);
        yield* register(honest, venue + 1);
        let stored = 0;
        yield* checked(
          title,
          fc.tuple(fc.integer({ min: 1, max: 3 }), fc.array(scanner, { minLength: 2, maxLength: 4 })),
          numRuns,
          ([count, scanners]) =>
            Effect.gen(function* () {
              const shown = yield* passes(place, epoch, noonMs, count);
              const answers = yield* Effect.forEach(
                shown,
                (pass) => Effect.all(scanners.map(scannedBy(custodian, pass)), { concurrency: "unbounded" }),
                { concurrency: "unbounded" },
              );
              const others = Array.from({ length: scanners.length - 1 }, () => "pass-replayed");
              for (const codes of answers) expect(codes.toSorted()).toEqual(["", ...others]);
              stored += count;
              expect(ask(place, "SELECT count(*), count(DISTINCT position) FROM visit")).toEqual([
                [stored, stored],
              ]);
            }),
        );
      }),
    ),
  );
};

describe("two scanners with one pass", () => {
  it("store exactly one visit, whoever comes first", async () => {
    await admitsOnce("store exactly one", (custodian) => custodian, 60);
  });

  it("are noticed when a custodian says yes to the second, too", async () => {
    const yes = (custodian: CustodianService): CustodianService => ({
      ...custodian,
      record: (scans) => Effect.map(custodian.record(scans), (answers) => answers.map(() => 0)),
    });
    const failure = await admitsOnce("planted", yes, 60).catch(String);
    expect(failure).toMatch(/Counterexample: [^]*to repeat: FC_SEED=\d+ npm test -- test\/conform\/parallel/);
    // Shrunk to one pass and two scanners.
    expect(failure).toMatch(/\[\[?1,\[\{[^{}]*\},\{[^{}]*\}\]\]/);
  });
});

const country = await makeCountry([3]);

interface Deciding {
  readonly officer: "first" | "second" | "third";
  readonly decision: "approve" | "deny";
  readonly turns: number;
}

const deciding: fc.Arbitrary<Deciding> = fc.record({
  officer: fc.constantFrom("second", "third", "first"),
  decision: fc.constantFrom("approve", "deny"),
  turns: fc.nat(6),
});

const decided = (
  authority: AuthorityService,
  office: Office,
  { caseId, caseText }: { readonly caseId: string; readonly caseText: Uint8Array },
  { officer, decision, turns }: Deciding,
) =>
  Effect.gen(function* () {
    const client = office[officer];
    const approval = yield* client.approve(caseText);
    const act =
      decision === "approve"
        ? authority.approve({ caseId, approval })
        : authority.deny({ caseId, officer: client.officer, reason: "need-not-shown" });
    return yield* after(turns, act).pipe(
      Effect.as(""),
      Effect.catchTag("Refused", ({ code }) => Effect.succeed<string>(code)),
    );
  });

const decideOnce = (title: string, spoil: (authority: AuthorityService) => AuthorityService) => {
  const office = makeOffice(country);
  const tried = Effect.flatMap(Authority, (authority) =>
    checked(title, fc.array(deciding, { minLength: 2, maxLength: 4 }), 60, (all) =>
      Effect.gen(function* () {
        const opened = yield* requested(authority, office);
        const codes = yield* Effect.all(
          all.map((one) => decided(spoil(authority), office, opened, one)),
          { concurrency: "unbounded" },
        );
        const { state, approvedBy } = yield* authority.read(opened.caseId);
        const done = all.filter((_, place) => codes[place] === "");
        // Whoever asked may deny, but not approve.
        const mayDecide = all.filter(({ officer, decision }) => officer !== "first" || decision === "deny");
        expect(done).toHaveLength(Math.min(1, mayDecide.length));
        const [winner] = done;
        const approver = winner?.decision === "approve" ? office[winner.officer].officer : null;
        const outcomes = { approve: "approved", deny: "denied" } as const;
        expect(state).toBe(winner === undefined ? "requested" : outcomes[winner.decision]);
        expect(approvedBy).toBe(approver);
      }),
    ),
  );
  return atNoon(Effect.provide(tried, officeLayer(office, true)));
};

describe("two officers at one case", () => {
  it("come to exactly one outcome, whoever comes first", async () => {
    await decideOnce("come to exactly one", (authority) => authority);
  });

  it("are noticed when an authority says yes to both", async () => {
    const failure = await decideOnce("planted", (authority) => ({
      ...authority,
      deny: (denied) => authority.deny(denied).pipe(Effect.catchTag("Refused", () => Effect.void)),
    })).catch(String);
    expect(failure).toMatch(/to repeat: FC_SEED=\d+ npm test -- test\/conform\/parallel/);
  });
});
