// The door of an officer's desk in a real browser: the first key with the printed code, signing in by it, and what is refused.
// A proof is good once and for its own question; the desk answers to its own name alone, and only a demonstration goes without a key.
import { readFileSync, statSync } from "node:fs";
import { Effect, Schema } from "effect";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { browserKeysFile } from "../../../../impl/officer/desk/browserkeys.ts";
import { phone, withBrowser } from "../../../inbrowser.ts";
import { faults } from "../../../viz/faults.ts";
import { ask } from "../../serve/asks.ts";
import { codeOf, english, enrol, giveKey, press, serveDesks } from "./served.ts";

const hourMs = 3_600_000;
const decode = Schema.decodeUnknownSync(
  Schema.fromJsonString(
    Schema.Struct({ code: Schema.optionalKey(Schema.String), id: Schema.optionalKey(Schema.String) }),
  ),
);

/** What a proof was sent with: its address and its body, of the next one that the page sends. */
const nextProof = async (page: Page, press: () => Promise<void>) => {
  const sent = page.waitForRequest(/\/v1\/desk\/sign-ins\/./);
  await press();
  const request = await sent;
  return { url: request.url(), body: request.postData() ?? "" };
};

describe("the door of a desk", () => {
  // Nobody else needs to be there to sign in.
  const served = serveDesks({
    country: Effect.succeed({ served: () => false }),
    desks: [{}, {}, { demonstration: true }],
  });
  const at = (officer: number) => served.desk(officer).url;
  const post = async (url: string, body?: unknown, headers: Readonly<Record<string, string>> = {}) => {
    const answer = await ask({
      url,
      method: "POST",
      headers,
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    return { status: answer.status, ...decode(answer.body) };
  };

  withBrowser("signing in", served.urls, (open) => {
    it("enrols the first key with the printed code alone, which is then spent", async () => {
      const desk = served.desk(1);
      const page = await open(`${desk.url}/`, phone, english);
      await page.getByLabel("Code from the terminal").fill("AAAA-AAAA-AAAA");
      await press(page, "Enrol a key and sign in");
      await page.getByText("This is not the code that the desk printed.").first().waitFor();
      await enrol(page, desk);
      expect((await post(`${desk.url}/v1/desk/enrolments`, { code: codeOf(desk) })).code).toBe(
        "desk-code-spent",
      );
      const file = `${served.country().folder}/officer-1/${browserKeysFile}`;
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect(readFileSync(file, "utf8")).toContain("publicKey");

      // Signed out, the page holds nothing, and the key opens it again.
      await press(page, "Sign out");
      await page.locator("h2:focus").filter({ hasText: "Sign in" }).waitFor();
      expect(await page.evaluate("sessionStorage.length")).toBe(0);
      const proof = await nextProof(page, () => press(page, "Sign in with your key"));
      await page.getByRole("button", { name: "Sign out" }).waitFor();

      // The same proof again, and the same proof for another question.
      expect((await post(proof.url, proof.body)).code).toBe("desk-asked-unknown");
      const { id = "" } = await post(`${desk.url}/v1/desk/sign-ins`);
      expect((await post(`${desk.url}/v1/desk/sign-ins/${id}`, proof.body)).code).toBe("desk-key-wrong");

      // Whoever has signed in enrols a further key.
      await giveKey(page, "usb");
      await press(page, "Enrol a further key");
      await page.getByText("Keys enrolled at this desk: 2.").first().waitFor();

      // A reload goes on, and the end of its time does not.
      await page.reload();
      await page.getByRole("button", { name: "Sign out" }).waitFor();
      served.pass(hourMs);
      await page.getByText("You are no longer signed in at this desk.").first().waitFor();
      await page.context().close();
    });

    it("keeps the code for the officer, however often others try", async () => {
      const url = `${at(2)}/v1/desk/enrolments`;
      for (let tries = 0; tries < 8; tries += 1)
        expect((await post(url, { code: "wrong" })).code).toBe("desk-code-wrong");
      expect((await post(url, { code: codeOf(served.desk(2)) })).id).toBeDefined();
    });

    it("answers to its own name, and to no page of another origin", async () => {
      const url = `${at(1)}/v1/desk`;
      expect((await ask({ url, headers: { host: "desk.example" } })).status).toBe(421);
      expect((await ask({ url: `${at(1)}/`, headers: { host: "desk.example" } })).status).toBe(421);
      expect((await ask({ url: at(1).replace("localhost", "127.0.0.1") })).status).toBe(421);
      expect((await ask({ url, headers: { origin: "https://elsewhere.example" } })).status).toBe(403);
      expect((await ask({ url, headers: { origin: at(1) } })).status).toBe(200);
    });

    it("goes without a key in a demonstration alone, which says so on the page", async () => {
      expect((await post(`${at(1)}/v1/desk/demonstrations`)).code).toBe("desk-demonstration-only");
      const page = await open(`${at(3)}/`, phone, { locale: "ko-KR" });
      const shown = page.getByText("시연용입니다. 실제 인물이나 실제 기관이 아닙니다.");
      await shown.waitFor();
      await press(page, "키 없이 로그인 (시연용)");
      await page.getByRole("button", { name: "로그아웃" }).waitFor();
      expect(await shown.count()).toBe(1);
      const other = await open(`${at(1)}/`, phone, english);
      await other.getByRole("button", { name: "Sign in with your key" }).waitFor();
      expect(await other.getByRole("button", { name: /without a key/ }).count()).toBe(0);
      await page.context().close();
      await other.context().close();
    });

    it.each(["ko-KR", "en-GB"])(
      "is used by keyboard on a narrow screen with large letters (%s)",
      async (locale) => {
        const page = await open(`${at(3)}/`, { width: 320, height: 700 }, { locale });
        const code = page.locator("#code");
        await code.waitFor();
        expect(await page.locator("html").getAttribute("lang")).toBe(locale.slice(0, 2));
        await page.evaluate("document.documentElement.style.fontSize = '200%'");
        expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(320);
        expect(await faults(page)).toEqual([]);
        await page.locator("button.language").focus();
        await page.keyboard.press("Tab");
        await page.keyboard.type("AAAA");
        await page.keyboard.press("Enter");
        await page.locator(".note.warning").waitFor();
        await expect.poll(() => page.locator("p[role=status]").innerText()).not.toBe("");
        await page.context().close();
      },
    );

    it("has a page that is small", async () => {
      const sizes = await Promise.all(
        ["/", "/program.js", "/style.css"].map(
          async (path) => (await ask({ url: `${at(1)}${path}` })).body.length,
        ),
      );
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(300_000);
    });
  });
});
