// Times in the visitor's own time zone, with the workshop's beneath; without scripts the page shows the workshop's and UTC.
const own = Intl.DateTimeFormat().resolvedOptions().timeZone;

function clock(at) {
  const [hour, minute] = [at.getHours(), at.getMinutes()];
  if (minute === 0 && (hour === 0 || hour === 12)) return hour ? "noon" : "midnight";
  return `${((hour + 11) % 12) + 1}${minute ? `.${String(minute).padStart(2, "0")}` : ""} ${hour < 12 ? "am" : "pm"}`;
}

function hours(starts, ends) {
  const [first, last] = [clock(starts), clock(ends)];
  const half = first.slice(-3);
  return `${half === last.slice(-3) && /^ [ap]m$/.test(half) ? first.slice(0, -3) : first} to ${last}`;
}

for (const part of document.querySelectorAll("[data-starts]")) {
  const [starts, ends] = [new Date(part.dataset.starts), new Date(part.dataset.ends)];
  const [day, said] = [part.querySelector(".day"), part.querySelector(".hours")];
  const options = { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: own };
  const ownDay = new Intl.DateTimeFormat("en-GB", options).format(starts).replace(",", "");
  const [theirDay, [theirHours, theirPlace]] = [day.textContent, said.textContent.split(", time in ")];
  const elsewhere = part.querySelector(".elsewhere") ?? part.appendChild(document.createElement("span"));
  elsewhere.className = "small muted elsewhere";
  if (theirDay === ownDay && theirHours === hours(starts, ends)) {
    said.textContent = `${theirHours}, your time`;
    elsewhere.remove();
    continue;
  }
  elsewhere.textContent = `In ${theirPlace}: ${theirDay === ownDay ? "" : `${theirDay}, `}${theirHours}`;
  day.textContent = ownDay;
  said.textContent = `${hours(starts, ends)}, your time`;
}
