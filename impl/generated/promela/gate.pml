/* Generated from models/ by entrylog generate. Stamp 098db7247bff9de3. */
/*
 * The slice gate. People agree, verify, ask for passes and withdraw, while notice and crisis level change.
 * The pass is forgotten when it has been issued: whatever happens to it, the gate is not asked.
 *
 * One process; every option of its loop is one move, made in one atomic step. Instants are ticks from now.
 * By hand, every state:   spin -a FILE && gcc -O2 -DSAFETY -DNOREDUCE -o pan pan.c && ./pan -m10000000 -c0 -n
 * By hand, a formula:     spin -a -DLTL FILE && gcc -O2 -DNOREDUCE -o pan pan.c && ./pan -a -m10000000 -n -N NAME
 * The line `observed move N` counts the slice's move N, from 0 in the order of its moves; the last is the passing of time.
 * Their sum is our number of transitions; the number that pan itself prints is one more, because it counts the initial step.
 */

/* Words, each by its place in its vocabulary. */
#define crisisLevel_alert 2
#define crisisLevel_serious 3
#define consentAsked_everyPass 0
#define crisisLevel_attention 0

/* The policy in the small. Change a number here, and everything below follows it. */
#define policy_consentSession 1  /* ticks: how long one consent covers a pass and its renewals when it is asked for at every pass */
#define policy_noticeVersion 1  /* the version of the notice that is in force */
#define policy_consentAsked consentAsked_everyPass  /* whether consent is asked for at every pass or once, at first use */
#define policy_codeLifetime 1  /* ticks: how long a code can be entered */
#define policy_codeSendWindow 2  /* ticks: the window in which codes sent are counted */
#define policy_codeSends 2  /* codes sent within the send window before the lock */
#define policy_codeLock 1  /* ticks: how long a lock lasts */
#define policy_verificationValidity 3  /* ticks: how long a verified phone stays verified */
#define policy_accountKept 3  /* ticks: how long an account stays after the day of its last pass, once its verification has expired */
#define policy_codeTries 2  /* wrong tries before the lock */
#define policy_passLifetime 1  /* ticks: how long a pass is shown */
#define policy_clockSkew 1  /* ticks: how far the clocks of two parties may differ */
#define policy_networkSends 60  /* codes sent to one network within the send window */
#define policy_passesPerMinute 20  /* passes a person may ask for in a minute */
#define policy_sweepLateness 1  /* ticks: how late the sweep that erases may be; a read never waits for it */
#define in_collectionLevels(word) ((word) == crisisLevel_alert || (word) == crisisLevel_serious)

/* Instants and durations. Nothing is added to an instant that never comes. */
#define NEVER 999
#define NOBODY 0
#define SINCE_EVER (-NEVER)
#define TICKS_A_DAY 1
/* Instants further back than this are all the same. */
#define HORIZON 1
#define LATER(moment, duration) ((moment) == NEVER || (duration) == NEVER -> NEVER : (moment) + (duration))
#define EARLIEST(one, other) ((one) < (other) -> (one) : (other))
#define LATEST(one, other) ((one) > (other) -> (one) : (other))
/* Every tick is a midnight. */
#define START_OF_DAY(moment) (moment)
/* More deadlines than any law chains. */
#define FIRINGS_MOST 100

/* The states of each machine. */
#define crisis_suspended 0
#define crisis_active 1
#define consent_absent 0
#define consent_given 1
#define consent_outdated 2
#define consent_withdrawn 3
#define verification_unverified 0
#define verification_challenged 1
#define verification_unanswered 2
#define verification_verified 3
#define verification_renewing 4
#define verification_expired 5
#define verification_locked 6
#define verification_erased 7
#define pass_unissued 0
#define pass_issued 1
#define pass_accepted 2
#define pass_expired 3

/* Where everything begins, and what is told apart. */
typedef Crisis {
  byte state = crisis_suspended
}
typedef Consent {
  byte state = consent_given;
  int noticeVersion = 0;
  short givenAt = 0;
  short endsAt = policy_consentSession
}
typedef Verification {
  byte state = verification_unverified;
  byte tries = 0;
  byte sends = 0;
  short sendsEndAt = NEVER;
  short codeEndsAt = NEVER;
  short verifiedUntil = NEVER;
  short lockedUntil = NEVER;
  short accountEndsAt = NEVER
}
typedef Pass {
  byte state = pass_unissued;
  short expiresAt = NEVER
}

Crisis crisis;  /* country, at the issuer */
Consent consent1;  /* first person, at the issuer */
Verification verification1;  /* first person, at the issuer */
Consent consent2;  /* second person, at the issuer */
Verification verification2;  /* second person, at the issuer */
Pass pass;  /* pass, at the person */
short withdrawnAt1 = NEVER;
short withdrawnAt2 = NEVER;

/* What a move works with; no part of the state, because every move sets it before it reads it. */
mtype = { nothing, for_not_allowed, for_notice_outdated, for_consent_absent, for_code_locked, for_code_not_sent, for_verification_required, for_verification_expired, for_collection_suspended, for_guardian_required, for_consent_required, for_sends_exceeded, for_consent_outdated, for_passes_exceeded, for_account_unknown };
hidden mtype refused;
hidden byte firings;
hidden short instant;
hidden byte keptPass_state;
hidden short keptPass_expiresAt;
hidden byte was_consent1_state;
hidden int was_consent1_noticeVersion;
hidden byte was_verification1_state;
hidden int was_verification1_verifiedUntil;
hidden int was_consent1_givenAt;
hidden byte was_crisis_state;
hidden int takes2;
hidden byte was_consent2_state;
hidden int was_consent2_noticeVersion;
hidden byte was_verification2_state;
hidden int was_verification2_verifiedUntil;
hidden int was_consent2_givenAt;

/* The observer. It counts the moves and the promises, and hashes every transition, in any order, to one number. */
#if !defined(LTL) && !defined(UNOBSERVED)
c_decl {
#define promise_no_pass_without_consent 0
#define promise_no_pass_without_verification 1
#define promise_verification_covers_pass 2
#define promise_withdrawal_stops_issuance 3
#define promise_no_collection_when_suspended 4
#define promise_retention_kept 5
#define promise_everything_ends 6
  static unsigned long long made[27];
  static unsigned long long met[8], broken[8];
  static unsigned one_before, other_before, one_sum, other_sum;
}
c_code {
  static unsigned turned(unsigned of, int by) { return (of << by) | (of >> (32 - by)); }
  static void mix(unsigned *one, unsigned *other, int cell) {
    unsigned low = (unsigned) cell & 0xffffu;
    *one = turned((*one ^ low) * 0x01000193u, 13);
    *other = turned((*other ^ low) * 0x85ebca6bu, 15);
  }
  static void hash_state(unsigned *one, unsigned *other) {
    *one = 0x9747b28cu;
    *other = 0x5bd1e995u;
    mix(one, other, now.crisis.state);
    mix(one, other, now.consent1.state);
    mix(one, other, now.consent1.noticeVersion);
    mix(one, other, now.consent1.givenAt);
    mix(one, other, now.consent1.endsAt);
    mix(one, other, now.verification1.state);
    mix(one, other, now.verification1.tries);
    mix(one, other, now.verification1.sends);
    mix(one, other, now.verification1.sendsEndAt);
    mix(one, other, now.verification1.codeEndsAt);
    mix(one, other, now.verification1.verifiedUntil);
    mix(one, other, now.verification1.lockedUntil);
    mix(one, other, now.verification1.accountEndsAt);
    mix(one, other, now.consent2.state);
    mix(one, other, now.consent2.noticeVersion);
    mix(one, other, now.consent2.givenAt);
    mix(one, other, now.consent2.endsAt);
    mix(one, other, now.verification2.state);
    mix(one, other, now.verification2.tries);
    mix(one, other, now.verification2.sends);
    mix(one, other, now.verification2.sendsEndAt);
    mix(one, other, now.verification2.codeEndsAt);
    mix(one, other, now.verification2.verifiedUntil);
    mix(one, other, now.verification2.lockedUntil);
    mix(one, other, now.verification2.accountEndsAt);
    mix(one, other, now.pass.state);
    mix(one, other, now.pass.expiresAt);
    mix(one, other, now.withdrawnAt1);
    mix(one, other, now.withdrawnAt2);
  }
  static void tell(void) {
    int number;
    for (number = 0; number <= 26; number++) printf("observed move %d %llu\n", number, made[number]);
    printf("observed promise no-pass-without-consent %llu %llu\n", met[0], broken[0]);
    printf("observed promise no-pass-without-verification %llu %llu\n", met[1], broken[1]);
    printf("observed promise verification-covers-pass %llu %llu\n", met[2], broken[2]);
    printf("observed promise withdrawal-stops-issuance %llu %llu\n", met[3], broken[3]);
    printf("observed promise no-collection-when-suspended %llu %llu\n", met[4], broken[4]);
    printf("observed promise retention-kept %llu %llu\n", met[5], broken[5]);
    printf("observed promise everything-ends %llu %llu\n", met[6], broken[6]);
    printf("observed hash %08x%08x\n", one_sum, other_sum);
  }
  static void before_move(void) {
    static int told = 0;
    if (!told) { told = 1; atexit(tell); }
    hash_state(&one_before, &other_before);
  }
  static void after_move(unsigned number) {
    unsigned one, other, mixed;
    hash_state(&one, &other);
    made[number]++;
    mixed = (one_before ^ turned(one, 7) ^ ((number + 1) * 0x9e3779b1u)) * 0xc2b2ae35u;
    one_sum += mixed ^ (mixed >> 16);
    mixed = (other_before ^ turned(other, 7) ^ ((number + 1) * 0x9e3779b1u)) * 0x27d4eb2fu;
    other_sum += mixed ^ (mixed >> 15);
  }
}
#endif

#ifdef LTL
bool broken_no_pass_without_consent;
bool broken_no_pass_without_verification;
bool broken_verification_covers_pass;
bool broken_withdrawal_stops_issuance;
bool broken_no_collection_when_suspended;
bool broken_retention_kept;
bool broken_everything_ends;
/* Whether time goes on matters only to what holds at last; a search of promises alone leaves it out. */
#ifndef TIMELESS
bool tick;
#define TICKED tick = !tick
#else
#define TICKED skip
#endif
#define BROKEN(promise) broken_##promise = 1
#elif defined(UNOBSERVED)
#define TICKED skip
#define BROKEN(promise) skip
#else
#define BEFORE c_code { before_move(); }
#define AFTER(number) c_code { after_move(number); }
#define TICKED skip
#define MET(promise) c_code { met[promise_##promise]++; }
#define BROKEN(promise) c_code { broken[promise_##promise]++; }
#endif
#ifndef BEFORE
#define BEFORE skip
#define AFTER(number) skip
#define MET(promise) skip
#endif
#define promised(promise, premise, conclusion) \
  if \
  :: premise -> MET(promise); if :: conclusion -> skip :: else -> BROKEN(promise) fi \
  :: else -> skip \
  fi

/* An instant grows older by a tick, and is cut off at the horizon. */
inline older(moment) { moment = (moment == NEVER -> NEVER : moment - 1) }
inline clip(moment) { moment = (moment < -HORIZON -> -HORIZON : moment) }

/* A crisis of which nothing has been said. */
inline restCrisis(it) {
  it.state = crisis_suspended
}

/* The event level.announced of a crisis, decided at an instant. */
inline crisisLevelAnnounced(it, given_level, at) {
  if
  :: it.state == crisis_suspended ->
       if
       :: in_collectionLevels(given_level) ->
            it.state = crisis_active
       :: else ->
            skip
       fi
  :: it.state == crisis_active ->
       if
       :: !(in_collectionLevels(given_level)) ->
            it.state = crisis_suspended
       :: else ->
            skip
       fi
  :: else -> refused = for_not_allowed
  fi
}

/* A consent of which nothing has been said. */
inline restConsent(it) {
  it.state = consent_absent;
  it.noticeVersion = 0;
  it.givenAt = NEVER;
  it.endsAt = NEVER
}

/* What is gone is no row any more, and what is older than the horizon is as old as the horizon. */
inline orderConsent(it) {
  if
  :: it.state == consent_absent || it.state == consent_withdrawn -> restConsent(it)
  :: else -> skip
  fi;
  clip(it.givenAt);
  clip(it.endsAt)
}

inline ageConsent(it) {
  older(it.givenAt);
  older(it.endsAt)
}

/* Fires the deadlines of a consent that are due, each at its own instant. */
inline settleConsent(it, upTo) {
  firings = 0;
  do
  :: firings < FIRINGS_MOST && it.state == consent_given && it.endsAt <= upTo ->
     firings++;
     it.noticeVersion = 0;
     it.givenAt = NEVER;
     it.endsAt = NEVER;
     it.state = consent_absent
  :: firings < FIRINGS_MOST && it.state == consent_outdated && it.endsAt <= upTo ->
     firings++;
     it.noticeVersion = 0;
     it.givenAt = NEVER;
     it.endsAt = NEVER;
     it.state = consent_absent
  :: else -> break
  od
}

/* The event consent.given of a consent, decided at an instant. */
inline consentConsentGiven(it, given_noticeVersion, at) {
  if
  :: it.state == consent_absent || it.state == consent_outdated ->
       if
       :: !(given_noticeVersion == policy_noticeVersion) ->
            refused = for_notice_outdated
       :: else -> if
       :: policy_consentAsked == consentAsked_everyPass ->
            it.noticeVersion = given_noticeVersion;
            it.givenAt = at;
            it.endsAt = at + policy_consentSession;
            it.state = consent_given
       :: else ->
            it.noticeVersion = given_noticeVersion;
            it.givenAt = at;
            it.endsAt = NEVER;
            it.state = consent_given
       fi fi
  :: it.state == consent_given ->
       if
       :: !(given_noticeVersion == policy_noticeVersion) ->
            refused = for_notice_outdated
       :: else -> if
       :: policy_consentAsked == consentAsked_everyPass ->
            it.noticeVersion = given_noticeVersion;
            it.givenAt = at;
            it.endsAt = at + policy_consentSession
       :: else ->
            it.noticeVersion = given_noticeVersion;
            it.givenAt = at;
            it.endsAt = NEVER
       fi fi
  :: else -> refused = for_not_allowed
  fi
}

/* The event consent.withdrawn of a consent, decided at an instant. */
inline consentConsentWithdrawn(it, at) {
  if
  :: it.state == consent_absent ->
       refused = for_consent_absent
  :: it.state == consent_given || it.state == consent_outdated ->
       it.noticeVersion = 0;
       it.givenAt = NEVER;
       it.endsAt = NEVER;
       it.state = consent_withdrawn
  :: else -> refused = for_not_allowed
  fi
}

/* The event notice.published of a consent, decided at an instant. */
inline consentNoticePublished(it, given_noticeVersion, at) {
  if
  :: it.state == consent_given ->
       if
       :: !(given_noticeVersion == it.noticeVersion) ->
            it.state = consent_outdated
       :: else ->
            skip
       fi
  :: else -> refused = for_not_allowed
  fi
}

/* A verification of which nothing has been said. */
inline restVerification(it) {
  it.state = verification_unverified;
  it.tries = 0;
  it.sends = 0;
  it.sendsEndAt = NEVER;
  it.codeEndsAt = NEVER;
  it.verifiedUntil = NEVER;
  it.lockedUntil = NEVER;
  it.accountEndsAt = NEVER
}

/* What is gone is no row any more, and what is older than the horizon is as old as the horizon. */
inline orderVerification(it) {
  if
  :: it.state == verification_unverified || it.state == verification_erased -> restVerification(it)
  :: else -> skip
  fi;
  clip(it.sendsEndAt);
  clip(it.codeEndsAt);
  clip(it.verifiedUntil);
  clip(it.lockedUntil);
  clip(it.accountEndsAt)
}

inline ageVerification(it) {
  older(it.sendsEndAt);
  older(it.codeEndsAt);
  older(it.verifiedUntil);
  older(it.lockedUntil);
  older(it.accountEndsAt)
}

/* Fires the deadlines of a verification that are due, each at its own instant. */
inline settleVerification(it, from, upTo) {
  instant = from; firings = 0;
  do
  :: firings < FIRINGS_MOST && it.state == verification_challenged && it.codeEndsAt <= upTo && it.codeEndsAt <= it.accountEndsAt ->
     instant = LATEST(instant, it.codeEndsAt);
     if
     :: it.accountEndsAt != NEVER ->
          firings++;
          it.tries = 0;
          it.codeEndsAt = NEVER;
          it.state = verification_expired
     :: else ->
          firings++;
          it.tries = 0;
          it.codeEndsAt = NEVER;
          it.accountEndsAt = NEVER;
          it.state = verification_unanswered
     fi
  :: firings < FIRINGS_MOST && it.state == verification_challenged && it.accountEndsAt < it.codeEndsAt && it.accountEndsAt <= upTo ->
     instant = LATEST(instant, it.accountEndsAt);
     firings++;
     it.accountEndsAt = NEVER
  :: firings < FIRINGS_MOST && it.state == verification_unanswered && it.sendsEndAt <= upTo ->
     instant = LATEST(instant, it.sendsEndAt);
     firings++;
     it.sends = 0;
     it.sendsEndAt = NEVER;
     it.state = verification_unverified
  :: firings < FIRINGS_MOST && it.state == verification_verified && it.verifiedUntil <= upTo ->
     instant = LATEST(instant, it.verifiedUntil);
     firings++;
     it.verifiedUntil = NEVER;
     it.state = verification_expired
  :: firings < FIRINGS_MOST && it.state == verification_renewing && it.verifiedUntil <= upTo && it.verifiedUntil <= it.codeEndsAt ->
     instant = LATEST(instant, it.verifiedUntil);
     firings++;
     it.verifiedUntil = NEVER;
     it.state = verification_challenged
  :: firings < FIRINGS_MOST && it.state == verification_renewing && it.codeEndsAt < it.verifiedUntil && it.codeEndsAt <= upTo ->
     instant = LATEST(instant, it.codeEndsAt);
     firings++;
     it.tries = 0;
     it.codeEndsAt = NEVER;
     it.state = verification_verified
  :: firings < FIRINGS_MOST && it.state == verification_expired && it.accountEndsAt <= upTo ->
     instant = LATEST(instant, it.accountEndsAt);
     if
     :: it.lockedUntil != NEVER && !(instant >= it.lockedUntil) ->
          firings++;
          it.tries = 0;
          it.codeEndsAt = NEVER;
          it.sends = 0;
          it.sendsEndAt = NEVER;
          it.verifiedUntil = NEVER;
          it.accountEndsAt = NEVER;
          it.state = verification_locked
     :: else -> if
     :: it.sendsEndAt != NEVER && (!(!(it.sendsEndAt != NEVER) || instant >= it.sendsEndAt)) ->
          firings++;
          it.tries = 0;
          it.codeEndsAt = NEVER;
          it.verifiedUntil = NEVER;
          it.lockedUntil = NEVER;
          it.accountEndsAt = NEVER;
          it.state = verification_unanswered
     :: else ->
          firings++;
          it.tries = 0;
          it.codeEndsAt = NEVER;
          it.sends = 0;
          it.sendsEndAt = NEVER;
          it.verifiedUntil = NEVER;
          it.lockedUntil = NEVER;
          it.accountEndsAt = NEVER;
          it.state = verification_erased
     fi fi
  :: firings < FIRINGS_MOST && it.state == verification_locked && it.lockedUntil <= upTo && it.lockedUntil <= it.accountEndsAt ->
     instant = LATEST(instant, it.lockedUntil);
     if
     :: it.accountEndsAt != NEVER ->
          firings++;
          it.lockedUntil = NEVER;
          it.state = verification_expired
     :: else ->
          firings++;
          it.lockedUntil = NEVER;
          it.sends = 0;
          it.sendsEndAt = NEVER;
          it.accountEndsAt = NEVER;
          it.state = verification_unverified
     fi
  :: firings < FIRINGS_MOST && it.state == verification_locked && it.accountEndsAt < it.lockedUntil && it.accountEndsAt <= upTo ->
     instant = LATEST(instant, it.accountEndsAt);
     firings++;
     it.accountEndsAt = NEVER
  :: else -> break
  od
}

/* The event code.requested of a verification, decided at an instant. */
inline verificationCodeRequested(it, at) {
  if
  :: it.state == verification_unverified ->
       it.tries = 0;
       it.codeEndsAt = at + policy_codeLifetime;
       it.lockedUntil = NEVER;
       it.sends = 1;
       it.sendsEndAt = at + policy_codeSendWindow;
       it.state = verification_challenged
  :: it.state == verification_challenged ->
       if
       :: !(it.sendsEndAt != NEVER) || at >= it.sendsEndAt ->
            it.tries = 0;
            it.codeEndsAt = at + policy_codeLifetime;
            it.lockedUntil = NEVER;
            it.sends = 1;
            it.sendsEndAt = at + policy_codeSendWindow
       :: else -> if
       :: it.sends < policy_codeSends ->
            it.tries = 0;
            it.codeEndsAt = at + policy_codeLifetime;
            it.lockedUntil = NEVER;
            it.sends = it.sends + 1
       :: else ->
            it.tries = 0;
            it.codeEndsAt = NEVER;
            it.sends = 0;
            it.sendsEndAt = NEVER;
            it.lockedUntil = at + policy_codeLock;
            it.state = verification_locked
       fi fi
  :: it.state == verification_unanswered ->
       if
       :: it.sends < policy_codeSends ->
            it.tries = 0;
            it.codeEndsAt = at + policy_codeLifetime;
            it.lockedUntil = NEVER;
            it.sends = it.sends + 1;
            it.state = verification_challenged
       :: else ->
            it.tries = 0;
            it.codeEndsAt = NEVER;
            it.sends = 0;
            it.sendsEndAt = NEVER;
            it.lockedUntil = at + policy_codeLock;
            it.state = verification_locked
       fi
  :: it.state == verification_verified ->
       if
       :: it.lockedUntil != NEVER && !(at >= it.lockedUntil) ->
            refused = for_code_locked
       :: else -> if
       :: !(it.sendsEndAt != NEVER) || at >= it.sendsEndAt ->
            it.tries = 0;
            it.codeEndsAt = at + policy_codeLifetime;
            it.lockedUntil = NEVER;
            it.sends = 1;
            it.sendsEndAt = at + policy_codeSendWindow;
            it.state = verification_renewing
       :: else -> if
       :: it.sends < policy_codeSends ->
            it.tries = 0;
            it.codeEndsAt = at + policy_codeLifetime;
            it.lockedUntil = NEVER;
            it.sends = it.sends + 1;
            it.state = verification_renewing
       :: else ->
            it.tries = 0;
            it.codeEndsAt = NEVER;
            it.sends = 0;
            it.sendsEndAt = NEVER;
            it.lockedUntil = at + policy_codeLock
       fi fi fi
  :: it.state == verification_renewing ->
       if
       :: !(it.sendsEndAt != NEVER) || at >= it.sendsEndAt ->
            it.tries = 0;
            it.codeEndsAt = at + policy_codeLifetime;
            it.lockedUntil = NEVER;
            it.sends = 1;
            it.sendsEndAt = at + policy_codeSendWindow
       :: else -> if
       :: it.sends < policy_codeSends ->
            it.tries = 0;
            it.codeEndsAt = at + policy_codeLifetime;
            it.lockedUntil = NEVER;
            it.sends = it.sends + 1
       :: else ->
            it.tries = 0;
            it.codeEndsAt = NEVER;
            it.sends = 0;
            it.sendsEndAt = NEVER;
            it.lockedUntil = at + policy_codeLock;
            it.state = verification_verified
       fi fi
  :: it.state == verification_expired ->
       if
       :: it.lockedUntil != NEVER && !(at >= it.lockedUntil) ->
            refused = for_code_locked
       :: else -> if
       :: !(it.sendsEndAt != NEVER) || at >= it.sendsEndAt ->
            it.tries = 0;
            it.codeEndsAt = at + policy_codeLifetime;
            it.lockedUntil = NEVER;
            it.sends = 1;
            it.sendsEndAt = at + policy_codeSendWindow;
            it.state = verification_challenged
       :: else -> if
       :: it.sends < policy_codeSends ->
            it.tries = 0;
            it.codeEndsAt = at + policy_codeLifetime;
            it.lockedUntil = NEVER;
            it.sends = it.sends + 1;
            it.state = verification_challenged
       :: else ->
            it.tries = 0;
            it.codeEndsAt = NEVER;
            it.sends = 0;
            it.sendsEndAt = NEVER;
            it.lockedUntil = at + policy_codeLock;
            it.state = verification_locked
       fi fi fi
  :: it.state == verification_locked ->
       refused = for_code_locked
  :: else -> refused = for_not_allowed
  fi
}

/* The event code.submitted of a verification, decided at an instant. */
inline verificationCodeSubmitted(it, given_matches, at) {
  if
  :: it.state == verification_unverified || it.state == verification_unanswered || it.state == verification_verified || it.state == verification_expired ->
       refused = for_code_not_sent
  :: it.state == verification_challenged ->
       if
       :: given_matches ->
            it.tries = 0;
            it.codeEndsAt = NEVER;
            it.sends = 0;
            it.sendsEndAt = NEVER;
            it.lockedUntil = NEVER;
            it.verifiedUntil = at + policy_verificationValidity;
            it.accountEndsAt = START_OF_DAY(at) + policy_accountKept;
            it.state = verification_verified
       :: else -> if
       :: it.tries + 1 < policy_codeTries ->
            it.tries = it.tries + 1
       :: else ->
            it.tries = 0;
            it.codeEndsAt = NEVER;
            it.sends = 0;
            it.sendsEndAt = NEVER;
            it.lockedUntil = at + policy_codeLock;
            it.state = verification_locked
       fi fi
  :: it.state == verification_renewing ->
       if
       :: given_matches ->
            it.tries = 0;
            it.codeEndsAt = NEVER;
            it.sends = 0;
            it.sendsEndAt = NEVER;
            it.lockedUntil = NEVER;
            it.verifiedUntil = at + policy_verificationValidity;
            it.accountEndsAt = START_OF_DAY(at) + policy_accountKept;
            it.state = verification_verified
       :: else -> if
       :: it.tries + 1 < policy_codeTries ->
            it.tries = it.tries + 1
       :: else ->
            it.tries = 0;
            it.codeEndsAt = NEVER;
            it.sends = 0;
            it.sendsEndAt = NEVER;
            it.lockedUntil = at + policy_codeLock;
            it.state = verification_verified
       fi fi
  :: it.state == verification_locked ->
       refused = for_code_locked
  :: else -> refused = for_not_allowed
  fi
}

/* The event pass.issued of a verification, decided at an instant. */
inline verificationPassIssued(it, at) {
  if
  :: it.state == verification_unverified || it.state == verification_challenged || it.state == verification_unanswered || it.state == verification_locked ->
       refused = for_verification_required
  :: it.state == verification_verified || it.state == verification_renewing ->
       it.accountEndsAt = START_OF_DAY(at) + policy_accountKept
  :: it.state == verification_expired ->
       refused = for_verification_expired
  :: else -> refused = for_not_allowed
  fi
}

/* The event account.withdrawn of a verification, decided at an instant. */
inline verificationAccountWithdrawn(it, at) {
  if
  :: it.state == verification_unverified ->
       skip
  :: it.state == verification_challenged ->
       it.accountEndsAt = NEVER
  :: it.state == verification_unanswered ->
       skip
  :: it.state == verification_verified || it.state == verification_expired ->
       if
       :: it.lockedUntil != NEVER && !(at >= it.lockedUntil) ->
            it.tries = 0;
            it.codeEndsAt = NEVER;
            it.sends = 0;
            it.sendsEndAt = NEVER;
            it.verifiedUntil = NEVER;
            it.accountEndsAt = NEVER;
            it.state = verification_locked
       :: else -> if
       :: it.sendsEndAt != NEVER && (!(!(it.sendsEndAt != NEVER) || at >= it.sendsEndAt)) ->
            it.tries = 0;
            it.codeEndsAt = NEVER;
            it.verifiedUntil = NEVER;
            it.lockedUntil = NEVER;
            it.accountEndsAt = NEVER;
            it.state = verification_unanswered
       :: else ->
            it.tries = 0;
            it.codeEndsAt = NEVER;
            it.sends = 0;
            it.sendsEndAt = NEVER;
            it.verifiedUntil = NEVER;
            it.lockedUntil = NEVER;
            it.accountEndsAt = NEVER;
            it.state = verification_erased
       fi fi
  :: it.state == verification_renewing ->
       it.verifiedUntil = NEVER;
       it.accountEndsAt = NEVER;
       it.state = verification_challenged
  :: it.state == verification_locked ->
       it.accountEndsAt = NEVER
  :: else -> refused = for_not_allowed
  fi
}

/* A pass of which nothing has been said. */
inline restPass(it) {
  it.state = pass_unissued;
  it.expiresAt = NEVER
}

/* What is gone is no row any more, and what is older than the horizon is as old as the horizon. */
inline orderPass(it) {
  if
  :: it.state == pass_unissued -> restPass(it)
  :: else -> skip
  fi;
  clip(it.expiresAt)
}

inline agePass(it) {
  older(it.expiresAt)
}

/* A pass that was refused is given back as it was: nobody has written anything down. */
inline keepPass(it) {
  keptPass_state = it.state;
  keptPass_expiresAt = it.expiresAt
}

inline giveBackPass(it) {
  it.state = keptPass_state;
  it.expiresAt = keptPass_expiresAt
}

/* Fires the deadlines of a pass that are due, each at its own instant. */
inline settlePass(it, upTo) {
  firings = 0;
  do
  :: firings < FIRINGS_MOST && it.state == pass_issued && it.expiresAt <= upTo ->
     firings++;
     it.expiresAt = NEVER;
     it.state = pass_expired
  :: else -> break
  od
}

/* The event pass.issued of a pass, decided at an instant. */
inline passPassIssued(it, at) {
  if
  :: it.state == pass_unissued ->
       it.expiresAt = at + policy_passLifetime + policy_clockSkew;
       it.state = pass_issued
  :: else -> refused = for_not_allowed
  fi
}

/* Takes note of the national crisis level; collection stops at once when it no longer allows it. */
inline issuerAnnounceLevel(a_crisis, given_level, at) {
  refused = nothing;
  crisisLevelAnnounced(a_crisis, given_level, at)
}

/* Records that a person agrees to the notice in force. */
inline issuerAgree(a_crisis, a_consent, given_noticeVersion, given_guardianNeeded, given_guardianConfirmed, at) {
  refused = nothing;
  settleConsent(a_consent, at);
  if
  :: !(a_crisis.state == crisis_active) ->
       refused = for_collection_suspended
  :: else -> if
  :: given_guardianNeeded && !(given_guardianConfirmed) ->
       refused = for_guardian_required
  :: else ->
       consentConsentGiven(a_consent, given_noticeVersion, at);
       if
       :: refused == nothing ->
            settleConsent(a_consent, at)
       :: else ->
            skip
       fi
  fi fi
}

/* Publishes a notice: a consent to an older one becomes outdated. */
inline issuerPublishNotice(a_consent, given_noticeVersion, at) {
  refused = nothing;
  settleConsent(a_consent, at);
  if
  :: !(given_noticeVersion == policy_noticeVersion) ->
       refused = for_notice_outdated
  :: else ->
       consentNoticePublished(a_consent, given_noticeVersion, at);
       if
       :: refused == nothing ->
            settleConsent(a_consent, at)
       :: else ->
            skip
       fi
  fi
}

/* Sends a code to a person who has agreed to the notice. */
inline issuerSendCode(a_crisis, a_consent, a_verification, given_sendsByOthers, given_sendsFromNetwork, at) {
  refused = nothing;
  settleConsent(a_consent, at);
  settleVerification(a_verification, SINCE_EVER, at);
  if
  :: !(a_crisis.state == crisis_active) ->
       refused = for_collection_suspended
  :: else -> if
  :: !(a_consent.state == consent_given) ->
       refused = for_consent_required
  :: else -> if
  :: !(given_sendsByOthers < policy_codeSends) || (!(given_sendsByOthers < 1) && a_verification.sendsEndAt != NEVER && !(at >= a_verification.sendsEndAt) && !(a_verification.sends + given_sendsByOthers < policy_codeSends)) || !(given_sendsFromNetwork < policy_networkSends) ->
       refused = for_sends_exceeded
  :: else ->
       verificationCodeRequested(a_verification, at);
       if
       :: refused == nothing ->
            settleVerification(a_verification, at, at)
       :: else ->
            skip
       fi
  fi fi fi
}

/* Takes a code that a person typed. */
inline issuerCheckCode(a_crisis, a_consent, a_verification, given_matches, at) {
  refused = nothing;
  settleConsent(a_consent, at);
  settleVerification(a_verification, SINCE_EVER, at);
  if
  :: !(a_crisis.state == crisis_active) ->
       refused = for_collection_suspended
  :: else -> if
  :: !(a_consent.state == consent_given) ->
       refused = for_consent_required
  :: else ->
       verificationCodeSubmitted(a_verification, given_matches, at);
       if
       :: refused == nothing ->
            settleVerification(a_verification, at, at)
       :: else ->
            skip
       fi
  fi fi
}

/* Issues a pass to a person with current consent and a live verification. */
inline issuerIssue(a_crisis, a_consent, a_verification, a_pass, given_passesLastMinute, at) {
  refused = nothing;
  settleConsent(a_consent, at);
  settleVerification(a_verification, SINCE_EVER, at);
  settlePass(a_pass, at);
  if
  :: !(a_crisis.state == crisis_active) ->
       refused = for_collection_suspended
  :: else -> if
  :: a_consent.state == consent_outdated ->
       refused = for_consent_outdated
  :: else -> if
  :: !(a_consent.state == consent_given) ->
       refused = for_consent_required
  :: else -> if
  :: !(a_consent.noticeVersion == policy_noticeVersion) ->
       refused = for_consent_outdated
  :: else -> if
  :: !(given_passesLastMinute < policy_passesPerMinute) ->
       refused = for_passes_exceeded
  :: else ->
       verificationPassIssued(a_verification, at);
       if
       :: refused == nothing ->
            settleVerification(a_verification, at, at);
            passPassIssued(a_pass, at);
            refused = nothing;
            settlePass(a_pass, at)
       :: else ->
            skip
       fi
  fi fi fi fi fi
}

/* Ends the consent and the account, and with them what ties earlier passes to the person. */
inline issuerWithdraw(a_consent, a_verification, at) {
  refused = nothing;
  settleConsent(a_consent, at);
  settleVerification(a_verification, SINCE_EVER, at);
  if
  :: (!(a_verification.state == verification_challenged || a_verification.state == verification_verified || a_verification.state == verification_renewing || a_verification.state == verification_expired || a_verification.state == verification_locked)) && (!(a_consent.state == consent_given || a_consent.state == consent_outdated)) ->
       refused = for_account_unknown
  :: else ->
       takes2 = (a_consent.state == consent_given || a_consent.state == consent_outdated -> 1 : 0);
       verificationAccountWithdrawn(a_verification, at);
       if
       :: refused == nothing ->
            settleVerification(a_verification, at, at);
            if
            :: takes2 ->
                 consentConsentWithdrawn(a_consent, at);
                 refused = nothing;
                 settleConsent(a_consent, at)
            :: else ->
                 skip
            fi
       :: else ->
            skip
       fi
  fi
}

active proctype the_slice() {
end:
  do

  /* level serious at issuer. The crisis level becomes serious. */
  :: d_step { true ->
       BEFORE;
       issuerAnnounceLevel(crisis, crisisLevel_serious, 0);
       AFTER(0)
     }

  /* level attention at issuer. The crisis level falls to attention. */
  :: d_step { true ->
       BEFORE;
       issuerAnnounceLevel(crisis, crisisLevel_attention, 0);
       AFTER(1)
     }

  /* agree 1. The first person agrees to the notice in force. */
  :: d_step { true ->
       BEFORE;
       issuerAgree(crisis, consent1, policy_noticeVersion, 0, 0, 0);
       orderConsent(consent1);
       AFTER(2)
     }

  /* agree 1 without a guardian. The first person, who is under 14, agrees without a guardian. */
  :: d_step { true ->
       BEFORE;
       issuerAgree(crisis, consent1, policy_noticeVersion, 1, 0, 0);
       orderConsent(consent1);
       AFTER(3)
     }

  /* agree 1 to the former notice. The first person agrees to a notice that is no longer in force. */
  :: d_step { true ->
       BEFORE;
       issuerAgree(crisis, consent1, 0, 0, 0, 0);
       orderConsent(consent1);
       AFTER(4)
     }

  /* publish to 1. The issuer publishes the notice in force to the first person. */
  :: d_step { true ->
       BEFORE;
       issuerPublishNotice(consent1, policy_noticeVersion, 0);
       orderConsent(consent1);
       AFTER(5)
     }

  /* ask 1 for a code. The first person asks for a code. */
  :: d_step { true ->
       BEFORE;
       issuerSendCode(crisis, consent1, verification1, 0, 0, 0);
       orderConsent(consent1);
       orderVerification(verification1);
       AFTER(6)
     }

  /* ask 1 for a code too many of its number. The first person asks for a code after others had too many sent to the number. */
  :: d_step { true ->
       BEFORE;
       issuerSendCode(crisis, consent1, verification1, policy_codeSends, 0, 0);
       orderConsent(consent1);
       orderVerification(verification1);
       AFTER(7)
     }

  /* ask 1 for a code too many of its network. The first person asks for a code after others had too many sent to the network. */
  :: d_step { true ->
       BEFORE;
       issuerSendCode(crisis, consent1, verification1, 0, policy_networkSends, 0);
       orderConsent(consent1);
       orderVerification(verification1);
       AFTER(8)
     }

  /* type 1. The first person types the right code. */
  :: d_step { true ->
       BEFORE;
       issuerCheckCode(crisis, consent1, verification1, 1, 0);
       orderConsent(consent1);
       orderVerification(verification1);
       AFTER(9)
     }

  /* mistype 1. The first person types a wrong code. */
  :: d_step { true ->
       BEFORE;
       issuerCheckCode(crisis, consent1, verification1, 0, 0);
       orderConsent(consent1);
       orderVerification(verification1);
       AFTER(10)
     }

  /* issue pass to 1. The first person asks for a pass, and it is shown as a QR code. */
  :: d_step { true ->
       BEFORE;
       was_consent1_state = consent1.state;
       was_consent1_noticeVersion = consent1.noticeVersion;
       was_verification1_state = verification1.state;
       was_verification1_verifiedUntil = verification1.verifiedUntil;
       was_consent1_givenAt = consent1.givenAt;
       was_crisis_state = crisis.state;
       keepPass(pass);
       issuerIssue(crisis, consent1, verification1, pass, 0, 0);
       if
       :: refused == nothing ->
            promised(no_pass_without_consent, (true), (was_consent1_state == consent_given && was_consent1_noticeVersion == policy_noticeVersion));
            promised(no_pass_without_verification, (true), (was_verification1_state == verification_verified || was_verification1_state == verification_renewing));
            promised(verification_covers_pass, (true), (was_verification1_verifiedUntil != NEVER && !(0 >= was_verification1_verifiedUntil) && policy_passLifetime + policy_clockSkew < policy_verificationValidity));
            promised(withdrawal_stops_issuance, (withdrawnAt1 != NEVER), (was_consent1_givenAt != NEVER && (withdrawnAt1 != NEVER && was_consent1_givenAt >= withdrawnAt1)));
            promised(no_collection_when_suspended, (true), (was_crisis_state == crisis_active))
       :: else ->
            giveBackPass(pass)
       fi;
       restPass(pass);
       orderConsent(consent1);
       orderVerification(verification1);
       AFTER(11)
     }

  /* issue pass to 1 too often. The first person asks for more passes in a minute than the policy allows. */
  :: d_step { true ->
       BEFORE;
       was_consent1_state = consent1.state;
       was_consent1_noticeVersion = consent1.noticeVersion;
       was_verification1_state = verification1.state;
       was_verification1_verifiedUntil = verification1.verifiedUntil;
       was_consent1_givenAt = consent1.givenAt;
       was_crisis_state = crisis.state;
       keepPass(pass);
       issuerIssue(crisis, consent1, verification1, pass, policy_passesPerMinute, 0);
       if
       :: refused == nothing ->
            promised(no_pass_without_consent, (true), (was_consent1_state == consent_given && was_consent1_noticeVersion == policy_noticeVersion));
            promised(no_pass_without_verification, (true), (was_verification1_state == verification_verified || was_verification1_state == verification_renewing));
            promised(verification_covers_pass, (true), (was_verification1_verifiedUntil != NEVER && !(0 >= was_verification1_verifiedUntil) && policy_passLifetime + policy_clockSkew < policy_verificationValidity));
            promised(withdrawal_stops_issuance, (withdrawnAt1 != NEVER), (was_consent1_givenAt != NEVER && (withdrawnAt1 != NEVER && was_consent1_givenAt >= withdrawnAt1)));
            promised(no_collection_when_suspended, (true), (was_crisis_state == crisis_active))
       :: else ->
            giveBackPass(pass)
       fi;
       restPass(pass);
       orderConsent(consent1);
       orderVerification(verification1);
       AFTER(12)
     }

  /* withdraw 1. The first person withdraws. */
  :: d_step { true ->
       BEFORE;
       issuerWithdraw(consent1, verification1, 0);
       if
       :: refused == nothing ->
            promised(withdrawal_stops_issuance, (true), (!(consent1.state == consent_given) && (!(verification1.state == verification_verified || verification1.state == verification_renewing))));
            withdrawnAt1 = 0
       :: else ->
            skip
       fi;
       orderConsent(consent1);
       orderVerification(verification1);
       AFTER(13)
     }

  /* agree 2. The second person agrees to the notice in force. */
  :: d_step { true ->
       BEFORE;
       issuerAgree(crisis, consent2, policy_noticeVersion, 0, 0, 0);
       orderConsent(consent2);
       AFTER(14)
     }

  /* agree 2 without a guardian. The second person, who is under 14, agrees without a guardian. */
  :: d_step { true ->
       BEFORE;
       issuerAgree(crisis, consent2, policy_noticeVersion, 1, 0, 0);
       orderConsent(consent2);
       AFTER(15)
     }

  /* agree 2 to the former notice. The second person agrees to a notice that is no longer in force. */
  :: d_step { true ->
       BEFORE;
       issuerAgree(crisis, consent2, 0, 0, 0, 0);
       orderConsent(consent2);
       AFTER(16)
     }

  /* publish to 2. The issuer publishes the notice in force to the second person. */
  :: d_step { true ->
       BEFORE;
       issuerPublishNotice(consent2, policy_noticeVersion, 0);
       orderConsent(consent2);
       AFTER(17)
     }

  /* ask 2 for a code. The second person asks for a code. */
  :: d_step { true ->
       BEFORE;
       issuerSendCode(crisis, consent2, verification2, 0, 0, 0);
       orderConsent(consent2);
       orderVerification(verification2);
       AFTER(18)
     }

  /* ask 2 for a code too many of its number. The second person asks for a code after others had too many sent to the number. */
  :: d_step { true ->
       BEFORE;
       issuerSendCode(crisis, consent2, verification2, policy_codeSends, 0, 0);
       orderConsent(consent2);
       orderVerification(verification2);
       AFTER(19)
     }

  /* ask 2 for a code too many of its network. The second person asks for a code after others had too many sent to the network. */
  :: d_step { true ->
       BEFORE;
       issuerSendCode(crisis, consent2, verification2, 0, policy_networkSends, 0);
       orderConsent(consent2);
       orderVerification(verification2);
       AFTER(20)
     }

  /* type 2. The second person types the right code. */
  :: d_step { true ->
       BEFORE;
       issuerCheckCode(crisis, consent2, verification2, 1, 0);
       orderConsent(consent2);
       orderVerification(verification2);
       AFTER(21)
     }

  /* mistype 2. The second person types a wrong code. */
  :: d_step { true ->
       BEFORE;
       issuerCheckCode(crisis, consent2, verification2, 0, 0);
       orderConsent(consent2);
       orderVerification(verification2);
       AFTER(22)
     }

  /* issue pass to 2. The second person asks for a pass, and it is shown as a QR code. */
  :: d_step { true ->
       BEFORE;
       was_consent2_state = consent2.state;
       was_consent2_noticeVersion = consent2.noticeVersion;
       was_verification2_state = verification2.state;
       was_verification2_verifiedUntil = verification2.verifiedUntil;
       was_consent2_givenAt = consent2.givenAt;
       was_crisis_state = crisis.state;
       keepPass(pass);
       issuerIssue(crisis, consent2, verification2, pass, 0, 0);
       if
       :: refused == nothing ->
            promised(no_pass_without_consent, (true), (was_consent2_state == consent_given && was_consent2_noticeVersion == policy_noticeVersion));
            promised(no_pass_without_verification, (true), (was_verification2_state == verification_verified || was_verification2_state == verification_renewing));
            promised(verification_covers_pass, (true), (was_verification2_verifiedUntil != NEVER && !(0 >= was_verification2_verifiedUntil) && policy_passLifetime + policy_clockSkew < policy_verificationValidity));
            promised(withdrawal_stops_issuance, (withdrawnAt2 != NEVER), (was_consent2_givenAt != NEVER && (withdrawnAt2 != NEVER && was_consent2_givenAt >= withdrawnAt2)));
            promised(no_collection_when_suspended, (true), (was_crisis_state == crisis_active))
       :: else ->
            giveBackPass(pass)
       fi;
       restPass(pass);
       orderConsent(consent2);
       orderVerification(verification2);
       AFTER(23)
     }

  /* issue pass to 2 too often. The second person asks for more passes in a minute than the policy allows. */
  :: d_step { true ->
       BEFORE;
       was_consent2_state = consent2.state;
       was_consent2_noticeVersion = consent2.noticeVersion;
       was_verification2_state = verification2.state;
       was_verification2_verifiedUntil = verification2.verifiedUntil;
       was_consent2_givenAt = consent2.givenAt;
       was_crisis_state = crisis.state;
       keepPass(pass);
       issuerIssue(crisis, consent2, verification2, pass, policy_passesPerMinute, 0);
       if
       :: refused == nothing ->
            promised(no_pass_without_consent, (true), (was_consent2_state == consent_given && was_consent2_noticeVersion == policy_noticeVersion));
            promised(no_pass_without_verification, (true), (was_verification2_state == verification_verified || was_verification2_state == verification_renewing));
            promised(verification_covers_pass, (true), (was_verification2_verifiedUntil != NEVER && !(0 >= was_verification2_verifiedUntil) && policy_passLifetime + policy_clockSkew < policy_verificationValidity));
            promised(withdrawal_stops_issuance, (withdrawnAt2 != NEVER), (was_consent2_givenAt != NEVER && (withdrawnAt2 != NEVER && was_consent2_givenAt >= withdrawnAt2)));
            promised(no_collection_when_suspended, (true), (was_crisis_state == crisis_active))
       :: else ->
            giveBackPass(pass)
       fi;
       restPass(pass);
       orderConsent(consent2);
       orderVerification(verification2);
       AFTER(24)
     }

  /* withdraw 2. The second person withdraws. */
  :: d_step { true ->
       BEFORE;
       issuerWithdraw(consent2, verification2, 0);
       if
       :: refused == nothing ->
            promised(withdrawal_stops_issuance, (true), (!(consent2.state == consent_given) && (!(verification2.state == verification_verified || verification2.state == verification_renewing))));
            withdrawnAt2 = 0
       :: else ->
            skip
       fi;
       orderConsent(consent2);
       orderVerification(verification2);
       AFTER(25)
     }

  /* time passes. One tick passes, unless a sweep would then be later than it may. */
  :: d_step { true ->
       BEFORE;
       ageConsent(consent1);
       ageVerification(verification1);
       ageConsent(consent2);
       ageVerification(verification2);
       agePass(pass);
       older(withdrawnAt1);
       older(withdrawnAt2);
       settleConsent(consent1, 0);
       settleVerification(verification1, SINCE_EVER, 0);
       settleConsent(consent2, 0);
       settleVerification(verification2, SINCE_EVER, 0);
       promised(everything_ends, (consent1.endsAt != NEVER), (LATER(consent1.endsAt, policy_sweepLateness) >= 0));
       promised(everything_ends, (verification1.codeEndsAt != NEVER), (LATER(verification1.codeEndsAt, policy_sweepLateness) >= 0));
       promised(everything_ends, (verification1.state == verification_locked && verification1.lockedUntil != NEVER), (LATER(verification1.lockedUntil, policy_sweepLateness) >= 0));
       promised(everything_ends, (verification1.verifiedUntil != NEVER), (LATER(verification1.verifiedUntil, policy_sweepLateness) >= 0));
       promised(everything_ends, ((verification1.state == verification_challenged || verification1.state == verification_expired || verification1.state == verification_locked) && verification1.accountEndsAt != NEVER), (LATER(verification1.accountEndsAt, policy_sweepLateness) >= 0));
       promised(everything_ends, (consent2.endsAt != NEVER), (LATER(consent2.endsAt, policy_sweepLateness) >= 0));
       promised(everything_ends, (verification2.codeEndsAt != NEVER), (LATER(verification2.codeEndsAt, policy_sweepLateness) >= 0));
       promised(everything_ends, (verification2.state == verification_locked && verification2.lockedUntil != NEVER), (LATER(verification2.lockedUntil, policy_sweepLateness) >= 0));
       promised(everything_ends, (verification2.verifiedUntil != NEVER), (LATER(verification2.verifiedUntil, policy_sweepLateness) >= 0));
       promised(everything_ends, ((verification2.state == verification_challenged || verification2.state == verification_expired || verification2.state == verification_locked) && verification2.accountEndsAt != NEVER), (LATER(verification2.accountEndsAt, policy_sweepLateness) >= 0));
       orderConsent(consent1);
       orderVerification(verification1);
       orderConsent(consent2);
       orderVerification(verification2);
       orderPass(pass);
       clip(withdrawnAt1);
       clip(withdrawnAt2);
       TICKED;
       AFTER(26)
     }
  od
}

#ifdef LTL
/* All promises in one search: where this holds, each of them does. */
ltl all_promises { [] !(broken_no_pass_without_consent || broken_no_pass_without_verification || broken_verification_covers_pass || broken_withdrawal_stops_issuance || broken_no_collection_when_suspended || broken_retention_kept || broken_everything_ends) }
ltl no_pass_without_consent { [] !broken_no_pass_without_consent }
ltl no_pass_without_verification { [] !broken_no_pass_without_verification }
ltl verification_covers_pass { [] !broken_verification_covers_pass }
ltl withdrawal_stops_issuance { [] !broken_withdrawal_stops_issuance }
ltl no_collection_when_suspended { [] !broken_no_collection_when_suspended }
ltl retention_kept { [] !broken_retention_kept }
ltl everything_ends { [] !broken_everything_ends }
#endif
