// Nobody who opens a page, asks for a pass or reads the board leaves a line anywhere: parties write no access log.
// Everything that the process logs or prints is caught, and marked words are sent in every place of a request.
// That something would be caught is shown by a fault, which is logged without its path.
import { Console, Effect, Logger } from "effect";
import { expect, it } from "vitest";
import { ask } from "../serve/asks.ts";
import { openTogether } from "../serve/together.ts";

const marked = {
  "user-agent": "marked-agent",
  referer: "https://marked.example/",
  "accept-language": "en-GB",
  cookie: "marked=1",
};

it("no request for a page or a pass leaves a line", async () => {
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
        const served = (name: string) => name === "issuer-1" || name === "board";
        const { opened } = yield* openTogether({ issuers: 1, served: ({ name }) => served(name) });
        const urlOf = (name: string) => opened.get(name)?.urls.public ?? "";
        const [issuer, board] = [urlOf("issuer-1"), urlOf("board")];
        yield* Effect.logInfo("it is caught");
        expect(lines).toContain("it is caught");
        lines.length = 0;
        const statuses = yield* Effect.promise(async () => {
          const session = await ask({
            url: `${issuer}/v1/sessions`,
            method: "POST",
            headers: marked,
            body: JSON.stringify({ phone: "01077712345" }),
          });
          const token = session.body.split('"')[3] ?? "";
          const pass = {
            url: `${issuer}/v1/passes`,
            method: "POST",
            headers: { ...marked, authorization: `Bearer ${token}` },
            body: "{}",
          };
          const answers = [
            session,
            await ask(pass),
            await ask({ ...pass, headers: marked }),
            ...(await Promise.all(
              ["/", "/program.js", "/v1/board", "/v1/board.rss", "/marked-path?marked=query"].map((path) =>
                ask({ url: `${board}${path}`, headers: marked }),
              ),
            )),
          ];
          for (const { headers, body } of answers) {
            expect(headers["set-cookie"]).toBe(undefined);
            expect(body).not.toContain("marked");
          }
          return answers.map(({ status }) => status);
        });
        expect(statuses).toEqual([200, 409, 401, 200, 200, 200, 200, 404]);
        expect(lines).toEqual([]);
      }),
    ).pipe(Effect.provide(catching), Effect.updateService(Console.Console, caught)),
  );
});
