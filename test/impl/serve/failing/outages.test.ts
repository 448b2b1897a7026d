// Outages of a party, among real processes: the custodian away while issuers and doors go on, through deaths of both; the carrier slow
// or gone while passes go on; and collection ended by the national level. Nothing is lost, nothing doubled, and what is late is marked.
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Effect } from "effect";
import { FetchHttpClient } from "effect/http";
import { describe, expect, it } from "vitest";
import { audit } from "../../../../impl/log/audit/audit.ts";
import { auditedLaw } from "../../../../impl/log/audit/command.ts";
import { openPlaces } from "../../../../impl/log/audit/places.ts";
import { readParties } from "../../../../impl/log/audit/reading.ts";
import { seoulDay, startOfSeoulDayMs } from "../../../../impl/protocol/seoulday.ts";
import type { Household } from "./household.ts";
import { nameOfPass, nowMs, storedPasses } from "./ledger.ts";
import { askPass, newPerson, pause, post, attempt } from "./people.ts";
import { amongProcesses, until, waitingAt } from "./together.ts";

const minuteMs = 60_000;

/** What stays when nothing of anybody is left: the store's own words, the public log, counts, levels, notices, and whose venues there are. */
const ofNobody: ReadonlySet<string> = new Set([
  ...["store_version", "log_entry", "log_hash", "log_checkpoint", "witnessed_log", "last_instant", "roster"],
  ...["crisis", "crisis_event", "notice", "last_account", "day_statement", "day_count", "venue"],
]);

/** What everybody may read of the logs, verified at this time. */
const auditOf = ({ folder }: Household, aheadMs: number) =>
  Effect.runPromise(
    Effect.gen(function* () {
      const { parties, cards } = yield* openPlaces([`${folder}/office/peers`], undefined);
      return audit(yield* readParties(parties, cards, nowMs() + aheadMs), auditedLaw("2020-10"));
    }).pipe(Effect.provide([FetchHttpClient.layer, NodeServices.layer])),
  );
const dayMs = 86_400_000;

describe("while the custodian is away", () => {
  it(
    "issuing goes on, doors go on, both may die meanwhile, and everything arrives once, marked as late",
    { timeout: 240_000 },
    () =>
      amongProcesses({ issuers: 2, steppingClocks: true }, async (scene) => {
        const { household } = scene;
        const people = [
          await newPerson(scene, "issuer-1", "+821030000001"),
          await newPerson(scene, "issuer-2", "+821030000002"),
        ];
        const shown: string[] = [];
        const round = async (): Promise<void> => {
          for (const person of people) {
            const answer = await askPass(scene, person);
            expect([answer?.status, answer?.code]).toEqual([200, ""]);
            const text = String(answer?.body["text"]);
            shown.push(nameOfPass(text));
            expect((await scene.atDoor(text))?.body).toEqual({ admission: "unchecked" });
          }
        };
        const laterBy = (aheadMs: number): void => {
          for (const name of household.names) household.setClock(name, aheadMs);
        };
        await household.kill("custodian");
        await round();
        // Minutes later: other epochs, which the custodian was never told of.
        laterBy(2 * minuteMs);
        await round();
        await Promise.all(["issuer-1", "venue"].map((name) => household.kill(name)));
        await Promise.all(["issuer-1", "venue"].map((name) => household.start(name)));
        laterBy(300 * minuteMs);
        await round();
        expect(await waitingAt(scene)).toBe(6);
        expect(
          household.stored("issuer-1", "SELECT count(*) FROM waiting_deposit").flat().map(Number),
        ).toEqual([3]);
        await household.start("custodian");
        await until(async () => (await waitingAt(scene)) === 0);
        const issuers = ["issuer-1", "issuer-2"];
        await until(() =>
          issuers.every(
            (name) => Number(household.stored(name, "SELECT count(*) FROM waiting_deposit")[0]?.[0]) === 0,
          ),
        );
        // And on time again.
        const next = await askPass(scene, people[0] ?? { phone: "", issuer: "", token: "" });
        const text = String(next?.body["text"]);
        expect((await scene.atDoor(text))?.body).toEqual({ admission: "checked" });
        await household.stop("custodian");
        const visits = household.visits();
        expect(visits.filter(({ late }) => late)).toHaveLength(6);
        expect([visits.length, new Set(visits.map(({ scannedAtMs }) => scannedAtMs)).size]).toEqual([7, 7]);
        const stored = storedPasses(household.stored("custodian", "SELECT id, bitmap FROM epoch"));
        expect([...stored].sort()).toEqual([...shown, nameOfPass(text)].sort());
      }),
  );
});

describe("while the carrier hangs or is gone", () => {
  it("codes are refused in words, and passes go on being issued meanwhile", { timeout: 120_000 }, () =>
    amongProcesses({}, async (scene) => {
      const { household } = scene;
      const ann = await newPerson(scene, "issuer-1", "+821030000001");
      const url = household.publicUrl("issuer-1");
      const session = await attempt(post(`${url}/v1/sessions`, "", { phone: "+821030000002" }));
      const ben = String(session?.body["token"]);
      const notice = await attempt({ url: `${url}/v1/notice` });
      const consent = { notice: notice?.body["hash"], under14: false };
      expect((await attempt(post(`${url}/v1/consent`, ben, consent)))?.status).toBe(200);
      household.signal("carrier", "SIGSTOP");
      let isAnswered = false;
      const code = attempt(post(`${url}/v1/codes`, ben)).then((answer) => {
        isAnswered = true;
        return answer;
      });
      // While that one hangs, others get what they came for.
      for (let pass = 0; pass < 5; pass += 1) expect((await askPass(scene, ann))?.status).toBe(200);
      expect(isAnswered).toBe(false);
      const refused = await code;
      expect([refused?.status, refused?.code]).toEqual([503, "sms-unavailable"]);
      household.signal("carrier", "SIGCONT");
      await household.kill("carrier");
      const gone = await attempt(post(`${url}/v1/codes`, ben));
      expect([gone?.status, gone?.code]).toEqual([503, "sms-unavailable"]);
      expect((await askPass(scene, ann))?.status).toBe(200);
      await household.start("carrier");
      await until(async () => (await attempt(post(`${url}/v1/codes`, ben)))?.status === 200);
    }),
  );
});

describe("when the national level falls", () => {
  it(
    "collection stops at once at every issuer and the custodian, erasure runs on to nothing left, and the audit passes",
    { timeout: 240_000 },
    () =>
      amongProcesses({ issuers: 2, steppingClocks: true }, async (scene) => {
        const { household } = scene;
        const issuers = ["issuer-1", "issuer-2"];
        const people = [
          await newPerson(scene, "issuer-1", "+821030000001"),
          await newPerson(scene, "issuer-2", "+821030000002"),
        ];
        const texts: string[] = [];
        for (const person of [...people, ...people])
          texts.push(String((await askPass(scene, person))?.body["text"]));
        for (const text of texts.slice(0, 2))
          expect((await scene.atDoor(text))?.body).toEqual({ admission: "checked" });
        await household.announce("attention");
        for (const text of texts.slice(2))
          expect((await scene.atDoor(text))?.code).toBe("collection-suspended");
        for (const person of people)
          expect((await askPass(scene, person))?.code).toBe("collection-suspended");
        const counts = async () =>
          (await attempt({ url: `${household.publicUrl("custodian")}/v1/counts` }))?.body ?? {};
        expect(await counts()).toMatchObject({ recorded: 2, live: 2, erased: 0 });
        // Every party sweeps when it starts; between starts it does so by the hour.
        const later = async (aheadMs: number): Promise<void> => {
          for (const name of household.names) household.setClock(name, aheadMs);
          await Promise.all(household.names.map((name) => household.stop(name)));
          await Promise.all(household.names.map((name) => household.start(name)));
        };
        // The night in which the day of the passes ends.
        const lastNightMs = startOfSeoulDayMs(seoulDay(nowMs()) + 28) - nowMs() + 5_000;
        await later(lastNightMs);
        await until(async () => (await counts())["live"] === 0);
        expect(await counts()).toMatchObject({ recorded: 2, live: 0, erased: 2 });
        // A log is cosigned soon after its party is there again.
        await until(async () => (await auditOf(household, lastNightMs)).findings.length === 0);
        const days = ({ logs }: Awaited<ReturnType<typeof auditOf>>) =>
          logs.filter((log) => log.days > 0).map((log) => [log.party, log.days]);
        const ended = ["custodian", ...issuers].map((name) => [name, 1]);
        expect(days(await auditOf(household, lastNightMs))).toEqual(ended);
        // A verification is over after 30 days, and its account 28 days after its last pass.
        await later(62 * dayMs);
        const left = (name: string) =>
          ["account", "consent_record"].map((table) =>
            Number(household.stored(name, `SELECT count(*) FROM ${table}`)[0]?.[0]),
          );
        await until(() => issuers.every((name) => left(name).every((rows) => rows === 0)));
        await until(async () => (await auditOf(household, 62 * dayMs)).findings.length === 0);
        expect(days(await auditOf(household, 62 * dayMs))).toEqual(ended);
        for (const name of ["custodian", ...issuers]) {
          const tables = household.stored(name, "SELECT name FROM sqlite_schema WHERE type = 'table'");
          const filled = tables.filter(
            ([table]) =>
              Number(household.stored(name, `SELECT count(*) FROM "${String(table)}"`)[0]?.[0]) > 0,
          );
          expect(filled.flat().filter((table) => !ofNobody.has(String(table)))).toEqual([]);
        }
        await household.stop("custodian");
        for (const [table, rows] of [
          ["visit", 0],
          ["epoch", 0],
        ] as const)
          expect(household.stored("custodian", `SELECT count(*) FROM ${table}`).flat().map(Number)).toEqual([
            rows,
          ]);
        await pause(0);
      }),
  );
});
