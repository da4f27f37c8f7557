// Copying by one button; where the browser does not allow it, the words are shown to copy by hand.
for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const words = button.textContent;
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.textContent = "Copied";
    } catch {
      window.prompt("Copy this:", button.dataset.copy);
    }
    setTimeout(() => (button.textContent = words), 2000);
  });
}
