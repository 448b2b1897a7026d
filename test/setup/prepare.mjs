// Makes a fresh clone ready: runs `npm ci` when the installed packages are missing or are not those of the lock file.
// npm runs it before every script that people type, with whatever Node they have, so it is plain JavaScript without packages.
// It then asks the Node that the script itself will get (npm puts node_modules/.bin first) whether it is new enough.
// It refuses to change the lock file or to guess: what npm says against an installation is shown as it is.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const installedLock = join(root, "node_modules", ".package-lock.json");
const nodePackage = `node_modules/node-${process.platform}-${process.arch}`;

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, peer?: boolean, link?: boolean }} Locked
 * @param {string} path
 * @returns {Record<string, Locked>}
 */
function lockedPackages(path) {
  return JSON.parse(readFileSync(path, "utf8")).packages;
}

/** An absent package is in order only when it is optional and not the Node that this platform should get. */
function installedAsLocked() {
  if (!existsSync(installedLock)) return false;
  const installed = lockedPackages(installedLock);
  return Object.entries(lockedPackages(join(root, "package-lock.json"))).every(([path, locked]) => {
    if (path === "") return true;
    const found = installed[path];
    if (found === undefined) return locked.optional === true && path !== nodePackage;
    return (
      found.version === locked.version && found.integrity === locked.integrity && existsSync(join(root, path))
    );
  });
}

function install() {
  process.stderr.write(
    "Installing the packages of package-lock.json (npm ci), which takes a minute or two...\n",
  );
  const args = ["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = process.env["npm_execpath"];
  const outcome =
    npm === undefined
      ? spawnSync("npm", args, { cwd: root, stdio: ["ignore", 2, 2], shell: process.platform === "win32" })
      : spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: ["ignore", 2, 2] });
  if (outcome.status === 0) return;
  process.stderr.write("npm ci did not succeed, so nothing was started; its own message stands above.\n");
  process.exit(1);
}

if (!installedAsLocked()) install();
const guard = spawnSync("node", [join(root, "test", "setup", "node-version.mjs")], {
  stdio: ["ignore", 2, 2],
});
process.exit(guard.status ?? 1);
