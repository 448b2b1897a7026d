/**
 * How the Promela text of a slice begins: a comment for whoever opens the file, and the arithmetic of instants.
 * SPIN reads nothing of the comment; the commands and the counts in it are for comparing by hand.
 */
import type { Slice } from "../../../models/language/slice.ts";
import { comment } from "./text.ts";

/** What a reader meets first: what the slice is, how to search it by hand, and how to read what is printed then. */
export const head = (slice: Slice): readonly string[] => [
  "/*",
  ` * The slice ${slice.id}. ${slice.description}`,
  ` * ${slice.leavesOut}`,
  " *",
  " * One process; every option of its loop is one move, made in one atomic step. Instants are ticks from now.",
  " * By hand, every state:   spin -a FILE && gcc -O2 -DSAFETY -DNOREDUCE -o pan pan.c && ./pan -m10000000 -c0 -n",
  " * By hand, a formula:     spin -a -DLTL FILE && gcc -O2 -DNOREDUCE -o pan pan.c && ./pan -a -m10000000 -n -N NAME",
  " * The line `observed move N` counts the slice's move N, from 0 in the order of its moves; the last is the passing of time.",
  " * Their sum is our number of transitions; the number that pan itself prints is one more, because it counts the initial step.",
  " */",
  "",
];

/** What every slice is reckoned with: instants, durations and days. */
export const fixed = (slice: Slice): readonly string[] => [
  comment("Instants and durations. Nothing is added to an instant that never comes."),
  "#define NEVER 999",
  "#define NOBODY 0",
  "#define SINCE_EVER (-NEVER)",
  `#define TICKS_A_DAY ${String(slice.ticksADay)}`,
  comment("Instants further back than this are all the same."),
  `#define HORIZON ${String(slice.horizon)}`,
  "#define LATER(moment, duration) ((moment) == NEVER || (duration) == NEVER -> NEVER : (moment) + (duration))",
  "#define EARLIEST(one, other) ((one) < (other) -> (one) : (other))",
  "#define LATEST(one, other) ((one) > (other) -> (one) : (other))",
  slice.ticksADay === 1
    ? `${comment("Every tick is a midnight.")}\n#define START_OF_DAY(moment) (moment)`
    : `${comment("`phase` is how many ticks ago it was midnight; a thousand days are added because division rounds towards nothing.")}\n#define START_OF_DAY(moment) ((moment) == NEVER -> NEVER : ((moment) + phase + 1000 * TICKS_A_DAY) / TICKS_A_DAY * TICKS_A_DAY - 1000 * TICKS_A_DAY - phase)`,
  comment("More deadlines than any law chains."),
  "#define FIRINGS_MOST 100",
  "",
];
