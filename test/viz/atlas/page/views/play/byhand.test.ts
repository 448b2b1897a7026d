// Acting by hand in a real browser: what can be done is pressed, time passes, a refusal is answered with its reason, and a link has it all.
// What cannot come up is shown on demand and cannot be pressed; what is no length of time is answered in a sentence.
import { expect, it } from "vitest";
import { withAtlas } from "../../../opened.ts";

withAtlas("acting by hand in a browser", (open) => {
  it("lets a reader issue, scan and store a pass, and shows another reader the same by a link", async () => {
    const page = await open("view=play&lang=en");
    await page.locator('[data-slice="door"]').click();
    const caption = page.locator(".caption-room");
    expect(await caption.textContent()).toContain("no pass is issued and no visit is stored");
    await page.locator('[data-move="issue pass1"]').click();
    await page.locator('[data-move="scan pass1 at 1"]').click();
    await page.locator('[data-move="deliver pass1 from 1"]').click();
    expect(await caption.textContent()).toContain("reaches the custodian");
    expect(await page.locator('[data-instance="visit1"]').textContent()).toContain("changed in this step");
    const other = await open(page.url().split("#")[1] ?? "");
    expect(await other.locator(".caption-room").textContent()).toBe(await caption.textContent());
    expect(await other.locator("output").textContent()).toBe("Step 3 of 3");
    await other.close();
    await page.close();
  });

  it("answers what is refused with its sentence, advice, reason and clauses", async () => {
    const page = await open("view=play&slice=whole&made=withdraw+1&step=1&lang=en");
    const asking = page.locator('[data-move="issue pass1 to 1"]');
    expect(await asking.textContent()).toContain(
      "✗ The first person asks for a pass, and it is shown as a QR code. (Refused: You have not agreed",
    );
    await asking.click();
    const reason = page.locator(".reason");
    expect(await reason.textContent()).toContain("Please read the notice and agree to it first.");
    expect(await reason.textContent()).toContain("It is refused if: the consent is not “consent given”.");
    expect(await reason.locator(".chip").allTextContents()).toEqual(["S4", "F1"]);
    await page.close();
  });

  it("shows on demand what cannot come up now, and does nothing when it is pressed", async () => {
    const page = await open("view=play&slice=door&lang=en");
    const scan = page.locator('[data-move="scan pass1 at 1"]');
    expect(await scan.count()).toBe(0);
    await page.getByRole("button", { name: "Show what cannot come up now" }).click();
    expect(await scan.textContent()).toContain("(cannot come up now)");
    await scan.dispatchEvent("click");
    expect(await page.locator("output").textContent()).toBe("Before the first step");
    expect(page.url()).not.toContain("made=");
    await page.close();
  });

  it("lets time pass to the next deadline and by an amount, and answers what is none", async () => {
    const page = await open("view=play&slice=door&made=issue+pass1&step=1&lang=en");
    const amount = page.locator('input[name="amount"]');
    const pass = page.getByRole("button", { name: "Let it pass" });
    await amount.fill("a while");
    await pass.click();
    expect(await page.getByText("This is no length of time.").isVisible()).toBe(true);
    expect(await page.locator("output").textContent()).toBe("Step 1 of 1");
    await amount.fill("5s");
    await pass.click();
    expect(await page.locator(".caption-room").textContent()).toContain("5 seconds go by.");
    const next = page.locator('[data-move="to the deadline"]');
    expect(await next.textContent()).toContain("(in 12 seconds)");
    await next.click();
    expect(await page.locator(".caption-room").textContent()).toContain("1 July 2020 (Wed) 00:00:17");
    await page.close();
  });

  it("lets no time pass over what is due to be swept", async () => {
    const made = encodeURIComponent("open the day~deposit~issue pass1 to 1~store pass1~2419200000");
    const page = await open(`view=play&slice=retention&made=${made}&step=5&lang=en`);
    await page.locator('input[name="amount"]').fill("1d");
    await page.getByRole("button", { name: "Let it pass" }).click();
    expect(await page.getByText("Time cannot go on so far").isVisible()).toBe(true);
    await page.locator('[data-move="sweep visit1"]').click();
    expect(await page.locator(".caption-room").textContent()).toContain("erased with its day");
    await page.close();
  });

  it("goes on by hand from the middle of a scenario, and leaves the scenario as it was", async () => {
    const page = await open("view=play&scenario=investigation&step=9&lang=en");
    await page.locator('[data-move="deny by second"]').click();
    expect(await page.locator("output").textContent()).toBe("Step 10 of 10");
    expect(await page.locator('[data-instance="case"]').textContent()).toContain("denied");
    expect(page.url()).not.toContain("scenario=");
    await page.locator('[data-scenario="investigation"]').click();
    expect(await page.locator("output").textContent()).toBe("Before the first step");
    await page.close();
  });

  it("keeps the keyboard at the move that was pressed", async () => {
    const page = await open("view=play&slice=gate&lang=ko");
    const agree = page.locator('[data-move="agree 1"]');
    await agree.focus();
    await page.keyboard.press("Enter");
    expect(await page.locator(".caption-room").textContent()).toContain(
      "첫째 이용자가 현재 고지에 동의합니다.",
    );
    expect(await agree.evaluate((button) => button.matches(":focus"))).toBe(true);
    await page.close();
  });

  it("draws a window of a long story around the step, and lists all of it", async () => {
    const made = encodeURIComponent(
      Array.from(
        { length: 60 },
        (_, place) => `level ${place % 2 === 0 ? "attention" : "serious"} at custodian`,
      ).join("~"),
    );
    const page = await open(`view=play&slice=door&made=${made}&step=50&lang=en`);
    expect(await page.locator(".sequence .row").count()).toBe(40);
    expect(await page.locator(".sequence .row.present").getAttribute("data-row")).toBe("50");
    expect(await page.locator(".sequence-room").textContent()).toContain("Steps 21 to 60 are drawn.");
    expect(await page.locator(".sequence-room .twin tbody tr").count()).toBe(60);
    await page.close();
  });
});
