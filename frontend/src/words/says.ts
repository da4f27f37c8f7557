/**
 * What the room says outside of its phases. Every sentence on the screen stands in this folder, to
 * be translated.
 */

import { count } from "./counts";

export const says = {
  product: "Footpath",
  skip: "Skip to what is asked now",
  loading: "The flipchart is on its way…",
  phases: "Phases",
  revealed: "All notes are revealed.",
  opened: "The flipchart is open.",
  saved: "Saved",
  saving: "Saving…",
  notSavedShort: "Not saved",
  notSaved: "Not saved. Reconnecting; your words are kept here.",
  savedAgain: "Saved again.",
  held:
    "Very much came from you at once. Your words are kept here and go by themselves in half a " +
    "minute.",
  resting:
    "You have this open on many other pages, so this one rests. Your words are kept here and go " +
    "when you come back to it.",
  blocked:
    "Live changes cannot come through on this network. What you write is saved; reload the page " +
    "to see what others wrote.",
  gone: "You are not in this workshop on this device any more.",
  goneWhat: "Your link was changed, or a facilitator removed you. What you wrote stays.",
  toWorkshop: "To the workshop's page",
  hereCount: (number: number) => `${number} here`,
  call: "The call",
  hands: (number: number) => count(number, "hand up", "hands up"),
  raiseHand: "Raise hand",
  handIsUp: "Your hand is up",
  done: "I’m done",
  doneCount: (done: number, people: number) => [`${done} of ${people}`, "people are done"] as const,
  stepOut: "Step out for a while",
  back: "I’m back",
  away: "You stepped out. Take your time; nobody waits for you.",
  myMenu: "You and this device",
  myName: "Change my name",
  myLink: "My link to keep",
  myResearch: "Research, and what I answered",
  paperForm: "Type a paper form about research",
  myLinkWhat: "It makes another device you too. Keep it to yourself.",
  notMe: "This is not me",
  notMeWhat:
    "This device forgets you. Your words stay on the flipchart; come back with your own link, or " +
    "as somebody new.",
  notMeUnsent: "Some words of yours are not saved yet. Copy them first.",
  leave: "Leave this device",
  bringIn: "Bring somebody in",
  links: "All links",
  people: "Who comes, and who could tell",
  outline: "Outline so far",
  words: "What I said, where it went",
  observer: "You are here to watch.",
  memo: "A private memo",
  memoWhat: "Only you can read your memos, now and later.",
  memoKeep: "Keep the memo",
  roles: {
    facilitator: "facilitator",
    scribe: "scribe",
    participant: "participant",
    observer: "observer",
  } as Record<string, string>,
  left: (minutes: number) => `${minutes} min left`,
  over: (minutes: number) => `${minutes} min over`,
  overSince: (when: string) => `over since ${when}`,
  yesterday: "yesterday",
  of: (minutes: number) => `of ${minutes} min`,
  keptWords: (phase: string) => `Your words in ${phase} are kept:`,
  keptSend: "Put it up now",
  keptSeen: "Everyone here will read it.",
  keptLook: (phase: string) => `Look at ${phase}`,
  keptDrop: "Throw away",
  closed: "The flipchart is closed.",
  breakTitle: "Break",
  breakUntil: (time: string) => `We go on at ${time}.`,
  breakLeft: (minutes: number) =>
    minutes <= 0 ? "About now." : `In ${count(minutes, "minute", "minutes")}.`,
  breakWas: (day: string, time: string) =>
    `The break was to end${day && (day === says.yesterday ? ` ${day}` : ` on ${day}`)} at ${time}.`,
  breakKept: "What you were typing is kept.",
  breakLook: "Look at the flipchart meanwhile",
  breakEnd: "End the break",
  waitTitle: "You are in. It starts soon.",
  waitWhat: "This page opens by itself when the flipchart is opened.",
  waitWho: (names: string) => `${names} ${names.includes(" and ") ? "facilitate" : "facilitates"}.`,
  waitNobody: "The facilitator is on the way.",
  waitHow: "What will happen",
  minutes: (number: number) => count(number, "minute", "minutes"),
  here: "Who is here",
  prepare: "Prepare an experience",
  prepareAsked: "You are asked to tell: prepare it now",
  prepareWhat: "Only you see it until you share it.",
  backToWaiting: "Back to the waiting page",
  preparing: "You are preparing. The flipchart is not open yet.",
  openFlipchart: "Open the flipchart",
  openWhat: "Everybody who waits comes in at that moment.",
  inCount: (number: number) => `${count(number, "person is", "people are")} in.`,
  cancel: "Cancel",
  close: "Close",
  save: "Save",
  copy: "Copy",
  copied: "Copied.",
  rehearsalOf: (title: string) => `Rehearsal: ${title}`,
  rehearsalGone: "This rehearsal was thrown away.",
  tryAgain: "Try again",
  oneMoment: "One moment",
  comes: "This is on its way.",
  comesLate: "This has not come through the line yet. It is asked for again every few seconds.",
  loadAnew: "Load the page again",
  notFetched: "This screen has not come through the line yet. Your words are kept.",
  more: "More",
};

/** Where the group goes, and looking elsewhere meanwhile. */
export const moving = {
  look: "Only I look",
  take: "Take everyone there",
  takeHere: "Take everyone here",
  goesTo: (name: string) => `The group is at ${name} now.`,
  wentBack: (name: string) => `The group went back to ${name}.`,
  looking: (mine: string, group: string) =>
    [`You are looking at `, mine, `. The group is at ${group}.`] as const,
  comeBack: "Back to the group",
};

/** What I did last, and can undo. */
export const undoing = {
  undo: (did: string) => `Undo: ${did}`,
  redo: (did: string) => `Redo: ${did}`,
  stuck: (did: string) => `Can’t be undone: ${did}`,
  undone: (did: string) => `Undone: ${did}.`,
  redone: (did: string) => `Done again: ${did}.`,
  before: "What you did before that can be undone.",
  menu: "Undo",
};

export const leading = {
  asked: "No facilitator is connected.",
  askedWhat:
    "Until one is back, somebody else can lead for now: open phases, reveal notes, mind the " +
    "clock, put notes together.",
  offer: "I can lead for now",
  offered: "You offered to lead for now.",
  withdraw: "Rather not",
  offers: (name: string) => `${name} offers to lead for now.`,
  backed: (backed: number, needed: number) => `${backed} of ${needed} needed`,
  back: "Yes, please",
  backing: "You said yes",
  theirs: (name: string) => `${name} leads until a facilitator is back.`,
  yours: "You lead until a facilitator is back.",
  yoursWhat: "What facilitators alone see stays with them.",
  giveUp: "Give it back",
  returned: "A facilitator is back and leads again. Thank you.",
  over: "A facilitator leads again.",
};

export const round = {
  title: (kind: string) =>
    kind === "check-in" ? "Check-in" : kind === "check-out" ? "Check-out" : "Go-round",
  turn: (name: string) => `It is ${name}’s turn.`,
  yours: "It is your turn.",
  // biome-ignore lint/suspicious/noThenProperty: these words are never awaited
  then: (names: string, more: boolean) => (more ? `Then ${names} …` : `Then ${names}.`),
  last: "That is the last one.",
  spoken: "I have spoken",
  spokenFor: (name: string) => `${name} has spoken`,
  pass: "Pass",
  passes: (name: string) => `${name} passes`,
  end: "End the round",
  word: "A word to close with",
  put: "Put it up",
};

export const people = {
  guestLink: "The guests’ link",
  code: "Code",
  copyLink: "Copy the link",
  qr: "QR code to join",
};
