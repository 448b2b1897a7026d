// "Change a number" in a real browser, as a reviewer uses it: what breaks if a visit is kept for a week only, what if a pass lives a day?
// The answer always says whether a proof gives it or stories that were played just now; what is no value is answered by a sentence.
// "How could we get here?" stands beside every state and transition, and what it tells can be played.
import { expect, it } from "vitest";
import { withAtlas } from "../../../opened.ts";

withAtlas("a number is changed in a browser", (open) => {
  it("says what breaks if a visit is kept for a week only, with the story", async () => {
    const page = await open("view=numbers&lang=en");
    await page.locator("#number-constant").selectOption("retention");
    await page.locator("#number-value").fill("1 week");
    await page.locator("#number-value").press("Enter");
    const result = page.locator("#view-numbers .result");
    expect(await result.locator("[data-way]").getAttribute("data-way")).toBe("proved");
    expect(
      await result
        .locator("[data-broken]")
        .evaluateAll((all) => all.map((one) => one.getAttribute("data-broken"))),
    ).toEqual(["trace-possible"]);
    const told = await result.locator("[data-broken] .told").textContent();
    expect(told).toContain("14 days");
    expect(await result.locator('[data-promise="trace-possible"]').textContent()).toContain("✗ broken");
    expect(await result.locator('[data-promise="retention-kept"]').textContent()).toContain("✓ held");
    expect(page.url()).toContain("constant=retention");
    const shared = await open(page.url().split("#")[1] ?? "");
    expect(await shared.locator("#view-numbers .result").textContent()).toBe(await result.textContent());
    await shared.close();
    await page.close();
  });

  it("says what breaks if a pass lives a day, and plays the story step by step", async () => {
    const page = await open("view=numbers&constant=passLifetime&lang=en");
    await page.locator("#view-numbers .values a", { hasText: "24 hours" }).click();
    const broken = page.locator('#view-numbers [data-broken="pass-bounded"]');
    await broken.waitFor();
    const steps = await broken.locator(".told li").count();
    expect(steps).toBeGreaterThan(2);
    await broken.locator("a.play").click();
    const play = page.locator("#view-play");
    await play.waitFor();
    expect(page.url()).toContain("view=play");
    await play.locator(".controls button", { hasText: "To the end" }).click();
    expect(await play.textContent()).toContain("pass-bounded");
    await page.close();
  });

  it("says of a value that nobody proved that stories were played, and which command proves it", async () => {
    const page = await open("view=numbers&constant=retention&value=9d&lang=en");
    const result = page.locator("#view-numbers .result");
    expect(await result.locator("[data-way]").getAttribute("data-way")).toBe("replayed");
    expect(await result.locator("[data-broken]").count()).toBe(1);
    expect(await result.textContent()).toContain("prove --zones --set retention=9d");
    await page.locator("#number-value").fill("30d");
    await page.locator("#number-value").press("Enter");
    expect(await result.locator("[data-broken]").count()).toBe(0);
    expect(await result.textContent()).toContain("That shows nothing");
    await page.close();
  });

  it("takes what was not shown for no promise kept", async () => {
    const page = await open("view=numbers&constant=officersRequired&value=3&lang=en");
    const result = page.locator("#view-numbers .result");
    expect(await result.locator("[data-broken]").count()).toBe(0);
    expect(await result.textContent()).toContain("nothing is shown");
    expect(await result.locator('[data-promise="two-officers"]').textContent()).toContain("? not shown");
    await page.close();
  });

  it.each(["en", "ko"])("answers nonsense with a sentence, and stays as it was (%s)", async (language) => {
    const page = await open(`view=numbers&constant=retention&lang=${language}`);
    await page.locator("#number-value").fill("a fortnight, <b>maybe</b>");
    await page.locator("#number-value").press("Enter");
    const mistake = page.locator("#view-numbers .mistake");
    expect(await mistake.textContent()).toContain("a fortnight, <b>maybe</b>");
    expect(await mistake.textContent()).toContain("7d");
    expect(await page.locator("#number-constant").inputValue()).toBe("retention");
    await page.close();
  });

  it("speaks Korean", async () => {
    const page = await open("view=numbers&constant=retention&value=7d&lang=ko");
    const result = page.locator("#view-numbers .result");
    expect(await result.locator("h3").first().textContent()).toContain("7일");
    expect(await result.locator(".told").textContent()).toMatch(/약속이 깨집니다/u);
    expect(
      await result
        .locator("p, h3, h4, li")
        .evaluateAll((all) =>
          all.map((one) => one.textContent).filter((text) => !/\p{Script=Hangul}/u.test(text)),
        ),
    ).toEqual([]);
    await page.close();
  });
});

withAtlas("how could we get here, in a browser", (open) => {
  it("tells how a visit comes to be erased, and plays it", async () => {
    const page = await open("view=visit&at=visit.erased&lang=en");
    const way = page.locator("#details .way");
    await way.locator("summary").click();
    expect(await way.locator(".told li").last().textContent()).toContain("28 days");
    await way.locator("a.play").click();
    const play = page.locator("#view-play");
    await play.locator(".controls button", { hasText: "To the end" }).click();
    expect(await play.locator(".caption-room").textContent()).toContain("28 days");
    await page.close();
  });

  it("says of a first state that it begins there, and of what no story leads to that none is known", async () => {
    const page = await open("view=visit&at=visit.absent&lang=en");
    await page.locator("#details .way summary").click();
    expect(await page.locator("#details .way").textContent()).toContain("Here it begins");
    const other = await open("view=pass&at=pass:issued--pass.presented%231--%3Eissued&lang=ko");
    await other.locator("#details .way summary").click();
    expect(await other.locator("#details .way").textContent()).toContain("찾지 못했습니다");
    await other.close();
    await page.close();
  });
});
