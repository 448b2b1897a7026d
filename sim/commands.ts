// The part of the command line that belongs to the simulator: simulate, replay, prove, bench, tour.
// The front door joins this list with those of the other folders.
// A command here parses and prints; what it does lies in files of its own.

export const commands = [] as const;
