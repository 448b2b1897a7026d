// A file that is not there, or not any more: whoever looks while another process erases meets one.
// It is told from every other failure of the file system, each of which stays one.

/** Whether a call failed for want of the file. */
export const isMissing = (cause: unknown): boolean =>
  cause instanceof Error && "code" in cause && cause.code === "ENOENT";

/** What a call answers about a file; undefined where there is none, or none any more. */
export const ifThere = <A>(call: () => A): A | undefined => {
  try {
    return call();
  } catch (cause) {
    if (isMissing(cause)) return undefined;
    throw cause;
  }
};
