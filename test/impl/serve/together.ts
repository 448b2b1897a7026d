// Every party of a small country in one process, for tests: prepared in a folder as `serve all` does it, each opened
// with its own rooms on free ports, and asked over real sockets. One process shows nothing about separation; that the
// parties are processes of their own is tested with real ones beside this file.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Effect } from "effect";
import { officerFile } from "../../../impl/officer/preparing.ts";
import type { Card } from "../../../impl/protocol/card.ts";
import { importOfficer } from "../../../impl/protocol/officers.ts";
import { readPeers, readOwnCard } from "../../../impl/serve/cards.ts";
import { furnish } from "../../../impl/serve/furnishing.ts";
import { withVaultIn } from "../../../impl/serve/holders.ts";
import { mainOf } from "../../../impl/serve/mains.ts";
import { membersOf, type Member } from "../../../impl/serve/members.ts";
import { openParty, type Opened } from "../../../impl/serve/opening.ts";
import { prepareHere } from "../../../impl/serve/preparehere.ts";
import { tlsIdentityOf, tlsKey, type TlsIdentity } from "../../../impl/server/identity.ts";

export interface Together {
  readonly folder: string;
  readonly opened: ReadonlyMap<string, Opened>;
  readonly cards: ReadonlyMap<string, Card>;
  /** The identities of the parties, the office and an officer, read out of their folders before they are served. */
  readonly identities: ReadonlyMap<string, TlsIdentity>;
}

export interface TogetherOptions {
  readonly issuers?: number;
  /** How many stand on the roster; two unless told otherwise. */
  readonly officers?: number;
  /** Which of the parties are served; all of them unless told otherwise. */
  readonly served?: (member: Member) => boolean;
  readonly settings?: (member: Member) => Readonly<Record<string, unknown>>;
}

const freshFolder = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "entrylog-together-"))),
  (folder) =>
    Effect.sync(() => {
      rmSync(folder, { recursive: true, force: true });
    }),
);

export const openTogether = Effect.fnUntraced(
  function* (options: TogetherOptions) {
    const { issuers = 2, officers, served = () => true, settings = () => ({}) } = options;
    const folder = yield* freshFolder;
    const members = membersOf(issuers);
    yield* furnish(
      { folder, members, preset: "2020-07", freePorts: true, officers, settings },
      prepareHere(() => ({ durability: "normal" })),
    );
    const cards = new Map<string, Card>();
    for (const card of yield* readPeers(`${folder}/office`)) cards.set(card.name, card);
    const office = yield* readOwnCard(`${folder}/office`);
    if (office !== undefined) cards.set(office.name, office);
    const identities = new Map<string, TlsIdentity>();
    for (const { name, party } of members) {
      const main = yield* mainOf(party);
      const key = yield* withVaultIn(`${folder}/${name}`, main.tlsKey ?? tlsKey);
      identities.set(name, yield* tlsIdentityOf(key, name));
    }
    const officeKey = yield* withVaultIn(`${folder}/office`, tlsKey);
    identities.set("office", yield* tlsIdentityOf(officeKey, "office"));
    const kept = readFileSync(`${folder}/officer-1/${officerFile}`);
    const officer = yield* Effect.promise(() => importOfficer(Uint8Array.from(kept)));
    if (officer !== undefined) {
      identities.set("officer-1", yield* tlsIdentityOf(officer.signing, "officer-1"));
    }
    const opened = new Map<string, Opened>();
    for (const member of members.filter(served)) {
      opened.set(member.name, yield* openParty(`${folder}/${member.name}`, member.party));
    }
    return { folder, opened, cards, identities } satisfies Together;
  },
  (effect) => Effect.provide(effect, NodeServices.layer, { local: true }),
);
