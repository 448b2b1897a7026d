/* Generated from models/ by entrylog generate. Stamp 098db7247bff9de3. */
/*
 * The slice retention. One day with its keys, a pass, its visit and the account behind it, until nothing is left.
 * Other days, which share nothing with this one; how the person came to be verified; what a case does with a record.
 *
 * One process; every option of its loop is one move, made in one atomic step. Instants are ticks from now.
 * By hand, every state:   spin -a FILE && gcc -O2 -DSAFETY -DNOREDUCE -o pan pan.c && ./pan -m10000000 -c0 -n
 * By hand, a formula:     spin -a -DLTL FILE && gcc -O2 -DNOREDUCE -o pan pan.c && ./pan -a -m10000000 -n -N NAME
 * The line `observed move N` counts the slice's move N, from 0 in the order of its moves; the last is the passing of time.
 * Their sum is our number of transitions; the number that pan itself prints is one more, because it counts the initial step.
 */

/* Words, each by its place in its vocabulary. */
#define deposit_sent 1
#define deposit_none 0

/* The policy in the small. Change a number here, and everything below follows it. */
#define policy_noticeVersion 1  /* the version of the notice that is in force */
#define policy_verificationValidity 3  /* ticks: how long a verified phone stays verified */
#define policy_accountKept 6  /* ticks: how long an account stays after the day of its last pass, once its verification has expired */
#define policy_passLifetime 1  /* ticks: how long a pass is shown */
#define policy_clockSkew 1  /* ticks: how far the clocks of two parties may differ */
#define policy_retention 6  /* ticks: how long a visit is kept, counted from the start of the Seoul day of its pass */
#define policy_passesPerMinute 20  /* passes a person may ask for in a minute */
#define policy_scansPerMinute 600  /* scans a venue may deliver in a minute */
#define policy_passUseless 4  /* ticks: after this time online nothing is stored under a pass */
#define policy_lateDelivery 2  /* ticks: how late a venue without network may deliver a scan */
#define policy_joinableAtLeast 3  /* ticks: how long a stored visit can be joined at the least */
#define policy_sweepLateness 1  /* ticks: how late the sweep that erases may be; a read never waits for it */

/* Instants and durations. Nothing is added to an instant that never comes. */
#define NEVER 999
#define NOBODY 0
#define SINCE_EVER (-NEVER)
#define TICKS_A_DAY 2
/* Instants further back than this are all the same. */
#define HORIZON 6
#define LATER(moment, duration) ((moment) == NEVER || (duration) == NEVER -> NEVER : (moment) + (duration))
#define EARLIEST(one, other) ((one) < (other) -> (one) : (other))
#define LATEST(one, other) ((one) > (other) -> (one) : (other))
/* `phase` is how many ticks ago it was midnight; a thousand days are added because division rounds towards nothing. */
#define START_OF_DAY(moment) ((moment) == NEVER -> NEVER : ((moment) + phase + 1000 * TICKS_A_DAY) / TICKS_A_DAY * TICKS_A_DAY - 1000 * TICKS_A_DAY - phase)
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
#define visit_absent 0
#define visit_recorded 1
#define visit_disclosed 2
#define visit_erased 3
#define day_unopened 0
#define day_kept 1
#define day_erased 2

/* Where everything begins, and what is told apart. */
typedef Crisis {
  byte state = crisis_active
}
typedef Consent {
  byte state = consent_given;
  int noticeVersion = policy_noticeVersion;
  short givenAt = 0;
  short endsAt = NEVER
}
typedef Verification {
  byte state = verification_verified;
  short sendsEndAt = NEVER;
  short codeEndsAt = NEVER;
  short verifiedUntil = policy_verificationValidity;
  short lockedUntil = NEVER;
  short accountEndsAt = policy_accountKept
}
typedef Pass {
  byte state = pass_unissued;
  short issuedAt = NEVER;
  short expiresAt = NEVER
}
typedef Visit {
  byte state = visit_absent;
  short eraseAt = NEVER
}
typedef Day {
  byte state = day_unopened;
  short endsAt = NEVER
}

byte phase;  /* Ticks since midnight. */
Crisis crisis;  /* country, at the issuer */
Crisis crisisAtCustodian;  /* country, at the custodian */
Consent consent1;  /* first person, at the issuer */
Verification verification1;  /* first person, at the issuer */
Pass pass1;  /* first pass, at the person */
Visit visit1;  /* first pass, at the custodian */
Day dayAtIssuer;  /* day, at the issuer */
Day dayAtCustodian;  /* day, at the custodian */
short withdrawnAt1 = NEVER;
short issuedAt1 = NEVER;
byte stored1 = 0;
short startedAt = NEVER;
byte deposit = 0;
bool keysAtIssuer = 0;
bool keysAtCustodian = 0;
short goneAtIssuer = NEVER;
short goneAtCustodian = NEVER;
short scannedAt1 = NEVER;

/* What a move works with; no part of the state, because every move sets it before it reads it. */
mtype = { nothing, for_consent_absent, for_not_allowed, for_verification_required, for_verification_expired, for_pass_unknown, for_pass_early, for_pass_replayed, for_pass_expired, for_epoch_over, for_epoch_ahead, for_collection_suspended, for_consent_outdated, for_consent_required, for_passes_exceeded, for_pass_malformed, for_venue_unknown, for_epoch_unknown, for_pass_forged, for_scan_forged, for_challenge_mismatch, for_scans_exceeded, for_scan_ahead, for_scan_before_pass, for_delivery_too_late, for_venue_not_silent, for_account_unknown };
hidden mtype refused;
hidden byte firings;
hidden short instant;
hidden byte keptPass_state;
hidden short keptPass_issuedAt;
hidden short keptPass_expiresAt;
hidden byte was_consent1_state;
hidden int was_consent1_noticeVersion;
hidden byte was_verification1_state;
hidden int was_verification1_verifiedUntil;
hidden int was_consent1_givenAt;
hidden byte was_crisis_state;
hidden byte was_crisisAtCustodian_state;
hidden int was_visit1_eraseAt;
hidden int takes2;

/* The observer. It counts the moves and the promises, and hashes every transition, in any order, to one number. */
#if !defined(LTL) && !defined(UNOBSERVED)
c_decl {
#define promise_retention_kept 0
#define promise_no_pass_without_consent 1
#define promise_no_pass_without_verification 2
#define promise_verification_covers_pass 3
#define promise_withdrawal_stops_issuance 4
#define promise_no_collection_when_suspended 5
#define promise_pass_bounded 6
#define promise_trace_possible 7
#define promise_stored_once 8
#define promise_join_refuses_withdrawn 9
#define promise_everything_ends 10
#define promise_erased_stays_erased 11
  static unsigned long long made[18];
  static unsigned long long met[13], broken[13];
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
    mix(one, other, now.phase);
    mix(one, other, now.crisis.state);
    mix(one, other, now.crisisAtCustodian.state);
    mix(one, other, now.consent1.state);
    mix(one, other, now.consent1.noticeVersion);
    mix(one, other, now.consent1.givenAt);
    mix(one, other, now.consent1.endsAt);
    mix(one, other, now.verification1.state);
    mix(one, other, now.verification1.sendsEndAt);
    mix(one, other, now.verification1.codeEndsAt);
    mix(one, other, now.verification1.verifiedUntil);
    mix(one, other, now.verification1.lockedUntil);
    mix(one, other, now.verification1.accountEndsAt);
    mix(one, other, now.pass1.state);
    mix(one, other, now.pass1.issuedAt);
    mix(one, other, now.pass1.expiresAt);
    mix(one, other, now.visit1.state);
    mix(one, other, now.visit1.eraseAt);
    mix(one, other, now.dayAtIssuer.state);
    mix(one, other, now.dayAtIssuer.endsAt);
    mix(one, other, now.dayAtCustodian.state);
    mix(one, other, now.dayAtCustodian.endsAt);
    mix(one, other, now.withdrawnAt1);
    mix(one, other, now.issuedAt1);
    mix(one, other, now.stored1);
    mix(one, other, now.startedAt);
    mix(one, other, now.deposit);
    mix(one, other, now.keysAtIssuer);
    mix(one, other, now.keysAtCustodian);
    mix(one, other, now.goneAtIssuer);
    mix(one, other, now.goneAtCustodian);
    mix(one, other, now.scannedAt1);
  }
  static void tell(void) {
    int number;
    for (number = 0; number <= 17; number++) printf("observed move %d %llu\n", number, made[number]);
    printf("observed promise retention-kept %llu %llu\n", met[0], broken[0]);
    printf("observed promise no-pass-without-consent %llu %llu\n", met[1], broken[1]);
    printf("observed promise no-pass-without-verification %llu %llu\n", met[2], broken[2]);
    printf("observed promise verification-covers-pass %llu %llu\n", met[3], broken[3]);
    printf("observed promise withdrawal-stops-issuance %llu %llu\n", met[4], broken[4]);
    printf("observed promise no-collection-when-suspended %llu %llu\n", met[5], broken[5]);
    printf("observed promise pass-bounded %llu %llu\n", met[6], broken[6]);
    printf("observed promise trace-possible %llu %llu\n", met[7], broken[7]);
    printf("observed promise stored-once %llu %llu\n", met[8], broken[8]);
    printf("observed promise join-refuses-withdrawn %llu %llu\n", met[9], broken[9]);
    printf("observed promise everything-ends %llu %llu\n", met[10], broken[10]);
    printf("observed promise erased-stays-erased %llu %llu\n", met[11], broken[11]);
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
bool broken_retention_kept;
bool broken_no_pass_without_consent;
bool broken_no_pass_without_verification;
bool broken_verification_covers_pass;
bool broken_withdrawal_stops_issuance;
bool broken_no_collection_when_suspended;
bool broken_pass_bounded;
bool broken_trace_possible;
bool broken_stored_once;
bool broken_join_refuses_withdrawn;
bool broken_everything_ends;
bool broken_erased_stays_erased;
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

/* A verification of which nothing has been said. */
inline restVerification(it) {
  it.state = verification_unverified;
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
          it.codeEndsAt = NEVER;
          it.state = verification_expired
     :: else ->
          firings++;
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
     it.codeEndsAt = NEVER;
     it.state = verification_verified
  :: firings < FIRINGS_MOST && it.state == verification_expired && it.accountEndsAt <= upTo ->
     instant = LATEST(instant, it.accountEndsAt);
     if
     :: it.lockedUntil != NEVER && !(instant >= it.lockedUntil) ->
          firings++;
          it.codeEndsAt = NEVER;
          it.sendsEndAt = NEVER;
          it.verifiedUntil = NEVER;
          it.accountEndsAt = NEVER;
          it.state = verification_locked
     :: else -> if
     :: it.sendsEndAt != NEVER && (!(!(it.sendsEndAt != NEVER) || instant >= it.sendsEndAt)) ->
          firings++;
          it.codeEndsAt = NEVER;
          it.verifiedUntil = NEVER;
          it.lockedUntil = NEVER;
          it.accountEndsAt = NEVER;
          it.state = verification_unanswered
     :: else ->
          firings++;
          it.codeEndsAt = NEVER;
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
            it.codeEndsAt = NEVER;
            it.sendsEndAt = NEVER;
            it.verifiedUntil = NEVER;
            it.accountEndsAt = NEVER;
            it.state = verification_locked
       :: else -> if
       :: it.sendsEndAt != NEVER && (!(!(it.sendsEndAt != NEVER) || at >= it.sendsEndAt)) ->
            it.codeEndsAt = NEVER;
            it.verifiedUntil = NEVER;
            it.lockedUntil = NEVER;
            it.accountEndsAt = NEVER;
            it.state = verification_unanswered
       :: else ->
            it.codeEndsAt = NEVER;
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
  it.issuedAt = NEVER;
  it.expiresAt = NEVER
}

/* What is gone is no row any more, and what is older than the horizon is as old as the horizon. */
inline orderPass(it) {
  if
  :: it.state == pass_unissued -> restPass(it)
  :: else -> skip
  fi;
  clip(it.issuedAt);
  clip(it.expiresAt)
}

inline agePass(it) {
  older(it.issuedAt);
  older(it.expiresAt)
}

/* A pass that was refused is given back as it was: nobody has written anything down. */
inline keepPass(it) {
  keptPass_state = it.state;
  keptPass_issuedAt = it.issuedAt;
  keptPass_expiresAt = it.expiresAt
}

inline giveBackPass(it) {
  it.state = keptPass_state;
  it.issuedAt = keptPass_issuedAt;
  it.expiresAt = keptPass_expiresAt
}

/* Fires the deadlines of a pass that are due, each at its own instant. */
inline settlePass(it, upTo) {
  firings = 0;
  do
  :: firings < FIRINGS_MOST && it.state == pass_issued && it.expiresAt <= upTo ->
     firings++;
     it.issuedAt = NEVER;
     it.expiresAt = NEVER;
     it.state = pass_expired
  :: else -> break
  od
}

/* The event pass.issued of a pass, decided at an instant. */
inline passPassIssued(it, at) {
  if
  :: it.state == pass_unissued ->
       it.issuedAt = at;
       it.expiresAt = at + policy_passLifetime + policy_clockSkew;
       it.state = pass_issued
  :: else -> refused = for_not_allowed
  fi
}

/* The event pass.scanned of a pass, decided at an instant. */
inline passPassScanned(it, at) {
  if
  :: it.state == pass_unissued ->
       refused = for_pass_unknown
  :: it.state == pass_issued ->
       if
       :: !(at + policy_clockSkew >= it.issuedAt) ->
            refused = for_pass_early
       :: else ->
            it.issuedAt = NEVER;
            it.expiresAt = NEVER;
            it.state = pass_accepted
       fi
  :: it.state == pass_accepted ->
       refused = for_pass_replayed
  :: it.state == pass_expired ->
       refused = for_pass_expired
  :: else -> refused = for_not_allowed
  fi
}

/* A visit of which nothing has been said. */
inline restVisit(it) {
  it.state = visit_absent;
  it.eraseAt = NEVER
}

/* What is gone is no row any more, and what is older than the horizon is as old as the horizon. */
inline orderVisit(it) {
  if
  :: it.state == visit_absent || it.state == visit_erased -> restVisit(it)
  :: else -> skip
  fi;
  clip(it.eraseAt)
}

inline ageVisit(it) {
  older(it.eraseAt)
}

/* Fires the deadlines of a visit that are due, each at its own instant. */
inline settleVisit(it, upTo) {
  firings = 0;
  do
  :: firings < FIRINGS_MOST && it.state == visit_recorded && it.eraseAt <= upTo ->
     firings++;
     it.eraseAt = NEVER;
     it.state = visit_erased
  :: firings < FIRINGS_MOST && it.state == visit_disclosed && it.eraseAt <= upTo ->
     firings++;
     it.eraseAt = NEVER;
     it.state = visit_erased
  :: else -> break
  od
}

/* The event visit.recorded of a visit, decided at an instant. */
inline visitVisitRecorded(it, given_passIssuedAt, given_late, at) {
  if
  :: it.state == visit_absent ->
       it.eraseAt = LATER(START_OF_DAY(given_passIssuedAt), policy_retention);
       it.state = visit_recorded
  :: else -> refused = for_not_allowed
  fi
}

/* The event visit.released of a visit, decided at an instant. */
inline visitVisitReleased(it, at) {
  if
  :: it.state == visit_recorded ->
       it.state = visit_disclosed
  :: it.state == visit_disclosed ->
       skip
  :: else -> refused = for_not_allowed
  fi
}

/* A day of which nothing has been said. */
inline restDay(it) {
  it.state = day_unopened;
  it.endsAt = NEVER
}

/* What is gone is no row any more, and what is older than the horizon is as old as the horizon. */
inline orderDay(it) {
  if
  :: it.state == day_unopened || it.state == day_erased -> restDay(it)
  :: else -> skip
  fi;
  clip(it.endsAt)
}

inline ageDay(it) {
  older(it.endsAt)
}

/* Fires the deadlines of a day that are due, each at its own instant. */
inline settleDay(it, upTo) {
  firings = 0;
  do
  :: firings < FIRINGS_MOST && it.state == day_kept && it.endsAt <= upTo ->
     firings++;
     it.endsAt = NEVER;
     it.state = day_erased
  :: else -> break
  od
}

/* The event day.opened of a day, decided at an instant. */
inline dayDayOpened(it, at) {
  if
  :: it.state == day_unopened ->
       it.endsAt = START_OF_DAY(at) + policy_retention;
       it.state = day_kept
  :: it.state == day_kept ->
       skip
  :: else -> refused = for_not_allowed
  fi
}

/* Opens a Seoul day with its keys when its first epoch begins. */
inline issuerOpenDay(a_day, given_startedAt, at) {
  refused = nothing;
  settleDay(a_day, given_startedAt);
  dayDayOpened(a_day, given_startedAt);
  if
  :: refused == nothing ->
       settleDay(a_day, given_startedAt)
  :: else ->
       skip
  fi
}

/* Opens the partition of the Seoul day of an epoch, whenever its deposit arrives before the day is over. */
inline custodianOpenDay(a_day, given_startedAt, at) {
  refused = nothing;
  settleDay(a_day, given_startedAt);
  if
  :: at >= LATER(START_OF_DAY(given_startedAt), policy_retention) ->
       refused = for_epoch_over
  :: else -> if
  :: !(at + policy_clockSkew >= given_startedAt) ->
       refused = for_epoch_ahead
  :: else ->
       dayDayOpened(a_day, given_startedAt);
       if
       :: refused == nothing ->
            settleDay(a_day, given_startedAt)
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

/* Stores the visit of a scan that arrives as it happens. */
inline custodianRecord(a_crisis, a_pass, a_visit, given_wellFormed, given_venueKnown, given_epochKnown, given_passSigned, given_scanSigned, given_challengeAnswered, given_scansLastMinute, given_scannedAt, given_passIssuedAt, at) {
  refused = nothing;
  settlePass(a_pass, at);
  settleVisit(a_visit, at);
  if
  :: !(a_crisis.state == crisis_active) ->
       refused = for_collection_suspended
  :: else -> if
  :: !(given_wellFormed) ->
       refused = for_pass_malformed
  :: else -> if
  :: !(given_venueKnown) ->
       refused = for_venue_unknown
  :: else -> if
  :: !(given_epochKnown) ->
       refused = for_epoch_unknown
  :: else -> if
  :: !(given_passSigned) ->
       refused = for_pass_forged
  :: else -> if
  :: !(given_scanSigned) ->
       refused = for_scan_forged
  :: else -> if
  :: !(given_challengeAnswered) ->
       refused = for_challenge_mismatch
  :: else -> if
  :: !(given_scansLastMinute < policy_scansPerMinute) ->
       refused = for_scans_exceeded
  :: else -> if
  :: !(at + policy_clockSkew >= given_scannedAt) ->
       refused = for_scan_ahead
  :: else -> if
  :: !(given_passIssuedAt != NEVER && LATER(given_scannedAt, policy_clockSkew) >= given_passIssuedAt) ->
       refused = for_scan_before_pass
  :: else ->
       passPassScanned(a_pass, at);
       if
       :: refused == nothing ->
            settlePass(a_pass, at);
            visitVisitRecorded(a_visit, given_passIssuedAt, 0, at);
            refused = nothing;
            settleVisit(a_visit, at)
       :: else ->
            skip
       fi
  fi fi fi fi fi fi fi fi fi fi
}

/* Stores the visit of a scan that a venue without network delivers late, as of the instant it was signed. */
inline custodianRecordLate(a_crisis, a_pass, a_visit, given_wellFormed, given_venueKnown, given_epochKnown, given_passSigned, given_scanSigned, given_challengeAnswered, given_scansLastMinute, given_scannedAt, given_passIssuedAt, given_venueSilent, at) {
  refused = nothing;
  settlePass(a_pass, given_scannedAt);
  settleVisit(a_visit, at);
  if
  :: !(a_crisis.state == crisis_active) ->
       refused = for_collection_suspended
  :: else -> if
  :: !(given_wellFormed) ->
       refused = for_pass_malformed
  :: else -> if
  :: !(given_venueKnown) ->
       refused = for_venue_unknown
  :: else -> if
  :: !(given_epochKnown) ->
       refused = for_epoch_unknown
  :: else -> if
  :: !(given_passSigned) ->
       refused = for_pass_forged
  :: else -> if
  :: !(given_scanSigned) ->
       refused = for_scan_forged
  :: else -> if
  :: !(given_challengeAnswered) ->
       refused = for_challenge_mismatch
  :: else -> if
  :: !(given_scansLastMinute < policy_scansPerMinute) ->
       refused = for_scans_exceeded
  :: else -> if
  :: !(at + policy_clockSkew >= given_scannedAt) ->
       refused = for_scan_ahead
  :: else -> if
  :: !(given_passIssuedAt != NEVER && LATER(given_scannedAt, policy_clockSkew) >= given_passIssuedAt) ->
       refused = for_scan_before_pass
  :: else -> if
  :: at >= LATER(given_scannedAt, policy_lateDelivery) ->
       refused = for_delivery_too_late
  :: else -> if
  :: !(given_venueSilent) ->
       refused = for_venue_not_silent
  :: else ->
       passPassScanned(a_pass, given_scannedAt);
       if
       :: refused == nothing ->
            settlePass(a_pass, given_scannedAt);
            visitVisitRecorded(a_visit, given_passIssuedAt, 1, at);
            refused = nothing;
            settleVisit(a_visit, at)
       :: else ->
            skip
       fi
  fi fi fi fi fi fi fi fi fi fi fi fi
}

/* Marks one record as released; it is erased on the same day as before. */
inline custodianReleaseVisit(a_visit, at) {
  refused = nothing;
  settleVisit(a_visit, at);
  visitVisitReleased(a_visit, at);
  if
  :: refused == nothing ->
       settleVisit(a_visit, at)
  :: else ->
       skip
  fi
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

  /* open the day. The issuer begins the first epoch of a day and sends its deposit to the custodian. */
  :: d_step { !(startedAt != NEVER) ->
       BEFORE;
       issuerOpenDay(dayAtIssuer, 0, 0);
       if
       :: refused == nothing ->
            promised(retention_kept, (true), (START_OF_DAY(0) + policy_retention >= dayAtIssuer.endsAt && dayAtIssuer.endsAt >= START_OF_DAY(0) + policy_retention));
            startedAt = 0;
            deposit = deposit_sent;
            keysAtIssuer = 1
       :: else ->
            skip
       fi;
       orderDay(dayAtIssuer);
       AFTER(0)
     }

  /* deposit. The deposit reaches the custodian. */
  :: d_step { deposit == deposit_sent ->
       BEFORE;
       custodianOpenDay(dayAtCustodian, startedAt, 0);
       if
       :: refused == nothing ->
            promised(retention_kept, (true), ((dayAtCustodian.endsAt != NEVER && LATER(START_OF_DAY(startedAt), policy_retention) >= dayAtCustodian.endsAt) && (LATER(START_OF_DAY(startedAt), policy_retention) != NEVER && dayAtCustodian.endsAt >= LATER(START_OF_DAY(startedAt), policy_retention))));
            deposit = deposit_none;
            keysAtCustodian = 1
       :: else ->
            deposit = deposit_none
       fi;
       orderDay(dayAtCustodian);
       AFTER(1)
     }

  /* deposit and again. The deposit reaches the custodian, and a copy is still on its way. */
  :: d_step { deposit == deposit_sent ->
       BEFORE;
       custodianOpenDay(dayAtCustodian, startedAt, 0);
       if
       :: refused == nothing ->
            promised(retention_kept, (true), ((dayAtCustodian.endsAt != NEVER && LATER(START_OF_DAY(startedAt), policy_retention) >= dayAtCustodian.endsAt) && (LATER(START_OF_DAY(startedAt), policy_retention) != NEVER && dayAtCustodian.endsAt >= LATER(START_OF_DAY(startedAt), policy_retention))));
            keysAtCustodian = 1
       :: else ->
            skip
       fi;
       orderDay(dayAtCustodian);
       AFTER(2)
     }

  /* lose the deposit. The deposit is lost on its way. */
  :: d_step { deposit == deposit_sent ->
       BEFORE;
       deposit = deposit_none;
       AFTER(3)
     }

  /* issue pass1 to 1. The first person asks for a pass, and it is shown as a QR code. */
  :: d_step { dayAtIssuer.state == day_kept && startedAt >= START_OF_DAY(0) ->
       BEFORE;
       was_consent1_state = consent1.state;
       was_consent1_noticeVersion = consent1.noticeVersion;
       was_verification1_state = verification1.state;
       was_verification1_verifiedUntil = verification1.verifiedUntil;
       was_consent1_givenAt = consent1.givenAt;
       was_crisis_state = crisis.state;
       keepPass(pass1);
       issuerIssue(crisis, consent1, verification1, pass1, 0, 0);
       if
       :: refused == nothing ->
            promised(no_pass_without_consent, (true), (was_consent1_state == consent_given && was_consent1_noticeVersion == policy_noticeVersion));
            promised(no_pass_without_verification, (true), (was_verification1_state == verification_verified || was_verification1_state == verification_renewing));
            promised(verification_covers_pass, (true), (was_verification1_verifiedUntil != NEVER && !(0 >= was_verification1_verifiedUntil) && policy_passLifetime + policy_clockSkew < policy_verificationValidity));
            promised(withdrawal_stops_issuance, (withdrawnAt1 != NEVER), (was_consent1_givenAt != NEVER && (withdrawnAt1 != NEVER && was_consent1_givenAt >= withdrawnAt1)));
            promised(no_collection_when_suspended, (true), (was_crisis_state == crisis_active));
            issuedAt1 = 0
       :: else ->
            giveBackPass(pass1)
       fi;
       orderConsent(consent1);
       orderVerification(verification1);
       orderPass(pass1);
       AFTER(4)
     }

  /* store pass1. The pass is scanned and its scan reaches the custodian at once. */
  :: d_step { issuedAt1 != NEVER && dayAtCustodian.state == day_kept && !(scannedAt1 != NEVER) ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass1);
       custodianRecord(crisisAtCustodian, pass1, visit1, 1, 1, 1, 1, 1, 1, 0, 0, issuedAt1, 0);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), (!(0 >= LATER(issuedAt1, policy_passUseless))));
            promised(retention_kept, (true), ((visit1.eraseAt != NEVER && LATER(START_OF_DAY(issuedAt1), policy_retention) >= visit1.eraseAt) && (LATER(START_OF_DAY(issuedAt1), policy_retention) != NEVER && visit1.eraseAt >= LATER(START_OF_DAY(issuedAt1), policy_retention))));
            promised(trace_possible, (true), (visit1.eraseAt != NEVER && visit1.eraseAt >= policy_joinableAtLeast));
            promised(stored_once, (true), (EARLIEST(stored1 + 1, 2) == 1));
            stored1 = EARLIEST(stored1 + 1, 2);
            scannedAt1 = 0
       :: else ->
            giveBackPass(pass1)
       fi;
       orderPass(pass1);
       orderVisit(visit1);
       AFTER(5)
     }

  /* keep pass1. The pass is scanned at a venue that has no network and keeps the scan. */
  :: d_step { issuedAt1 != NEVER && !(scannedAt1 != NEVER) ->
       BEFORE;
       scannedAt1 = 0;
       AFTER(6)
     }

  /* store pass1 late. The scan that the venue kept reaches the custodian. */
  :: d_step { scannedAt1 != NEVER && dayAtCustodian.state == day_kept ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass1);
       custodianRecordLate(crisisAtCustodian, pass1, visit1, 1, 1, 1, 1, 1, 1, 0, scannedAt1, issuedAt1, 1, 0);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), ((!(LATER(issuedAt1, policy_passUseless) != NEVER && scannedAt1 >= LATER(issuedAt1, policy_passUseless))) && !(0 >= LATER(scannedAt1, policy_lateDelivery))));
            promised(retention_kept, (true), ((visit1.eraseAt != NEVER && LATER(START_OF_DAY(issuedAt1), policy_retention) >= visit1.eraseAt) && (LATER(START_OF_DAY(issuedAt1), policy_retention) != NEVER && visit1.eraseAt >= LATER(START_OF_DAY(issuedAt1), policy_retention))));
            promised(trace_possible, (true), (visit1.eraseAt != NEVER && (LATER(scannedAt1, policy_joinableAtLeast) != NEVER && visit1.eraseAt >= LATER(scannedAt1, policy_joinableAtLeast))));
            promised(stored_once, (true), (EARLIEST(stored1 + 1, 2) == 1));
            stored1 = EARLIEST(stored1 + 1, 2)
       :: else ->
            giveBackPass(pass1)
       fi;
       orderPass(pass1);
       orderVisit(visit1);
       AFTER(7)
     }

  /* store pass1 late without its epoch. The scan that the venue kept reaches the custodian, which does not know its epoch. */
  :: d_step { scannedAt1 != NEVER && !(dayAtCustodian.state == day_kept) ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass1);
       custodianRecordLate(crisisAtCustodian, pass1, visit1, 1, 1, 0, 1, 1, 1, 0, scannedAt1, issuedAt1, 1, 0);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), ((!(LATER(issuedAt1, policy_passUseless) != NEVER && scannedAt1 >= LATER(issuedAt1, policy_passUseless))) && !(0 >= LATER(scannedAt1, policy_lateDelivery))));
            promised(retention_kept, (true), ((visit1.eraseAt != NEVER && LATER(START_OF_DAY(issuedAt1), policy_retention) >= visit1.eraseAt) && (LATER(START_OF_DAY(issuedAt1), policy_retention) != NEVER && visit1.eraseAt >= LATER(START_OF_DAY(issuedAt1), policy_retention))));
            promised(trace_possible, (true), (visit1.eraseAt != NEVER && (LATER(scannedAt1, policy_joinableAtLeast) != NEVER && visit1.eraseAt >= LATER(scannedAt1, policy_joinableAtLeast))));
            promised(stored_once, (true), (EARLIEST(stored1 + 1, 2) == 1));
            stored1 = EARLIEST(stored1 + 1, 2)
       :: else ->
            giveBackPass(pass1)
       fi;
       orderPass(pass1);
       orderVisit(visit1);
       AFTER(8)
     }

  /* release visit1. The record is released under a case. */
  :: d_step { true ->
       BEFORE;
       was_visit1_eraseAt = visit1.eraseAt;
       custodianReleaseVisit(visit1, 0);
       if
       :: refused == nothing ->
            promised(retention_kept, (true), ((was_visit1_eraseAt != NEVER && visit1.eraseAt >= was_visit1_eraseAt) && (visit1.eraseAt != NEVER && was_visit1_eraseAt >= visit1.eraseAt)))
       :: else ->
            skip
       fi;
       orderVisit(visit1);
       AFTER(9)
     }

  /* join visit1. Under a case, the record is to be turned into a number. */
  :: d_step { true ->
       BEFORE;
       promised(join_refuses_withdrawn, (stored1 == 1 && withdrawnAt1 != NEVER), (!((visit1.state == visit_recorded || visit1.state == visit_disclosed) && keysAtCustodian && keysAtIssuer && verification1.accountEndsAt != NEVER)));
       promised(trace_possible, (stored1 == 1 && (!(withdrawnAt1 != NEVER) && !(0 >= LATER(scannedAt1, policy_joinableAtLeast)))), ((visit1.state == visit_recorded || visit1.state == visit_disclosed) && keysAtCustodian && keysAtIssuer && verification1.accountEndsAt != NEVER));
       AFTER(10)
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
       AFTER(11)
     }

  /* sweep visit1. The custodian sweeps the record. */
  :: d_step { (visit1.state == visit_recorded && visit1.eraseAt <= 0) || (visit1.state == visit_disclosed && visit1.eraseAt <= 0) ->
       BEFORE;
       settleVisit(visit1, 0);
       orderVisit(visit1);
       AFTER(12)
     }

  /* erase the keys at issuer. The issuer erases the keys of the day. */
  :: d_step { keysAtIssuer && 0 >= dayAtIssuer.endsAt ->
       BEFORE;
       keysAtIssuer = 0;
       AFTER(13)
     }

  /* sweep the day at issuer. The issuer sweeps the day. */
  :: d_step { ((dayAtIssuer.state == day_kept && dayAtIssuer.endsAt <= 0)) && (!(keysAtIssuer)) ->
       BEFORE;
       settleDay(dayAtIssuer, 0);
       promised(retention_kept, (true), (LATER(LATER(START_OF_DAY(startedAt), policy_retention), policy_sweepLateness) >= 0));
       promised(trace_possible, (true), (0 >= LATER(LATER(START_OF_DAY(startedAt), 2), policy_joinableAtLeast)));
       goneAtIssuer = 0;
       orderDay(dayAtIssuer);
       AFTER(14)
     }

  /* erase the keys at custodian. The custodian erases the keys of the day. */
  :: d_step { keysAtCustodian && 0 >= dayAtCustodian.endsAt ->
       BEFORE;
       keysAtCustodian = 0;
       AFTER(15)
     }

  /* sweep the day at custodian. The custodian sweeps the day. */
  :: d_step { ((dayAtCustodian.state == day_kept && dayAtCustodian.endsAt <= 0)) && (!(keysAtCustodian) && (!(visit1.state == visit_recorded || visit1.state == visit_disclosed))) ->
       BEFORE;
       settleDay(dayAtCustodian, 0);
       promised(retention_kept, (true), (LATER(LATER(START_OF_DAY(startedAt), policy_retention), policy_sweepLateness) >= 0));
       promised(trace_possible, (true), (0 >= LATER(LATER(START_OF_DAY(startedAt), 2), policy_joinableAtLeast)));
       goneAtCustodian = 0;
       orderDay(dayAtCustodian);
       AFTER(16)
     }

  /* time passes. One tick passes, unless a sweep would then be later than it may. */
  :: d_step { !((visit1.state == visit_recorded && visit1.eraseAt + policy_sweepLateness < 1) || (visit1.state == visit_disclosed && visit1.eraseAt + policy_sweepLateness < 1) || (dayAtIssuer.state == day_kept && dayAtIssuer.endsAt + policy_sweepLateness < 1) || (dayAtCustodian.state == day_kept && dayAtCustodian.endsAt + policy_sweepLateness < 1)) ->
       BEFORE;
       ageConsent(consent1);
       ageVerification(verification1);
       agePass(pass1);
       ageVisit(visit1);
       ageDay(dayAtIssuer);
       ageDay(dayAtCustodian);
       older(withdrawnAt1);
       older(issuedAt1);
       older(startedAt);
       older(goneAtIssuer);
       older(goneAtCustodian);
       older(scannedAt1);
       phase = (phase + 1) % TICKS_A_DAY;
       settleConsent(consent1, 0);
       settleVerification(verification1, SINCE_EVER, 0);
       promised(everything_ends, (consent1.endsAt != NEVER), (LATER(consent1.endsAt, policy_sweepLateness) >= 0));
       promised(everything_ends, (verification1.codeEndsAt != NEVER), (LATER(verification1.codeEndsAt, policy_sweepLateness) >= 0));
       promised(everything_ends, (verification1.state == verification_locked && verification1.lockedUntil != NEVER), (LATER(verification1.lockedUntil, policy_sweepLateness) >= 0));
       promised(everything_ends, (verification1.verifiedUntil != NEVER), (LATER(verification1.verifiedUntil, policy_sweepLateness) >= 0));
       promised(everything_ends, ((verification1.state == verification_challenged || verification1.state == verification_expired || verification1.state == verification_locked) && verification1.accountEndsAt != NEVER), (LATER(verification1.accountEndsAt, policy_sweepLateness) >= 0));
       promised(retention_kept, (visit1.state == visit_recorded || visit1.state == visit_disclosed), (LATER(visit1.eraseAt, policy_sweepLateness) >= 0));
       promised(everything_ends, (visit1.state == visit_recorded || visit1.state == visit_disclosed), (LATER(visit1.eraseAt, policy_sweepLateness) >= 0));
       promised(retention_kept, (dayAtIssuer.state == day_kept), (LATER(dayAtIssuer.endsAt, policy_sweepLateness) >= 0));
       promised(everything_ends, (dayAtIssuer.state == day_kept), (LATER(dayAtIssuer.endsAt, policy_sweepLateness) >= 0));
       promised(retention_kept, (keysAtIssuer), (LATER(LATER(START_OF_DAY(startedAt), policy_retention), policy_sweepLateness) >= 0));
       promised(everything_ends, (keysAtIssuer), (LATER(LATER(START_OF_DAY(startedAt), policy_retention), policy_sweepLateness) >= 0));
       promised(erased_stays_erased, (dayAtIssuer.state == day_kept || keysAtIssuer), (!(goneAtIssuer != NEVER)));
       promised(retention_kept, (dayAtCustodian.state == day_kept), (LATER(dayAtCustodian.endsAt, policy_sweepLateness) >= 0));
       promised(everything_ends, (dayAtCustodian.state == day_kept), (LATER(dayAtCustodian.endsAt, policy_sweepLateness) >= 0));
       promised(retention_kept, (keysAtCustodian), (LATER(LATER(START_OF_DAY(startedAt), policy_retention), policy_sweepLateness) >= 0));
       promised(everything_ends, (keysAtCustodian), (LATER(LATER(START_OF_DAY(startedAt), policy_retention), policy_sweepLateness) >= 0));
       promised(erased_stays_erased, (dayAtCustodian.state == day_kept || keysAtCustodian || (visit1.state == visit_recorded || visit1.state == visit_disclosed)), (!(goneAtCustodian != NEVER)));
       orderConsent(consent1);
       orderVerification(verification1);
       orderPass(pass1);
       orderVisit(visit1);
       orderDay(dayAtIssuer);
       orderDay(dayAtCustodian);
       clip(withdrawnAt1);
       clip(issuedAt1);
       clip(startedAt);
       clip(goneAtIssuer);
       clip(goneAtCustodian);
       clip(scannedAt1);
       TICKED;
       AFTER(17)
     }
  od
}

#ifdef LTL
/* All promises in one search: where this holds, each of them does. */
ltl all_promises { [] !(broken_retention_kept || broken_no_pass_without_consent || broken_no_pass_without_verification || broken_verification_covers_pass || broken_withdrawal_stops_issuance || broken_no_collection_when_suspended || broken_pass_bounded || broken_trace_possible || broken_stored_once || broken_join_refuses_withdrawn || broken_everything_ends || broken_erased_stays_erased) }
ltl retention_kept { [] !broken_retention_kept }
ltl no_pass_without_consent { [] !broken_no_pass_without_consent }
ltl no_pass_without_verification { [] !broken_no_pass_without_verification }
ltl verification_covers_pass { [] !broken_verification_covers_pass }
ltl withdrawal_stops_issuance { [] !broken_withdrawal_stops_issuance }
ltl no_collection_when_suspended { [] !broken_no_collection_when_suspended }
ltl pass_bounded { [] !broken_pass_bounded }
ltl trace_possible { [] !broken_trace_possible }
ltl stored_once { [] !broken_stored_once }
ltl join_refuses_withdrawn { [] !broken_join_refuses_withdrawn }
ltl everything_ends { [] !broken_everything_ends }
ltl erased_stays_erased { [] !broken_erased_stays_erased }
#ifndef TIMELESS
/* If time goes on, then whenever the one holds the other holds at last. */
ltl at_last_visit { ([]<> tick && []<> !tick) -> [] ((visit1.state == visit_recorded || visit1.state == visit_disclosed) -> <> (visit1.state == visit_absent)) }
/* If time goes on, then whenever the one holds the other holds at last. */
ltl at_last_day { ([]<> tick && []<> !tick) -> [] ((dayAtIssuer.state == day_kept) -> <> (dayAtIssuer.state == day_unopened)) }
#endif
#endif
