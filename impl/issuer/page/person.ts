// The person as the issuer knows them at this moment, and what they do: every yes and no comes from the issuer, and after each the page asks anew.
// So a page that was reloaded, or another tab, stands where the issuer says. A session that ended is dropped, and said.
// It keeps nothing but the session.
import type { Schema } from "effect";
import { useEffect, useRef, useState } from "preact/hooks";
import { ask, type Answer, type Met, type Question } from "../../page/client/ask.ts";
import { startCount } from "../../page/client/elapsed.ts";
import { AccountView } from "../../protocol/http/accountview.ts";
import { keepSession, keptSession, onSessionChanged, type Session } from "./session.ts";

/** An answer of the issuer, and how long ago it came. */
export interface Known {
  readonly account: AccountView;
  readonly sinceMs: () => number;
}

export interface Person {
  readonly session: Session | undefined;
  /** Undefined until the first answer. */
  readonly known: Known | undefined;
  /** Why the issuer could not say where the person stands. */
  readonly met: Met | undefined;
  /** The session that was here has ended by itself: what it had been. */
  readonly ended: "verified" | "begun" | undefined;
  readonly refresh: () => Promise<void>;
  /** Begins a part of the page with what is true now, and not with what was before. */
  readonly lookAnew: () => void;
  readonly begin: (token: string) => Promise<void>;
  /** Asks on this session; what came of it is here before anything else. */
  readonly ask: <A, I>(form: Schema.Codec<A, I>, question: Question) => Promise<Answer<A>>;
  /** Asks on this session, and then how things stand. */
  readonly act: <A, I>(form: Schema.Codec<A, I>, question: Question) => Promise<Answer<A>>;
  /** Asks for what ends this session, and drops it. */
  readonly end: <A, I>(form: Schema.Codec<A, I>, question: Question) => Promise<Answer<A>>;
}

interface State {
  readonly session: Session | undefined;
  readonly known?: Known;
  readonly met?: Met;
  readonly ended?: "verified" | "begun";
}

const first = (): State => ({ session: keptSession() });

const endedState = ({ verified }: Session): State => ({
  session: undefined,
  ended: verified ? "verified" : "begun",
});

export const usePerson = (): Person => {
  const [state, setState] = useState<State>(first);
  /** Answers to an earlier session or question are of no interest. */
  const asked = useRef(0);

  const drop = (session: Session) => {
    if (keptSession()?.token === session.token) keepSession(undefined);
    setState(endedState(session));
  };

  /** Asks on the session that is kept now; undefined where its answer says that it has ended. */
  const askOn = async <A, I>(form: Schema.Codec<A, I>, question: Question) => {
    const session = keptSession();
    const answer = await ask(form, { ...question, token: session?.token });
    const isOver = !answer.ok && answer.met.code === "session-unknown";
    if (isOver && session !== undefined) drop(session);
    return { session: isOver ? undefined : session, answer };
  };

  const refresh = async () => {
    const session = keptSession();
    asked.current += 1;
    const turn = asked.current;
    if (session === undefined) {
      setState((before) => (before.session === undefined ? before : { session }));
      return;
    }
    const answer = await ask(AccountView, { path: "/v1/account", token: session.token });
    if (turn !== asked.current) return;
    if (answer.ok) {
      const verified = answer.value.standing.verification !== "none";
      const now = { ...session, verified };
      if (verified !== session.verified) keepSession(now);
      setState({ session: now, known: { account: answer.value, sinceMs: startCount() } });
    } else if (answer.met.code === "session-unknown") drop(session);
    else setState((before) => ({ ...before, session, met: answer.met }));
  };

  useEffect(() => {
    void refresh();
    const looked = () => {
      if (!document.hidden) void refresh();
    };
    document.addEventListener("visibilitychange", looked);
    const deaf = onSessionChanged(() => void refresh());
    return () => {
      document.removeEventListener("visibilitychange", looked);
      deaf();
    };
  }, []);

  return {
    session: state.session,
    known: state.known,
    met: state.met,
    ended: state.ended,
    refresh,
    lookAnew: () => {
      setState(({ session, ended }) => ({ session, ...(ended === undefined ? {} : { ended }) }));
      void refresh();
    },
    ask: async (form, question) => (await askOn(form, question)).answer,
    begin: async (token) => {
      keepSession({ token, verified: false, turn: 0 });
      await refresh();
    },
    act: async (form, question) => {
      const { session, answer } = await askOn(form, question);
      if (session === undefined) return answer;
      // Other tabs hear of it by this.
      if (answer.ok) keepSession({ ...session, turn: session.turn + 1 });
      await refresh();
      return answer;
    },
    end: async (form, question) => {
      const { answer } = await askOn(form, question);
      if (answer.ok) {
        keepSession(undefined);
        asked.current += 1;
        setState({ session: undefined });
      }
      return answer;
    },
  };
};
