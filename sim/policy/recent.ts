// When the person at the door got passes lately, for the limit on passes a minute.
// It remembers one person on one day; more passes than it has room for are no more than the limit lets anybody have.
const minuteMs = 60_000;
const most = 512;

export interface Recent {
  readonly lastMinute: (atMs: number) => number;
  readonly add: (atMs: number) => void;
  readonly clear: () => void;
}

export const makeRecent = (): Recent => {
  const times = new Float64Array(most);
  let count = 0;
  return {
    lastMinute: (atMs) => {
      let found = 0;
      for (let place = count - 1; place >= 0 && !(atMs >= (times[place] ?? 0) + minuteMs); place -= 1)
        found += 1;
      return found;
    },
    add: (atMs) => {
      // The oldest half is over a minute old long before there is no room.
      if (count === most) {
        times.copyWithin(0, most / 2);
        count = most / 2;
      }
      times[count] = atMs;
      count += 1;
    },
    clear: () => {
      count = 0;
    },
  };
};
