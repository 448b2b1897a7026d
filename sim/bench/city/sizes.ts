// How large the cities of the simulator's rows are, row by row.
// A full run, a quick one and a large one differ by nothing else.
import type { PeerSize } from "./againstpeers.ts";
import type { MemorySize } from "./memory.ts";
import type { CitySize } from "./plaincity.ts";

export interface SimulatorSizes {
  /** Against SimPy, with a log and without. */
  readonly core: PeerSize;
  readonly cpp: PeerSize;
  readonly flat: {
    readonly smallest: CitySize;
    /** How often the smallest goes. */
    readonly times: number;
    readonly between: readonly CitySize[];
    /** Beyond the nation, each once. */
    readonly largest: readonly CitySize[];
  };
  readonly workers: PeerSize;
  readonly memory: MemorySize;
  readonly nation: CitySize;
}
