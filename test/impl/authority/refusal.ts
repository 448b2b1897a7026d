// One refusal tried on a fresh office: a case is prepared, an attempt made, its code expected, and everything in the
// authority's file and vault compared before and after. The tests of refusals use it.
// It says nothing about which refusals there ought to be.
import { Effect } from "effect";
import { expect } from "vitest";
import type { AuthorityService } from "../../../impl/authority/authority.ts";
import { Refused } from "../../../impl/lifecycle/refused.ts";
import type { ProofUnavailable } from "../../../impl/log/transparencylog.ts";
import type { PeerUnavailable } from "../../../impl/protocol/remote/peerunavailable.ts";
import type { StoreUnavailable } from "../../../impl/store/unavailable.ts";
import type { Country } from "./country.ts";
import { atNoon, everythingStored, inOffice, makeOffice, type Office } from "./office.ts";

export type Attempt = Effect.Effect<unknown, Refused | StoreUnavailable | ProofUnavailable | PeerUnavailable>;
export type Prepared<Case> = (authority: AuthorityService, office: Office) => Effect.Effect<Case, unknown>;

/** In this country: prepares a case, makes the attempt, and expects this refusal and a store that has not changed. */
export const refusedIn =
  (country: Country) =>
  <Case>(
    code: Refused["code"],
    prepare: Prepared<Case>,
    attempt: (authority: AuthorityService, prepared: Case, office: Office) => Attempt,
    of: Country = country,
  ) => {
    const office = makeOffice(of);
    return atNoon(
      inOffice(office, (authority) =>
        Effect.gen(function* () {
          const prepared = yield* prepare(authority, office);
          const before = everythingStored(office);
          const refusal = yield* Effect.flip(attempt(authority, prepared, office));
          expect(refusal).toBeInstanceOf(Refused);
          expect(refusal.code).toBe(code);
          expect(everythingStored(office)).toEqual(before);
        }),
      ),
    );
  };

export const nothing: Prepared<undefined> = () => Effect.succeed(undefined);
