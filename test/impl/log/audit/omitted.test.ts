// A day that ended in a real country, read by an audit over HTTP: nothing is wrong when the issuer says that it ended, and an issuer that
// leaves the whole day out of its log is told by what the custodian's log says it had registered.
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Effect } from "effect";
import { FetchHttpClient } from "effect/http";
import { expect, it } from "vitest";
import { audit } from "../../../../impl/log/audit/audit.ts";
import { auditedLaw } from "../../../../impl/log/audit/command.ts";
import { openPlaces } from "../../../../impl/log/audit/places.ts";
import { readParties } from "../../../../impl/log/audit/reading.ts";
import { openCountry, type Country } from "../../../../sim/conform/harness/country.ts";
import { makeCalendar } from "../../../../sim/conform/harness/calendar.ts";
import { makeVisitToFind } from "../../../../sim/conform/harness/disclosurevisit.ts";
import { freshFolder } from "../../store/freshfolder.ts";

const noonMs = Date.UTC(2020, 6, 2, 3);
/** The start of 2 July 2020 in Seoul, plus 28 days. */
const endMs = Date.UTC(2020, 6, 1, 15) + 28 * 86_400_000;
const law = auditedLaw("2020-07");

/** What an audit finds a millisecond after the lateness allowed, of a day with one visit that has ended. */
const auditedAfterADay = (happens: (country: Country) => void) =>
  Effect.runPromise(
    Effect.scoped(
      Effect.gen(function* () {
        const country = yield* openCountry({
          folder: join(freshFolder(), "country"),
          preset: "2020-07",
          startsAtMs: noonMs,
        });
        happens(country);
        const { set } = makeCalendar(country);
        const { issuer, custodian } = country.clocks;
        yield* country.announce("serious");
        yield* makeVisitToFind(country);
        set(endMs);
        yield* issuer.sweep;
        yield* custodian.sweep;
        set(endMs + law.sweepLateness + 1);
        const places = yield* openPlaces([join(country.folder, "office", "peers")], undefined);
        const copies = yield* Effect.provide(readParties(places.parties, places.cards), issuer.layer);
        return audit(copies, law);
      }),
    ).pipe(Effect.provide([NodeServices.layer, FetchHttpClient.layer])),
  );

it("is wrong in nothing when custodian and issuer said that it ended", { timeout: 60_000 }, async () => {
  const { findings, logs, unchecked } = await auditedAfterADay(() => undefined);
  expect(findings).toEqual([]);
  expect(unchecked).toEqual([]);
  expect(logs.filter(({ days }) => days > 0).map(({ party, days }) => [party, days])).toEqual([
    ["custodian", 1],
    ["issuer-1", 1],
  ]);
});

it("is told of the issuer that leaves it out", { timeout: 60_000 }, async () => {
  const { findings } = await auditedAfterADay(({ folder }) => {
    const database = new DatabaseSync(join(folder, "issuer-1", "store.sqlite"), { timeout: 5_000 });
    database.exec(
      "CREATE TRIGGER silent AFTER INSERT ON day_statement BEGIN DELETE FROM day_statement WHERE day = NEW.day; END",
    );
    database.close();
  });
  expect(findings).toEqual([
    {
      code: "day-omitted",
      party: "issuer-1",
      sentence:
        "The custodian's log says that it registered 1 epoch for the day 2020-07-02, and its own log does not say " +
        "by 2020-07-29T15:10:00.000Z that the day was erased.",
    },
  ]);
});
