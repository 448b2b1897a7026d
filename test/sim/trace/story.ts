// One short story through the generated rule services over real SQLite files, watched by a real witness: agreeing, a code, passes,
// scans, a copy, a forgery, a late delivery, a case from request to answer, a withdrawal. Tests of the trace tell it and then tamper with it.
// Epoch ids and case ids are fresh at each telling, as in life, so that a trace that kept them would differ.
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { Effect } from "effect";
import { AuthorityRules } from "../../../impl/generated/services/authority.ts";
import { CustodianRules } from "../../../impl/generated/services/custodian.ts";
import { IssuerRules } from "../../../impl/generated/services/issuer.ts";
import {
  consentTable,
  crisisTable,
  dayTable,
  disclosureTable,
  verificationTable,
} from "../../../impl/generated/tables.ts";
import { makeBook } from "../../../impl/store/book.ts";
import type { RowTable } from "../../../impl/store/rowtable.ts";
import { storeLayer } from "../../../impl/store/sqlite.ts";
import { Store } from "../../../impl/store/store.ts";
import type { Seen } from "../../../sim/trace/seen.ts";
import { openWitness, type TraceEnd, type WitnessTrace } from "../../../sim/trace/witness.ts";
import { freshFolder } from "../../impl/store/freshfolder.ts";
import { country, person, tellAuthority, tellCustodian, tellIssuer, tellLeaving, today } from "./tellers.ts";

export const header = {
  schemaVersion: 1,
  modelHash: "models",
  preset: "2020-07",
  set: {},
  scenario: "한 이야기",
  seed: 7,
} as const;

export interface Told {
  readonly folder: string;
  readonly file: string;
  /** The lines of the trace as they were heard while it was written. */
  readonly lines: readonly string[];
  readonly end: TraceEnd;
  readonly epoch: string;
  readonly caseId: string;
}

const keys = { crisis: [country], day: [String(today)] };
const account = { consent: [person], verification: [person] };

const inStore = <A, E>(
  folder: string,
  name: string,
  tables: readonly RowTable[],
  use: Effect.Effect<A, E, Store>,
) =>
  Effect.gen(function* () {
    const store = yield* Store;
    for (const { createSql } of tables) yield* store.script(createSql);
    return yield* use;
  }).pipe(Effect.provide(storeLayer({ file: join(folder, `${name}.sqlite`), durability: "normal" })));

const issuerBooks = Effect.map(Store, (store) => ({
  crisis: makeBook(store, crisisTable),
  day: makeBook(store, dayTable),
  consent: makeBook(store, consentTable),
  verification: makeBook(store, verificationTable),
}));

const issuerTables = [crisisTable, dayTable, consentTable, verificationTable];

const issuer = (folder: string, witness: WitnessTrace, epoch: string) =>
  inStore(
    folder,
    "issuer",
    issuerTables,
    Effect.gen(function* () {
      const rules = IssuerRules.over(yield* issuerBooks);
      yield* IssuerRules.use(({ batch }) =>
        batch({ ...keys, ...account }, (decide) => tellIssuer(decide, witness, epoch)),
      ).pipe(Effect.provide(rules));
    }),
  );

const custodian = (folder: string, epoch: string) =>
  inStore(
    folder,
    "custodian",
    [crisisTable, dayTable],
    Effect.gen(function* () {
      const store = yield* Store;
      const rules = CustodianRules.over({
        crisis: makeBook(store, crisisTable),
        day: makeBook(store, dayTable),
      });
      yield* CustodianRules.use(({ batch }) => batch(keys, (decide) => tellCustodian(decide, epoch))).pipe(
        Effect.provide(rules),
      );
    }),
  );

const authority = (folder: string, caseId: string) =>
  inStore(
    folder,
    "authority",
    [disclosureTable],
    Effect.gen(function* () {
      const rules = AuthorityRules.over({ disclosure: makeBook(yield* Store, disclosureTable) });
      yield* AuthorityRules.use(({ batch }) =>
        batch({ disclosure: [caseId] }, (decide) => tellAuthority(decide, caseId)),
      ).pipe(Effect.provide(rules));
    }),
  );

const leaving = (folder: string) =>
  inStore(
    folder,
    "issuer",
    issuerTables,
    Effect.gen(function* () {
      const rules = IssuerRules.over(yield* issuerBooks);
      yield* IssuerRules.use(({ batch }) => batch(account, tellLeaving)).pipe(Effect.provide(rules));
    }),
  );

export interface Telling {
  /** Seen besides, and written before the end. */
  readonly more?: readonly Seen[];
  /** Whether the person leaves at the end of the story. */
  readonly leaves?: boolean;
}

/** Tells the story and ends its trace. */
export const tellStory = ({ more = [], leaves = true }: Telling = {}): Promise<Told> => {
  const folder = freshFolder();
  const file = join(folder, "witness.trace");
  const epoch = randomBytes(8).toString("hex");
  const caseId = randomBytes(8).toString("hex");
  const lines: string[] = [];
  const telling = Effect.gen(function* () {
    const witness = yield* openWitness({ file, header, hears: (line) => void lines.push(line) });
    const parts = [issuer(folder, witness, epoch), custodian(folder, epoch), authority(folder, caseId)];
    yield* Effect.all([...parts, ...(leaves ? [leaving(folder)] : [])], { discard: true }).pipe(
      Effect.provide(witness.layer),
    );
    witness.observe(more);
    const end = yield* witness.end;
    return { folder, file, lines, end, epoch, caseId };
  });
  return Effect.runPromise(telling);
};
