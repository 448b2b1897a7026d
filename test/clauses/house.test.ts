// Clauses that no single party can show: the whole house, with real stores, keys, signatures and passes, in literal instants.
// Written from the policy's sentences as the stories are; what each party's files hold is looked up in the files.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { openSealed } from "../../impl/protocol/epoch.ts";
import { importOfficer } from "../../impl/protocol/officers.ts";
import { headerBytes, passSignedBytes, readHeader } from "../../impl/protocol/pass.ts";
import { combineShares, ShareOpener } from "../../impl/protocol/shares.ts";
import { presets } from "../../models/policy.ts";
import { numbersIn } from "../../sim/readablenumbers.ts";
import { present } from "../impl/protocol/hex.ts";
import { filesHolding } from "../impl/store/freshfolder.ts";
import { ann, ben, club, inHouse } from "./wholehouse.ts";

/** Consent once, so that the stories need not agree at every pass. */
const policy = presets["2020-10"];

/** The club's number as SQLite stores it in a row. */
const clubInRows = Uint8Array.from([24, 16, 8, 0].map((shift) => (club >>> shift) & 255));

describe("who and where", () => {
  it("S6, S10: no phone number is at the custodian, no place at the issuer, before and after a join", () =>
    inHouse(policy, ({ at, agreeAndVerify, passOf, scan, request, approve, joined, folderOf }) =>
      Effect.gen(function* () {
        yield* at("2020-07-01T12:00:00.000+09:00");
        yield* agreeAndVerify(ann);
        const pass = yield* passOf(ann);
        yield* at("2020-07-01T12:00:05.000+09:00");
        expect(yield* scan(pass)).toBe("");
        const separate = () => {
          expect(numbersIn(folderOf("issuer"))).toEqual([ann]);
          expect(filesHolding(folderOf("issuer"), ann)).toEqual([]);
          expect(filesHolding(folderOf("custodian"), ann)).toEqual([]);
          expect(filesHolding(folderOf("custodian"), clubInRows)).not.toEqual([]);
          expect(filesHolding(folderOf("issuer"), clubInRows)).toEqual([]);
          expect(filesHolding(folderOf("issuer"), String(club))).toEqual([]);
          expect(filesHolding(folderOf("issuer"), "club")).toEqual([]);
        };
        separate();
        yield* at("2020-07-02T09:00:00.000+09:00");
        const opened = yield* request("2020-07-01T12:00:00.000+09:00", "2020-07-01T13:00:00.000+09:00");
        yield* approve(opened);
        const visits = yield* joined(opened.caseId);
        expect(visits.map(({ phoneNumber, venue }) => [phoneNumber, venue])).toEqual([[ann, club]]);
        separate();
        expect(filesHolding(folderOf("authority"), ann)).toEqual([]);
      }),
    ));

  it("S7: the custodian with its own keys alone sees no handle; only two officers' shares show it, and no file holds it", () =>
    inHouse(policy, ({ house, at, agreeAndVerify, passOf, scan, request, approve, folderOf }) =>
      Effect.gen(function* () {
        yield* at("2020-07-01T12:00:00.000+09:00");
        yield* agreeAndVerify(ann);
        const pass = yield* passOf(ann);
        expect(yield* scan(pass)).toBe("");
        const noon = Date.parse("2020-07-01T12:00:00.000+09:00");
        const [seen] = yield* house.custodian.lookup(club, noon, noon + 1);
        yield* at("2020-07-02T09:00:00.000+09:00");
        const asked = yield* request("2020-07-01T12:00:00.000+09:00", "2020-07-01T13:00:00.000+09:00");
        yield* approve(asked);
        yield* house.authority.askRelease(asked.caseId);
        const { parts } = yield* house.authority.releaseOf(asked.caseId);
        const { issuer, epochs } = present(parts[0]);
        const { epochId, day, shares } = present(epochs[0]);
        const own = yield* Effect.forEach([1, 2], (officer) =>
          Effect.promise(async () => {
            const kept = readFileSync(join(folderOf("officers"), `officer-${officer}.key`));
            const opener = new ShareOpener(present(await importOfficer(kept)));
            const share = present(shares.find((one) => one.officer === officer));
            return present(await opener.open({ issuer, day }, epochId, share));
          }),
        );
        const header = pass.subarray(0, headerBytes);
        const sealed = pass.subarray(headerBytes, passSignedBytes);
        const secret = present(yield* Effect.promise(() => combineShares(own)));
        const handle = present(openSealed(secret, readHeader(header).number, header, sealed));
        const payloads = Buffer.from(present(seen).payloads);
        expect(payloads.includes(Buffer.from(sealed))).toBe(true);
        expect(payloads.includes(Buffer.from(handle))).toBe(false);
        expect(yield* Effect.promise(() => combineShares(own.slice(0, 1)))).toBeUndefined();
        for (const hidden of [handle, secret, ...own, ann])
          expect(filesHolding(folderOf("custodian"), hidden)).toEqual([]);
      }),
    ));

  it("S8: with a case refused, denied or lapsed nothing is joined, and the authority holds no number", () =>
    inHouse(policy, ({ house, at, agreeAndVerify, passOf, scan, request, approve, joined, folderOf }) =>
      Effect.gen(function* () {
        const { authority } = house;
        yield* at("2020-07-01T12:00:00.000+09:00");
        yield* agreeAndVerify(ann);
        expect(yield* scan(yield* passOf(ann))).toBe("");
        yield* at("2020-07-02T09:00:00.000+09:00");
        const windows = [{ venue: club, fromMs: 0, untilMs: 1 }];
        const refused = authority.request({ officer: 1, ground: "none", windows });
        expect(yield* Effect.flip(refused)).toMatchObject({ code: "case-without-ground" });
        const window = ["2020-07-01T12:00:00.000+09:00", "2020-07-01T13:00:00.000+09:00"] as const;
        const denied = yield* request(...window);
        yield* authority.deny({ caseId: denied.caseId, officer: 2, reason: "need-not-shown" });
        expect(yield* Effect.flip(joined(denied.caseId))).toMatchObject({ code: "not-allowed" });
        const lapsed = yield* request(...window);
        yield* approve(lapsed);
        yield* at("2020-07-05T09:00:00.000+09:00");
        expect(yield* Effect.flip(joined(lapsed.caseId))).toMatchObject({ code: "not-allowed" });
        const undecided = yield* request(...window);
        expect(yield* Effect.flip(joined(undecided.caseId))).toMatchObject({ code: "not-allowed" });
        expect(filesHolding(folderOf("authority"), ann)).toEqual([]);
        expect(yield* Effect.flip(authority.answerFor(lapsed.caseId, 1))).toMatchObject({
          code: "not-allowed",
        });
      }),
    ));
});

describe("ends", () => {
  it("S9: a pass of the last millisecond of 1 July is gone from both stores as 29 July begins", () =>
    inHouse(policy, ({ house, at, agreeAndVerify, passOf, scan, sweepAll, folderOf }) =>
      Effect.gen(function* () {
        const { custodian } = house;
        const found = Effect.map(
          custodian.lookup(club, 0, Date.parse("2020-08-01T00:00:00.000+09:00")),
          (days) => days.reduce((sum, { positions }) => sum + positions.length, 0),
        );
        const keys = (party: "issuer" | "custodian") => readdirSync(`${folderOf(party)}/vault`);
        const aliases = () => readdirSync(`${folderOf("issuer")}/aliases`);
        yield* at("2020-07-01T23:59:00.000+09:00");
        yield* agreeAndVerify(ann);
        const keptAlways = { issuer: keys("issuer"), custodian: keys("custodian") };
        yield* at("2020-07-01T23:59:59.999+09:00");
        const pass = yield* passOf(ann);
        const epoch = pass.subarray(2, 10);
        yield* at("2020-07-02T00:00:05.000+09:00");
        expect(yield* scan(pass)).toBe("");

        yield* at("2020-07-28T23:59:59.999+09:00");
        yield* sweepAll;
        expect(yield* found).toBe(1);
        expect(aliases()).not.toEqual([]);
        expect(filesHolding(folderOf("custodian"), epoch)).not.toEqual([]);

        yield* at("2020-07-29T00:00:00.000+09:00");
        expect(yield* found).toBe(0);
        yield* sweepAll;
        expect(aliases()).toEqual([]);
        expect(filesHolding(folderOf("custodian"), epoch)).toEqual([]);
        expect(keys("issuer")).toEqual(keptAlways.issuer);
        expect(keys("custodian")).toEqual(keptAlways.custodian);
        expect(yield* custodian.counts).toMatchObject({ recorded: 1, live: 0, erased: 1 });
      }),
    ));

  it("C5: withdrawn at 12:06 no pass is issued in that millisecond, and a join of both visits gives nobody twice", () =>
    inHouse(policy, ({ at, ask, agreeAndVerify, passOf, scan, request, approve, joined }) =>
      Effect.gen(function* () {
        yield* at("2020-07-01T11:55:00.000+09:00");
        yield* agreeAndVerify(ann);
        yield* agreeAndVerify(ben);
        for (const instant of ["2020-07-01T12:00:00.000+09:00", "2020-07-01T12:05:00.000+09:00"]) {
          yield* at(instant);
          expect(yield* scan(yield* passOf(ann))).toBe("");
        }
        expect(yield* scan(yield* passOf(ben))).toBe("");
        yield* at("2020-07-01T12:06:00.000+09:00");
        expect(yield* ask(ann, { kind: "withdraw" })).toBe("account.ended");
        expect(yield* ask(ann, { kind: "issue" })).toBe("consent-required");
        expect(yield* ask(ben, { kind: "issue" })).toBe("pass.shown");
        yield* at("2020-07-02T09:00:00.000+09:00");
        const opened = yield* request("2020-07-01T12:00:00.000+09:00", "2020-07-01T12:10:00.000+09:00");
        yield* approve(opened);
        const numbers = (yield* joined(opened.caseId)).map(({ phoneNumber }) => String(phoneNumber));
        expect(numbers.toSorted()).toEqual([ben, "null", "null"]);
      }),
    ));

  it("C11: online nothing is stored a minute after the pass, and a visit is joined 14 days later", () =>
    inHouse(policy, ({ at, agreeAndVerify, passOf, scan, request, approve, joined }) =>
      Effect.gen(function* () {
        yield* at("2020-07-01T12:00:00.000+09:00");
        yield* agreeAndVerify(ann);
        const [pass, late] = [yield* passOf(ann), yield* passOf(ann)];
        expect(yield* scan(pass)).toBe("");
        yield* at("2020-07-01T12:01:00.000+09:00");
        expect(yield* scan(late)).toBe("pass-expired");
        yield* at("2020-07-15T12:00:00.000+09:00");
        const opened = yield* request("2020-07-01T12:00:00.000+09:00", "2020-07-01T12:10:00.000+09:00");
        yield* approve(opened);
        expect((yield* joined(opened.caseId)).map(({ phoneNumber }) => phoneNumber)).toEqual([ann]);
      }),
    ));
});
