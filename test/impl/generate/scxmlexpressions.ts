/**
 * What a document's own expressions come to, by Node's engine: its data, a transition's condition, a transition's updates.
 * SCXML executes updates one after the other, so they are executed like that here, each seeing what the last one wrote.
 * It knows the names that a document declares and no other, so that a name that is not there is an error.
 */
import { compileFunction, createContext, type Context } from "node:vm";
import type { Value } from "../../../models/language/expression.ts";
import type { ReadMachine, ReadTransition } from "./scxmlread.ts";

export type Data = Readonly<Record<string, unknown>>;

/** What `_event.data` brings: the instant of the decision, and the event's own fields. */
export type Brought = Readonly<Record<string, Value | undefined>>;

export interface Expressions {
  /** The data with which the document begins. */
  readonly initial: Data;
  /** The transitions in document order, each as what it does. */
  readonly transitions: readonly {
    readonly read: ReadTransition;
    readonly enabled: (data: Data, brought: Brought) => unknown;
    readonly updated: (data: Data, brought: Brought) => Data;
  }[];
}

export function expressionsOf(machine: ReadMachine): Expressions {
  const parsingContext: Context = createContext({});
  const names = machine.data.map(({ id }) => id);
  const compiled = (expr: string) => {
    const run = compileFunction(`return (${expr});`, [...names, "_event"], { parsingContext });
    return (data: Data, brought: Brought): unknown =>
      Reflect.apply(run, undefined, [...names.map((name) => data[name]), { data: brought }]);
  };
  return {
    initial: Object.fromEntries(machine.data.map(({ id, expr }) => [id, compiled(expr)({}, {})])),
    transitions: machine.transitions.map((read) => {
      const enabled = compiled(read.cond ?? "true");
      const assigns = read.assigns.map(({ location, expr }) => [location, compiled(expr)] as const);
      return {
        read,
        enabled,
        updated: (data, brought) =>
          assigns.reduce<Data>((sofar, [location, value]) => {
            if (!names.includes(location)) throw new Error(`there is no data ${location}`);
            return { ...sofar, [location]: value(sofar, brought) };
          }, data),
      };
    }),
  };
}
