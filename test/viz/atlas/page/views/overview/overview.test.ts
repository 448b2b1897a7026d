// The overview in a real browser: it is what opens first, a press on a party, message or rule is explained, a machine leads to its view.
// Done by mouse and by keyboard, in both languages, on a wide screen and on a phone.
import { expect, it } from "vitest";
import { parties, rules } from "../../../../../../models/system.ts";
import { wordsCutOff } from "../../../cutoff.ts";
import { phone, withAtlas } from "../../../opened.ts";

withAtlas("the overview", (open) => {
  it("opens first, with every party", async () => {
    const page = await open("lang=en");
    expect(await page.locator("#view-overview").isVisible()).toBe(true);
    expect(await page.locator("#view-overview svg [data-state]").count()).toBe(parties.length);
    await page.close();
  });

  it.each([
    ["how-long", "#view-visit h2", "visit"],
    ["police", "#details h3", "Nobody is re-identified by one officer alone."],
    ["week", '#view-numbers .result:has([data-broken="trace-possible"]) h3', "retention: 7 days"],
    ["pass-of-a-day", '#view-numbers .result:has([data-broken="pass-bounded"]) h3', "24 hours"],
  ])("answers what people ask first, and leads to where it is shown (%s)", async (id, shown, says) => {
    const page = await open("view=overview&lang=en");
    await page.locator(`[data-asked="${id}"] a`).click();
    await expect.poll(() => page.locator(shown).first().textContent()).toContain(says);
    await page.close();
  });

  it("says of the issuer what it keeps, must never know, and by which rules it answers", async () => {
    const page = await open("view=overview&lang=en");
    await page.locator('[data-state="party:issuer"] text').first().click();
    const panel = page.locator("#details");
    expect(await panel.textContent()).toContain("Kakao");
    expect(await panel.textContent()).toContain("issuer-blind");
    expect(await panel.textContent()).toContain("place, time of a scan");
    expect(await panel.locator('[data-pick^="rule:"]').count()).toBe(
      rules.filter(({ party }) => party === "issuer").length,
    );
    expect(page.url()).toContain("at=party%3Aissuer");
    await panel.locator('[data-pick="rule:issuer.issue"]').click();
    expect(await panel.textContent()).toContain("The crisis level does not allow collection.");
    expect(await panel.textContent()).toContain("at least 20");
    await panel.locator('[data-pick="message:issuedPass"]').click();
    expect(await panel.locator("h3").textContent()).toBe("new pass");
    await page.close();
  });

  it("says of a scan, at a key, what the custodian can read of it and what stays closed", async () => {
    const page = await open("view=overview&lang=ko");
    const scan = page.locator('svg [data-transition="message:scan"]');
    await scan.focus();
    await scan.press("Enter");
    const panel = page.locator("#details");
    expect(await panel.textContent()).toContain("발급 구간의 비밀값으로 봉인한 계정의 당일 별칭");
    expect(await scan.getAttribute("class")).toContain("chosen");
    await page.close();
  });

  it("leads from a machine in a party's box to the machine's view, by mouse and by key", async () => {
    const page = await open("view=overview&lang=en");
    await page.locator('svg [data-view="visit"]').click();
    await page.locator("#view-visit").waitFor();
    await page.goBack();
    await page.locator("#view-overview").waitFor();
    const link = page.locator('svg [data-view="disclosure"]');
    await link.focus();
    await link.press("Enter");
    await page.locator("#view-disclosure").waitFor();
    expect(page.url()).toContain("lang=en");
    await page.close();
  });

  it.each(["en", "ko"])("has tables that say the same, and cuts no word off (%s)", async (language) => {
    const page = await open(`view=overview&lang=${language}`);
    const view = page.locator("#view-overview");
    const drawn = await view.locator("svg g.button").count();
    expect(await view.locator(".crossings tbody tr").count()).toBe(drawn);
    expect(await view.locator(".parties tbody tr").count()).toBe(parties.length);
    expect(await wordsCutOff(view.locator("svg .button"))).toEqual([]);
    await page.close();
  });

  it("does not make a phone's page wider than its screen", async () => {
    const page = await open("view=overview&lang=ko&at=party:custodian", phone);
    expect(await page.evaluate(() => globalThis.document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      phone.width,
    );
    await page.close();
  });
});
