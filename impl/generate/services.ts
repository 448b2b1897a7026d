/**
 * Prints an Effect service for each lifecycle that is kept as rows: one typed method an event, refusals as typed errors.
 * And for each party an Effect service of its rules: batches decided in one transaction, and one typed method a rule.
 * Both only wrap the core; the parties' own business is written by hand around them.
 */
import type { Fields } from "../../models/language/fields.ts";
import type { Lifecycle } from "../../models/language/lifecycle.ts";
import type { PartyName, Rule } from "../../models/language/rule.ts";
import { machineNumber } from "./names.ts";
import { machineOfInstance } from "./rules.ts";
import { camelCase, capitalised, columnsName, eventFieldsOf, quoted } from "./names.ts";

/** The TypeScript type of a field as callers give it: words as words, ids as text, flags as booleans. */
const typeOf = (fields: Fields, name: string): string => {
  const field = fields[name];
  switch (field?.kind) {
    case "choice":
      return field.words.map(quoted).join(" | ");
    case "flag":
      return "boolean";
    case "id":
      return "string";
    default:
      return "number";
  }
};

const numberOf = (fields: Fields, name: string, value: string): string => {
  const field = fields[name];
  switch (field?.kind) {
    case "choice":
      return `${JSON.stringify(field.words)}.indexOf(${value})`;
    case "flag":
      return `${value} ? 1 : 0`;
    default:
      return value;
  }
};

const givenType = (fields: Fields): string =>
  `{ ${Object.keys(fields)
    .map((name) => `readonly ${name}: ${typeOf(fields, name)}`)
    .join("; ")} }`;

/** The service of one lifecycle. */
export function printLifecycleService(machine: Lifecycle): string {
  const title = `${capitalised(machine.id)}Lifecycle`;
  const all = Object.keys(eventFieldsOf(machine));
  const methods = Object.entries(machine.meta.events).map(([name, { fields }], place) => {
    const given = Object.keys(fields).length === 0 ? "" : `, given: ${givenType(fields)}`;
    const order = all.map((field) =>
      fields[field] === undefined ? "0" : numberOf(fields, field, `given.${field}`),
    );
    return {
      method: camelCase(name),
      form: `  /** \`${name}\`, now. */\n  readonly ${camelCase(name)}: (key: string${given}) => Effect.Effect<ToldName, Refused | StoreUnavailable>;`,
      body: `      ${camelCase(name)}: (key${given === "" ? "" : ", given"}) => service.send(key, ${String(place + 1)}, [${order.join(", ")}]),`,
    };
  });
  return `import { Context, Effect, Layer } from "effect";
import { makeLifecycleService, type LifecycleService } from "../../lifecycle/lifecycleservice.ts";
import type { Refused } from "../../lifecycle/refused.ts";
import type { Book } from "../../store/book.ts";
import { Store } from "../../store/store.ts";
import type { StoreUnavailable } from "../../store/unavailable.ts";
import { machineCores, type ToldName } from "../law.ts";

const [core] = machineCores.slice(${String(machineNumber(machine.id))});

export interface ${title}Service extends LifecycleService {
${methods.map(({ form }) => form).join("\n")}
}

/** ${machine.description} */
export class ${title} extends Context.Service<${title}, ${title}Service>()("entrylog/impl/generated/${title}") {
  /** The service over this book of a party's store. */
  static readonly over = (book: Book) =>
    Layer.effect(
      ${title},
      Effect.gen(function* () {
        if (core === undefined) return yield* Effect.die("the law has no ${machine.id}");
        const service = yield* makeLifecycleService(core, yield* Store, book);
        return ${title}.of({
          ...service,
${methods.map(({ body }) => `    ${body}`).join("\n")}
        });
      }),
    );
}
`;
}

const instancesOf = (rule: Rule) =>
  Object.keys(rule.instances).map((name) => ({ name, machine: machineOfInstance(rule, name) }));

const isRow = (machine: Lifecycle): boolean => machine.meta.keptAs === "row";

const machinesOf = (rules: readonly Rule[], rows: boolean): readonly Lifecycle[] => [
  ...new Set(
    rules.flatMap((rule) =>
      instancesOf(rule)
        .map(({ machine }) => machine)
        .filter((machine) => isRow(machine) === rows),
    ),
  ),
];

const methodOf = (rule: Rule): string => rule.id.slice(rule.id.indexOf(".") + 1);

const deciderForm = (rule: Rule): string => {
  const parameters = [
    ...instancesOf(rule).map(({ name, machine }) => `${name}: ${isRow(machine) ? "number" : "string"}`),
    ...Object.keys(rule.trigger.fields).map((name) => `${name}: number`),
    "at: number",
  ];
  return `  /** ${rule.description} */\n  readonly ${methodOf(rule)}: (${parameters.join(", ")}) => number;`;
};

const deciderBody = (rule: Rule): string => {
  const instances = instancesOf(rule);
  const facts = Object.keys(rule.trigger.fields);
  const parameters = [...instances.map(({ name }) => name), ...facts, "at"];
  const given = instances.flatMap(({ name, machine }) =>
    isRow(machine) ? [`rows.${machine.id}`, name] : [`scratch.${machine.id}`, "0"],
  );
  const keys = instances.map(({ name, machine }) =>
    isRow(machine) ? `books.${machine.id}.keyOf(${name})` : name,
  );
  return `    ${methodOf(rule)}: (${parameters.join(", ")}) => {
      const answer = ${camelCase(rule.id)}(${[...given, ...facts, "at", "desk.policy", "desk.log"].join(", ")});
      desk.absorb();
      if (witness !== undefined) witness({ rule: ${quoted(rule.id)}, keys: [${keys.join(", ")}], facts: [${facts.join(", ")}], at, answer });
      return answer;
    },`;
};

const singleForm = (rule: Rule): { readonly form: string; readonly body: string } | undefined => {
  const instances = instancesOf(rule);
  if (instances.some(({ machine }) => !isRow(machine))) return undefined;
  const facts = Object.keys(rule.trigger.fields);
  const request = [
    ...instances.map(({ name }) => `readonly ${name}: string`),
    ...facts.map((name) => `readonly ${name}: ${typeOf(rule.trigger.fields, name)}`),
    "readonly at: number",
  ].join("; ");
  const keys = instances.map(({ name, machine }) => `${machine.id}: [request.${name}]`).join(", ");
  const slots = instances.map(({ name, machine }) => `books.${machine.id}.slot(request.${name})`);
  const ids = (name: string) =>
    rule.trigger.fields[name]?.kind === "id"
      ? `books.${instances[0]?.machine.id ?? ""}.idOf(request.${name})`
      : numberOf(rule.trigger.fields, name, `request.${name}`);
  const given = [...slots, ...facts.map(ids), "request.at"];
  return {
    form: `  /** ${rule.description} */\n  readonly ${methodOf(rule)}: (request: { ${request} }) => Effect.Effect<ToldName, Refused | StoreUnavailable>;`,
    body: `      ${methodOf(rule)}: (request) =>
        one(batch({ ${keys} }, (decide) => Effect.sync(() => decide.${methodOf(rule)}(${given.join(", ")})))),`,
  };
};

/** The service of one party's rules. */
export function printRuleService(party: PartyName, rules: readonly Rule[]): string {
  const title = capitalised(party);
  const rows = machinesOf(rules, true);
  const tokens = machinesOf(rules, false);
  const singles = rules.flatMap((rule) => singleForm(rule) ?? []);
  const coreImports = [...rows, ...tokens].map((machine) => {
    const names = isRow(machine)
      ? `as${columnsName(machine)}, type ${columnsName(machine)}`
      : `make${columnsName(machine)}, type ${columnsName(machine)}`;
    return `import { ${names} } from "../core/${machine.id}.ts";`;
  });
  return `import { Context, Effect, Layer } from "effect";
import { PolicyInForce, Witness, makeDesk, type Desk, type Witnessed } from "../../lifecycle/desk.ts";
${singles.length === 0 ? "" : `import { one } from "../../lifecycle/one.ts";\nimport type { Refused } from "../../lifecycle/refused.ts";\n`}import { loadAll } from "../../lifecycle/loading.ts";
${rows.length === 0 ? "" : `import type { Book } from "../../store/book.ts";\n`}import { inOneBatch } from "../../store/batch.ts";
import { Store } from "../../store/store.ts";
import type { StoreUnavailable } from "../../store/unavailable.ts";
${coreImports.join("\n")}
${singles.length === 0 ? "" : `import type { ToldName } from "../law.ts";\n`}import { ${rules.map((rule) => camelCase(rule.id)).join(", ")} } from "../rules/${party}.ts";

/** The books in which the ${party} keeps rows. */
export type ${title}Books = {
${rows.map((machine) => `  readonly ${machine.id}: Book;`).join("\n")}
};

/** Keys whose rows a batch needs. */
export type ${title}Keys = {
${rows.map((machine) => `  readonly ${machine.id}?: readonly string[];`).join("\n")}
};

/** Tokens and partition rows that pass through a decision: one slot, number 0, set and read by the caller. */
export interface ${title}Scratch {
${tokens.map((machine) => `  readonly ${machine.id}: ${columnsName(machine)};`).join("\n")}
}

/**
 * Decisions over loaded rows, by slot; instants in ms. Answers a refusal's number, or minus the number of what was told.
 * Valid until the batch ends.
 */
export interface ${title}Decider {
  readonly desk: Desk;
  readonly books: ${title}Books;
  readonly scratch: ${title}Scratch;
${rules.map(deciderForm).join("\n")}
}

const deciderOver = (
  desk: Desk,
  books: ${title}Books,
  scratch: ${title}Scratch,
  rows: { ${rows.map((machine) => `readonly ${machine.id}: ${columnsName(machine)}`).join("; ")} },
  witness: ((decision: Witnessed) => void) | undefined,
): ${title}Decider => ({
    desk,
    books,
    scratch,
${rules.map(deciderBody).join("\n")}
});

export interface ${title}RulesService {
  readonly books: ${title}Books;
  /** One batch in one transaction: loads these keys, lets the body decide, writes rows and events, commits. */
  readonly batch: <A, E, R>(
    keys: ${title}Keys,
    body: (decide: ${title}Decider) => Effect.Effect<A, E, R>,
  ) => Effect.Effect<A, E | StoreUnavailable, R>;
${singles.map(({ form }) => form).join("\n")}
}

/** The rules of the ${party}. */
export class ${title}Rules extends Context.Service<${title}Rules, ${title}RulesService>()("entrylog/impl/generated/${title}Rules") {
  /** The service over these books of the party's store. */
  static readonly over = (books: ${title}Books) =>
    Layer.effect(
      ${title}Rules,
      Effect.gen(function* () {
        const store = yield* Store;
        const witness = yield* Witness;
        const desk = makeDesk(yield* PolicyInForce, Object.values(books));
        const scratch: ${title}Scratch = { ${tokens.map((machine) => `${machine.id}: make${columnsName(machine)}(1)`).join(", ")} };
        const decider = () => {
${rows.map((machine) => `          const ${machine.id} = as${columnsName(machine)}(books.${machine.id}.columns);`).join("\n")}
          return ${rows.map(({ id }) => `${id} === undefined`).join(" || ") || "false"}
            ? undefined
            : deciderOver(desk, books, scratch, { ${rows.map(({ id }) => id).join(", ")} }, witness);
        };
        const batch: ${title}RulesService["batch"] = (keys, body) =>
          inOneBatch(
            store,
            Object.values(books),
            Effect.suspend(() => {
              desk.log.length = 0;
              return Effect.flatMap(loadAll(books, keys), () => {
                const decide = decider();
                return decide === undefined ? Effect.die("a book of the ${party} is of another machine") : body(decide);
              });
            }),
          );
        return ${title}Rules.of({
          books,
          batch,
${singles.map(({ body }) => `    ${body}`).join("\n")}
        });
      }),
    );
}
`;
}
