// The same searches over real processes: everybody started as `serve all` starts them, one check-in by HTTP, the custodian killed in the
// midst and come back, everybody stopped. Then each folder and all that was printed are searched.
// It is short, because whole processes are slow; weeks are lived in knowledge.test.ts.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Schema } from "effect";
import { afterAll, describe, expect, it } from "vitest";
import { ask } from "../impl/serve/asks.ts";
import { formsOfBytes, formsOfPhone, formsOfText, formsOfWhole } from "./forms.ts";
import { bytesOfPass } from "./inhabitants.ts";
import { heldIn, searchFor, type Held } from "./searching.ts";

const folder = mkdtempSync(join(tmpdir(), "entrylog-searched-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const program = fileURLToPath(new URL("../../impl/serve/process.ts", import.meta.url));
const eight = "48271936";
const venue = 2_863_311_531;
const Answer = Schema.fromJsonString(Schema.Record(Schema.String, Schema.Json));
const textIn = Schema.decodeUnknownSync(Schema.String);

const posted = async (url: string, body: object, token = "", method = "POST") => {
  const headers = token === "" ? {} : { authorization: `Bearer ${token}` };
  const answer = await ask({ url, method, headers, body: method === "GET" ? "" : JSON.stringify(body) });
  return { status: answer.status, said: Schema.decodeUnknownSync(Answer)(answer.body) };
};

const lived = async () => {
  const words = ["serve", "all", "--dir", folder, "--issuers", "1", "--free-ports", "--until-input-ends"];
  const child = spawn(process.execPath, [program, ...words], { stdio: ["pipe", "pipe", "pipe"] });
  let said = "";
  const keep = (text: string): void => void (said += text);
  child.stdout.setEncoding("utf8").on("data", keep);
  child.stderr.setEncoding("utf8").on("data", keep);
  const ended = new Promise((resolve) => child.once("close", resolve));
  const until = async (condition: () => boolean | Promise<boolean>) => {
    while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 50));
  };
  const urlOf = (line: RegExp) => [...said.matchAll(line)].at(-1)?.[1] ?? "";
  try {
    await until(() => said.includes("Everybody runs"));
    const office = spawnSync(process.execPath, [
      "entrylog.ts",
      "announce",
      "serious",
      "--dir",
      `${folder}/office`,
    ]);
    expect(office.stdout.toString()).toContain("custodian");
    const [issuer, door] = [urlOf(/^issuer-1 public (\S+)$/gm), urlOf(/^venue public (\S+)$/gm)];
    const token = textIn((await posted(`${issuer}/v1/sessions`, { phone: `010${eight}` })).said["token"]);
    const notice = await posted(`${issuer}/v1/notice`, {}, "", "GET");
    expect(
      (await posted(`${issuer}/v1/consent`, { notice: notice.said["hash"], under14: false }, token)).status,
    ).toBe(200);
    expect((await posted(`${issuer}/v1/codes`, {}, token)).status).toBe(200);
    const inbox = await ask({ url: `${urlOf(/^carrier (\S+)$/gm)}/phones/010${eight}` });
    const code = /\d{6}/.exec(inbox.body.replaceAll(eight, ""))?.[0] ?? "";
    expect((await posted(`${issuer}/v1/verification`, { code }, token)).status).toBe(200);
    const text = textIn((await posted(`${issuer}/v1/passes`, {}, token)).said["text"]);
    const key = readFileSync(`${folder}/venue/door.key`, "utf8").trim();
    expect((await posted(`${door}/v1/registration`, { venue, kind: "karaoke" }, key, "PUT")).status).toBe(
      200,
    );
    expect((await posted(`${door}/v1/scans`, { text }, key)).said).toEqual({ admission: "checked" });
    const { stdout } = spawnSync("ps", ["-eo", "pid=,args="], { encoding: "utf8" });
    const custodian = stdout
      .split("\n")
      .find((line) => line.includes(`serve custodian --dir ${folder}/custodian`));
    process.kill(Number.parseInt(custodian ?? "", 10), "SIGKILL");
    await until(() => said.includes("it is started again"));
    await until(async () => {
      const counts = await ask({ url: `${urlOf(/^custodian public (\S+)$/gm)}/v1/counts` }).catch(
        () => undefined,
      );
      return counts?.body.includes('"recorded":1') === true;
    });
    return { token, text, said: () => said };
  } finally {
    child.stdin.end();
    await ended;
  }
};

describe("real processes", () => {
  it("hold nothing that they must not, in folders and in what they print", { timeout: 120_000 }, async () => {
    const { token, text, said } = await lived();
    const printed: readonly Held[] = [{ name: "printed", bytes: Buffer.from(said()) }];
    const phones = searchFor(formsOfPhone(eight));
    const tokens = searchFor([
      ...formsOfBytes("session", Buffer.from(token, "base64url")),
      ...formsOfText("session", token),
    ]);
    const venues = searchFor(formsOfWhole("venue", BigInt(venue)));
    const passes = searchFor([
      ...formsOfBytes("pass", bytesOfPass(text).subarray(26, 58)),
      ...formsOfText("pass", text),
    ]);
    const own = (name: string) => heldIn(join(folder, name), (file) => !file.startsWith("peers/"));
    for (const name of ["issuer-1", "venue", "custodian", "authority", "board"])
      for (const search of [phones, tokens, passes]) expect(search(own(name)), name).toEqual([]);
    for (const name of ["issuer-1", "board", "authority"]) expect(venues(own(name)), name).toEqual([]);
    for (const search of [phones, tokens, passes, venues]) expect(search(printed)).toEqual([]);
    // Seen to work on these very folders.
    expect(venues(own("custodian"))).not.toEqual([]);
    expect(phones([{ name: "planted", bytes: Buffer.from(`{"phone":"+8210${eight}"}`) }])).not.toEqual([]);
  });
});
