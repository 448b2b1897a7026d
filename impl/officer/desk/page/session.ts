// The session of this tab: its token, kept for as long as the tab lives, and how long it still goes on.
// A reload takes it up again where the desk still knows it. Nothing of it stands in an address or outlives the tab.
import { SessionView, type DeskSession } from "../../../protocol/desk.ts";
import { ask } from "../../../page/client/ask.ts";
import { leftFrom } from "./remaining.ts";

export interface Session {
  readonly token: string;
  readonly keyless: boolean;
  readonly leftMs: () => number;
}

const key = "desk-session";

const running = (token: string, { endsInMs, keyless }: SessionView): Session => ({
  token,
  keyless,
  leftMs: leftFrom(endsInMs),
});

export const begin = (opened: DeskSession): Session => {
  sessionStorage.setItem(key, opened.token);
  return running(opened.token, opened);
};

export const forget = (): void => {
  sessionStorage.removeItem(key);
};

export const resume = async (): Promise<Session | undefined> => {
  const token = sessionStorage.getItem(key);
  if (token === null) return undefined;
  const view = await ask(SessionView, { path: "/v1/desk/session", token });
  if (view.ok) return running(token, view.value);
  if (view.met.code === "desk-session-ended") forget();
  return undefined;
};
