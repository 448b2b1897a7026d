// Rough callers, among real processes: many who open connections and say little, who break off, who send the same twice or in the wrong
// order, and who ask too often. They are answered or let go within their bounds, and everybody else goes on being served meanwhile.
// Requests that are wrong in themselves are tested beside the listeners.
import { connect, type Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { ask, type Asked } from "../asks.ts";
import { askPass, attempt, newPerson, pause, post } from "./people.ts";
import { amongProcesses, until } from "./together.ts";

const limits = { headersWithinMs: 3_000, requestWithinMs: 4_000 };
const many = 150;

interface Slow {
  readonly socket: Socket;
  readonly heard: () => string;
  readonly isClosed: () => boolean;
}

/** Opens a connection and says something now and then, and never all of it. */
const openSlow = (url: string, said: string): Slow => {
  const { hostname, port } = new URL(url);
  // These would keep their end open for ever.
  const socket = connect({ port: Number(port), host: hostname, allowHalfOpen: true }, () =>
    socket.write(said),
  );
  let heard = "";
  let isClosed = false;
  socket.setEncoding("latin1").on("data", (chunk: string) => (heard += chunk));
  socket.on("error", () => undefined);
  // Who still sends sees the other end gone only when it is gone, and not when it has said its last word.
  socket.on("close", () => (isClosed = true));
  if (said.length < 2) socket.on("end", () => (isClosed = true));
  return { socket, heard: () => heard, isClosed: () => isClosed };
};

describe("callers who are slow or break off", () => {
  it("are let go within their bounds, while everybody else is served", { timeout: 120_000 }, () =>
    amongProcesses(
      {
        configure: ({ publicPort, partiesPort }) => ({
          public: { port: publicPort, limits },
          parties: { port: partiesPort, limits },
        }),
      },
      async (scene) => {
        const { household } = scene;
        const ann = await newPerson(scene, "issuer-1", "+821033000001");
        const issuer = household.publicUrl("issuer-1");
        const custodian = household.partiesUrl("custodian");
        const body =
          "POST /v1/sessions HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 40\r\n\r\n{";
        const slow = Array.from({ length: many }, (_, place) =>
          openSlow(issuer, place % 2 === 0 ? "GET /v1/notice HTTP/1.1\r\nx-slow: " : body),
        );
        // Connections to the other parties' listener that never say who they are.
        const silent = Array.from({ length: many }, (_, place) =>
          openSlow(custodian, place % 2 === 0 ? "" : "\u0016"),
        );
        const dripping = setInterval(() => {
          for (const { socket } of slow) socket.write(" ");
        }, 200);
        for (let broken = 0; broken < many; broken += 1) {
          const { socket } = openSlow(issuer, body);
          socket.once("connect", () => setTimeout(() => socket.destroy(), broken % 5));
        }
        for (let pass = 0; pass < 10; pass += 1) {
          const shown = await askPass(scene, ann);
          expect([shown?.status, shown?.code]).toEqual([200, ""]);
          expect((await scene.atDoor(String(shown?.body["text"])))?.body).toEqual({ admission: "checked" });
        }
        await until(() => [...slow, ...silent].every(({ isClosed }) => isClosed()));
        clearInterval(dripping);
        for (const { heard } of slow) expect(heard()).toMatch(/^HTTP\/1\.1 408 [^]*"code":"request-slow"/);
        for (const { heard } of silent) expect(heard()).not.toContain("HTTP/1.1 200");
        expect((await askPass(scene, ann))?.status).toBe(200);
      },
    ),
  );
});

describe("requests that come twice, or in the wrong order", () => {
  it("do once what may be done once, and nothing before its time", { timeout: 120_000 }, () =>
    amongProcesses({}, async (scene) => {
      const { household } = scene;
      const url = household.publicUrl("issuer-1");
      const session = await attempt(post(`${url}/v1/sessions`, "", { phone: "+821033000002" }));
      const ben = String(session?.body["token"]);
      const codesOf = (asked: readonly Promise<{ code: string } | undefined>[]) =>
        Promise.all(asked.map(async (answer) => (await answer)?.code));
      // The last things first.
      expect(await codesOf([attempt(post(`${url}/v1/passes`, ben))])).toEqual(["consent-required"]);
      expect(await codesOf([attempt(post(`${url}/v1/verification`, ben, { code: "123456" }))])).toEqual([
        "consent-required",
      ]);
      expect(await codesOf([attempt(post(`${url}/v1/codes`, ben))])).toEqual(["consent-required"]);
      // Every step twice, at one moment.
      const ann = await newPerson(scene, "issuer-1", "+821033000001");
      const passes = await Promise.all([askPass(scene, ann), askPass(scene, ann)]);
      const texts = passes.map((pass) => String(pass?.body["text"]));
      expect(new Set(texts).size).toBe(2);
      const scans = await codesOf([...texts, ...texts, ...texts].map((text) => scene.atDoor(text)));
      expect(scans.toSorted()).toEqual(["", "", ...Array.from({ length: 4 }, () => "pass-replayed")]);
      const withdrawals = await codesOf(
        [1, 2].map(() => attempt(post(`${url}/v1/consent`, ann.token, {}, "DELETE"))),
      );
      expect(withdrawals).toContain("");
      expect(["", "session-unknown", "account-unknown"]).toContain(
        withdrawals.find((code) => code !== "") ?? "",
      );
      expect((await askPass(scene, ann))?.status).toBe(401);
      const counts = await attempt({ url: `${household.publicUrl("custodian")}/v1/counts` });
      expect(counts?.body).toMatchObject({ recorded: 2, live: 2, erased: 0 });
    }),
  );
});

describe("who asks too often", () => {
  it("is told so with 429 and Retry-After, for a minute, in memory only", { timeout: 180_000 }, () =>
    amongProcesses({ steppingClocks: true }, async (scene) => {
      const { household } = scene;
      const ann = await newPerson(scene, "issuer-1", "+821033000001");
      const ben = await newPerson(scene, "issuer-1", "+821033000002");
      const texts: string[] = [];
      for (let pass = 0; pass < 20; pass += 1) texts.push(String((await askPass(scene, ann))?.body["text"]));
      const url = `${household.publicUrl("issuer-1")}/v1/passes`;
      const tooMany = await ask({
        url,
        method: "POST",
        body: "{}",
        headers: { authorization: `Bearer ${ann.token}` },
      });
      expect([tooMany.status, tooMany.headers["retry-after"]]).toEqual([429, "60"]);
      expect(tooMany.body).toContain('"code":"passes-exceeded"');
      // Another's minute is another's.
      expect((await askPass(scene, ben))?.status).toBe(200);
      const later = (aheadMs: number): void => {
        for (const name of household.names) household.setClock(name, aheadMs);
      };
      later(61_000);
      expect((await askPass(scene, ann))?.status).toBe(200);
      for (let pass = 0; pass < 19; pass += 1) expect((await askPass(scene, ann))?.status).toBe(200);
      expect((await askPass(scene, ann))?.code).toBe("passes-exceeded");
      await household.kill("issuer-1");
      await household.start("issuer-1");
      const last = await askPass(scene, ann);
      expect(last?.status).toBe(200);

      // 600 scans a minute are a venue's, whatever becomes of each.
      const door = { authorization: `Bearer ${scene.doorKey}` };
      const scan = (text: string) =>
        ask({
          url: `${household.publicUrl("venue")}/v1/scans`,
          method: "POST",
          body: JSON.stringify({ text }),
          headers: door,
        });
      const text = String(last?.body["text"]);
      const answers = [(await scan(text)).status];
      while (answers.length < 600)
        answers.push(...(await Promise.all(texts.map(async (old) => (await scan(old)).status))));
      expect(answers.filter((status) => status === 200)).toEqual([200]);
      await until(async () => (await scan(text)).status === 429);
      const refused = await scan(text);
      expect([refused.status, refused.headers["retry-after"]]).toEqual([429, "60"]);
      expect(refused.body).toContain('"code":"scans-exceeded"');
      later(122_000);
      await pause(0);
      const fresh = await askPass(scene, ben);
      expect((await scene.atDoor(String(fresh?.body["text"])))?.body).toEqual({ admission: "checked" });
    }),
  );

  it(
    "for messages: three to a number and sixty from a network in ten minutes, on whatever session; forgotten after them",
    { timeout: 180_000 },
    () =>
      amongProcesses({ steppingClocks: true }, async (scene) => {
        const { household } = scene;
        const url = household.publicUrl("issuer-1");
        const notice = await attempt({ url: `${url}/v1/notice` });
        const asks = (path: string, token: string, body: object) => ask(post(`${url}${path}`, token, body));
        /** A device that has agreed, and has no code yet. */
        const device = async (phone: string): Promise<string> => {
          const session = await asks("/v1/sessions", "", { phone });
          const token = /"token":"([^"]+)"/.exec(session.body)?.[1] ?? session.body;
          const agreed = await asks("/v1/consent", token, { notice: notice?.body["hash"], under14: false });
          expect(agreed.status).toBe(200);
          return token;
        };
        const code = (token: string) => asks("/v1/codes", token, {});
        const told = ({ status, headers, contentType, body }: Asked) => [
          status,
          /"code":"([^"]+)"/.exec(body)?.[1],
          contentType,
          headers["retry-after"],
        ];
        const problem = "application/problem+json";

        // From many devices to one number.
        const victim = "+821033000009";
        for (let sent = 0; sent < 3; sent += 1) expect((await code(await device(victim))).status).toBe(200);
        const flooding = await device(victim);
        expect(told(await code(flooding))).toEqual([429, "sends-exceeded", problem, "600"]);
        const inbox = await attempt({ url: `${household.carrierUrl}/phones/${victim}` });
        expect(inbox?.body["messages"]).toHaveLength(3);

        // From one network to many numbers: 3 were sent above, and 3 go to each of these 19.
        for (let number = 0; number < 19; number += 1) {
          const token = await device(`+82103400${String(1_000 + number)}`);
          for (let sent = 0; sent < 3; sent += 1) expect((await code(token)).status).toBe(200);
        }
        const last = await device("+821034002000");
        expect(told(await code(last))).toEqual([429, "sends-exceeded", problem, "600"]);
        // Without a code a session is good for nothing, so there are no more of them either: 24 were opened above.
        const session = () => asks("/v1/sessions", "", { phone: victim });
        for (let opened = 24; opened < 60; opened += 1) expect((await session()).status).toBe(200);
        expect(told(await session())).toEqual([429, "sessions-exceeded", problem, "600"]);

        for (const name of household.names) household.setClock(name, 601_000);
        for (const token of [last, flooding]) expect((await code(token)).status).toBe(200);
        expect((await session()).status).toBe(200);
      }),
  );
});
