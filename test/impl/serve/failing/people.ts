// People and a door at steady work: they agree, type codes, show passes, are let in, and now and then withdraw and come as somebody new.
// They go on through every outage as people do, by asking again, and write down what they were answered. An answer that a party may
// not give, whatever was killed, is written down as a broken promise.
import { Schema } from "effect";
import { ask, type Question } from "../asks.ts";
import type { Household } from "./household.ts";
import { count, noteIssued, nowMs, type Ledger } from "./ledger.ts";

const answersWithinMs = 15_000;
const Body = Schema.fromJsonString(Schema.Record(Schema.String, Schema.Json));
const read = Schema.decodeUnknownSync(Body);

export interface Answer {
  readonly status: number;
  readonly code: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What was answered, or undefined where the connection was cut off or never made. */
export const attempt = async (question: Question): Promise<Answer | undefined> => {
  try {
    const { status, body } = await ask({ withinMs: answersWithinMs, ...question });
    const said = read(body);
    return { status, code: typeof said["code"] === "string" ? said["code"] : "", body: said };
  } catch {
    return undefined;
  }
};

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export interface Work {
  readonly household: Household;
  readonly ledger: Ledger;
  /** Work goes on until this says so. */
  readonly isOver: () => boolean;
  readonly doorKey: string;
}

export interface Person {
  readonly phone: string;
  readonly issuer: string;
  readonly token: string;
}

/** What may always be answered: come back later. */
const later = new Set([
  "overloaded",
  "stopping",
  "store-unavailable",
  "sms-unavailable",
  "sessions-exceeded",
  "passes-exceeded",
  "sends-exceeded",
  "scans-exceeded",
]);

export const post = (url: string, token: string, body: object = {}, method = "POST"): Question => ({
  url,
  method,
  ...(token === "" ? {} : { headers: { authorization: `Bearer ${token}` } }),
  body: method === "GET" ? "" : JSON.stringify(body),
});

export const door = (
  { household, doorKey }: Pick<Work, "household" | "doorKey">,
  path: string,
  body: object,
  method = "POST",
) => attempt(post(`${household.publicUrl("venue")}${path}`, doorKey, body, method));

/** Asks again until somebody answers, or the work is over. */
const asked = async (work: Work, question: Question): Promise<Answer | undefined> => {
  while (!work.isOver()) {
    const answer = await attempt(question);
    if (answer?.status === 500) work.ledger.violations.push(`${question.url} answered fault`);
    if (answer !== undefined && !later.has(answer.code)) return answer;
    await pause(150);
  }
  return undefined;
};

const wrong = (work: Work, person: Person, what: string, answer: Answer): undefined => {
  work.ledger.violations.push(
    `${person.phone} at ${person.issuer} ${what}: ${String(answer.status)} ${answer.code}`,
  );
  return undefined;
};

/** A session with a consent; what was open before a consent lives in memory, and is opened again. */
const agreed = async (work: Work, issuer: string, phone: string): Promise<Person | undefined> => {
  const url = work.household.publicUrl(issuer);
  while (!work.isOver()) {
    const session = await asked(work, post(`${url}/v1/sessions`, "", { phone }));
    const notice = await asked(work, { url: `${url}/v1/notice` });
    if (session === undefined || notice === undefined) return undefined;
    const person: Person = { phone, issuer, token: String(session.body["token"]) };
    const body = { notice: notice.body["hash"], under14: false };
    const answer = await asked(work, post(`${url}/v1/consent`, person.token, body));
    if (answer === undefined) return undefined;
    if (answer.status === 200) {
      count(work.ledger, "consents");
      return person;
    }
    if (answer.status !== 401) {
      wrong(work, person, "agrees", answer);
      return;
    }
  }
  return undefined;
};

const holds = async (work: Work, { issuer, token }: Person) =>
  asked(work, post(`${work.household.publicUrl(issuer)}/v1/account`, token, {}, "GET"));

/** Whether the account says of itself what was acknowledged. */
const hasField = (answer: Answer | undefined, field: string, state: string): boolean =>
  JSON.stringify(answer?.body[field] ?? {}).includes(`"state":"${state}"`);

/** Verified, or no more tries left; codes live in memory, so a killed issuer is asked for another. */
const verified = async (work: Work, person: Person): Promise<boolean> => {
  const url = work.household.publicUrl(person.issuer);
  for (let tries = 0; tries < 3 && !work.isOver(); tries += 1) {
    const sent = await attempt(post(`${url}/v1/codes`, person.token));
    if (sent?.status === 401) wrong(work, person, "has agreed and asks for a code", sent);
    if (sent?.status !== 200) {
      await pause(300);
      continue;
    }
    const inbox = await attempt({ url: `${work.household.carrierUrl}/phones/${person.phone}` });
    const code = /\d{6}/.exec(JSON.stringify(inbox?.body["messages"] ?? ""))?.[0];
    const answer = await asked(work, post(`${url}/v1/verification`, person.token, { code }));
    const isVerified =
      answer?.status === 200 || hasField(await holds(work, person), "verification", "verified");
    if (isVerified) {
      count(work.ledger, "verifications");
      return true;
    }
  }
  return false;
};

const scan = async (work: Work, person: Person, text: string, name: string): Promise<void> => {
  const { ledger } = work;
  const fromMs = nowMs();
  for (let tries = 0; ; tries += 1) {
    const answer = await door(work, "/v1/scans", { text });
    const untilMs = nowMs();
    if (answer?.status === 200) {
      const how = answer.body["admission"] === "unchecked" ? "unchecked" : "checked";
      ledger.admitted.set(name, { phone: person.phone, how, fromMs, untilMs });
      count(ledger, how);
      return;
    }
    // Shown again after the door was cut off: it was stored the first time, or waits at the door's machine to be delivered.
    if (answer?.code === "pass-replayed" && tries > 0) {
      ledger.admitted.set(name, { phone: person.phone, how: "unchecked", fromMs, untilMs });
      count(ledger, "admitted before a cut");
      return;
    }
    if (answer !== undefined) {
      if (!["pass-expired", "epoch-unknown"].includes(answer.code) && !later.has(answer.code))
        wrong(work, person, "is at the door", answer);
      if (tries === 0) ledger.refused.add(name);
      else ledger.unsure.add(name);
      count(ledger, `refused: ${answer.code}`);
      return;
    }
    if (work.isOver() || untilMs >= fromMs + 14_000) {
      ledger.unsure.add(name);
      count(ledger, "cut off");
      return;
    }
    await pause(200);
  }
};

const enter = async (work: Work, person: Person): Promise<boolean> => {
  const url = `${work.household.publicUrl(person.issuer)}/v1/passes`;
  const answer = await asked(work, post(url, person.token));
  if (answer === undefined) return false;
  if (answer.status !== 200) {
    wrong(work, person, "has agreed and is verified and asks for a pass", answer);
    return false;
  }
  const text = String(answer.body["text"]);
  await scan(work, person, text, noteIssued(work.ledger, text));
  return true;
};

/** Withdraws, and looks whether it stands: nobody gets a pass on it any more. */
const withdraw = async (work: Work, person: Person): Promise<void> => {
  const url = work.household.publicUrl(person.issuer);
  // From here on the officers may find nobody.
  work.ledger.withdrawn.add(person.phone);
  const answer = await asked(work, post(`${url}/v1/consent`, person.token, {}, "DELETE"));
  if (answer === undefined) return;
  if (answer.status === 200) count(work.ledger, "withdrawals");
  else if (answer.status !== 401 && answer.code !== "account-unknown")
    wrong(work, person, "withdraws", answer);
  const pass = await asked(work, post(`${url}/v1/passes`, person.token));
  if (pass?.status === 200) wrong(work, person, "has withdrawn and asks for a pass", pass);
};

/** Somebody who has agreed and is verified, while nothing fails. */
export const newPerson = async (work: Work, issuer: string, phone: string): Promise<Person> => {
  const person = await agreed(work, issuer, phone);
  if (person === undefined || !(await verified(work, person))) throw new Error(`${phone} was not verified`);
  return person;
};

/** Asks for a pass. */
export const askPass = (work: Work, { issuer, token }: Person) =>
  attempt(post(`${work.household.publicUrl(issuer)}/v1/passes`, token));

/** One after the other, people of a kind, until the work is over. */
export const livePeople = async (
  work: Work,
  kind: number,
  { issuer, visits, restMs }: { readonly issuer: string; readonly visits: number; readonly restMs: number },
): Promise<void> => {
  for (let life = 0; !work.isOver(); life += 1) {
    const phone = `+8210${String(20_000_000 + kind * 1_000_000 + life)}`;
    const person = await agreed(work, issuer, phone);
    if (person === undefined || !(await verified(work, person))) continue;
    for (let visit = 0; visit < visits && !work.isOver(); visit += 1) {
      if (!(await enter(work, person))) break;
      await pause(restMs);
    }
    const account = await holds(work, person);
    if (
      account !== undefined &&
      !(hasField(account, "consent", "given") && hasField(account, "verification", "verified"))
    )
      wrong(work, person, "has agreed and is verified and reads their account", account);
    if (!work.isOver()) await withdraw(work, person);
  }
};
