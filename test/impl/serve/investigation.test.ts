// One investigation over the network from end to end: people get passes from two issuers, a door admits them, two officers take
// a case through the authority, the custodian and both issuers, and read the numbers; the person learns of it from the account.
// Every party is the real one behind its real listeners, in one process; officers come from folders of their own.
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Clock, Effect } from "effect";
import { FetchHttpClient } from "effect/http";
import { expect, it } from "vitest";
import { audit } from "../../../impl/log/audit/audit.ts";
import { auditedLaw } from "../../../impl/log/audit/command.ts";
import { openPlaces as openAuditPlaces } from "../../../impl/log/audit/places.ts";
import { readParties } from "../../../impl/log/audit/reading.ts";
import { openOffice } from "../../../impl/officer/office.ts";
import { approveCase, readCase, requestCase, shareCase, textToApprove } from "../../../impl/officer/steps.ts";
import { openCarrier } from "./carrier.ts";
import { openTogether } from "./together.ts";
import { admitted, Anything, asked, openPlaces, publicUrl, venue, verified } from "./visiting.ts";

const phone = "+821012345678";

it("leads two officers to the number behind two passes of two issuers, and the person learns of it", async () => {
  await Effect.runPromise(
    Effect.scoped(
      Effect.gen(function* () {
        const carrier = yield* openCarrier;
        const country = yield* openTogether({
          settings: ({ party }) => (party === "issuer" ? { sms: carrier.sms } : {}),
        });
        yield* openPlaces(country);
        const people = yield* Effect.forEach(["issuer-1", "issuer-2"], (issuer) =>
          verified(country, issuer, phone, carrier.inbox),
        );
        const beganAtMs = yield* Clock.currentTimeMillis;
        for (const person of people)
          expect(yield* admitted(country, person)).toEqual({ admission: "checked" });
        // The window must be over when the case is asked for.
        yield* Effect.sleep("20 millis");
        const [first, second] = yield* Effect.forEach([1, 2], (number) =>
          openOffice(`${country.folder}/officer-${String(number)}`),
        );
        if (first === undefined || second === undefined) throw new Error("no officers");
        const window = { venue, fromMs: beganAtMs, untilMs: yield* Clock.currentTimeMillis };
        const { caseId } = yield* requestCase(first, { ground: "investigation", windows: [window] });
        yield* approveCase(second, caseId, yield* textToApprove(second, caseId));
        expect(yield* shareCase(first, caseId)).toMatchObject({ records: 2, waitingFor: [1, 2] });
        expect(yield* shareCase(second, caseId)).toMatchObject({ people: 2, waitingFor: [] });
        for (const office of [first, second]) {
          const found = yield* readCase(office, caseId);
          expect(found.visits.map((visit) => [visit.phoneNumber, visit.venue])).toEqual([
            [phone, venue],
            [phone, venue],
          ]);
          expect(found.atTwoIssuers).toEqual([{ phoneNumber: phone, issuers: [1, 2] }]);
        }
        for (const { url, headers } of people) {
          const told = yield* asked({ url: `${url}/v1/account/disclosures`, headers }, Anything);
          expect(JSON.stringify(told)).toContain(caseId);
        }
        const statistics = yield* asked(
          {
            url: `${publicUrl(country, "authority")}/v1/statistics?year=${String(new Date(beganAtMs).getUTCFullYear())}`,
          },
          Anything,
        );
        expect(statistics).toMatchObject({ cases: 1, recordsReleased: 2, recordsAnsweredWithAPerson: 2 });
        // And the public logs bear it out to anybody who has pinned the cards.
        const { parties, cards } = yield* openAuditPlaces([country.folder], undefined);
        const report = audit(yield* readParties(parties, cards), auditedLaw("2020-07"));
        expect(report.findings).toEqual([]);
        expect(report.logs.map((log) => [log.party, log.cases])).toContainEqual(["custodian", 1]);
      }),
    ).pipe(Effect.provide([NodeServices.layer, FetchHttpClient.layer])),
  );
}, 120_000);
