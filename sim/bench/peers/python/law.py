"""The issuer's law about one account, in plain Python: codes, tries, locks, a month of validity, the end of an account.

It decides what models/verification.ts decides, for people who never withdraw; the hash over all decisions shows it.
"""

NEVER = float("inf")
DAY_MS = 86_400_000
SEOUL_MS = 32_400_000

UNVERIFIED, CHALLENGED, UNANSWERED, VERIFIED, RENEWING, EXPIRED, LOCKED = range(7)


def start_of_day(at):
    return (at + SEOUL_MS) // DAY_MS * DAY_MS - SEOUL_MS


class Policy:
    def __init__(self, tables):
        for name, key in (
            ("consent_session", "consentSession"),
            ("validity", "verificationValidity"),
            ("code_lifetime", "codeLifetime"),
            ("code_tries", "codeTries"),
            ("code_sends", "codeSends"),
            ("send_window", "codeSendWindow"),
            ("code_lock", "codeLock"),
            ("account_kept", "accountKept"),
            ("retention", "retention"),
            ("consent_recorded", "consent.recorded"),
            ("code_sent", "code.sent"),
            ("code_locked", "code.locked"),
            ("phone_verified", "phone.verified"),
            ("code_mismatched", "code.mismatched"),
            ("not_sent", "code-not-sent"),
            ("locked_out", "code-locked"),
            ("pass_expired", "pass-expired"),
            ("pass_replayed", "pass-replayed"),
        ):
            setattr(self, name, tables.number(key))
        self.pass_usable = tables.number("passLifetime") + tables.number("clockSkew")


class Account:
    __slots__ = (
        "agreed_until",
        "state",
        "tries",
        "sends",
        "sends_end",
        "code_ends",
        "verified_until",
        "locked_until",
        "account_ends",
    )

    def __init__(self):
        self.agreed_until = 0
        self.clear()

    def clear(self):
        self.state = UNVERIFIED
        self.tries = self.sends = 0
        self.sends_end = self.code_ends = self.verified_until = self.locked_until = self.account_ends = NEVER

    def settle(self, now):
        """Lets what is due expire, each at its own instant."""
        while True:
            state = self.state
            if state == VERIFIED:
                if now < self.verified_until:
                    return
                self.state = EXPIRED
                self.verified_until = NEVER
            elif state == UNVERIFIED:
                return
            elif state == CHALLENGED:
                if now < self.code_ends and now < self.account_ends:
                    return
                if self.account_ends < self.code_ends:
                    self.account_ends = NEVER
                else:
                    self.state = UNANSWERED if self.account_ends == NEVER else EXPIRED
                    self.tries = 0
                    self.code_ends = NEVER
            elif state == UNANSWERED:
                if now < self.sends_end:
                    return
                self.clear()
            elif state == RENEWING:
                if now < self.verified_until and now < self.code_ends:
                    return
                if self.code_ends < self.verified_until:
                    self.state = VERIFIED
                    self.tries = 0
                    self.code_ends = NEVER
                else:
                    self.state = CHALLENGED
                    self.verified_until = NEVER
            elif state == EXPIRED:
                if now < self.account_ends:
                    return
                self._end(self.account_ends)
            else:
                if now < self.locked_until and now < self.account_ends:
                    return
                if self.account_ends < self.locked_until:
                    self.account_ends = NEVER
                elif self.account_ends != NEVER:
                    self.state = EXPIRED
                    self.locked_until = NEVER
                else:
                    self.clear()

    def _end(self, at):
        """The account ends; only a lock, or the count of codes sent, lives out its minutes."""
        locked_until, sends, sends_end = self.locked_until, self.sends, self.sends_end
        self.clear()
        if at < locked_until < NEVER:
            self.state = LOCKED
            self.locked_until = locked_until
        elif at < sends_end < NEVER:
            self.state = UNANSWERED
            self.sends = sends
            self.sends_end = sends_end

    def _lock(self, now, policy):
        self.state = VERIFIED if self.state in (VERIFIED, RENEWING) else LOCKED
        self.tries = self.sends = 0
        self.code_ends = self.sends_end = NEVER
        self.locked_until = now + policy.code_lock

    def request_code(self, now, policy):
        self.settle(now)
        is_locked = now < self.locked_until < NEVER
        if self.state == LOCKED or (is_locked and self.state in (VERIFIED, EXPIRED)):
            return policy.locked_out
        if self.sends_end == NEVER or now >= self.sends_end:
            self.sends = 1
            self.sends_end = now + policy.send_window
        elif self.sends < policy.code_sends:
            self.sends += 1
        else:
            self._lock(now, policy)
            return policy.code_locked
        self.state = RENEWING if self.state in (VERIFIED, RENEWING) else CHALLENGED
        self.tries = 0
        self.code_ends = now + policy.code_lifetime
        self.locked_until = NEVER
        return policy.code_sent

    def submit_code(self, matches, now, policy):
        self.settle(now)
        if self.state == LOCKED:
            return policy.locked_out
        if self.state not in (CHALLENGED, RENEWING):
            return policy.not_sent
        if not matches:
            self.tries += 1
            if self.tries < policy.code_tries:
                return policy.code_mismatched
            self._lock(now, policy)
            return policy.code_locked
        self.clear()
        self.state = VERIFIED
        self.verified_until = now + policy.validity
        self.keep_from(now, policy)
        return policy.phone_verified

    def keep_from(self, now, policy):
        self.account_ends = start_of_day(now) + policy.account_kept

    def is_verified(self, now):
        self.settle(now)
        return self.state in (VERIFIED, RENEWING)
