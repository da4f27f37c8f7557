// What the page says of passkeys: offered only where the device has any, and one sentence where it did not work.
for (const offer of document.querySelectorAll("[data-needs-passkeys]")) offer.hidden = !window.PublicKeyCredential;
document.addEventListener("allauth.error", (trouble) => {
  trouble.preventDefault();
  document.getElementById("passkey_trouble").hidden = false;
});
