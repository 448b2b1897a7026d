/**
 * A tiny HTTP server that puts a system under test behind a URL, in the plain JSON form of sim/conform/wire.ts.
 * It stands for a party in any language, is closed when the test is over, and knows nothing of what is tried.
 */
import { createServer, type Server } from "node:http";
import { Effect } from "effect";
import { onTestFinished } from "vitest";
import { makeAnswering } from "../../sim/conform/answering.ts";
import type { SystemUnderTest } from "../../sim/conform/contract.ts";

const bodyOf = async (request: AsyncIterable<unknown>): Promise<unknown> => {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text === "" ? {} : JSON.parse(text);
};

const listening = (server: Server): Promise<string> =>
  new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === "object" ? (address?.port ?? 0) : 0}`);
    });
  });

const served = (answer: (address: string, body: unknown) => Promise<string>): Promise<string> => {
  const server = createServer((request, response) => {
    void bodyOf(request)
      .then((body) => answer((request.url ?? "").slice(1), body))
      .then((text) => response.setHeader("content-type", "application/json").end(text));
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return listening(server);
};

/** Serves the system for as long as the test runs; answers its URL. */
export const serve = (system: SystemUnderTest): Promise<string> => {
  const { answer } = makeAnswering(system);
  return served(async (address, body) => JSON.stringify(await Effect.runPromise(answer(address, body))));
};

/** Serves the same text whatever is asked. */
export const serveText = (text: string): Promise<string> => served(() => Promise.resolve(text));
