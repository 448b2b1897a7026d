// Programs beside npm that measurements and tests are better for: which Debian packages bring them, and how those are installed.
// The benchmark and the driver of `npm test` install what is missing, as root or where INSTALL_TOOLS=1 allows it, and say so before.
// It uninstalls nothing, and what could not be installed is simply still missing afterwards.
import { spawnSync } from "node:child_process";

/** All that has to be installed for a program, what it needs included. */
export const debianPackages = {
  spin: ["spin", "gcc", "libc6-dev"],
  postgres: ["postgresql"],
  "g++": ["g++"],
  simpy: ["python3-simpy3", "python3-numpy"],
  wrk: ["wrk"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

const outputMost = 2 ** 26;

/** Installs packages where that is allowed; `forWhat` and what goes wrong are said in lines. */
export const installDebian = (
  packages: readonly string[],
  forWhat: string,
  say: (line: string) => void,
): void => {
  const asked = process.env["INSTALL_TOOLS"];
  const isRoot = process.getuid?.() === 0;
  if (packages.length === 0 || asked === "0" || (asked !== "1" && !isRoot)) return;
  const names = [...new Set(packages)];
  say(`Installing for ${forWhat}, through apt-get: ${names.join(", ")} (INSTALL_TOOLS=0 prevents it)`);
  for (const args of [
    ["update", "-qq"],
    ["install", "-y", "-qq", "--no-install-recommends", ...names],
  ]) {
    const [command = "apt-get", ...rest] = [...(isRoot ? [] : ["sudo", "-n"]), "apt-get", ...args];
    const { status, stdout, stderr, error } = spawnSync(command, rest, {
      encoding: "utf8",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      maxBuffer: outputMost,
    });
    if (error !== undefined) say(`${command} could not be started: ${error.message}`);
    else if (status !== 0) say(`${command} ${rest.join(" ")} did not succeed:\n${stdout}${stderr}`);
  }
};
