// The load of a row over HTTP: so many connections, each with one request under way, until all requests are answered.
// It writes and reads plain sockets, because a client library would cost more than the servers that are measured.
// It keeps how long each answer took, how long they are, and some of them whole, to be looked at afterwards.
import { connect, type Socket } from "node:net";

export interface LoadAnswers {
  /** How long each answer took, in milliseconds, in the order of arriving. */
  readonly tookMs: readonly number[];
  /** How many answers had each first line and length. */
  readonly forms: ReadonlyMap<string, number>;
  /** The bodies of some answers. */
  readonly bodies: readonly string[];
}

export interface Load {
  readonly port: number;
  /** Each a whole request, in the order of asking. */
  readonly requests: readonly string[];
  readonly connections: number;
  readonly nowMs: () => number;
}

/** Of so many answers one is kept whole. */
const keptEvery = 16;

const headEnd = "\r\n\r\n";

/** The length of the answer that begins the buffer; undefined while it is not whole. */
const answerLength = (received: Buffer): number | undefined => {
  const end = received.indexOf(headEnd);
  if (end === -1) return undefined;
  const head = received.toString("latin1", 0, end).toLowerCase();
  const said = /\r\ncontent-length: (\d+)/.exec(head)?.[1];
  const length = end + headEnd.length + Number(said ?? 0);
  return received.length >= length ? length : undefined;
};

export const runLoad = ({ port, requests, connections, nowMs }: Load): Promise<LoadAnswers> =>
  new Promise((resolve, reject) => {
    const tookMs: number[] = [];
    const bodies: string[] = [];
    const forms = new Map<string, number>();
    const sockets: Socket[] = [];
    let next = 0;

    const take = (answer: Buffer): void => {
      const form = `${answer.toString("latin1", 9, 12)} in ${String(answer.length)} bytes`;
      forms.set(form, (forms.get(form) ?? 0) + 1);
      if (tookMs.length % keptEvery === 0) {
        bodies.push(answer.toString("utf8", answer.indexOf(headEnd) + headEnd.length));
      }
    };

    const ask = (socket: Socket): void => {
      let received: Buffer = Buffer.alloc(0);
      let askedAtMs = 0;
      const askNext = (): void => {
        const request = requests[next];
        if (request === undefined) return;
        next += 1;
        askedAtMs = nowMs();
        socket.write(request);
      };
      socket.on("data", (chunk: Buffer) => {
        received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
        const length = answerLength(received);
        if (length === undefined) return;
        take(received.subarray(0, length));
        tookMs.push(nowMs() - askedAtMs);
        received = received.subarray(length);
        if (tookMs.length === requests.length) {
          for (const each of sockets) each.destroy();
          resolve({ tookMs, forms, bodies });
        } else {
          askNext();
        }
      });
      askNext();
    };

    for (let opened = 0; opened < Math.min(connections, requests.length); opened += 1) {
      const socket = connect({ port, host: "127.0.0.1", noDelay: true }, () => {
        ask(socket);
      });
      socket.on("error", reject);
      socket.on("end", () => {
        reject(new Error("the server closed a connection in the midst of the load"));
      });
      sockets.push(socket);
    }
  });

/** The time within which 99 of 100 answers came. */
export const ninetyNinth = (tookMs: readonly number[]): number =>
  tookMs.toSorted((left, right) => left - right)[Math.floor(tookMs.length * 0.99)] ?? 0;
