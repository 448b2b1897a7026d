// Sessions of people: tries and locks count on one session and never end another's, a code belongs to the session that asked,
// a number verified on a new device ends the old ones, and whoever has a number now sees nothing of its former holder.
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import { presets } from "../../../models/policy.ts";
import { Issuer } from "../../../impl/issuer/issuer.ts";
import { SmsOutbox } from "../../../impl/issuer/smsgateway.ts";
import { Aliases } from "../../../impl/store/aliases.ts";
import { Store } from "../../../impl/store/store.ts";
import { filesHolding } from "../store/freshfolder.ts";
import {
  agreesOn,
  allowed,
  asksCode,
  asksPass,
  isLive,
  openDevice,
  readsSms,
  types,
  verifiedDevice,
  withdrawsOn,
} from "./devices.ts";
import { wrongOf } from "./people.ts";
import { day, minute, newPremises, noonMs, running, type Circumstances, type Inside } from "./premises.ts";
import { rowCounts } from "./stored.ts";

const ann = "010-1234-5678";
const policy = presets["2020-10"];

const inside = <A, E>(
  program: Effect.Effect<A, E, Inside>,
  circumstances: Circumstances = { policy },
  premises = newPremises(),
) => running(premises, noonMs, Effect.andThen(allowed, program), circumstances);

describe("an attacker who asks for somebody else's number", () => {
  it("locks nobody's session but their own", () =>
    inside(
      Effect.gen(function* () {
        const device = yield* verifiedDevice(ann);
        const foreign = yield* openDevice(ann, "far away");
        yield* agreesOn(foreign);
        expect(yield* asksCode(foreign, "far away")).toBe("sent");
        const code = yield* readsSms(device.phone);
        for (let wrong = 1; wrong < 5; wrong += 1)
          expect(yield* types(foreign, wrongOf(code))).toBe("code-wrong");
        expect(yield* types(foreign, wrongOf(code))).toBe("code-locked");
        expect(yield* types(foreign, code)).toBe("code-locked");
        expect(yield* asksPass(foreign)).toBe("verification-required");
        // The holder's own session is as it was: it gets passes, and renews.
        expect(yield* asksPass(device)).toBe("shown");
        expect(yield* asksCode(device)).toBe("sent");
        expect(yield* types(device, yield* readsSms(device.phone))).toBe("verified");
      }),
    ));

  it("does not use up the tries of a session that is being verified", () =>
    inside(
      Effect.gen(function* () {
        const device = yield* openDevice(ann);
        yield* agreesOn(device);
        yield* asksCode(device);
        const code = yield* readsSms(device.phone);
        const foreign = yield* openDevice(ann);
        yield* agreesOn(foreign);
        yield* asksCode(foreign);
        for (let wrong = 0; wrong < 5; wrong += 1) yield* types(foreign, wrongOf(code));
        expect(yield* types(device, code)).toBe("verified");
      }),
    ));
});

describe("a code", () => {
  it("is taken on the session that asked for it, and on no other of the number", () =>
    inside(
      Effect.gen(function* () {
        const mine = yield* openDevice(ann);
        const other = yield* openDevice(ann);
        for (const device of [mine, other]) yield* agreesOn(device);
        yield* asksCode(mine);
        const code = yield* readsSms(mine.phone);
        expect(yield* types(other, code)).toBe("code-not-sent");
        yield* asksCode(other);
        const another = yield* readsSms(mine.phone);
        expect(yield* types(mine, another)).toBe(another === code ? "verified" : "code-wrong");
        expect(yield* types(mine, code)).toBe("verified");
      }),
    ));
});

describe("a number that is verified on a new device", () => {
  it("ends the other sessions at once and is told so by SMS, and what was issued stays joinable until it ends", () =>
    inside(
      Effect.gen(function* () {
        const old = yield* verifiedDevice(ann);
        expect(yield* asksPass(old)).toBe("shown");
        const { notices } = yield* SmsOutbox;
        expect(yield* notices(old.phone)).toBe(1);
        const next = yield* verifiedDevice(ann);
        expect(yield* notices(old.phone)).toBe(2);
        expect(yield* isLive(old)).toBe("session-unknown");
        expect(yield* isLive(next)).toBe("live");
        expect(yield* asksPass(next)).toBe("shown");
        expect(yield* rowCounts).toMatchObject({ account: 2, verification: 2 });
        const { values } = yield* Store;
        expect(yield* values("SELECT account, session FROM account ORDER BY account")).toEqual([
          [1, null],
          [2, next.session],
        ]);
        expect(yield* (yield* Aliases).count(18_444)).toBe(2);
        // The old account ends by itself, like any other (C9).
        yield* TestClock.adjust(29 * day);
        yield* (yield* Issuer).sweep;
        expect(yield* rowCounts).toMatchObject({ account: 2 });
        yield* TestClock.adjust(2 * day);
        yield* (yield* Issuer).sweep;
        expect(yield* rowCounts).toMatchObject({ account: 0, consent_record: 0 });
      }),
    ));

  it("says no more to a session that was opened and never verified", () =>
    inside(
      Effect.gen(function* () {
        const waiting = yield* openDevice(ann);
        yield* agreesOn(waiting);
        yield* verifiedDevice(ann);
        expect(yield* isLive(waiting)).toBe("session-unknown");
      }),
    ));

  it("tells a renewal on the same device to nobody", () =>
    inside(
      Effect.gen(function* () {
        const device = yield* verifiedDevice(ann);
        yield* asksCode(device);
        yield* types(device, yield* readsSms(device.phone));
        expect(yield* (yield* SmsOutbox).notices(device.phone)).toBe(1);
        expect(yield* isLive(device)).toBe("live");
      }),
    ));
});

describe("a recycled number", () => {
  it("shows its new holder no consent, no receipt, no disclosure and no count of the former one", () =>
    inside(
      Effect.gen(function* () {
        const former = yield* verifiedDevice(ann);
        for (let shown = 0; shown < 20; shown += 1) yield* asksPass(former);
        expect(yield* asksPass(former)).toBe("passes-exceeded");
        const { run } = yield* Store;
        yield* run("INSERT INTO disclosed VALUES (1, 'C-1', ?1, 3, ?2)", [noonMs, noonMs + 28 * day]);
        const { people } = yield* Issuer;
        expect(yield* people.disclosures(former)).toMatchObject([{ caseId: "C-1", records: 3 }]);

        const holder = yield* openDevice(ann);
        expect(yield* Effect.flip(people.receipt(holder))).toMatchObject({ code: "consent-record-absent" });
        expect(yield* people.account(holder)).toMatchObject({ accountKept: false, disclosures: 0 });
        expect(yield* asksPass(holder)).toBe("consent-required");
        yield* agreesOn(holder);
        yield* asksCode(holder);
        yield* types(holder, yield* readsSms(holder.phone));
        expect(yield* people.disclosures(holder)).toEqual([]);
        expect(yield* people.account(holder)).toMatchObject({
          passesInTheLastMinute: 0,
          disclosures: 0,
          consentRecords: [{ givenAt: "2020-07-01T12:00:00+09:00" }],
        });
        expect(yield* asksPass(holder)).toBe("shown");
        expect(yield* Effect.flip(people.sessions.holderOf(former.session))).toMatchObject({
          code: "session-unknown",
        });
      }),
    ));
});

describe("withdrawing", () => {
  it("on a verified session ends every account of the number, wherever it was made (C5)", async () => {
    const premises = newPremises();
    await inside(
      Effect.gen(function* () {
        const old = yield* verifiedDevice(ann);
        yield* asksPass(old);
        const next = yield* verifiedDevice(ann);
        const third = yield* openDevice(ann);
        yield* agreesOn(third);
        yield* TestClock.adjust(10 * minute);
        expect(yield* withdrawsOn(next)).toBe("withdrawn");
        expect(yield* rowCounts).toMatchObject({
          account: 0,
          consent: 0,
          verification: 0,
          consent_record: 0,
          forgetting: 0,
        });
        expect(yield* (yield* Aliases).count(18_444)).toBe(0);
        for (const device of [old, next, third]) expect(yield* isLive(device)).toBe("session-unknown");
        expect(filesHolding(premises.folder, third.session)).toEqual([]);
      }),
      { policy },
      premises,
    );
  });

  it("on a session that never proved the number ends only its own", () =>
    inside(
      Effect.gen(function* () {
        const device = yield* verifiedDevice(ann);
        const foreign = yield* openDevice(ann);
        yield* agreesOn(foreign);
        expect(yield* withdrawsOn(foreign)).toBe("withdrawn");
        expect(yield* asksPass(device)).toBe("shown");
        expect(yield* rowCounts).toMatchObject({ account: 1, consent: 1, verification: 1 });
      }),
    ));
});

it("a session lives over a restart as long as its account, and one that kept nothing does not", async () => {
  const premises = newPremises();
  const [device, empty] = await inside(
    Effect.gen(function* () {
      return [yield* verifiedDevice(ann), yield* openDevice(ann)] as const;
    }),
    { policy },
    premises,
  );
  await running(
    premises,
    noonMs + minute,
    Effect.gen(function* () {
      expect(yield* asksPass(device)).toBe("shown");
      expect(yield* isLive(empty)).toBe("session-unknown");
      yield* (yield* Issuer).people.closeSession(device);
      expect(yield* isLive(device)).toBe("session-unknown");
      expect(yield* rowCounts).toMatchObject({ account: 1, verification: 1 });
    }),
    { policy },
  );
});

it("no token is in any file: only its hash", async () => {
  const premises = newPremises();
  const device = await inside(verifiedDevice(ann), { policy }, premises);
  expect(filesHolding(premises.folder, device.token)).toEqual([]);
  expect(filesHolding(premises.folder, Buffer.from(device.token, "base64url"))).toEqual([]);
  expect(filesHolding(premises.folder, device.session)).not.toEqual([]);
});
