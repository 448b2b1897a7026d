/* Generated from models/ by entrylog generate. Stamp 098db7247bff9de3. */
/*
 * The slice whole. Two people, a pass each, a venue and a case, with the crisis level and withdrawals.
 * Codes and locks, which are the gate's; keys and late sweeps, which are retention's; forged requests.
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
#define ground_investigation 1
#define crisisLevel_attention 0
#define scan_sent 1
#define scan_none 0
#define scan_kept 2
#define id_first 1
#define id_second 2
#define releaseRequest_sent 1
#define releaseRequest_none 0

/* The policy in the small. Change a number here, and everything below follows it. */
#define policy_noticeVersion 1  /* the version of the notice that is in force */
#define policy_verificationValidity 3  /* ticks: how long a verified phone stays verified */
#define policy_accountKept 3  /* ticks: how long an account stays after the day of its last pass, once its verification has expired */
#define policy_consentAsked consentAsked_everyPass  /* whether consent is asked for at every pass or once, at first use */
#define policy_consentSession 1  /* ticks: how long one consent covers a pass and its renewals when it is asked for at every pass */
#define policy_passLifetime 1  /* ticks: how long a pass is shown */
#define policy_clockSkew 1  /* ticks: how far the clocks of two parties may differ */
#define policy_retention 2  /* ticks: how long a visit is kept, counted from the start of the Seoul day of its pass */
#define policy_caseVenues 20  /* venues of a case */
#define policy_caseWindow 1  /* ticks: the longest window of a case at a venue */
#define policy_caseDecision 1  /* ticks: how long a requested case waits for its second officer */
#define policy_officersRequired 2  /* different officers who must stand behind a case */
#define policy_caseLifetime 1  /* ticks: how long a case lives from its approval */
#define policy_caseRecords 10000  /* records of a case */
#define policy_caseAnswerKept 1  /* ticks: how long what a case learned is kept */
#define policy_passesPerMinute 20  /* passes a person may ask for in a minute */
#define policy_scansPerMinute 600  /* scans a venue may deliver in a minute */
#define policy_passUseless 4  /* ticks: after this time online nothing is stored under a pass */
#define policy_lateDelivery 1  /* ticks: how late a venue without network may deliver a scan */
#define policy_joinableAtLeast 1  /* ticks: how long a stored visit can be joined at the least */
#define policy_witnessesRequired 2  /* other parties who must have cosigned the log in which a case or its release stands */
#define policy_nationRecordsPerDay 100000  /* records released in the nation in a day */
#define policy_sweepLateness 1  /* ticks: how late the sweep that erases may be; a read never waits for it */
#define in_collectionLevels(word) ((word) == crisisLevel_alert || (word) == crisisLevel_serious)
#define in_caseGrounds(word) ((word) == ground_investigation)

/* Instants and durations. Nothing is added to an instant that never comes. */
#define NEVER 999
#define NOBODY 0
#define SINCE_EVER (-NEVER)
#define TICKS_A_DAY 1
/* Instants further back than this are all the same. */
#define HORIZON 3
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
typedef Disclosure {
  byte state = disclosure_absent;
  byte requestedBy = NOBODY;
  byte approvedBy = NOBODY;
  byte ground = 0;
  short lapseAt = NEVER;
  short answerEndsAt = NEVER
}

Crisis crisis;  /* country, at the issuer */
Crisis crisisAtCustodian;  /* country, at the custodian */
Consent consent1;  /* first person, at the issuer */
Verification verification1;  /* first person, at the issuer */
Consent consent2;  /* second person, at the issuer */
Verification verification2;  /* second person, at the issuer */
Pass pass1;  /* first pass, at the person */
Visit visit1;  /* first pass, at the custodian */
Pass pass2;  /* second pass, at the person */
Visit visit2;  /* second pass, at the custodian */
Disclosure the_case;  /* case, at the authority */
short withdrawnAt1 = NEVER;
short withdrawnAt2 = NEVER;
short issuedAt1 = NEVER;
byte stored1 = 0;
short issuedAt2 = NEVER;
byte stored2 = 0;
byte scan11 = 0;
short scannedAt11 = NEVER;
byte scan21 = 0;
short scannedAt21 = NEVER;
short scannedAt1 = NEVER;
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
mtype = { nothing, for_not_allowed, for_notice_outdated, for_consent_absent, for_verification_required, for_verification_expired, for_pass_unknown, for_pass_early, for_pass_replayed, for_pass_expired, for_case_without_ground, for_case_without_venue, for_case_venues_exceeded, for_case_window_inverted, for_case_window_exceeded, for_case_window_ahead, for_case_window_erased, for_case_same_officer, for_case_records_exceeded, for_collection_suspended, for_guardian_required, for_consent_outdated, for_consent_required, for_passes_exceeded, for_account_unknown, for_pass_malformed, for_venue_unknown, for_epoch_unknown, for_pass_forged, for_scan_forged, for_challenge_mismatch, for_scans_exceeded, for_scan_ahead, for_scan_before_pass, for_delivery_too_late, for_venue_not_silent, for_officers_too_few, for_case_over, for_nation_records_exceeded, for_case_unlogged, for_release_forged, for_record_unlisted, for_release_answered };
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
hidden int takes2;
hidden byte was_crisisAtCustodian_state;
hidden byte was_consent2_state;
hidden int was_consent2_noticeVersion;
hidden byte was_verification2_state;
hidden int was_verification2_verifiedUntil;
hidden int was_consent2_givenAt;
hidden int brought_ground;
hidden int brought_recordsEndAt;

/* The observer. It counts the moves and the promises, and hashes every transition, in any order, to one number. */
#if !defined(LTL) && !defined(UNOBSERVED)
c_decl {
#define promise_no_pass_without_consent 0
#define promise_no_pass_without_verification 1
#define promise_verification_covers_pass 2
#define promise_withdrawal_stops_issuance 3
#define promise_no_collection_when_suspended 4
#define promise_pass_bounded 5
#define promise_retention_kept 6
#define promise_trace_possible 7
#define promise_stored_once 8
#define promise_two_officers 9
#define promise_within_scope 10
#define promise_disclosure_logged 11
#define promise_join_refuses_withdrawn 12
#define promise_everything_ends 13
  static unsigned long long made[29];
  static unsigned long long met[15], broken[15];
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
    mix(one, other, now.consent2.state);
    mix(one, other, now.consent2.noticeVersion);
    mix(one, other, now.consent2.givenAt);
    mix(one, other, now.consent2.endsAt);
    mix(one, other, now.verification2.state);
    mix(one, other, now.verification2.sendsEndAt);
    mix(one, other, now.verification2.codeEndsAt);
    mix(one, other, now.verification2.verifiedUntil);
    mix(one, other, now.verification2.lockedUntil);
    mix(one, other, now.verification2.accountEndsAt);
    mix(one, other, now.pass1.state);
    mix(one, other, now.pass1.issuedAt);
    mix(one, other, now.pass1.expiresAt);
    mix(one, other, now.visit1.state);
    mix(one, other, now.visit1.eraseAt);
    mix(one, other, now.pass2.state);
    mix(one, other, now.pass2.issuedAt);
    mix(one, other, now.pass2.expiresAt);
    mix(one, other, now.visit2.state);
    mix(one, other, now.visit2.eraseAt);
    mix(one, other, now.the_case.state);
    mix(one, other, now.the_case.requestedBy);
    mix(one, other, now.the_case.approvedBy);
    mix(one, other, now.the_case.ground);
    mix(one, other, now.the_case.lapseAt);
    mix(one, other, now.the_case.answerEndsAt);
    mix(one, other, now.withdrawnAt1);
    mix(one, other, now.withdrawnAt2);
    mix(one, other, now.issuedAt1);
    mix(one, other, now.stored1);
    mix(one, other, now.issuedAt2);
    mix(one, other, now.stored2);
    mix(one, other, now.scan11);
    mix(one, other, now.scannedAt11);
    mix(one, other, now.scan21);
    mix(one, other, now.scannedAt21);
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
    for (number = 0; number <= 28; number++) printf("observed move %d %llu\n", number, made[number]);
    printf("observed promise no-pass-without-consent %llu %llu\n", met[0], broken[0]);
    printf("observed promise no-pass-without-verification %llu %llu\n", met[1], broken[1]);
    printf("observed promise verification-covers-pass %llu %llu\n", met[2], broken[2]);
    printf("observed promise withdrawal-stops-issuance %llu %llu\n", met[3], broken[3]);
    printf("observed promise no-collection-when-suspended %llu %llu\n", met[4], broken[4]);
    printf("observed promise pass-bounded %llu %llu\n", met[5], broken[5]);
    printf("observed promise retention-kept %llu %llu\n", met[6], broken[6]);
    printf("observed promise trace-possible %llu %llu\n", met[7], broken[7]);
    printf("observed promise stored-once %llu %llu\n", met[8], broken[8]);
    printf("observed promise two-officers %llu %llu\n", met[9], broken[9]);
    printf("observed promise within-scope %llu %llu\n", met[10], broken[10]);
    printf("observed promise disclosure-logged %llu %llu\n", met[11], broken[11]);
    printf("observed promise join-refuses-withdrawn %llu %llu\n", met[12], broken[12]);
    printf("observed promise everything-ends %llu %llu\n", met[13], broken[13]);
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
bool broken_pass_bounded;
bool broken_retention_kept;
bool broken_trace_possible;
bool broken_stored_once;
bool broken_two_officers;
bool broken_within_scope;
bool broken_disclosure_logged;
bool broken_join_refuses_withdrawn;
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

/* Takes note of the national crisis level; collection stops at once when it no longer allows it. */
inline custodianAnnounceLevel(a_crisis, given_level, at) {
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

  /* level serious at custodian. The crisis level becomes serious. */
  :: d_step { true ->
       BEFORE;
       custodianAnnounceLevel(crisisAtCustodian, crisisLevel_serious, 0);
       AFTER(0)
     }

  /* level attention at custodian. The crisis level falls to attention. */
  :: d_step { true ->
       BEFORE;
       custodianAnnounceLevel(crisisAtCustodian, crisisLevel_attention, 0);
       AFTER(1)
     }

  /* agree 1. The first person agrees to the notice in force. */
  :: d_step { true ->
       BEFORE;
       issuerAgree(crisis, consent1, policy_noticeVersion, 0, 0, 0);
       orderConsent(consent1);
       AFTER(2)
     }

  /* issue pass1 to 1. The first person asks for a pass, and it is shown as a QR code. */
  :: d_step { !(issuedAt1 != NEVER) ->
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
       AFTER(3)
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
       AFTER(4)
     }

  /* scan pass1 at 1. The first pass, or a picture of it, is scanned at the first venue and sent on. */
  :: d_step { issuedAt1 != NEVER && scan11 == scan_none ->
       BEFORE;
       scan11 = scan_sent;
       scannedAt11 = 0;
       AFTER(5)
     }

  /* keep pass1 at 1. The first pass, or a picture of it, is scanned at the first venue, which has no network and keeps the scan. */
  :: d_step { issuedAt1 != NEVER && scan11 == scan_none ->
       BEFORE;
       scan11 = scan_kept;
       scannedAt11 = 0;
       AFTER(6)
     }

  /* deliver pass1 from 1. The scan of the first pass that the first venue sent reaches the custodian. */
  :: d_step { scan11 == scan_sent ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass1);
       custodianRecord(crisisAtCustodian, pass1, visit1, 1, 1, 1, 1, 1, 1, 0, scannedAt11, issuedAt1, 0);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), (!(0 >= LATER(issuedAt1, policy_passUseless))));
            promised(retention_kept, (true), ((visit1.eraseAt != NEVER && LATER(START_OF_DAY(issuedAt1), policy_retention) >= visit1.eraseAt) && (LATER(START_OF_DAY(issuedAt1), policy_retention) != NEVER && visit1.eraseAt >= LATER(START_OF_DAY(issuedAt1), policy_retention))));
            promised(trace_possible, (true), (visit1.eraseAt != NEVER && (LATER(scannedAt11, policy_joinableAtLeast) != NEVER && visit1.eraseAt >= LATER(scannedAt11, policy_joinableAtLeast))));
            promised(stored_once, (true), (EARLIEST(stored1 + 1, 2) == 1));
            scan11 = scan_none;
            scannedAt11 = NEVER;
            stored1 = EARLIEST(stored1 + 1, 2)
       :: else ->
            giveBackPass(pass1);
            scan11 = scan_none;
            scannedAt11 = NEVER
       fi;
       orderPass(pass1);
       orderVisit(visit1);
       AFTER(7)
     }

  /* deliver late pass1 from 1. The scan of the first pass that the first venue kept reaches the custodian. */
  :: d_step { scan11 == scan_kept ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass1);
       custodianRecordLate(crisisAtCustodian, pass1, visit1, 1, 1, 1, 1, 1, 1, 0, scannedAt11, issuedAt1, 1, 0);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), ((!(LATER(issuedAt1, policy_passUseless) != NEVER && scannedAt11 >= LATER(issuedAt1, policy_passUseless))) && !(0 >= LATER(scannedAt11, policy_lateDelivery))));
            promised(retention_kept, (true), ((visit1.eraseAt != NEVER && LATER(START_OF_DAY(issuedAt1), policy_retention) >= visit1.eraseAt) && (LATER(START_OF_DAY(issuedAt1), policy_retention) != NEVER && visit1.eraseAt >= LATER(START_OF_DAY(issuedAt1), policy_retention))));
            promised(trace_possible, (true), (visit1.eraseAt != NEVER && (LATER(scannedAt11, policy_joinableAtLeast) != NEVER && visit1.eraseAt >= LATER(scannedAt11, policy_joinableAtLeast))));
            promised(stored_once, (true), (EARLIEST(stored1 + 1, 2) == 1));
            scan11 = scan_none;
            scannedAt11 = NEVER;
            stored1 = EARLIEST(stored1 + 1, 2)
       :: else ->
            giveBackPass(pass1);
            scan11 = scan_none;
            scannedAt11 = NEVER
       fi;
       orderPass(pass1);
       orderVisit(visit1);
       AFTER(8)
     }

  /* agree 2. The second person agrees to the notice in force. */
  :: d_step { true ->
       BEFORE;
       issuerAgree(crisis, consent2, policy_noticeVersion, 0, 0, 0);
       orderConsent(consent2);
       AFTER(9)
     }

  /* issue pass2 to 2. The second person asks for a pass, and it is shown as a QR code. */
  :: d_step { !(issuedAt2 != NEVER) ->
       BEFORE;
       was_consent2_state = consent2.state;
       was_consent2_noticeVersion = consent2.noticeVersion;
       was_verification2_state = verification2.state;
       was_verification2_verifiedUntil = verification2.verifiedUntil;
       was_consent2_givenAt = consent2.givenAt;
       was_crisis_state = crisis.state;
       keepPass(pass2);
       issuerIssue(crisis, consent2, verification2, pass2, 0, 0);
       if
       :: refused == nothing ->
            promised(no_pass_without_consent, (true), (was_consent2_state == consent_given && was_consent2_noticeVersion == policy_noticeVersion));
            promised(no_pass_without_verification, (true), (was_verification2_state == verification_verified || was_verification2_state == verification_renewing));
            promised(verification_covers_pass, (true), (was_verification2_verifiedUntil != NEVER && !(0 >= was_verification2_verifiedUntil) && policy_passLifetime + policy_clockSkew < policy_verificationValidity));
            promised(withdrawal_stops_issuance, (withdrawnAt2 != NEVER), (was_consent2_givenAt != NEVER && (withdrawnAt2 != NEVER && was_consent2_givenAt >= withdrawnAt2)));
            promised(no_collection_when_suspended, (true), (was_crisis_state == crisis_active));
            issuedAt2 = 0
       :: else ->
            giveBackPass(pass2)
       fi;
       orderConsent(consent2);
       orderVerification(verification2);
       orderPass(pass2);
       AFTER(10)
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
       AFTER(11)
     }

  /* scan pass2 at 1. The second pass, or a picture of it, is scanned at the first venue and sent on. */
  :: d_step { issuedAt2 != NEVER && scan21 == scan_none ->
       BEFORE;
       scan21 = scan_sent;
       scannedAt21 = 0;
       AFTER(12)
     }

  /* deliver pass2 from 1. The scan of the second pass that the first venue sent reaches the custodian. */
  :: d_step { scan21 == scan_sent ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass2);
       custodianRecord(crisisAtCustodian, pass2, visit2, 1, 1, 1, 1, 1, 1, 0, scannedAt21, issuedAt2, 0);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), (!(0 >= LATER(issuedAt2, policy_passUseless))));
            promised(retention_kept, (true), ((visit2.eraseAt != NEVER && LATER(START_OF_DAY(issuedAt2), policy_retention) >= visit2.eraseAt) && (LATER(START_OF_DAY(issuedAt2), policy_retention) != NEVER && visit2.eraseAt >= LATER(START_OF_DAY(issuedAt2), policy_retention))));
            promised(trace_possible, (true), (visit2.eraseAt != NEVER && (LATER(scannedAt21, policy_joinableAtLeast) != NEVER && visit2.eraseAt >= LATER(scannedAt21, policy_joinableAtLeast))));
            promised(stored_once, (true), (EARLIEST(stored2 + 1, 2) == 1));
            scan21 = scan_none;
            scannedAt21 = NEVER;
            stored2 = EARLIEST(stored2 + 1, 2)
       :: else ->
            giveBackPass(pass2);
            scan21 = scan_none;
            scannedAt21 = NEVER
       fi;
       orderPass(pass2);
       orderVisit(visit2);
       AFTER(13)
     }

  /* remember the scan of pass1. The authority learns of a visit that matters. */
  :: d_step { visit1.state == visit_recorded && !(scannedAt1 != NEVER) ->
       BEFORE;
       scannedAt1 = 0;
       AFTER(14)
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
       AFTER(15)
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
       AFTER(16)
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
       AFTER(17)
     }

  /* deny by first. The first officer denies the case. */
  :: d_step { true ->
       BEFORE;
       authorityDeny(the_case, id_first, 0);
       orderDisclosure(the_case);
       AFTER(18)
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
       AFTER(19)
     }

  /* deny by second. The second officer denies the case. */
  :: d_step { true ->
       BEFORE;
       authorityDeny(the_case, id_second, 0);
       orderDisclosure(the_case);
       AFTER(20)
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
       AFTER(21)
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
       AFTER(22)
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
       AFTER(23)
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
       AFTER(24)
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
       AFTER(25)
     }

  /* close the case. The case is closed and what it learned is erased. */
  :: d_step { true ->
       BEFORE;
       authorityClose(the_case, 0);
       orderDisclosure(the_case);
       AFTER(26)
     }

  /* lose the answer. The answer is lost on its way. */
  :: d_step { answer == releaseRequest_sent ->
       BEFORE;
       answer = releaseRequest_none;
       AFTER(27)
     }

  /* time passes. One tick passes, unless a sweep would then be later than it may. */
  :: d_step { true ->
       BEFORE;
       ageConsent(consent1);
       ageVerification(verification1);
       ageConsent(consent2);
       ageVerification(verification2);
       agePass(pass1);
       ageVisit(visit1);
       agePass(pass2);
       ageVisit(visit2);
       ageDisclosure(the_case);
       older(withdrawnAt1);
       older(withdrawnAt2);
       older(issuedAt1);
       older(issuedAt2);
       older(scannedAt11);
       older(scannedAt21);
       older(scannedAt1);
       older(windowStart);
       older(windowEnd);
       older(approvedAt);
       settleConsent(consent1, 0);
       settleVerification(verification1, SINCE_EVER, 0);
       settleConsent(consent2, 0);
       settleVerification(verification2, SINCE_EVER, 0);
       settleVisit(visit1, 0);
       settleVisit(visit2, 0);
       settleDisclosure(the_case, 0);
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
       promised(retention_kept, (visit1.eraseAt != NEVER), (LATER(visit1.eraseAt, policy_sweepLateness) >= 0));
       promised(everything_ends, (visit1.eraseAt != NEVER), (LATER(visit1.eraseAt, policy_sweepLateness) >= 0));
       promised(retention_kept, (visit2.eraseAt != NEVER), (LATER(visit2.eraseAt, policy_sweepLateness) >= 0));
       promised(everything_ends, (visit2.eraseAt != NEVER), (LATER(visit2.eraseAt, policy_sweepLateness) >= 0));
       promised(everything_ends, ((the_case.state == disclosure_requested || the_case.state == disclosure_approved || the_case.state == disclosure_released) && the_case.lapseAt != NEVER), (LATER(the_case.lapseAt, policy_sweepLateness) >= 0));
       promised(retention_kept, (the_case.answerEndsAt != NEVER), (LATER(the_case.answerEndsAt, policy_sweepLateness) >= 0));
       promised(everything_ends, (the_case.answerEndsAt != NEVER), (LATER(the_case.answerEndsAt, policy_sweepLateness) >= 0));
       orderConsent(consent1);
       orderVerification(verification1);
       orderConsent(consent2);
       orderVerification(verification2);
       orderPass(pass1);
       orderVisit(visit1);
       orderPass(pass2);
       orderVisit(visit2);
       orderDisclosure(the_case);
       clip(withdrawnAt1);
       clip(withdrawnAt2);
       clip(issuedAt1);
       clip(issuedAt2);
       clip(scannedAt11);
       clip(scannedAt21);
       clip(scannedAt1);
       clip(windowStart);
       clip(windowEnd);
       clip(approvedAt);
       TICKED;
       AFTER(28)
     }
  od
}

#ifdef LTL
/* All promises in one search: where this holds, each of them does. */
ltl all_promises { [] !(broken_no_pass_without_consent || broken_no_pass_without_verification || broken_verification_covers_pass || broken_withdrawal_stops_issuance || broken_no_collection_when_suspended || broken_pass_bounded || broken_retention_kept || broken_trace_possible || broken_stored_once || broken_two_officers || broken_within_scope || broken_disclosure_logged || broken_join_refuses_withdrawn || broken_everything_ends) }
ltl no_pass_without_consent { [] !broken_no_pass_without_consent }
ltl no_pass_without_verification { [] !broken_no_pass_without_verification }
ltl verification_covers_pass { [] !broken_verification_covers_pass }
ltl withdrawal_stops_issuance { [] !broken_withdrawal_stops_issuance }
ltl no_collection_when_suspended { [] !broken_no_collection_when_suspended }
ltl pass_bounded { [] !broken_pass_bounded }
ltl retention_kept { [] !broken_retention_kept }
ltl trace_possible { [] !broken_trace_possible }
ltl stored_once { [] !broken_stored_once }
ltl two_officers { [] !broken_two_officers }
ltl within_scope { [] !broken_within_scope }
ltl disclosure_logged { [] !broken_disclosure_logged }
ltl join_refuses_withdrawn { [] !broken_join_refuses_withdrawn }
ltl everything_ends { [] !broken_everything_ends }
#ifndef TIMELESS
/* If time goes on, then whenever the one holds the other holds at last. */
ltl at_last_case { ([]<> tick && []<> !tick) -> [] ((the_case.state == disclosure_requested || the_case.state == disclosure_approved || the_case.state == disclosure_released || the_case.state == disclosure_answered) -> <> ((the_case.state == disclosure_closed || the_case.state == disclosure_denied || the_case.state == disclosure_lapsed) || (!(the_case.lapseAt != NEVER || the_case.answerEndsAt != NEVER)))) }
#endif
#endif
