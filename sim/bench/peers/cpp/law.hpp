// The issuer's law about one account, written by hand: codes, tries, locks, a month of validity, the end of an account.
// It decides what models/verification.ts decides, for people who never withdraw; the hash over all decisions shows it.
#pragma once
#include <algorithm>
#include <cstdint>

using Instant = int64_t;
constexpr Instant never = INT64_MAX / 4;
constexpr Instant dayMs = 86'400'000, seoulMs = 32'400'000;

static inline int64_t seoulDay(Instant at) { return (at + seoulMs) / dayMs; }

/** What the law says of a decision: the number of a refusal, or of what is told, below zero. */
struct Answers {
  int consentRecorded, codeSent, codeLocked, phoneVerified, codeMismatched;
  int notSent, lockedOut, expired, replayed;
};

struct Policy {
  Instant consentSession, verificationValidity, codeLifetime, codeSendWindow, codeLock, accountKept, passUsable;
  int codeTries, codeSends;
  int64_t retentionDays;
  Answers answers;
};

enum State : uint8_t { unverified, challenged, unanswered, verified, renewing, expired, lockedAway };

/** An account as the issuer keeps it; settle lets what is due expire, each at its own instant. */
struct Account {
  State state = unverified;
  uint8_t tries = 0, sends = 0;
  Instant sendsEndAt = never, codeEndsAt = never, verifiedUntil = never, lockedUntil = never, accountEndsAt = never;

  void settle(Instant now) {
    for (;;) {
      switch (state) {
      case challenged:
        if (now < std::min(codeEndsAt, accountEndsAt)) return;
        if (accountEndsAt < codeEndsAt) {
          accountEndsAt = never;
        } else {
          state = accountEndsAt == never ? unanswered : expired;
          tries = 0;
          codeEndsAt = never;
        }
        break;
      case unanswered:
        if (now < sendsEndAt) return;
        *this = Account();
        return;
      case verified:
        if (now < verifiedUntil) return;
        state = expired;
        verifiedUntil = never;
        break;
      case renewing:
        if (now < std::min(verifiedUntil, codeEndsAt)) return;
        if (codeEndsAt < verifiedUntil) {
          state = verified;
          tries = 0;
          codeEndsAt = never;
        } else {
          state = challenged;
          verifiedUntil = never;
        }
        break;
      case expired: {
        if (now < accountEndsAt) return;
        const Instant at = accountEndsAt;
        Account left;
        if (lockedUntil != never && at < lockedUntil) {
          left.state = lockedAway;
          left.lockedUntil = lockedUntil;
        } else if (sendsEndAt != never && at < sendsEndAt) {
          left.state = unanswered;
          left.sends = sends;
          left.sendsEndAt = sendsEndAt;
        }
        *this = left;
        break;
      }
      case lockedAway:
        if (now < std::min(lockedUntil, accountEndsAt)) return;
        if (accountEndsAt < lockedUntil) {
          accountEndsAt = never;
        } else if (accountEndsAt != never) {
          state = expired;
          lockedUntil = never;
        } else {
          *this = Account();
        }
        break;
      default:
        return;
      }
    }
  }

  bool isLocked(Instant now) const { return lockedUntil != never && now < lockedUntil; }

  void lock(Instant now, const Policy &policy) {
    state = state == challenged || state == unanswered || state == expired ? lockedAway : verified;
    tries = sends = 0;
    codeEndsAt = sendsEndAt = never;
    lockedUntil = now + policy.codeLock;
  }

  int requestCode(Instant now, const Policy &policy) {
    settle(now);
    if (state == lockedAway || ((state == verified || state == expired) && isLocked(now)))
      return policy.answers.lockedOut;
    const bool newWindow = sendsEndAt == never || now >= sendsEndAt;
    if (!newWindow && sends >= policy.codeSends) {
      lock(now, policy);
      return policy.answers.codeLocked;
    }
    sends = newWindow ? 1 : static_cast<uint8_t>(sends + 1);
    if (newWindow) sendsEndAt = now + policy.codeSendWindow;
    state = state == verified || state == renewing ? renewing : challenged;
    tries = 0;
    codeEndsAt = now + policy.codeLifetime;
    lockedUntil = never;
    return policy.answers.codeSent;
  }

  int submitCode(bool matches, Instant now, const Policy &policy) {
    settle(now);
    if (state == lockedAway) return policy.answers.lockedOut;
    if (state != challenged && state != renewing) return policy.answers.notSent;
    if (!matches) {
      tries += 1;
      if (tries < policy.codeTries) return policy.answers.codeMismatched;
      lock(now, policy);
      return policy.answers.codeLocked;
    }
    *this = Account();
    state = verified;
    verifiedUntil = now + policy.verificationValidity;
    keepFrom(now, policy);
    return policy.answers.phoneVerified;
  }

  void keepFrom(Instant now, const Policy &policy) {
    accountEndsAt = seoulDay(now) * dayMs - seoulMs + policy.accountKept;
  }
};
