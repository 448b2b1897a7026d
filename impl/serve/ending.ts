// How the program of one process ends: with 0 when it was told to stop, and else with the code of what stopped it, said in words on standard error.
// The programs of a party and of a demonstration's member end so. People use the front door, which says more.
import { Cause, Exit, Option } from "effect";
import { exitCodes, Stop } from "../exit.ts";

const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

/** `isSaid` tells a wrong call, which a command line has told already. */
export const codeOfExit = (
  exit: Exit.Exit<void, unknown>,
  isSaid: (failure: unknown) => boolean = () => false,
): number => {
  if (Exit.isSuccess(exit)) return exitCodes.done;
  const failure = Option.getOrUndefined(Cause.findErrorOption(exit.cause));
  if (failure instanceof Stop) {
    say([`${failure.reason}: ${failure.sentence}`, failure.advice].join("\n"));
    return failure.code;
  }
  if (isSaid(failure)) return exitCodes.usage;
  say(`fault: this is a fault of the program, not yours: ${Cause.pretty(exit.cause)}`);
  return exitCodes.fault;
};
