// A scanner of QR codes: the live view of a camera, a choice where there are several, and in words what is wrong where there is none.
// A page puts it up, and is handed the text of each code once. Take `scanner.css` into the page's style.
// The picture stays on this machine; whoever can use no camera is to find another way beside it.
import { h, type ComponentChild, type TargetedEvent } from "preact";
import { useRef } from "preact/hooks";
import type { Reader } from "../../language.ts";
import type { CameraFault } from "./camera.ts";
import type { Hand } from "./looking.ts";
import { useCamera } from "./usingcamera.ts";
import * as en from "./words/en.ts";
import * as ko from "./words/ko.ts";

const tables = { en, ko } as const;

export interface ScannerProps {
  readonly reader: Reader;
  readonly onCode: Hand;
  /** What can be done without a camera, where that is not to type the code. */
  readonly otherWay?: string;
}

const Fault = ({
  fault,
  reader,
  otherWay,
  tryAgain,
}: {
  readonly fault: CameraFault;
  readonly reader: Reader;
  readonly otherWay: string;
  readonly tryAgain: () => void;
}): ComponentChild => {
  const { faults, again } = tables[reader.language];
  const { sentence, advice } = faults[fault];
  return h("div", { class: "note warning", role: "alert" }, [
    h("p", {}, `${sentence} ${advice} ${otherWay}`),
    h("button", { type: "button", onClick: tryAgain }, again),
  ]);
};

export const Scanner = ({ reader, onCode, otherWay }: ScannerProps): ComponentChild => {
  const video = useRef<HTMLVideoElement>(null);
  const { state, choose, tryAgain } = useCamera(video, onCode);
  const { asking, view, choice, nameless, otherWay: typing } = tables[reader.language];
  return h("div", { class: "scanner" }, [
    // Kept on the page all the time: the camera is shown in it as soon as there is one.
    h("video", {
      ref: video,
      muted: true,
      playsInline: true,
      hidden: state.at !== "seeing",
      "aria-label": view,
    }),
    state.at === "asking" ? h("p", { class: "quietly" }, asking) : null,
    state.at === "fault"
      ? h(Fault, { fault: state.fault, reader, otherWay: otherWay ?? typing, tryAgain })
      : null,
    state.at === "seeing" && state.cameras.length > 1
      ? h("label", {}, [
          choice,
          h(
            "select",
            {
              value: state.deviceId,
              onChange: ({ currentTarget }: TargetedEvent<HTMLSelectElement>) => {
                choose(currentTarget.value);
              },
            },
            state.cameras.map(({ deviceId, name }, place) =>
              h(
                "option",
                { key: deviceId, value: deviceId },
                name === "" ? nameless(String(place + 1)) : name,
              ),
            ),
          ),
        ])
      : null,
  ]);
};
