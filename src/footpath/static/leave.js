// "This is not me": what that person typed here and had not sent goes with them; what others typed on this device stays.
addEventListener("submit", ({ submitter }) => {
  for (const beginning of submitter?.dataset.forgets?.split(" ") ?? []) {
    for (const key of Object.keys(localStorage)) if (key.startsWith(beginning)) localStorage.removeItem(key);
  }
});
