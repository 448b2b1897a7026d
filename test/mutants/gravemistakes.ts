/**
 * Grave mistakes in the services, said by hand: each is one that would break a promise to people, with the tests that must notice it.
 * A mistake is an exact text of a file and what it becomes; where that text is gone, gravejudging.ts says so and planting fails.
 * Others than these are made by Stryker (services.ts), which takes too long for every run of the tests.
 */
import { graveAtCustodian } from "./gravecustodian.ts";
import { graveAtDoor } from "./gravedoor.ts";
import { graveAtIssuer } from "./graveissuer.ts";

export interface GraveMistake {
  /** What would be wrong, as a sentence. */
  readonly says: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** A file of tests below test/impl, without its ending, one of whose tests must fail. */
  readonly test: string;
  /** Where the file has many tests: part of the name of the one that must. */
  readonly named?: string;
}

const elsewhere: readonly GraveMistake[] = [
  {
    says: "The authority lets a case be approved under a signature of nobody on the roster, or of another text.",
    file: "impl/authority/opening.ts",
    from: "return checked.ok ? file : yield* officersTooFew;",
    to: "return checked.ok || file !== undefined ? file : yield* officersTooFew;",
    test: "authority/opening",
    named: "sign",
  },
  {
    says: "An officer gives shares under a release whose records are not those it lists.",
    file: "impl/officer/client.ts",
    from: "if (!isPartOf(part, caseId, officers, key))",
    to: "if (officers.length === 0)",
    test: "officer/client",
  },
  {
    says: "What a case learned stays readable after the first of its records has ended.",
    file: "impl/authority/releasing.ts",
    from: "Math.min(lapsesAtMs ?? atMs, recordsEndAtMs)",
    to: "lapsesAtMs ?? atMs",
    test: "authority/deadlines",
  },
  {
    says: "The issuer opens records that the custodian's release does not list.",
    file: "impl/protocol/disclosure.ts",
    from: "if (fault !== undefined) return refused(fault);",
    to: "",
    test: "protocol/disclosure",
  },
  {
    says: "The issuer opens records on the word of one officer.",
    file: "impl/protocol/disclosure.ts",
    from: "officers.length < terms.officersNeeded ?",
    to: "officers.length === 0 ?",
    test: "protocol/disclosure",
  },
  {
    says: "The keeper of the roster alone makes officers.",
    file: "impl/roster/checkroster.ts",
    from: 'if (signed.length < terms.officersRequired) return "roster-officers-too-few";',
    to: "",
    test: "roster/refusals",
    named: "keeper alone",
  },
  {
    says: "A change of the roster takes force at once.",
    file: "impl/roster/keptroster.ts",
    from: "Math.max(atMs + policy.rosterDelay, ",
    to: "Math.max(atMs, ",
    test: "roster/roster",
    named: "24 hours after",
  },
  {
    says: "A number of an epoch seals twice, under the same nonce.",
    file: "impl/protocol/epoch.ts",
    from: "this.#open[number] = 0;",
    to: "",
    test: "protocol/epoch",
  },
  {
    says: "The venue keeps a scan after it was delivered.",
    file: "impl/venue/delivering.ts",
    from: "yield* waiting.remove(done);",
    to: "",
    test: "venue/venue",
    named: "goes on, keeps the scans",
  },
  {
    says: "Bytes that SQLite deletes are left on its pages.",
    file: "impl/store/database.ts",
    from: "secure_delete = ON",
    to: "secure_delete = OFF",
    test: "store/sqlite",
  },
  {
    says: "Every secret is sealed under the same nonce.",
    file: "impl/store/sealedbytes.ts",
    from: "const nonce = randomBytes(nonceBytes);",
    to: "const nonce = new Uint8Array(nonceBytes);",
    test: "store/sealedbytes",
  },
  {
    says: "A secret's file is removed without being overwritten.",
    file: "impl/store/securefile.ts",
    from: 'withFile(file, "r+", overwriteWithZeros);',
    to: "",
    test: "store/vault",
  },
  {
    says: "The books believe what a failed batch had decided.",
    file: "impl/store/batch.ts",
    from: 'if (exit._tag === "Success") book.settle();\n            else book.discard();',
    to: "book.settle();",
    test: "store/book",
  },
  {
    says: "A read does not let what is due expire first, so that a late sweep lengthens a right.",
    file: "impl/lifecycle/lifecycleservice.ts",
    from: "core.settle(slot, 0, now, desk.policy, desk.log);",
    to: "",
    test: "lifecycle/lifecycleservice",
  },
  {
    says: "A clock that steps back revives a right that has ended.",
    file: "impl/lifecycle/partyclock.ts",
    from: "now >= last ? now : last",
    to: "now",
    test: "lifecycle/partyclock",
  },
];

export const graveMistakes: readonly GraveMistake[] = [
  ...graveAtCustodian,
  ...graveAtDoor,
  ...graveAtIssuer,
  ...elsewhere,
];
