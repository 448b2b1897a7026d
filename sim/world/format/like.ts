// A scenario that is like another one: `"like": "default"` takes over every group that it does not give itself.
// A group that it gives is merged one level deep: figures left out are the other's, with their sources; a figure given
// stands whole, lists included, and brings its own source. Name and words about it are never taken over.
import { Result } from "effect";
import { ScenarioInvalid } from "./mistakes.ts";
import { readPlain } from "./plaintext.ts";

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields | undefined =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : undefined;

const without = (fields: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));

const mergedGroup = (other: unknown, own: unknown): unknown => {
  const base = fieldsOf(other);
  const given = fieldsOf(own);
  if (base === undefined || given === undefined) return own;
  const sources = {
    ...without(fieldsOf(base["sources"]) ?? {}, Object.keys(given)),
    ...fieldsOf(given["sources"]),
  };
  return { ...base, ...given, ...(Object.hasOwn(base, "sources") ? { sources } : {}) };
};

const merged = (other: Fields, own: Fields): Fields => ({
  ...without(other, ["schemaVersion", "name", "about"]),
  ...Object.fromEntries(
    Object.entries(own).map(([name, value]) => [name, mergedGroup(other[name], value)] as const),
  ),
});

/** The scenario with what it takes over, from the texts of those that come with the program, by name. */
export const takeOver = (
  value: unknown,
  shipped: ReadonlyMap<string, string>,
): Result.Result<unknown, ScenarioInvalid> => {
  const own = fieldsOf(value);
  if (own === undefined || !Object.hasOwn(own, "like")) return Result.succeed(value);
  const asked = own["like"];
  const text = typeof asked === "string" ? shipped.get(asked) : undefined;
  if (typeof asked !== "string" || text === undefined) {
    const expected = `the name of a scenario that comes along: ${[...shipped.keys()].join(", ")}`;
    return Result.fail(
      new ScenarioInvalid({ mistakes: [{ path: "$.like", found: JSON.stringify(asked), expected }] }),
    );
  }
  // Each name serves once, so that no circle of likes has no end.
  const left = new Map([...shipped].filter(([name]) => name !== asked));
  return readPlain(text).pipe(
    Result.flatMap((other) => takeOver(other, left)),
    Result.map((other) => merged(fieldsOf(other) ?? {}, without(own, ["like"]))),
  );
};
