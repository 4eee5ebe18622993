// Times: as the API has them (seconds), as the address has them, and as a person reads them.

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const UNITS = { m: MINUTE, h: HOUR, d: DAY };

const RELATIVE = /^-(\d{1,6})([mhd])$/;
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z$/;

const formats = new Map();

/** The reader's own zone. */
export const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Milliseconds of a time of the API. */
export function millis(seconds) {
  return Math.round(seconds * SECOND);
}

/** Whether an address may hold this as a time: -24h, or 2026-11-28T21:00:00Z. */
export function isTime(text) {
  return RELATIVE.test(text) || (ISO.test(text) && !Number.isNaN(Date.parse(text)));
}

/** The milliseconds that a time of an address means, if it was written at `now`. */
export function resolve(text, now) {
  const relative = RELATIVE.exec(text);
  return relative ? now - Number(relative[1]) * UNITS[relative[2]] : Date.parse(text);
}

/** A time for the address. */
export function iso(time) {
  return new Date(time).toISOString().replace(/\.000Z$/, "Z");
}

/** The zone to show times in: UTC, or the reader's. */
export function zoneOf(view) {
  return view.Zone === "UTC" ? "UTC" : HERE;
}

/** 2026-11-28 21:05:09 in a zone. */
export function dateTime(time, zone) {
  // Swedes write dates as ISO does.
  return format(zone, { dateStyle: "short", timeStyle: "medium" }, "sv-SE").format(time);
}

/** The same with milliseconds. */
export function precise(time, zone) {
  return `${dateTime(time, zone)}.${String(((time % SECOND) + SECOND) % SECOND).padStart(3, "0")}`;
}

function format(zone, options, locale) {
  const key = zone + JSON.stringify(options);
  if (!formats.has(key)) {
    formats.set(key, new Intl.DateTimeFormat(locale, { ...options, timeZone: zone }));
  }
  return formats.get(key);
}

/** 28 Nov or 21:05, whichever a mark on an axis of such steps needs. */
export function tick(time, step, zone) {
  return step >= DAY
    ? format(zone, { day: "numeric", month: "short" }, "en-GB").format(time)
    : format(zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }, "en-GB").format(time);
}

/** How many milliseconds a zone is ahead of UTC at a time. */
export function offset(time, zone) {
  const wall = Date.parse(dateTime(time, zone).replace(" ", "T") + "Z");
  return wall - Math.floor(time / SECOND) * SECOND;
}

/** 45 s, 3 min 12 s, 2 h 5 min or 1 d 3 h. */
export function duration(time) {
  if (time < 0) {
    return "–";
  }
  if (time < 10 * SECOND) {
    return `${(time / SECOND).toFixed(1)} s`;
  }
  const [unit, name, part, partName] =
    time < MINUTE ? [SECOND, "s", 0, ""]
    : time < HOUR ? [MINUTE, "min", SECOND, "s"]
    : time < DAY ? [HOUR, "h", MINUTE, "min"]
    : [DAY, "d", HOUR, "h"];
  const rest = part ? Math.floor((time % unit) / part) : 0;
  return `${Math.floor(time / unit)} ${name}${rest ? ` ${rest} ${partName}` : ""}`;
}

/** What an input of a date and time holds for a time. */
export function toInput(time, zone) {
  return dateTime(time, zone).replace(" ", "T");
}

/** The time that a person entered, or NaN. */
export function fromInput(text, zone) {
  return Date.parse(zone === "UTC" ? `${text}Z` : text);
}
