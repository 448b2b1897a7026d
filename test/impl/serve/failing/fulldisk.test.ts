// The disk of each party full in turn: it says that its store is not available, loses nothing that it acknowledged, goes on reading,
// and goes on writing when there is room, without a restart. What PostgreSQL does on a full disk is tested beside the stores.
// Each party lies on a small disk of its own (smalldisk.ts says where that cannot be).
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Effect } from "effect";
import { expect, it } from "vitest";
import { publishFigures } from "../../../../impl/office/asking.ts";
import { openOffice } from "../../../../impl/officer/office.ts";
import { listCases, requestCase } from "../../../../impl/officer/steps.ts";
import { nameOfPass, nowMs, storedPasses } from "./ledger.ts";
import { askPass, attempt, newPerson, post, type Answer } from "./people.ts";
import { fill, makeRoom, smallDisk, withSmallDisks } from "./smalldisk.ts";
import { amongProcesses, until, venue, waitingAt, type Scene } from "./together.ts";

const options = { under: smallDisk(24) } as const;
const tries = 2_000;

/** Fills the disk of a party that has just been started, so that its log has no room left over from before. */
const fillDisk = async ({ household }: Scene, name: string): Promise<string> => {
  await household.stop(name);
  await household.start(name);
  const folder = `${household.folder}/${name}`;
  fill(folder);
  return folder;
};

/** Asks until the answer is that the store is not available; answers how often it was something else before. */
const untilUnavailable = async (ask: () => Promise<string>, before: readonly string[]): Promise<number> => {
  for (let count = 0; count < tries; count += 1) {
    const code = await ask();
    if (code === "store-unavailable") return count;
    expect(before).toContain(code);
  }
  throw new Error("the disk was never full");
};

const codeOf = (answer: Answer | undefined): string =>
  answer === undefined ? "cut off" : answer.status === 200 ? "done" : answer.code;

withSmallDisks("a full disk", () => {
  it("of the custodian makes doors wait, and loses nothing", { timeout: 240_000 }, () =>
    amongProcesses(options, async (scene) => {
      const { household } = scene;
      const shown: string[] = [];
      let person = await newPerson(scene, "issuer-1", "+821031000000");
      let number = 0;
      const enter = async (): Promise<string> => {
        let pass = await askPass(scene, person);
        if (pass?.code === "passes-exceeded") {
          number += 1;
          person = await newPerson(scene, "issuer-1", `+8210${String(31_000_000 + number)}`);
          pass = await askPass(scene, person);
        }
        const text = String(pass?.body["text"]);
        const answer = await scene.atDoor(text);
        expect(answer?.status).toBe(200);
        shown.push(nameOfPass(text));
        return answer?.body["admission"] === "checked" ? "checked" : "store-unavailable";
      };
      expect(await enter()).toBe("checked");
      const folder = await fillDisk(scene, "custodian");
      await untilUnavailable(enter, ["checked"]);
      expect(await waitingAt(scene)).toBeGreaterThan(0);
      // What it has, it still tells.
      const counts = await attempt({ url: `${household.publicUrl("custodian")}/v1/counts` });
      expect(counts?.status).toBe(200);
      makeRoom(folder);
      await until(async () => (await waitingAt(scene)) === 0);
      await until(async () => (await enter()) === "checked");
      await until(async () => (await waitingAt(scene)) === 0);
      await household.stop("custodian");
      const stored = storedPasses(household.stored("custodian", "SELECT id, bitmap FROM epoch"));
      expect([...stored].sort()).toEqual([...shown].sort());
    }),
  );

  it(
    "of an issuer, a venue, the authority and the board is said in words, and is over with room",
    { timeout: 240_000 },
    () =>
      amongProcesses(options, async (scene) => {
        const { household } = scene;
        const ann = await newPerson(scene, "issuer-1", "+821031000000");
        const url = household.publicUrl("issuer-1");
        const notice = await attempt({ url: `${url}/v1/notice` });
        const agree = async () =>
          codeOf(
            await attempt(
              post(`${url}/v1/consent`, ann.token, { notice: notice?.body["hash"], under14: false }),
            ),
          );
        const account = async () => codeOf(await attempt(post(`${url}/v1/account`, ann.token, {}, "GET")));
        let folder = await fillDisk(scene, "issuer-1");
        await untilUnavailable(agree, ["done"]);
        expect(await account()).toBe("done");
        makeRoom(folder);
        expect(await agree()).toBe("done");

        await household.kill("custodian");
        const pass = await askPass(scene, ann);
        const text = String(pass?.body["text"]);
        const admitted: string[] = [];
        folder = await fillDisk(scene, "venue");
        // The same pass again and again: each is a scan, and what becomes of it the custodian says later.
        const scan = async () => {
          const code = codeOf(await scene.atDoor(text));
          if (code === "done") admitted.push(code);
          return code;
        };
        await untilUnavailable(scan, ["done"]);
        expect(await waitingAt(scene)).toBe(admitted.length);
        makeRoom(folder);
        expect(await scan()).toBe("done");
        await household.start("custodian");
        await until(async () => (await waitingAt(scene)) === 0);
        await household.stop("custodian");
        const stored = storedPasses(household.stored("custodian", "SELECT id, bitmap FROM epoch"));
        expect([...stored]).toEqual([nameOfPass(text)]);
        await household.start("custodian");

        const cards = [...household.cards.values()];
        const figures = { confirmed: 1, inTreatment: 2, released: 3, deceased: 4, tested: 5 };
        let day = 0;
        const publish = async () => {
          day += 1;
          const date = new Date(Date.UTC(2020, 6, day)).toISOString().slice(0, 10);
          const [told] = await Effect.runPromise(publishFigures(household.office, cards, date, figures));
          return told?.failure?.code ?? "done";
        };
        folder = await fillDisk(scene, "board");
        const taken = await untilUnavailable(publish, ["done"]);
        expect((await attempt({ url: `${household.publicUrl("board")}/v1/figures` }))?.status).toBe(200);
        makeRoom(folder);
        expect(await publish()).toBe("done");
        await household.stop("board");
        const kept = household.stored("board", "SELECT count(*) FROM figures");
        expect(kept.flat().map(Number)).toEqual([taken + 1]);

        await Effect.runPromise(
          Effect.scoped(
            Effect.gen(function* () {
              const office = yield* openOffice(`${household.folder}/officer-1`);
              const untilMs = nowMs() - 1_000;
              const windows = [{ venue, fromMs: untilMs - 60_000, untilMs }];
              const ask = () =>
                Effect.runPromise(
                  Effect.match(requestCase(office, { ground: "investigation", windows }), {
                    onSuccess: () => "done",
                    onFailure: ({ code }) => code,
                  }),
                );
              const small = yield* Effect.promise(() => fillDisk(scene, "authority"));
              yield* Effect.promise(() => untilUnavailable(ask, ["done"]));
              yield* listCases(office);
              makeRoom(small);
              expect(yield* Effect.promise(ask)).toBe("done");
            }),
          ).pipe(Effect.provide(NodeServices.layer)),
        );
      }),
  );
});
