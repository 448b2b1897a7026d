// What becomes of a case when the authority, or somebody it asks, stops in between: the case is logged before anything is asked,
// asking again gets what was lost, shares wait for an issuer that is away, and no officer has to act twice. And more officers than
// two, where the policy asks for them.
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import { PolicyInForce } from "../../../impl/lifecycle/desk.ts";
import { decodeEntry } from "../../../impl/protocol/logentries.ts";
import { commitToScope } from "../../../impl/protocol/release.ts";
import { PeerUnavailable } from "../../../impl/protocol/remote/peerunavailable.ts";
import { defaultPolicy } from "../../../models/policy.ts";
import { present, toHex } from "../protocol/hex.ts";
import { hourMs, makeCountry, noonMs, type Country } from "./country.ts";
import {
  approved,
  atNoon,
  everythingStored,
  inOffice,
  makeOffice,
  released,
  requested,
  resealedBy,
} from "./office.ts";

const country = await makeCountry([3, 5]);
await country.record(3, 17, noonMs - 2 * hourMs, "01033333333");
await country.record(5, 17, noonMs - 2 * hourMs, "01055555555");

const away = new PeerUnavailable({ peer: "another", reason: "unreachable", detail: "it has stopped" });

describe("an approved case", () => {
  it("is committed to in the log before the custodian is asked, under a salt that the log does not show", () => {
    const office = makeOffice(country);
    return atNoon(
      inOffice(office, (authority) =>
        Effect.gen(function* () {
          const { caseId, caseText } = yield* released(authority, office);
          const { scopeSalt, logged } = present(country.releases.at(-1));
          expect(decodeEntry(logged.entry)).toEqual({
            kind: "case.approved",
            caseId,
            approvedAtMs: noonMs,
            officers: [1, 2],
            venues: 1,
            windows: 1,
            commitment: toHex(commitToScope(scopeSalt, caseText)),
          });
          expect(toHex(logged.entry)).not.toContain(toHex(scopeSalt));
          expect((yield* authority.releaseOf(caseId)).scopeSalt).toEqual(scopeSalt);
        }),
      ),
    );
  });

  it("whose release was lost is released by asking again, also after a restart, under the same commitment", () => {
    const lost: Country = {
      ...country,
      custodian: {
        ...country.custodian,
        // It has released, and the answer does not arrive.
        release: (request) => Effect.andThen(country.custodian.release(request), Effect.fail(away)),
      },
    };
    const first = makeOffice(lost);
    return atNoon(
      Effect.gen(function* () {
        const { caseId } = yield* inOffice(first, (authority) =>
          Effect.gen(function* () {
            const opened = yield* approved(authority, first);
            const before = everythingStored(first);
            expect(yield* Effect.flip(authority.askRelease(opened.caseId))).toBe(away);
            expect(everythingStored(first)).toEqual(before);
            return opened;
          }),
        );
        const asked = present(country.releases.at(-1));
        yield* inOffice({ ...first, country }, (authority) =>
          Effect.gen(function* () {
            expect(yield* authority.askRelease(caseId)).toEqual({ records: 2 });
            const again = present(country.releases.at(-1));
            expect([again.scopeSalt, again.logged.entry, again.approvals]).toEqual([
              asked.scopeSalt,
              asked.logged.entry,
              asked.approvals,
            ]);
          }),
        );
      }),
    );
  });
});

describe("shares that officers gave one by one", () => {
  const given = Effect.fnUntraced(function* (
    authority: Parameters<typeof released>[0],
    office: ReturnType<typeof makeOffice>,
    caseId: string,
    officer: "first" | "second" | "third",
  ) {
    const client = office[officer];
    const resealed = yield* resealedBy(authority, office, caseId, [client]);
    const messages = new Map([...resealed].map(([issuer, [message]]) => [issuer, present(message)]));
    return yield* authority.giveShares({ caseId, officer: client.officer, resealed: messages });
  });

  it("wait for the second officer, and for an issuer that is away, and nobody seals again", () => {
    const [third, fifth] = country.issuers.map(present);
    const withoutFifth: Country = {
      ...country,
      issuers: [
        present(third),
        { ...present(fifth), service: { ...present(fifth).service, answer: () => Effect.fail(away) } },
      ],
    };
    const office = makeOffice(withoutFifth);
    return atNoon(
      Effect.gen(function* () {
        const caseId = yield* inOffice(office, (authority) =>
          Effect.gen(function* () {
            const opened = yield* released(authority, office);
            expect(yield* given(authority, office, opened.caseId, "first")).toEqual({
              people: 0,
              waitingFor: [3, 5],
            });
            expect(yield* Effect.flip(given(authority, office, opened.caseId, "second"))).toBe(away);
            return opened.caseId;
          }),
        );
        // After a restart, with the issuer back: only a try, and no share.
        yield* inOffice({ ...office, country }, (authority) =>
          Effect.gen(function* () {
            const again = { caseId, officer: 1, resealed: new Map<number, Uint8Array>() };
            expect(yield* authority.giveShares(again)).toEqual({ people: 1, waitingFor: [] });
            expect((yield* authority.read(caseId)).state).toBe("answered");
            expect(JSON.stringify(everythingStored(office))).toContain('["share_given",[]]');
          }),
        );
      }),
    );
  });

  it("are taken from no officer of another case, and from nobody in another's name", () => {
    const office = makeOffice(country);
    return atNoon(
      inOffice(office, (authority) =>
        Effect.gen(function* () {
          const { caseId } = yield* released(authority, office);
          const resealed = yield* resealedBy(authority, office, caseId, [office.first]);
          const messages = new Map([...resealed].map(([issuer, [message]]) => [issuer, present(message)]));
          const asThird = authority.giveShares({ caseId, officer: 7, resealed: messages });
          expect(yield* Effect.flip(asThird)).toMatchObject({ code: "not-allowed" });
          const asSecond = authority.giveShares({ caseId, officer: 2, resealed: messages });
          expect(yield* Effect.flip(asSecond)).toMatchObject({ code: "officers-too-few" });
        }),
      ),
    );
  });

  it("end with the case, however it ends", () => {
    const office = makeOffice(country);
    return atNoon(
      Effect.gen(function* () {
        const caseId = yield* inOffice(office, (authority) =>
          Effect.gen(function* () {
            const opened = yield* released(authority, office);
            yield* given(authority, office, opened.caseId, "first");
            return opened.caseId;
          }),
        );
        expect(JSON.stringify(everythingStored(office))).not.toContain('["share_given",[]]');
        yield* TestClock.adjust(73 * hourMs);
        yield* inOffice(office, (authority) => authority.sweep);
        expect(JSON.stringify(everythingStored(office))).toContain('["share_given",[]]');
        expect(caseId).toBe("case-1");
      }),
    );
  });
});

describe("a policy that asks for three officers", () => {
  const three = { ...defaultPolicy, constants: { ...defaultPolicy.constants, officersRequired: 3 } };

  it("has a case approved by the third, and logged with all of them", () => {
    const office = makeOffice(country);
    return atNoon(
      inOffice(office, (authority) =>
        Effect.gen(function* () {
          const { caseId, caseText } = yield* requested(authority, office);
          const approve = (client: typeof office.second) =>
            Effect.flatMap(client.approve(caseText), (approval) => authority.approve({ caseId, approval }));
          const state = Effect.map(authority.read(caseId), (view) => view.state);
          yield* approve(office.second);
          expect(yield* state).toBe("requested");
          // The same officer again is still one, and the one who asked is none besides.
          yield* approve(office.second);
          expect(yield* Effect.flip(approve(office.first))).toMatchObject({ code: "case-same-officer" });
          expect(yield* state).toBe("requested");
          yield* approve(office.third);
          expect(yield* authority.read(caseId)).toMatchObject({ state: "approved", signedBy: [1, 2, 7] });
          yield* authority.askRelease(caseId);
          expect(decodeEntry(present(country.releases.at(-1)).logged.entry)).toMatchObject({
            officers: [1, 2, 7],
          });
        }),
      ).pipe(Effect.provideService(PolicyInForce, three)),
    );
  });
});
