// A door's own code, scanned by the camera or typed: the pass is then made for that door alone.
// The browser hashes it with the venue's number; the issuer is given the first bytes of the hash, which tell it no place.
// What is no code of a door is refused here, and nothing of it is kept.
import { Fragment, h, type ComponentChild } from "preact";
import { useState } from "preact/hooks";
import { Base64Url } from "effect/encoding";
import { Scanner } from "../../page/client/camera/scanner.ts";
import type { Met } from "../../page/client/ask.ts";
import type { Reader } from "../../page/language.ts";
import {
  bindingBytes,
  boundBytes,
  challengeTextLength,
  decodeChallengeText,
} from "../../protocol/challengetext.ts";
import { useAsking } from "./asked.ts";
import { textHelps } from "./helps.ts";
import { Refusal } from "./refusal.ts";
import { TypedForm } from "./typedform.ts";
import { personWords } from "./words/words.ts";

/** A door, as far as a pass is made for it. */
export interface Door {
  readonly venue: number;
  /** As the contract writes it. */
  readonly binding: string;
}

/** Capitals alone stand in it, and a blank at an end may be part of it. */
const written = (typed: string): string => {
  const text = typed.toUpperCase();
  return text.length === challengeTextLength ? text : text.trim();
};

export const doorOf = async (typed: string): Promise<Door | undefined> => {
  const decoded = decodeChallengeText(written(typed));
  if (!decoded.ok) return undefined;
  const hash = await crypto.subtle.digest("SHA-256", boundBytes(decoded.value));
  return { venue: decoded.value.venue, binding: Base64Url.encode(new Uint8Array(hash, 0, bindingBytes)) };
};

export interface DoorCodeProps {
  readonly reader: Reader;
  readonly use: (door: Door) => Promise<Met | undefined>;
}

export const DoorCode = ({ reader, use }: DoorCodeProps): ComponentChild => {
  const { challenge } = personWords(reader);
  const [isOpen, setOpen] = useState(false);
  const [isScanning, setScanning] = useState(false);
  const scanned = useAsking();
  const take = async (text: string): Promise<Met | undefined> => {
    // Elsewhere a browser hashes nothing.
    if (!isSecureContext) return { code: "page-insecure" };
    const door = await doorOf(text);
    if (door === undefined) return { code: "door-code-unreadable" };
    setScanning(false);
    return use(door);
  };
  return h(
    "details",
    {
      class: "door",
      open: isOpen,
      onToggle: ({ currentTarget }: { readonly currentTarget: HTMLDetailsElement }) => {
        setOpen(currentTarget.open);
        if (!currentTarget.open) setScanning(false);
      },
    },
    [
      h("summary", {}, challenge.open),
      h("p", {}, challenge.says),
      isOpen
        ? h(Fragment, {}, [
            isScanning
              ? h(Fragment, {}, [
                  h(Scanner, { reader, onCode: (text) => void scanned.start(() => take(text)) }),
                  h(Refusal, { met: scanned.met, reader }),
                ])
              : h(
                  "button",
                  {
                    type: "button",
                    class: "quiet",
                    onClick: () => {
                      setScanning(true);
                    },
                  },
                  challenge.scan,
                ),
            h("p", {}, challenge.type),
            h(TypedForm, {
              id: "door",
              reader,
              label: challenge.label,
              button: challenge.use,
              helps: textHelps,
              send: take,
            }),
          ])
        : null,
    ],
  );
};
