// Nobody who opens a page, goes the whole way to a pass or reads the board leaves a line anywhere: parties write no access log.
// Everything that the process logs or prints is caught, and marked words are sent in every place of a request.
// That something would be caught is shown by a line of the test's own.
import { Console, Effect, Logger, Schema } from "effect";
import { expect, it } from "vitest";
import { ask, type Asked } from "../serve/asks.ts";
import { openCarrier } from "../serve/carrier.ts";
import { openTogether } from "../serve/together.ts";

const marked = {
  "user-agent": "marked-agent",
  referer: "https://marked.example/",
  "accept-language": "en-GB",
  cookie: "marked=1",
};

const number = "01077712345";
const textIn = (field: string, { body }: Asked): string =>
  String(
    Schema.decodeUnknownSync(Schema.fromJsonString(Schema.Record(Schema.String, Schema.Unknown)))(body)[
      field
    ],
  );

/** What a page asks on its way to a pass and after it; answers each status. */
const goAllTheWay = async (issuer: string, messageTo: (phone: string) => string | undefined) => {
  const asked: Asked[] = [];
  const send = async (method: string, path: string, token?: string, body?: object) => {
    const answer = await ask({
      url: `${issuer}${path}`,
      method,
      headers: token === undefined ? marked : { ...marked, authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    asked.push(answer);
    return answer;
  };
  const token = textIn("token", await send("POST", "/v1/sessions", undefined, { phone: number }));
  await send("POST", "/v1/passes", token, {});
  await send("POST", "/v1/passes", undefined, {});
  const notice = textIn("hash", await send("GET", "/v1/notice"));
  await send("POST", "/v1/consent", token, { notice, under14: false });
  await send("POST", "/v1/codes", token);
  const code = /\d{6}/.exec(messageTo("+821077712345") ?? "")?.[0] ?? "";
  await send("POST", "/v1/verification", token, { code: "1" });
  await send("POST", "/v1/verification", token, { code });
  await send("POST", "/v1/passes", token, {});
  await send("GET", "/v1/account", token);
  await send("GET", "/v1/account/disclosures", token);
  await send("GET", "/v1/consent/receipt", token);
  await send("DELETE", "/v1/consent", token);
  return { asked, secrets: [token, code, "77712345"] };
};

it("no request for a page, on the way to a pass or for the board leaves a line", async () => {
  const lines: string[] = [];
  const catching = Logger.layer([Logger.make(({ message }) => void lines.push(String(message)))]);
  const caught = (console: Console.Console) =>
    new Proxy(console, {
      get: (target, name): unknown =>
        typeof name === "string" && ["log", "error", "warn", "info"].includes(name)
          ? (...parts: readonly unknown[]) => lines.push(parts.map(String).join(" "))
          : Reflect.get(target, name),
    });
  await Effect.runPromise(
    Effect.scoped(
      Effect.gen(function* () {
        const carrier = yield* openCarrier;
        const served = ["issuer-1", "board", "custodian"];
        const { opened, identities } = yield* openTogether({
          issuers: 1,
          served: ({ name }) => served.includes(name),
          settings: ({ party }) => (party === "issuer" ? { sms: carrier.sms } : {}),
        });
        const urlsOf = (name: string) => opened.get(name)?.urls ?? { public: "", parties: "" };
        const [issuer, board] = [urlsOf("issuer-1"), urlsOf("board")];
        yield* Effect.logInfo("it is caught");
        expect(lines).toContain("it is caught");
        lines.length = 0;
        yield* Effect.promise(async () => {
          await ask({
            url: `${issuer.parties ?? ""}/v1/crisis-level`,
            method: "PUT",
            identity: identities.get("office"),
            body: JSON.stringify({ level: "serious" }),
          });
          const { asked, secrets } = await goAllTheWay(issuer.public, (phone) => carrier.inbox.get(phone));
          expect(asked.map(({ status }) => status)).toEqual([
            200, 409, 401, 200, 200, 200, 422, 200, 200, 200, 200, 200, 200,
          ]);
          const files = ["/", "/program.js", "/v1/board", "/marked-path?marked=query"];
          const pages = await Promise.all(
            [
              ...files.map((path) => issuer.public + path),
              ...[...files, "/v1/board.rss"].map((path) => board.public + path),
            ].map((url) => ask({ url, headers: marked })),
          );
          expect(pages.map(({ status }) => status)).toEqual([200, 200, 200, 404, 200, 200, 200, 404, 200]);
          for (const { headers, body } of [...asked, ...pages]) {
            expect(headers["set-cookie"]).toBe(undefined);
            expect(body).not.toContain("marked");
          }
          for (const secret of secrets) {
            expect(secret.length).toBeGreaterThan(5);
            for (const { body } of pages) expect(body).not.toContain(secret);
          }
        });
        expect(lines).toEqual([]);
      }),
    ).pipe(Effect.provide(catching), Effect.updateService(Console.Console, caught)),
  );
});
