/*
 * The door, one pass and two venues, written by hand from the sentences of the policy and from nothing that is generated.
 * A tick is a day. Nothing is remembered but how old things are; ages stop where nobody can tell them apart any more.
 * The numbers in the small: a pass is shown for one tick, clocks differ by one at the most, a venue may deliver two ticks late,
 * and a record is kept for three, counted from the day of its pass.
 *
 * The sentences, with the clauses they stand for:
 *   F7   collection only while the crisis level is serious or alert; otherwise it stops at once.
 *   F3   a pass is shown for its lifetime only, and an old one is answered "expired".
 *   C3   the custodian takes a pass from one skew before its time to one skew after its lifetime, by its own clock;
 *        a venue without network may deliver late, and then the instant of the scan counts; one that had network may not.
 *   S7   the custodian stores an accepted pass once; what is not signed, known or well formed it does not store.
 *   S9   the record is destroyed by itself when its time is over, counted from the day of the pass (C2).
 *   C11  under a pass too old nothing is stored.
 *
 * By hand: spin -a door.pml && gcc -O2 -DSAFETY -DNOREDUCE -o pan pan.c && ./pan -c0 -n
 */
#define LIFETIME 1
#define SKEW 1
#define LATE 2
#define KEPT 3
#define USELESS 4

/* Nobody asks whether something is older than this. */
#define OLDEST 4

/* The pass: not there, carried about by somebody, or stored by the custodian. */
#define NO_PASS 0
#define CARRIED 1
#define STORED 2

/* A scan at a venue: there is none, it is on its way, or the venue keeps it until it has a network. */
#define NO_SCAN 0
#define SENT 1
#define WAITING 2

bool collecting = true;  /* F7: as the custodian has heard of the level */
byte pass = NO_PASS;
short age;               /* of the pass by its own account: -1 where the issuer's clock was ahead */
bool record;             /* the custodian holds a record of the pass */
byte times;              /* how often the pass was stored */
byte scan[2] = NO_SCAN;
short scan_age[2];

hidden byte taken;

/* The observer: it reads the ages as instants, and hashes each transition as the search of the models does. */
c_decl {
  static unsigned long long made[64];
  static unsigned a_before, b_before, a_sum, b_sum;
}
c_code {
  enum { FAR = 999 };
  static int ago(int age, int oldest) { return age > oldest ? -oldest : -age; }
  static unsigned turned(unsigned x, int by) { return (x << by) | (x >> (32 - by)); }
  static void look(unsigned *a, unsigned *b) {
    int carried = now.pass == CARRIED, at, cell[12];
    cell[0] = now.collecting;
    cell[1] = now.pass;
    cell[2] = carried ? ago(now.age, OLDEST) : FAR;
    cell[3] = carried ? LIFETIME + SKEW + ago(now.age, OLDEST + LIFETIME + SKEW) : FAR;
    cell[4] = now.record;
    cell[5] = now.record ? KEPT - now.age : FAR;
    cell[6] = now.pass == NO_PASS ? FAR : ago(now.age, OLDEST);
    cell[7] = now.times;
    for (at = 0; at < 2; at++) {
      cell[8 + 2 * at] = now.scan[at];
      cell[9 + 2 * at] = now.scan[at] == NO_SCAN ? FAR : -now.scan_age[at];
    }
    *a = 0x9747b28cu;
    *b = 0x5bd1e995u;
    for (at = 0; at < 12; at++) {
      *a = turned((*a ^ (cell[at] & 0xffffu)) * 0x01000193u, 13);
      *b = turned((*b ^ (cell[at] & 0xffffu)) * 0x85ebca6bu, 15);
    }
  }
  static void tell(void) {
    int number;
    for (number = 0; number < 37; number++) printf("observed move %d %llu\n", number, made[number]);
    printf("observed hash %08x%08x\n", a_sum, b_sum);
  }
  static void before(void) {
    static int asked = 0;
    if (!asked) { asked = 1; atexit(tell); }
    look(&a_before, &b_before);
  }
  static void after(unsigned number) {
    unsigned a, b, mixed;
    look(&a, &b);
    made[number]++;
    mixed = (a_before ^ turned(a, 7) ^ ((number + 1) * 0x9e3779b1u)) * 0xc2b2ae35u;
    a_sum += mixed ^ (mixed >> 16);
    mixed = (b_before ^ turned(b, 7) ^ ((number + 1) * 0x9e3779b1u)) * 0x27d4eb2fu;
    b_sum += mixed ^ (mixed >> 15);
  }
}

/* A move with its number, whose text makes it in one step. */
#define MOVE(number, can, text) :: d_step { can -> c_code { before(); }; text; c_code { after(number); } }

/* What the custodian does with a good scan: `clock` is how far its clock is ahead, `judged` the instant that counts for the pass. */
inline custodian_gets(clock, judged) {
  /* S9: a record that is over by its clock is destroyed before anything else. */
  record = record && KEPT - age > clock;
  taken = collecting && pass == CARRIED && judged + SKEW >= -age && judged < LIFETIME + SKEW - age;
  if
  :: taken ->
       pass = STORED;
       record = true;
       times++;
       assert(times == 1);
       assert(judged + age < USELESS)
  :: else -> skip
  fi
}

inline arrives(v, clock) {
  custodian_gets(clock, clock)
}
/* C3: the instant of the scan counts, unless it is delivered later than a venue may. */
inline arrives_late(v, clock) {
  if
  :: clock + scan_age[v] < LATE -> custodian_gets(clock, -scan_age[v])
  :: else -> record = record && KEPT - age > clock
  fi
}
inline nothing_waits(v) {
  scan[v] = NO_SCAN;
  scan_age[v] = 0
}

/* A forged scan is never stored; a good clock has nothing to destroy that is not destroyed already. */
#define FORGED skip

#define VENUE(v, first) \
  MOVE(first, pass != NO_PASS && scan[v] == NO_SCAN, scan[v] = SENT) \
  MOVE(first + 1, pass != NO_PASS && scan[v] == NO_SCAN, scan[v] = WAITING) \
  MOVE(first + 2, scan[v] == SENT, arrives(v, 0); nothing_waits(v)) \
  MOVE(first + 3, scan[v] == SENT, arrives(v, 0)) \
  MOVE(first + 4, scan[v] == SENT, arrives(v, SKEW); nothing_waits(v)) \
  MOVE(first + 5, scan[v] == SENT, arrives(v, SKEW)) \
  MOVE(first + 6, scan[v] == WAITING, arrives_late(v, 0); nothing_waits(v)) \
  MOVE(first + 7, scan[v] == WAITING, arrives_late(v, 0)) \
  MOVE(first + 8, scan[v] == WAITING, arrives_late(v, SKEW); nothing_waits(v)) \
  MOVE(first + 9, scan[v] == WAITING, arrives_late(v, SKEW)) \
  MOVE(first + 10, scan[v] != NO_SCAN, nothing_waits(v))

/* A pass that is carried about can be told from an older one until nobody would ask when it ended. */
inline a_tick_passes() {
  if
  :: pass == CARRIED && age < OLDEST + LIFETIME + SKEW -> age++
  :: pass == STORED && age < OLDEST -> age++
  :: else -> skip
  fi;
  if
  :: scan[0] != NO_SCAN && scan_age[0] < OLDEST -> scan_age[0]++
  :: else -> skip
  fi;
  if
  :: scan[1] != NO_SCAN && scan_age[1] < OLDEST -> scan_age[1]++
  :: else -> skip
  fi;
  record = record && age < KEPT
}

active proctype everybody() {
end:
  do
  MOVE(0, true, collecting = true)
  MOVE(1, true, collecting = false)
  MOVE(2, pass == NO_PASS, pass = CARRIED; age = 0)
  MOVE(3, pass == NO_PASS, pass = CARRIED; age = -SKEW)
  VENUE(0, 4)
  VENUE(1, 15)
  MOVE(26, pass != NO_PASS, FORGED)  /* it is no pass at all */
  MOVE(27, pass != NO_PASS, FORGED)  /* no such venue is registered */
  MOVE(28, pass != NO_PASS, FORGED)  /* no issuer knows the epoch */
  MOVE(29, pass != NO_PASS, FORGED)  /* the issuer did not sign it */
  MOVE(30, pass != NO_PASS, FORGED)  /* the venue's device did not sign it */
  MOVE(31, pass != NO_PASS, FORGED)  /* it answers another venue's challenge */
  MOVE(32, pass != NO_PASS, FORGED)  /* too many of them in a minute */
  MOVE(33, pass != NO_PASS, FORGED)  /* it is called late, and its device has delivered on time since */
  MOVE(34, pass != NO_PASS, FORGED)  /* it claims a time that has not come */
  MOVE(35, pass != NO_PASS, FORGED)  /* the same, delivered late */
  MOVE(36, true, a_tick_passes())
  od
}
