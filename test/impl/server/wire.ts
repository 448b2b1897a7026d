// A plain socket for tests that must send what no client library would: bytes as they are, and what comes back.
// It reads until the server closes the connection, or until a whole answer with its length has come.
// It understands just enough of HTTP/1.1 for that.
import { connect, type Socket } from "node:net";
import { Schema } from "effect";
import { Problem } from "../../../impl/protocol/http/problem.ts";

export interface Answer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

export const parseAnswer = (text: string): Answer => {
  const [head = "", ...rest] = text.split("\r\n\r\n");
  const [first = "", ...lines] = head.split("\r\n");
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
    }),
  );
  return { status: Number(first.split(" ")[1]), headers, body: rest.join("\r\n\r\n") };
};

const whole = (text: string): boolean => {
  if (!text.includes("\r\n\r\n")) return false;
  const { headers, body } = parseAnswer(text);
  const length = headers.get("content-length");
  return length !== undefined && Buffer.byteLength(body) >= Number(length);
};

/** Sends these texts one after the other as they are asked for, and answers what came back. */
export const onWire = (port: number, send: (socket: Socket) => void): Promise<Answer> =>
  new Promise((resolve, reject) => {
    let text = "";
    const socket = connect(port, "127.0.0.1", () => {
      send(socket);
    });
    const end = () => {
      socket.destroy();
      if (text === "") reject(new Error("the server closed the connection without a word"));
      else resolve(parseAnswer(text));
    };
    socket.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
      if (whole(text)) end();
    });
    socket.on("end", end);
    socket.on("error", () => {
      if (text === "") reject(new Error("the connection was reset without a word"));
    });
  });

const decodeProblem = Schema.decodeUnknownSync(Schema.fromJsonString(Problem));

/** The problem document of an answer; it throws when the answer is none. */
export const problemIn = ({ headers, body, status }: Answer): Problem => {
  const stated = decodeProblem(body);
  if (headers.get("content-type") !== "application/problem+json") throw new Error("not a problem document");
  if (stated.status !== status) throw new Error("the document has another status than the answer");
  if (stated.detail.length < 10 || stated.advice.length < 10) throw new Error("no words for people");
  return stated;
};
