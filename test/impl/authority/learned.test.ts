// What a case learned, below the service: the key's own end is kept to even when the law's row is not asked, answers
// sealed to others than the two officers are thrown away before they are stored, and what does not open is damaged.
import { join } from "node:path";
import { Effect, Layer } from "effect";
import { expect, it } from "vitest";
import type { AuthorityService } from "../../../impl/authority/authority.ts";
import { openLearned } from "../../../impl/authority/learned.ts";
import { randomBytes } from "../../../impl/protocol/randomness.ts";
import { rootKeyFileLayer } from "../../../impl/store/rootkey.ts";
import { Store } from "../../../impl/store/store.ts";
import { Vault } from "../../../impl/store/vault.ts";
import { vaultFolderLayer } from "../../../impl/store/vaultfolder.ts";
import { hourMs, makeCountry, noonMs } from "./country.ts";
import { answered, atNoon, inOffice, keyEndsAtMs, makeOffice, released, type Office } from "./office.ts";
import { partyStore } from "../store/partystore.ts";

const country = await makeCountry([3]);
await country.record(3, 17, noonMs - 2 * hourMs, "01012345678");

/** The store and the vault of an office that is closed. */
const behind = ({ folder }: Office) => {
  const vaultFolder = join(folder, "vault");
  const root = rootKeyFileLayer({ file: join(folder, "root.key"), randomBytes, vaultFolder });
  return Layer.mergeAll(
    partyStore({ file: join(folder, "authority.sqlite") }),
    Layer.provide(vaultFolderLayer({ folder: vaultFolder }), root),
  );
};

/** Looks into an office after it was closed. */
const afterwards = <A, E, B, F>(
  office: Office,
  use: (authority: AuthorityService) => Effect.Effect<A, E>,
  look: Effect.Effect<B, F, Store | Vault>,
) => atNoon(Effect.andThen(inOffice(office, use), Effect.provide(look, behind(office))));

const opened = Effect.flatMap(Store, (store) => Effect.flatMap(Vault, (vault) => openLearned(store, vault)));

it("is not read at the end of its key, nor after", () => {
  const office = makeOffice(country);
  return afterwards(
    office,
    (authority) => released(authority, office),
    Effect.gen(function* () {
      const endMs = keyEndsAtMs(office, "case-1");
      const learned = yield* opened;
      expect((yield* learned.parts("case-1", endMs - 1))?.released).toHaveLength(1);
      expect(yield* learned.parts("case-1", endMs)).toBeUndefined();
    }),
  );
});

it("holds no answer for an officer who is not of the case", () => {
  const generous = {
    ...country,
    issuers: country.issuers.map((issuer) => ({
      ...issuer,
      service: {
        ...issuer.service,
        answer: (...asked: Parameters<typeof issuer.service.answer>) =>
          Effect.map(issuer.service.answer(...asked), (answer) => ({
            ...answer,
            answers: [...answer.answers, { officer: 7, bytes: new Uint8Array(100) }],
          })),
      },
    })),
  };
  const office = makeOffice(generous);
  return afterwards(
    office,
    (authority) => answered(authority, office),
    Effect.gen(function* () {
      const kept = yield* (yield* opened).parts("case-1", noonMs);
      expect(kept?.answered.flatMap(({ answers }) => answers.map(({ officer }) => officer))).toEqual([1, 2]);
    }),
  );
});

it("is damaged, and said to be, when a row was altered or moved to another case", () => {
  const office = makeOffice(country);
  return afterwards(
    office,
    (authority) => Effect.andThen(released(authority, office), released(authority, office)),
    Effect.gen(function* () {
      const store = yield* Store;
      const learned = yield* opened;
      yield* store.run(
        "UPDATE learned SET sealed = (SELECT sealed FROM learned WHERE case_id = 'case-2') WHERE case_id = 'case-1'",
      );
      expect(yield* Effect.flip(learned.parts("case-1", noonMs))).toMatchObject({ reason: "damaged" });
      expect((yield* learned.parts("case-2", noonMs))?.released).toHaveLength(1);
      yield* store.run("UPDATE learned SET kind = 'answered' WHERE case_id = 'case-2'");
      expect(yield* Effect.flip(learned.parts("case-2", noonMs))).toMatchObject({ reason: "damaged" });
    }),
  );
});
