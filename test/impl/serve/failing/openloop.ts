// Load that does not wait: requests leave at their times, whatever became of those before, as people come to a door at noon.
// Every request is noted with its answer and how long it took from the time it was due, so a server that is slow hides nothing.
// Before that, what a server can take is found out by asking with a few hands at once.
import type { Agent as PlainAgent, IncomingHttpHeaders, RequestOptions } from "node:http";
import { request as plain } from "node:http";
import { request as secure } from "node:https";
import { nowMs } from "./ledger.ts";
import { pause } from "./people.ts";

export interface Sent {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly tookMs: number;
}

export interface Shot {
  readonly url: string;
  readonly method: string;
  readonly body: string;
  readonly agent: PlainAgent;
  readonly headers?: Readonly<Record<string, string>>;
  readonly options?: RequestOptions;
}

/** One request; a connection that fails is an answer with status 0, and told as such. */
export const shoot = (
  { url, method, body, agent, headers = {}, options = {} }: Shot,
  dueMs = nowMs(),
): Promise<Sent> =>
  new Promise((resolve) => {
    const send = url.startsWith("https:") ? secure : plain;
    const request = send(
      url,
      {
        ...options,
        agent,
        method,
        headers: {
          "content-type": "application/json",
          "content-length": Buffer.byteLength(body),
          ...headers,
        },
      },
      (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: text,
            tookMs: nowMs() - dueMs,
          }),
        );
      },
    );
    request.on("error", ({ message }) =>
      resolve({ status: 0, headers: {}, body: message, tookMs: nowMs() - dueMs }),
    );
    request.end(body);
  });

/** How many a second are answered to so many hands. */
export const capacityOf = async (
  hands: number,
  shots: readonly Shot[],
): Promise<{ readonly perSecond: number; readonly sent: readonly Sent[] }> => {
  const waiting = [...shots];
  const sent: Sent[] = [];
  const fromMs = nowMs();
  await Promise.all(
    Array.from({ length: hands }, async () => {
      for (let shot = waiting.pop(); shot !== undefined; shot = waiting.pop()) sent.push(await shoot(shot));
    }),
  );
  return { perSecond: (sent.length * 1_000) / Math.max(1, nowMs() - fromMs), sent };
};

/** All of them, at so many a second. */
export const openLoop = async (perSecond: number, shots: readonly Shot[]): Promise<readonly Sent[]> => {
  const fromMs = nowMs();
  const answers: Promise<Sent>[] = [];
  while (shots.length > answers.length) {
    const due = Math.min(shots.length, Math.ceil(((nowMs() - fromMs) * perSecond) / 1_000) + 1);
    for (const shot of shots.slice(answers.length, due))
      answers.push(shoot(shot, fromMs + (answers.length * 1_000) / perSecond));
    await pause(2);
  }
  return Promise.all(answers);
};

export const percentile = (sent: readonly Sent[], share: number): number => {
  const times = sent.map(({ tookMs }) => tookMs).sort((one, other) => one - other);
  return Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0);
};
