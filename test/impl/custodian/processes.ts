// Three processes of one custodian over a real PostgreSQL server, prepared as an administrator would, for the tests of `serve custodian --cluster`.
// An issuer and the office ask it with the keys of their own folders; their parties do not run. It knows no rule of the custodian.
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Effect } from "effect";
import { policyNumbers } from "../../../impl/generated/policy.ts";
import { makeIssuerKeys } from "../../../impl/issuer/keys.ts";
import type { SigningKey } from "../../../impl/protocol/ed25519.ts";
import { custodianApi } from "../../../impl/protocol/http/custodian.ts";
import { HttpApiClient } from "../../../impl/protocol/http/effecthttp.ts";
import { remoteCustodian } from "../../../impl/protocol/remote/custodian.ts";
import { openPeer } from "../../../impl/protocol/remote/peerclient.ts";
import { decodeSignedRoster } from "../../../impl/protocol/roster.ts";
import { readOwnCard } from "../../../impl/serve/cards.ts";
import { freePorts } from "../../../impl/serve/freeports.ts";
import { furnish } from "../../../impl/serve/furnishing.ts";
import { withVaultIn } from "../../../impl/serve/holders.ts";
import { membersOf } from "../../../impl/serve/members.ts";
import { readRoster } from "../../../impl/serve/rosterfile.ts";
import { tlsIdentityOf, tlsKey } from "../../../impl/server/identity.ts";
import { Vault } from "../../../impl/store/vault.ts";
import { defaultPolicy } from "../../../models/policy.ts";
import { present } from "../protocol/hex.ts";
import { freshFolder, start, until } from "../serve/processes.ts";
import { prepareHere } from "../../../impl/serve/preparehere.ts";
import { makeIssuer } from "./issuer.ts";

export const schema = "entrylog_custodian";

/** Who must be known to a custodian before it starts, and itself. */
const members = membersOf(1).filter(({ party }) => ["issuer", "custodian", "authority"].includes(party));

/** Starts so many processes of the custodian in this folder, each at ports of its own, and waits until all of them can be asked. */
export const startSeveral = Effect.fnUntraced(function* (folder: string, processes: number) {
  const ports = yield* freePorts(processes * 3);
  const started = yield* Effect.forEach(Array.from({ length: processes }).keys(), (place) => {
    const [open, parties, cluster] = ports.slice(place * 3, place * 3 + 3).map(String);
    return start(["serve", "custodian", "--cluster", "--dir", folder, "--until-input-ends"], {
      ENTRYLOG_PUBLIC_PORT: present(open),
      ENTRYLOG_PARTIES_PORT: present(parties),
      ENTRYLOG_CLUSTER_PORT: present(cluster),
    });
  });
  for (const { said, url } of started)
    yield* until(() => url("custodian", "parties") !== "" || /code|fault/.test(said()));
  return started;
});

/** A custodian's folder with its store on that server, and those who ask it. */
export const prepareCustodian = Effect.fnUntraced(function* (url: string) {
  const folder = yield* freshFolder;
  yield* furnish(
    { folder, members, preset: "2020-07", freePorts: true, settings: () => ({}) },
    prepareHere(({ party }) => (party === "custodian" ? { store: { kind: "postgres", url, schema } } : {})),
  );
  const { tlsKey: pinnedKey } = present(yield* readOwnCard(`${folder}/custodian`));
  const roster = decodeSignedRoster(yield* readRoster(`${folder}/custodian`));
  if (!roster.ok) return yield* Effect.die(new Error("the roster cannot be read"));
  const issuer = makeIssuer(1, roster.value.document.officers);
  const keysOfIssuer = Effect.flatMap(Vault, (vault) => makeIssuerKeys(vault, policyNumbers(defaultPolicy)));
  const { deposits } = yield* withVaultIn(`${folder}/issuer-1`, keysOfIssuer);
  const keys = {
    issuer: yield* withVaultIn(`${folder}/issuer-1`, tlsKey),
    office: yield* withVaultIn(`${folder}/office`, tlsKey),
  };

  /** A process of the custodian, as the holder of a key reaches it. */
  const peerOf = Effect.fnUntraced(function* (at: string, key: SigningKey) {
    const identity = yield* tlsIdentityOf(key, "somebody");
    return yield* openPeer({ name: "custodian", url: at, pinnedKey, identity, answerWithinMs: 10_000 });
  });
  return {
    folder: `${folder}/custodian`,
    issuer,
    deposits,
    keys,
    portOf: (at: string, key: SigningKey) => Effect.flatMap(peerOf(at, key), remoteCustodian),
    announce: Effect.fnUntraced(function* (at: string, level: "caution" | "serious") {
      const { client, ask } = yield* peerOf(at, keys.office);
      const api = yield* HttpApiClient.makeWith(custodianApi, { httpClient: client });
      yield* ask(api.levels.announce({ payload: { level } }));
    }),
  };
}, Effect.provide(NodeServices.layer));
