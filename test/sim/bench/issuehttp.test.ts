// The issue-http row at a small size: both servers are real processes that answer as much in the same form.
// Its client is tried against a server of this test, where every length and every time is known.
// What the row measures is not looked at beyond being a number.
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Effect } from "effect";
import { describe, expect, it, onTestFinished } from "vitest";
import { ninetyNinth, runLoad } from "../../../sim/bench/http/load.ts";
import { measureIssueHttp } from "../../../sim/bench/issuehttp.ts";

describe("the issue-http row", () => {
  it("does the same work on both sides", async () => {
    const folder = mkdtempSync(join(tmpdir(), "entrylog-issue-http-"));
    onTestFinished(() => {
      rmSync(folder, { recursive: true, force: true });
    });
    const size = { people: 8, requestsARound: 24, connections: 4, blocks: 1 };
    const row = await Effect.runPromise(measureIssueHttp(size, folder));
    expect(row).toMatchObject({ id: "issue-http", goal: 0.5, aim: 0.8, equal: true });
    for (const rate of [row.ours, row.theirs, row.ratio, ...Object.values(row.seconds)]) {
      expect(rate).toBeGreaterThan(0);
      expect(rate).toBeLessThan(Infinity);
    }
  });
});

describe("its client", () => {
  it("asks everything once and tells apart answers of another status or length", async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? "");
      const isLast = request.url === "/9";
      const body = isLast ? "longer" : "same";
      response.writeHead(isLast ? 500 : 200, { "content-length": body.length });
      // In two pieces, so that an answer is put together again.
      response.write(body.slice(0, 2));
      setImmediate(() => response.end(body.slice(2)));
    });
    await new Promise<void>((listening) => {
      server.listen(0, "127.0.0.1", () => {
        listening();
      });
    });
    onTestFinished(() => {
      server.close();
    });
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    let nowMs = 0;
    const answers = await runLoad({
      port,
      requests: Array.from({ length: 10 }, (_, place) => `GET /${String(place)} HTTP/1.1\r\nhost: x\r\n\r\n`),
      connections: 3,
      nowMs: () => (nowMs += 1),
    });
    expect(asked.sort()).toEqual(["/0", "/1", "/2", "/3", "/4", "/5", "/6", "/7", "/8", "/9"]);
    const counts = [...answers.forms].map(([form, count]) => `${String(count)} x ${form.slice(0, 3)}`);
    expect(counts.sort()).toEqual(["1 x 500", "9 x 200"]);
    expect(answers.tookMs.length).toBe(10);
    expect(answers.bodies).toEqual(["same"]);
  });

  it("takes the time within which 99 of 100 answers came", () => {
    expect(ninetyNinth(Array.from({ length: 200 }, (_, place) => 200 - place))).toBe(199);
    expect(ninetyNinth([5])).toBe(5);
  });
});
