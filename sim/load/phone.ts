// A phone at an issuer over HTTP: it opens a session for its number when it needs one, and asks for what its person wants.
// The crowd of a load and the people of a scenario hold one each. Codes are read where the phone network shows them.
// It decides nothing, keeps nothing but its session, and answers what the issuer answered.
import { Schema } from "effect";
import { decodePassText, passVersions, type Pass } from "../../impl/protocol/pass.ts";
import type { Connections, Question, Replied } from "../exchange.ts";
import { asked } from "./asking.ts";

export interface PhoneLine {
  readonly issuer: string;
  readonly connections: Connections;
  readonly withinMs: number;
}

export interface Phone {
  /** Empty before the first session. */
  readonly token: () => string;
  readonly agree: (notice: string) => Promise<Replied>;
  readonly requestCode: () => Promise<Replied>;
  readonly typeCode: (code: string) => Promise<Replied>;
  readonly pass: () => Promise<Replied>;
  readonly withdraw: () => Promise<Replied>;
}

const asToken = Schema.decodeUnknownSync(Schema.Struct({ token: Schema.String }));
const asNotice = Schema.decodeUnknownSync(Schema.Struct({ hash: Schema.String }));
const asShown = Schema.decodeUnknownSync(Schema.Struct({ text: Schema.String, issuedAtMs: Schema.Int }));

/** A phone of this number, from an address of its own where it has one, on the session of a token where it has one. */
export const makePhone = (
  { issuer, connections, withinMs }: PhoneLine,
  owner: { readonly number: string; readonly from?: string | undefined; readonly token?: string },
): Phone => {
  let token = owner.token ?? "";
  const ask = (method: Question["method"], path: string, body?: unknown): Promise<Replied> =>
    asked(
      {
        method,
        url: `${issuer}${path}`,
        body,
        from: owner.from,
        withinMs,
        ...(token === "" ? {} : { token }),
      },
      connections,
    );
  const openSession = async (): Promise<Replied> => {
    token = "";
    const opened = await ask("POST", "/v1/sessions", { phone: owner.number });
    if (opened.code === "") token = asToken(opened.body).token;
    return opened;
  };
  /** An account that has ended took its session with it: its person begins anew. */
  const onSession: typeof ask = async (method, path, body) => {
    if (token !== "") {
      const replied = await ask(method, path, body);
      if (replied.code !== "session-unknown") return replied;
    }
    const opened = await openSession();
    return opened.code === "" ? ask(method, path, body) : opened;
  };
  return {
    token: () => token,
    agree: (notice) => onSession("POST", "/v1/consent", { notice, under14: false }),
    requestCode: () => onSession("POST", "/v1/codes", {}),
    typeCode: (code) => onSession("POST", "/v1/verification", { code }),
    pass: () => onSession("POST", "/v1/passes", {}),
    withdraw: () => onSession("DELETE", "/v1/consent"),
  };
};

export const askNotice = ({ issuer, connections, withinMs }: PhoneLine): Promise<Replied> =>
  asked({ method: "GET", url: `${issuer}/v1/notice`, withinMs }, connections);

/** The hash of the notice in force, which an agreement names. */
export const noticeIn = ({ body }: Replied): string => asNotice(body).hash;

/** The pass in an answer that gave one. */
export const passIn = ({ body }: Replied): Pass => {
  const decoded = decodePassText(asShown(body).text, passVersions.deployed);
  if (!decoded.ok) throw new Error(`the issuer answered what is no pass: ${decoded.reason}`);
  return decoded.value;
};
