// Every party killed (SIGKILL) at random moments under steady work, several at once, started again and gone on with: nothing that was
// acknowledged is lost, nothing is doubled, no number of an epoch is used twice, and the audit of the public logs passes.
// The seed is printed. It repeats who is killed and after how long; what else happens at that moment is the machine's.
// `npm run test:full` kills five times as often; SEED=... KILLS=... do as they say.
import { readFileSync } from "node:fs";
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Effect } from "effect";
import { FetchHttpClient } from "effect/http";
import { describe, expect, it } from "vitest";
import { audit } from "../../../../impl/log/audit/audit.ts";
import { auditedLaw } from "../../../../impl/log/audit/command.ts";
import { openPlaces } from "../../../../impl/log/audit/places.ts";
import { readParties } from "../../../../impl/log/audit/reading.ts";
import { publishFigures } from "../../../../impl/office/asking.ts";
import { stream, wholeBelow } from "../../../../sim/world/random.ts";
import { onPostgres } from "../../store/partystore.ts";
import { openHousehold, startEverybody, type Household } from "./household.ts";
import { newLedger, nowMs, storedPasses, type Ledger } from "./ledger.ts";
import { liveOfficers } from "./officers.ts";
import { attempt, door, livePeople, pause, type Work } from "./people.ts";

const isFull = process.env["FULL_TESTS"] === "1";
const seed = Number(process.env["SEED"] ?? nowMs() % 1_000_000);
const usual = isFull ? 1_000 : 200;
const usualOnPostgres = isFull ? 200 : 20;
const kills = Number(process.env["KILLS"] ?? (onPostgres ? usualOnPostgres : usual));
const venue = 4_100_000_017;
const again = `SEED=${String(seed)} KILLS=${String(kills)} npx vitest run --config test/vitest.config.ts test/impl/serve/failing/killed.test.ts`;

/** All of it must really have happened, or nothing was shown. */
const mustHappen = ["checked", "unchecked", "verifications", "cases closed"];

const countsOf = async (household: Household) => {
  const answer = await attempt({ url: `${household.publicUrl("custodian")}/v1/counts` });
  return Number(answer?.body["recorded"]);
};

const howMany = (ledger: Ledger, how: "checked" | "unchecked"): number =>
  [...ledger.admitted.values()].filter((admitted) => admitted.how === how).length;

/** Kills some of them at once after a while, and starts them again; answers how many. */
const killSome = async (household: Household, round: number, most: number): Promise<readonly string[]> => {
  const chance = stream(seed, "kills");
  const order = household.names
    .map((name, place) => ({ name, lot: wholeBelow(chance, round, 10 + place, 1_000_000) }))
    .sort((one, other) => one.lot - other.lot);
  const some = order.slice(0, Math.min(most, 1 + wholeBelow(chance, round, 0, household.names.length)));
  await pause(50 + wholeBelow(chance, round, 1, 600));
  await Promise.all(some.map(({ name }) => household.kill(name)));
  await Promise.all(some.map(({ name }) => household.start(name)));
  return some.map(({ name }) => name);
};

/** The national office publishes a day's figures again and again; what was acknowledged must be there to be read. */
const livesOffice = async ({ household, ledger, isOver }: Work): Promise<void> => {
  for (let day = 1; !isOver() && day <= 28;) {
    const date = `2020-07-${String(day).padStart(2, "0")}`;
    const figures = { confirmed: day, inTreatment: 2, released: 3, deceased: 4, tested: 5 };
    const cards = [...household.cards.values()];
    const [told] = await Effect.runPromise(publishFigures(household.office, cards, date, figures));
    if (told !== undefined && told.failure === undefined) {
      const shown = await attempt({ url: `${household.publicUrl("board")}/v1/figures` });
      if (shown?.status === 200 && !JSON.stringify(shown.body).includes(date))
        ledger.violations.push(
          `the board took the figures of ${date} and says ${JSON.stringify(shown.body)}`,
        );
      day += 1;
    }
    await pause(500);
  }
};

const untilNothingWaits = async (work: Pick<Work, "household" | "doorKey">): Promise<void> => {
  for (;;) {
    const waiting = await door(work, "/v1/waiting", {}, "GET");
    if (waiting?.body["waiting"] === 0) return;
    await pause(250);
  }
};

const audited = async (folder: string) =>
  Effect.runPromise(
    Effect.gen(function* () {
      const { parties, cards } = yield* openPlaces([`${folder}/office/peers`], undefined);
      return audit(yield* readParties(parties, cards), auditedLaw("2020-10"));
    }).pipe(Effect.provide([FetchHttpClient.layer, NodeServices.layer])),
  );

describe(`any party killed at any moment (${again})`, () => {
  it(
    `${String(kills)} times: nothing acknowledged is lost and nothing doubled`,
    () =>
      Effect.runPromise(
        Effect.scoped(
          Effect.gen(function* () {
            const household = yield* openHousehold({ issuers: 2 });
            yield* Effect.promise(async () => {
              const beganMs = nowMs();
              await startEverybody(household);
              await household.announce("serious");
              const ledger = newLedger();
              let isOver = false;
              const doorKey = readFileSync(`${household.folder}/venue/door.key`, "utf8").trim();
              const work: Work = { household, ledger, isOver: () => isOver, doorKey };
              await door(work, "/v1/registration", { venue, kind: "karaoke" }, "PUT");
              const startedInMs = nowMs() - beganMs;
              const living = [
                ...[0, 1, 2, 3].map((kind) =>
                  livePeople(work, kind, {
                    issuer: kind % 2 === 0 ? "issuer-1" : "issuer-2",
                    visits: 6 + 6 * kind,
                    restMs: 600,
                  }),
                ),
                liveOfficers(work, venue),
                livesOffice(work),
              ];
              const killed: string[] = [];
              const isShown = (): boolean => mustHappen.every((what) => (ledger.counts[what] ?? 0) > 0);
              // Few kills may be over before everything has happened once; then some more make it happen.
              for (
                let round = 0;
                killed.length < kills || (!isShown() && killed.length < 4 * kills);
                round += 1
              ) {
                killed.push(...(await killSome(household, round, Math.max(1, kills - killed.length))));
                const before = howMany(ledger, "checked");
                const recorded = await countsOf(household);
                if (before > recorded)
                  ledger.violations.push(
                    `${String(before)} were checked and ${String(recorded)} are recorded`,
                  );
                expect(ledger.violations).toEqual([]);
              }
              await pause(3_000);
              isOver = true;
              await Promise.all(living);
              await untilNothingWaits(work);
              const recorded = await countsOf(household);
              // A log that its party could not publish before it was killed is published soon after.
              let report = await audited(household.folder);
              for (let turn = 0; report.findings.length > 0 && turn < 10; turn += 1) {
                await pause(2_000);
                report = await audited(household.folder);
              }
              const codes = await Promise.all(household.names.map((name) => household.stop(name)));
              expect(codes).toEqual(household.names.map(() => 0));

              const tally = Object.fromEntries(Map.groupBy(killed, (name) => name));
              const told = Object.entries(tally).map(([name, times]) => `${name} ${String(times.length)}`);
              process.stdout.write(
                `killed ${String(killed.length)} (${told.join(", ")}) in ${String(Math.round((nowMs() - beganMs) / 1_000))} s (started in ${String(startedInMs)} ms); ` +
                  `${JSON.stringify(ledger.counts)}; audit: ${report.logs.map(({ party, entries, cosigners }) => `${party} ${String(entries)} entries, ${String(cosigners)} cosigners`).join(", ")}\n`,
              );
              expect(ledger.violations).toEqual([]);
              expect(report.findings).toEqual([]);
              const stored = storedPasses(household.stored("custodian", "SELECT id, bitmap FROM epoch"));
              const missing = [...ledger.admitted.keys()].filter((pass) => !stored.has(pass));
              expect(missing).toEqual([]);
              expect([...ledger.refused].filter((pass) => stored.has(pass))).toEqual([]);
              const foreign = [...stored].filter((pass) => !ledger.issued.has(pass));
              // Issued, and the answer of the issuer was cut off: then nobody can have shown it.
              expect(foreign).toEqual([]);
              const visits = household.visits();
              expect([visits.length, new Set(visits.map(({ pass }) => pass)).size]).toEqual([
                stored.size,
                stored.size,
              ]);
              expect(recorded).toBe(stored.size);
              for (const name of ["issuer-1", "issuer-2"])
                expect(
                  household.stored(name, "SELECT count(*) FROM waiting_deposit").map(([n]) => Number(n)),
                ).toEqual([0]);
              for (const happened of mustHappen)
                expect([happened, (ledger.counts[happened] ?? 0) > 0]).toEqual([happened, true]);
            });
          }),
        ),
      ),
    isFull ? 3_600_000 : 900_000,
  );
});
