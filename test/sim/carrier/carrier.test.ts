// The phone network under its own name alone: a page of a foreign name that leads to this machine reads no phone and sends nothing.
import { request } from "node:http";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { openCarrier } from "../../../sim/carrier/carrier.ts";

const asked = (url: string, host: string, method = "GET"): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request(url, { method, headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .on("error", reject)
      .end();
  });

describe("the phone network", () => {
  it("answers under its own name alone", () =>
    Effect.runPromise(
      Effect.scoped(
        Effect.gen(function* () {
          const url = yield* openCarrier({ host: "127.0.0.1", port: 0, secret: "a secret", slowMs: 0 });
          const { host, port } = new URL(url);
          const under = (name: string) => Effect.promise(() => asked(`${url}/phones`, name));
          expect([yield* under(host), yield* under(`localhost:${port}`)]).toEqual([200, 200]);
          for (const name of [
            `example.com:${port}`,
            "127.0.0.1",
            `127.0.0.1:1`,
            `127.0.0.1.example.com:${port}`,
          ])
            expect([name, yield* under(name)]).toEqual([name, 421]);
          const sent = asked(`${url}/messages`, `example.com:${port}`, "POST");
          expect(yield* Effect.promise(() => sent)).toBe(421);
        }),
      ),
    ));
});
