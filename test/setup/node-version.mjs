// Stops with one sentence when the Node that npm's scripts get here is older than the one entrylog is written for.
// prepare.mjs runs it as a process of its own, because only a new process finds the Node that was just installed.
// It is plain JavaScript so that an old Node can still read it, and it installs nothing.
const needed = 24;
const major = Number(process.versions.node.split(".")[0]);

if (major < needed) {
  process.stderr.write(
    `entrylog needs Node ${needed} or newer, and this is Node ${process.versions.node}: install Node ${needed} and try again.\n`,
  );
  process.exit(1);
}
