// The people of the journey before their pages: a person with a phone, the people at the door, an officer at a desk.
// Each step is what a hand does; it waits for what is then to be seen, and expects nothing.
import type { Page } from "playwright-core";
import { Schema } from "effect";
import { ask } from "../../../impl/serve/asks.ts";
import { phone, type OpenAt } from "../../../inbrowser.ts";
import type { OpenedCountry } from "./opened.ts";

export const ann = { typed: "010-2345-6789", known: "+821023456789", eight: "23456789" } as const;
export const place = { venue: "4100000017", kind: "karaoke" } as const;
const english = { locale: "en-GB" };

export const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole("button", { name, exact: true }).click();

const Inbox = Schema.fromJsonString(
  Schema.Struct({ messages: Schema.Array(Schema.Struct({ text: Schema.String })) }),
);

/** The code in the newest message to a phone, as its owner reads it. */
export const codeOn = async ({ country }: OpenedCountry, number: string): Promise<string> => {
  const { body } = await ask({ url: `${country().url("carrier")}/phones/${number}` });
  const [newest] = Schema.decodeUnknownSync(Inbox)(body).messages;
  return /\d{6}/.exec(newest?.text ?? "")?.[0] ?? "";
};

export const agree = async (page: Page): Promise<void> => {
  await page.getByLabel("14 or older").check();
  await press(page, "I agree");
};

export const typeCode = async (page: Page, opened: OpenedCountry): Promise<void> => {
  await page.locator("#code").fill(await codeOn(opened, ann.known));
  await press(page, "Confirm");
};

/** Lets the code that is shown be over on the page, and shows another. */
export const freshCode = async (page: Page): Promise<void> => {
  await page.clock.fastForward(15_000);
  await page.locator(".qr").waitFor({ state: "detached" });
  await press(page, "Show a new QR code");
  await page.locator(".qr").waitFor();
};

/** The text of a code at the door, typed because no camera read it. */
export const typeAtDoor = async (page: Page, text: string): Promise<void> => {
  const field = page.getByLabel("Code as text");
  if (!(await field.isVisible())) await page.getByText("Hand-held scanner or pasted code").click();
  await field.fill(text);
  await press(page, "Check");
};

/** An officer, signed in at their own desk. */
export const atDesk = async (open: OpenAt, { country }: OpenedCountry, officer: number): Promise<Page> => {
  const page = await open(`${country().url(`desk-${String(officer)}`)}/`, phone, english);
  await press(page, "Sign in without a key (demonstration only)");
  await page.getByRole("heading", { name: "Cases" }).waitFor();
  return page;
};

export interface AskedWindow {
  readonly day: string;
  readonly from: string;
  readonly until: string;
}

/** Asks for the records of the place, and signs. */
export const askForCase = async (page: Page, { day, from, until }: AskedWindow): Promise<void> => {
  await press(page, "A new case");
  await page.getByLabel("Venue number").fill(place.venue);
  await page.getByLabel("Day").fill(day);
  await page.getByLabel("From").fill(from);
  await page.getByLabel("Until").fill(until);
  await press(page, "Show the text to be signed");
  await press(page, "Sign (demonstration, without a key)");
};

/** Opens the case that waits for another officer. */
export const openCase = (page: Page): Promise<void> =>
  page.getByRole("button", { name: /^case-\d+: requested$/ }).click();

export const readAndSign = async (page: Page, act: string): Promise<void> => {
  await press(page, act);
  await press(page, "Sign (demonstration, without a key)");
};
