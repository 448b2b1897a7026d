/**
 * The linter of the law: an allow-list of what machines, rules, messages, promises and the policy's tables may hold.
 * The generator asks it before it writes anything, and tests ask it for a corpus of mistakes; XState itself passes over many in silence.
 * It takes configurations of unknown form, refuses what is not allowed with place and reason, and never throws or repairs.
 */
import { channels, messages, type Channel, type Message } from "../messages.ts";
import { properties } from "../properties.ts";
import { whatIsNotData } from "./lint/data.ts";
import { findingsInDeadlines } from "./lint/deadlines.ts";
import { at, found, repeated, type Finding } from "./lint/finding.ts";
import { machineForm } from "./lint/machineform.ts";
import { channelForm, findingsInMessage, messageForm } from "./lint/messageform.ts";
import { findingsInPolicy, policyForm, policyTables, type PolicyTables } from "./lint/policytables.ts";
import { promiseForm, type WrittenPromise } from "./lint/promiseform.ts";
import { findingsInPromise } from "./lint/promises.ts";
import { ruleForm } from "./lint/ruleform.ts";
import { findingsInRule } from "./lint/rules.ts";
import { isRecord, type Shape } from "./lint/shape.ts";
import { findingsInStates } from "./lint/states.ts";
import { findingsInTransition, neverReached } from "./lint/transitions.ts";
import { transitionsOf, type Lifecycle } from "./lifecycle.ts";
import type { Rule } from "./rule.ts";

export { advice, type FindingCode } from "./lint/advice.ts";
export type { Finding } from "./lint/finding.ts";

/** What the rules stand among: who says what to whom, the policy's tables, and what is promised of all of it. */
export interface Surroundings {
  readonly messages: readonly unknown[];
  readonly channels: readonly unknown[];
  readonly policy: unknown;
  readonly promises?: readonly unknown[];
}

/** The promises as they are written, without what follows from that. */
const promised = properties.map(({ holds: _holds, observes: _observes, ...written }) => written);

const theirs: Surroundings = { messages, channels, policy: policyTables, promises: promised };

const rootOf = (value: unknown, key: string, otherwise: string): string => {
  const name: unknown = isRecord(value) ? Object.getOwnPropertyDescriptor(value, key)?.value : undefined;
  return typeof name === "string" && name !== "" ? name : otherwise;
};

/** Data first, then form; a form that contains itself is not walked. */
const formFindings = (value: unknown, place: string, form: Shape): readonly Finding[] => {
  const notData = whatIsNotData(value, place);
  const walkable = !notData.some(
    (finding) => ["cyclic", "too-deep"].includes(finding.code) || finding.place === place,
  );
  return [...notData, ...(walkable ? form(value, place) : [])];
};

const machinePlace = (config: unknown): string => rootOf(config, "id", "machine");
const formOfMachine = (config: unknown) => formFindings(config, machinePlace(config), machineForm);
const formOfRule = (rule: unknown) => formFindings(rule, rootOf(rule, "id", "rule"), ruleForm);
const formOfMessage = (message: unknown) =>
  formFindings(message, at("messages", rootOf(message, "name", "message")), messageForm);
const formOfChannel = (channel: unknown) =>
  formFindings(
    channel,
    at("channels", `${rootOf(channel, "from", "nobody")} to ${rootOf(channel, "to", "nobody")}`),
    channelForm,
  );

const placeOfPromise = (promise: unknown): string => at("promises", rootOf(promise, "id", "promise"));
const formOfPromise = (promise: unknown) => formFindings(promise, placeOfPromise(promise), promiseForm);

const formOfPolicy = (policy: unknown) => formFindings(policy, "policy", policyForm);

const isLifecycle = (config: unknown): config is Lifecycle => formOfMachine(config).length === 0;
const isRule = (rule: unknown): rule is Rule => formOfRule(rule).length === 0;
const isMessage = (message: unknown): message is Message => formOfMessage(message).length === 0;
const isChannel = (channel: unknown): channel is Channel => formOfChannel(channel).length === 0;

/** Everything that is wrong with one machine; its meaning is judged once its form is right. */
export function lintMachine(config: unknown): readonly Finding[] {
  if (!isLifecycle(config)) return formOfMachine(config);
  const placed = transitionsOf(config);
  return [
    ...findingsInStates(config),
    ...placed.flatMap((transition) => findingsInTransition(config, transition)),
    ...neverReached(config, placed),
    ...findingsInDeadlines(config),
  ];
}

const isPromise = (promise: unknown): promise is WrittenPromise => formOfPromise(promise).length === 0;

/** Everything that is wrong with one promise. */
export const lintPromise = (promise: unknown): readonly Finding[] =>
  isPromise(promise) ? findingsInPromise(promise, placeOfPromise(promise)) : formOfPromise(promise);

const isPolicy = (policy: unknown): policy is PolicyTables => formOfPolicy(policy).length === 0;

const sameIds = (values: readonly unknown[], key: string): readonly Finding[] =>
  repeated(values.map((value) => rootOf(value, key, "")).filter((id) => id !== "")).map((id) =>
    found("duplicate-id", id, `More than one is called ${id}.`),
  );

/** Everything that is wrong with the law: its machines and promises, then its rules among messages, channels and policy. */
export function lintLaw(
  machines: readonly unknown[],
  rules: readonly unknown[],
  { messages: said, channels: between, policy, promises = [] }: Surroundings = theirs,
): readonly Finding[] {
  const lifecycles = machines.filter(isLifecycle);
  const forms = [
    ...rules.flatMap(formOfRule),
    ...said.flatMap(formOfMessage),
    ...between.flatMap(formOfChannel),
  ];
  const judged =
    forms.length > 0 || lifecycles.length < machines.length
      ? []
      : [
          ...rules.filter(isRule).flatMap((rule) => findingsInRule(rule, lifecycles, said.filter(isMessage))),
          ...said
            .filter(isMessage)
            .flatMap((message) => findingsInMessage(message, between.filter(isChannel))),
        ];
  return [
    ...(isPolicy(policy) ? findingsInPolicy(policy) : formOfPolicy(policy)),
    ...machines.flatMap(lintMachine),
    ...promises.flatMap(lintPromise),
    ...sameIds(machines, "id"),
    ...sameIds(rules, "id"),
    ...sameIds(said, "name"),
    ...sameIds(promises, "id"),
    ...forms,
    ...judged,
  ];
}
