// The join row: cases from the release to what an officer reads, through custodian, authority and issuer, against a bare loop of
// the same primitives. A round is one case over venues of its own; asking, approving and logging it are not measured.
// Both sides are held to the same people at the same places and instants.
import { createHash } from "node:crypto";
import { Effect } from "effect";
import type { CaseWindow } from "../../impl/protocol/casetext.ts";
import { decodeScan } from "../../impl/protocol/scan.ts";
import { seoulDay, startOfSeoulDayMs } from "../../impl/protocol/seoulday.ts";
import type { StoreUnavailable } from "../../impl/store/unavailable.ts";
import { millisecondsADay } from "../../models/policy.ts";
import { makeOffice, type Either, type OpenCase } from "../office.ts";
import { joinBarely, type Found } from "./join/barejoining.ts";
import { makeBareWorld, type Attended } from "./join/bareworld.ts";
import { fillDays } from "./lookup.ts";
import { version, type Premises } from "./premises.ts";
import type { RatioRow, RowGoal } from "./row.ts";
import { compare, type Side } from "./sides.ts";

const goal = {
  id: "join",
  compared:
    "Records joined under a case, from the custodian's release over two officers' shares and the issuer's answer to what an officer reads, " +
    "each step logged and kept as the law asks, against a bare loop of the same signatures, seals and shares in memory.",
  unit: "records a second",
  goal: 0.5,
  aim: 0.7,
} as const satisfies RowGoal;

export interface JoinSize {
  readonly visitsADay: number;
  readonly venuesACase: number;
  readonly blocks: number;
}

const stepMs = 60_000;

const notReady = (what: string) => Effect.die(new Error(`the benchmark could not be set up: ${what}`));

const accepted = <A>(tried: Effect.Effect<Either<A>, StoreUnavailable>) =>
  Effect.flatMap(tried, (answer) =>
    answer.refusal === undefined
      ? Effect.succeed(answer.value)
      : notReady(`a case was answered ${answer.refusal}`),
  );

const told = (found: readonly Found[]): string => {
  const lines = found.map(
    ({ venue, scannedAtMs, phoneNumber }) =>
      `${String(venue)} ${String(scannedAtMs)} ${phoneNumber ?? "nobody"}`,
  );
  return `${String(found.length)} records ${createHash("sha256").update(lines.sort().join("\n")).digest("hex")}`;
};

/** Everybody's visits of one day, as the custodian has stored them. */
const attend = Effect.fnUntraced(function* (premises: Premises, size: JoinSize, startsAtMs: number) {
  const { phones } = premises;
  const scans = yield* fillDays(premises, { days: 1, visitsADay: size.visitsADay }, startsAtMs);
  return scans.flatMap(({ bytes }, place): readonly Attended[] => {
    const scan = decodeScan(bytes, version);
    const phone = phones[place % phones.length];
    if (!scan.ok || phone === undefined) return [];
    const { venue, scannedAtMs, pass } = scan.value;
    return [{ phone, venue, scannedAtMs, issuedAtMs: pass.issuedAtMs }];
  });
});

export const measureJoin = (premises: Premises, size: JoinSize, startsAtMs: number) =>
  Effect.gen(function* () {
    const { house, clock, devices, policy } = premises;
    const [first, second] = house.officers;
    if (first === undefined || second === undefined) return yield* notReady("two officers");
    const attended = yield* attend(premises, size, startsAtMs);
    const world = yield* Effect.promise(() =>
      makeBareWorld(attended, devices, house.officers.length, policy.officersRequired, policy.epochLength),
    );
    const office = makeOffice(house, first, second);
    const opensMs = startOfSeoulDayMs(seoulDay(startsAtMs));
    const atMs = (round: number): number => opensMs + millisecondsADay + round * stepMs;
    const venuesOf = (round: number): readonly number[] =>
      Array.from(
        { length: size.venuesACase },
        (_, place) => 1 + ((round * size.venuesACase + place) % devices.length),
      );
    const windowsOf = (round: number): readonly CaseWindow[] =>
      venuesOf(round).map((venue) => ({ venue, fromMs: opensMs, untilMs: opensMs + millisecondsADay }));
    let opened: OpenCase | undefined;
    let found: readonly Found[] = [];
    const outcome = () => Effect.sync(() => told(found));

    const ours = {
      ready: (round) =>
        Effect.gen(function* () {
          clock.advanceTo(atMs(round));
          opened = yield* accepted(office.ask("investigation", windowsOf(round)));
          yield* accepted(office.approve(opened, second));
        }).pipe(Effect.provide(clock.layer)),
      work: () =>
        Effect.gen(function* () {
          if (opened === undefined) return yield* notReady("a case");
          yield* accepted(office.askRelease(opened));
          yield* accepted(office.join(opened, [first, second]));
          found = yield* accepted(office.read(opened, second));
          office.end(opened);
          return found.length;
        }).pipe(Effect.provide(clock.layer)),
      outcome,
    } satisfies Side<StoreUnavailable>;
    const theirs = {
      ready: () => Effect.void,
      work: (round) =>
        Effect.promise(async () => {
          const { officersRequired } = policy;
          found = await joinBarely(
            world,
            `bare-${String(round)}`,
            venuesOf(round),
            atMs(round),
            officersRequired,
          );
          return found.length;
        }),
      outcome,
    } satisfies Side<StoreUnavailable>;
    const compared = yield* compare<StoreUnavailable>(ours, theirs, size.blocks);
    return { ...goal, ...compared, ratio: compared.ours / compared.theirs, besides: {} } satisfies RatioRow;
  });
