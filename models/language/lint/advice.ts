/**
 * Every code a finding of the linter can have, with the advice that goes with it.
 * Codes are stable: the generator prints them, the corpus of machines to refuse names them, and a test asks that each is needed.
 * The reason of a finding names the case at hand and stands where it is found; here stands only what to do about it.
 */
export const advice = {
  // What is not data, or not in the allowed form.
  closure:
    "Write it as an expression (models/language/expression.ts); a closure cannot be compiled, proved or drawn.",
  "not-data": "Leave it out, or write a string, a whole number, true, false, null, a list or a plain object.",
  cyclic: "Write the part out; a configuration is a tree.",
  "too-deep": "Say it in fewer levels: split a condition into alternatives.",
  "unknown-key": "Leave it out: only what lifecycle.ts, rule.ts and messages.ts name is allowed.",
  "key-missing": "Write it; lifecycle.ts, rule.ts and messages.ts say what each part needs.",
  "wrong-shape":
    "Write it as lifecycle.ts, rule.ts or messages.ts has it; their builders give the right form.",
  "empty-list": "Name at least one, or leave the whole out.",
  "always-transition": "Guard the events and deadlines instead: nothing happens without one of them.",
  "invoked-actor": "Let the party act outside and send an event with what it found.",
  "done-transition": "Use an event or a deadline; there are no nested states that could be done.",
  "entry-or-exit-action": "Put the action on each transition, where a reader sees what causes it.",
  "nested-states": "Write flat states; keep what they share in a field.",
  "parallel-states": "Write two machines and compose them in a rule of system.ts.",
  "history-state": "Name the state to go to.",
  "state-type": 'Leave `type` out, or write "final".',
  "machine-output": "Use `tell`: what a machine says, it says on a transition.",
  "wildcard-event": "Name each event; an event that is named nowhere is refused anyway.",
  "name-form":
    "Use plain camel-case words; events and what is told are two or more of them joined by points.",
  "unknown-guard": "The only guard is `holds`, with a condition as its params.",
  "guard-without-params": "Give `holds` the condition it asks as its params.",
  "unknown-action": "The only actions are `set`, `tell` and `refuse`.",
  "action-without-params":
    "Give the action its params: fields to set, a type to tell or a code to refuse with.",
  "action-repeated": "Join them: a transition sets once and tells once.",
  "unknown-expression": "Use one of the kinds in expression.ts.",
  "expression-shape": "Use the builders of expression.ts; they give each kind the parts it needs.",
  "field-declaration": "Use the builders of fields.ts, with a domain that fits what the field can hold.",
  "description-missing": "Say in a sentence what it means; diagrams and refusals print it.",
  "clauses-missing": "Name at least one clause of clauses.ts that it rests on.",
  "clause-unknown": "Name a clause of clauses.ts, or register the sentence there first.",
  "party-unknown": "Name one of the parties of system.ts.",
  "refusal-code": "Write the code in small letters and digits joined by hyphens; callers rely on it.",
  // Names that mean nothing.
  "unknown-policy": "Name a constant of policy.ts, or add it there with its clause.",
  "unknown-set": "Name a set of policy.ts, or add it there with its clause.",
  "unknown-field": "Declare the field under meta.fields, or name one that is.",
  "unknown-event-field": "Declare the field with the event (or trigger), or name one that is.",
  "undeclared-event": "Declare the event under meta.events, with its clauses and fields.",
  "event-unused": "Answer the event in some state, or do not declare it.",
  "instance-outside-rule": "A machine sees itself only; ask about other instances in a rule.",
  "target-unknown": "Name a state of this machine, without points or signs.",
  "initial-unknown": "Name a state of this machine.",
  // Types.
  "number-literal": "Put the number into policy.ts with its clause and name it here.",
  "word-unknown": "Use a word of the vocabulary it is held against.",
  "instants-added": "Add a duration to one instant.",
  "sum-types": "Add durations to one instant, durations to durations, or counts to counts.",
  "min-types": "Take the least of instants, of counts or of durations, not of a mixture.",
  "day-type": "Ask for the day of an instant.",
  "reached-type": "Compare two instants; `now` is one.",
  "present-type": "Ask it of a field that holds an instant or an id.",
  "below-type":
    "Compare two counts or two durations; instants are compared by `reached`, ids only for equality.",
  "instants-equated": "Compare times by `reached`: an exact instant is never met for certain.",
  "equals-type":
    'Compare two ids, two counts or two words of one vocabulary; for "is it set" ask `present`, for a flag `flag`.',
  "flag-type": "Ask it of a field that holds true or false.",
  "set-vocabulary": "Ask about a word of the vocabulary from which the set is drawn.",
  "set-type": "Give the field a value of the kind it is declared with.",
  "count-range": "Let both sides have the same greatest count, or refuse what is too large beforehand.",
  // Transitions.
  "reenter-without-target": "Name the state to enter anew, or leave `reenter` out.",
  "refusal-does-more": "A refusal changes nothing: move the rest to another alternative.",
  "two-refusals": "Refuse with one code; write two guarded alternatives for two reasons.",
  "never-reached": "Guard the alternative before it, or leave this one out.",
  "field-left-set":
    "Set the field to rest (never, 0, false or the first word), or let the target state keep it.",
  "field-set-not-kept": "Let the state keep the field, or set it to rest.",
  "timer-kept": "Enter the state anew with `to`, so that its timer is set again.",
  // Deadlines.
  "deadline-unknown":
    "Write the deadline as an instant field of the context and name it; numbers of time stand in policy.ts.",
  "deadline-not-instant": "Declare the field as an instant.",
  "deadline-not-kept": "List the field among what the state keeps.",
  "deadline-guarded": "End with an alternative without a guard: a timer that fires unanswered is lost.",
  "deadline-forever": "Leave for a state in which it is not due, or set the field to later or never.",
  // States.
  "context-not-at-rest": "Write the context with `lifecycle`, which starts every field at rest.",
  "state-unreached": "Write a transition to it, or leave it out.",
  "final-continues": "Leave the transitions out, or the type.",
  "gone-keeps": "Keep nothing in it, or do not call it gone.",
  "duplicate-id": "Give each its own id.",
  // Promises.
  "not-observed": "Name a field of the observation by `given`: a promise sees that and the policy.",
  "unknown-observation": "Name a kind of observation that observations.ts declares with its fields.",
  "unknown-knowledge": "Name what a message carries, a party has of itself, or follows from them.",
  // Rules, messages, policy.
  "unknown-machine": "Name a machine of machines.ts.",
  "machine-not-kept": "Let the party that keeps the machine decide, and send it a message.",
  "unknown-instance": "Name it under the rule's instances.",
  "field-without-instance": "Say whose field it is: field(name, instance).",
  "unknown-state": "Name a state of the instance's machine.",
  "unknown-event": "Send an event that the instance's machine declares.",
  "step-field-missing": "Give every field of the event a value.",
  "decision-type": "Decide at an instant.",
  "later-step-refused":
    "Only the first step may be refused: ask beforehand, in a refusal of the rule or in the step's `when`.",
  "rule-id": "Begin the id with the party's name and a point.",
  "unknown-message": "Name a message of messages.ts.",
  "message-sender": "Let the party that the message is from send it, and the one it is to receive it.",
  "message-to-itself": "A message crosses between two parties.",
  "channel-missing": "Add a channel between the two parties.",
  "channel-bounds": "Bound it by whole numbers, with room for one message at the least.",
  "channel-age": "Name a duration of policy.ts.",
  "policy-value": "Give durations and counts whole numbers from 0, and choices a word of their vocabulary.",
} as const;

export type FindingCode = keyof typeof advice;
