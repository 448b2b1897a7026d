// A case as officers take it from their own machines, over mutual TLS: each step, who may take it, and what the client refuses
// to believe of the authority's server. An administrator who invents officers, or has the server's own key, gets nothing.
import { Effect, type Scope } from "effect";
import { describe, expect, it } from "vitest";
import type { Office } from "../../../impl/officer/office.ts";
import {
  approveCase,
  closeCase,
  denyCase,
  listCases,
  readCase,
  requestCase,
  shareCase,
  showCase,
  textToApprove,
} from "../../../impl/officer/steps.ts";
import { encodeCase } from "../../../impl/protocol/casetext.ts";
import { generateOfficer } from "../../../impl/protocol/officers.ts";
import { hourMs, makeCountry, noonMs } from "../authority/country.ts";
import { atNoon, makeOffice, morning } from "../authority/office.ts";
import { present } from "../protocol/hex.ts";
import { newIdentity } from "../server/listening.ts";
import { officeOf, serveAuthority, type Lying, type ServedAuthority } from "./serving.ts";

const country = await makeCountry([3, 5]);
const atMs = noonMs - 2 * hourMs;
await country.record(3, 17, atMs, "+821012345678");
await country.record(3, 17, atMs + 1, null);
await country.record(5, 17, atMs + 2, "+821012345678");
const asked = { ground: "investigation", windows: [morning(17)] } as const;

interface Together {
  readonly served: ServedAuthority;
  readonly first: Office;
  readonly second: Office;
  readonly third: Office;
}

/** The served authority and its three officers, each at their own machine. */
const together = <E>(
  use: (all: Together) => Effect.Effect<void, E, Scope.Scope>,
  lying: Lying = (authority) => authority,
) =>
  atNoon(
    Effect.scoped(
      Effect.gen(function* () {
        const served = yield* serveAuthority(makeOffice(country), lying);
        const [first, second, third] = yield* Effect.forEach(country.officers, (officer) =>
          officeOf(served, officer),
        );
        yield* use({ served, first: present(first), second: present(second), third: present(third) });
      }),
    ),
  );

const approved = Effect.fnUntraced(function* ({ first, second }: Together) {
  const { caseId } = yield* requestCase(first, asked);
  yield* approveCase(second, caseId, yield* textToApprove(second, caseId));
  return caseId;
});

const codeOf = (attempt: Effect.Effect<unknown, { readonly code: string }>) =>
  Effect.match(attempt, { onSuccess: () => "done", onFailure: ({ code }) => code });

describe("a case over the network", () => {
  it("goes from the asking of one officer to what both read, and who was at two issuers is noticed", () =>
    together((all) =>
      Effect.gen(function* () {
        const { first, second } = all;
        const { caseId, signed, state } = yield* requestCase(first, asked);
        expect(state).toBe("requested");
        expect(new TextDecoder().decode(signed)).toContain(`officer 1 agrees at ${String(noonMs)}\n`);
        expect(yield* listCases(second)).toMatchObject([{ caseId, state: "requested", requestedBy: 1 }]);
        const shown = yield* textToApprove(second, caseId);
        expect(yield* approveCase(second, caseId, shown)).toEqual({ caseId, state: "approved" });
        const one = yield* shareCase(first, caseId);
        expect(one).toMatchObject({ records: 3, people: 0, waitingFor: [3, 5] });
        expect(yield* shareCase(second, caseId)).toMatchObject({ people: 2, waitingFor: [] });
        for (const office of [first, second]) {
          const found = yield* readCase(office, caseId);
          expect(found.waitingFor).toEqual([]);
          expect(
            found.visits.map(({ phoneNumber, scannedAtMs, issuer }) => [phoneNumber, scannedAtMs, issuer]),
          ).toEqual([
            ["+821012345678", atMs, 3],
            [null, atMs + 1, 3],
            ["+821012345678", atMs + 2, 5],
          ]);
          expect(found.nobody).toBe(1);
          expect(found.atTwoIssuers).toEqual([{ phoneNumber: "+821012345678", issuers: [3, 5] }]);
        }
        expect(yield* closeCase(first, caseId)).toEqual({ caseId, state: "closed" });
        expect(yield* codeOf(readCase(first, caseId))).toBe("not-allowed");
      }),
    ));

  it("shows an officer who is not of the case no place once it is decided, and gives them nothing of it", () =>
    together((all) =>
      Effect.gen(function* () {
        const { third } = all;
        const { caseId } = yield* requestCase(all.first, asked);
        expect((yield* showCase(third, caseId)).windows).toEqual([morning(17)]);
        yield* approveCase(all.second, caseId, yield* textToApprove(all.second, caseId));
        expect(yield* showCase(third, caseId)).toMatchObject({
          state: "approved",
          windows: null,
          caseText: null,
        });
        expect((yield* showCase(all.first, caseId)).windows).toEqual([morning(17)]);
        for (const step of [shareCase, readCase, closeCase])
          expect(yield* codeOf(step(third, caseId))).toBe("not-allowed");
      }),
    ));

  it("is not approved by the officer who asked, nor in another's name, and can be denied", () =>
    together(({ first, second }) =>
      Effect.gen(function* () {
        const { caseId } = yield* requestCase(first, asked);
        const text = yield* textToApprove(first, caseId);
        expect(yield* codeOf(approveCase(first, caseId, text))).toBe("case-same-officer");
        // The signature of the second, brought by the first, is no approval of the first.
        const approval = yield* second.client.approve(text.caseText);
        const brought = first.ask(first.cases.approve({ params: { id: caseId }, payload: approval }));
        expect(yield* codeOf(brought)).toBe("officers-too-few");
        expect(yield* denyCase(second, caseId, "need-not-shown")).toEqual({ caseId, state: "denied" });
        expect((yield* showCase(first, caseId)).denial).toEqual({ officer: 2, reason: "need-not-shown" });
        expect(yield* codeOf(approveCase(second, caseId, text))).toBe("not-allowed");
      }),
    ));

  it("takes no share that another gave, or that was given for another case", () =>
    together((all) =>
      Effect.gen(function* () {
        const { first, second } = all;
        const [caseId, other] = [yield* approved(all), yield* approved(all)];
        const give = (
          office: Office,
          id: string,
          shares: readonly { issuer: number; resealed: Uint8Array }[],
        ) => codeOf(office.ask(office.cases.shares({ params: { id }, payload: { shares } })));
        const { parts } = yield* first.ask(first.cases.release({ params: { id: other } }));
        expect(parts).toHaveLength(2);
        yield* shareCase(first, caseId);
        const resealed = present(country.asked.at(-1)?.resealed[0] ?? new Uint8Array(200));
        expect(yield* give(second, other, [{ issuer: 3, resealed }])).toBe("officers-too-few");
        expect(yield* give(first, other, [{ issuer: 3, resealed }])).toBe("officers-too-few");
      }),
    ));
});

describe("an administrator of the authority", () => {
  it("who invents two officers is a stranger to the authority itself, in every step", () =>
    together((all) =>
      Effect.gen(function* () {
        const caseId = yield* approved(all);
        for (const number of [1, 8]) {
          const { officer } = yield* Effect.promise(() => generateOfficer(number));
          const invented = yield* officeOf(all.served, officer);
          for (const step of [
            requestCase(invented, asked),
            listCases(invented),
            showCase(invented, caseId),
            denyCase(invented, caseId, "need-not-shown"),
            shareCase(invented, caseId),
            readCase(invented, caseId),
            closeCase(invented, caseId),
          ])
            expect(yield* codeOf(step)).toBe("caller-unknown");
        }
      }),
    ));

  it("who puts another server in its place, under another key, is not spoken to", () =>
    together(({ served }) =>
      Effect.gen(function* () {
        const imposter = { ...served, identity: yield* newIdentity("authority") };
        const office = yield* officeOf(imposter, present(country.officers[0]));
        expect(yield* codeOf(requestCase(office, asked))).toBe("peer-unavailable");
      }),
    ));

  it("who makes another case of what was asked gets no signature", () =>
    together(
      ({ first }) =>
        Effect.gen(function* () {
          expect(yield* codeOf(requestCase(first, asked))).toBe("case-altered");
          expect(yield* listCases(first)).toMatchObject([{ state: "requested", signedBy: [] }]);
        }),
      // The case is kept as asked, and the text handed out names one venue more.
      (authority) => ({
        ...authority,
        request: (wanted) =>
          Effect.map(authority.request(wanted), ({ caseId }) => {
            const facts = { caseId, ground: wanted.ground, requestedAtMs: noonMs };
            return {
              caseId,
              caseText: encodeCase({ ...facts, windows: wanted.windows.concat(morning(18)) }),
            };
          }),
      }),
    ));
});
