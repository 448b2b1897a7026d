/* Generated from models/ by entrylog generate. Stamp 098db7247bff9de3. */
/*
 * The slice door. Passes are scanned, delivered at once or late, copied and made up; the custodian stores each once.
 * The gate: a pass is issued to anybody at any time. Keys and cases: a visit is only kept and erased.
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
#define crisisLevel_attention 0
#define scan_sent 1
#define scan_none 0
#define scan_kept 2

/* The policy in the small. Change a number here, and everything below follows it. */
#define policy_passLifetime 1  /* ticks: how long a pass is shown */
#define policy_clockSkew 1  /* ticks: how far the clocks of two parties may differ */
#define policy_retention 3  /* ticks: how long a visit is kept, counted from the start of the Seoul day of its pass */
#define policy_scansPerMinute 600  /* scans a venue may deliver in a minute */
#define policy_passUseless 4  /* ticks: after this time online nothing is stored under a pass */
#define policy_lateDelivery 2  /* ticks: how late a venue without network may deliver a scan */
#define policy_joinableAtLeast 1  /* ticks: how long a stored visit can be joined at the least */
#define policy_sweepLateness 1  /* ticks: how late the sweep that erases may be; a read never waits for it */
#define in_collectionLevels(word) ((word) == crisisLevel_alert || (word) == crisisLevel_serious)

/* Instants and durations. Nothing is added to an instant that never comes. */
#define NEVER 999
#define NOBODY 0
#define SINCE_EVER (-NEVER)
#define TICKS_A_DAY 1
/* Instants further back than this are all the same. */
#define HORIZON 4
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
#define pass_unissued 0
#define pass_issued 1
#define pass_accepted 2
#define pass_expired 3
#define visit_absent 0
#define visit_recorded 1
#define visit_disclosed 2
#define visit_erased 3

/* Where everything begins, and what is told apart. */
typedef Crisis {
  byte state = crisis_active
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

Crisis crisisAtCustodian;  /* country, at the custodian */
Pass pass1;  /* first pass, at the person */
Visit visit1;  /* first pass, at the custodian */
Pass pass2;  /* second pass, at the person */
Visit visit2;  /* second pass, at the custodian */
short issuedAt1 = NEVER;
byte stored1 = 0;
short issuedAt2 = NEVER;
byte stored2 = 0;
byte scan11 = 0;
short scannedAt11 = NEVER;
byte scan12 = 0;
short scannedAt12 = NEVER;
byte scan21 = 0;
short scannedAt21 = NEVER;
byte scan22 = 0;
short scannedAt22 = NEVER;

/* What a move works with; no part of the state, because every move sets it before it reads it. */
mtype = { nothing, for_not_allowed, for_pass_unknown, for_pass_early, for_pass_replayed, for_pass_expired, for_collection_suspended, for_pass_malformed, for_venue_unknown, for_epoch_unknown, for_pass_forged, for_scan_forged, for_challenge_mismatch, for_scans_exceeded, for_scan_ahead, for_scan_before_pass, for_delivery_too_late, for_venue_not_silent };
hidden mtype refused;
hidden byte keptPass_state;
hidden short keptPass_issuedAt;
hidden short keptPass_expiresAt;
hidden byte firings;
hidden byte was_crisisAtCustodian_state;

/* The observer. It counts the moves and the promises, and hashes every transition, in any order, to one number. */
#if !defined(LTL) && !defined(UNOBSERVED)
c_decl {
#define promise_no_collection_when_suspended 0
#define promise_pass_bounded 1
#define promise_retention_kept 2
#define promise_trace_possible 3
#define promise_stored_once 4
#define promise_everything_ends 5
  static unsigned long long made[71];
  static unsigned long long met[7], broken[7];
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
    mix(one, other, now.crisisAtCustodian.state);
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
    mix(one, other, now.issuedAt1);
    mix(one, other, now.stored1);
    mix(one, other, now.issuedAt2);
    mix(one, other, now.stored2);
    mix(one, other, now.scan11);
    mix(one, other, now.scannedAt11);
    mix(one, other, now.scan12);
    mix(one, other, now.scannedAt12);
    mix(one, other, now.scan21);
    mix(one, other, now.scannedAt21);
    mix(one, other, now.scan22);
    mix(one, other, now.scannedAt22);
  }
  static void tell(void) {
    int number;
    for (number = 0; number <= 70; number++) printf("observed move %d %llu\n", number, made[number]);
    printf("observed promise no-collection-when-suspended %llu %llu\n", met[0], broken[0]);
    printf("observed promise pass-bounded %llu %llu\n", met[1], broken[1]);
    printf("observed promise retention-kept %llu %llu\n", met[2], broken[2]);
    printf("observed promise trace-possible %llu %llu\n", met[3], broken[3]);
    printf("observed promise stored-once %llu %llu\n", met[4], broken[4]);
    printf("observed promise everything-ends %llu %llu\n", met[5], broken[5]);
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
bool broken_no_collection_when_suspended;
bool broken_pass_bounded;
bool broken_retention_kept;
bool broken_trace_possible;
bool broken_stored_once;
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

/* Takes note of the national crisis level; collection stops at once when it no longer allows it. */
inline custodianAnnounceLevel(a_crisis, given_level, at) {
  refused = nothing;
  crisisLevelAnnounced(a_crisis, given_level, at)
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

  /* issue pass1. The first pass is issued. */
  :: d_step { pass1.state == pass_unissued ->
       BEFORE;
       keepPass(pass1);
       refused = nothing;
       settlePass(pass1, 0);
       passPassIssued(pass1, 0);
       settlePass(pass1, 0);
       if
       :: refused == nothing ->
            issuedAt1 = 0
       :: else ->
            giveBackPass(pass1)
       fi;
       orderPass(pass1);
       AFTER(2)
     }

  /* issue pass1 by a clock ahead. The first pass is issued by a clock ahead. */
  :: d_step { pass1.state == pass_unissued ->
       BEFORE;
       keepPass(pass1);
       refused = nothing;
       settlePass(pass1, policy_clockSkew);
       passPassIssued(pass1, policy_clockSkew);
       settlePass(pass1, policy_clockSkew);
       if
       :: refused == nothing ->
            issuedAt1 = policy_clockSkew;
            clip(issuedAt1)
       :: else ->
            giveBackPass(pass1)
       fi;
       orderPass(pass1);
       AFTER(3)
     }

  /* scan pass1 at 1. The first pass, or a picture of it, is scanned at the first venue and sent on. */
  :: d_step { issuedAt1 != NEVER && scan11 == scan_none ->
       BEFORE;
       scan11 = scan_sent;
       scannedAt11 = 0;
       AFTER(4)
     }

  /* keep pass1 at 1. The first pass, or a picture of it, is scanned at the first venue, which has no network and keeps the scan. */
  :: d_step { issuedAt1 != NEVER && scan11 == scan_none ->
       BEFORE;
       scan11 = scan_kept;
       scannedAt11 = 0;
       AFTER(5)
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
       AFTER(6)
     }

  /* deliver pass1 from 1 and again. The scan of the first pass that the first venue sent reaches the custodian, and a copy is still on its way. */
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
            stored1 = EARLIEST(stored1 + 1, 2)
       :: else ->
            giveBackPass(pass1)
       fi;
       orderPass(pass1);
       orderVisit(visit1);
       AFTER(7)
     }

  /* deliver pass1 from 1 by a clock ahead. The scan of the first pass that the first venue sent reaches the custodian by a clock ahead. */
  :: d_step { scan11 == scan_sent ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass1);
       custodianRecord(crisisAtCustodian, pass1, visit1, 1, 1, 1, 1, 1, 1, 0, scannedAt11, issuedAt1, policy_clockSkew);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), (!(policy_clockSkew >= LATER(issuedAt1, policy_passUseless))));
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

  /* deliver pass1 from 1 by a clock ahead and again. The scan of the first pass that the first venue sent reaches the custodian by a clock ahead, and a copy is still on its way. */
  :: d_step { scan11 == scan_sent ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass1);
       custodianRecord(crisisAtCustodian, pass1, visit1, 1, 1, 1, 1, 1, 1, 0, scannedAt11, issuedAt1, policy_clockSkew);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), (!(policy_clockSkew >= LATER(issuedAt1, policy_passUseless))));
            promised(retention_kept, (true), ((visit1.eraseAt != NEVER && LATER(START_OF_DAY(issuedAt1), policy_retention) >= visit1.eraseAt) && (LATER(START_OF_DAY(issuedAt1), policy_retention) != NEVER && visit1.eraseAt >= LATER(START_OF_DAY(issuedAt1), policy_retention))));
            promised(trace_possible, (true), (visit1.eraseAt != NEVER && (LATER(scannedAt11, policy_joinableAtLeast) != NEVER && visit1.eraseAt >= LATER(scannedAt11, policy_joinableAtLeast))));
            promised(stored_once, (true), (EARLIEST(stored1 + 1, 2) == 1));
            stored1 = EARLIEST(stored1 + 1, 2)
       :: else ->
            giveBackPass(pass1)
       fi;
       orderPass(pass1);
       orderVisit(visit1);
       AFTER(9)
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
       AFTER(10)
     }

  /* deliver late pass1 from 1 and again. The scan of the first pass that the first venue kept reaches the custodian, and a copy is still on its way. */
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
            stored1 = EARLIEST(stored1 + 1, 2)
       :: else ->
            giveBackPass(pass1)
       fi;
       orderPass(pass1);
       orderVisit(visit1);
       AFTER(11)
     }

  /* deliver late pass1 from 1 by a clock ahead. The scan of the first pass that the first venue kept reaches the custodian by a clock ahead. */
  :: d_step { scan11 == scan_kept ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass1);
       custodianRecordLate(crisisAtCustodian, pass1, visit1, 1, 1, 1, 1, 1, 1, 0, scannedAt11, issuedAt1, 1, policy_clockSkew);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), ((!(LATER(issuedAt1, policy_passUseless) != NEVER && scannedAt11 >= LATER(issuedAt1, policy_passUseless))) && !(policy_clockSkew >= LATER(scannedAt11, policy_lateDelivery))));
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
       AFTER(12)
     }

  /* deliver late pass1 from 1 by a clock ahead and again. The scan of the first pass that the first venue kept reaches the custodian by a clock ahead, and a copy is still on its way. */
  :: d_step { scan11 == scan_kept ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass1);
       custodianRecordLate(crisisAtCustodian, pass1, visit1, 1, 1, 1, 1, 1, 1, 0, scannedAt11, issuedAt1, 1, policy_clockSkew);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), ((!(LATER(issuedAt1, policy_passUseless) != NEVER && scannedAt11 >= LATER(issuedAt1, policy_passUseless))) && !(policy_clockSkew >= LATER(scannedAt11, policy_lateDelivery))));
            promised(retention_kept, (true), ((visit1.eraseAt != NEVER && LATER(START_OF_DAY(issuedAt1), policy_retention) >= visit1.eraseAt) && (LATER(START_OF_DAY(issuedAt1), policy_retention) != NEVER && visit1.eraseAt >= LATER(START_OF_DAY(issuedAt1), policy_retention))));
            promised(trace_possible, (true), (visit1.eraseAt != NEVER && (LATER(scannedAt11, policy_joinableAtLeast) != NEVER && visit1.eraseAt >= LATER(scannedAt11, policy_joinableAtLeast))));
            promised(stored_once, (true), (EARLIEST(stored1 + 1, 2) == 1));
            stored1 = EARLIEST(stored1 + 1, 2)
       :: else ->
            giveBackPass(pass1)
       fi;
       orderPass(pass1);
       orderVisit(visit1);
       AFTER(13)
     }

  /* lose pass1 from 1. The scan of the first pass from the first venue is lost on its way. */
  :: d_step { !(scan11 == scan_none) ->
       BEFORE;
       scan11 = scan_none;
       scannedAt11 = NEVER;
       AFTER(14)
     }

  /* scan pass1 at 2. The first pass, or a picture of it, is scanned at the second venue and sent on. */
  :: d_step { issuedAt1 != NEVER && scan12 == scan_none ->
       BEFORE;
       scan12 = scan_sent;
       scannedAt12 = 0;
       AFTER(15)
     }

  /* keep pass1 at 2. The first pass, or a picture of it, is scanned at the second venue, which has no network and keeps the scan. */
  :: d_step { issuedAt1 != NEVER && scan12 == scan_none ->
       BEFORE;
       scan12 = scan_kept;
       scannedAt12 = 0;
       AFTER(16)
     }

  /* deliver pass1 from 2. The scan of the first pass that the second venue sent reaches the custodian. */
  :: d_step { scan12 == scan_sent ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass1);
       custodianRecord(crisisAtCustodian, pass1, visit1, 1, 1, 1, 1, 1, 1, 0, scannedAt12, issuedAt1, 0);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), (!(0 >= LATER(issuedAt1, policy_passUseless))));
            promised(retention_kept, (true), ((visit1.eraseAt != NEVER && LATER(START_OF_DAY(issuedAt1), policy_retention) >= visit1.eraseAt) && (LATER(START_OF_DAY(issuedAt1), policy_retention) != NEVER && visit1.eraseAt >= LATER(START_OF_DAY(issuedAt1), policy_retention))));
            promised(trace_possible, (true), (visit1.eraseAt != NEVER && (LATER(scannedAt12, policy_joinableAtLeast) != NEVER && visit1.eraseAt >= LATER(scannedAt12, policy_joinableAtLeast))));
            promised(stored_once, (true), (EARLIEST(stored1 + 1, 2) == 1));
            scan12 = scan_none;
            scannedAt12 = NEVER;
            stored1 = EARLIEST(stored1 + 1, 2)
       :: else ->
            giveBackPass(pass1);
            scan12 = scan_none;
            scannedAt12 = NEVER
       fi;
       orderPass(pass1);
       orderVisit(visit1);
       AFTER(17)
     }

  /* deliver pass1 from 2 and again. The scan of the first pass that the second venue sent reaches the custodian, and a copy is still on its way. */
  :: d_step { scan12 == scan_sent ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass1);
       custodianRecord(crisisAtCustodian, pass1, visit1, 1, 1, 1, 1, 1, 1, 0, scannedAt12, issuedAt1, 0);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), (!(0 >= LATER(issuedAt1, policy_passUseless))));
            promised(retention_kept, (true), ((visit1.eraseAt != NEVER && LATER(START_OF_DAY(issuedAt1), policy_retention) >= visit1.eraseAt) && (LATER(START_OF_DAY(issuedAt1), policy_retention) != NEVER && visit1.eraseAt >= LATER(START_OF_DAY(issuedAt1), policy_retention))));
            promised(trace_possible, (true), (visit1.eraseAt != NEVER && (LATER(scannedAt12, policy_joinableAtLeast) != NEVER && visit1.eraseAt >= LATER(scannedAt12, policy_joinableAtLeast))));
            promised(stored_once, (true), (EARLIEST(stored1 + 1, 2) == 1));
            stored1 = EARLIEST(stored1 + 1, 2)
       :: else ->
            giveBackPass(pass1)
       fi;
       orderPass(pass1);
       orderVisit(visit1);
       AFTER(18)
     }

  /* deliver pass1 from 2 by a clock ahead. The scan of the first pass that the second venue sent reaches the custodian by a clock ahead. */
  :: d_step { scan12 == scan_sent ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass1);
       custodianRecord(crisisAtCustodian, pass1, visit1, 1, 1, 1, 1, 1, 1, 0, scannedAt12, issuedAt1, policy_clockSkew);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), (!(policy_clockSkew >= LATER(issuedAt1, policy_passUseless))));
            promised(retention_kept, (true), ((visit1.eraseAt != NEVER && LATER(START_OF_DAY(issuedAt1), policy_retention) >= visit1.eraseAt) && (LATER(START_OF_DAY(issuedAt1), policy_retention) != NEVER && visit1.eraseAt >= LATER(START_OF_DAY(issuedAt1), policy_retention))));
            promised(trace_possible, (true), (visit1.eraseAt != NEVER && (LATER(scannedAt12, policy_joinableAtLeast) != NEVER && visit1.eraseAt >= LATER(scannedAt12, policy_joinableAtLeast))));
            promised(stored_once, (true), (EARLIEST(stored1 + 1, 2) == 1));
            scan12 = scan_none;
            scannedAt12 = NEVER;
            stored1 = EARLIEST(stored1 + 1, 2)
       :: else ->
            giveBackPass(pass1);
            scan12 = scan_none;
            scannedAt12 = NEVER
       fi;
       orderPass(pass1);
       orderVisit(visit1);
       AFTER(19)
     }

  /* deliver pass1 from 2 by a clock ahead and again. The scan of the first pass that the second venue sent reaches the custodian by a clock ahead, and a copy is still on its way. */
  :: d_step { scan12 == scan_sent ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass1);
       custodianRecord(crisisAtCustodian, pass1, visit1, 1, 1, 1, 1, 1, 1, 0, scannedAt12, issuedAt1, policy_clockSkew);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), (!(policy_clockSkew >= LATER(issuedAt1, policy_passUseless))));
            promised(retention_kept, (true), ((visit1.eraseAt != NEVER && LATER(START_OF_DAY(issuedAt1), policy_retention) >= visit1.eraseAt) && (LATER(START_OF_DAY(issuedAt1), policy_retention) != NEVER && visit1.eraseAt >= LATER(START_OF_DAY(issuedAt1), policy_retention))));
            promised(trace_possible, (true), (visit1.eraseAt != NEVER && (LATER(scannedAt12, policy_joinableAtLeast) != NEVER && visit1.eraseAt >= LATER(scannedAt12, policy_joinableAtLeast))));
            promised(stored_once, (true), (EARLIEST(stored1 + 1, 2) == 1));
            stored1 = EARLIEST(stored1 + 1, 2)
       :: else ->
            giveBackPass(pass1)
       fi;
       orderPass(pass1);
       orderVisit(visit1);
       AFTER(20)
     }

  /* deliver late pass1 from 2. The scan of the first pass that the second venue kept reaches the custodian. */
  :: d_step { scan12 == scan_kept ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass1);
       custodianRecordLate(crisisAtCustodian, pass1, visit1, 1, 1, 1, 1, 1, 1, 0, scannedAt12, issuedAt1, 1, 0);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), ((!(LATER(issuedAt1, policy_passUseless) != NEVER && scannedAt12 >= LATER(issuedAt1, policy_passUseless))) && !(0 >= LATER(scannedAt12, policy_lateDelivery))));
            promised(retention_kept, (true), ((visit1.eraseAt != NEVER && LATER(START_OF_DAY(issuedAt1), policy_retention) >= visit1.eraseAt) && (LATER(START_OF_DAY(issuedAt1), policy_retention) != NEVER && visit1.eraseAt >= LATER(START_OF_DAY(issuedAt1), policy_retention))));
            promised(trace_possible, (true), (visit1.eraseAt != NEVER && (LATER(scannedAt12, policy_joinableAtLeast) != NEVER && visit1.eraseAt >= LATER(scannedAt12, policy_joinableAtLeast))));
            promised(stored_once, (true), (EARLIEST(stored1 + 1, 2) == 1));
            scan12 = scan_none;
            scannedAt12 = NEVER;
            stored1 = EARLIEST(stored1 + 1, 2)
       :: else ->
            giveBackPass(pass1);
            scan12 = scan_none;
            scannedAt12 = NEVER
       fi;
       orderPass(pass1);
       orderVisit(visit1);
       AFTER(21)
     }

  /* deliver late pass1 from 2 and again. The scan of the first pass that the second venue kept reaches the custodian, and a copy is still on its way. */
  :: d_step { scan12 == scan_kept ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass1);
       custodianRecordLate(crisisAtCustodian, pass1, visit1, 1, 1, 1, 1, 1, 1, 0, scannedAt12, issuedAt1, 1, 0);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), ((!(LATER(issuedAt1, policy_passUseless) != NEVER && scannedAt12 >= LATER(issuedAt1, policy_passUseless))) && !(0 >= LATER(scannedAt12, policy_lateDelivery))));
            promised(retention_kept, (true), ((visit1.eraseAt != NEVER && LATER(START_OF_DAY(issuedAt1), policy_retention) >= visit1.eraseAt) && (LATER(START_OF_DAY(issuedAt1), policy_retention) != NEVER && visit1.eraseAt >= LATER(START_OF_DAY(issuedAt1), policy_retention))));
            promised(trace_possible, (true), (visit1.eraseAt != NEVER && (LATER(scannedAt12, policy_joinableAtLeast) != NEVER && visit1.eraseAt >= LATER(scannedAt12, policy_joinableAtLeast))));
            promised(stored_once, (true), (EARLIEST(stored1 + 1, 2) == 1));
            stored1 = EARLIEST(stored1 + 1, 2)
       :: else ->
            giveBackPass(pass1)
       fi;
       orderPass(pass1);
       orderVisit(visit1);
       AFTER(22)
     }

  /* deliver late pass1 from 2 by a clock ahead. The scan of the first pass that the second venue kept reaches the custodian by a clock ahead. */
  :: d_step { scan12 == scan_kept ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass1);
       custodianRecordLate(crisisAtCustodian, pass1, visit1, 1, 1, 1, 1, 1, 1, 0, scannedAt12, issuedAt1, 1, policy_clockSkew);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), ((!(LATER(issuedAt1, policy_passUseless) != NEVER && scannedAt12 >= LATER(issuedAt1, policy_passUseless))) && !(policy_clockSkew >= LATER(scannedAt12, policy_lateDelivery))));
            promised(retention_kept, (true), ((visit1.eraseAt != NEVER && LATER(START_OF_DAY(issuedAt1), policy_retention) >= visit1.eraseAt) && (LATER(START_OF_DAY(issuedAt1), policy_retention) != NEVER && visit1.eraseAt >= LATER(START_OF_DAY(issuedAt1), policy_retention))));
            promised(trace_possible, (true), (visit1.eraseAt != NEVER && (LATER(scannedAt12, policy_joinableAtLeast) != NEVER && visit1.eraseAt >= LATER(scannedAt12, policy_joinableAtLeast))));
            promised(stored_once, (true), (EARLIEST(stored1 + 1, 2) == 1));
            scan12 = scan_none;
            scannedAt12 = NEVER;
            stored1 = EARLIEST(stored1 + 1, 2)
       :: else ->
            giveBackPass(pass1);
            scan12 = scan_none;
            scannedAt12 = NEVER
       fi;
       orderPass(pass1);
       orderVisit(visit1);
       AFTER(23)
     }

  /* deliver late pass1 from 2 by a clock ahead and again. The scan of the first pass that the second venue kept reaches the custodian by a clock ahead, and a copy is still on its way. */
  :: d_step { scan12 == scan_kept ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass1);
       custodianRecordLate(crisisAtCustodian, pass1, visit1, 1, 1, 1, 1, 1, 1, 0, scannedAt12, issuedAt1, 1, policy_clockSkew);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), ((!(LATER(issuedAt1, policy_passUseless) != NEVER && scannedAt12 >= LATER(issuedAt1, policy_passUseless))) && !(policy_clockSkew >= LATER(scannedAt12, policy_lateDelivery))));
            promised(retention_kept, (true), ((visit1.eraseAt != NEVER && LATER(START_OF_DAY(issuedAt1), policy_retention) >= visit1.eraseAt) && (LATER(START_OF_DAY(issuedAt1), policy_retention) != NEVER && visit1.eraseAt >= LATER(START_OF_DAY(issuedAt1), policy_retention))));
            promised(trace_possible, (true), (visit1.eraseAt != NEVER && (LATER(scannedAt12, policy_joinableAtLeast) != NEVER && visit1.eraseAt >= LATER(scannedAt12, policy_joinableAtLeast))));
            promised(stored_once, (true), (EARLIEST(stored1 + 1, 2) == 1));
            stored1 = EARLIEST(stored1 + 1, 2)
       :: else ->
            giveBackPass(pass1)
       fi;
       orderPass(pass1);
       orderVisit(visit1);
       AFTER(24)
     }

  /* lose pass1 from 2. The scan of the first pass from the second venue is lost on its way. */
  :: d_step { !(scan12 == scan_none) ->
       BEFORE;
       scan12 = scan_none;
       scannedAt12 = NEVER;
       AFTER(25)
     }

  /* forge pass1: wellFormed. A scan of the first pass arrives that the custodian can see is not as it should be. */
  :: d_step { issuedAt1 != NEVER ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass1);
       custodianRecord(crisisAtCustodian, pass1, visit1, 0, 1, 1, 1, 1, 1, 0, 0, issuedAt1, 0);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), (!(0 >= LATER(issuedAt1, policy_passUseless))));
            promised(retention_kept, (true), ((visit1.eraseAt != NEVER && LATER(START_OF_DAY(issuedAt1), policy_retention) >= visit1.eraseAt) && (LATER(START_OF_DAY(issuedAt1), policy_retention) != NEVER && visit1.eraseAt >= LATER(START_OF_DAY(issuedAt1), policy_retention))));
            promised(trace_possible, (true), (visit1.eraseAt != NEVER && visit1.eraseAt >= policy_joinableAtLeast));
            promised(stored_once, (true), (EARLIEST(stored1 + 1, 2) == 1));
            stored1 = EARLIEST(stored1 + 1, 2)
       :: else ->
            giveBackPass(pass1)
       fi;
       orderPass(pass1);
       orderVisit(visit1);
       AFTER(26)
     }

  /* forge pass1: venueKnown. A scan of the first pass arrives that the custodian can see is not as it should be. */
  :: d_step { issuedAt1 != NEVER ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass1);
       custodianRecord(crisisAtCustodian, pass1, visit1, 1, 0, 1, 1, 1, 1, 0, 0, issuedAt1, 0);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), (!(0 >= LATER(issuedAt1, policy_passUseless))));
            promised(retention_kept, (true), ((visit1.eraseAt != NEVER && LATER(START_OF_DAY(issuedAt1), policy_retention) >= visit1.eraseAt) && (LATER(START_OF_DAY(issuedAt1), policy_retention) != NEVER && visit1.eraseAt >= LATER(START_OF_DAY(issuedAt1), policy_retention))));
            promised(trace_possible, (true), (visit1.eraseAt != NEVER && visit1.eraseAt >= policy_joinableAtLeast));
            promised(stored_once, (true), (EARLIEST(stored1 + 1, 2) == 1));
            stored1 = EARLIEST(stored1 + 1, 2)
       :: else ->
            giveBackPass(pass1)
       fi;
       orderPass(pass1);
       orderVisit(visit1);
       AFTER(27)
     }

  /* forge pass1: epochKnown. A scan of the first pass arrives that the custodian can see is not as it should be. */
  :: d_step { issuedAt1 != NEVER ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass1);
       custodianRecord(crisisAtCustodian, pass1, visit1, 1, 1, 0, 1, 1, 1, 0, 0, issuedAt1, 0);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), (!(0 >= LATER(issuedAt1, policy_passUseless))));
            promised(retention_kept, (true), ((visit1.eraseAt != NEVER && LATER(START_OF_DAY(issuedAt1), policy_retention) >= visit1.eraseAt) && (LATER(START_OF_DAY(issuedAt1), policy_retention) != NEVER && visit1.eraseAt >= LATER(START_OF_DAY(issuedAt1), policy_retention))));
            promised(trace_possible, (true), (visit1.eraseAt != NEVER && visit1.eraseAt >= policy_joinableAtLeast));
            promised(stored_once, (true), (EARLIEST(stored1 + 1, 2) == 1));
            stored1 = EARLIEST(stored1 + 1, 2)
       :: else ->
            giveBackPass(pass1)
       fi;
       orderPass(pass1);
       orderVisit(visit1);
       AFTER(28)
     }

  /* forge pass1: passSigned. A scan of the first pass arrives that the custodian can see is not as it should be. */
  :: d_step { issuedAt1 != NEVER ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass1);
       custodianRecord(crisisAtCustodian, pass1, visit1, 1, 1, 1, 0, 1, 1, 0, 0, issuedAt1, 0);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), (!(0 >= LATER(issuedAt1, policy_passUseless))));
            promised(retention_kept, (true), ((visit1.eraseAt != NEVER && LATER(START_OF_DAY(issuedAt1), policy_retention) >= visit1.eraseAt) && (LATER(START_OF_DAY(issuedAt1), policy_retention) != NEVER && visit1.eraseAt >= LATER(START_OF_DAY(issuedAt1), policy_retention))));
            promised(trace_possible, (true), (visit1.eraseAt != NEVER && visit1.eraseAt >= policy_joinableAtLeast));
            promised(stored_once, (true), (EARLIEST(stored1 + 1, 2) == 1));
            stored1 = EARLIEST(stored1 + 1, 2)
       :: else ->
            giveBackPass(pass1)
       fi;
       orderPass(pass1);
       orderVisit(visit1);
       AFTER(29)
     }

  /* forge pass1: scanSigned. A scan of the first pass arrives that the custodian can see is not as it should be. */
  :: d_step { issuedAt1 != NEVER ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass1);
       custodianRecord(crisisAtCustodian, pass1, visit1, 1, 1, 1, 1, 0, 1, 0, 0, issuedAt1, 0);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), (!(0 >= LATER(issuedAt1, policy_passUseless))));
            promised(retention_kept, (true), ((visit1.eraseAt != NEVER && LATER(START_OF_DAY(issuedAt1), policy_retention) >= visit1.eraseAt) && (LATER(START_OF_DAY(issuedAt1), policy_retention) != NEVER && visit1.eraseAt >= LATER(START_OF_DAY(issuedAt1), policy_retention))));
            promised(trace_possible, (true), (visit1.eraseAt != NEVER && visit1.eraseAt >= policy_joinableAtLeast));
            promised(stored_once, (true), (EARLIEST(stored1 + 1, 2) == 1));
            stored1 = EARLIEST(stored1 + 1, 2)
       :: else ->
            giveBackPass(pass1)
       fi;
       orderPass(pass1);
       orderVisit(visit1);
       AFTER(30)
     }

  /* forge pass1: challengeAnswered. A scan of the first pass arrives that the custodian can see is not as it should be. */
  :: d_step { issuedAt1 != NEVER ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass1);
       custodianRecord(crisisAtCustodian, pass1, visit1, 1, 1, 1, 1, 1, 0, 0, 0, issuedAt1, 0);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), (!(0 >= LATER(issuedAt1, policy_passUseless))));
            promised(retention_kept, (true), ((visit1.eraseAt != NEVER && LATER(START_OF_DAY(issuedAt1), policy_retention) >= visit1.eraseAt) && (LATER(START_OF_DAY(issuedAt1), policy_retention) != NEVER && visit1.eraseAt >= LATER(START_OF_DAY(issuedAt1), policy_retention))));
            promised(trace_possible, (true), (visit1.eraseAt != NEVER && visit1.eraseAt >= policy_joinableAtLeast));
            promised(stored_once, (true), (EARLIEST(stored1 + 1, 2) == 1));
            stored1 = EARLIEST(stored1 + 1, 2)
       :: else ->
            giveBackPass(pass1)
       fi;
       orderPass(pass1);
       orderVisit(visit1);
       AFTER(31)
     }

  /* forge pass1: scansLastMinute. A scan of the first pass arrives that the custodian can see is not as it should be. */
  :: d_step { issuedAt1 != NEVER ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass1);
       custodianRecord(crisisAtCustodian, pass1, visit1, 1, 1, 1, 1, 1, 1, policy_scansPerMinute, 0, issuedAt1, 0);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), (!(0 >= LATER(issuedAt1, policy_passUseless))));
            promised(retention_kept, (true), ((visit1.eraseAt != NEVER && LATER(START_OF_DAY(issuedAt1), policy_retention) >= visit1.eraseAt) && (LATER(START_OF_DAY(issuedAt1), policy_retention) != NEVER && visit1.eraseAt >= LATER(START_OF_DAY(issuedAt1), policy_retention))));
            promised(trace_possible, (true), (visit1.eraseAt != NEVER && visit1.eraseAt >= policy_joinableAtLeast));
            promised(stored_once, (true), (EARLIEST(stored1 + 1, 2) == 1));
            stored1 = EARLIEST(stored1 + 1, 2)
       :: else ->
            giveBackPass(pass1)
       fi;
       orderPass(pass1);
       orderVisit(visit1);
       AFTER(32)
     }

  /* claim that the venue was silent for pass1. A scan of the first pass claims to be late, but its device has delivered on time since. */
  :: d_step { issuedAt1 != NEVER ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass1);
       custodianRecordLate(crisisAtCustodian, pass1, visit1, 1, 1, 1, 1, 1, 1, 0, 0, issuedAt1, 0, 0);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), (!(0 >= LATER(issuedAt1, policy_passUseless)) && !(0 >= policy_lateDelivery)));
            promised(retention_kept, (true), ((visit1.eraseAt != NEVER && LATER(START_OF_DAY(issuedAt1), policy_retention) >= visit1.eraseAt) && (LATER(START_OF_DAY(issuedAt1), policy_retention) != NEVER && visit1.eraseAt >= LATER(START_OF_DAY(issuedAt1), policy_retention))));
            promised(trace_possible, (true), (visit1.eraseAt != NEVER && visit1.eraseAt >= policy_joinableAtLeast));
            promised(stored_once, (true), (EARLIEST(stored1 + 1, 2) == 1));
            stored1 = EARLIEST(stored1 + 1, 2)
       :: else ->
            giveBackPass(pass1)
       fi;
       orderPass(pass1);
       orderVisit(visit1);
       AFTER(33)
     }

  /* claim a later time for pass1. A scan of the first pass claims a time that has not come. */
  :: d_step { issuedAt1 != NEVER ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass1);
       custodianRecord(crisisAtCustodian, pass1, visit1, 1, 1, 1, 1, 1, 1, 0, policy_clockSkew + policy_passLifetime, issuedAt1, 0);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), (!(0 >= LATER(issuedAt1, policy_passUseless))));
            promised(retention_kept, (true), ((visit1.eraseAt != NEVER && LATER(START_OF_DAY(issuedAt1), policy_retention) >= visit1.eraseAt) && (LATER(START_OF_DAY(issuedAt1), policy_retention) != NEVER && visit1.eraseAt >= LATER(START_OF_DAY(issuedAt1), policy_retention))));
            promised(trace_possible, (true), (visit1.eraseAt != NEVER && visit1.eraseAt >= policy_clockSkew + policy_passLifetime + policy_joinableAtLeast));
            promised(stored_once, (true), (EARLIEST(stored1 + 1, 2) == 1));
            stored1 = EARLIEST(stored1 + 1, 2)
       :: else ->
            giveBackPass(pass1)
       fi;
       orderPass(pass1);
       orderVisit(visit1);
       AFTER(34)
     }

  /* claim a later time for pass1 late. A scan of the first pass claims a time that has not come. */
  :: d_step { issuedAt1 != NEVER ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass1);
       custodianRecordLate(crisisAtCustodian, pass1, visit1, 1, 1, 1, 1, 1, 1, 0, policy_clockSkew + policy_passLifetime, issuedAt1, 1, 0);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), (!(policy_clockSkew + policy_passLifetime >= LATER(issuedAt1, policy_passUseless)) && !(0 >= policy_clockSkew + policy_passLifetime + policy_lateDelivery)));
            promised(retention_kept, (true), ((visit1.eraseAt != NEVER && LATER(START_OF_DAY(issuedAt1), policy_retention) >= visit1.eraseAt) && (LATER(START_OF_DAY(issuedAt1), policy_retention) != NEVER && visit1.eraseAt >= LATER(START_OF_DAY(issuedAt1), policy_retention))));
            promised(trace_possible, (true), (visit1.eraseAt != NEVER && visit1.eraseAt >= policy_clockSkew + policy_passLifetime + policy_joinableAtLeast));
            promised(stored_once, (true), (EARLIEST(stored1 + 1, 2) == 1));
            stored1 = EARLIEST(stored1 + 1, 2)
       :: else ->
            giveBackPass(pass1)
       fi;
       orderPass(pass1);
       orderVisit(visit1);
       AFTER(35)
     }

  /* issue pass2. The second pass is issued. */
  :: d_step { pass2.state == pass_unissued ->
       BEFORE;
       keepPass(pass2);
       refused = nothing;
       settlePass(pass2, 0);
       passPassIssued(pass2, 0);
       settlePass(pass2, 0);
       if
       :: refused == nothing ->
            issuedAt2 = 0
       :: else ->
            giveBackPass(pass2)
       fi;
       orderPass(pass2);
       AFTER(36)
     }

  /* issue pass2 by a clock ahead. The second pass is issued by a clock ahead. */
  :: d_step { pass2.state == pass_unissued ->
       BEFORE;
       keepPass(pass2);
       refused = nothing;
       settlePass(pass2, policy_clockSkew);
       passPassIssued(pass2, policy_clockSkew);
       settlePass(pass2, policy_clockSkew);
       if
       :: refused == nothing ->
            issuedAt2 = policy_clockSkew;
            clip(issuedAt2)
       :: else ->
            giveBackPass(pass2)
       fi;
       orderPass(pass2);
       AFTER(37)
     }

  /* scan pass2 at 1. The second pass, or a picture of it, is scanned at the first venue and sent on. */
  :: d_step { issuedAt2 != NEVER && scan21 == scan_none ->
       BEFORE;
       scan21 = scan_sent;
       scannedAt21 = 0;
       AFTER(38)
     }

  /* keep pass2 at 1. The second pass, or a picture of it, is scanned at the first venue, which has no network and keeps the scan. */
  :: d_step { issuedAt2 != NEVER && scan21 == scan_none ->
       BEFORE;
       scan21 = scan_kept;
       scannedAt21 = 0;
       AFTER(39)
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
       AFTER(40)
     }

  /* deliver pass2 from 1 and again. The scan of the second pass that the first venue sent reaches the custodian, and a copy is still on its way. */
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
            stored2 = EARLIEST(stored2 + 1, 2)
       :: else ->
            giveBackPass(pass2)
       fi;
       orderPass(pass2);
       orderVisit(visit2);
       AFTER(41)
     }

  /* deliver pass2 from 1 by a clock ahead. The scan of the second pass that the first venue sent reaches the custodian by a clock ahead. */
  :: d_step { scan21 == scan_sent ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass2);
       custodianRecord(crisisAtCustodian, pass2, visit2, 1, 1, 1, 1, 1, 1, 0, scannedAt21, issuedAt2, policy_clockSkew);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), (!(policy_clockSkew >= LATER(issuedAt2, policy_passUseless))));
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
       AFTER(42)
     }

  /* deliver pass2 from 1 by a clock ahead and again. The scan of the second pass that the first venue sent reaches the custodian by a clock ahead, and a copy is still on its way. */
  :: d_step { scan21 == scan_sent ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass2);
       custodianRecord(crisisAtCustodian, pass2, visit2, 1, 1, 1, 1, 1, 1, 0, scannedAt21, issuedAt2, policy_clockSkew);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), (!(policy_clockSkew >= LATER(issuedAt2, policy_passUseless))));
            promised(retention_kept, (true), ((visit2.eraseAt != NEVER && LATER(START_OF_DAY(issuedAt2), policy_retention) >= visit2.eraseAt) && (LATER(START_OF_DAY(issuedAt2), policy_retention) != NEVER && visit2.eraseAt >= LATER(START_OF_DAY(issuedAt2), policy_retention))));
            promised(trace_possible, (true), (visit2.eraseAt != NEVER && (LATER(scannedAt21, policy_joinableAtLeast) != NEVER && visit2.eraseAt >= LATER(scannedAt21, policy_joinableAtLeast))));
            promised(stored_once, (true), (EARLIEST(stored2 + 1, 2) == 1));
            stored2 = EARLIEST(stored2 + 1, 2)
       :: else ->
            giveBackPass(pass2)
       fi;
       orderPass(pass2);
       orderVisit(visit2);
       AFTER(43)
     }

  /* deliver late pass2 from 1. The scan of the second pass that the first venue kept reaches the custodian. */
  :: d_step { scan21 == scan_kept ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass2);
       custodianRecordLate(crisisAtCustodian, pass2, visit2, 1, 1, 1, 1, 1, 1, 0, scannedAt21, issuedAt2, 1, 0);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), ((!(LATER(issuedAt2, policy_passUseless) != NEVER && scannedAt21 >= LATER(issuedAt2, policy_passUseless))) && !(0 >= LATER(scannedAt21, policy_lateDelivery))));
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
       AFTER(44)
     }

  /* deliver late pass2 from 1 and again. The scan of the second pass that the first venue kept reaches the custodian, and a copy is still on its way. */
  :: d_step { scan21 == scan_kept ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass2);
       custodianRecordLate(crisisAtCustodian, pass2, visit2, 1, 1, 1, 1, 1, 1, 0, scannedAt21, issuedAt2, 1, 0);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), ((!(LATER(issuedAt2, policy_passUseless) != NEVER && scannedAt21 >= LATER(issuedAt2, policy_passUseless))) && !(0 >= LATER(scannedAt21, policy_lateDelivery))));
            promised(retention_kept, (true), ((visit2.eraseAt != NEVER && LATER(START_OF_DAY(issuedAt2), policy_retention) >= visit2.eraseAt) && (LATER(START_OF_DAY(issuedAt2), policy_retention) != NEVER && visit2.eraseAt >= LATER(START_OF_DAY(issuedAt2), policy_retention))));
            promised(trace_possible, (true), (visit2.eraseAt != NEVER && (LATER(scannedAt21, policy_joinableAtLeast) != NEVER && visit2.eraseAt >= LATER(scannedAt21, policy_joinableAtLeast))));
            promised(stored_once, (true), (EARLIEST(stored2 + 1, 2) == 1));
            stored2 = EARLIEST(stored2 + 1, 2)
       :: else ->
            giveBackPass(pass2)
       fi;
       orderPass(pass2);
       orderVisit(visit2);
       AFTER(45)
     }

  /* deliver late pass2 from 1 by a clock ahead. The scan of the second pass that the first venue kept reaches the custodian by a clock ahead. */
  :: d_step { scan21 == scan_kept ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass2);
       custodianRecordLate(crisisAtCustodian, pass2, visit2, 1, 1, 1, 1, 1, 1, 0, scannedAt21, issuedAt2, 1, policy_clockSkew);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), ((!(LATER(issuedAt2, policy_passUseless) != NEVER && scannedAt21 >= LATER(issuedAt2, policy_passUseless))) && !(policy_clockSkew >= LATER(scannedAt21, policy_lateDelivery))));
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
       AFTER(46)
     }

  /* deliver late pass2 from 1 by a clock ahead and again. The scan of the second pass that the first venue kept reaches the custodian by a clock ahead, and a copy is still on its way. */
  :: d_step { scan21 == scan_kept ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass2);
       custodianRecordLate(crisisAtCustodian, pass2, visit2, 1, 1, 1, 1, 1, 1, 0, scannedAt21, issuedAt2, 1, policy_clockSkew);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), ((!(LATER(issuedAt2, policy_passUseless) != NEVER && scannedAt21 >= LATER(issuedAt2, policy_passUseless))) && !(policy_clockSkew >= LATER(scannedAt21, policy_lateDelivery))));
            promised(retention_kept, (true), ((visit2.eraseAt != NEVER && LATER(START_OF_DAY(issuedAt2), policy_retention) >= visit2.eraseAt) && (LATER(START_OF_DAY(issuedAt2), policy_retention) != NEVER && visit2.eraseAt >= LATER(START_OF_DAY(issuedAt2), policy_retention))));
            promised(trace_possible, (true), (visit2.eraseAt != NEVER && (LATER(scannedAt21, policy_joinableAtLeast) != NEVER && visit2.eraseAt >= LATER(scannedAt21, policy_joinableAtLeast))));
            promised(stored_once, (true), (EARLIEST(stored2 + 1, 2) == 1));
            stored2 = EARLIEST(stored2 + 1, 2)
       :: else ->
            giveBackPass(pass2)
       fi;
       orderPass(pass2);
       orderVisit(visit2);
       AFTER(47)
     }

  /* lose pass2 from 1. The scan of the second pass from the first venue is lost on its way. */
  :: d_step { !(scan21 == scan_none) ->
       BEFORE;
       scan21 = scan_none;
       scannedAt21 = NEVER;
       AFTER(48)
     }

  /* scan pass2 at 2. The second pass, or a picture of it, is scanned at the second venue and sent on. */
  :: d_step { issuedAt2 != NEVER && scan22 == scan_none ->
       BEFORE;
       scan22 = scan_sent;
       scannedAt22 = 0;
       AFTER(49)
     }

  /* keep pass2 at 2. The second pass, or a picture of it, is scanned at the second venue, which has no network and keeps the scan. */
  :: d_step { issuedAt2 != NEVER && scan22 == scan_none ->
       BEFORE;
       scan22 = scan_kept;
       scannedAt22 = 0;
       AFTER(50)
     }

  /* deliver pass2 from 2. The scan of the second pass that the second venue sent reaches the custodian. */
  :: d_step { scan22 == scan_sent ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass2);
       custodianRecord(crisisAtCustodian, pass2, visit2, 1, 1, 1, 1, 1, 1, 0, scannedAt22, issuedAt2, 0);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), (!(0 >= LATER(issuedAt2, policy_passUseless))));
            promised(retention_kept, (true), ((visit2.eraseAt != NEVER && LATER(START_OF_DAY(issuedAt2), policy_retention) >= visit2.eraseAt) && (LATER(START_OF_DAY(issuedAt2), policy_retention) != NEVER && visit2.eraseAt >= LATER(START_OF_DAY(issuedAt2), policy_retention))));
            promised(trace_possible, (true), (visit2.eraseAt != NEVER && (LATER(scannedAt22, policy_joinableAtLeast) != NEVER && visit2.eraseAt >= LATER(scannedAt22, policy_joinableAtLeast))));
            promised(stored_once, (true), (EARLIEST(stored2 + 1, 2) == 1));
            scan22 = scan_none;
            scannedAt22 = NEVER;
            stored2 = EARLIEST(stored2 + 1, 2)
       :: else ->
            giveBackPass(pass2);
            scan22 = scan_none;
            scannedAt22 = NEVER
       fi;
       orderPass(pass2);
       orderVisit(visit2);
       AFTER(51)
     }

  /* deliver pass2 from 2 and again. The scan of the second pass that the second venue sent reaches the custodian, and a copy is still on its way. */
  :: d_step { scan22 == scan_sent ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass2);
       custodianRecord(crisisAtCustodian, pass2, visit2, 1, 1, 1, 1, 1, 1, 0, scannedAt22, issuedAt2, 0);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), (!(0 >= LATER(issuedAt2, policy_passUseless))));
            promised(retention_kept, (true), ((visit2.eraseAt != NEVER && LATER(START_OF_DAY(issuedAt2), policy_retention) >= visit2.eraseAt) && (LATER(START_OF_DAY(issuedAt2), policy_retention) != NEVER && visit2.eraseAt >= LATER(START_OF_DAY(issuedAt2), policy_retention))));
            promised(trace_possible, (true), (visit2.eraseAt != NEVER && (LATER(scannedAt22, policy_joinableAtLeast) != NEVER && visit2.eraseAt >= LATER(scannedAt22, policy_joinableAtLeast))));
            promised(stored_once, (true), (EARLIEST(stored2 + 1, 2) == 1));
            stored2 = EARLIEST(stored2 + 1, 2)
       :: else ->
            giveBackPass(pass2)
       fi;
       orderPass(pass2);
       orderVisit(visit2);
       AFTER(52)
     }

  /* deliver pass2 from 2 by a clock ahead. The scan of the second pass that the second venue sent reaches the custodian by a clock ahead. */
  :: d_step { scan22 == scan_sent ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass2);
       custodianRecord(crisisAtCustodian, pass2, visit2, 1, 1, 1, 1, 1, 1, 0, scannedAt22, issuedAt2, policy_clockSkew);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), (!(policy_clockSkew >= LATER(issuedAt2, policy_passUseless))));
            promised(retention_kept, (true), ((visit2.eraseAt != NEVER && LATER(START_OF_DAY(issuedAt2), policy_retention) >= visit2.eraseAt) && (LATER(START_OF_DAY(issuedAt2), policy_retention) != NEVER && visit2.eraseAt >= LATER(START_OF_DAY(issuedAt2), policy_retention))));
            promised(trace_possible, (true), (visit2.eraseAt != NEVER && (LATER(scannedAt22, policy_joinableAtLeast) != NEVER && visit2.eraseAt >= LATER(scannedAt22, policy_joinableAtLeast))));
            promised(stored_once, (true), (EARLIEST(stored2 + 1, 2) == 1));
            scan22 = scan_none;
            scannedAt22 = NEVER;
            stored2 = EARLIEST(stored2 + 1, 2)
       :: else ->
            giveBackPass(pass2);
            scan22 = scan_none;
            scannedAt22 = NEVER
       fi;
       orderPass(pass2);
       orderVisit(visit2);
       AFTER(53)
     }

  /* deliver pass2 from 2 by a clock ahead and again. The scan of the second pass that the second venue sent reaches the custodian by a clock ahead, and a copy is still on its way. */
  :: d_step { scan22 == scan_sent ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass2);
       custodianRecord(crisisAtCustodian, pass2, visit2, 1, 1, 1, 1, 1, 1, 0, scannedAt22, issuedAt2, policy_clockSkew);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), (!(policy_clockSkew >= LATER(issuedAt2, policy_passUseless))));
            promised(retention_kept, (true), ((visit2.eraseAt != NEVER && LATER(START_OF_DAY(issuedAt2), policy_retention) >= visit2.eraseAt) && (LATER(START_OF_DAY(issuedAt2), policy_retention) != NEVER && visit2.eraseAt >= LATER(START_OF_DAY(issuedAt2), policy_retention))));
            promised(trace_possible, (true), (visit2.eraseAt != NEVER && (LATER(scannedAt22, policy_joinableAtLeast) != NEVER && visit2.eraseAt >= LATER(scannedAt22, policy_joinableAtLeast))));
            promised(stored_once, (true), (EARLIEST(stored2 + 1, 2) == 1));
            stored2 = EARLIEST(stored2 + 1, 2)
       :: else ->
            giveBackPass(pass2)
       fi;
       orderPass(pass2);
       orderVisit(visit2);
       AFTER(54)
     }

  /* deliver late pass2 from 2. The scan of the second pass that the second venue kept reaches the custodian. */
  :: d_step { scan22 == scan_kept ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass2);
       custodianRecordLate(crisisAtCustodian, pass2, visit2, 1, 1, 1, 1, 1, 1, 0, scannedAt22, issuedAt2, 1, 0);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), ((!(LATER(issuedAt2, policy_passUseless) != NEVER && scannedAt22 >= LATER(issuedAt2, policy_passUseless))) && !(0 >= LATER(scannedAt22, policy_lateDelivery))));
            promised(retention_kept, (true), ((visit2.eraseAt != NEVER && LATER(START_OF_DAY(issuedAt2), policy_retention) >= visit2.eraseAt) && (LATER(START_OF_DAY(issuedAt2), policy_retention) != NEVER && visit2.eraseAt >= LATER(START_OF_DAY(issuedAt2), policy_retention))));
            promised(trace_possible, (true), (visit2.eraseAt != NEVER && (LATER(scannedAt22, policy_joinableAtLeast) != NEVER && visit2.eraseAt >= LATER(scannedAt22, policy_joinableAtLeast))));
            promised(stored_once, (true), (EARLIEST(stored2 + 1, 2) == 1));
            scan22 = scan_none;
            scannedAt22 = NEVER;
            stored2 = EARLIEST(stored2 + 1, 2)
       :: else ->
            giveBackPass(pass2);
            scan22 = scan_none;
            scannedAt22 = NEVER
       fi;
       orderPass(pass2);
       orderVisit(visit2);
       AFTER(55)
     }

  /* deliver late pass2 from 2 and again. The scan of the second pass that the second venue kept reaches the custodian, and a copy is still on its way. */
  :: d_step { scan22 == scan_kept ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass2);
       custodianRecordLate(crisisAtCustodian, pass2, visit2, 1, 1, 1, 1, 1, 1, 0, scannedAt22, issuedAt2, 1, 0);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), ((!(LATER(issuedAt2, policy_passUseless) != NEVER && scannedAt22 >= LATER(issuedAt2, policy_passUseless))) && !(0 >= LATER(scannedAt22, policy_lateDelivery))));
            promised(retention_kept, (true), ((visit2.eraseAt != NEVER && LATER(START_OF_DAY(issuedAt2), policy_retention) >= visit2.eraseAt) && (LATER(START_OF_DAY(issuedAt2), policy_retention) != NEVER && visit2.eraseAt >= LATER(START_OF_DAY(issuedAt2), policy_retention))));
            promised(trace_possible, (true), (visit2.eraseAt != NEVER && (LATER(scannedAt22, policy_joinableAtLeast) != NEVER && visit2.eraseAt >= LATER(scannedAt22, policy_joinableAtLeast))));
            promised(stored_once, (true), (EARLIEST(stored2 + 1, 2) == 1));
            stored2 = EARLIEST(stored2 + 1, 2)
       :: else ->
            giveBackPass(pass2)
       fi;
       orderPass(pass2);
       orderVisit(visit2);
       AFTER(56)
     }

  /* deliver late pass2 from 2 by a clock ahead. The scan of the second pass that the second venue kept reaches the custodian by a clock ahead. */
  :: d_step { scan22 == scan_kept ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass2);
       custodianRecordLate(crisisAtCustodian, pass2, visit2, 1, 1, 1, 1, 1, 1, 0, scannedAt22, issuedAt2, 1, policy_clockSkew);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), ((!(LATER(issuedAt2, policy_passUseless) != NEVER && scannedAt22 >= LATER(issuedAt2, policy_passUseless))) && !(policy_clockSkew >= LATER(scannedAt22, policy_lateDelivery))));
            promised(retention_kept, (true), ((visit2.eraseAt != NEVER && LATER(START_OF_DAY(issuedAt2), policy_retention) >= visit2.eraseAt) && (LATER(START_OF_DAY(issuedAt2), policy_retention) != NEVER && visit2.eraseAt >= LATER(START_OF_DAY(issuedAt2), policy_retention))));
            promised(trace_possible, (true), (visit2.eraseAt != NEVER && (LATER(scannedAt22, policy_joinableAtLeast) != NEVER && visit2.eraseAt >= LATER(scannedAt22, policy_joinableAtLeast))));
            promised(stored_once, (true), (EARLIEST(stored2 + 1, 2) == 1));
            scan22 = scan_none;
            scannedAt22 = NEVER;
            stored2 = EARLIEST(stored2 + 1, 2)
       :: else ->
            giveBackPass(pass2);
            scan22 = scan_none;
            scannedAt22 = NEVER
       fi;
       orderPass(pass2);
       orderVisit(visit2);
       AFTER(57)
     }

  /* deliver late pass2 from 2 by a clock ahead and again. The scan of the second pass that the second venue kept reaches the custodian by a clock ahead, and a copy is still on its way. */
  :: d_step { scan22 == scan_kept ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass2);
       custodianRecordLate(crisisAtCustodian, pass2, visit2, 1, 1, 1, 1, 1, 1, 0, scannedAt22, issuedAt2, 1, policy_clockSkew);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), ((!(LATER(issuedAt2, policy_passUseless) != NEVER && scannedAt22 >= LATER(issuedAt2, policy_passUseless))) && !(policy_clockSkew >= LATER(scannedAt22, policy_lateDelivery))));
            promised(retention_kept, (true), ((visit2.eraseAt != NEVER && LATER(START_OF_DAY(issuedAt2), policy_retention) >= visit2.eraseAt) && (LATER(START_OF_DAY(issuedAt2), policy_retention) != NEVER && visit2.eraseAt >= LATER(START_OF_DAY(issuedAt2), policy_retention))));
            promised(trace_possible, (true), (visit2.eraseAt != NEVER && (LATER(scannedAt22, policy_joinableAtLeast) != NEVER && visit2.eraseAt >= LATER(scannedAt22, policy_joinableAtLeast))));
            promised(stored_once, (true), (EARLIEST(stored2 + 1, 2) == 1));
            stored2 = EARLIEST(stored2 + 1, 2)
       :: else ->
            giveBackPass(pass2)
       fi;
       orderPass(pass2);
       orderVisit(visit2);
       AFTER(58)
     }

  /* lose pass2 from 2. The scan of the second pass from the second venue is lost on its way. */
  :: d_step { !(scan22 == scan_none) ->
       BEFORE;
       scan22 = scan_none;
       scannedAt22 = NEVER;
       AFTER(59)
     }

  /* forge pass2: wellFormed. A scan of the second pass arrives that the custodian can see is not as it should be. */
  :: d_step { issuedAt2 != NEVER ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass2);
       custodianRecord(crisisAtCustodian, pass2, visit2, 0, 1, 1, 1, 1, 1, 0, 0, issuedAt2, 0);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), (!(0 >= LATER(issuedAt2, policy_passUseless))));
            promised(retention_kept, (true), ((visit2.eraseAt != NEVER && LATER(START_OF_DAY(issuedAt2), policy_retention) >= visit2.eraseAt) && (LATER(START_OF_DAY(issuedAt2), policy_retention) != NEVER && visit2.eraseAt >= LATER(START_OF_DAY(issuedAt2), policy_retention))));
            promised(trace_possible, (true), (visit2.eraseAt != NEVER && visit2.eraseAt >= policy_joinableAtLeast));
            promised(stored_once, (true), (EARLIEST(stored2 + 1, 2) == 1));
            stored2 = EARLIEST(stored2 + 1, 2)
       :: else ->
            giveBackPass(pass2)
       fi;
       orderPass(pass2);
       orderVisit(visit2);
       AFTER(60)
     }

  /* forge pass2: venueKnown. A scan of the second pass arrives that the custodian can see is not as it should be. */
  :: d_step { issuedAt2 != NEVER ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass2);
       custodianRecord(crisisAtCustodian, pass2, visit2, 1, 0, 1, 1, 1, 1, 0, 0, issuedAt2, 0);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), (!(0 >= LATER(issuedAt2, policy_passUseless))));
            promised(retention_kept, (true), ((visit2.eraseAt != NEVER && LATER(START_OF_DAY(issuedAt2), policy_retention) >= visit2.eraseAt) && (LATER(START_OF_DAY(issuedAt2), policy_retention) != NEVER && visit2.eraseAt >= LATER(START_OF_DAY(issuedAt2), policy_retention))));
            promised(trace_possible, (true), (visit2.eraseAt != NEVER && visit2.eraseAt >= policy_joinableAtLeast));
            promised(stored_once, (true), (EARLIEST(stored2 + 1, 2) == 1));
            stored2 = EARLIEST(stored2 + 1, 2)
       :: else ->
            giveBackPass(pass2)
       fi;
       orderPass(pass2);
       orderVisit(visit2);
       AFTER(61)
     }

  /* forge pass2: epochKnown. A scan of the second pass arrives that the custodian can see is not as it should be. */
  :: d_step { issuedAt2 != NEVER ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass2);
       custodianRecord(crisisAtCustodian, pass2, visit2, 1, 1, 0, 1, 1, 1, 0, 0, issuedAt2, 0);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), (!(0 >= LATER(issuedAt2, policy_passUseless))));
            promised(retention_kept, (true), ((visit2.eraseAt != NEVER && LATER(START_OF_DAY(issuedAt2), policy_retention) >= visit2.eraseAt) && (LATER(START_OF_DAY(issuedAt2), policy_retention) != NEVER && visit2.eraseAt >= LATER(START_OF_DAY(issuedAt2), policy_retention))));
            promised(trace_possible, (true), (visit2.eraseAt != NEVER && visit2.eraseAt >= policy_joinableAtLeast));
            promised(stored_once, (true), (EARLIEST(stored2 + 1, 2) == 1));
            stored2 = EARLIEST(stored2 + 1, 2)
       :: else ->
            giveBackPass(pass2)
       fi;
       orderPass(pass2);
       orderVisit(visit2);
       AFTER(62)
     }

  /* forge pass2: passSigned. A scan of the second pass arrives that the custodian can see is not as it should be. */
  :: d_step { issuedAt2 != NEVER ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass2);
       custodianRecord(crisisAtCustodian, pass2, visit2, 1, 1, 1, 0, 1, 1, 0, 0, issuedAt2, 0);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), (!(0 >= LATER(issuedAt2, policy_passUseless))));
            promised(retention_kept, (true), ((visit2.eraseAt != NEVER && LATER(START_OF_DAY(issuedAt2), policy_retention) >= visit2.eraseAt) && (LATER(START_OF_DAY(issuedAt2), policy_retention) != NEVER && visit2.eraseAt >= LATER(START_OF_DAY(issuedAt2), policy_retention))));
            promised(trace_possible, (true), (visit2.eraseAt != NEVER && visit2.eraseAt >= policy_joinableAtLeast));
            promised(stored_once, (true), (EARLIEST(stored2 + 1, 2) == 1));
            stored2 = EARLIEST(stored2 + 1, 2)
       :: else ->
            giveBackPass(pass2)
       fi;
       orderPass(pass2);
       orderVisit(visit2);
       AFTER(63)
     }

  /* forge pass2: scanSigned. A scan of the second pass arrives that the custodian can see is not as it should be. */
  :: d_step { issuedAt2 != NEVER ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass2);
       custodianRecord(crisisAtCustodian, pass2, visit2, 1, 1, 1, 1, 0, 1, 0, 0, issuedAt2, 0);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), (!(0 >= LATER(issuedAt2, policy_passUseless))));
            promised(retention_kept, (true), ((visit2.eraseAt != NEVER && LATER(START_OF_DAY(issuedAt2), policy_retention) >= visit2.eraseAt) && (LATER(START_OF_DAY(issuedAt2), policy_retention) != NEVER && visit2.eraseAt >= LATER(START_OF_DAY(issuedAt2), policy_retention))));
            promised(trace_possible, (true), (visit2.eraseAt != NEVER && visit2.eraseAt >= policy_joinableAtLeast));
            promised(stored_once, (true), (EARLIEST(stored2 + 1, 2) == 1));
            stored2 = EARLIEST(stored2 + 1, 2)
       :: else ->
            giveBackPass(pass2)
       fi;
       orderPass(pass2);
       orderVisit(visit2);
       AFTER(64)
     }

  /* forge pass2: challengeAnswered. A scan of the second pass arrives that the custodian can see is not as it should be. */
  :: d_step { issuedAt2 != NEVER ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass2);
       custodianRecord(crisisAtCustodian, pass2, visit2, 1, 1, 1, 1, 1, 0, 0, 0, issuedAt2, 0);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), (!(0 >= LATER(issuedAt2, policy_passUseless))));
            promised(retention_kept, (true), ((visit2.eraseAt != NEVER && LATER(START_OF_DAY(issuedAt2), policy_retention) >= visit2.eraseAt) && (LATER(START_OF_DAY(issuedAt2), policy_retention) != NEVER && visit2.eraseAt >= LATER(START_OF_DAY(issuedAt2), policy_retention))));
            promised(trace_possible, (true), (visit2.eraseAt != NEVER && visit2.eraseAt >= policy_joinableAtLeast));
            promised(stored_once, (true), (EARLIEST(stored2 + 1, 2) == 1));
            stored2 = EARLIEST(stored2 + 1, 2)
       :: else ->
            giveBackPass(pass2)
       fi;
       orderPass(pass2);
       orderVisit(visit2);
       AFTER(65)
     }

  /* forge pass2: scansLastMinute. A scan of the second pass arrives that the custodian can see is not as it should be. */
  :: d_step { issuedAt2 != NEVER ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass2);
       custodianRecord(crisisAtCustodian, pass2, visit2, 1, 1, 1, 1, 1, 1, policy_scansPerMinute, 0, issuedAt2, 0);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), (!(0 >= LATER(issuedAt2, policy_passUseless))));
            promised(retention_kept, (true), ((visit2.eraseAt != NEVER && LATER(START_OF_DAY(issuedAt2), policy_retention) >= visit2.eraseAt) && (LATER(START_OF_DAY(issuedAt2), policy_retention) != NEVER && visit2.eraseAt >= LATER(START_OF_DAY(issuedAt2), policy_retention))));
            promised(trace_possible, (true), (visit2.eraseAt != NEVER && visit2.eraseAt >= policy_joinableAtLeast));
            promised(stored_once, (true), (EARLIEST(stored2 + 1, 2) == 1));
            stored2 = EARLIEST(stored2 + 1, 2)
       :: else ->
            giveBackPass(pass2)
       fi;
       orderPass(pass2);
       orderVisit(visit2);
       AFTER(66)
     }

  /* claim that the venue was silent for pass2. A scan of the second pass claims to be late, but its device has delivered on time since. */
  :: d_step { issuedAt2 != NEVER ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass2);
       custodianRecordLate(crisisAtCustodian, pass2, visit2, 1, 1, 1, 1, 1, 1, 0, 0, issuedAt2, 0, 0);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), (!(0 >= LATER(issuedAt2, policy_passUseless)) && !(0 >= policy_lateDelivery)));
            promised(retention_kept, (true), ((visit2.eraseAt != NEVER && LATER(START_OF_DAY(issuedAt2), policy_retention) >= visit2.eraseAt) && (LATER(START_OF_DAY(issuedAt2), policy_retention) != NEVER && visit2.eraseAt >= LATER(START_OF_DAY(issuedAt2), policy_retention))));
            promised(trace_possible, (true), (visit2.eraseAt != NEVER && visit2.eraseAt >= policy_joinableAtLeast));
            promised(stored_once, (true), (EARLIEST(stored2 + 1, 2) == 1));
            stored2 = EARLIEST(stored2 + 1, 2)
       :: else ->
            giveBackPass(pass2)
       fi;
       orderPass(pass2);
       orderVisit(visit2);
       AFTER(67)
     }

  /* claim a later time for pass2. A scan of the second pass claims a time that has not come. */
  :: d_step { issuedAt2 != NEVER ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass2);
       custodianRecord(crisisAtCustodian, pass2, visit2, 1, 1, 1, 1, 1, 1, 0, policy_clockSkew + policy_passLifetime, issuedAt2, 0);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), (!(0 >= LATER(issuedAt2, policy_passUseless))));
            promised(retention_kept, (true), ((visit2.eraseAt != NEVER && LATER(START_OF_DAY(issuedAt2), policy_retention) >= visit2.eraseAt) && (LATER(START_OF_DAY(issuedAt2), policy_retention) != NEVER && visit2.eraseAt >= LATER(START_OF_DAY(issuedAt2), policy_retention))));
            promised(trace_possible, (true), (visit2.eraseAt != NEVER && visit2.eraseAt >= policy_clockSkew + policy_passLifetime + policy_joinableAtLeast));
            promised(stored_once, (true), (EARLIEST(stored2 + 1, 2) == 1));
            stored2 = EARLIEST(stored2 + 1, 2)
       :: else ->
            giveBackPass(pass2)
       fi;
       orderPass(pass2);
       orderVisit(visit2);
       AFTER(68)
     }

  /* claim a later time for pass2 late. A scan of the second pass claims a time that has not come. */
  :: d_step { issuedAt2 != NEVER ->
       BEFORE;
       was_crisisAtCustodian_state = crisisAtCustodian.state;
       keepPass(pass2);
       custodianRecordLate(crisisAtCustodian, pass2, visit2, 1, 1, 1, 1, 1, 1, 0, policy_clockSkew + policy_passLifetime, issuedAt2, 1, 0);
       if
       :: refused == nothing ->
            promised(no_collection_when_suspended, (true), (was_crisisAtCustodian_state == crisis_active));
            promised(pass_bounded, (true), (!(policy_clockSkew + policy_passLifetime >= LATER(issuedAt2, policy_passUseless)) && !(0 >= policy_clockSkew + policy_passLifetime + policy_lateDelivery)));
            promised(retention_kept, (true), ((visit2.eraseAt != NEVER && LATER(START_OF_DAY(issuedAt2), policy_retention) >= visit2.eraseAt) && (LATER(START_OF_DAY(issuedAt2), policy_retention) != NEVER && visit2.eraseAt >= LATER(START_OF_DAY(issuedAt2), policy_retention))));
            promised(trace_possible, (true), (visit2.eraseAt != NEVER && visit2.eraseAt >= policy_clockSkew + policy_passLifetime + policy_joinableAtLeast));
            promised(stored_once, (true), (EARLIEST(stored2 + 1, 2) == 1));
            stored2 = EARLIEST(stored2 + 1, 2)
       :: else ->
            giveBackPass(pass2)
       fi;
       orderPass(pass2);
       orderVisit(visit2);
       AFTER(69)
     }

  /* time passes. One tick passes, unless a sweep would then be later than it may. */
  :: d_step { true ->
       BEFORE;
       agePass(pass1);
       ageVisit(visit1);
       agePass(pass2);
       ageVisit(visit2);
       older(issuedAt1);
       older(issuedAt2);
       older(scannedAt11);
       older(scannedAt12);
       older(scannedAt21);
       older(scannedAt22);
       settleVisit(visit1, 0);
       settleVisit(visit2, 0);
       promised(retention_kept, (visit1.eraseAt != NEVER), (LATER(visit1.eraseAt, policy_sweepLateness) >= 0));
       promised(everything_ends, (visit1.eraseAt != NEVER), (LATER(visit1.eraseAt, policy_sweepLateness) >= 0));
       promised(retention_kept, (visit2.eraseAt != NEVER), (LATER(visit2.eraseAt, policy_sweepLateness) >= 0));
       promised(everything_ends, (visit2.eraseAt != NEVER), (LATER(visit2.eraseAt, policy_sweepLateness) >= 0));
       orderPass(pass1);
       orderVisit(visit1);
       orderPass(pass2);
       orderVisit(visit2);
       clip(issuedAt1);
       clip(issuedAt2);
       clip(scannedAt11);
       clip(scannedAt12);
       clip(scannedAt21);
       clip(scannedAt22);
       TICKED;
       AFTER(70)
     }
  od
}

#ifdef LTL
/* All promises in one search: where this holds, each of them does. */
ltl all_promises { [] !(broken_no_collection_when_suspended || broken_pass_bounded || broken_retention_kept || broken_trace_possible || broken_stored_once || broken_everything_ends) }
ltl no_collection_when_suspended { [] !broken_no_collection_when_suspended }
ltl pass_bounded { [] !broken_pass_bounded }
ltl retention_kept { [] !broken_retention_kept }
ltl trace_possible { [] !broken_trace_possible }
ltl stored_once { [] !broken_stored_once }
ltl everything_ends { [] !broken_everything_ends }
#ifndef TIMELESS
/* If time goes on, then whenever the one holds the other holds at last. */
ltl at_last_visit1 { ([]<> tick && []<> !tick) -> [] ((visit1.state == visit_recorded || visit1.state == visit_disclosed) -> <> (visit1.state == visit_absent)) }
/* If time goes on, then whenever the one holds the other holds at last. */
ltl at_last_visit2 { ([]<> tick && []<> !tick) -> [] ((visit2.state == visit_recorded || visit2.state == visit_disclosed) -> <> (visit2.state == visit_absent)) }
#endif
#endif
