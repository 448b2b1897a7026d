// Three times as much as an issuer and a custodian can take, as real processes: what is too much is refused at once with Retry-After,
// what is taken is stored, nothing is lost and nothing hidden, health answers meanwhile, and afterwards everything is as before.
// How fast is told and not asserted: a machine that is shared has no times to promise.
import { Agent } from "node:http";
import { Agent as SecureAgent } from "node:https";
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { pinCard } from "../../../../impl/serve/cards.ts";
import { base64UrlOf } from "../../../../impl/protocol/http/bytes.ts";
import { encodeScan } from "../../../../impl/protocol/scan.ts";
import { tlsIdentityOf } from "../../../../impl/server/identity.ts";
import { makeIssuer, newKey } from "../../custodian/issuer.ts";
import { present, toHex } from "../../protocol/hex.ts";
import { ask } from "../asks.ts";
import { openHousehold } from "./household.ts";
import { nowMs, storedPasses } from "./ledger.ts";
import { capacityOf, openLoop, percentile, shoot, type Sent, type Shot } from "./openloop.ts";
import { attempt } from "./people.ts";
import { amongProcesses } from "./together.ts";

const limits = { underWayMost: 8 };
const hands = 4;
/** As many as a venue opens to the custodian. */
const connectionsMost = 16;

/** Refused early and in words, or taken; nothing else, and both happened. */
const expectShed = (name: string, sent: readonly Sent[], before: readonly Sent[]): readonly Sent[] => {
  const taken = sent.filter(({ status }) => status === 200);
  const refused = sent.filter(({ status }) => status !== 200);
  expect(
    refused.filter(
      ({ status, headers, body }) =>
        status !== 503 || headers["retry-after"] !== "1" || !body.includes('"code":"overloaded"'),
    ),
  ).toEqual([]);
  expect([taken.length > 0, refused.length > 0]).toEqual([true, true]);
  process.stdout.write(
    `${name}: ${String(sent.length)} sent, ${String(taken.length)} taken (p50 ${String(percentile(taken, 0.5))} ms, p99 ${String(percentile(taken, 0.99))} ms; ` +
      `unloaded p99 ${String(percentile(before, 0.99))} ms), ${String(refused.length)} refused (p99 ${String(percentile(refused, 0.99))} ms)\n`,
  );
  return taken;
};

describe("three times as much as it can take", () => {
  it("is shed by an issuer, and whoever was answered is stored", { timeout: 180_000 }, () =>
    amongProcesses(
      { configure: ({ publicPort }) => ({ public: { port: publicPort, limits } }) },
      async ({ household }) => {
        const url = household.publicUrl("issuer-1");
        const notice = await attempt({ url: `${url}/v1/notice` });
        const body = JSON.stringify({ notice: notice?.body["hash"], under14: false });
        const agent = new Agent({ keepAlive: true });
        const people = 600;
        // From a network each fifty come, because no network may bring more at once.
        const sessions = await capacityOf(
          hands,
          Array.from({ length: people }, (_, person) => ({
            url: `${url}/v1/sessions`,
            method: "POST",
            agent: new Agent(),
            body: JSON.stringify({ phone: `010${String(34_000_000 + person)}` }),
            options: { localAddress: `127.0.${String(1 + Math.floor(person / 50))}.1` },
          })),
        );
        const shots = sessions.sent.map(({ status, body: answer }): Shot => {
          expect(status).toBe(200);
          const token = /"token":"([^"]+)"/.exec(answer)?.[1] ?? "";
          return {
            url: `${url}/v1/consent`,
            method: "POST",
            agent,
            body,
            headers: { authorization: `Bearer ${token}` },
          };
        });
        const { perSecond, sent: before } = await capacityOf(hands, shots.slice(0, 200));
        expect(before.filter(({ status }) => status !== 200)).toEqual([]);
        const loaded = openLoop(3 * perSecond, shots.slice(200));
        expect((await ask({ url: `${url}/health` })).status).toBe(200);
        const taken = expectShed("issuer, consents", await loaded, before);
        const stored = household.stored("issuer-1", "SELECT count(*) FROM consent_record");
        expect(stored.flat().map(Number)).toEqual([before.length + taken.length]);
        // Whoever was refused asks again, as they were told, and is taken.
        const { sent: after } = await capacityOf(hands, shots.slice(200));
        expect(after.filter(({ status }) => status !== 200)).toEqual([]);
        expect(
          household.stored("issuer-1", "SELECT count(*) FROM consent_record").flat().map(Number),
        ).toEqual([people]);
        agent.destroy();
      },
    ),
  );

  it(
    "is shed by the custodian, and what was answered as admitted is stored, once",
    { timeout: 180_000 },
    () =>
      Effect.runPromise(
        Effect.scoped(
          Effect.gen(function* () {
            const household = yield* openHousehold({
              configure: ({ partiesPort }) => ({ parties: { port: partiesPort, limits } }),
            });
            const roster = ["officer-1", "officer-2"].map((name) => {
              const { number, tlsKey, keys } = present(household.cards.get(name));
              return { officer: number, signingKey: tlsKey, sealingKey: present(keys["sealing"]) };
            });
            // This test is the issuer and the devices of ten venues; the custodian knows them by card and registration.
            const issuer = makeIssuer(1, roster);
            const card = present(household.cards.get("issuer-1"));
            const issuerKey = newKey();
            const keys = { ...card.keys, deposits: issuer.deposits.publicKey };
            yield* pinCard(`${household.folder}/custodian`, { ...card, tlsKey: issuerKey.publicKey, keys });
            const agentOf = Effect.fnUntraced(function* (key: ReturnType<typeof newKey>) {
              const { privateKeyPem, certificatePem } = yield* tlsIdentityOf(key, "asker");
              return new SecureAgent({
                keepAlive: true,
                maxSockets: connectionsMost,
                key: privateKeyPem,
                cert: certificatePem,
                rejectUnauthorized: false,
              });
            });
            const devices = Array.from({ length: 10 }, (_, place) => ({
              venue: 1_000 + place,
              key: newKey(),
            }));
            const agents = yield* Effect.forEach(devices, ({ key }) => agentOf(key));
            const asIssuer = yield* agentOf(issuerKey);
            yield* Effect.promise(async () => {
              await household.start("custodian");
              const url = household.partiesUrl("custodian");
              await household.announce("serious", ["custodian"]);
              const opened = await issuer.open(nowMs());
              const deposited = await shoot({
                url: `${url}/v1/deposits`,
                method: "POST",
                agent: asIssuer,
                body: JSON.stringify({ deposits: [base64UrlOf(opened.deposit)] }),
              });
              expect(deposited.body).toBe('{"answers":[{"admitted":true}]}');
              for (const [place, { venue, key }] of devices.entries()) {
                const body = JSON.stringify({
                  venue,
                  kind: "karaoke",
                  deviceKey: base64UrlOf(key.publicKey),
                });
                const registered = await shoot({
                  url: `${url}/v1/venues`,
                  method: "POST",
                  agent: present(agents[place]),
                  body,
                });
                expect(registered.status).toBe(200);
              }
              const shotsOf = async (count: number): Promise<readonly { name: string; shot: Shot }[]> => {
                const atMs = nowMs();
                const passes = await issuer.issue(opened, atMs, count);
                return passes.map((pass, place) => {
                  const { venue, key } = present(devices[place % devices.length]);
                  const scan = encodeScan(key, pass, venue, atMs);
                  return {
                    name: `${toHex(pass.subarray(2, 10))}/${String(Buffer.from(pass).readUInt16BE(10))}`,
                    shot: {
                      url: `${url}/v1/scans`,
                      method: "POST",
                      agent: present(agents[place % agents.length]),
                      body: JSON.stringify({ scans: [base64UrlOf(scan)] }),
                    },
                  };
                });
              };
              // Venues are connected already when the rush begins: a handshake is dearer than a scan.
              const greetings = agents.flatMap((agent) =>
                Array.from({ length: connectionsMost }, () =>
                  shoot({ url: `${url}/v1/counts`, method: "GET", agent, body: "" }),
                ),
              );
              await Promise.all(greetings);
              const first = await shotsOf(300);
              const { perSecond, sent: before } = await capacityOf(
                hands,
                first.map(({ shot }) => shot),
              );
              const rest = await shotsOf(1_500);
              const loaded = openLoop(
                3 * perSecond,
                rest.map(({ shot }) => shot),
              );
              expect((await ask({ url: `${household.publicUrl("custodian")}/health` })).status).toBe(200);
              const sent = await loaded;
              const taken = expectShed("custodian, scans", sent, before);
              expect(
                [...before, ...taken].filter(({ body }) => body !== '{"answers":[{"admitted":true}]}'),
              ).toEqual([]);
              await household.stop("custodian");
              const acknowledged = [
                ...first.map(({ name }) => name),
                ...rest.filter((_, place) => sent[place]?.status === 200).map(({ name }) => name),
              ];
              const stored = storedPasses(household.stored("custodian", "SELECT id, bitmap FROM epoch"));
              expect([...stored].sort()).toEqual(acknowledged.sort());
              expect(household.stored("custodian", "SELECT count(*) FROM visit").flat().map(Number)).toEqual([
                stored.size,
              ]);
              for (const agent of [...agents, asIssuer]) agent.destroy();
            });
          }),
        ).pipe(Effect.provide(NodeServices.layer)),
      ),
  );
});
