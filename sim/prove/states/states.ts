/**
 * All states that have been reached, packed, with the state and the move that each was first reached by.
 * They are numbered from 1 in the order in which they were reached; an open-addressing table finds a state by its cells.
 * Beside its words each keeps the two halves of its hash in the transition relation, and the hash that finds it.
 */
export class States {
  /** Words of the packed state, then the two halves, then the finding hash. */
  stride: number;
  rows: Int32Array;
  parents: Int32Array;
  moves: Uint16Array;
  table: Int32Array;
  count = 0;

  constructor(words: number) {
    this.stride = words + 3;
    this.rows = new Int32Array(this.stride * 1_024);
    this.parents = new Int32Array(1_024);
    this.moves = new Uint16Array(1_024);
    this.table = new Int32Array(4_096);
  }

  get bytes(): number {
    const { rows, parents, moves, table } = this;
    return rows.byteLength + parents.byteLength + moves.byteLength + table.byteLength;
  }

  /** How many moves the way has by which a state was first reached. */
  depthOf(state: number): number {
    let depth = 0;
    for (let at = state; at > 1; at = this.parents[at] ?? 0) depth += 1;
    return depth;
  }

  /** Sees to it that so many more can be added without anything being moved. */
  makeRoom(more: number): void {
    const wanted = this.count + more + 1;
    if (wanted > this.parents.length) {
      const room = Math.max(wanted, Math.ceil(this.parents.length * 1.7));
      const { rows, parents, moves } = this;
      this.rows = new Int32Array(room * this.stride);
      this.rows.set(rows);
      this.parents = new Int32Array(room);
      this.parents.set(parents);
      this.moves = new Uint16Array(room);
      this.moves.set(moves);
    }
    if (wanted * 2 > this.table.length) {
      this.table = new Int32Array(2 ** Math.ceil(Math.log2(wanted * 3)));
      this.#fillTable();
    }
  }

  /** Keeps the same states in rows of another width; `convert` gets the old rows and where to write the new ones. */
  repack(
    words: number,
    convert: (from: Int32Array, first: number, into: Int32Array, place: number) => void,
  ): void {
    const { rows, stride, count } = this;
    this.stride = words + 3;
    this.rows = new Int32Array(this.parents.length * this.stride);
    for (let state = 1; state <= count; state += 1) {
      convert(rows, state * stride, this.rows, state * this.stride);
      for (let place = 1; place <= 3; place += 1)
        this.rows[(state + 1) * this.stride - place] = rows[(state + 1) * stride - place] ?? 0;
    }
  }

  #fillTable(): void {
    const { rows, stride, table, count } = this;
    const last = table.length - 1;
    for (let state = 1; state <= count; state += 1) {
      let place = (rows[(state + 1) * stride - 1] ?? 0) & last;
      while (table[place] !== 0) place = (place + 1) & last;
      table[place] = state;
    }
  }
}
