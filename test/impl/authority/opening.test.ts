// What the authority refuses when a case is asked for, signed and approved, each with its code, and that nothing it
// stores changes when it does. Limits are tried on both sides, and a text is altered in each of its bytes.
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import type { AuthorityService, CaseAsked } from "../../../impl/authority/authority.ts";
import type { Refused } from "../../../impl/lifecycle/refused.ts";
import { approveCase, decodeCase, encodeCase, type CaseWindow } from "../../../impl/protocol/casetext.ts";
import { generateOfficer } from "../../../impl/protocol/officers.ts";
import { nothing, refusedIn, type Attempt, type Prepared } from "./refusal.ts";
import { flipped, present } from "../protocol/hex.ts";
import { dayMs, hourMs, makeCountry, noonMs } from "./country.ts";
import { atNoon, everythingStored, inOffice, makeOffice, morning, requested } from "./office.ts";

const country = await makeCountry([3]);
await country.record(3, 17, noonMs - 2 * hourMs, "01012345678");
const stranger = (await generateOfficer(9)).officer;
const impostor = (await generateOfficer(2)).officer;

const expectRefused = refusedIn(country);

describe("a request", () => {
  const proper: CaseAsked = { officer: 1, ground: "investigation", windows: [morning(17)] };
  const venues = (count: number) => Array.from({ length: count }, (_, index) => morning(index + 1));
  const window = (fromMs: number, untilMs: number): CaseWindow => ({ venue: 17, fromMs, untilMs });
  const day = window(noonMs - dayMs, noonMs);
  const asking =
    (changed: Partial<CaseAsked>) =>
    (authority: AuthorityService): Attempt =>
      authority.request({ ...proper, ...changed });

  it.each<[string, Refused["code"], Partial<CaseAsked>]>([
    ["without a ground", "case-without-ground", { ground: "none" }],
    ["on a ground that the law does not have", "case-without-ground", { ground: "curiosity" }],
    ["by somebody who is no officer", "officers-too-few", { officer: 9 }],
    ["without a venue", "case-without-venue", { windows: [] }],
    ["for 21 venues", "case-venues-exceeded", { windows: venues(21) }],
    ["for 100,000 venues", "case-venues-exceeded", { windows: venues(100_000) }],
    ["for 24 h and a millisecond", "case-window-exceeded", { windows: [window(noonMs - dayMs - 1, noonMs)] }],
    ["for a window that ends as it starts", "case-window-inverted", { windows: [window(5, 5)] }],
    [
      "for a second window that ends before it starts",
      "case-window-inverted",
      { windows: [day, { ...window(noonMs - 1, noonMs - 2), venue: 18 }] },
    ],
    [
      "for two days of one venue in two windows",
      "case-window-exceeded",
      { windows: [day, window(noonMs - 2 * dayMs, noonMs - 2 * dayMs + 1)] },
    ],
    [
      "for a millisecond of the future",
      "case-window-ahead",
      { windows: [window(noonMs - hourMs, noonMs + 1)] },
    ],
    [
      "for what has been erased",
      "case-window-erased",
      { windows: [window(noonMs - 30 * dayMs, noonMs - 29 * dayMs)] },
    ],
    ["for half a millisecond", "not-allowed", { windows: [window(noonMs - 2.5, noonMs)] }],
    ["for a negative time", "not-allowed", { windows: [window(-5, -1)] }],
  ])("%s is refused", (_what, code, changed) => expectRefused(code, nothing, asking(changed)));

  it("takes 20 venues, 24 hours, other days at other venues, and a window that ends now", () => {
    const office = makeOffice(country);
    const earlier = { venue: 18, fromMs: noonMs - 5 * dayMs, untilMs: noonMs - 4 * dayMs };
    return atNoon(
      inOffice(office, (authority) =>
        Effect.forEach([venues(20), [day], [day, earlier]], (windows) =>
          Effect.map(authority.request({ ...proper, windows }), ({ caseText }) => {
            expect(decodeCase(caseText)).toMatchObject({ value: { windows } });
          }),
        ),
      ),
    );
  });
});

describe("an approval", () => {
  const unsigned: Prepared<{ caseId: string; caseText: Uint8Array }> = (authority) =>
    authority.request({ officer: 1, ground: "investigation", windows: [morning(17)] });

  it("by the officer who asked is refused by the law", () =>
    expectRefused("case-same-officer", requested, (authority, { caseId, caseText }, { first }) =>
      Effect.flatMap(Effect.orDie(first.approve(caseText)), (approval) =>
        authority.approve({ caseId, approval }),
      ),
    ));

  it.each([
    ["of somebody who is no officer", stranger],
    ["under an officer's number with another key", impostor],
  ])("%s is refused", (_what, officer) =>
    expectRefused("officers-too-few", requested, (authority, { caseId, caseText }) =>
      authority.approve({ caseId, approval: approveCase(officer, caseText, noonMs) }),
    ),
  );

  it("over a text altered in one byte is refused, wherever the byte is", () => {
    const office = makeOffice(country);
    return atNoon(
      inOffice(office, (authority) =>
        Effect.gen(function* () {
          const { caseId, caseText } = yield* requested(authority, office);
          const before = everythingStored(office);
          for (let byte = 0; byte < caseText.length; byte += 1) {
            const approval = approveCase(
              present(country.officers[1]),
              flipped(caseText, byte * 8 + 7),
              noonMs,
            );
            const refusal = yield* Effect.flip(authority.approve({ caseId, approval }));
            expect(refusal.code).toBe("officers-too-few");
          }
          expect(everythingStored(office)).toEqual(before);
          yield* authority.approve({
            caseId,
            approval: approveCase(present(country.officers[1]), caseText, noonMs),
          });
        }),
      ),
    );
  });

  it("before the officer who asked has signed is refused", () =>
    expectRefused("officers-too-few", unsigned, (authority, { caseId, caseText }) =>
      authority.approve({ caseId, approval: approveCase(present(country.officers[1]), caseText, noonMs) }),
    ));

  it("of another case's text is refused", () =>
    expectRefused("officers-too-few", requested, (authority, { caseId, caseText }) => {
      const decoded = decodeCase(caseText);
      if (!decoded.ok) throw new Error(decoded.reason);
      const other = encodeCase({ ...decoded.value, caseId: "case-2" });
      return authority.approve({
        caseId,
        approval: approveCase(present(country.officers[1]), other, noonMs),
      });
    }));

  it("of a case that is not there is refused", () =>
    expectRefused("not-allowed", requested, (authority, { caseText }) =>
      authority.approve({
        caseId: "case-2",
        approval: approveCase(present(country.officers[1]), caseText, noonMs),
      }),
    ));

  it.each([
    ["in another's name", "officers-too-few", impostor],
    ["by another officer", "not-allowed", present(country.officers[1])],
  ] as const)("signing the request %s is refused", (_what, code, officer) =>
    expectRefused(code, unsigned, (authority, { caseId, caseText }) =>
      authority.signRequest({ caseId, approval: approveCase(officer, caseText, noonMs) }),
    ),
  );
});
