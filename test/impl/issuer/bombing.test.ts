// Nobody is flooded with messages: codes to a number are bounded over all its sessions and guardians, those from a network over all its numbers.
// The counts live in memory for the ten minutes of the policy, and a request that sends nothing counts as nothing.
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import { presets } from "../../../models/policy.ts";
import { makeSendCounts } from "../../../impl/issuer/sendcounts.ts";
import { Issuer } from "../../../impl/issuer/issuer.ts";
import { agreesOn, allowed, asksCode, asksGuardian, openDevice } from "./devices.ts";
import { minute, newPremises, noonMs, running } from "./premises.ts";

const policy = presets["2020-10"];
const ann = "010-1234-5678";
const numbered = (place: number): string => `010-2000-${String(place).padStart(4, "0")}`;

const agreeing = (typed: string, network: string) =>
  Effect.tap(openDevice(typed, network), (device) => agreesOn(device));

describe("messages to one number", () => {
  it("are three in ten minutes, however many devices ask from however many networks", () =>
    running(
      newPremises(),
      noonMs,
      Effect.gen(function* () {
        yield* allowed;
        const told: string[] = [];
        for (let place = 0; place < 12; place += 1) {
          const network = `network ${String(place)}`;
          told.push(yield* asksCode(yield* agreeing(ann, network), network));
        }
        expect(told.slice(0, 3)).toEqual(["sent", "sent", "sent"]);
        expect(new Set(told.slice(3))).toEqual(new Set(["sends-exceeded"]));
        yield* TestClock.adjust(10 * minute - 1);
        expect(yield* asksCode(yield* agreeing(ann, "late"), "late")).toBe("sends-exceeded");
        yield* TestClock.adjust(1);
        expect(yield* asksCode(yield* agreeing(ann, "later"), "later")).toBe("sent");
      }),
      { policy },
    ));

  it("include those that ask a guardian, so that no number can be flooded as somebody's guardian", () =>
    running(
      newPremises(),
      noonMs,
      Effect.gen(function* () {
        yield* allowed;
        const told: string[] = [];
        for (let place = 0; place < 5; place += 1) {
          const network = `network ${String(place)}`;
          told.push(yield* asksGuardian(yield* openDevice(numbered(place), network), ann, network));
        }
        expect(told).toEqual(["sent", "sent", "sent", "sends-exceeded", "sends-exceeded"]);
        expect(yield* asksCode(yield* agreeing(ann, "home"))).toBe("sends-exceeded");
      }),
      { policy },
    ));

  it("from one device alone end in a lock of that device, and of no other (C1)", () =>
    running(
      newPremises(),
      noonMs,
      Effect.gen(function* () {
        yield* allowed;
        const device = yield* agreeing(ann, "home");
        for (let sent = 0; sent < 3; sent += 1) expect(yield* asksCode(device)).toBe("sent");
        expect(yield* asksCode(device)).toBe("code-locked");
        yield* TestClock.adjust(11 * minute);
        expect(yield* asksCode(device)).toBe("code-locked");
        expect(yield* asksCode(yield* agreeing(ann, "home"))).toBe("sent");
      }),
      { policy },
    ));
});

describe("messages from one network", () => {
  it("are sixty in ten minutes over all numbers, and another network is not concerned", () =>
    running(
      newPremises(),
      noonMs,
      Effect.gen(function* () {
        yield* allowed;
        const told: string[] = [];
        for (let place = 0; place < 60; place += 1) {
          const device = yield* agreeing(numbered(place), "cafe");
          told.push(yield* asksCode(device, "cafe"));
        }
        expect(new Set(told)).toEqual(new Set(["sent"]));
        const one = yield* agreeing(numbered(60), "home");
        expect(yield* asksCode(one, "cafe")).toBe("sends-exceeded");
        expect(yield* asksCode(one, "home")).toBe("sent");
        // No more sessions either: without a code they are good for nothing.
        const { people } = yield* Issuer;
        expect(yield* Effect.flip(people.openSession(numbered(61), "cafe"))).toMatchObject({
          code: "sessions-exceeded",
          status: 429,
          retryAfterSeconds: 600,
        });
        yield* TestClock.adjust(10 * minute);
        yield* agreesOn(one);
        expect(yield* asksCode(one, "cafe")).toBe("sent");
      }),
      { policy },
    ));
});

describe("the counts", () => {
  it("are taken back for what was not sent, and forgotten after at most two windows", () => {
    const counts = makeSendCounts(10 * minute);
    const origin = { phone: "1", asker: "a", network: "n" };
    const other = { ...origin, asker: "b" };
    counts.count(origin, noonMs);
    counts.count(origin, noonMs + 1);
    counts.count(other, noonMs + 1);
    expect([counts.sendsByOthers(origin, noonMs + 2), counts.sendsByOthers(other, noonMs + 2)]).toEqual([
      1, 2,
    ]);
    expect(counts.sendsFromNetwork("n", noonMs + 2)).toBe(3);
    counts.uncount(origin, noonMs + 1);
    expect(counts.sendsByOthers(other, noonMs + 2)).toBe(1);
    expect(counts.sendsFromNetwork("n", noonMs + 10 * minute - 1)).toBe(2);
    expect(counts.sendsFromNetwork("n", noonMs + 10 * minute)).toBe(1);
    expect(counts.sendsFromNetwork("", noonMs)).toBe(0);
    for (let turn = 0; turn < 1_000; turn += 1)
      counts.count({ phone: String(turn), asker: "a", network: String(turn) }, noonMs + turn * minute);
    expect(counts.remembered()).toBeLessThanOrEqual(42);
  });
});
