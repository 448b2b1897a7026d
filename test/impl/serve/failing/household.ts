// A small country of real processes that a test kills and starts one by one: each party as `entrylog serve` serves it, and a phone
// network beside them. Keys, cards and the roster are made before the first start. Everything ends with the scope.
// It says what each process printed, and nothing of what a test expects of it.
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Effect, type Scope } from "effect";
import type { PresetName } from "../../../../models/policy.ts";
import type { Card } from "../../../../impl/protocol/card.ts";
import { announceLevel } from "../../../../impl/office/asking.ts";
import { readOwnCard, readPeers } from "../../../../impl/serve/cards.ts";
import type { PartyConfigurationFile } from "../../../../impl/serve/configuration.ts";
import { furnish } from "../../../../impl/serve/furnishing.ts";
import { withVaultIn } from "../../../../impl/serve/holders.ts";
import { membersOf, type Member } from "../../../../impl/serve/members.ts";
import { preparePhoneNetwork } from "../../../../impl/serve/phonenetwork.ts";
import { prepareHere } from "../../../../impl/serve/preparehere.ts";
import { tlsIdentityOf, tlsKey, type TlsIdentity } from "../../../../impl/server/identity.ts";
import { present } from "../../protocol/hex.ts";
import { askFromOutside, onPostgres, postgresUrl, schemaOf } from "../../store/partystore.ts";
import { openedVisits, type OpenedVisit } from "../../custodian/opened.ts";

const program = fileURLToPath(new URL("../../../../impl/serve/process.ts", import.meta.url));
const steppingClock = new URL("./steppingclock.ts", import.meta.url).href;
const startsWithinMs = 60_000;

export interface HouseholdOptions {
  readonly issuers?: number;
  readonly preset?: PresetName;
  /** What a party's configuration has besides. */
  readonly configure?: (member: Member) => Partial<PartyConfigurationFile>;
  /** What a party's folder is laid on, before anything is written there; gone with the scope, after the processes. */
  readonly under?: (folder: string) => Effect.Effect<void, never, Scope.Scope>;
  /** Parties whose clocks step when they are told to. */
  readonly steppingClocks?: boolean;
}

interface Process {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
}

export interface Household {
  readonly folder: string;
  /** The parties, without the phone network, which is called `carrier`. */
  readonly names: readonly string[];
  readonly cards: ReadonlyMap<string, Card>;
  readonly office: TlsIdentity;
  readonly carrierUrl: string;
  readonly publicUrl: (name: string) => string;
  readonly partiesUrl: (name: string) => string;
  /** Starts a process and waits until it listens; the words come behind the usual ones. */
  readonly start: (name: string) => Promise<void>;
  /** SIGKILL, at once. */
  readonly kill: (name: string) => Promise<void>;
  /** SIGTERM; answers the exit code. */
  readonly stop: (name: string) => Promise<number | null>;
  readonly signal: (name: string, signal: NodeJS.Signals) => void;
  /** All that the processes of this name have printed, on both channels. */
  readonly said: (name: string) => string;
  /** To everybody who collects or issues, or to some of them. */
  readonly announce: (
    level: "attention" | "caution" | "alert" | "serious",
    to?: readonly string[],
  ) => Promise<void>;
  /** Sets the clock of a party ahead of the machine's by so much, or back to it; with stepping clocks only. */
  readonly setClock: (name: string, aheadMs: number) => void;
  /** A question to a party's store, by its server's own tools. */
  readonly stored: (name: string, text: string) => readonly (readonly unknown[])[];
  /** The custodian's visits, opened with its vault. */
  readonly visits: () => readonly OpenedVisit[];
}

const freshFolder = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "entrylog-household-"))),
  (folder) => Effect.sync(() => rmSync(folder, { recursive: true, force: true })),
);

const storeFile = (folder: string, name: string): string => join(folder, name, "store.sqlite");

const makeProcesses = (
  commands: ReadonlyMap<string, { readonly words: readonly string[]; readonly lines: number }>,
  environment: (name: string) => Readonly<Record<string, string>>,
) => {
  const running = new Map<string, Process>();
  const said = new Map<string, string>();

  const start = (name: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const { words, lines } = present(commands.get(name));
      const child = spawn(process.execPath, [...words], {
        env: { ...process.env, ...environment(name) },
        stdio: ["pipe", "pipe", "pipe"],
      });
      const ended = new Promise<number | null>((end) => child.on("close", (code) => end(code)));
      running.set(name, { child, ended });
      const before = said.get(name) ?? "";
      const inTime = setTimeout(
        () => reject(new Error(`${name} did not start: ${said.get(name) ?? ""}`)),
        startsWithinMs,
      );
      const heard = (chunk: string): void => {
        said.set(name, (said.get(name) ?? "") + chunk);
        const fresh = (said.get(name) ?? "").slice(before.length);
        if (fresh.split("\n").filter((line) => / https?:\/\/\S+$/.test(line)).length < lines) return;
        clearTimeout(inTime);
        resolve();
      };
      child.stdout.setEncoding("utf8").on("data", heard);
      child.stderr.setEncoding("utf8").on("data", heard);
      child.stdin.on("error", () => undefined);
      void ended.then((code) => {
        clearTimeout(inTime);
        reject(
          new Error(`${name} ended with ${String(code)}: ${(said.get(name) ?? "").slice(before.length)}`),
        );
      });
    });

  const end = (name: string, signal: NodeJS.Signals): Promise<number | null> => {
    const process = running.get(name);
    if (process === undefined) return Promise.resolve(null);
    running.delete(name);
    process.child.kill(signal);
    return process.ended;
  };

  return {
    start,
    kill: async (name: string) => {
      await end(name, "SIGKILL");
    },
    stop: (name: string) => end(name, "SIGTERM"),
    signal: (name: string, signal: NodeJS.Signals) => void running.get(name)?.child.kill(signal),
    said: (name: string) => said.get(name) ?? "",
    endAll: () => Promise.all([...running.keys()].map((name) => end(name, "SIGKILL"))),
  };
};

const prepared = Effect.fnUntraced(function* (options: HouseholdOptions) {
  const { issuers = 1, preset = "2020-10", configure = () => ({}), steppingClocks = false, under } = options;
  const folder = yield* freshFolder;
  const members = membersOf(issuers);
  for (const { name } of members) if (under !== undefined) yield* under(join(folder, name));
  const network = yield* preparePhoneNetwork(folder, true);
  const prepareOne = prepareHere((member) => ({
    preset,
    ...(onPostgres
      ? {
          store: {
            kind: "postgres",
            url: postgresUrl(),
            schema: schemaOf(storeFile(folder, member.name)),
          } as const,
        }
      : {}),
    ...configure(member),
  }));
  const settings = ({ party }: Member) => (party === "issuer" ? network.settings : {});
  yield* furnish({ folder, members, preset, freePorts: true, settings }, (furnishing, member) =>
    Effect.andThen(
      prepareOne(furnishing, member),
      member.party === "issuer" ? network.giveSecret(`${folder}/${member.name}`) : Effect.void,
    ),
  );
  const cards = new Map<string, Card>();
  for (const card of yield* readPeers(`${folder}/office`)) cards.set(card.name, card);
  const own = yield* readOwnCard(`${folder}/office`);
  const office = yield* tlsIdentityOf(yield* withVaultIn(`${folder}/office`, tlsKey), "office");

  const commands = new Map(
    members.map((member) => [
      member.name,
      {
        words: [
          program,
          ...["serve", member.party, "--dir", `${folder}/${member.name}`, "--until-input-ends"],
        ],
        lines: member.party === "venue" ? 1 : 2,
      },
    ]),
  );
  commands.set("carrier", { words: [...network.watched.program, ...network.watched.words], lines: 1 });
  // Compiled once, so that a process is there again sooner.
  const compiled = { NODE_COMPILE_CACHE: join(tmpdir(), "entrylog-compiled") };
  const clockOf = (name: string): string => join(folder, `${name}.clock`);
  const clock = (name: string): Readonly<Record<string, string>> =>
    steppingClocks ? { NODE_OPTIONS: `--import ${steppingClock}`, STEPPING_CLOCK: clockOf(name) } : {};
  const processes = makeProcesses(commands, (name) => ({ ...compiled, ...clock(name) }));
  yield* Effect.addFinalizer(() => Effect.promise(() => processes.endAll()));
  const urlOf = (name: string, listener: "public" | "parties") =>
    present(present(cards.get(name)).urls[listener]);
  const household: Household = {
    ...processes,
    folder,
    names: members.map(({ name }) => name),
    cards: own === undefined ? cards : cards.set(own.name, own),
    office,
    carrierUrl: network.settings.sms.url.replace(/\/messages$/, ""),
    publicUrl: (name) => urlOf(name, "public"),
    partiesUrl: (name) => urlOf(name, "parties"),
    announce: async (level, to) => {
      const concerned = [...cards.values()].filter(({ name }) => to?.includes(name) !== false);
      const told = await Effect.runPromise(announceLevel(office, concerned, level));
      const failed = told.filter(({ failure }) => failure !== undefined);
      if (failed.length > 0) throw new Error(JSON.stringify(failed));
    },
    setClock: (name, aheadMs) => {
      writeFileSync(`${clockOf(name)}.new`, String(aheadMs));
      renameSync(`${clockOf(name)}.new`, clockOf(name));
    },
    stored: (name, text) => askFromOutside(storeFile(folder, name), text),
    visits: () => openedVisits({ folder: join(folder, "custodian"), file: storeFile(folder, "custodian") }),
  };
  return household;
});

/** Everybody prepared, and nobody started yet. */
export const openHousehold = (options: HouseholdOptions = {}) =>
  Effect.provide(prepared(options), NodeServices.layer, { local: true });

/** Starts everybody, the phone network first. */
export const startEverybody = async (household: Household): Promise<void> => {
  await household.start("carrier");
  await Promise.all(household.names.map((name) => household.start(name)));
};
