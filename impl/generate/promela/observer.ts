/**
 * Prints what watches a run of SPIN and takes no part in it: the hash of the transition relation, moves and promises counted.
 * It is the only C in the file and changes nothing that the moves can see; its counters stand outside the state vector.
 * With LTL defined it is left out, and state bits say instead which promise has been broken and that time goes on;
 * with UNOBSERVED it is left out for nothing, so that SPIN alone can be timed.
 */
import type { Cell } from "../../../models/language/cells.ts";
import type { Slice } from "../../../models/language/slice.ts";
import { formulaName, identifier } from "./glossary.ts";
import { comment } from "./text.ts";

/** How a cell is spelt in C, where the state vector is called `now`. */
const cellInC = (cell: Cell): string => {
  switch (cell.kind) {
    case "phase":
      return "now.phase";
    case "state":
      return `now.${identifier(cell.instance)}.state`;
    case "field":
      return `now.${identifier(cell.instance)}.${cell.field}`;
    case "variable":
      return `now.${identifier(cell.name)}`;
  }
};

/** The counters and the hash, in C. */
export const printObserver = (
  slice: Slice,
  cells: readonly Cell[],
  promises: readonly string[],
): readonly string[] => [
  comment(
    "The observer. It counts the moves and the promises, and hashes every transition, in any order, to one number.",
  ),
  "#if !defined(LTL) && !defined(UNOBSERVED)",
  "c_decl {",
  ...promises.map((promise, number) => `#define promise_${identifier(promise)} ${String(number)}`),
  `  static unsigned long long made[${String(slice.moves.length + 1)}];`,
  `  static unsigned long long met[${String(promises.length + 1)}], broken[${String(promises.length + 1)}];`,
  "  static unsigned one_before, other_before, one_sum, other_sum;",
  "}",
  "c_code {",
  "  static unsigned turned(unsigned of, int by) { return (of << by) | (of >> (32 - by)); }",
  "  static void mix(unsigned *one, unsigned *other, int cell) {",
  "    unsigned low = (unsigned) cell & 0xffffu;",
  "    *one = turned((*one ^ low) * 0x01000193u, 13);",
  "    *other = turned((*other ^ low) * 0x85ebca6bu, 15);",
  "  }",
  "  static void hash_state(unsigned *one, unsigned *other) {",
  "    *one = 0x9747b28cu;",
  "    *other = 0x5bd1e995u;",
  ...cells.map((cell) => `    mix(one, other, ${cellInC(cell)});`),
  "  }",
  "  static void tell(void) {",
  "    int number;",
  `    for (number = 0; number <= ${String(slice.moves.length)}; number++) printf("observed move %d %llu\\n", number, made[number]);`,
  ...promises.map(
    (promise, number) =>
      `    printf("observed promise ${promise} %llu %llu\\n", met[${String(number)}], broken[${String(number)}]);`,
  ),
  `    printf("observed hash %08x%08x\\n", one_sum, other_sum);`,
  "  }",
  "  static void before_move(void) {",
  "    static int told = 0;",
  "    if (!told) { told = 1; atexit(tell); }",
  "    hash_state(&one_before, &other_before);",
  "  }",
  "  static void after_move(unsigned number) {",
  "    unsigned one, other, mixed;",
  "    hash_state(&one, &other);",
  "    made[number]++;",
  "    mixed = (one_before ^ turned(one, 7) ^ ((number + 1) * 0x9e3779b1u)) * 0xc2b2ae35u;",
  "    one_sum += mixed ^ (mixed >> 16);",
  "    mixed = (other_before ^ turned(other, 7) ^ ((number + 1) * 0x9e3779b1u)) * 0x27d4eb2fu;",
  "    other_sum += mixed ^ (mixed >> 15);",
  "  }",
  "}",
  "#endif",
  "",
];

/** What moves say to the observer, and to formulas. */
export const printPromising = (promises: readonly string[]): readonly string[] => [
  "#ifdef LTL",
  ...promises.map((promise) => `bool broken_${identifier(promise)};`),
  comment(
    "Whether time goes on matters only to what holds at last; a search of promises alone leaves it out.",
  ),
  "#ifndef TIMELESS",
  "bool tick;",
  "#define TICKED tick = !tick",
  "#else",
  "#define TICKED skip",
  "#endif",
  "#define BROKEN(promise) broken_##promise = 1",
  "#elif defined(UNOBSERVED)",
  "#define TICKED skip",
  "#define BROKEN(promise) skip",
  "#else",
  "#define BEFORE c_code { before_move(); }",
  "#define AFTER(number) c_code { after_move(number); }",
  "#define TICKED skip",
  "#define MET(promise) c_code { met[promise_##promise]++; }",
  "#define BROKEN(promise) c_code { broken[promise_##promise]++; }",
  "#endif",
  "#ifndef BEFORE",
  "#define BEFORE skip",
  "#define AFTER(number) skip",
  "#define MET(promise) skip",
  "#endif",
  "#define promised(promise, premise, conclusion) \\",
  "  if \\",
  "  :: premise -> MET(promise); if :: conclusion -> skip :: else -> BROKEN(promise) fi \\",
  "  :: else -> skip \\",
  "  fi",
  "",
];

/** The formula that all promises together are. */
export const allPromises = "all-promises";

/** The formulas, each for a run of its own. */
export const printFormulas = (
  promises: readonly string[],
  atLast: readonly (readonly [id: string, when: string, then: string])[],
): readonly string[] => [
  "#ifdef LTL",
  ...(promises.length === 0
    ? []
    : [
        comment("All promises in one search: where this holds, each of them does."),
        `ltl ${formulaName(allPromises)} { [] !(${promises.map((promise) => `broken_${identifier(promise)}`).join(" || ")}) }`,
      ]),
  ...promises.map((promise) => `ltl ${formulaName(promise)} { [] !broken_${identifier(promise)} }`),
  ...(atLast.length === 0 ? [] : ["#ifndef TIMELESS"]),
  ...atLast.flatMap(([id, when, then]) => [
    comment("If time goes on, then whenever the one holds the other holds at last."),
    `ltl ${id} { ([]<> tick && []<> !tick) -> [] ((${when}) -> <> (${then})) }`,
  ]),
  ...(atLast.length === 0 ? [] : ["#endif"]),
  "#endif",
  "",
];
