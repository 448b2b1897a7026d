// Who lives together: homes of one to six people, who stand next to each other in the order of people.
// An infection spreads at home along it, and people of one home live in one district.
// One byte a person: the size of the home and the person's place in it, so that the others are found by counting.
import type { Scenario } from "../scenario.ts";
import { pick, pickerOf } from "./picker.ts";
import { stream, uniform } from "./random.ts";
import type { WorldSize } from "./size.ts";

/** The home of each person; the last home is cut where the people end. */
export const settle = ({ people }: Scenario, size: WorldSize): Uint8Array => {
  const homes = stream(size.seed, "households");
  const sizes = pickerOf(
    people.householdSizes.map((_, index) => index + 1),
    (each) => people.householdSizes[each - 1] ?? 0,
  );
  const household = new Uint8Array(size.people);
  for (let first = 0, home = 0; first < size.people; home += 1) {
    const count = Math.min(pick(sizes, uniform(homes, home, 0)), size.people - first);
    for (let place = 0; place < count; place += 1) household[first + place] = (count << 3) | place;
    first += count;
  }
  return household;
};

/** True for one person of each home. */
export const isFirstAtHome = (household: Uint8Array, person: number): boolean =>
  ((household[person] ?? 0) & 7) === 0;

/** Everybody else of the person's home. */
export const housemates = (household: Uint8Array, person: number): readonly number[] => {
  const packed = household[person] ?? 8;
  const first = person - (packed & 7);
  return Array.from({ length: packed >> 3 }, (_, place) => first + place).filter((each) => each !== person);
};
