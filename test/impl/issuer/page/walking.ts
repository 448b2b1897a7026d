// A person before the issuer's page, in a real browser: each step as a hand does it, and waiting for what is then to be seen.
// It goes by the ids of fields and the English names of buttons, as the words are the other suites' business.
import type { Page } from "playwright-core";
import { phone as screen, type OpenAt } from "../../../inbrowser.ts";
import type { ServedIssuer } from "./served.ts";

export const ann = { typed: "010-1234-5678", known: "+821012345678" } as const;
export const english = { locale: "en-GB" } as const;
export const korean = { locale: "ko-KR" } as const;

export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole("button", { name, exact: true }).click();

export const openPage = async (
  open: OpenAt,
  { url }: ServedIssuer,
  more: object = english,
): Promise<Page> => {
  const page = await open(`${url}/`, screen, more);
  // With the program of the page at work.
  await page.locator("button.language").waitFor();
  return page;
};

/** From the front to the notice. */
export const toNotice = async (page: Page, typed: string = ann.typed): Promise<void> => {
  await page.locator("button.large").click();
  await page.locator("#phone").fill(typed);
  await page.locator("#phone").press("Enter");
  await page.locator("fieldset").waitFor();
};

export const agree = async (page: Page, under14 = false): Promise<void> => {
  await page
    .getByRole("radio")
    .nth(under14 ? 1 : 0)
    .check();
  await page.locator("main > .choices button").first().click();
};

export const enter = async (page: Page, code: string, field = "#code"): Promise<void> => {
  await page.locator(field).fill(code);
  await page.locator(field).press("Enter");
};

/** From the notice to the code, which is sent at once. */
export const toCode = async (page: Page): Promise<void> => {
  await agree(page);
  await page.locator("#code").waitFor();
};

/** From the front to a QR code. */
export const toPass = async (
  page: Page,
  issuer: ServedIssuer,
  person: typeof ann | { typed: string; known: string } = ann,
) => {
  await toNotice(page, person.typed);
  await toCode(page);
  await enter(page, await issuer.codeTo(person.known));
  await page.locator(".qr").waitFor();
};

export const textOf = (page: Page): Promise<string> => page.locator("main").innerText();

/** Waits until the page says it, and fails by the runner's time where it never does. */
export const says = (page: Page, text: string | RegExp): Promise<void> =>
  page.locator("main").getByText(text).first().waitFor();

export const alerted = async (page: Page): Promise<string> => {
  const alert = page.locator("main [role=alert]");
  await alert.waitFor();
  return alert.innerText();
};

/** An answer that a test holds up may still be on its way. */
export const done = async (page: Page): Promise<void> => {
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await page.context().close();
};
