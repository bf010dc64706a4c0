// Puts a button in the place of each link to a video elsewhere. Nothing is asked of a provider before it is pressed.
for (const place of document.querySelectorAll("[data-player]")) {
  const link = place.querySelector(".video__link");
  if (!link) continue;

  const button = document.createElement("button");
  button.type = "button";
  button.className = link.className;
  button.textContent = place.dataset.play;
  button.addEventListener("click", () => {
    const player = document.createElement("iframe");
    player.className = "video__player";
    player.title = place.dataset.title;
    player.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
    // The providers' players refuse to play for a page that they cannot name. They get the site's address, not the page's.
    player.referrerPolicy = "strict-origin-when-cross-origin";
    player.src = place.dataset.player;
    place.replaceChildren(player);
    player.focus();
  });
  link.replaceWith(button);
}
