// Says at the door that this page is open, and whether somebody has begun with a name; never what they type.
const form = document.querySelector("[data-door]");
const every = 15_000;
let at = form.elements.name.value ? "name" : "link";

function say(now) {
  const said = new FormData();
  said.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  said.set("visit", form.elements.arriving.value);
  said.set("at", now);
  fetch(form.dataset.door, { method: "POST", body: said, keepalive: true }).catch(() => undefined);
}

form.elements.name.addEventListener("input", () => {
  if (at !== "link") return;
  at = "name";
  say(at);
});
addEventListener("pagehide", () => say("gone"));
addEventListener("pageshow", () => say(at));
setInterval(() => document.hidden || say(at), every);
