// The board that an issuer shows: asked once for everybody, kept for a minute, and asked again a few seconds after it could not be had.
// How it is had from a real board over mutual TLS is tried with all parties together.
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import { keepBoard, noBoard } from "../../../impl/issuer/boardshown.ts";
import type { StatusBoard } from "../../../impl/protocol/figures.ts";
import { PeerUnavailable } from "../../../impl/protocol/remote/peerunavailable.ts";

const none = {
  names: { en: "Korea", ko: "대한민국" },
  confirmed: [],
  released: [],
  deceased: [],
  tested: [],
};
const empty: typeof StatusBoard.Type = {
  dates: [],
  latest: null,
  nation: none,
  regions: [],
  publishedAtMs: null,
  feed: null,
};
const away = new PeerUnavailable({ peer: "board", reason: "unreachable", detail: "" });

const inTime = <A, E>(program: Effect.Effect<A, E>): Promise<A> =>
  Effect.runPromise(Effect.provide(program, TestClock.layer()));

/** A board that counts how often it is asked, and may be away. */
const makeBoard = () => {
  const board = { asked: 0, isAway: false };
  const ask = () =>
    Effect.suspend(() => {
      board.asked += 1;
      return board.isAway ? Effect.fail(away) : Effect.succeed(empty);
    });
  return { board, ask };
};

describe("the board that an issuer shows", () => {
  it("is asked once a minute, however many look", () =>
    inTime(
      Effect.gen(function* () {
        const { board, ask } = makeBoard();
        const { ofDays } = yield* keepBoard(ask);
        yield* Effect.all(
          Array.from({ length: 50 }, () => ofDays(56)),
          { concurrency: "unbounded" },
        );
        yield* TestClock.adjust("59 seconds");
        yield* ofDays(56);
        expect(board.asked).toBe(1);
        yield* TestClock.adjust("1 second");
        expect(yield* ofDays(56)).toEqual(empty);
        expect(board.asked).toBe(2);
      }),
    ));

  it("is asked of the board no oftener where each looks at another length", () =>
    inTime(
      Effect.gen(function* () {
        const { board, ask } = makeBoard();
        const { ofDays } = yield* keepBoard(ask);
        for (let turn = 0; turn < 3; turn += 1) for (let days = 1; days <= 20; days += 1) yield* ofDays(days);
        expect(board.asked).toBe(1);
      }),
    ));

  it("is away for five seconds at least where it could not be had, and comes back by itself", () =>
    inTime(
      Effect.gen(function* () {
        const { board, ask } = makeBoard();
        const { ofDays } = yield* keepBoard(ask);
        board.isAway = true;
        const code = Effect.map(Effect.flip(ofDays(56)), (problem) => problem.code);
        expect([yield* code, yield* code, board.asked]).toEqual(["peer-unavailable", "peer-unavailable", 1]);
        board.isAway = false;
        yield* TestClock.adjust("5 seconds");
        expect(yield* ofDays(56)).toEqual(empty);
      }),
    ));

  it("is none where the issuer knows no board", async () => {
    expect((await Effect.runPromise(Effect.flip(noBoard.ofDays(56)))).code).toBe("board-unknown");
  });
});
