// Clocks that step an hour ahead and back again, among real processes: no right that ended comes back, no number of an epoch comes twice,
// nothing is stored outside a pass's time, and everybody catches up when the time has really come.
// A party's clock is the later of the machine's and the last instant it stored, so a step back stops it rather than turns it back.
import { describe, expect, it } from "vitest";
import { seoulOffset } from "../../../../models/policy.ts";
import { nameOfPass, noteIssued, nowMs, storedPasses } from "./ledger.ts";
import { askPass, attempt, newPerson, post, type Answer } from "./people.ts";
import { amongProcesses, until, type Scene } from "./together.ts";

const hourMs = 3_600_000;
const dayMs = 86_400_000;

/** How far ahead it is noon in Seoul, so that an hour more or less is the same day. */
const untilNoon = (): number => {
  const sinceMidnight = (nowMs() + seoulOffset) % dayMs;
  return (dayMs + dayMs / 2 - sinceMidnight) % dayMs;
};

const everybodyAhead = ({ household }: Scene, aheadMs: number): void => {
  for (const name of household.names) household.setClock(name, aheadMs);
};

const amongClocks = (test: (scene: Scene, noon: number) => Promise<void>): Promise<void> =>
  amongProcesses({ steppingClocks: true }, (scene) => {
    const noon = untilNoon();
    everybodyAhead(scene, noon);
    return test(scene, noon);
  });

const codeOf = (answer: Answer | undefined): string => answer?.code ?? "cut off";

const storedAt = async ({ household }: Scene): Promise<ReadonlySet<string>> => {
  await household.stop("custodian");
  return storedPasses(household.stored("custodian", "SELECT id, bitmap FROM epoch"));
};

const passText = async (scene: Scene, person: Awaited<ReturnType<typeof newPerson>>): Promise<string> => {
  const answer = await askPass(scene, person);
  expect([answer?.status, answer?.code]).toEqual([200, ""]);
  const text = String(answer?.body["text"]);
  noteIssued(scene.ledger, text);
  return text;
};

describe("a clock that leaps an hour ahead and back", () => {
  it(
    "of an issuer: no code lives again, no number comes twice, and its passes count when their time has come",
    { timeout: 180_000 },
    () =>
      amongClocks(async (scene, noon) => {
        const { household, ledger } = scene;
        const ann = await newPerson(scene, "issuer-1", "+821032000001");
        const url = household.publicUrl("issuer-1");
        const session = await attempt(post(`${url}/v1/sessions`, "", { phone: "+821032000002" }));
        const ben = String(session?.body["token"]);
        const notice = await attempt({ url: `${url}/v1/notice` });
        await attempt(post(`${url}/v1/consent`, ben, { notice: notice?.body["hash"], under14: false }));
        expect((await attempt(post(`${url}/v1/codes`, ben)))?.status).toBe(200);
        const inbox = await attempt({ url: `${household.carrierUrl}/phones/+821032000002` });
        const code = /\d{6}/.exec(JSON.stringify(inbox?.body["messages"]))?.[0];

        household.setClock("issuer-1", noon + hourMs);
        // The custodian takes no epoch that is ahead of it, so no pass is issued that no door could take.
        const early = async () => codeOf(await askPass(scene, ann));
        expect(await early()).toBe("store-unavailable");
        household.setClock("issuer-1", noon);
        // The code's three minutes were over an hour ahead, where something was stored; back here they stay over.
        expect(codeOf(await attempt(post(`${url}/v1/verification`, ben, { code })))).toBe("code-not-sent");
        for (let pass = 0; pass < 5; pass += 1) expect(await early()).toBe("store-unavailable");
        await household.kill("issuer-1");
        await household.start("issuer-1");
        expect(await early()).toBe("store-unavailable");
        // With the custodian away nobody tells it, and its epochs wait until their time has come.
        await household.kill("custodian");
        const ahead = await passText(scene, ann);
        await household.start("custodian");
        const waiting = () =>
          Number(household.stored("issuer-1", "SELECT count(*) FROM waiting_deposit")[0]?.[0]);
        await until(async () => codeOf(await scene.atDoor(ahead)) === "epoch-unknown");
        expect(waiting()).toBe(1);

        everybodyAhead(scene, noon + hourMs);
        await until(() => waiting() === 0);
        const late = await passText(scene, ann);
        expect((await scene.atDoor(late))?.body).toEqual({ admission: "checked" });
        expect(ledger.violations).toEqual([]);
        expect([...(await storedAt(scene))]).toEqual([nameOfPass(late)]);
      }),
  );

  it(
    "of the custodian: what is over for it stays over, and it is right again when the time has come",
    { timeout: 180_000 },
    () =>
      amongClocks(async (scene, noon) => {
        const { household } = scene;
        const ann = await newPerson(scene, "issuer-1", "+821032000001");
        const first = await passText(scene, ann);
        expect((await scene.atDoor(first))?.body).toEqual({ admission: "checked" });
        household.setClock("custodian", noon + hourMs);
        const second = await passText(scene, ann);
        expect((await scene.atDoor(second))?.code).toBe("pass-expired");
        household.setClock("custodian", noon);
        // Nothing was stored an hour ahead, so nothing keeps the custodian there.
        const third = await passText(scene, ann);
        expect((await scene.atDoor(third))?.body).toEqual({ admission: "checked" });

        // An epoch that is registered there keeps it there, through a death too.
        household.setClock("custodian", noon + hourMs);
        household.setClock("issuer-1", noon + 2 * 60_000);
        await passText(scene, ann);
        household.setClock("custodian", noon + 2 * 60_000);
        household.setClock("venue", noon + 2 * 60_000);
        expect((await scene.atDoor(await passText(scene, ann)))?.code).toBe("pass-expired");
        await household.kill("custodian");
        await household.start("custodian");
        expect((await scene.atDoor(await passText(scene, ann)))?.code).toBe("pass-expired");
        everybodyAhead(scene, noon + hourMs);
        const last = await passText(scene, ann);
        expect((await scene.atDoor(last))?.body).toEqual({ admission: "checked" });
        expect([...(await storedAt(scene))].sort()).toEqual([first, third, last].map(nameOfPass).sort());
      }),
  );

  it("of a venue: it is told, and lets in again as soon as its clock is right", { timeout: 120_000 }, () =>
    amongClocks(async (scene, noon) => {
      const { household } = scene;
      const ann = await newPerson(scene, "issuer-1", "+821032000001");
      household.setClock("venue", noon + hourMs);
      expect((await scene.atDoor(await passText(scene, ann)))?.code).toBe("scan-ahead");
      household.setClock("venue", noon);
      let last = "";
      await until(async () => {
        last = await passText(scene, ann);
        return (await scene.atDoor(last))?.body["admission"] === "checked";
      });
      expect([...(await storedAt(scene))]).toEqual([nameOfPass(last)]);
    }),
  );
});
