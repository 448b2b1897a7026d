// Nothing of a person, a venue or a case goes out by telemetry: marked secrets are sent to running parties in every place
// of a request, right and wrong ones, and everything that reached the collector and the log is searched for them.
// The collector is a plain server of this test; templates of routes in what it got show that it listened.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { Console, Effect } from "effect";
import { expect, it } from "vitest";
import { telemetryLayer } from "../../../impl/server/telemetry.ts";
import { ask } from "./asks.ts";
import { openTogether, type Together } from "./together.ts";

const phone = "01077712345";
const marks = ["markedpath", "markedquery", "markedheader", "markedbody", "markedtoken", "markedagent"];
const traceId = "4bf92f3577b34da6a3ce929d0e0e4736";

/** A collector that keeps every byte it is sent. */
const openCollector = Effect.acquireRelease(
  Effect.promise(
    () =>
      new Promise<{ url: string; received: { path: string; body: string }[]; close: () => void }>(
        (resolve) => {
          const received: { path: string; body: string }[] = [];
          const server = createServer((request, response) => {
            let body = "";
            request.setEncoding("utf8").on("data", (chunk: string) => (body += chunk));
            request.on("end", () => {
              received.push({ path: request.url ?? "", body });
              response.writeHead(200, { "content-type": "application/json" }).end("{}");
            });
          });
          server.listen(0, "127.0.0.1", () => {
            const address = server.address();
            const port = typeof address === "object" && address !== null ? address.port : 0;
            resolve({ url: `http://127.0.0.1:${String(port)}`, received, close: () => server.close() });
          });
        },
      ),
  ),
  ({ close }) => Effect.sync(close),
);

const traced = {
  traceparent: `00-${traceId}-00f067aa0ba902b7-01`,
  "user-agent": "markedagent",
  "x-secret": "markedheader",
};

const everyPlace = async (together: Together) => {
  const urlOf = (name: string) => together.opened.get(name)?.urls ?? { public: "", parties: "" };
  const issuer = urlOf("issuer-1");
  const venue = urlOf("venue");
  const session = await ask({
    url: `${issuer.public}/v1/sessions?who=markedquery`,
    method: "POST",
    headers: traced,
    body: JSON.stringify({ phone }),
  });
  expect(session.status).toBe(200);
  const token = session.body.split('"')[3] ?? "";
  const bearer = { ...traced, authorization: `Bearer ${token}` };
  await ask({ url: `${issuer.public}/v1/account`, headers: bearer });
  await ask({ url: `${issuer.public}/v1/codes`, method: "POST", headers: bearer, body: "{}" });
  await ask({
    url: `${issuer.public}/v1/consent`,
    method: "POST",
    headers: bearer,
    body: '{"no":"markedbody"}',
  });
  await ask({
    url: `${issuer.public}/v1/account`,
    headers: { ...traced, authorization: "Bearer markedtoken" },
  });
  await ask({ url: `${issuer.public}/markedpath/${phone}?q=markedquery`, headers: traced });
  const door = readFileSync(`${together.folder}/venue/door.key`, "utf8").trim();
  const atDoor = { ...traced, authorization: `Bearer ${door}` };
  await ask({
    url: `${venue.public}/v1/registration`,
    method: "PUT",
    headers: atDoor,
    body: JSON.stringify({ venue: 4_100_777, kind: "karaoke" }),
  });
  await ask({
    url: `${venue.public}/v1/scans`,
    method: "POST",
    headers: atDoor,
    body: '{"text":"markedbody"}',
  });
  await ask({
    url: `${urlOf("authority").parties ?? ""}/v1/cases/markedpath/approval`,
    method: "POST",
    headers: traced,
    identity: together.identities.get("officer-1"),
    body: '{"x":"markedbody"}',
  });
  return [token, door];
};

it("marked secrets in every place of a request reach neither the collector nor the log", async () => {
  const lines: string[] = [];
  const kept = (...parts: readonly unknown[]) => {
    lines.push(parts.map(String).join(" "));
  };
  const listening = (console: Console.Console) =>
    new Proxy(console, {
      get: (target, name): unknown => (name === "error" || name === "log" ? kept : Reflect.get(target, name)),
    });
  const { secrets, received } = await Effect.runPromise(
    Effect.scoped(
      Effect.gen(function* () {
        const collector = yield* openCollector;
        const found = yield* Effect.scoped(
          Effect.gen(function* () {
            const together = yield* openTogether({ issuers: 1 });
            yield* Effect.logInfo("a line of this test");
            return yield* Effect.promise(() => everyPlace(together));
          }),
        ).pipe(
          Effect.provide(telemetryLayer({ party: "everybody", otlpUrl: collector.url })),
          Effect.updateService(Console.Console, listening),
        );
        return { secrets: found, received: collector.received };
      }),
    ),
  );
  const everything = [...received.map(({ body }) => body), ...lines].join("\n");

  // What should be there is there: the search below looks at something.
  expect(new Set(received.map(({ path }) => path))).toEqual(
    new Set(["/v1/traces", "/v1/logs", "/v1/metrics"]),
  );
  expect(everything).toContain("POST /v1/cases/:id/approval");
  expect(everything).toContain("entrylog_requests");
  expect(lines.some((line) => line.includes('"party":"everybody"'))).toBe(true);
  expect(lines.some((line) => line.includes("a line of this test"))).toBe(true);

  const forbidden = [...marks, traceId, phone, "1077712345", "4100777", ...secrets];
  for (const mark of secrets) expect(mark.length).toBeGreaterThan(20);
  for (const mark of forbidden) {
    for (const form of [mark, Buffer.from(mark).toString("base64url"), Buffer.from(mark).toString("hex")]) {
      expect(everything.includes(form), `${form} in the telemetry`).toBe(false);
    }
  }
  expect(everything).not.toContain("127.0.0.1");
});
