/* Generated from models/ by entrylog generate. Stamp 098db7247bff9de3. */
/*
 * The slice case. One case for the record of one visit, from its request to the end of its answer.
 * How the visit came to be stored: it is there at the beginning. Other cases, which share only the nation's limit.
 *
 * One process; every option of its loop is one move, made in one atomic step. Instants are ticks from now.
 * By hand, every state:   spin -a FILE && gcc -O2 -DSAFETY -DNOREDUCE -o pan pan.c && ./pan -m10000000 -c0 -n
 * By hand, a formula:     spin -a -DLTL FILE && gcc -O2 -DNOREDUCE -o pan pan.c && ./pan -a -m10000000 -n -N NAME
 * The line `observed move N` counts the slice's move N, from 0 in the order of its moves; the last is the passing of time.
 * Their sum is our number of transitions; the number that pan itself prints is one more, because it counts the initial step.
 */

/* Words, each by its place in its vocabulary. */
#define ground_investigation 1
#define id_first 1
#define ground_none 0
#define id_second 2
#define releaseRequest_sent 1
#define releaseRequest_none 0

/* The policy in the small. Change a number here, and everything below follows it. */
#define policy_verificationValidity 4  /* ticks: how long a verified phone stays verified */
#define policy_accountKept 5  /* ticks: how long an account stays after the day of its last pass, once its verification has expired */
#define policy_retention 5  /* ticks: how long a visit is kept, counted from the start of the Seoul day of its pass */
#define policy_caseVenues 20  /* venues of a case */
#define policy_caseWindow 1  /* ticks: the longest window of a case at a venue */
#define policy_caseDecision 2  /* ticks: how long a requested case waits for its second officer */
#define policy_officersRequired 2  /* different officers who must stand behind a case */
#define policy_caseLifetime 2  /* ticks: how long a case lives from its approval */
#define policy_caseRecords 10000  /* records of a case */
#define policy_caseAnswerKept 2  /* ticks: how long what a case learned is kept */
#define policy_clockSkew 1  /* ticks: how far the clocks of two parties may differ */
#define policy_witnessesRequired 2  /* other parties who must have cosigned the log in which a case or its release stands */
#define policy_nationRecordsPerDay 100000  /* records released in the nation in a day */
#define policy_joinableAtLeast 3  /* ticks: how long a stored visit can be joined at the least */
#define policy_sweepLateness 1  /* ticks: how late the sweep that erases may be; a read never waits for it */
#define in_caseGrounds(word) ((word) == ground_investigation)

/* Instants and durations. Nothing is added to an instant that never comes. */
#define NEVER 999
#define NOBODY 0
#define SINCE_EVER (-NEVER)
#define TICKS_A_DAY 1
/* Instants further back than this are all the same. */
#define HORIZON 6
#define LATER(moment, duration) ((moment) == NEVER || (duration) == NEVER -> NEVER : (moment) + (duration))
#define EARLIEST(one, other) ((one) < (other) -> (one) : (other))
#define LATEST(one, other) ((one) > (other) -> (one) : (other))
/* Every tick is a midnight. */
#define START_OF_DAY(moment) (moment)
/* More deadlines than any law chains. */
#define FIRINGS_MOST 100

/* The states of each machine. */
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
#define visit_absent 0
#define visit_recorded 1
#define visit_disclosed 2
#define visit_erased 3
#define disclosure_absent 0
#define disclosure_requested 1
#define disclosure_approved 2
#define disclosure_released 3
#define disclosure_answered 4
#define disclosure_closed 5
#define disclosure_denied 6
#define disclosure_lapsed 7

/* Where everything begins, and what is told apart. */
typedef Consent {
  byte state = consent_given;
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
typedef Visit {
  byte state = visit_recorded;
  short eraseAt = (START_OF_DAY(0) + policy_retention)
}
typedef Disclosure {
  byte state = disclosure_absent;
  byte requestedBy = NOBODY;
  byte approvedBy = NOBODY;
  byte ground = 0;
  short lapseAt = NEVER;
  short answerEndsAt = NEVER
}

Consent consent1;  /* first person, at the issuer */
Verification verification1;  /* first person, at the issuer */
Visit visit1;  /* first pass, at the custodian */
Disclosure the_case;  /* case, at the authority */
short withdrawnAt1 = NEVER;
short scannedAt1 = 0;
short windowStart = NEVER;
short windowEnd = NEVER;
short approvedAt = NEVER;
byte releaseRequest = 0;
byte release = 0;
byte joinRequest = 0;
byte answer = 0;
bool named = 0;
bool releaseLogged = 0;
bool answerLogged = 0;

/* What a move works with; no part of the state, because every move sets it before it reads it. */
mtype = { nothing, for_consent_absent, for_not_allowed, for_case_without_ground, for_case_without_venue, for_case_venues_exceeded, for_case_window_inverted, for_case_window_exceeded, for_case_window_ahead, for_case_window_erased, for_case_same_officer, for_case_records_exceeded, for_account_unknown, for_officers_too_few, for_case_over, for_nation_records_exceeded, for_case_unlogged, for_release_forged, for_record_unlisted, for_release_answered };
hidden mtype refused;
hidden byte firings;
hidden short instant;
hidden int was_visit1_eraseAt;
hidden int takes2;
hidden int brought_ground;
hidden int brought_recordsEndAt;

/* The observer. It counts the moves and the promises, and hashes every transition, in any order, to one number. */
#if !defined(LTL) && !defined(UNOBSERVED)
c_decl {
#define promise_retention_kept 0
#define promise_withdrawal_stops_issuance 1
#define promise_two_officers 2
#define promise_within_scope 3
#define promise_disclosure_logged 4
#define promise_join_refuses_withdrawn 5
#define promise_trace_possible 6
#define promise_everything_ends 7
  static unsigned long long made[50];
  static unsigned long long met[9], broken[9];
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
    mix(one, other, now.consent1.state);
    mix(one, other, now.consent1.endsAt);
    mix(one, other, now.verification1.state);
    mix(one, other, now.verification1.sendsEndAt);
    mix(one, other, now.verification1.codeEndsAt);
    mix(one, other, now.verification1.verifiedUntil);
    mix(one, other, now.verification1.lockedUntil);
    mix(one, other, now.verification1.accountEndsAt);
    mix(one, other, now.visit1.state);
    mix(one, other, now.visit1.eraseAt);
    mix(one, other, now.the_case.state);
    mix(one, other, now.the_case.requestedBy);
    mix(one, other, now.the_case.approvedBy);
    mix(one, other, now.the_case.ground);
    mix(one, other, now.the_case.lapseAt);
    mix(one, other, now.the_case.answerEndsAt);
    mix(one, other, now.withdrawnAt1);
    mix(one, other, now.scannedAt1);
    mix(one, other, now.windowStart);
    mix(one, other, now.windowEnd);
    mix(one, other, now.approvedAt);
    mix(one, other, now.releaseRequest);
    mix(one, other, now.release);
    mix(one, other, now.joinRequest);
    mix(one, other, now.answer);
    mix(one, other, now.named);
    mix(one, other, now.releaseLogged);
    mix(one, other, now.answerLogged);
  }
  static void tell(void) {
    int number;
    for (number = 0; number <= 49; number++) printf("observed move %d %llu\n", number, made[number]);
    printf("observed promise retention-kept %llu %llu\n", met[0], broken[0]);
    printf("observed promise withdrawal-stops-issuance %llu %llu\n", met[1], broken[1]);
    printf("observed promise two-officers %llu %llu\n", met[2], broken[2]);
    printf("observed promise within-scope %llu %llu\n", met[3], broken[3]);
    printf("observed promise disclosure-logged %llu %llu\n", met[4], broken[4]);
    printf("observed promise join-refuses-withdrawn %llu %llu\n", met[5], broken[5]);
    printf("observed promise trace-possible %llu %llu\n", met[6], broken[6]);
    printf("observed promise everything-ends %llu %llu\n", met[7], broken[7]);
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
bool broken_withdrawal_stops_issuance;
bool broken_two_officers;
bool broken_within_scope;
bool broken_disclosure_logged;
bool broken_join_refuses_withdrawn;
bool broken_trace_possible;
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

/* A consent of which nothing has been said. */
inline restConsent(it) {
  it.state = consent_absent;
  it.endsAt = NEVER
}

/* What is gone is no row any more, and what is older than the horizon is as old as the horizon. */
inline orderConsent(it) {
  if
  :: it.state == consent_absent || it.state == consent_withdrawn -> restConsent(it)
  :: else -> skip
  fi;
  clip(it.endsAt)
}

inline ageConsent(it) {
  older(it.endsAt)
}

/* Fires the deadlines of a consent that are due, each at its own instant. */
inline settleConsent(it, upTo) {
  firings = 0;
  do
  :: firings < FIRINGS_MOST && it.state == consent_given && it.endsAt <= upTo ->
     firings++;
     it.endsAt = NEVER;
     it.state = consent_absent
  :: firings < FIRINGS_MOST && it.state == consent_outdated && it.endsAt <= upTo ->
     firings++;
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

/* A disclosure of which nothing has been said. */
inline restDisclosure(it) {
  it.state = disclosure_absent;
  it.requestedBy = NOBODY;
  it.approvedBy = NOBODY;
  it.ground = 0;
  it.lapseAt = NEVER;
  it.answerEndsAt = NEVER
}

/* What is gone is no row any more, and what is older than the horizon is as old as the horizon. */
inline orderDisclosure(it) {
  if
  :: it.state == disclosure_absent -> restDisclosure(it)
  :: else -> skip
  fi;
  clip(it.lapseAt);
  clip(it.answerEndsAt)
}

inline ageDisclosure(it) {
  older(it.lapseAt);
  older(it.answerEndsAt)
}

/* Fires the deadlines of a disclosure that are due, each at its own instant. */
inline settleDisclosure(it, upTo) {
  firings = 0;
  do
  :: firings < FIRINGS_MOST && it.state == disclosure_requested && it.lapseAt <= upTo ->
     firings++;
     it.lapseAt = NEVER;
     it.state = disclosure_lapsed
  :: firings < FIRINGS_MOST && it.state == disclosure_approved && it.lapseAt <= upTo ->
     firings++;
     it.lapseAt = NEVER;
     it.state = disclosure_lapsed
  :: firings < FIRINGS_MOST && it.state == disclosure_released && it.lapseAt <= upTo ->
     firings++;
     it.lapseAt = NEVER;
     it.state = disclosure_lapsed
  :: firings < FIRINGS_MOST && it.state == disclosure_answered && it.answerEndsAt <= upTo ->
     firings++;
     it.answerEndsAt = NEVER;
     it.state = disclosure_closed
  :: else -> break
  od
}

/* The event case.requested of a disclosure, decided at an instant. */
inline disclosureCaseRequested(it, given_officer, given_ground, given_venues, given_windowStart, given_windowEnd, at) {
  if
  :: it.state == disclosure_absent ->
       if
       :: !(in_caseGrounds(given_ground)) ->
            refused = for_case_without_ground
       :: else -> if
       :: given_venues < 1 ->
            refused = for_case_without_venue
       :: else -> if
       :: policy_caseVenues < given_venues ->
            refused = for_case_venues_exceeded
       :: else -> if
       :: given_windowEnd != NEVER && given_windowStart >= given_windowEnd ->
            refused = for_case_window_inverted
       :: else -> if
       :: !(given_windowEnd != NEVER && LATER(given_windowStart, policy_caseWindow) >= given_windowEnd) ->
            refused = for_case_window_exceeded
       :: else -> if
       :: !(at >= given_windowEnd) ->
            refused = for_case_window_ahead
       :: else -> if
       :: at >= LATER(START_OF_DAY(given_windowEnd), policy_retention) ->
            refused = for_case_window_erased
       :: else ->
            it.requestedBy = given_officer;
            it.ground = given_ground;
            it.lapseAt = at + policy_caseDecision;
            it.state = disclosure_requested
       fi fi fi fi fi fi fi
  :: else -> refused = for_not_allowed
  fi
}

/* The event case.approved of a disclosure, decided at an instant. */
inline disclosureCaseApproved(it, given_officer, at) {
  if
  :: it.state == disclosure_requested ->
       if
       :: 1 < policy_officersRequired && given_officer == it.requestedBy ->
            refused = for_case_same_officer
       :: else ->
            it.approvedBy = given_officer;
            it.lapseAt = at + policy_caseLifetime;
            it.state = disclosure_approved
       fi
  :: else -> refused = for_not_allowed
  fi
}

/* The event case.denied of a disclosure, decided at an instant. */
inline disclosureCaseDenied(it, given_officer, at) {
  if
  :: it.state == disclosure_requested ->
       it.lapseAt = NEVER;
       it.state = disclosure_denied
  :: else -> refused = for_not_allowed
  fi
}

/* The event case.released of a disclosure, decided at an instant. */
inline disclosureCaseReleased(it, given_records, at) {
  if
  :: it.state == disclosure_approved ->
       if
       :: policy_caseRecords < given_records ->
            refused = for_case_records_exceeded
       :: else ->
            it.state = disclosure_released
       fi
  :: else -> refused = for_not_allowed
  fi
}

/* The event case.answered of a disclosure, decided at an instant. */
inline disclosureCaseAnswered(it, given_recordsEndAt, at) {
  if
  :: it.state == disclosure_released ->
       it.lapseAt = NEVER;
       it.answerEndsAt = EARLIEST(at + policy_caseAnswerKept, given_recordsEndAt);
       it.state = disclosure_answered
  :: else -> refused = for_not_allowed
  fi
}

/* The event case.closed of a disclosure, decided at an instant. */
inline disclosureCaseClosed(it, at) {
  if
  :: it.state == disclosure_answered ->
       it.answerEndsAt = NEVER;
       it.state = disclosure_closed
  :: else -> refused = for_not_allowed
  fi
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

/* An officer opens a case. */
inline authorityRequest(a_disclosure, given_officer, given_ground, given_venues, given_windowStart, given_windowEnd, at) {
  refused = nothing;
  settleDisclosure(a_disclosure, at);
  disclosureCaseRequested(a_disclosure, given_officer, given_ground, given_venues, given_windowStart, given_windowEnd, at);
  if
  :: refused == nothing ->
       settleDisclosure(a_disclosure, at)
  :: else ->
       skip
  fi
}

/* A second officer approves the case. */
inline authorityApprove(a_disclosure, given_officer, at) {
  refused = nothing;
  settleDisclosure(a_disclosure, at);
  disclosureCaseApproved(a_disclosure, given_officer, at);
  if
  :: refused == nothing ->
       settleDisclosure(a_disclosure, at)
  :: else ->
       skip
  fi
}

/* An officer denies the case. */
inline authorityDeny(a_disclosure, given_officer, at) {
  refused = nothing;
  settleDisclosure(a_disclosure, at);
  disclosureCaseDenied(a_disclosure, given_officer, at);
  if
  :: refused == nothing ->
       settleDisclosure(a_disclosure, at)
  :: else ->
       skip
  fi
}

/* Releases the sealed records of a case after checking officers, ground, venues, window and limits. */
inline custodianRelease(given_officers, given_ground, given_venues, given_windowStart, given_windowEnd, given_approvedAt, given_records, given_recordsOfDay, given_cosigners, at) {
  refused = nothing;
  if
  :: !(in_caseGrounds(given_ground)) ->
       refused = for_case_without_ground
  :: else -> if
  :: given_officers < policy_officersRequired ->
       refused = for_officers_too_few
  :: else -> if
  :: given_venues < 1 ->
       refused = for_case_without_venue
  :: else -> if
  :: policy_caseVenues < given_venues ->
       refused = for_case_venues_exceeded
  :: else -> if
  :: given_windowEnd != NEVER && given_windowStart >= given_windowEnd ->
       refused = for_case_window_inverted
  :: else -> if
  :: !(given_windowEnd != NEVER && LATER(given_windowStart, policy_caseWindow) >= given_windowEnd) ->
       refused = for_case_window_exceeded
  :: else -> if
  :: at >= LATER(given_approvedAt, policy_caseLifetime) ->
       refused = for_case_over
  :: else -> if
  :: policy_caseRecords < given_records ->
       refused = for_case_records_exceeded
  :: else -> if
  :: policy_nationRecordsPerDay < given_recordsOfDay ->
       refused = for_nation_records_exceeded
  :: else -> if
  :: given_cosigners < policy_witnessesRequired ->
       refused = for_case_unlogged
  :: else ->
       skip
  fi fi fi fi fi fi fi fi fi fi
}

/* The custodian's release arrives. */
inline authorityReceiveRelease(a_disclosure, given_records, at) {
  refused = nothing;
  settleDisclosure(a_disclosure, at);
  disclosureCaseReleased(a_disclosure, given_records, at);
  if
  :: refused == nothing ->
       settleDisclosure(a_disclosure, at)
  :: else ->
       skip
  fi
}

/* Answers a release of the custodian: opens only what it lists, once, for two officers. */
inline issuerAnswer(given_releaseSigned, given_officers, given_listed, given_answeredBefore, given_records, given_recordsOfDay, given_cosigners, given_caseEndsAt, at) {
  refused = nothing;
  if
  :: !(given_releaseSigned) ->
       refused = for_release_forged
  :: else -> if
  :: given_officers < policy_officersRequired ->
       refused = for_officers_too_few
  :: else -> if
  :: !(given_listed) ->
       refused = for_record_unlisted
  :: else -> if
  :: policy_caseRecords < given_records ->
       refused = for_case_records_exceeded
  :: else -> if
  :: policy_nationRecordsPerDay < given_recordsOfDay ->
       refused = for_nation_records_exceeded
  :: else -> if
  :: given_cosigners < policy_witnessesRequired ->
       refused = for_case_unlogged
  :: else -> if
  :: given_answeredBefore ->
       refused = for_release_answered
  :: else -> if
  :: at >= given_caseEndsAt ->
       refused = for_case_over
  :: else ->
       skip
  fi fi fi fi fi fi fi fi
}

/* The issuer's answer arrives, sealed to the two officers. */
inline authorityReceiveAnswer(a_disclosure, given_recordsEndAt, at) {
  refused = nothing;
  settleDisclosure(a_disclosure, at);
  disclosureCaseAnswered(a_disclosure, given_recordsEndAt, at);
  if
  :: refused == nothing ->
       settleDisclosure(a_disclosure, at)
  :: else ->
       skip
  fi
}

/* The case is closed and its answer erased. */
inline authorityClose(a_disclosure, at) {
  refused = nothing;
  settleDisclosure(a_disclosure, at);
  disclosureCaseClosed(a_disclosure, at);
  if
  :: refused == nothing ->
       settleDisclosure(a_disclosure, at)
  :: else ->
       skip
  fi
}

active proctype the_slice() {
end:
  do

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
       AFTER(0)
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
       AFTER(1)
     }

  /* request by first. The first officer asks for the records of a venue in a window. */
  :: d_step { scannedAt1 != NEVER ->
       BEFORE;
       authorityRequest(the_case, id_first, ground_investigation, 1, scannedAt1, LATER(scannedAt1, policy_caseWindow), 0);
       if
       :: refused == nothing ->
            windowStart = scannedAt1;
            windowEnd = LATER(scannedAt1, policy_caseWindow);
            clip(windowStart);
            clip(windowEnd)
       :: else ->
            skip
       fi;
       orderDisclosure(the_case);
       AFTER(2)
     }

  /* request by first without ground. The first officer asks for records without a legal ground. */
  :: d_step { scannedAt1 != NEVER ->
       BEFORE;
       authorityRequest(the_case, id_first, ground_none, 1, scannedAt1, LATER(scannedAt1, policy_caseWindow), 0);
       if
       :: refused == nothing ->
            windowStart = scannedAt1;
            windowEnd = LATER(scannedAt1, policy_caseWindow);
            clip(windowStart);
            clip(windowEnd)
       :: else ->
            skip
       fi;
       orderDisclosure(the_case);
       AFTER(3)
     }

  /* request by first without venue. The first officer asks for records of no venue. */
  :: d_step { scannedAt1 != NEVER ->
       BEFORE;
       authorityRequest(the_case, id_first, ground_investigation, 0, scannedAt1, LATER(scannedAt1, policy_caseWindow), 0);
       if
       :: refused == nothing ->
            windowStart = scannedAt1;
            windowEnd = LATER(scannedAt1, policy_caseWindow);
            clip(windowStart);
            clip(windowEnd)
       :: else ->
            skip
       fi;
       orderDisclosure(the_case);
       AFTER(4)
     }

  /* request by first for too many venues. The first officer asks for the records of more venues than a case may have. */
  :: d_step { scannedAt1 != NEVER ->
       BEFORE;
       authorityRequest(the_case, id_first, ground_investigation, policy_caseVenues + 1, scannedAt1, LATER(scannedAt1, policy_caseWindow), 0);
       if
       :: refused == nothing ->
            windowStart = scannedAt1;
            windowEnd = LATER(scannedAt1, policy_caseWindow);
            clip(windowStart);
            clip(windowEnd)
       :: else ->
            skip
       fi;
       orderDisclosure(the_case);
       AFTER(5)
     }

  /* request by first for an inverted window. The first officer asks for a window that ends before it starts. */
  :: d_step { scannedAt1 != NEVER ->
       BEFORE;
       authorityRequest(the_case, id_first, ground_investigation, 1, scannedAt1, scannedAt1, 0);
       if
       :: refused == nothing ->
            windowStart = scannedAt1;
            windowEnd = scannedAt1;
            clip(windowStart);
            clip(windowEnd)
       :: else ->
            skip
       fi;
       orderDisclosure(the_case);
       AFTER(6)
     }

  /* request by first for too long a window. The first officer asks for a longer window than a case may have. */
  :: d_step { scannedAt1 != NEVER ->
       BEFORE;
       authorityRequest(the_case, id_first, ground_investigation, 1, scannedAt1, LATER(scannedAt1, policy_caseWindow + policy_clockSkew), 0);
       if
       :: refused == nothing ->
            windowStart = scannedAt1;
            windowEnd = LATER(scannedAt1, policy_caseWindow + policy_clockSkew);
            clip(windowStart);
            clip(windowEnd)
       :: else ->
            skip
       fi;
       orderDisclosure(the_case);
       AFTER(7)
     }

  /* request by first for the future. The first officer asks for a window that reaches into the future. */
  :: d_step { scannedAt1 != NEVER ->
       BEFORE;
       authorityRequest(the_case, id_first, ground_investigation, 1, 0, policy_caseWindow, 0);
       if
       :: refused == nothing ->
            windowStart = 0;
            windowEnd = policy_caseWindow;
            clip(windowEnd)
       :: else ->
            skip
       fi;
       orderDisclosure(the_case);
       AFTER(8)
     }

  /* request by second. The second officer asks for the records of a venue in a window. */
  :: d_step { scannedAt1 != NEVER ->
       BEFORE;
       authorityRequest(the_case, id_second, ground_investigation, 1, scannedAt1, LATER(scannedAt1, policy_caseWindow), 0);
       if
       :: refused == nothing ->
            windowStart = scannedAt1;
            windowEnd = LATER(scannedAt1, policy_caseWindow);
            clip(windowStart);
            clip(windowEnd)
       :: else ->
            skip
       fi;
       orderDisclosure(the_case);
       AFTER(9)
     }

  /* request by second without ground. The second officer asks for records without a legal ground. */
  :: d_step { scannedAt1 != NEVER ->
       BEFORE;
       authorityRequest(the_case, id_second, ground_none, 1, scannedAt1, LATER(scannedAt1, policy_caseWindow), 0);
       if
       :: refused == nothing ->
            windowStart = scannedAt1;
            windowEnd = LATER(scannedAt1, policy_caseWindow);
            clip(windowStart);
            clip(windowEnd)
       :: else ->
            skip
       fi;
       orderDisclosure(the_case);
       AFTER(10)
     }

  /* request by second without venue. The second officer asks for records of no venue. */
  :: d_step { scannedAt1 != NEVER ->
       BEFORE;
       authorityRequest(the_case, id_second, ground_investigation, 0, scannedAt1, LATER(scannedAt1, policy_caseWindow), 0);
       if
       :: refused == nothing ->
            windowStart = scannedAt1;
            windowEnd = LATER(scannedAt1, policy_caseWindow);
            clip(windowStart);
            clip(windowEnd)
       :: else ->
            skip
       fi;
       orderDisclosure(the_case);
       AFTER(11)
     }

  /* request by second for too many venues. The second officer asks for the records of more venues than a case may have. */
  :: d_step { scannedAt1 != NEVER ->
       BEFORE;
       authorityRequest(the_case, id_second, ground_investigation, policy_caseVenues + 1, scannedAt1, LATER(scannedAt1, policy_caseWindow), 0);
       if
       :: refused == nothing ->
            windowStart = scannedAt1;
            windowEnd = LATER(scannedAt1, policy_caseWindow);
            clip(windowStart);
            clip(windowEnd)
       :: else ->
            skip
       fi;
       orderDisclosure(the_case);
       AFTER(12)
     }

  /* request by second for an inverted window. The second officer asks for a window that ends before it starts. */
  :: d_step { scannedAt1 != NEVER ->
       BEFORE;
       authorityRequest(the_case, id_second, ground_investigation, 1, scannedAt1, scannedAt1, 0);
       if
       :: refused == nothing ->
            windowStart = scannedAt1;
            windowEnd = scannedAt1;
            clip(windowStart);
            clip(windowEnd)
       :: else ->
            skip
       fi;
       orderDisclosure(the_case);
       AFTER(13)
     }

  /* request by second for too long a window. The second officer asks for a longer window than a case may have. */
  :: d_step { scannedAt1 != NEVER ->
       BEFORE;
       authorityRequest(the_case, id_second, ground_investigation, 1, scannedAt1, LATER(scannedAt1, policy_caseWindow + policy_clockSkew), 0);
       if
       :: refused == nothing ->
            windowStart = scannedAt1;
            windowEnd = LATER(scannedAt1, policy_caseWindow + policy_clockSkew);
            clip(windowStart);
            clip(windowEnd)
       :: else ->
            skip
       fi;
       orderDisclosure(the_case);
       AFTER(14)
     }

  /* request by second for the future. The second officer asks for a window that reaches into the future. */
  :: d_step { scannedAt1 != NEVER ->
       BEFORE;
       authorityRequest(the_case, id_second, ground_investigation, 1, 0, policy_caseWindow, 0);
       if
       :: refused == nothing ->
            windowStart = 0;
            windowEnd = policy_caseWindow;
            clip(windowEnd)
       :: else ->
            skip
       fi;
       orderDisclosure(the_case);
       AFTER(15)
     }

  /* approve by first. The first officer approves the case. */
  :: d_step { true ->
       BEFORE;
       authorityApprove(the_case, id_first, 0);
       if
       :: refused == nothing ->
            promised(two_officers, (true), (!(the_case.requestedBy == the_case.approvedBy)));
            approvedAt = 0;
            releaseRequest = releaseRequest_sent
       :: else ->
            skip
       fi;
       orderDisclosure(the_case);
       AFTER(16)
     }

  /* deny by first. The first officer denies the case. */
  :: d_step { true ->
       BEFORE;
       authorityDeny(the_case, id_first, 0);
       orderDisclosure(the_case);
       AFTER(17)
     }

  /* approve by second. The second officer approves the case. */
  :: d_step { true ->
       BEFORE;
       authorityApprove(the_case, id_second, 0);
       if
       :: refused == nothing ->
            promised(two_officers, (true), (!(the_case.requestedBy == the_case.approvedBy)));
            approvedAt = 0;
            releaseRequest = releaseRequest_sent
       :: else ->
            skip
       fi;
       orderDisclosure(the_case);
       AFTER(18)
     }

  /* deny by second. The second officer denies the case. */
  :: d_step { true ->
       BEFORE;
       authorityDeny(the_case, id_second, 0);
       orderDisclosure(the_case);
       AFTER(19)
     }

  /* release. The custodian is asked to release the records of the case. */
  :: d_step { releaseRequest == releaseRequest_sent && !(the_case.requestedBy == the_case.approvedBy) ->
       BEFORE;
       brought_ground = the_case.ground;
       custodianRelease(2, brought_ground, 1, windowStart, windowEnd, approvedAt, 1, 1, policy_witnessesRequired, 0);
       if
       :: refused == nothing ->
            promised(two_officers, (true), (!(2 < policy_officersRequired)));
            promised(within_scope, (true), (in_caseGrounds(the_case.ground) && !(1 < 1) && !(policy_caseVenues < 1) && (!(windowEnd != NEVER && windowStart >= windowEnd)) && (windowEnd != NEVER && LATER(windowStart, policy_caseWindow) >= windowEnd) && !(0 >= LATER(approvedAt, policy_caseLifetime)) && !(policy_caseRecords < 1) && !(policy_nationRecordsPerDay < 1)));
            promised(disclosure_logged, (true), (!(policy_witnessesRequired < policy_witnessesRequired)));
            release = releaseRequest_sent;
            releaseLogged = 1
       :: else ->
            skip
       fi;
       AFTER(20)
     }

  /* release with one officer. The custodian is asked to release the records of the case. */
  :: d_step { releaseRequest == releaseRequest_sent && the_case.requestedBy == the_case.approvedBy ->
       BEFORE;
       brought_ground = the_case.ground;
       custodianRelease(1, brought_ground, 1, windowStart, windowEnd, approvedAt, 1, 1, policy_witnessesRequired, 0);
       if
       :: refused == nothing ->
            promised(two_officers, (true), (!(1 < policy_officersRequired)));
            promised(within_scope, (true), (in_caseGrounds(the_case.ground) && !(1 < 1) && !(policy_caseVenues < 1) && (!(windowEnd != NEVER && windowStart >= windowEnd)) && (windowEnd != NEVER && LATER(windowStart, policy_caseWindow) >= windowEnd) && !(0 >= LATER(approvedAt, policy_caseLifetime)) && !(policy_caseRecords < 1) && !(policy_nationRecordsPerDay < 1)));
            promised(disclosure_logged, (true), (!(policy_witnessesRequired < policy_witnessesRequired)));
            release = releaseRequest_sent;
            releaseLogged = 1
       :: else ->
            skip
       fi;
       AFTER(21)
     }

  /* release without ground. The custodian is asked without a legal ground. */
  :: d_step { releaseRequest == releaseRequest_sent ->
       BEFORE;
       custodianRelease(2, ground_none, 1, windowStart, windowEnd, approvedAt, 1, 1, policy_witnessesRequired, 0);
       if
       :: refused == nothing ->
            promised(two_officers, (true), (!(2 < policy_officersRequired)));
            promised(within_scope, (true), (in_caseGrounds(ground_none) && !(1 < 1) && !(policy_caseVenues < 1) && (!(windowEnd != NEVER && windowStart >= windowEnd)) && (windowEnd != NEVER && LATER(windowStart, policy_caseWindow) >= windowEnd) && !(0 >= LATER(approvedAt, policy_caseLifetime)) && !(policy_caseRecords < 1) && !(policy_nationRecordsPerDay < 1)));
            promised(disclosure_logged, (true), (!(policy_witnessesRequired < policy_witnessesRequired)));
            release = releaseRequest_sent;
            releaseLogged = 1
       :: else ->
            skip
       fi;
       AFTER(22)
     }

  /* release by one officer. The custodian is asked by one officer alone. */
  :: d_step { releaseRequest == releaseRequest_sent ->
       BEFORE;
       brought_ground = the_case.ground;
       custodianRelease(1, brought_ground, 1, windowStart, windowEnd, approvedAt, 1, 1, policy_witnessesRequired, 0);
       if
       :: refused == nothing ->
            promised(two_officers, (true), (!(1 < policy_officersRequired)));
            promised(within_scope, (true), (in_caseGrounds(the_case.ground) && !(1 < 1) && !(policy_caseVenues < 1) && (!(windowEnd != NEVER && windowStart >= windowEnd)) && (windowEnd != NEVER && LATER(windowStart, policy_caseWindow) >= windowEnd) && !(0 >= LATER(approvedAt, policy_caseLifetime)) && !(policy_caseRecords < 1) && !(policy_nationRecordsPerDay < 1)));
            promised(disclosure_logged, (true), (!(policy_witnessesRequired < policy_witnessesRequired)));
            release = releaseRequest_sent;
            releaseLogged = 1
       :: else ->
            skip
       fi;
       AFTER(23)
     }

  /* release without venue. The custodian is asked for no venue. */
  :: d_step { releaseRequest == releaseRequest_sent ->
       BEFORE;
       brought_ground = the_case.ground;
       custodianRelease(2, brought_ground, 0, windowStart, windowEnd, approvedAt, 1, 1, policy_witnessesRequired, 0);
       if
       :: refused == nothing ->
            promised(two_officers, (true), (!(2 < policy_officersRequired)));
            promised(within_scope, (true), (in_caseGrounds(the_case.ground) && !(0 < 1) && !(policy_caseVenues < 0) && (!(windowEnd != NEVER && windowStart >= windowEnd)) && (windowEnd != NEVER && LATER(windowStart, policy_caseWindow) >= windowEnd) && !(0 >= LATER(approvedAt, policy_caseLifetime)) && !(policy_caseRecords < 1) && !(policy_nationRecordsPerDay < 1)));
            promised(disclosure_logged, (true), (!(policy_witnessesRequired < policy_witnessesRequired)));
            release = releaseRequest_sent;
            releaseLogged = 1
       :: else ->
            skip
       fi;
       AFTER(24)
     }

  /* release for too many venues. The custodian is asked for more venues than a case may have. */
  :: d_step { releaseRequest == releaseRequest_sent ->
       BEFORE;
       brought_ground = the_case.ground;
       custodianRelease(2, brought_ground, policy_caseVenues + 1, windowStart, windowEnd, approvedAt, 1, 1, policy_witnessesRequired, 0);
       if
       :: refused == nothing ->
            promised(two_officers, (true), (!(2 < policy_officersRequired)));
            promised(within_scope, (true), (in_caseGrounds(the_case.ground) && !(policy_caseVenues + 1 < 1) && !(policy_caseVenues < policy_caseVenues + 1) && (!(windowEnd != NEVER && windowStart >= windowEnd)) && (windowEnd != NEVER && LATER(windowStart, policy_caseWindow) >= windowEnd) && !(0 >= LATER(approvedAt, policy_caseLifetime)) && !(policy_caseRecords < 1) && !(policy_nationRecordsPerDay < 1)));
            promised(disclosure_logged, (true), (!(policy_witnessesRequired < policy_witnessesRequired)));
            release = releaseRequest_sent;
            releaseLogged = 1
       :: else ->
            skip
       fi;
       AFTER(25)
     }

  /* release for an inverted window. The custodian is asked for a window that ends before it starts. */
  :: d_step { releaseRequest == releaseRequest_sent ->
       BEFORE;
       brought_ground = the_case.ground;
       custodianRelease(2, brought_ground, 1, windowEnd, windowStart, approvedAt, 1, 1, policy_witnessesRequired, 0);
       if
       :: refused == nothing ->
            promised(two_officers, (true), (!(2 < policy_officersRequired)));
            promised(within_scope, (true), (in_caseGrounds(the_case.ground) && !(1 < 1) && !(policy_caseVenues < 1) && (!(windowStart != NEVER && windowEnd >= windowStart)) && (windowStart != NEVER && LATER(windowEnd, policy_caseWindow) >= windowStart) && !(0 >= LATER(approvedAt, policy_caseLifetime)) && !(policy_caseRecords < 1) && !(policy_nationRecordsPerDay < 1)));
            promised(disclosure_logged, (true), (!(policy_witnessesRequired < policy_witnessesRequired)));
            release = releaseRequest_sent;
            releaseLogged = 1
       :: else ->
            skip
       fi;
       AFTER(26)
     }

  /* release for too long a window. The custodian is asked for a longer window than a case may have. */
  :: d_step { releaseRequest == releaseRequest_sent ->
       BEFORE;
       brought_ground = the_case.ground;
       custodianRelease(2, brought_ground, 1, windowStart, LATER(windowStart, policy_caseWindow + policy_clockSkew), approvedAt, 1, 1, policy_witnessesRequired, 0);
       if
       :: refused == nothing ->
            promised(two_officers, (true), (!(2 < policy_officersRequired)));
            promised(within_scope, (true), (in_caseGrounds(the_case.ground) && !(1 < 1) && !(policy_caseVenues < 1) && (!(LATER(windowStart, policy_caseWindow + policy_clockSkew) != NEVER && windowStart >= LATER(windowStart, policy_caseWindow + policy_clockSkew))) && (LATER(windowStart, policy_caseWindow + policy_clockSkew) != NEVER && LATER(windowStart, policy_caseWindow) >= LATER(windowStart, policy_caseWindow + policy_clockSkew)) && !(0 >= LATER(approvedAt, policy_caseLifetime)) && !(policy_caseRecords < 1) && !(policy_nationRecordsPerDay < 1)));
            promised(disclosure_logged, (true), (!(policy_witnessesRequired < policy_witnessesRequired)));
            release = releaseRequest_sent;
            releaseLogged = 1
       :: else ->
            skip
       fi;
       AFTER(27)
     }

  /* release for too many records. The custodian is asked for more records than a case may have. */
  :: d_step { releaseRequest == releaseRequest_sent ->
       BEFORE;
       brought_ground = the_case.ground;
       custodianRelease(2, brought_ground, 1, windowStart, windowEnd, approvedAt, policy_caseRecords + 1, 1, policy_witnessesRequired, 0);
       if
       :: refused == nothing ->
            promised(two_officers, (true), (!(2 < policy_officersRequired)));
            promised(within_scope, (true), (in_caseGrounds(the_case.ground) && !(1 < 1) && !(policy_caseVenues < 1) && (!(windowEnd != NEVER && windowStart >= windowEnd)) && (windowEnd != NEVER && LATER(windowStart, policy_caseWindow) >= windowEnd) && !(0 >= LATER(approvedAt, policy_caseLifetime)) && !(policy_caseRecords < policy_caseRecords + 1) && !(policy_nationRecordsPerDay < 1)));
            promised(disclosure_logged, (true), (!(policy_witnessesRequired < policy_witnessesRequired)));
            release = releaseRequest_sent;
            releaseLogged = 1
       :: else ->
            skip
       fi;
       AFTER(28)
     }

  /* release for the nation's day. The custodian is asked for more records than the nation may release in a day. */
  :: d_step { releaseRequest == releaseRequest_sent ->
       BEFORE;
       brought_ground = the_case.ground;
       custodianRelease(2, brought_ground, 1, windowStart, windowEnd, approvedAt, 1, policy_nationRecordsPerDay + 1, policy_witnessesRequired, 0);
       if
       :: refused == nothing ->
            promised(two_officers, (true), (!(2 < policy_officersRequired)));
            promised(within_scope, (true), (in_caseGrounds(the_case.ground) && !(1 < 1) && !(policy_caseVenues < 1) && (!(windowEnd != NEVER && windowStart >= windowEnd)) && (windowEnd != NEVER && LATER(windowStart, policy_caseWindow) >= windowEnd) && !(0 >= LATER(approvedAt, policy_caseLifetime)) && !(policy_caseRecords < 1) && !(policy_nationRecordsPerDay < policy_nationRecordsPerDay + 1)));
            promised(disclosure_logged, (true), (!(policy_witnessesRequired < policy_witnessesRequired)));
            release = releaseRequest_sent;
            releaseLogged = 1
       :: else ->
            skip
       fi;
       AFTER(29)
     }

  /* release for an unlogged case. The custodian is asked under a case that stands in no cosigned log. */
  :: d_step { releaseRequest == releaseRequest_sent ->
       BEFORE;
       brought_ground = the_case.ground;
       custodianRelease(2, brought_ground, 1, windowStart, windowEnd, approvedAt, 1, 1, 0, 0);
       if
       :: refused == nothing ->
            promised(two_officers, (true), (!(2 < policy_officersRequired)));
            promised(within_scope, (true), (in_caseGrounds(the_case.ground) && !(1 < 1) && !(policy_caseVenues < 1) && (!(windowEnd != NEVER && windowStart >= windowEnd)) && (windowEnd != NEVER && LATER(windowStart, policy_caseWindow) >= windowEnd) && !(0 >= LATER(approvedAt, policy_caseLifetime)) && !(policy_caseRecords < 1) && !(policy_nationRecordsPerDay < 1)));
            promised(disclosure_logged, (true), (!(0 < policy_witnessesRequired)));
            release = releaseRequest_sent;
            releaseLogged = 1
       :: else ->
            skip
       fi;
       AFTER(30)
     }

  /* receive the release. The custodian's release reaches the authority, which asks the issuer. */
  :: d_step { release == releaseRequest_sent ->
       BEFORE;
       authorityReceiveRelease(the_case, 1, 0);
       if
       :: refused == nothing ->
            joinRequest = releaseRequest_sent
       :: else ->
            skip
       fi;
       orderDisclosure(the_case);
       AFTER(31)
     }

  /* receive too large a release. A release with more records than a case may have reaches the authority. */
  :: d_step { release == releaseRequest_sent ->
       BEFORE;
       authorityReceiveRelease(the_case, policy_caseRecords + 1, 0);
       if
       :: refused == nothing ->
            joinRequest = releaseRequest_sent
       :: else ->
            skip
       fi;
       orderDisclosure(the_case);
       AFTER(32)
     }

  /* answer. The issuer is asked who was behind the records, and still knows the person. */
  :: d_step { joinRequest == releaseRequest_sent && (!(the_case.requestedBy == the_case.approvedBy) && verification1.accountEndsAt != NEVER) ->
       BEFORE;
       issuerAnswer(1, 2, 1, answerLogged, 1, 1, policy_witnessesRequired, LATER(approvedAt, policy_caseLifetime), 0);
       if
       :: refused == nothing ->
            promised(two_officers, (true), (!(2 < policy_officersRequired)));
            promised(within_scope, (true), (!(0 >= LATER(approvedAt, policy_caseLifetime)) && !(policy_caseRecords < 1)));
            promised(disclosure_logged, (true), (!(policy_witnessesRequired < policy_witnessesRequired)));
            promised(join_refuses_withdrawn, (withdrawnAt1 != NEVER), (false));
            promised(trace_possible, (!(withdrawnAt1 != NEVER) && !(0 >= LATER(scannedAt1, policy_joinableAtLeast))), (true));
            answer = releaseRequest_sent;
            answerLogged = 1;
            named = 1
       :: else ->
            skip
       fi;
       AFTER(33)
     }

  /* answer to nobody. The issuer is asked who was behind the records, and no longer knows the person. */
  :: d_step { joinRequest == releaseRequest_sent && (!(the_case.requestedBy == the_case.approvedBy) && !(verification1.accountEndsAt != NEVER)) ->
       BEFORE;
       issuerAnswer(1, 2, 1, answerLogged, 1, 1, policy_witnessesRequired, LATER(approvedAt, policy_caseLifetime), 0);
       if
       :: refused == nothing ->
            promised(two_officers, (true), (!(2 < policy_officersRequired)));
            promised(within_scope, (true), (!(0 >= LATER(approvedAt, policy_caseLifetime)) && !(policy_caseRecords < 1)));
            promised(disclosure_logged, (true), (!(policy_witnessesRequired < policy_witnessesRequired)));
            promised(join_refuses_withdrawn, (withdrawnAt1 != NEVER), (true));
            promised(trace_possible, (!(withdrawnAt1 != NEVER) && !(0 >= LATER(scannedAt1, policy_joinableAtLeast))), (false));
            answer = releaseRequest_sent;
            answerLogged = 1;
            named = 0
       :: else ->
            skip
       fi;
       AFTER(34)
     }

  /* answer with one officer. The issuer is asked who was behind the records, and still knows the person. */
  :: d_step { joinRequest == releaseRequest_sent && (the_case.requestedBy == the_case.approvedBy && verification1.accountEndsAt != NEVER) ->
       BEFORE;
       issuerAnswer(1, 1, 1, answerLogged, 1, 1, policy_witnessesRequired, LATER(approvedAt, policy_caseLifetime), 0);
       if
       :: refused == nothing ->
            promised(two_officers, (true), (!(1 < policy_officersRequired)));
            promised(within_scope, (true), (!(0 >= LATER(approvedAt, policy_caseLifetime)) && !(policy_caseRecords < 1)));
            promised(disclosure_logged, (true), (!(policy_witnessesRequired < policy_witnessesRequired)));
            promised(join_refuses_withdrawn, (withdrawnAt1 != NEVER), (false));
            promised(trace_possible, (!(withdrawnAt1 != NEVER) && !(0 >= LATER(scannedAt1, policy_joinableAtLeast))), (true));
            answer = releaseRequest_sent;
            answerLogged = 1;
            named = 1
       :: else ->
            skip
       fi;
       AFTER(35)
     }

  /* answer with one officer to nobody. The issuer is asked who was behind the records, and no longer knows the person. */
  :: d_step { joinRequest == releaseRequest_sent && (the_case.requestedBy == the_case.approvedBy && !(verification1.accountEndsAt != NEVER)) ->
       BEFORE;
       issuerAnswer(1, 1, 1, answerLogged, 1, 1, policy_witnessesRequired, LATER(approvedAt, policy_caseLifetime), 0);
       if
       :: refused == nothing ->
            promised(two_officers, (true), (!(1 < policy_officersRequired)));
            promised(within_scope, (true), (!(0 >= LATER(approvedAt, policy_caseLifetime)) && !(policy_caseRecords < 1)));
            promised(disclosure_logged, (true), (!(policy_witnessesRequired < policy_witnessesRequired)));
            promised(join_refuses_withdrawn, (withdrawnAt1 != NEVER), (true));
            promised(trace_possible, (!(withdrawnAt1 != NEVER) && !(0 >= LATER(scannedAt1, policy_joinableAtLeast))), (false));
            answer = releaseRequest_sent;
            answerLogged = 1;
            named = 0
       :: else ->
            skip
       fi;
       AFTER(36)
     }

  /* answer to a forged release. The issuer is asked with a release that the custodian has not signed. */
  :: d_step { joinRequest == releaseRequest_sent && verification1.accountEndsAt != NEVER ->
       BEFORE;
       issuerAnswer(0, 2, 1, answerLogged, 1, 1, policy_witnessesRequired, LATER(approvedAt, policy_caseLifetime), 0);
       if
       :: refused == nothing ->
            promised(two_officers, (true), (!(2 < policy_officersRequired)));
            promised(within_scope, (true), (!(0 >= LATER(approvedAt, policy_caseLifetime)) && !(policy_caseRecords < 1)));
            promised(disclosure_logged, (true), (!(policy_witnessesRequired < policy_witnessesRequired)));
            promised(join_refuses_withdrawn, (withdrawnAt1 != NEVER), (false));
            promised(trace_possible, (!(withdrawnAt1 != NEVER) && !(0 >= LATER(scannedAt1, policy_joinableAtLeast))), (true));
            answer = releaseRequest_sent;
            answerLogged = 1;
            named = 1
       :: else ->
            skip
       fi;
       AFTER(37)
     }

  /* answer to one officer. The issuer is asked by one officer alone. */
  :: d_step { joinRequest == releaseRequest_sent && verification1.accountEndsAt != NEVER ->
       BEFORE;
       issuerAnswer(1, 1, 1, answerLogged, 1, 1, policy_witnessesRequired, LATER(approvedAt, policy_caseLifetime), 0);
       if
       :: refused == nothing ->
            promised(two_officers, (true), (!(1 < policy_officersRequired)));
            promised(within_scope, (true), (!(0 >= LATER(approvedAt, policy_caseLifetime)) && !(policy_caseRecords < 1)));
            promised(disclosure_logged, (true), (!(policy_witnessesRequired < policy_witnessesRequired)));
            promised(join_refuses_withdrawn, (withdrawnAt1 != NEVER), (false));
            promised(trace_possible, (!(withdrawnAt1 != NEVER) && !(0 >= LATER(scannedAt1, policy_joinableAtLeast))), (true));
            answer = releaseRequest_sent;
            answerLogged = 1;
            named = 1
       :: else ->
            skip
       fi;
       AFTER(38)
     }

  /* answer beyond the list. The issuer is asked for a record that the release does not list. */
  :: d_step { joinRequest == releaseRequest_sent && verification1.accountEndsAt != NEVER ->
       BEFORE;
       issuerAnswer(1, 2, 0, answerLogged, 1, 1, policy_witnessesRequired, LATER(approvedAt, policy_caseLifetime), 0);
       if
       :: refused == nothing ->
            promised(two_officers, (true), (!(2 < policy_officersRequired)));
            promised(within_scope, (true), (!(0 >= LATER(approvedAt, policy_caseLifetime)) && !(policy_caseRecords < 1)));
            promised(disclosure_logged, (true), (!(policy_witnessesRequired < policy_witnessesRequired)));
            promised(join_refuses_withdrawn, (withdrawnAt1 != NEVER), (false));
            promised(trace_possible, (!(withdrawnAt1 != NEVER) && !(0 >= LATER(scannedAt1, policy_joinableAtLeast))), (true));
            answer = releaseRequest_sent;
            answerLogged = 1;
            named = 1
       :: else ->
            skip
       fi;
       AFTER(39)
     }

  /* answer for too many records. The issuer is asked for more records than a case may have. */
  :: d_step { joinRequest == releaseRequest_sent && verification1.accountEndsAt != NEVER ->
       BEFORE;
       issuerAnswer(1, 2, 1, answerLogged, policy_caseRecords + 1, 1, policy_witnessesRequired, LATER(approvedAt, policy_caseLifetime), 0);
       if
       :: refused == nothing ->
            promised(two_officers, (true), (!(2 < policy_officersRequired)));
            promised(within_scope, (true), (!(0 >= LATER(approvedAt, policy_caseLifetime)) && !(policy_caseRecords < policy_caseRecords + 1)));
            promised(disclosure_logged, (true), (!(policy_witnessesRequired < policy_witnessesRequired)));
            promised(join_refuses_withdrawn, (withdrawnAt1 != NEVER), (false));
            promised(trace_possible, (!(withdrawnAt1 != NEVER) && !(0 >= LATER(scannedAt1, policy_joinableAtLeast))), (true));
            answer = releaseRequest_sent;
            answerLogged = 1;
            named = 1
       :: else ->
            skip
       fi;
       AFTER(40)
     }

  /* answer for the nation's day. The issuer is asked for more records than the nation may have answered in a day. */
  :: d_step { joinRequest == releaseRequest_sent && verification1.accountEndsAt != NEVER ->
       BEFORE;
       issuerAnswer(1, 2, 1, answerLogged, 1, policy_nationRecordsPerDay + 1, policy_witnessesRequired, LATER(approvedAt, policy_caseLifetime), 0);
       if
       :: refused == nothing ->
            promised(two_officers, (true), (!(2 < policy_officersRequired)));
            promised(within_scope, (true), (!(0 >= LATER(approvedAt, policy_caseLifetime)) && !(policy_caseRecords < 1)));
            promised(disclosure_logged, (true), (!(policy_witnessesRequired < policy_witnessesRequired)));
            promised(join_refuses_withdrawn, (withdrawnAt1 != NEVER), (false));
            promised(trace_possible, (!(withdrawnAt1 != NEVER) && !(0 >= LATER(scannedAt1, policy_joinableAtLeast))), (true));
            answer = releaseRequest_sent;
            answerLogged = 1;
            named = 1
       :: else ->
            skip
       fi;
       AFTER(41)
     }

  /* answer to an unlogged release. The issuer is asked with a release that stands in no cosigned log. */
  :: d_step { joinRequest == releaseRequest_sent && verification1.accountEndsAt != NEVER ->
       BEFORE;
       issuerAnswer(1, 2, 1, answerLogged, 1, 1, 0, LATER(approvedAt, policy_caseLifetime), 0);
       if
       :: refused == nothing ->
            promised(two_officers, (true), (!(2 < policy_officersRequired)));
            promised(within_scope, (true), (!(0 >= LATER(approvedAt, policy_caseLifetime)) && !(policy_caseRecords < 1)));
            promised(disclosure_logged, (true), (!(0 < policy_witnessesRequired)));
            promised(join_refuses_withdrawn, (withdrawnAt1 != NEVER), (false));
            promised(trace_possible, (!(withdrawnAt1 != NEVER) && !(0 >= LATER(scannedAt1, policy_joinableAtLeast))), (true));
            answer = releaseRequest_sent;
            answerLogged = 1;
            named = 1
       :: else ->
            skip
       fi;
       AFTER(42)
     }

  /* receive the answer. The issuer's answer reaches the two officers. */
  :: d_step { answer == releaseRequest_sent ->
       BEFORE;
       brought_recordsEndAt = visit1.eraseAt;
       authorityReceiveAnswer(the_case, brought_recordsEndAt, 0);
       if
       :: refused == nothing ->
            promised(retention_kept, (true), ((the_case.answerEndsAt != NEVER && visit1.eraseAt >= the_case.answerEndsAt) && policy_caseAnswerKept >= the_case.answerEndsAt));
            promised(disclosure_logged, (true), (releaseLogged && answerLogged));
            promised(two_officers, (named), (!(the_case.requestedBy == the_case.approvedBy)));
            promised(within_scope, (named), (!(0 >= LATER(approvedAt, policy_caseLifetime)) && windowEnd != NEVER && (windowStart != NEVER && scannedAt1 >= windowStart) && (!(windowEnd != NEVER && scannedAt1 >= windowEnd))))
       :: else ->
            skip
       fi;
       orderDisclosure(the_case);
       AFTER(43)
     }

  /* close the case. The case is closed and what it learned is erased. */
  :: d_step { true ->
       BEFORE;
       authorityClose(the_case, 0);
       orderDisclosure(the_case);
       AFTER(44)
     }

  /* lose the releaseRequest. The releaseRequest is lost on its way. */
  :: d_step { releaseRequest == releaseRequest_sent ->
       BEFORE;
       releaseRequest = releaseRequest_none;
       AFTER(45)
     }

  /* lose the release. The release is lost on its way. */
  :: d_step { release == releaseRequest_sent ->
       BEFORE;
       release = releaseRequest_none;
       AFTER(46)
     }

  /* lose the joinRequest. The joinRequest is lost on its way. */
  :: d_step { joinRequest == releaseRequest_sent ->
       BEFORE;
       joinRequest = releaseRequest_none;
       AFTER(47)
     }

  /* lose the answer. The answer is lost on its way. */
  :: d_step { answer == releaseRequest_sent ->
       BEFORE;
       answer = releaseRequest_none;
       AFTER(48)
     }

  /* time passes. One tick passes, unless a sweep would then be later than it may. */
  :: d_step { true ->
       BEFORE;
       ageConsent(consent1);
       ageVerification(verification1);
       ageVisit(visit1);
       ageDisclosure(the_case);
       older(withdrawnAt1);
       older(scannedAt1);
       older(windowStart);
       older(windowEnd);
       older(approvedAt);
       settleConsent(consent1, 0);
       settleVerification(verification1, SINCE_EVER, 0);
       settleVisit(visit1, 0);
       settleDisclosure(the_case, 0);
       promised(everything_ends, (consent1.endsAt != NEVER), (LATER(consent1.endsAt, policy_sweepLateness) >= 0));
       promised(everything_ends, (verification1.codeEndsAt != NEVER), (LATER(verification1.codeEndsAt, policy_sweepLateness) >= 0));
       promised(everything_ends, (verification1.state == verification_locked && verification1.lockedUntil != NEVER), (LATER(verification1.lockedUntil, policy_sweepLateness) >= 0));
       promised(everything_ends, (verification1.verifiedUntil != NEVER), (LATER(verification1.verifiedUntil, policy_sweepLateness) >= 0));
       promised(everything_ends, ((verification1.state == verification_challenged || verification1.state == verification_expired || verification1.state == verification_locked) && verification1.accountEndsAt != NEVER), (LATER(verification1.accountEndsAt, policy_sweepLateness) >= 0));
       promised(retention_kept, (visit1.eraseAt != NEVER), (LATER(visit1.eraseAt, policy_sweepLateness) >= 0));
       promised(everything_ends, (visit1.eraseAt != NEVER), (LATER(visit1.eraseAt, policy_sweepLateness) >= 0));
       promised(everything_ends, ((the_case.state == disclosure_requested || the_case.state == disclosure_approved || the_case.state == disclosure_released) && the_case.lapseAt != NEVER), (LATER(the_case.lapseAt, policy_sweepLateness) >= 0));
       promised(retention_kept, (the_case.answerEndsAt != NEVER), (LATER(the_case.answerEndsAt, policy_sweepLateness) >= 0));
       promised(everything_ends, (the_case.answerEndsAt != NEVER), (LATER(the_case.answerEndsAt, policy_sweepLateness) >= 0));
       orderConsent(consent1);
       orderVerification(verification1);
       orderVisit(visit1);
       orderDisclosure(the_case);
       clip(withdrawnAt1);
       clip(scannedAt1);
       clip(windowStart);
       clip(windowEnd);
       clip(approvedAt);
       TICKED;
       AFTER(49)
     }
  od
}

#ifdef LTL
/* All promises in one search: where this holds, each of them does. */
ltl all_promises { [] !(broken_retention_kept || broken_withdrawal_stops_issuance || broken_two_officers || broken_within_scope || broken_disclosure_logged || broken_join_refuses_withdrawn || broken_trace_possible || broken_everything_ends) }
ltl retention_kept { [] !broken_retention_kept }
ltl withdrawal_stops_issuance { [] !broken_withdrawal_stops_issuance }
ltl two_officers { [] !broken_two_officers }
ltl within_scope { [] !broken_within_scope }
ltl disclosure_logged { [] !broken_disclosure_logged }
ltl join_refuses_withdrawn { [] !broken_join_refuses_withdrawn }
ltl trace_possible { [] !broken_trace_possible }
ltl everything_ends { [] !broken_everything_ends }
#ifndef TIMELESS
/* If time goes on, then whenever the one holds the other holds at last. */
ltl at_last_case { ([]<> tick && []<> !tick) -> [] ((the_case.state == disclosure_requested || the_case.state == disclosure_approved || the_case.state == disclosure_released || the_case.state == disclosure_answered) -> <> ((the_case.state == disclosure_closed || the_case.state == disclosure_denied || the_case.state == disclosure_lapsed) || (!(the_case.lapseAt != NEVER || the_case.answerEndsAt != NEVER)))) }
#endif
#endif
