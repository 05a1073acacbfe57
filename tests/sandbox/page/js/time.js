// Slack's way to write times and days; a ts is seconds with a fraction, as text.

export const dateOf = (ts) => new Date(Number(ts) * 1000);

const clock = new Intl.DateTimeFormat("en-US", { hour: "numeric", minute: "2-digit" });
const weekday = new Intl.DateTimeFormat("en-US", { weekday: "long", month: "long", day: "numeric" });
const full = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeStyle: "medium" });

export const clockTime = (ts) => clock.format(dateOf(ts));
export const shortTime = (ts) => clockTime(ts).replace(/\s?[AP]M$/i, "");
export const fullTime = (ts) => full.format(dateOf(ts));
export const dayKey = (ts) => dateOf(ts).toDateString();

export function dayLabel(ts) {
  const today = new Date();
  const yesterday = new Date(today.getTime() - 86_400_000);
  if (dayKey(ts) === today.toDateString()) return "Today";
  if (dayKey(ts) === yesterday.toDateString()) return "Yesterday";
  const day = dateOf(ts).getDate();
  return `${weekday.format(dateOf(ts))}${ordinal(day)}`;
}

function ordinal(day) {
  if (day % 100 > 10 && day % 100 < 14) return "th";
  return { 1: "st", 2: "nd", 3: "rd" }[day % 10] ?? "th";
}

export function ago(ts) {
  const seconds = Date.now() / 1000 - Number(ts);
  if (seconds < 60) return "just now";
  if (seconds < 3600) return plural(Math.floor(seconds / 60), "minute");
  if (seconds < 86_400) return plural(Math.floor(seconds / 3600), "hour");
  return plural(Math.floor(seconds / 86_400), "day");
}

const plural = (count, word) => `${count} ${word}${count === 1 ? "" : "s"} ago`;

/** <!date^unix^{date_num} at {time}^link|fallback> as Slack fills it in. */
export function fillDate(seconds, pattern) {
  const when = new Date(seconds * 1000);
  const long = when.toLocaleDateString("en-US", { month: "long", day: "numeric", year: "numeric" });
  const short = when.toLocaleDateString("en-US", { month: "short", day: "numeric", year: "numeric" });
  const pretty = [dayLabel(seconds)].filter((label) => label.endsWith("day"))[0];
  const values = {
    date_num: when.toISOString().slice(0, 10),
    date: long,
    date_short: short,
    date_long: when.toLocaleDateString("en-US", { dateStyle: "full" }),
    date_pretty: pretty ?? long,
    date_short_pretty: pretty ?? short,
    date_long_pretty: pretty ?? long,
    time: clock.format(when),
    time_secs: when.toLocaleTimeString("en-US"),
    ago: ago(seconds),
  };
  return pattern.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}
