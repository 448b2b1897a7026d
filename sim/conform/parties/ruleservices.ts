/**
 * Opens the generated rule services of one party over a real SQLite file, with rows put there by hand, and asks one rule.
 * Each instance of a rule is a row under the name that the rule has for it; passes and visits go through the decision.
 * The file is read through a second connection: what is not there is at rest in the first state of its machine.
 */
import { Effect } from "effect";
import { AuthorityRules } from "../../../impl/generated/services/authority.ts";
import { CustodianRules } from "../../../impl/generated/services/custodian.ts";
import { IssuerRules } from "../../../impl/generated/services/issuer.ts";
import { VenueRules } from "../../../impl/generated/services/venue.ts";
import {
  consentTable,
  crisisTable,
  dayTable,
  disclosureTable,
  verificationTable,
} from "../../../impl/generated/tables.ts";
import { PolicyInForce } from "../../../impl/lifecycle/desk.ts";
import { makeBook } from "../../../impl/store/book.ts";
import { storeLayer } from "../../../impl/store/sqlite.ts";
import { Store, type StoreService } from "../../../impl/store/store.ts";
import type { StoreUnavailable } from "../../../impl/store/unavailable.ts";
import type { PartyName } from "../../../models/language/rule.ts";
import type { Policy } from "../../../models/policy.ts";
import { authorityCalls, custodianCalls, issuerCalls, venueCalls, type RuleCalls } from "./rulecalls.ts";

const tables = [crisisTable, consentTable, verificationTable, dayTable, disclosureTable];

/** Rows that are changed by hand behind an open service are to be seen by the next decision. */
const uncached = { cachedRowsMax: 0 };

const callsOf = (party: PartyName, store: StoreService): Effect.Effect<RuleCalls, never, Store> => {
  switch (party) {
    case "issuer": {
      const books = {
        crisis: makeBook(store, crisisTable, uncached),
        day: makeBook(store, dayTable, uncached),
        consent: makeBook(store, consentTable, uncached),
        verification: makeBook(store, verificationTable, uncached),
      };
      return Effect.provide(Effect.map(IssuerRules, issuerCalls), IssuerRules.over(books));
    }
    case "custodian": {
      const books = {
        crisis: makeBook(store, crisisTable, uncached),
        day: makeBook(store, dayTable, uncached),
      };
      return Effect.provide(Effect.map(CustodianRules, custodianCalls), CustodianRules.over(books));
    }
    case "authority": {
      const books = { disclosure: makeBook(store, disclosureTable, uncached) };
      return Effect.provide(Effect.map(AuthorityRules, authorityCalls), AuthorityRules.over(books));
    }
    case "venue":
      return Effect.provide(Effect.map(VenueRules, venueCalls), VenueRules.over({}));
    case "person":
    case "board":
      return Effect.succeed({});
  }
};

/** Opens the services of a party over the file, uses their rules, and closes the file. */
export const withRules = <A, E>(
  party: PartyName,
  file: string,
  policy: Policy,
  use: (calls: RuleCalls) => Effect.Effect<A, E>,
): Effect.Effect<A, E | StoreUnavailable> =>
  Effect.gen(function* () {
    const store = yield* Store;
    yield* store.script(tables.map(({ createSql }) => createSql).join("\n"));
    return yield* use(yield* callsOf(party, store));
  }).pipe(
    Effect.provide(storeLayer({ file, durability: "normal" })),
    Effect.provideService(PolicyInForce, policy),
  );
