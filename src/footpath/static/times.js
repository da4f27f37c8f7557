// Times in the visitor's own time zone, with the workshop's beneath; without scripts the page shows the workshop's and UTC.
// As `clocks.py` says them: in the English of the page.
const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
const english = document.documentElement.lang;
const days = new Intl.DateTimeFormat(english, { dateStyle: "full", timeZone: own });
const clocks = new Intl.DateTimeFormat(english, { timeStyle: "short", timeZone: own });

const day = (at) => (english === "en-GB" ? days.format(at).replace(",", "") : days.format(at));
const clock = (at) => clocks.format(at).replaceAll("\u202f", " ");

function hours(starts, ends) {
  return `${clock(starts)} to ${day(starts) === day(ends) ? "" : `${day(ends)}, `}${clock(ends)}`;
}

for (const part of document.querySelectorAll("[data-starts]")) {
  const [starts, ends] = [new Date(part.dataset.starts), new Date(part.dataset.ends)];
  const [theirs, said] = [part.querySelector(".day"), part.querySelector(".hours")];
  const [theirDay, theirHours] = [theirs.textContent, said.textContent.replace(/, [^,]*$/, "")];
  const elsewhere = part.querySelector(".elsewhere") ?? part.appendChild(document.createElement("span"));
  elsewhere.className = "small muted elsewhere";
  if (theirDay === day(starts) && theirHours === hours(starts, ends)) {
    elsewhere.remove();
    continue;
  }
  elsewhere.textContent = `${theirDay === day(starts) ? "" : `${theirDay}, `}${said.textContent}`;
  theirs.textContent = day(starts);
  said.textContent = `${hours(starts, ends)}, your time`;
}
