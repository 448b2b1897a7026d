// What `serve --cluster` refuses, each with its code and what to do, before anything is opened or asked of a server.
// That several processes serve a custodian together is tested with real ones in test/impl/custodian/shards.test.ts.
import { writeFileSync } from "node:fs";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { exitCodes, Stop } from "../../../impl/exit.ts";
import { checkConfiguration } from "../../../impl/serve/configuration.ts";
import { othersOf } from "../../../impl/serve/several.ts";
import { freshFolder, start } from "./processes.ts";

const custodian = { party: "custodian", name: "custodian", public: { port: 0 }, parties: { port: 0 } };
const postgres = { kind: "postgres", url: "postgres://nobody@127.0.0.1:1/nothing" };
const cluster = { port: 4_302 };

const refusal = (file: object) =>
  Effect.runPromise(Effect.flip(Effect.flatMap(checkConfiguration(file), othersOf)));

const reasonOf = async (file: object): Promise<string> => {
  const failure = await refusal(file);
  return failure instanceof Stop ? failure.reason : failure.message;
};

describe("several processes of one party", () => {
  it("are refused for every other party than the custodian", async () => {
    for (const party of ["issuer", "venue", "authority", "board"])
      expect(await reasonOf({ ...custodian, party, store: postgres, cluster })).toBe("cluster-for-custodian");
  });

  it("are refused over a SQLite file, and told what to name instead", async () => {
    const failure = await refusal({ ...custodian, cluster });
    expect(failure).toMatchObject({
      code: exitCodes.usage,
      reason: "cluster-needs-postgres",
      advice: "Name the server under `store` in config.json, or in ENTRYLOG_STORE_URL.",
    });
  });

  it("are refused without a place at which they find each other", async () => {
    expect(await reasonOf({ ...custodian, store: postgres })).toBe(
      "config.json: cluster: Expected host and port at which this process listens for the others",
    );
  });

  it("end the command with its exit code and words", () =>
    Effect.runPromise(
      Effect.scoped(
        Effect.gen(function* () {
          const folder = yield* freshFolder;
          writeFileSync(`${folder}/config.json`, JSON.stringify(custodian));
          const served = yield* start(["serve", "custodian", "--cluster", "--dir", folder]);
          expect(yield* served.ended).toBe(exitCodes.usage);
          expect(served.said()).toBe(
            "cluster-needs-postgres: Several processes can share the custodian's store only where it lies on a PostgreSQL server.\n" +
              "Name the server under `store` in config.json, or in ENTRYLOG_STORE_URL.\n",
          );
        }),
      ),
    ));
});
